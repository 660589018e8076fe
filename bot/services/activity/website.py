"""The municipality's website is read once a week: which channels it links is seen, and which accounts nobody has
registered; what is said of those is kept."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import aclosing, suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.activity.links import WebPage, accounts_in, is_for_sharing, links_me
from bot.activity.model import SourceError
from bot.domain.accounts.address_book import WebsiteLink
from bot.domain.accounts.addresses import address_key, keys_of, split_url
from bot.domain.accounts.platforms import NO_PLATFORMS, Platforms
from bot.domain.channels import Channel, Status
from bot.domain.people import Actor
from bot.domain.register import Register
from bot.domain.reminders.notice import ChannelName, WebsiteFindings
from bot.services.access import require_ict_secretary
from bot.services.activity.documents import WEBSITE_LINKS, WEBSITE_VISITS, WebsiteVisit
from bot.services.activity.outside import Nothing, Website
from bot.services.committing import update
from bot.services.ports import Change, State, Store
from bot.services.register.documents import register_of

BETWEEN_VISITS: Final = timedelta(days=7)
_AFTER_A_FAILURE: Final = timedelta(days=1)
_LATER: Final = timedelta(days=28)
"""After how long an account is listed again that was put off."""
_UNKNOWN_AT_MOST: Final = 300
"""How many accounts that nobody has registered are kept of one visit: more are no municipality's."""
_LONGEST: Final = 300
"""The longest address that is kept, in characters."""

_WEBSITE: Final = "website"
"""The platform of channels that are websites themselves: nothing has to link those."""

_Links = dict[str, WebsiteLink]


class WebsiteLooks:
    """Reads the ``website``, and knows what was seen there."""

    def __init__(self, store: Store, website: Website | None = None, platforms: Platforms = NO_PLATFORMS) -> None:
        self._store = store
        self._website = website or Nothing()
        self._platforms = platforms

    async def look(self, at: datetime) -> None:
        """Read what is due ``at``, address by address; what was found at one is kept by one commit. Raises
        StoreError."""
        visits = (await self._store.read()).of(WEBSITE_VISITS)
        for address in self._website.addresses:
            if _is_due(visits.get(address), at):
                await self._read(address, at)

    def findings(self, state: State, at: datetime) -> WebsiteFindings:
        """What the ICT secretary should know of the website: the channels in use that it does not link, as far as is
        seen, unless somebody has said that it does; and how many accounts it links that nobody has registered."""
        register = register_of(state)
        not_linked = self._not_linked(register, at.date()) if self._was_read(state, at) else ()
        names = tuple(ChannelName(channel.id, channel.name) for channel in not_linked)
        return WebsiteFindings(names, len(self.unregistered(register, at)))

    def unregistered(self, register: Register, at: datetime) -> tuple[tuple[str, WebsiteLink], ...]:
        """The accounts that the website links and the register does not know, by their keys, as there is something to
        be said of them."""
        return tuple(
            (key, link)
            for key, link in register.website.items()
            if link.is_listed_on(at.date()) and not register.with_keys(frozenset({key}), self._platforms)
        )

    async def say_not_ours(self, actor: Actor, key: str) -> None:
        """The account is not the municipality's: it is not listed any more. Raises NotAllowedError, StoreError."""
        await self._say(actor, key, lambda link: replace(link, not_ours=True))

    async def put_off(self, actor: Actor, key: str, at: datetime) -> None:
        """The account is listed again in four weeks. Raises NotAllowedError, StoreError."""
        await self._say(actor, key, lambda link: replace(link, not_before=at.date() + _LATER))

    async def _say(self, actor: Actor, key: str, said: Callable[[WebsiteLink], WebsiteLink]) -> None:
        require_ict_secretary(actor)

        def plan(state: State) -> list[Change]:
            link = state.of(WEBSITE_LINKS).get(key)
            return [] if link is None or said(link) == link else [Change.put(WEBSITE_LINKS, key, said(link))]

        await update(self._store, plan)

    async def _read(self, address: str, at: datetime) -> None:
        """Read what is at ``address``; what was read before something failed counts."""
        register, found = register_of(await self._store.read()), _Links()
        known = frozenset[str]().union(
            *(keys_of(one.platform, one.url, one.handle, self._platforms) for one in register.channels.values())
        )
        count, why = 0, None
        try:
            async with aclosing(self._website.pages(address, at)) as pages:
                async for page in pages:
                    count += 1
                    # A page may have thousands of links: others get their replies meanwhile.
                    on_page = await asyncio.to_thread(_links_on, page, known, self._platforms, at.date())
                    _take_in(on_page, found, known)
        except SourceError as error:
            why = error.failure
        found |= await self._both_ways(register, address, found, at)
        visit = Change.put(WEBSITE_VISITS, address, WebsiteVisit(at, count, why))
        await update(self._store, lambda state: [visit, *_noting(state, found)])

    async def _both_ways(self, register: Register, address: str, found: _Links, at: datetime) -> _Links:
        """Those of the links ``found`` that the website calls its own, and whose accounts call the website theirs."""
        own = _Links()
        for key, link in found.items():
            for channel in register.with_keys(frozenset({key}), self._platforms) if link.me else ():
                with suppress(SourceError):
                    if links_me(await self._website.profile_links(channel, at), address):
                        own[key] = replace(link, mutual_on=link.on)
        return own

    def _not_linked(self, register: Register, today: date) -> Iterator[Channel]:
        hosts = {split_url(address)[0] for address in self._website.addresses}
        for channel in register.listed():
            if channel.status_on(today) is not Status.IN_USE or channel.website_link or channel.platform == _WEBSITE:
                continue
            link = register.website_link_of(channel, self._platforms)
            is_there = link is not None and link.is_seen_on(today)
            if channel.url and split_url(channel.url)[0] not in hosts and not is_there:
                yield channel

    def _was_read(self, state: State, at: datetime) -> bool:
        """Whether all of the website could be read, and not long ago: else nobody can say what it does not link."""
        visits = [state.of(WEBSITE_VISITS).get(address) for address in self._website.addresses]
        return bool(visits) and all(one and one.why is None and at - one.at < 2 * BETWEEN_VISITS for one in visits)


