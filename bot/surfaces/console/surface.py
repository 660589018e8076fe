"""The console as a surface: all its people are made up, and what it keeps besides the register is in memory."""

import logging
import secrets
from datetime import datetime
from functools import partial

from aiohttp import web

from bot.domain.delivery import Delivered, Delivery, Reason, Unreachable
from bot.domain.people import Person, Standing, WorkspaceAccount
from bot.errors import log_failure
from bot.messages.model import Message
from bot.messages.notices import render
from bot.services.notices import Notice
from bot.services.notifying import HandOver
from bot.surfaces.console.console import Console
from bot.surfaces.console.html import render_message
from bot.surfaces.console.personas import SCHEME
from bot.surfaces.console.routes import add_routes
from bot.surfaces.console.sessions import Session, Sessions
from bot.surfaces.console.transcript import Reply
from bot.surfaces.surface import RenderNotice

logger = logging.getLogger(__name__)

_NOT_HERE = Unreachable(Reason.NO_ACCOUNT)


class ConsoleNotifier:
    """A ``SurfaceNotifier`` for the personas; in the person's own choice of language, else that of the persona's
    page."""

    def __init__(self, *, sessions: Sessions, render_notice: RenderNotice) -> None:
        self._sessions = sessions
        self._render_notice = render_notice
        self._inboxes = f"{SCHEME}{secrets.token_hex(4)}/"  # after a start, the inboxes are others

    async def prepare(self, person: Person, notice: Notice, at: datetime, place: str = "") -> HandOver | Unreachable:
        """Render ``notice`` for the inbox of ``person``; what is left is to put it there, or in the place of one."""
        session = self._sessions.of(person)
        if session is None:
            return self.refusal(person) or _seen_by_nobody
        try:
            message = self._render_notice(notice, person.language or session.language)
            render_message(message)  # what can not be shown must not get into the page
        except Exception as error:  # the port returns the outcome, it raises nothing
            log_failure(logger, "The console could not show a notice", error)
            return Unreachable(Reason.NOT_SHOWN)
        return partial(self._put, session, message, at, place.removeprefix(self._inboxes))

    def refusal(self, person: Person) -> Unreachable | None:
        """Only the personas are on the console, and the made-up people of the sample, whom nobody plays: what they get
        is not to be seen."""
        made_up = any(identity.startswith("console:sample-") for identity in person.identities)
        return None if made_up or self._sessions.of(person) else _NOT_HERE

    async def is_up(self) -> bool:
        """It is in this process."""
        return True

    async def _put(self, session: Session, message: Message, at: datetime, entry_id: str) -> Delivery:
        if not entry_id:
            return Delivered(f"{self._inboxes}{session.inbox.put(message, at).id}")
        if not session.inbox.replace(entry_id, Reply(message)):
            return Unreachable(Reason.NOT_SHOWN)  # it has gone with an earlier start, or made room for newer ones
        return Delivered(f"{self._inboxes}{entry_id}")


async def _seen_by_nobody() -> Delivery:
    return Delivered()


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
