"""Who may use the console, what it refuses, and what it says when something fails."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from bot.conversation.exchange import Incoming, Outcome, Said
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Message, Paragraph, Text
from bot.surfaces.console.clock import MovableClock
from bot.surfaces.console.sessions import Sessions
from tests.support.consoles import console_app

Client = TestClient[web.Request, web.Application]
TOKEN = "the token of the page"
FORM_TYPE = {"Content-Type": "application/x-www-form-urlencoded"}
SECRET = "jotain yksityistä"


async def handle(incoming: Incoming) -> Outcome:
    assert isinstance(incoming.content, Said)
    await asyncio.sleep(0)  # lets another request in, where the console would
    if incoming.content.text == SECRET:
        raise RuntimeError("the conversation fell over")
    return Outcome(Message((Paragraph((Text(f"heard {incoming.content.text}"),)),), Language.FI))


async def person_of(identity: str) -> Person:
    if identity == "console:manager":
        raise RuntimeError("the store fell over")
    return Person(identity, identities=(identity,))


class Noon:
    def now(self) -> datetime:
        return datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    app = console_app(handle, person_of, MovableClock(Noon()), Sessions(Language.EN), token=TOKEN)
    async with TestClient(TestServer(app)) as client:
        yield client


async def say(client: Client, text: str = "hello", persona: str = "staff", **headers: str) -> ClientResponse:
    data = {"token": TOKEN, "text": text}
    return await client.post(f"/console/say?as={persona}", data=data, headers=headers, allow_redirects=False)


async def transcript(client: Client) -> str:
    return await (await client.get("/console/?as=staff")).text()


async def test_a_request_with_the_token_is_taken_and_leads_back(client: Client) -> None:
    response = await say(client)
    assert (response.status, response.headers["Location"]) == (303, "/console/?as=staff#latest")
    assert "heard hello" in await transcript(client)


async def test_the_root_leads_to_the_console(client: Client) -> None:
    for path in ("/", "/console"):
        response = await client.get(path, allow_redirects=False)
        assert (response.status, response.headers["Location"]) == (302, "/console/")


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:{port}", "", "user@127.0.0.1:{port}"]
)
@pytest.mark.parametrize("path", ["/", "/console", "/console/", "/console/static/console.css", "/console/nothing"])
async def test_another_host_is_refused_in_one_line(client: Client, host: str, path: str) -> None:
    response = await client.get(path, headers={"Host": host.format(port=client.port)}, allow_redirects=False)
    assert response.status == 421
    text = f"The console answers on this computer only, at http://127.0.0.1:{client.port}/\n"
    assert await response.text() == text


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "[::1]"])
async def test_every_name_of_this_computer_is_good(client: Client, name: str) -> None:
    response = await client.get("/console/", headers={"Host": f"{name}:{client.port}"})
    assert response.status == 200


@pytest.mark.parametrize("path", ["say", "press", "form", "clock", "language"])
@pytest.mark.parametrize("token", [{}, {"token": ""}, {"token": "wrong"}, {"token": "väärä"}])
async def test_a_post_without_the_token_is_refused(client: Client, path: str, token: dict[str, str]) -> None:
    response = await client.post(f"/console/{path}?as=staff", data={"text": "hello", **token})
    assert response.status == 403
    assert "The page was out of date" in await response.text()
    assert "heard" not in await transcript(client)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:1"},
        {"Origin": "null"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
async def test_a_post_from_another_origin_is_refused(client: Client, headers: dict[str, str]) -> None:
    response = await say(client, **headers)
    assert response.status == 403
    assert "came from another site" in await response.text()
    assert "heard" not in await transcript(client)


async def test_a_post_from_our_own_page_is_taken(client: Client) -> None:
    own = f"http://127.0.0.1:{client.port}"
    assert (await say(client, Origin=own)).status == 303
    assert (await say(client, **{"Origin": own, "Sec-Fetch-Site": "same-origin"})).status == 303
    # What browsers send with a form, because of our own Referrer-Policy.
    assert (await say(client, **{"Origin": "null", "Sec-Fetch-Site": "same-origin"})).status == 303


@pytest.mark.parametrize("path", ["/", "/console/", "/console/static/console.js", "/console/nothing", "/console/say"])
async def test_strict_headers_are_on_every_answer(client: Client, path: str) -> None:
    response = await client.get(path, allow_redirects=False)
    assert response.headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cache-Control"] == "no-store"


async def test_the_page_has_no_script_or_style_that_the_policy_forbids(client: Client) -> None:
    html = await transcript(client)
    assert re.findall(r"<script(?! src=\"/console/)", html) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|https?://", html) == []


async def test_a_body_that_is_too_long_is_refused(client: Client) -> None:
    response = await say(client, "x" * 64 * 1024)
    assert response.status == 413
    assert "too long" in await response.text()


@pytest.mark.parametrize("body", [b"text=\xff\xfe", b"text=%FF", b"a=1&" * 1000])
async def test_a_body_that_can_not_be_read_is_refused(client: Client, body: bytes) -> None:
    response = await client.post("/console/say?as=staff", data=body, headers=FORM_TYPE)
    assert response.status == 400
    assert "could not be read" in await response.text()


async def test_a_body_of_another_kind_is_refused(client: Client) -> None:
    response = await client.post("/console/say?as=staff", json={"token": TOKEN, "text": "hello"})
    assert response.status == 415


async def test_a_persona_that_does_not_exist_is_not_mistaken_for_another(client: Client) -> None:
    assert (await client.get("/console/?as=mayor")).status == 404
    assert (await say(client, persona="mayor")).status == 404


async def test_a_failure_is_an_apology_with_a_reference_that_is_in_the_log(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    await say(client, SECRET)
    html = await transcript(client)
    (reference,) = re.findall(r"give the people who run the bot the reference ([0-9a-f]{8})\.", html)
    assert "RuntimeError" not in html
    assert "Traceback" not in html
    (record,) = [record for record in caplog.records if getattr(record, "reference", "") == reference]
    assert vars(record)["error"] == "RuntimeError"
    assert "test_console_safety" in vars(record)["trace"]
    assert SECRET not in caplog.text


async def test_a_failure_before_the_conversation_is_an_apology_as_well(client: Client) -> None:
    assert (await say(client, persona="manager")).status == 303
    html = await (await client.get("/console/?as=manager")).text()
    assert "Something went wrong" in html


async def test_nothing_that_is_typed_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await say(client, "a private matter")
    assert "private matter" not in caplog.text


async def test_what_one_persona_does_at_the_same_time_is_done_in_turn(client: Client) -> None:
    await asyncio.gather(*(say(client, f"number {number}") for number in range(10)))
    said = re.findall(r"(heard )?(number \d)", (await transcript(client)).partition('class="say"')[0])
    asked, replies = said[::2], said[1::2]
    assert [text for _, text in asked] == [text for _, text in replies]
    assert all(heard for heard, _ in replies)
