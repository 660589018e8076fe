"""The addresses behind the links of a document, which are told after the text of the link."""

import re
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from bot.importing.document import clean

LONGEST: Final = 500
"""In characters; a longer address holds data and leads nobody on."""

_BEGINNING = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)


def told(address: str, text: str, base: str = "") -> str:
    """``address`` as it stands after the ``text`` of its link; empty where the text says it, or where it is none.

    ``base`` is the address of the document itself, from which others may go out.
    """
    written = "".join(clean(address).split())
    try:
        whole = urljoin(base, written) if base else written
        parts = urlsplit(whole)
    except ValueError:
        return ""
    if len(whole) > LONGEST or parts.scheme not in ("http", "https", "mailto", "tel") or written.startswith("#"):
        return ""
    if parts.scheme in ("mailto", "tel"):
        whole = unquote(parts.path)
    return "" if _core(whole) in _core(text) else whole


def is_within(address: str) -> bool:
    """Whether ``address`` leads to another page of the same site, so that it says nothing without that page's own."""
    return bool(address) and not re.match(r"#|[a-z][a-z0-9+.-]*:", address.strip(), re.IGNORECASE)


def _core(text: str) -> str:
    """What makes up an address, however much of it is written."""
    return re.sub(r"[\s/]+", "", _BEGINNING.sub("", text.casefold()))
