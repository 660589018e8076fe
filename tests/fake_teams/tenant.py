"""A tenant in which the bot is: people who write, press and send in, and what they see of it."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from itertools import count
from typing import Any, Final

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app.application import Application
from bot.app.bootstrap import OPERATOR, assemble
from bot.settings import Settings
from bot.storage.memory import MemoryStore, MemoryStores
from bot.surfaces.surface import Handle
from bot.surfaces.teams.connection import AppToken, Connector
from bot.surfaces.teams.gate import SigningKeys, TokenGate
from bot.surfaces.teams.surface import PATH, TeamsSurface, teams_surface
from bot.surfaces.web import web_application
from tests.fake_teams.issuer import APP_ID, TENANT, Issuer, bearer
from tests.fake_teams.service import Posted, Service, member
from tests.support.bot_in_memory import REGISTER, StoppedClock, answers_of_ours

Json = dict[str, Any]
BOT = f"28:{APP_ID}"


def object_id(number: int) -> str:
    """The id in the directory of the person with this number."""
    return f"00000000-aaaa-4000-8000-{number:012x}"


_IN_SLACK: Final = re.compile(r"(?:slack:)?\b(U0\w+)")


def in_teams(text: str) -> str:
    """``text`` with identities in Teams in the place of those in Slack."""
    return _IN_SLACK.sub(lambda found: f"teams:{account_of(found[1])}", text)


def account_of(user: str) -> str:
    """The id in the directory of whoever has the id ``user`` in Slack."""
    return object_id(int(sha256(user.encode()).hexdigest()[:10], 16))


ICT, BOSS, STAFF, GUEST = (object_id(number) for number in range(1, 5))


@dataclass
class Tenant:
    """The bot, its people, and what they see."""

    application: Application
    surface: TeamsSurface
    service: Service
    issuer: Issuer
    clock: StoppedClock
    session: aiohttp.ClientSession
    address: str
    service_url: str
    numbers: count[int] = field(default_factory=lambda: count(1))

    def activity(self, who: str, type_: str = "message", **different: Any) -> Json:
        """What Teams sends when ``who`` does something in their conversation with the bot."""
        good = {
            "type": type_,
            "id": f"activity-{next(self.numbers)}",
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": f"29:{who}", "name": "Somebody", "aadObjectId": who},
            "recipient": {"id": BOT, "name": "Somebot"},
            "conversation": {"id": f"a:29:{who}", "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
            "locale": "en-GB",
        }
        return {key: value for key, value in {**good, **different}.items() if value is not None}

    def mention(self, who: str, said: str, **different: Any) -> Json:
        """What Teams sends when ``who`` calls the bot in a channel."""
        markup = "<at>Somebot</at>"
        called = {"type": "mention", "text": markup, "mentioned": {"id": BOT, "name": "Somebot"}}
        channel = {"id": "19:abc@thread.tacv2;messageid=17", "conversationType": "channel", "tenantId": TENANT}
        good = {"text": f"{markup}\xa0{said}", "entities": [called], "conversation": channel}
        return self.activity(who, **{**good, **different})

    async def send(
        self, activity: Json | bytes, authorization: str | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[int, Json]:
        """The status and the JSON that the bot answers with."""
        signed = bearer(self.clock.now(), serviceurl=self.service_url) if authorization is None else authorization
        body = activity if isinstance(activity, bytes) else json.dumps(activity).encode()
        sent = {"Authorization": signed, "Content-Type": "application/json", **(headers or {})}
        async with self.session.post(self.address, data=BytesIO(body), headers=sent) as answer:
            text = await answer.text()
            return answer.status, json.loads(text) if answer.content_type == "application/json" else {}

    async def say(self, who: str, text: str, **different: Any) -> Posted:
        """What the bot replies to ``who`` in their own conversation."""
        before = len(self.service.posted)
        assert await self.send(self.activity(who, text=text, **different)) == (200, {})
        return (await self.service.until_posted(before + 1))[before]

    async def press(self, who: str, data: Json, **different: Any) -> Json:
        """The answer to a press by ``who`` on a button with ``data``."""
        value = {"action": {"type": "Action.Execute", "verb": "act", "data": data}}
        pressed = self.activity(who, "invoke", name="adaptiveCard/action", value=value, replyToId="m1", **different)
        status, answer = await self.send(pressed)
        assert status == 200
        return answer

    async def dialog(self, who: str, name: str, data: Json, **different: Any) -> Json:
        """The answer to the opening (``task/fetch``) or the sending in (``task/submit``) of a dialog."""
        status, answer = await self.send(self.activity(who, "invoke", name=name, value={"data": data}, **different))
        assert status == 200
        return answer

    async def settle(self) -> None:
        """Return when all replies are through."""
        await self.surface.drain()


@asynccontextmanager
async def a_tenant(
    *,
    register: str = "",
    store: MemoryStore | None = None,
    settings: Mapping[str, Any] | None = None,
    handle: Handle | None = None,
    waiting: float = 10,
) -> AsyncIterator[Tenant]:
    """A tenant with an ICT secretary, a manager, a member of staff, and a guest. ``handle`` stands for the
    conversation; ``waiting`` is in seconds."""
    service, issuer, outside = Service(), Issuer(), web.Application()
    service.add_to(outside)
    issuer.add_to(outside)
    for number, who in enumerate((ICT, BOSS, STAFF), start=1):
        service.members[who] = member(f"29:{who}", who, f"Person{number} Somebody")
    service.members[GUEST] = member(f"29:{GUEST}", GUEST, "Guest Somebody", userRole="guest")
    clock = StoppedClock()
    chosen: dict[str, Any] = {"ict_secretaries": (f"teams:{ICT}",), "deciders": (f"teams:{BOSS}",)}
    application = assemble(
        Settings(**{**chosen, **(settings or {})}),
        MemoryStores(store or MemoryStore()),
        clock=clock,
        answers=answers_of_ours(),
    )
    document = json.loads(register or REGISTER.read_text(encoding="utf-8"))
    await application.transfer.import_document(OPERATOR, document, clock.now())
    async with TestServer(outside) as server, aiohttp.ClientSession() as session:
        url = str(server.make_url("/"))
        token = AppToken(session, APP_ID, "secret", TENANT, login=url.rstrip("/"))
        bot = application.seen_from("teams:")
        surface = teams_surface(
            replace(bot, handle=handle or bot.handle),
            application.store,
            TokenGate(APP_ID, frozenset({TENANT}), SigningKeys(session, f"{url}metadata")),
            Connector(session, token.get, _at_once),
            client_id=APP_ID,
            tenant=TENANT,
            service_url=url,
            waiting=waiting,
        )
        application.surfaces.add(surface)
        async with TestServer(web_application(application.stores, [surface])) as ours:
            address = str(ours.make_url(PATH))
            yield Tenant(application, surface, service, issuer, clock, session, address, url)
            await surface.drain()
            await application.settle()


async def _at_once(seconds: float) -> None:
    """No time passes while the bot waits to try again."""
