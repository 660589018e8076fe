"""Calls to a service that misbehaves: what is repeated, after how long, and what never is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from bot.surfaces.teams.connection import TRIES, AppToken, Connector, ConnectorError
from tests.fake_teams.service import Misbehaviour, Service, busy, member, no_json, reset

HELLO = {"type": "message", "text": "hei"}
THREAD = "19:abc@thread.tacv2;messageid=17"


@dataclass
class Line:
    service: Service
    url: str
    token: AppToken
    connector: Connector
    slept: list[float] = field(default_factory=list)
    seconds: float = 0.0


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    service, app = Service(), web.Application()
    service.add_to(app)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        url = str(server.make_url("/"))
        token = AppToken(session, "app", "secret", "tenant", login=url.rstrip("/"), seconds=lambda: made.seconds)

        async def sleep(seconds: float) -> None:
            made.slept.append(seconds)

        made = Line(service, url, token, Connector(session, token.get, sleep))
        yield made


async def test_a_message_goes_to_its_conversation_as_it_is_named(line: Line) -> None:
    assert await line.connector.send(line.url, THREAD, HELLO) == "m1"
    assert [(one.conversation, one.activity) for one in line.service.posted] == [(THREAD, HELLO)]


async def test_the_services_address_may_end_with_a_slash_or_not(line: Line) -> None:
    await line.connector.send(line.url.rstrip("/"), "c", HELLO)
    assert line.service.told == ["POST /v3/conversations/c/activities"]


async def test_an_id_can_not_lead_to_another_address(line: Line) -> None:
    await line.connector.send(line.url, "../x/y?z#", HELLO)
    assert [one.conversation for one in line.service.posted] == ["../x/y?z#"]


async def test_a_message_for_one_persons_eyes_says_whose(line: Line) -> None:
    await line.connector.send(line.url, "c", HELLO, only_to="29:somebody")
    assert line.service.posted[0].only_to == "29:somebody"


async def test_a_message_is_put_in_the_place_of_another(line: Line) -> None:
    await line.connector.update(line.url, "c", "m7", HELLO)
    assert line.service.posted[0].replaces == "m7"


async def test_a_member_is_told_of(line: Line) -> None:
    line.service.members["29:a"] = member("29:a", "x", "Somebody")
    assert (await line.connector.member(line.url, "c", "29:a"))["name"] == "Somebody"


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
async def test_what_was_not_done_is_done_after_as_long_as_is_asked_for(line: Line, status: int) -> None:
    line.service.misbehaves = [busy(status, "7"), busy(status)]
    await line.connector.send(line.url, "c", HELLO)
    assert len(line.service.posted) == 1
    assert line.slept[0] == 7
    assert 2 <= line.slept[1] <= 4


async def test_the_page_of_a_proxy_is_waited_out(line: Line) -> None:
    line.service.misbehaves = [no_json]
    assert await line.connector.send(line.url, "c", HELLO) == "m1"


async def test_there_is_an_end_of_trying(line: Line) -> None:
    line.service.misbehaves = [busy(503)] * 10
    with pytest.raises(ConnectorError) as raised:
        await line.connector.send(line.url, "c", HELLO)
    assert raised.value.may_be_repeated
    assert not raised.value.uncertain
    assert len(line.service.told) == TRIES


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 500, 501])
async def test_what_is_refused_is_not_tried_again(line: Line, status: int) -> None:
    line.service.misbehaves = [busy(status, "1", "SomeCode")]
    with pytest.raises(ConnectorError) as raised:
        await line.connector.send(line.url, "c", HELLO)
    assert (raised.value.status, raised.value.code, raised.value.may_be_repeated) == (status, "SomeCode", False)
    assert len(line.service.told) == 1
    assert raised.value.uncertain is (status >= 500)


async def test_nobody_waits_for_ten_minutes(line: Line) -> None:
    line.service.misbehaves = [busy(429, "600")]
    with pytest.raises(ConnectorError) as raised:
        await line.connector.send(line.url, "c", HELLO)
    assert raised.value.retry_after is not None
    assert raised.value.retry_after.total_seconds() == 600
    assert not line.slept


@pytest.mark.parametrize("after", ["soon", "-1", "1.5", "٣", "Wed, 21 Oct 2026 07:28:00 GMT", "9" * 400])
async def test_a_wait_that_is_none_is_chosen_by_ourselves(line: Line, after: str) -> None:
    line.service.misbehaves = [busy(429, after)]
    await line.connector.send(line.url, "c", HELLO)
    assert 1 <= line.slept[0] <= 2


async def test_what_was_sent_and_not_answered_is_not_sent_again(line: Line) -> None:
    line.service.misbehaves = [reset]
    with pytest.raises(ConnectorError) as raised:
        await line.connector.send(line.url, "c", HELLO)
    assert raised.value.uncertain
    assert len(line.service.told) == 1


async def test_what_was_not_sent_is_sent_again(line: Line) -> None:
    await line.token.get()
    with pytest.raises(ConnectorError) as raised:
        await line.connector.send(f"http://127.0.0.1:{unused_port()}/", "c", HELLO)
    assert raised.value.may_be_repeated
    assert len(line.slept) == TRIES - 1


async def test_the_token_is_asked_for_once_an_hour(line: Line) -> None:
    for _ in range(3):
        await line.connector.send(line.url, "c", HELLO)
    assert line.service.tokens == 1
    line.seconds = 3_400
    await line.connector.send(line.url, "c", HELLO)
    assert line.service.tokens == 2


@pytest.mark.parametrize("status", [400, 401, 403])
async def test_a_secret_that_is_wrong_says_nothing_against_the_message(line: Line, status: int) -> None:
    line.service.token_status = status
    with pytest.raises(ConnectorError) as raised:
        await line.connector.send(line.url, "c", HELLO)
    assert (raised.value.status, raised.value.code) == (401, "invalid_client")
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("misbehaves", "is_up"), [([], True), ([busy(401)], True), ([busy(503)], False), ([reset, reset], False)]
)
async def test_the_service_is_up_when_it_says_anything(line: Line, misbehaves: list[Misbehaviour], is_up: bool) -> None:
    line.service.misbehaves = misbehaves
    assert await line.connector.is_up(line.url) is is_up
