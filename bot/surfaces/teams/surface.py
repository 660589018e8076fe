"""The Teams surface, put together for one tenant."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final

from aiohttp import ClientError, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.domain.people import WorkspaceAccount
from bot.errors import StoreError, log_failure
from bot.messages.notices import render
from bot.services.claims import UnderWayError
from bot.services.conversation_references import ConversationReferences
from bot.services.ports import Clock, Store
from bot.surfaces.background import GRACE, Background
from bot.surfaces.seldom import Seldom
from bot.surfaces.surface import Bot
from bot.surfaces.teams.activities import SCHEME, Activity, MalformedActivityError, TeamsConversation, object_id_of
from bot.surfaces.teams.answering import Answering
from bot.surfaces.teams.connection import SERVICE_URL, Connector
from bot.surfaces.teams.gate import ActivityGate, UntrustedError, tenant_of
from bot.surfaces.teams.members import Members
from bot.surfaces.teams.notifier import TeamsNotifier
from bot.surfaces.teams.showing import TeamsShowing

logger = logging.getLogger(__name__)

PATH: Final = "/api/messages"
"""Where Teams sends everything."""
WAITING: Final = 3.5
"""Seconds that the answer to a press or a dialog waits for what comes of it: Teams waits for five."""
_PATIENCE: Final = 10.0
"""Seconds that replies under way have when the bot stops."""


class ActivityDoor:
    """Takes in what Teams sends, and lets what ``gate`` trusts through to ``answering``."""

    def __init__(self, gate: ActivityGate, answering: Answering, clock: Clock) -> None:
        self._gate = gate
        self._answering = answering
        self._clock = clock
        self._refused = Seldom(logger, "A request was refused")

    async def handle(self, request: web.Request) -> web.Response:
        """The answer to a request of Teams'. What is over the application's size is refused by aiohttp (413)."""
        try:
            answer = await self._handle(request)
        except UntrustedError as refused:
            return self._refuse(refused.why, refused.status)
        except (MalformedActivityError, ClientError, HttpProcessingError, web.RequestPayloadError):
            return self._refuse("malformed", HTTPStatus.BAD_REQUEST)
        except UnderWayError:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE.value)  # Teams sends it again
        except web.HTTPException:
            raise
        except ConnectionError:  # the other side has hung up: nobody is there to be answered
            return web.Response(status=HTTPStatus.BAD_REQUEST.value)
        except Exception as error:  # aiohttp would log all of it
            log_failure(logger, "A request could not be handled", error)
            return web.Response(status=HTTPStatus.INTERNAL_SERVER_ERROR.value)
        return web.Response() if not answer else web.json_response(answer)

    async def _handle(self, request: web.Request) -> dict[str, Any] | None:
        at = self._clock.now()
        trust = await self._gate.trust(request.headers.get("Authorization", ""), at)
        body = _parsed(await request.read())
        trust.check(body)
        return await self._answering.answer(Activity.of(body, tenant_of(body)), at)

    def _refuse(self, why: str, status: HTTPStatus) -> web.Response:
        self._refused.say(why=why, status=status.value)
        return web.Response(status=status.value, text=status.phrase)


def _parsed(body: bytes) -> Mapping[str, Any]:
    try:
        parsed = json.loads(body.decode("utf-8"))
        json.dumps(parsed, ensure_ascii=False).encode("utf-8")  # half of a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise MalformedActivityError("a body that is no JSON") from error
    if not isinstance(parsed, Mapping):
        raise MalformedActivityError("a body that is no activity")
    return parsed


@dataclass(frozen=True, slots=True)
class TeamsSurface:
    """A ``Surface`` for the people of one tenant."""

    notifier: TeamsNotifier
    door: ActivityDoor
    members: Members
    references: ConversationReferences
    backgrounds: tuple[Background, ...]
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
        await asyncio.gather(*(background.drain(_PATIENCE) for background in self.backgrounds))

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
    background, for_answers = Background(bot.interruptions, grace), Background(bot.interruptions, waiting)
    answering = Answering(
        handle=bot.handle,
        members=members,
        references=references,
        showing=TeamsShowing(connector),
        background=background,
        waiting=for_answers,
        language=bot.language,
        command=bot.command,
        claims=bot.claims,
    )
    notifier = TeamsNotifier(
        connector,
        references,
        render,
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
        backgrounds=(background, for_answers),
        tenant=tenant,
    )
