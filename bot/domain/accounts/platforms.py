"""The platforms that channels are on: their names, nicknames, and what the addresses of accounts look like there."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

PlatformId = str

_PLACE = re.compile(r"\{(#?\w+)\}")
_ANYTHING, _NUMBER = "_", "#"
_FEWEST_DIGITS = 5
"""An account's number has no fewer, where nothing else tells that it is one: ``/museum-2024`` is a name."""


@dataclass(frozen=True, slots=True)
class AccountPath:
    """One form of an account's address, written as ``groups/{group}``: ``kind`` is what the name in it is the name of.

    ``host`` is the one host where the form holds; empty where it holds on all hosts of the platform. Two forms with the
    same kind name the same account. A kind in capitals has names whose capitals matter. ``literals`` is how many
    characters of the path are given: the more, the closer the form describes an address. An open form begins with a
    name: other pages look like it.
    """

    kind: str
    pattern: re.Pattern[str]
    host: str = ""
    literals: int = 0
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Platform:
    """A service such as Instagram.

    ``nicknames`` are what people call it, in any language, in lower case. ``hosts`` are the domains of its addresses
    without ``www.``; a platform without hosts (a website, a blog) is never recognised by address. ``paths`` are the
    forms of an account's address; the first one is what a handle on its own stands for. ``not_accounts`` are first
    parts of paths that look like an account and are none (``explore``). ``below`` are the pages that an account has
    (``posts``, or ``#`` for a number); with anything else below it, an open form names no account. ``ignored`` are the
    characters of a handle that the platform overlooks. On a ``federated`` platform (Mastodon) accounts are on any host,
    and known as ``name@host``.
    """

    id: PlatformId
    name: str
    nicknames: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    paths: tuple[AccountPath, ...] = ()
    not_accounts: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    ignored: str = ""
    federated: bool = False

    def __hash__(self) -> int:
        return hash(self.id)

    def named_in(self, host: str, path: str) -> tuple[str, str] | None:
        """The kind and name of the account that ``path`` (without its first slash) on ``host`` leads to or below."""
        best, literals = None, -1
        for form in self.paths:
            if form.literals <= literals or (form.host and not is_within(host, form.host)):
                continue
            match = form.pattern.match(path)
            if match and match["name"].lower() not in self.not_accounts and not (form.is_open and self._is_page(match)):
                best, literals = (form.kind, match["name"]), form.literals
        return best

    def _is_page(self, match: re.Match[str]) -> bool:
        """Whether the path that an open form fits is that of some other page, which only looks like an account's."""
        first, below = match[0].partition("/")[0].lower(), match.string[match.end() :].strip("/").lower()
        if first in self.not_accounts or first.endswith(".php"):
            return True
        page = re.split(r"[/?]", below)[0]
        return bool(page and self.below) and (_NUMBER if page.isdecimal() else page) not in self.below


Platforms = Mapping[PlatformId, Platform]
NO_PLATFORMS: Platforms = MappingProxyType({})


def is_within(host: str, domain: str) -> bool:
    """Whether ``host`` is ``domain`` or below it."""
    return host == domain or host.endswith(f".{domain}")


def account_path(text: str, hosts: Iterable[str]) -> AccountPath:
    """The form that ``text`` writes down: ``{handle}``, ``youtube.com/{name}``, ``pages/{_}/{id}``.

    ``{_}`` stands for anything, ``{#id}`` for a number; a first part that is one of ``hosts`` binds the form to it.
    Raises ValueError where the account's name has no place in it, or two, or the host is not among ``hosts``.
    """
    first, slash, rest = text.partition("/")
    host = first if any(is_within(first, known) for known in hosts) else ""
    if not host and slash and "." in first and "{" not in first and not first.endswith(".php"):
        raise ValueError(f"{first} is not among the hosts: add it there")
    kinds = [kind for kind in _PLACE.findall(text) if kind != _ANYTHING]
    if len(kinds) != 1:
        raise ValueError("it needs one place for the account's name, such as {handle}")
    path = rest if host else text
    if re.search(r"[{}\s]", _PLACE.sub("", path)) or not path:
        raise ValueError("it is a path such as groups/{group}, without spaces and single braces")
    kind, is_open = kinds[0].removeprefix(_NUMBER), path.startswith("{")
    pattern = re.compile(_as_regex(path, _FEWEST_DIGITS if is_open else 1), re.IGNORECASE)
    literals = len(_PLACE.sub("", path)) + (kind != kinds[0])
    return AccountPath(kind, pattern, host, literals, is_open)


def _as_regex(path: str, digits: int) -> str:
    """The path's beginning: what is below an account, such as its posts, is the account's as well."""
    return "".join(_part_as_regex(part, digits) for part in re.split(r"(\{#?\w+\})", path)) + r"(?![^/?])"


def _part_as_regex(part: str, digits: int) -> str:
    place = _PLACE.fullmatch(part)
    if place is None:
        return re.escape(part)
    if place[1] == _ANYTHING:
        return "[^/?]+"
    return rf"(?P<name>\d{{{digits},}})" if place[1].startswith(_NUMBER) else "(?P<name>[^/?]+)"
