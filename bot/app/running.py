"""What goes on by itself while the bot runs, and ends with it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Final

from bot.app.application import Application
from bot.app.delivering import Delivering
from bot.app.looking import go_on_looking
from bot.app.rounds import GoRound, Rounds
from bot.errors import StoreError, without_words

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
