"""The service of a channel as people write it ("X (Twitter)", "Facebook-sivu", "Muu"), and what its address says."""

from collections.abc import Mapping
from itertools import pairwise

from bot.domain.accounts.addresses import names_account, normalise_url, platform_of
from bot.domain.accounts.platforms import PlatformId, Platforms
from bot.language.lexicon import words_of
from bot.services.register.records.cells import NOTHING

OTHER: PlatformId = "other"
"""The platform of an address that is on none of those that are known."""
_OTHERS = frozenset(words_of("muu muut annan annat övrig övriga other"))
_LONG = 4
"""Letters from which on a nickname may begin a longer word: ``facebooksivu``."""


def with_platform(values: Mapping[str, object], platforms: Platforms) -> Mapping[str, object]:
    """``values`` of a record with the id of the platform that is meant: the one that is called so; where that leaves a
    doubt, or is no service by itself (a website), the one that the address is on. What stays in doubt stays as it is.
    """
    called = values.get("platform")
    if not isinstance(called, str):
        return values
    url = values.get("url")
    meant = _meant(called, url if isinstance(url, str) and url.strip() not in NOTHING else "", platforms)
    return {**values, "platform": meant} if meant else values


def corrected(values: Mapping[str, object], platform: PlatformId, platforms: Platforms) -> str:
    """The name of ``platform``, where by the address it is another one than ``values`` name; else nothing."""
    called = values.get("platform")
    if not isinstance(called, str) or not called.strip() or platform in called_platforms(called, platforms):
        return ""
    return platforms[platform].name


def wrong_place(url: str, platform: PlatformId, platforms: Platforms) -> tuple[str, str, str] | None:
    """Why ``url`` is no account's on ``platform``: the code of the problem, its English text, and the name of the
    platform that it speaks of; None where it may be one."""
    on = platform_of(url, platforms)
    if on not in (None, platform) and platforms[platform].hosts:
        name = platforms[on or ""].name
        return "other-platform", f"the address is on {name}", name
    if not names_account(url, platforms):
        return "no-account", "the address does not tell whose it is: write the account's own", ""
    return None


def called_platforms(text: str, platforms: Platforms) -> tuple[PlatformId, ...]:
    """The platforms that ``text`` names, whatever else it says: by id, name or nickname."""
    plain = text.strip().lower()
    for platform in platforms.values():
        if text == platform.id or plain == platform.name.lower() or plain in platform.nicknames:
            return (platform.id,)
    words = words_of(text)
    named = tuple(
        platform.id
        for platform in platforms.values()
        if platform.id != OTHER and any(_is_called(words, name) for name in (platform.name, *platform.nicknames))
    )
    certain = tuple(one for one in named if platforms[one].hosts)  # "Facebook-sivut" is no website
    return certain or named or ((OTHER,) if OTHER in platforms and _OTHERS.intersection(words) else ())


def _is_called(words: list[str], name: str) -> bool:
    name = "".join(words_of(name))
    with_next = map("".join, pairwise(words))  # "tik tok"
    return any(word == name or (len(name) >= _LONG and word.startswith(name)) for word in (*words, *with_next))


def _meant(called: str, url: str, platforms: Platforms) -> PlatformId | None:
    named = called_platforms(called, platforms)
    at = platform_of(url, platforms) if url else None
    if at and (at in named or not any(platforms[one].hosts for one in named)):
        return at
    if len(named) == 1:
        return named[0]
    is_elsewhere = not named and called.strip() not in NOTHING and at is None and normalise_url(url) is not None
    return OTHER if is_elsewhere and OTHER in platforms else None
