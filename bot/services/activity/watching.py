"""Looking at the channels' sources, so that what can be seen is asked of nobody."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.activity.model import NEVER, Failure, SourceReport, Watched
from bot.activity.outages import PlatformOut
from bot.activity.source import SourceRef
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Channel, ChannelId, Status
from bot.domain.evidence import SourceState
from bot.domain.people import Person
from bot.services.access import Access
from bot.services.activity.documents import SOURCES, FollowedSource
from bot.services.activity.noting import noting, noting_outages
from bot.services.activity.outside import Outside
from bot.services.activity.reporting import reporting
from bot.services.activity.website import WebsiteLooks
from bot.services.committing import update
from bot.services.notifying import Notifier
from bot.services.ports import Change, State, Store
from bot.services.register.documents import register_of

_BATCH: Final = 50
"""How many reports are kept by one commit: it takes some milliseconds, in which nobody else gets a reply."""
_AT_LATEST: Final = 2.0
"""After so many seconds they are kept however few they are: services that hang may take minutes."""
_WISHED: Final = frozenset({Failure.BUSY, Failure.KEY_LIMIT})
"""Failures after which the other side says when to come again."""
_A_MOMENT: Final = 1.5
"""How many seconds somebody waits who has given an address: Slack gives them three in all."""
_WATCHED: Final = frozenset({Status.IN_USE, Status.PAUSED})


class Watching:
    """Looks at the sources by way of ``outside``, keeps what they show, and tells of it; then at the ``website``."""

    def __init__(
        self,
        store: Store,
        outside: Outside,
        access: Access,
        notifier: Notifier,
        working: WorkingTime,
        website: WebsiteLooks | None = None,
    ) -> None:
        self._store = store
        self._outside = outside
        self._access = access
        self._notifier = notifier
        self._working = working
        self._website = website or WebsiteLooks(store)
        self._one_at_a_time = asyncio.Lock()
        self._limits: set[asyncio.Timeout] = set()
        self._tried: dict[SourceRef, SourceReport] = {}
        self.on_expected: Callable[[], None] = lambda: None
        """Called when there is a source that somebody waits to hear of; whoever looks listens."""

    async def look(self, at: datetime, *, due_only: bool = True, keep: bool = True) -> dict[ChannelId, SourceReport]:
        """Look at the sources that are due ``at``, or at all but those that wish to be left alone; the reports of those
        that were looked at; last at the website, where that is due. What is found is kept as it comes: a look that is
        cancelled has lost little. Raises StoreError."""
        reports: dict[ChannelId, SourceReport] = {}
        async with self._one_at_a_time:
            waiting: list[SourceReport | PlatformOut] = []
            clock = asyncio.get_running_loop().time
            kept_at = clock()
            watched = self._watched(await self._store.read(), due_only=due_only)
            async with aclosing(self._outside.watch(watched, at)) as told:
                async for one in told:
                    reports |= {report.key: report for report in _reports_in([one])}
                    waiting.append(one)
                    if keep and (len(waiting) >= _BATCH or clock() - kept_at >= _AT_LATEST):
                        await self._keep(waiting, at)
                        waiting, kept_at = [], clock()
            if keep:
                await self._keep(waiting, at)
                await self._tell(at)
                await self._website.look(at)
        return reports

    async def look_for(self, at: datetime, longest: timedelta) -> None:
        """As ``look``, for no longer than ``longest``, or until somebody is in a hurry."""
        with suppress(TimeoutError):
            async with asyncio.timeout(longest.total_seconds()) as limit:
                self._limits.add(limit)
                try:
                    await self.look(at)
                finally:
                    self._limits.discard(limit)

    def hurry(self) -> None:
        """End the looks that somebody waits for: the bot is to stop."""
        for limit in self._limits:
            limit.reschedule(asyncio.get_running_loop().time())

    async def try_out(self, channel: Channel, at: datetime) -> SourceReport | None:
        """What the source of ``channel`` shows, before that is registered; None where none is known, or it does not
        say so within a moment. What was found is kept for when the channel is registered within the hour."""
        self._tried = {ref: report for ref, report in self._tried.items() if not report.visit.is_due(at)}
        ref = self._outside.source_of(channel)
        if ref is not None and ref not in self._tried:
            with suppress(TimeoutError):
                await self._try_out(ref, at)
        return self._tried.get(ref) if ref is not None else None

    async def _try_out(self, ref: SourceRef, at: datetime) -> None:
        one = Watched(ref.where, ref)
        async with asyncio.timeout(_A_MOMENT), aclosing(self._outside.watch([one], at)) as told:
            async for found in told:
                for report in _reports_in([found]):
                    self._tried[ref] = report

    async def expect(self, person: Person, channels: Iterable[ChannelId], at: datetime) -> int:
        """Let ``person`` know what the sources of ``channels`` show, once they were looked at, but for those that were
        tried out before; of how many. Raises StoreError."""
        wanted, expected = tuple(channels), 0

        def plan(state: State) -> list[Change]:
            nonlocal expected
            tried = noting(state, self._tried_of(state, wanted, at), self._outside, self._working.zone, at)
            expecting = list(self._expecting(state.after(tried), wanted, person))
            expected = len(expecting)
            return [*tried, *expecting]

        await update(self._store, plan)
        if expected:
            self.on_expected()
        return expected

    def _watched(self, state: State, *, due_only: bool) -> Iterator[Watched]:
        for channel in register_of(state).channels.values():
            ref, known = self._outside.source_of(channel), state.of(SOURCES).get(channel.id)
            if ref is not None and channel.status in _WATCHED:
                visit = known.visit if known and known.ref == ref else NEVER
                wait = due_only or visit.why in _WISHED
                yield Watched(channel.id, ref, visit if wait else replace(visit, not_before=None))

    def _tried_of(self, state: State, channels: Iterable[ChannelId], at: datetime) -> Iterator[SourceReport]:
        """What trying them out has found of those ``channels`` that have just been registered."""
        for key in channels:
            channel = register_of(state).channels.get(key)
            report = self._tried.get(ref) if channel and (ref := self._outside.source_of(channel)) else None
            if report is not None and key not in state.of(SOURCES) and not report.visit.is_due(at):
                yield replace(report, key=key)

    def _expecting(self, state: State, channels: Iterable[ChannelId], person: Person) -> Iterator[Change]:
        register = register_of(state)
        for key in channels:
            channel, known = register.channels.get(key), state.of(SOURCES).get(key)
            ref = self._outside.source_of(channel) if channel and channel.status in _WATCHED else None
            if ref is not None and (known is None or known.ref != ref):
                yield Change.put(SOURCES, key, FollowedSource(ref, SourceState(ref.where), asked_by=person.id))

    async def _keep(self, found: Sequence[SourceReport | PlatformOut], at: datetime) -> None:
        reports, outages = list(_reports_in(found)), [one for one in found if isinstance(one, PlatformOut)]

        def plan(state: State) -> list[Change]:
            kept = noting(state, reports, self._outside, self._working.zone, at)
            return [*kept, *noting_outages(state, outages, reports, at)]

        await self._commit(plan)

    async def _tell(self, at: datetime) -> None:
        """Tell of outages that last, and what first looks have found; let go of what is no source any more."""

        await self._commit(lambda state: [*self._let_go(state), *reporting(state, self._access, self._notifier, at)])

    async def _commit(self, plan: Callable[[State], list[Change]]) -> None:
        before, after = await update(self._store, plan)
        if before is not after:
            self._notifier.posted()

    def _let_go(self, state: State) -> Iterator[Change]:
        """Sources that are not looked at any more, as where a key was taken away: what they showed stays seen, and they
        say nothing of today."""
        channels = register_of(state).channels
        for key, known in state.of(SOURCES).items():
            channel = channels.get(key)
            if channel is not None and self._outside.source_of(channel) is None:
                silent = SourceState(known.state.where, known.state.seen_on, known.state.link)
                if silent != known.state:
                    yield Change.put(SOURCES, key, FollowedSource(known.ref, silent))


def _reports_in(found: Iterable[SourceReport | PlatformOut]) -> Iterator[SourceReport]:
    for one in found:
        yield from one.held if isinstance(one, PlatformOut) else (one,)
