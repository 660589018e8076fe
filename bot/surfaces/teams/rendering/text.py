"""Text as Adaptive Cards read it.

A ``TextRun``, the label of an input and the title of a button read nothing into a text but the macros for dates. A
``TextBlock``, the title of a toggle and the fallback of a card read Markdown; Teams reads mentions there as well.
"""

import re
from typing import Final

from bot.surfaces import readable

INVISIBLE: Final = "\u200b"
"""A space without width: comes between two characters that mean something only side by side."""
_MACRO: Final = re.compile(r"\{(?=\{(?:DATE|TIME)\()", re.IGNORECASE)
_MARKS: Final = re.compile(r"[\\`*_{}\[\]<>#~!|&^$]")
_LINE: Final = re.compile(r"^", re.MULTILINE)


def clean(text: str) -> str:
    """``text`` without control characters, and without anything that a card would replace by a date."""
    return _MACRO.sub("{" + INVISIBLE, readable.clean(text))


def one_line(text: str) -> str:
    """``text`` as a single line, for titles and buttons."""
    return " ".join(clean(text).split())


def unmarked(text: str) -> str:
    """``text`` for where Markdown is read, so that it is shown as it is: no emphasis, no list, link, mention or code.

    Not every app of Teams knows the backslash: links and mentions are broken up as well, lines begin with nothing.
    """
    text = _MARKS.sub(lambda mark: f"\\{mark[0]}", clean(text)).replace("](", f"]{INVISIBLE}(")
    return _LINE.sub(INVISIBLE, text.replace("<", f"<{INVISIBLE}"))


def cut(text: str, limit: int) -> str:
    """``text`` in at most ``limit`` characters, with an ellipsis where something is missing."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
