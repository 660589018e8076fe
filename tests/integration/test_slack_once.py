"""A reply that may have arrived is not sent again, whatever Slack says; one that surely has not, is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from aiohttp import ClientSession, web
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.delivery import Delivered, Retry, Uncertain
from bot.domain.language import Language
from bot.domain.people import Person, person_from_reference
from bot.messages.notices import render
from bot.services.notices import PersonLeft
from bot.surfaces.slack import connection as policy
from bot.surfaces.slack import directory
from bot.surfaces.slack.connection import SlackError, connect, retry_handlers
from bot.surfaces.slack.directory import Directory
from bot.surfaces.slack.notifier import SlackNotifier
from bot.surfaces.slack.origin import Origin
from bot.surfaces.slack.rendering.blocks import SlackMessage
from bot.surfaces.slack.showing import Showing
from tests.bench.starting import free_port
from tests.fake_slack.calling import PATIENCE
from tests.fake_slack.misbehaving import AllTheSame, Broken, Fault, Held, Html, RateLimited, Refused, Reset
from tests.fake_slack.server import RESPONSE_URL, FakeSlack
from tests.fake_slack.serving import Serving
from tests.fake_slack.workspace import GENERAL
from tests.support.bot_in_memory import NOON
from tests.support.surface import bring

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF = "U0STAFF01"
OWNER = "kuka vastaa kirjaston instagramista"
MESSAGE = SlackMessage([], "Moi", Language.FI)
NOT_DONE: tuple[Fault, ...] = (
    Broken(500),
    Broken(503),
    Html(),
    Reset(),
    Refused("internal_error"),
    Refused("fatal_error"),
)
DONE: tuple[Fault, ...] = (*(AllTheSame(fault) for fault in NOT_DONE), Reset(half_answered=True))
UNCERTAIN = [*NOT_DONE, *DONE]
Send = Callable[[Showing, FakeSlack], Awaitable[None]]


async def posted(showing: Showing, slack: FakeSlack) -> None:
    await showing.post(GENERAL, MESSAGE)


async def whispered(showing: Showing, slack: FakeSlack) -> None:
    await showing.whisper(GENERAL, STAFF, MESSAGE)


async def replied(showing: Showing, slack: FakeSlack) -> None:
    origin = Origin(slack.response_url(STAFF, GENERAL), NOON + timedelta(minutes=30))
    await showing.reply(origin, STAFF, MESSAGE, NOON, shared=False)


WAYS: dict[str, Send] = {"chat.postMessage": posted, "chat.postEphemeral": whispered, RESPONSE_URL: replied}


def sends(slack: FakeSlack) -> int:
    """How often anything was sent to anybody."""
    return sum(call.method in WAYS for call in slack.calls)


@pytest.mark.parametrize("method", WAYS)
@pytest.mark.parametrize("fault", UNCERTAIN, ids=str)
async def test_what_may_have_arrived_is_sent_once_by_any_way(slack: FakeSlack, method: str, fault: Fault) -> None:
    if method == RESPONSE_URL and "error" in str(fault):
        pytest.skip("an address answers with a status, never with a word")
    slack.misbehave(method, fault)
    async with connect(slack.token, slack.api_url) as connection:
        if method == RESPONSE_URL and "Html" in str(fault):
            await WAYS[method](Showing(connection), slack)  # 200 is a receipt
        else:
            with pytest.raises(SlackError) as failed:
                await WAYS[method](Showing(connection), slack)
            assert failed.value.uncertain
    assert sends(slack) == 1


@pytest.mark.parametrize("method", WAYS)
async def test_what_slack_was_too_busy_for_arrives_once(slack: FakeSlack, method: str) -> None:
    limited = RateLimited(1)
    slack.misbehave(method, limited)
    async with connect(slack.token, slack.api_url) as connection:
        await WAYS[method](Showing(connection), slack)
    assert len(slack.workspace.shown) == 1
    assert limited.too_early == 0


async def test_what_nobody_was_there_to_take_arrives_once_when_somebody_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "_WAITS", (0.0,) * 5)
    taken: list[str] = []

    async def take(request: web.Request) -> web.Response:
        taken.append(request.path)
        return web.json_response({"ok": True})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", take)
    runner, port = web.AppRunner(app), free_port()
    await runner.setup()

    class OpensInBetween(type(retry_handlers()[0])):  # type: ignore[misc]
        async def prepare_for_next_attempt_async(self, **more: object) -> None:
            await web.TCPSite(runner, "127.0.0.1", port).start()
            await super().prepare_for_next_attempt_async(**more)

    async with ClientSession() as session:
        client = AsyncWebClient(
            "xoxb-1",
            base_url=f"http://127.0.0.1:{port}/api/",
            session=session,
            retry_handlers=[OpensInBetween(max_retry_count=5)],
        )
        await client.chat_postMessage(channel=GENERAL, text="Moi")
    await runner.cleanup()
    assert taken == ["/api/chat.postMessage"]


@pytest.mark.parametrize("fault", [Broken(500), Reset(), Reset(half_answered=True)], ids=str)
async def test_a_read_that_was_not_answered_is_repeated_once(slack: FakeSlack, fault: Fault) -> None:
    async with connect(slack.token, slack.api_url) as connection:
        slack.misbehave("users.list", fault, times=1)
        assert [user async for user in Directory(connection).everybody()]
    assert len(slack.called("users.list")) == 2


async def test_a_silent_slack_is_waited_for_once(slack: FakeSlack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "_TIMEOUT", 0.5)
    held, somebody = Held(), person_from_reference(f"slack:{STAFF}")
    async with connect(slack.token, slack.api_url) as connection:
        notifier = SlackNotifier(connection, Directory(connection), render, Language.FI)
        slack.misbehave("chat.postMessage", held)
        assert await bring(notifier, somebody, PersonLeft(Person("x", "Joku"), ()), NOON) == Uncertain(hung=True)
        with pytest.raises(SlackError) as failed:
            await Showing(connection).post(GENERAL, MESSAGE)
        assert failed.value.uncertain
        held.released.set()
    assert sends(slack) == 2


async def test_who_has_waited_in_vain_to_be_told_of_does_not_wait_again(
    slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory, "_PATIENCE", 0.05)
    held = Held()
    async with connect(slack.token, slack.api_url) as connection:
        people = Directory(connection)
        slack.misbehave("users.info", held)
        assert not (await people.profile(STAFF, NOON)).known
        monkeypatch.setattr(directory, "_PATIENCE", PATIENCE)
        async with asyncio.timeout(PATIENCE / 2):
            assert not (await people.profile(STAFF, NOON)).known
        asking = people._asking[STAFF]
        held.released.set()
        assert (await asking).known
        assert (await people.profile(STAFF, NOON)).known


@pytest.mark.parametrize("fault", UNCERTAIN, ids=str)
async def test_a_notice_that_may_have_arrived_is_told_apart_from_one_that_has_not(
    slack: FakeSlack, fault: Fault
) -> None:
    somebody, notice = person_from_reference(f"slack:{STAFF}"), PersonLeft(Person("x", "Joku"), ())
    async with connect(slack.token, slack.api_url) as connection:
        notifier = SlackNotifier(connection, Directory(connection), render, Language.FI)
        slack.misbehave("chat.postMessage", fault)
        assert await bring(notifier, somebody, notice, NOON) == Uncertain()
        slack.behave()
        slack.misbehave("chat.postMessage", RateLimited(60), times=1)
        assert await bring(notifier, somebody, notice, NOON) == Retry(NOON + timedelta(seconds=60), for_all=True)
        assert await notifier.is_up()
        slack.misbehave("auth.test", fault)
        assert not await notifier.is_up()
        slack.behave()
        assert isinstance(await bring(notifier, somebody, notice, NOON), Delivered)


async def test_a_message_is_answered_at_most_once_by_the_whole_bot(own_bot: Serving) -> None:
    """Each is answered by its own fault; the bot then ends all that it has begun."""
    slack, asker = own_bot.slack, own_bot.somebody(STAFF)
    reply = await asker.ask("kuka hoitaa facebookia")
    start = sends(slack)
    by_address: list[Fault] = [Broken(500), Reset(), AllTheSame(Broken(500)), Reset(half_answered=True)]
    for fault in by_address:
        before = sends(slack)
        slack.misbehave(RESPONSE_URL, fault, times=1)
        await asker.press(reply, "Näytä")
        await slack.until(lambda before=before: sends(slack) > before)  # type: ignore[misc]
    for fault in UNCERTAIN:
        before = sends(slack)
        slack.misbehave("chat.postMessage", fault, times=1)
        await asker.direct(OWNER)
        await slack.until(lambda before=before: sends(slack) > before)  # type: ignore[misc]
    assert await own_bot.stop() == 0
    assert sends(slack) == start + len(by_address) + len(UNCERTAIN)
    answers = [one for one in asker.unread if "Kirjaston Instagram" in one.words or "Kunnan Facebook" in one.words]
    assert len(answers) == 2 + len(DONE)


async def test_the_bot_that_slack_was_too_busy_for_answers_once(own_bot: Serving) -> None:
    asker = own_bot.somebody(STAFF)
    own_bot.slack.misbehave("chat.postMessage", RateLimited(1))
    await asyncio.gather(*(asker.direct(OWNER) for _ in range(3)))
    for _ in range(3):
        await asker.reads("Kirjaston Instagram")
    assert await own_bot.stop() == 0
    assert asker.unread == []