def _is_due(visit: WebsiteVisit | None, at: datetime) -> bool:
    return visit is None or at - visit.at >= (BETWEEN_VISITS if visit.why is None else _AFTER_A_FAILURE)


def _links_on(page: WebPage, known: frozenset[str], platforms: Platforms, today: date) -> _Links:
    """The accounts that ``page`` links, and whatever else of the ``known`` addresses, by their keys."""
    links = [link for link in page.links if len(link.url) <= _LONGEST and not is_for_sharing(link)]
    accounts = {one.account.key: one.link for one in accounts_in(links, platforms)}
    others = {key: link for link in reversed(links) if (key := address_key(link.url, platforms)) in known}
    return {key: WebsiteLink(one.url, page.url, today, one.text, one.me) for key, one in (others | accounts).items()}


def _take_in(links: _Links, found: _Links, known: frozenset[str]) -> None:
    """Add ``links`` to those ``found``: of each, the first page where it is counts."""
    unknown = len(found.keys() - known)
    for key, link in links.items():
        before = found.get(key)
        if before is not None:
            found[key] = replace(before, me=before.me or link.me)
        elif key in known or unknown < _UNKNOWN_AT_MOST:
            found[key] = link
            unknown += key not in known


def _noting(state: State, found: _Links) -> Iterator[Change]:
    """The changes that keep what was ``found``; what was said of it before stays."""
    for key, link in found.items():
        before = state.of(WEBSITE_LINKS).get(key, link)
        now = replace(
            link,
            mutual_on=link.mutual_on or before.mutual_on,
            not_ours=before.not_ours,
            not_before=before.not_before,
        )
        if now != state.of(WEBSITE_LINKS).get(key):
            yield Change.put(WEBSITE_LINKS, key, now)
