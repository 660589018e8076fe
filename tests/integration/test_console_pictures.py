"""Pictures at the console: the page names them by an address of its own, as its policy wants."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.conversation.exchange import Incoming, Outcome
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Heading, Message, Picture
from bot.surfaces.console.clock import MovableClock
from bot.surfaces.console.sessions import Sessions
from tests.contract.examples import PNG
from tests.support.consoles import TOKEN, console_app

Client = TestClient[web.Request, web.Application]
OWN, OTHER = "/console/?as=staff", "/console/?as=ict-secretary"


class Noon:
    """A clock that stands."""

    def now(self) -> datetime:
        return datetime(2026, 3, 2, 12, tzinfo=UTC)


async def handle(incoming: Incoming) -> Outcome:
    return Outcome(Message((Heading("Luvut"), Picture("Käytössä", "1.3.2026: 6.", PNG)), Language.FI))


async def person_of(identity: str) -> Person:
    return Person("p", identities=(identity,))


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    app = console_app(handle, person_of, MovableClock(Noon()), Sessions())
    async with TestClient(TestServer(app)) as client:
        await client.post("/console/say?as=staff", data={"token": TOKEN, "text": "raportti"})
        yield client


async def source(client: Client) -> str:
    """The address of the picture on the page."""
    page = await (await client.get(OWN)).text()
    (found,) = re.findall(r'<img src="([^"]+)" alt="1\.3\.2026: 6\." width="1" height="1">', page)
    assert "<figcaption>Käytössä</figcaption>" in page
    return str(found)


async def test_the_page_has_a_picture_with_its_words_and_its_size(client: Client) -> None:
    answer = await client.get(await source(client))
    assert (answer.status, answer.content_type, await answer.read()) == (200, "image/png", PNG)
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


async def test_a_picture_is_on_the_page_of_whoever_asked_for_it_alone(client: Client) -> None:
    assert "<img" not in await (await client.get(OTHER)).text()
    assert (await client.get((await source(client)).replace("as=staff", "as=ict-secretary"))).status == 404


@pytest.mark.parametrize("path", ["e1/1", "e2/0", "e2/9", "e9/1", "e2/x", "e2/1000"])
async def test_what_is_no_picture_is_not_found(client: Client, path: str) -> None:
    assert (await client.get(f"/console/picture/{path}?as=staff")).status == 404


async def test_another_host_gets_no_picture(client: Client) -> None:
    assert (await client.get(await source(client), headers={"Host": "evil.example"})).status == 421
