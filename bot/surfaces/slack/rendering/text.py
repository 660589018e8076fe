"""Text as Slack counts, cuts and escapes it."""

from collections.abc import Iterator

from bot.surfaces.readable import clean as clean

WIDEST = 5
"""No character is more to Slack: ``&amp;`` is as long."""
_BREAKS = ("\n\n", "\n", " ")


def one_line(text: str) -> str:
    """``text`` as a single line, for titles and buttons."""
    return " ".join(clean(text).split())


def escape(text: str) -> str:
    """``text`` for where Slack reads markup: with its three escapes nothing in the text is a mention or a link."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def size(text: str) -> int:
    """How long ``text`` is to Slack, at worst.

    Slack does not say what its limits count. It keeps text escaped, and its clients count UTF-16 units: so both.
    """
    units = len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
    return units + 4 * text.count("&") + 3 * (text.count("<") + text.count(">"))


def fits(text: str, limit: int) -> bool:
    """Whether ``text`` is at most ``limit`` to Slack."""
    return len(text) * WIDEST <= limit or size(text) <= limit


def cut(text: str, limit: int) -> str:
    """``text`` in at most ``limit``, with an ellipsis where something is missing."""
    return text if fits(text, limit) else text[: _fitting(text, limit - 1)].rstrip() + "…"


def split(text: str, limit: int) -> Iterator[str]:
    """``text`` in pieces of at most ``limit`` that join to the whole, cut between paragraphs, lines or words."""
    while not fits(text, limit):
        end = _fitting(text, limit)
        end = next((at for mark in _BREAKS if (at := _after(mark, text, end)) > end // 2), end)
        yield text[:end]
        text = text[end:]
    yield text


def _after(mark: str, text: str, end: int) -> int:
    at = text.rfind(mark, 0, end)
    return at + len(mark) if at >= 0 else 0


def _fitting(text: str, limit: int) -> int:
    """How many characters from the beginning of ``text`` fit into ``limit``."""
    room = limit
    for count, character in enumerate(text):
        room -= size(character)
        if room < 0:
            return count
    return len(text)
