"""What an import did, or would do, as lines for the command line."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.language import Language
from bot.services.register.lists.transfer import ImportResult
from bot.services.register.records.cells import as_text


def report(result: ImportResult) -> str:
    """What is added, what changes field by field, what is left alone; the last line counts the channels."""
    return "\n".join(_lines(result))


def _lines(result: ImportResult) -> Iterator[str]:
    for channel in result.added:
        yield f"add {channel}"
    for channel in result.changed:
        yield f"change {channel}"
        for difference in result.differences.get(channel, ()):
            yield f"  {difference.field}: {_shown(difference.before)} -> {_shown(difference.after)}"
    yield from (f"add person {label}" for label in result.people_added)
    yield from (f"change person {label}" for label in result.people_changed)
    yield from (f"not read: {name}" for name in result.left_alone)
    yield from (f"corrected: {cell}" for cell in result.corrected)
    yield f"added {len(result.added)}, changed {len(result.changed)}, unchanged {len(result.unchanged)}"


def _shown(value: object) -> str:
    return ", ".join(as_text(value, Language.EN).splitlines()) or "(nothing)"
