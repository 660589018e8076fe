"""What goes on by itself while the bot runs, and ends with it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager

from bot.app.application import Application
from bot.app.delivering import Delivering
from bot.app.looking import Looking
from bot.app.rounds import GoRound, Rounds


@asynccontextmanager
async def at_work(application: Application) -> AsyncIterator[None]:
    """Go the rounds, work the outbox off, and let the surfaces keep up, for as long as the block runs; replies and the
    notice that are under way then are finished."""
    await application.start(application.clock.now())
    async with AsyncExitStack() as leaving:
        await leaving.enter_async_context(_delivering(application))
        await leaving.enter_async_context(rounds(application, application.go_round))
        await leaving.enter_async_context(looking(application))
        for surface in application.surfaces:
            await leaving.enter_async_context(_beside(surface.keep_up()))
            leaving.push_async_callback(surface.drain)
        yield


@asynccontextmanager
async def rounds(application: Application, go_round: GoRound) -> AsyncIterator[None]:
    """Go the rounds for as long as the block runs; the one under way is finished."""
    going = Rounds(go_round, application.clock, application.settings.working)
    task = asyncio.create_task(going.run())
    try:
        yield
    finally:
        going.stop()
        application.services.watching.hurry()
        await task


@asynccontextmanager
async def looking(application: Application) -> AsyncIterator[None]:
    """Look at the channels' sources for as long as the block runs; what a look has not kept by then is lost."""
    async with _beside(Looking(application.services.watching, application.clock).run()):
        yield


@asynccontextmanager
async def _delivering(application: Application) -> AsyncIterator[None]:
    """Work the outbox off for as long as the block runs; the notice under way is finished."""
    delivering = Delivering(application.outbox, application.clock)
    task = asyncio.create_task(delivering.run())
    try:
        yield
    finally:
        delivering.stop()
        await task


@asynccontextmanager
async def _beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Let ``work`` go on for as long as the block runs."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})
