"""What goes on by itself while the bot runs, and ends with it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.app.application import Application
from bot.app.rounds import SETTLING, GoRound, Rounds, wait_at_most
from bot.errors import StoreError, without_words
from bot.services.activity.watching import Watching
from bot.services.ports import Clock
from bot.services.reminders.outbox import Outbox

logger = logging.getLogger(__name__)

BETWEEN_ROUNDS: Final = timedelta(minutes=10)
"""A source is due about hourly, so that most rounds find some, and each is seen in the hour before reminders go out."""


async def go_on_looking(
    watching: Watching, clock: Clock, *, settling: timedelta = SETTLING, between: timedelta = BETWEEN_ROUNDS
) -> None:
    """Go round after round of ``watching`` until cancelled; at once when somebody waits to hear of a source. What fails
    is logged, and tried again in the next round."""
    expected = asyncio.Event()
    watching.on_expected = expected.set
    await wait_at_most(expected, settling.total_seconds())
    while True:
        expected.clear()
        try:
            await watching.look(clock.now())
        except Exception as error:  # the rounds go on, whatever befalls one
            logger.error("Sources could not be looked at", extra=without_words(error))  # noqa: TRY400
        await wait_at_most(expected, between.total_seconds())


logger = logging.getLogger(__name__)

_PACE: Final = 1.0
"""Seconds between two notices. Slack takes one message a second and conversation, and some hundreds a minute in all
(https://docs.slack.dev/apis/web-api/rate-limits); nobody waits for a notice by the second."""
_AFTER_FAILURE: Final = timedelta(minutes=1)


class Delivering:
    """Works off ``outbox``."""

    def __init__(self, outbox: Outbox, clock: Clock) -> None:
        self._outbox = outbox
        self._clock = clock
        self._posted = asyncio.Event()
        self._stopping = False
        outbox.on_posted = self._posted.set

    async def run(self) -> None:
        """Deliver until ``stop`` is called. What a crash left open before is settled first."""
        await self._outbox.recover(self._clock.now())
        while not self._stopping:
            self._posted.clear()
            await self._wait(await self._deliver())

    def stop(self) -> None:
        """End ``run`` once the notice under way has been handed on."""
        self._stopping = True
        self._posted.set()

    async def _deliver(self) -> float | None:
        """Deliver one notice, and say how many seconds there is nothing more to do; None for as long as none comes."""
        at = self._clock.now()
        try:
            following = await self._outbox.deliver_next(at)
        except Exception as error:  # the outbox goes on, whatever befalls one notice or one moment
            logger.error("The outbox could not be worked off", extra=without_words(error))  # noqa: TRY400
            following = at + _AFTER_FAILURE
        return None if following is None else max(_PACE, (following - at).total_seconds())

    async def _wait(self, seconds: float | None) -> None:
        if seconds == _PACE and not self._stopping:
            await asyncio.sleep(seconds)  # also where something new has come
        else:
            await wait_at_most(self._posted, seconds)


if TYPE_CHECKING:
    from bot.storage.postgresql.stores import DatabaseLeading

logger = logging.getLogger(__name__)

_AGAIN: Final = 10.0
"""Seconds after which a process that could not lead tries again."""


@asynccontextmanager
async def at_work(application: Application) -> AsyncIterator[None]:
    """Do what goes on by itself, and let the surfaces keep up, for as long as the block runs; replies and the notice
    that are under way then are finished. Where several processes share the stores, the one that leads does the first.
    """
    async with AsyncExitStack() as leaving:
        leading = application.leading
        going_on = _going_on(application) if leading is None else _whenever_it_leads(application, leading)
        await leaving.enter_async_context(going_on)
        for surface in application.surfaces:
            await leaving.enter_async_context(beside(surface.keep_up()))
            leaving.push_async_callback(surface.drain)
        yield


@asynccontextmanager
async def _going_on(application: Application) -> AsyncIterator[None]:
    """Go the rounds, look at the sources, and work the outbox off."""
    await application.start(application.clock.now())
    async with AsyncExitStack() as leaving:
        delivering = Delivering(application.outbox, application.clock)
        await leaving.enter_async_context(_until_stopped(delivering.run(), delivering.stop))
        await leaving.enter_async_context(rounds(application, application.go_round))
        await leaving.enter_async_context(looking(application))
        yield


@asynccontextmanager
async def _whenever_it_leads(application: Application, leading: DatabaseLeading) -> AsyncIterator[None]:
    stopping = asyncio.Event()
    async with _until_stopped(_lead_in_turn(application, leading, stopping), stopping.set):
        yield


async def _lead_in_turn(application: Application, leading: DatabaseLeading, stopping: asyncio.Event) -> None:
    while True:
        await _first(leading.begin(), stopping.wait())
        if stopping.is_set():
            return
        logger.info("This process leads")
        try:
            async with _going_on(application):
                await _first(leading.end(), stopping.wait())
        except StoreError as error:
            logger.error("This process could not lead", extra=without_words(error))  # noqa: TRY400
            await _first(asyncio.sleep(_AGAIN), stopping.wait())


async def _first(*works: Coroutine[None, None, object]) -> None:
    """Return when one of ``works`` is done; the others are cancelled."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()


@asynccontextmanager
async def rounds(application: Application, go_round: GoRound) -> AsyncIterator[None]:
    """Go the rounds for as long as the block runs; the one under way is finished."""
    going = Rounds(go_round, application.clock, application.settings.working, after=application.after_round)

    def stop() -> None:
        going.stop()
        application.services.watching.hurry()

    async with _until_stopped(going.run(), stop):
        yield


@asynccontextmanager
async def looking(application: Application) -> AsyncIterator[None]:
    """Look at the channels' sources for as long as the block runs; what a look has not kept by then is lost."""
    async with beside(go_on_looking(application.services.watching, application.clock)):
        yield


@asynccontextmanager
async def _until_stopped(work: Coroutine[None, None, None], stop: Callable[[], None]) -> AsyncIterator[None]:
    """Let ``work`` go on for as long as the block runs; it is finished, which it is asked for by ``stop``."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        stop()
        await task


@asynccontextmanager
async def beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Let ``work`` go on for as long as the block runs."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})
