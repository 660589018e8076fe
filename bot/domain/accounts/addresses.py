"""Addresses of channels: one spelling of each URL and handle, so that two spellings of one account meet.

What an account's address looks like on a platform is in the platforms (``knowledge/common/platforms.toml``); without
them a URL stands for itself.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

import idna

from bot.domain.accounts.platforms import NO_PLATFORMS, Platform, PlatformId, Platforms

REMEMBERED = 32_768
"""How many addresses, and parts of such, are remembered once they were read: those of ten thousand channels, since
fewer than are gone through again and again would all be forgotten before they come round."""
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)")
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)+")
_GENERAL = re.compile(r"(?:www|m|mobile|l|[a-z]{2}-[a-z]{2})\.(?=.*\.)")
_HANDLE = re.compile(r"@?(\w[\w.\-]{0,99}(?:@[\w-]+(?:\.[\w-]+)+)?)")
_AROUND = ".,:;!?…)]}\"'“”’«»*`"
_UNRESERVED = "@:!$&'()*+,;="


@dataclass(frozen=True, slots=True)
class Account:
    """An account on a platform. ``name`` is in its one spelling, ``kind`` is what it is the name of: ``handle``,
    ``group``; in capitals (``ID``) where the name's capitals matter."""

    platform: PlatformId
    kind: str
    name: str

    @property
    def key(self) -> str:
        """What all addresses of the account have in common."""
        return f"{self.platform}:{self.kind}:{self.name}"


@lru_cache(maxsize=REMEMBERED)
def normalise_url(text: str) -> str | None:
    """``text`` as one spelling of its URL: ``https``, host in lower case without ``www.`` or ``m.``, no query, fragment
    or closing slash. Of the query an ``id`` is kept, where the page is a script that shows whatever the ``id`` names
    (``profile.php?id=1``). None where it is no web address."""
    text = _visible(text.strip().strip("<>").partition("|")[0]).strip().replace("\\", "/")
    if not _SCHEME.match(text):
        if not _BARE.match(text):
            return None
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if host is None or re.search(r"\s", text):
        return None
    return f"https://{host}{f':{port}' if port not in (None, 80, 443) else ''}{_path(parts)}"


def normalise_handle(text: str) -> str:
    """A handle without ``@`` and in lower case; Mastodon's ``@name@host`` keeps its host."""
    text = unicodedata.normalize("NFC", _visible(text).strip().lower())
    match = _HANDLE.fullmatch(text)
    return match[1] if match else text


def account_of(url: str, platforms: Platforms) -> Account | None:
    """The account that ``url`` leads to, also by one of its posts; None where the address does not tell."""
    host, path = split_url(url)
    platform = _platform_on(host, platforms)
    for candidate in (platform,) if platform else (one for one in platforms.values() if one.federated and host):
        if account := _account_at(candidate, host, path):
            return account
    return None


def account_by_handle(platform_id: PlatformId, handle: str, platforms: Platforms) -> Account | None:
    """The account that ``handle`` means on that platform; None where the platform has no forms of address."""
    platform = platforms.get(platform_id)
    if platform is None or not platform.paths or not handle.strip():
        return None
    return _account(platform, platform.paths[0].kind, handle.strip(), "")


def accounts_of(platform: PlatformId, url: str, handle: str, platforms: Platforms) -> Iterator[Account]:
    """The accounts that a channel's facts name: its address's, and its handle's where the address says none."""
    at_url = account_of(url, platforms) if url else None
    if at_url is not None:
        yield at_url
    by_handle = account_by_handle(platform, handle, platforms)
    if by_handle is not None and (
        at_url is None or (at_url.kind != by_handle.kind and at_url.name.lower() != by_handle.name.lower())
    ):
        yield by_handle


def names_account(url: str, platforms: Platforms) -> bool:
    """Whether ``url`` tells whose it is: on a platform, not every address does."""
    platform = _platform_on(split_url(url)[0], platforms)
    return platform is None or not platform.paths or account_of(url, platforms) is not None


def is_on(url: str, hosts: Collection[str]) -> bool:
    """Whether ``url`` is on one of ``hosts``, or on a host within one."""
    host = split_url(normalise_url(url) or "")[0].removeprefix("www.")
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def address_key(url: str, platforms: Platforms = NO_PLATFORMS) -> str:
    """What two URLs of one account have in common; elsewhere than on a platform, the normalised URL in lower case.
    Empty for an address on a platform that names no account: two of those have nothing in common."""
    account = account_of(url, platforms)
    if account:
        return account.key
    return (normalise_url(url) or url).lower() if names_account(url, platforms) else ""


