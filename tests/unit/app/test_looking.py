"""Looking goes on: round after round, at once when somebody waits, and through whatever fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable
from datetime import datetime, timedelta

from bot.activity.model import SourceReport, Watched
from bot.activity.outages import PlatformOut
from bot.activity.source import SourceKind, SourceRef
from bot.app.running import beside, go_on_looking
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Channel
from bot.domain.people import Person
from bot.services.access import Access
from bot.services.activity.watching import Watching
from bot.services.reminders.outbox import Outbox
from bot.surfaces.surface import Surfaces
from tests.support.bot_in_memory import HELSINKI, NOON, StoppedClock
from tests.unit.services.support import channel, store_of

A_MOMENT = timedelta(milliseconds=1)


class Hanging:
    """An outside that tells when it is looked at; it hangs, or fails."""

    def __init__(self) -> None:
        self.begun: asyncio.Queue[int] = asyncio.Queue()
        self.looks = 0
        self.ended = 0
        self.hangs = False

    def source_of(self, one: Channel) -> SourceRef:
        return SourceRef(SourceKind.FEED, "https://kunta.example/feed")

    async def watch(self, sources: Iterable[Watched], at: datetime) -> AsyncGenerator[SourceReport | PlatformOut]:
        self.looks += 1
        self.begun.put_nowait(self.looks)
        try:
            if self.hangs:
                await asyncio.Event().wait()
            if self.looks == 1:
                raise ValueError("nobody foresaw this")
        finally:
            self.ended += 1
        return
        yield


def watching(outside: Hanging) -> Watching:
    store, access = store_of(channel()), Access()
    return Watching(store, outside, access, Outbox(store, access, Surfaces()), WorkingTime(HELSINKI))


async def test_rounds_go_on_whatever_befalls_one() -> None:
    outside = Hanging()
    async with beside(go_on_looking(watching(outside), StoppedClock(), settling=A_MOMENT, between=A_MOMENT)):
        assert [await outside.begun.get() for _ in range(3)] == [1, 2, 3]


async def test_whoever_waits_to_hear_of_a_source_does_not_wait_for_the_next_round() -> None:
    outside = Hanging()
    looks = watching(outside)
    async with beside(go_on_looking(looks, StoppedClock(), settling=A_MOMENT, between=timedelta(days=1))):
        assert await outside.begun.get() == 1
        assert await looks.expect(Person("ict"), [channel().id], NOON) == 1
        assert await outside.begun.get() == 2
        assert await looks.expect(Person("ict"), [channel().id, "none"], NOON) == 0, "it is known already"


async def test_a_look_that_hangs_ends_when_its_time_is_up_or_somebody_is_in_a_hurry() -> None:
    outside = Hanging()
    outside.hangs, looks = True, watching(outside)
    await looks.look_for(NOON, A_MOMENT)
    assert outside.ended == 1
    waiting = asyncio.create_task(looks.look_for(NOON, timedelta(days=1)))
    while outside.looks < 2:
        await outside.begun.get()
    looks.hurry()
    await waiting
    assert outside.ended == 2
