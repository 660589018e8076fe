"""Addresses of channels: one spelling of each URL and handle, so that two spellings of one account meet."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from bot.domain.platforms import PlatformId, Platforms

_HANDLE = re.compile(r"^@?([\w][\w.\-]{1,99})$")
_MOBILE = re.compile(r"^(?:www|m|mobile|fi-fi|sv-se|en-gb|l)\.")


def normalise_url(text: str) -> str | None:
    """``text`` as one spelling of its URL: ``https``, host in lower case without ``www.`` or ``m.``, no query, fragment
    or closing slash. None where it is no web address."""
    text = text.strip().strip("<>").partition("|")[0]
    if not re.match(r"^https?://", text, re.IGNORECASE):
        if not re.match(r"^[\w-]+(\.[\w-]+)+(/|$)", text):
            return None
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
    except ValueError:
        return None
    host = _MOBILE.sub("", host)
    if "." not in host or " " in text:
        return None
    path = re.sub(r"/{2,}", "/", unquote(parts.path)).rstrip("/")
    return f"https://{host}{f':{port}' if port not in (None, 80, 443) else ''}{path}"


def normalise_handle(text: str) -> str:
    """A handle without ``@`` and in lower case."""
    match = _HANDLE.match(text.strip())
    return (match[1] if match else text.strip()).lower()


def address_key(url: str) -> str:
    """What two URLs of one account have in common: the normalised URL in lower case."""
    return (normalise_url(url) or url).lower()


def platform_of(url: str, platforms: Platforms) -> PlatformId | None:
    """The platform whose host ``url`` is on; None where no platform has that host."""
    normalised = normalise_url(url)
    if normalised is None:
        return None
    host = urlsplit(normalised).hostname or ""
    for platform in platforms.values():
        if any(host == known or host.endswith(f".{known}") for known in platform.hosts):
            return platform.id
    return None


def handle_of(url: str) -> str:
    """The account's handle in ``url``: the last part of its path that names an account, else host and path."""
    normalised = normalise_url(url)
    if normalised is None:
        return ""
    parts = urlsplit(normalised)
    segments = [segment for segment in parts.path.split("/") if segment]
    for segment in segments:
        if segment.startswith("@"):
            return segment[1:].lower()
    return segments[-1].lower() if segments else (parts.hostname or "")
