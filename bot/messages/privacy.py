"""What is kept of a person, why and how long, as messages to that person; and the word on having it removed."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.messages.model import Block, Heading, Message, Style, Verb
from bot.messages.parts import actions, bullets, button, message, note, paragraph
from bot.messages.texts import Texts
from bot.services.privacy.erasing import Duties
from bot.services.privacy.exporting import Export
from bot.services.privacy.outdated import LEFT_KEPT, UNANSWERED_KEPT
from bot.services.questions.documents import ANSWERED_KEPT
from bot.services.reminders.rounds import KEPT as REMINDERS_KEPT

_LONGEST: Final = 1_500
"""Characters of one item: what is longer goes on in the next."""
_PART: Final = 6_000
"""Characters of one part of what is kept: a message that every surface takes."""

_Section = tuple[str, list[str]]


def what_can_be_done(texts: Texts) -> tuple[Block, ...]:
    """Why data are kept, for how long and who sees them, and the buttons to have them, or have them removed."""
    why = texts(
        "me-privacy",
        left=LEFT_KEPT.days,
        reminders=REMINDERS_KEPT.days,
        answered=ANSWERED_KEPT.days,
        unanswered=UNANSWERED_KEPT.days,
    )
    have = button(texts, texts("button-my-data"), Verb.MY_DATA, "1")
    remove = button(texts, texts("button-remove-my-data"), Verb.REMOVE_MY_DATA, style=Style.DANGER)
    return note(why), *actions(have, remove)


def whole(export: Export, texts: Texts) -> Message:
    """All that is kept of the person, in one message, which may be too long for a surface."""
    return _message(texts, list(_sections(export, texts)))


def part_of(export: Export, number: int, texts: Texts) -> Message:
    """The part with that ``number``, from 1, of all that is kept of the person, and a button for the next."""
    parts = list(_parts(_sections(export, texts))) or [[]]
    number = min(max(number, 1), len(parts))
    more = button(texts, texts("button-continue-data"), Verb.MY_DATA, str(number + 1))
    return message(
        texts,
        _message(texts, parts[number - 1]).blocks,
        note(texts("data-part", part=number, parts=len(parts))) if len(parts) > 1 else (),
        actions(more) if number < len(parts) else (),
    )


def removing(export: Export, texts: Texts) -> Message:
    """What will be removed and what stays, and the button that does it; or the word that there is nothing."""
    if export.is_empty:
        return message(texts, paragraph(texts("data-nothing")))
    now = button(texts, texts("button-remove-my-data-now"), Verb.REMOVE_MY_DATA_NOW, style=Style.DANGER)
    return message(texts, paragraph(texts("remove-question")), actions(now))


def still_needed(duties: Duties, texts: Texts) -> Message:
    """Why nothing was removed, and what to do first."""
    told = {"remove-channels": duties.keeps, "remove-covers": duties.covers}
    said = [texts(key, channels=", ".join(one.name for one in channels)) for key, channels in told.items() if channels]
    if duties.has_role:
        said.append(texts("remove-role"))
    return message(texts, map(paragraph, said))


def _message(texts: Texts, sections: list[_Section]) -> Message:
    blocks = [block for title, items in sections for block in (Heading(title), bullets(items))]
    return message(texts, Heading(texts("data-heading")), blocks or paragraph(texts("data-nothing")))


def _sections(export: Export, texts: Texts) -> Iterator[_Section]:
    for name, documents in {**export.kept, "history": export.history}.items():
        items = [piece for one in documents for piece in textwrap.wrap(_told(one), _LONGEST)]
        if items:
            yield texts(f"data-{name.replace('_', '-')}"), items


def _parts(sections: Iterator[_Section]) -> Iterator[list[_Section]]:
    """``sections`` in as many parts as it takes; one that is split has its title in each."""
    part: dict[str, list[str]] = {}
    length = 0
    for title, items in sections:
        for item in items:
            if length + len(item) > _PART and part:
                yield list(part.items())
                part, length = {}, 0
            part.setdefault(title, []).append(item)
            length += len(item)
    if part:
        yield list(part.items())


def _told(value: Any) -> str:
    """Plain JSON in one line that people can read."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_told(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(f"({_told(one)})" if isinstance(one, Mapping) else _told(one) for one in value) or "–"
    return str(value)