def keys_above(url: str, platforms: Platforms) -> Iterator[str]:
    """The keys of the addresses that ``url`` is below, the nearest first: a page is of the website that it is on. On a
    platform there are none: there an account is whole."""
    if not split_url(url)[0] or account_of(url, platforms) or platform_of(url, platforms):
        return
    key = address_key(url, platforms).partition("?")[0]
    while key.count("/") > 2:
        key = key.rpartition("/")[0]
        yield key


def keys_of(platform: PlatformId, url: str, handle: str, platforms: Platforms) -> frozenset[str]:
    """What the address and the handle of a channel have in common with any other spelling of them."""
    keys = {account.key for account in accounts_of(platform, url, handle, platforms)}
    return frozenset(keys or filter(None, [address_key(url, platforms) if url else ""]))


def platform_of(url: str, platforms: Platforms) -> PlatformId | None:
    """The platform whose host ``url`` is on; None where no platform has that host."""
    if platform := _platform_on(split_url(url)[0], platforms):
        return platform.id
    account = account_of(url, platforms)
    return account.platform if account else None


def handle_of(url: str, platforms: Platforms = NO_PLATFORMS) -> str:
    """The account's handle in ``url``. On a platform that is not known it is the last part of the path, else the host;
    empty where ``url`` is no address, or one on a platform that names no account."""
    if account := account_of(url, platforms):
        return account.name
    host, path = split_url(url)
    platform = _platform_on(host, platforms)
    if platform is not None and platform.paths:
        return ""
    path, _, query = path.partition("?")
    segments = [unquote(segment).lower() for segment in path.split("/") if segment]
    marked = [segment[1:] for segment in segments if segment.startswith("@") and len(segment) > 1]
    return query.partition("=")[2] or next(iter(marked), segments[-1] if segments else host)


@lru_cache(maxsize=REMEMBERED)
def split_url(url: str) -> tuple[str, str]:
    """The host and the path of ``url``, without the slash between them; empty where it is no web address."""
    host, _, path = (normalise_url(url) or "").removeprefix("https://").partition("/")
    return host.partition(":")[0], path


def _platform_on(host: str, platforms: Platforms) -> Platform | None:
    domains = {host.split(".", count)[-1] for count in range(host.count("."))}
    return next((platform for platform in platforms.values() if not domains.isdisjoint(platform.hosts)), None)


@lru_cache(maxsize=REMEMBERED)
def _account_at(platform: Platform, host: str, path: str) -> Account | None:
    named = platform.named_in(host, path)
    return _account(platform, *named, host) if named else None


@lru_cache(maxsize=REMEMBERED)
def _account(platform: Platform, kind: str, name: str, host: str) -> Account:
    name = unquote(name)
    if kind.isupper():
        return Account(platform.id, kind, name)
    name = normalise_handle(name)
    if platform.federated and "@" not in name and host:
        name = f"{name}@{host}"
    return Account(platform.id, kind, name.translate(dict.fromkeys(map(ord, platform.ignored))))


def _visible(text: str) -> str:
    """``text`` without what shows nothing (direction marks, zero-width spaces): no service has it in names."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cs") and (c.isspace() or c.isprintable()))


def _host(host: str) -> str | None:
    """The host in ASCII (``xn--…``, so that letters of other scripts show) without what only says how it is seen."""
    host = host.rstrip(".")
    if not host.isascii():
        host = idna.encode(host, uts46=True).decode().rstrip(".")
    while match := _GENERAL.match(host):
        host = host[match.end() :]
    return host if _HOST.fullmatch(host) else None


def _path(parts: SplitResult) -> str:
    whole = parts.fragment[1:] if parts.fragment.startswith("!/") and parts.path in ("", "/") else parts.path
    path = unicodedata.normalize("NFC", _visible(unquote(whole, errors="replace")))
    path = re.sub(r"/{2,}", "/", re.sub(r"\s+", " ", path))
    if "/." in path:
        path = _without_dots(path)
    path = path.rstrip(f"/ {_AROUND}")
    spelled = "".join(c if not c.isascii() else quote(c, safe=f"/{_UNRESERVED}") for c in path)
    key = "id" if spelled.lower().endswith(".php") else "user" if spelled.lower() == "/profile" else ""
    named = [value for name, value in parse_qsl(parts.query) if name == key and re.fullmatch(r"[\w.]+", value)]
    return f"{spelled}?{key}={named[0]}" if key and named else spelled


def _without_dots(path: str) -> str:
    """``path`` as a browser resolves it: ``.`` is nothing, ``..`` one step up."""
    segments: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            del segments[-1:]
        elif segment != ".":
            segments.append(segment)
    return "".join(f"/{segment}" for segment in segments)
