"""Accounts that are not ours and could be taken for ours: how an impostor's name imitates another.

The tricks are those that registries and services warn of: letters of another alphabet and digits that look the same
(confusables in Unicode Technical Standard 39), other punctuation, a letter or two changed, a word such as "official",
and a host that imitates a service's.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import idna

from bot.domain.accounts.addresses import REMEMBERED, account_of, accounts_of, normalise_handle, split_url
from bot.domain.accounts.platforms import PlatformId, Platforms, is_within
from bot.domain.channels import Channel


class Likeness(StrEnum):
    """How an account resembles one of ours; the first of these that holds is told."""

    HOST = "host"
    """Our name, on a host that imitates a service's or our own."""
    SAME_NAME = "same_name"
    """Our very name, where we have no such channel."""
    SAME_LOOK = "same_look"
    """A name that looks the same: other letters, other punctuation."""
    MORE_WORDS = "more_words"
    """Our name with more words."""
    NEARLY = "nearly"
    """Our name with a letter or two changed."""


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How an account resembles ours, and which of ours, the likeliest first."""

    likeness: Likeness
    channels: tuple[Channel, ...]


_Names = Mapping[str, tuple[Channel, ...]]
_SHORTEST = 4
"""Shorter names are too many for a likeness to mean anything."""
_TELLING, _TELLING_IN_HOST = 8, 5
"""From this length on a name is noticed among whatever other words stand beside it."""
_ONE_SLIP, _TWO_SLIPS = 8, 14
"""The lengths from which one letter, and two, may be wrong."""
_LOOKS = {
    "a": "аα", "b": "вьβ", "c": "сϲ", "d": "ԁđ", "e": "еєε", "g": "ɡ", "h": "һн", "i": "іιı", "j": "јϳ", "k": "кκ",
    "l": "ӏł", "m": "м", "n": "пη", "o": "оοσøө", "p": "рρ", "q": "ԛ", "r": "г", "s": "ѕ", "t": "тτ", "u": "υ",
    "v": "νѵ", "w": "ԝω", "x": "хχ", "y": "уүγ",
}  # fmt: skip
_LETTERS = {ord(other): letter for letter, others in _LOOKS.items() for other in others}
_DIGITS = str.maketrans("013457i|", "oleastll")
_PUNCTUATION = re.compile(r"[\s._\-]+")


def _plain(name: str) -> str:
    """``name`` in small Latin letters without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(_LETTERS)
    return "".join(c for c in letters if not unicodedata.combining(c))


@lru_cache(maxsize=REMEMBERED)
def _look(name: str) -> str:
    """What all names have in common that look like ``name`` at a glance."""
    return _PUNCTUATION.sub("", _plain(name)).translate(_DIGITS).replace("rn", "m").replace("vv", "w")


_LURE_WORDS = (
    "account|backup|contest|finland|giveaway|help|helpdesk|info|news|official|page|prize|prizes|real|service|support"
    "|team|the|verified|winner|winners|aito|arvonnat|arvonta|asiakaspalvelu|kilpailu|palkinnot|palkinto|sivu|suomi"
    "|tiedote|tili|tuki|uusi|uutiset|virallinen|voittaja|voittajat|voitto|kundtjänst|konto|nyheter|officiell|officiella"
    "|pris|priser|sida|stöd|tävling|utlottning|vinnare|vinst"
)
_LURES = re.compile(f"(?:{_plain(_LURE_WORDS)}|{'|'.join(_look(word) for word in _LURE_WORDS.split('|'))})+")


def resembled(address: str, channels: Iterable[Channel], platforms: Platforms) -> Resemblance | None:
    """How ``address``, a URL or a handle that is none of ours, resembles ``channels``. None where it does not."""
    channels = tuple(channels)
    host, path = split_url(address)
    imitated = _imitated(host, path, channels, platforms) if host else ()
    if imitated:
        return Resemblance(Likeness.HOST, imitated)
    account = account_of(address, platforms)
    if account is not None:
        name, platform = _core(account.name, account.platform, platforms), account.platform
    elif host and path:
        return None  # a page somewhere, or a post that does not tell whose it is
    else:
        name, platform = _core(normalise_handle(address), "bluesky", platforms), ""
    found = _alike(name, _names(channels, platforms))
    if found is None:
        return None
    return Resemblance(found.likeness, tuple(sorted(found.channels, key=lambda channel: channel.platform != platform)))


def _alike(name: str, names: _Names) -> Resemblance | None:
    """The plainest likeness of ``name`` to ``names``, and all channels whose names have it."""
    found: dict[Likeness, dict[str, Channel]] = {}
    for ours, channels in names.items():
        if likeness := _likeness(name, ours, _TELLING):
            found.setdefault(likeness, {}).update({channel.id: channel for channel in channels})
    best = next((likeness for likeness in Likeness if likeness in found), None)
    return Resemblance(best, tuple(found[best].values())) if best else None


