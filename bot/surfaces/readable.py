"""Text without what nobody can read, as every workspace gets it."""

import re
from typing import Final

# Controls besides tab and newline, and lone surrogates: some part of the way to a workspace refuses them.
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """``text`` without control characters."""
    if text.isprintable():
        return text
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
