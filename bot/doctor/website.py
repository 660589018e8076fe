"""The municipality's website: whether its pages can be read, and how many channels they link."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import TYPE_CHECKING, Final

from bot.activity.destinations import Destinations, internal_hosts
from bot.activity.model import SourceError
from bot.app.web import contact_in
from bot.doctor.finding import Finding, ok, warning
from bot.domain.register import Register
from bot.knowledge.content import common
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.activity.fetcher import Fetcher

WEBSITE: Final = "SOME_WEBSITE"


async def website(
    settings: Settings, register: Register | None, at: datetime, fetcher: Fetcher | None = None
) -> AsyncIterator[Finding]:
    """What can be read of the pages that are set, and how many channels in the ``register`` were seen there; nothing is
    asked of anybody where none is set."""
    if not settings.website:
        return
    from bot.activity.fetcher import Fetcher

    own = Destinations(internal_hosts(settings.internal_hosts))
    async with fetcher or Fetcher(contact_in(settings), own) as web:
        for address in settings.website:
            try:
                await web.get(address, at)
            except SourceError as problem:
                found = f"{address} can not be read: {problem.failure.words}"
                yield warning(WEBSITE, found, "write the address as a browser shows it, or let this machine reach it")
            else:
                yield ok(WEBSITE, f"{address} can be read")
    if register is not None:
        platforms, listed = common.platforms(settings.knowledge_dir), register.listed()
        links = [register.website_link_of(channel, platforms) for channel in listed]
        linked = sum(link is not None and link.is_seen_on(at.date()) for link in links)
        yield ok(WEBSITE, f"links {linked} of {len(listed)} channels, as far as was seen in its weekly look")
