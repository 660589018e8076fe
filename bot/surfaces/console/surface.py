"""The console as a surface: all its people are made up, and what it keeps besides the register is in memory."""

from datetime import datetime

from aiohttp import web

from bot.domain.people import Standing, WorkspaceAccount
from bot.messages.notices import render
from bot.surfaces.console.console import Console
from bot.surfaces.console.notifier import ConsoleNotifier
from bot.surfaces.console.personas import SCHEME
from bot.surfaces.console.routes import add_routes


class ConsoleSurface:
    """A ``Surface`` for the personas of ``console``."""

    scheme = SCHEME

    def __init__(self, console: Console) -> None:
        self.console = console
        self.notifier = ConsoleNotifier(sessions=console.sessions, render_notice=render)

    async def account(self, reference: str, at: datetime) -> WorkspaceAccount | None:
        """Whose account it is that ``reference`` names: the sample register has all of the people here."""
        if not reference.startswith(SCHEME):
            return None
        person = await self.console.person_of(reference)
        return WorkspaceAccount(
            reference, person.display_name, standing=Standing.STAFF if person.display_name else Standing.NOBODY
        )

    def add_to(self, app: web.Application) -> None:
        """Serve the console under ``/console/``; ``/`` leads there. Nothing else of ``app`` is touched."""
        add_routes(app, self.console)

    async def keep_up(self) -> None:
        """There is no directory to keep up with."""

    def trouble(self) -> str | None:
        """None: whoever can open the page is heard."""
        return None

    def limits(self) -> tuple[str, ...]:
        """None are seen from here."""
        return ()

    async def drain(self) -> None:
        """Each request is answered when all that it asked for is done."""
