"""The console on a web application, for tests in which something else stands for the bot."""

from __future__ import annotations

from datetime import datetime

from aiohttp import web

from bot.domain.language import Language
from bot.surfaces.console.clock import MovableClock
from bot.surfaces.console.console import Console, PersonOf
from bot.surfaces.console.sessions import Sessions
from bot.surfaces.console.surface import ConsoleSurface
from bot.surfaces.surface import Handle

TOKEN = "proof"


def console_app(
    handle: Handle, person_of: PersonOf, clock: MovableClock, sessions: Sessions, *, token: str = TOKEN
) -> web.Application:
    """A web application with the console on it; nothing waits to be delivered, and nothing is due as time passes."""
    console = Console(
        handle=handle,
        person_of=person_of,
        clock=clock,
        sessions=sessions,
        deliver=_deliver,
        pass_time=_pass_time,
        introduce=_introduce,
        command="/some",
        token=token,
    )
    app = web.Application()
    ConsoleSurface(console).add_to(app)
    return app


async def _deliver(at: datetime) -> None:
    """Nothing waits."""


async def _pass_time(start: datetime, end: datetime) -> None:
    """Nothing is due."""


async def _introduce(language: Language) -> None:
    """Everybody is called as they are in the register."""
