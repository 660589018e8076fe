"""The Teams surface, put together for one tenant."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from aiohttp import web

from bot.domain.people import WorkspaceAccount
from bot.errors import StoreError
from bot.messages.notices import render
from bot.services.conversation_references import ConversationReferences
from bot.services.ports import Clock, Store
from bot.surfaces.background import GRACE, Background
from bot.surfaces.door import Door, RefusedError, body_of
from bot.surfaces.surface import Bot
from bot.surfaces.teams.activities import SCHEME, Activity, TeamsConversation, object_id_of
from bot.surfaces.teams.answering import Answering
from bot.surfaces.teams.connection import SERVICE_URL, Connector
from bot.surfaces.teams.gate import ActivityGate, tenant_of
from bot.surfaces.teams.members import Members
from bot.surfaces.teams.notifier import TeamsNotifier
from bot.surfaces.teams.showing import TeamsShowing

PATH: Final = "/api/messages"
"""Where Teams sends everything."""
WAITING: Final = 3.5
"""Seconds that the answer to a press or a dialog waits for what comes of it: Teams waits for five."""
_PATIENCE: Final = 10.0
"""Seconds that replies under way have when the bot stops."""


@dataclass(frozen=True, slots=True)
class ActivityDoor:
    """Takes in what Teams sends, and lets what ``gate`` trusts through to ``answering``."""

    gate: ActivityGate
    answering: Answering
    clock: Clock
    door: Door = field(default_factory=Door)

    async def handle(self, request: web.Request) -> web.Response:
        """The answer to a request of Teams'."""
        return await self.door.answer(request, self._handle)

    async def _handle(self, request: web.Request) -> web.Response:
        at = self.clock.now()
        trust = await self.gate.trust(request.headers.get("Authorization", ""), at)
        body = _parsed(await body_of(request, otherwise="malformed"))
        trust.check(body)
        answer = await self.answering.answer(Activity.of(body, tenant_of(body)), at)
        return web.json_response(answer) if answer else web.Response()


def _parsed(body: str) -> Mapping[str, Any]:
    try:
        parsed = json.loads(body)
        json.dumps(parsed, ensure_ascii=False).encode("utf-8")  # half of a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise RefusedError("malformed") from error
    if not isinstance(parsed, Mapping):
        raise RefusedError("malformed")
    return parsed


@dataclass(frozen=True, slots=True)
class TeamsSurface:
    """A ``Surface`` for the people of one tenant."""

    notifier: TeamsNotifier
    door: ActivityDoor
    members: Members
    references: ConversationReferences
    background: Background
    tenant: str
    scheme: str = SCHEME

    async def account(self, reference: str, at: datetime) -> WorkspaceAccount | None:
        """Whose account it is that ``reference`` names, where the bot has met them: Teams has no directory to ask about
        others."""
        object_id = object_id_of(reference)
        try:
            known = await self.references.find(reference)
        except StoreError:
            return None
        if object_id is None or known is None:
            return None
        place = TeamsConversation(known.service_url, known.conversation, "personal", self.tenant)
        return await self.members.account(place, object_id, at)

    def add_to(self, app: web.Application) -> None:
        """Serve Teams' requests under ``/api/messages``; nothing else is touched."""
        app.router.add_post(PATH, self.door.handle)

    async def keep_up(self) -> None:
        """Nothing goes on beside the requests."""

    async def drain(self) -> None:
        """Let the replies under way get through before the bot stops."""
        await self.background.drain(_PATIENCE)

    def trouble(self) -> str | None:
        """None: whether Teams comes is not seen from here."""
        return None

    def limits(self) -> tuple[str, ...]:
        """None are seen from here."""
        return ()


def teams_surface(
    bot: Bot,
    store: Store,
    gate: ActivityGate,
    connector: Connector,
    *,
    client_id: str,
    tenant: str,
    service_url: str = SERVICE_URL,
    grace: float = GRACE,
    waiting: float = WAITING,
) -> TeamsSurface:
    """The surface of ``bot``, which Teams knows by ``client_id`` in ``tenant``. It keeps in ``store`` where people are
    written to. An acknowledgement waits ``grace`` seconds for what it is about, an answer that somebody looks at
    ``waiting`` seconds."""
    members, references = Members(connector, bot.people), ConversationReferences(store)
    background = Background(bot.interruptions, bot.claims, grace)
    answering = Answering(bot, members, references, TeamsShowing(connector), background, waiting)
    notifier = TeamsNotifier(
        connector=connector,
        references=references,
        render_notice=render,
        service_url=service_url,
        bot=f"28:{client_id}",
        tenant=tenant,
        language=bot.language,
    )
    return TeamsSurface(
        notifier=notifier,
        door=ActivityDoor(gate, answering, bot.clock),
        members=members,
        references=references,
        background=background,
        tenant=tenant,
    )