def _likeness(theirs: str, ours: str, telling: int) -> Likeness | None:
    their_look, our_look = _look(theirs), _look(ours)
    if len(our_look) < _SHORTEST:
        return None
    if theirs == ours:
        return Likeness.SAME_NAME
    if their_look == our_look:
        return Likeness.SAME_LOOK
    if our_look in their_look and _has_more_words(theirs, ours, telling):
        return Likeness.MORE_WORDS
    slips = (len(our_look) >= _ONE_SLIP) + (len(our_look) >= _TWO_SLIPS)
    if their_look[:1] == our_look[0] and _is_within_slips(their_look, our_look, slips):
        return Likeness.NEARLY  # people notice a first letter that is wrong; other towns' names differ by just that
    return None


def _has_more_words(theirs: str, ours: str, telling: int) -> bool:
    """Whether ``theirs`` is ours with words such as "official" or a number; or with whatever words, set apart by
    punctuation, where ours is a telling name."""
    words = [word for word in _PUNCTUATION.split(_plain(theirs)) if word]
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if _look("".join(words[start:end])) == _look(ours):
                rest = "".join(words[:start] + words[end:])
                return bool(rest) and (len(_look(ours)) >= telling or _is_lure(rest))
    forms = ((_PUNCTUATION.sub("", _plain(theirs)), _PUNCTUATION.sub("", _plain(ours))), (_look(theirs), _look(ours)))
    return any(_is_lure(rest) for form, known in forms for rest in _rests(form, known))


def _rests(text: str, known: str) -> Iterator[str]:
    if text.startswith(known):
        yield text.removeprefix(known)
    if text.endswith(known):
        yield text.removesuffix(known)


def _is_lure(text: str) -> bool:
    return text.isdecimal() or _LURES.fullmatch(text) is not None


def _is_within_slips(a: str, b: str, slips: int) -> bool:
    """Whether at most ``slips`` slips make ``a`` of ``b``: a letter changed, missing, too much, or two swapped."""
    if abs(len(a) - len(b)) > slips:
        return False
    same = next((i for i, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))
    a, b = a[same:], b[same:]
    if not a or not b:
        return len(a) + len(b) <= slips
    if slips == 0:
        return False
    swapped = a[:2] == b[1::-1] and len(a) > 1 and _is_within_slips(a[2:], b[2:], slips - 1)
    return swapped or any(_is_within_slips(*rest, slips - 1) for rest in ((a[1:], b[1:]), (a[1:], b), (a, b[1:])))


def _names(channels: Iterable[Channel], platforms: Platforms) -> _Names:
    """What our accounts are called; ids and numbers, which nobody reads, are left out."""
    names: dict[str, dict[str, Channel]] = {}
    for channel in channels:
        accounts = tuple(accounts_of(channel.platform, channel.url, channel.handle, platforms))
        called = {_core(one.name, one.platform, platforms) for one in accounts if not one.kind.isupper()}
        if not accounts and channel.handle and channel.handle.lower() != split_url(channel.url)[0]:
            called.add(normalise_handle(channel.handle))
        for name in called:
            if not name.isdecimal():
                names.setdefault(name, {})[channel.id] = channel
    return {name: tuple(found.values()) for name, found in names.items()}


def _core(name: str, platform_id: PlatformId, platforms: Platforms) -> str:
    """The name without the host that some platforms add to it: ``name@mastodon.social``, ``name.bsky.social``."""
    name = name.partition("@")[0]
    for host in platforms[platform_id].hosts if platform_id in platforms else ():
        name = name.removesuffix(f".{host}")
    return name


# Hosts. -------------------------------------------------------------------------------------------------------------


def _imitated(host: str, path: str, channels: tuple[Channel, ...], platforms: Platforms) -> tuple[Channel, ...]:
    """The channels for which somebody may take a page on a ``host`` that is neither a platform's nor ours."""
    sites = [(split_url(c.url)[0], c) for c in channels if c.url and account_of(c.url, platforms) is None]
    known = {name: platform.id for platform in platforms.values() for name in platform.hosts}
    if any(is_within(host, name) for name in (*known, *(site for site, _ in sites))):
        return ()
    own = [channel for site, channel in sites if not split_url(channel.url)[1] and _imitates(host, site)]
    imitated = {platform for name, platform in known.items() if _imitates(host, name)}
    if not imitated:
        return tuple(own)
    words = [word.removeprefix("@").lower() for word in (*path.split("/"), *_readable(host).split(".")) if word]
    names = _names(channels, platforms)
    alike = {c.id: c for word in words if (found := _alike(word, names)) for c in found.channels}
    there = tuple(channel for channel in alike.values() if channel.platform in imitated)
    return (*own, *(there or alike.values()))


def _imitates(host: str, known: str) -> bool:
    """Whether ``host`` could be taken for ``known``: ``faceb00k.com``, ``facebook.com.evil.example``."""
    if is_within(known, host):
        return False
    if f".{known}." in f".{host}.":
        return True
    theirs, ours = (_readable(name).rpartition(".")[0] for name in (host, known))
    return _likeness(theirs, ours, _TELLING_IN_HOST) is not None


@lru_cache(maxsize=REMEMBERED)
def _readable(host: str) -> str:
    """``host`` as a browser shows it: ``xn--…`` in its own letters."""
    try:
        return idna.decode(host) if "xn--" in host else host
    except idna.IDNAError:
        return host
