"""Where channels' updates are seen: what the keys are good for, and which channels are followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final

from bot.activity.model import OUT_OF_REACH, Failure, SourceError
from bot.activity.source import NEED_KEY, SourceKind
from bot.app.stores import open_stores
from bot.app.web import contact_in, known_source
from bot.doctor.finding import Finding, error, ok, warning
from bot.domain.accounts.platforms import Platforms
from bot.domain.register import Register
from bot.errors import SomebotError
from bot.services.activity.documents import SEEN
from bot.services.register.documents import COLLECTIONS, register_of
from bot.setting_values import secret
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.activity.fetcher import Fetcher
    from bot.activity.meta_token import TokenCheck

TOKEN, KEY, HOSTS = "META_TOKEN", "YOUTUBE_API_KEY", "SOME_INTERNAL_HOSTS"
_NEW: Final = "make a new one, and set it"


async def keys(settings: Settings, at: datetime, fetcher: Fetcher | None = None) -> AsyncIterator[Finding]:
    """What the platforms say of the keys that are set; nothing is asked of anybody where none is."""
    token, key = secret(settings.meta_token), secret(settings.youtube_api_key)
    if settings.internal_hosts:
        yield ok(HOSTS, f"sources may be on {', '.join(settings.internal_hosts)}")
    if not (token or key):
        return
    from bot.activity.fetcher import Fetcher

    async with fetcher or Fetcher(contact_in(settings)) as web:
        if token:
            for finding in await _meta(web, token, at):
                yield finding
        if key:
            yield await _youtube(web, key, at)


async def register_in(settings: Settings) -> Register | None:
    """The register in the settings' folder, with what was seen of its channels; None where it can not be read, which is
    said elsewhere."""
    try:
        stores = await open_stores(settings, kept=(*COLLECTIONS, *SEEN), read_only=True)
        try:
            return register_of(await stores.kept.read())
        finally:
            await stores.close()
    except SomebotError:
        return None


def channels(register: Register, settings: Settings, platforms: Platforms) -> Iterator[Finding]:
    """How many channels say themselves that they are updated, by platform, how far their first looks have come, which
    sources fail, and what a key would add."""
    followed, asked, lacking = Counter[str](), Counter[str](), Counter[SourceKind]()
    new = unreached = 0
    for channel in register.listed():
        ref, source = known_source(channel, platforms), register.sources.get(channel.id)
        if ref is not None and ref.kind in NEED_KEY and not secret(settings.meta_token):
            lacking[ref.kind] += 1
        elif ref is None or (source is not None and source.why and not source.fails):
            asked[channel.platform] += 1
        else:
            followed[channel.platform] += 1
            new += source is None or (source.read_on is None and not source.why)
        unreached += source is not None and not source.fails and source.why in OUT_OF_REACH
        if source is not None and source.failing_since is not None:
            advice = "look whether its address is right, and edit it"
            yield warning(f"source of {channel.id}", f"fails since {source.failing_since}: {source.why}", advice)
    yield ok("sources", f"{followed.total()} channels are followed{_named(followed)}")
    if asked:
        yield ok("sources", f"of {asked.total()}{_named(asked)} nothing is shown to programs: people are asked")
    if new:
        yield ok("sources", f"{new} of {followed.total()} wait for their first look, one a second at each service")
    if unreached:
        advice = "let this machine reach the web (outbound 443), and sites let it in, or people go on being asked"
        yield warning("sources", f"{unreached} could never be read from here", advice)
    if lacking:
        named = ", ".join(f"{count} on {kind.value.title()}" for kind, count in sorted(lacking.items()))
        yield ok("sources", f"with {TOKEN}, {named} could be followed as well")


def _named(by_platform: Counter[str]) -> str:
    """How many there are of each platform, in brackets."""
    named = ", ".join(f"{count} {platform}" for platform, count in by_platform.most_common())
    return f" ({named})" if named else ""


async def _meta(fetcher: Fetcher, token: str, at: datetime) -> list[Finding]:
    from bot.activity.meta_token import check_token
    from bot.activity.sources.graph import Graph

    try:
        return list(_of_token(await check_token(Graph(fetcher, token), token, at), at))
    except SourceError as problem:
        if problem.failure is Failure.KEY_REFUSED:
            return [error(TOKEN, "is refused by Meta: it has ended, or was withdrawn", _NEW)]
        return [warning(TOKEN, f"could not be checked ({problem.failure.value})", "try again")]


def _of_token(check: TokenCheck, at: datetime) -> Iterator[Finding]:
    if not check.valid:
        yield error(TOKEN, "is not valid", _NEW)
        return
    if check.missing:
        yield error(TOKEN, f"may not do all that is needed: {', '.join(check.missing)}", "give it these permissions")
    if check.ends_soon(at):
        yield warning(TOKEN, f"ends on {check.ends:%Y-%m-%d}", f"{_NEW} before that day")
    pages = ", ".join(check.pages) or "no pages"
    instagram = "Instagram can be read" if check.instagram else "no page has an Instagram account: it can not be read"
    until = f"until {check.ends:%Y-%m-%d}" if check.ends else "without an end"
    found = f"reaches {pages}, {until}; {instagram}"
    advice = "give its system user access to the municipality's pages"
    yield ok(TOKEN, found) if check.pages else warning(TOKEN, found, advice)


async def _youtube(fetcher: Fetcher, key: str, at: datetime) -> Finding:
    from bot.activity.sources.youtube_api import YouTubeApi

    try:
        await YouTubeApi(fetcher, key).check(at)
    except SourceError as problem:
        if problem.failure in (Failure.KEY_REFUSED, Failure.KEY_RIGHTS):
            return error(KEY, f"is refused by YouTube ({problem.failure.value})", _NEW)
        return warning(KEY, f"could not be checked ({problem.failure.value})", "try again")
    return ok(KEY, "can be used: YouTube is read with it when its feeds are out")
