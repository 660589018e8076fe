"""Socket Mode: nobody reaches the bot from outside, and all goes as over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.surfaces.slack.connection import connect
from bot.surfaces.slack.listening.socket import Socket
from tests.bench.starting import free_port
from tests.fake_slack import sending
from tests.fake_slack.misbehaving import Broken, Held, Refused
from tests.fake_slack.server import FakeSlack, fake_slack
from tests.fake_slack.serving import Serving, run, serving
from tests.fake_slack.sockets import APP_TOKEN
from tests.fake_slack.workspace import Json
from tests.integration.test_slack_forms import (
    test_a_button_opens_a_form,
    test_a_form_is_acknowledged_while_slack_is_slow_to_take_the_notices,
    test_a_wrong_field_is_told_at_the_field_and_what_was_typed_stays,
    test_closing_a_form_saves_nothing,
    test_the_later_of_two_editors_sees_what_changed,
    test_whoever_is_named_in_a_form_is_told_in_a_direct_message,
)
from tests.support.bot_in_memory import StoppedClock

__all__ = [  # what passes over HTTP passes over a socket
    "test_a_button_opens_a_form",
    "test_a_form_is_acknowledged_while_slack_is_slow_to_take_the_notices",
    "test_a_wrong_field_is_told_at_the_field_and_what_was_typed_stays",
    "test_closing_a_form_saves_nothing",
    "test_the_later_of_two_editors_sees_what_changed",
    "test_whoever_is_named_in_a_form_is_told_in_a_direct_message",
]
pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF = "U0STAFF01"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running_bot(imported: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    async with (
        fake_slack() as slack,
        serving(
            tmp_path_factory.mktemp("bot"), slack, data=imported, SLACK_APP_TOKEN=APP_TOKEN, SLACK_SIGNING_SECRET=""
        ) as bot,
    ):
        yield bot


async def test_a_command_is_answered_with_its_acknowledgement(bot: Serving) -> None:
    answer = await bot.somebody(STAFF).command("kuka vastaa kirjaston facebookista")
    assert "Kirjaston" in answer.text


async def test_a_mention_is_answered_once_though_it_comes_three_times(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    ts = await asker.mention("kuka vastaa kirjaston facebookista")
    await asker.reads("Kirjaston")
    body = sending.envelope(sending.mention(STAFF, "x", place="C0GENERAL", ts=ts), event_id="EvTWICE")
    for retry in (1, 2):
        assert (await bot.sender.event(body, retry=retry)).status == 200
    assert asker.unread == []


async def test_a_refresh_loses_nothing_and_opens_the_next_socket_before_the_old_one_goes(bot: Serving) -> None:
    sockets = bot.slack.sockets
    old = await sockets.say_goodbye("refresh_requested")
    await sockets.until(lambda: [link for link in sockets.links if link is not old])
    assert old in sockets.links
    late = sending.command(
        STAFF, "ohje", place="C0GENERAL", response_url=bot.slack.response_url(STAFF, "C0GENERAL"), trigger="t"
    )
    assert await sockets.send("slash_commands", dict(late), link=old) is not None  # on the socket that it came on
    await old.socket.close()
    assert (await bot.somebody(STAFF).command("kuka vastaa kirjaston facebookista")).status == 200


async def test_a_reply_under_way_at_a_refresh_is_acknowledged_on_its_own_socket(bot: Serving) -> None:
    sockets, held = bot.slack.sockets, Held()
    bot.slack.misbehave("users.info", held, times=1)
    fields = sending.command(
        "U0NEW0001", "minä", place="C0GENERAL", response_url=bot.slack.response_url(STAFF, "C0GENERAL"), trigger="t"
    )
    first = await sockets.until(lambda: sockets.links[-1])
    under_way = asyncio.create_task(sockets.send("slash_commands", dict(fields), link=first))
    await first.socket.send_json({"type": "disconnect", "reason": "warning"})
    assert await under_way is not None
    held.released.set()


async def test_a_server_that_stops_is_waited_for(bot: Serving) -> None:
    sockets = bot.slack.sockets
    before = sockets.opened
    bot.slack.misbehave("apps.connections.open", Broken(503), times=2)
    await sockets.stop()
    await sockets.until(lambda: sockets.opened > before and sockets.links)
    assert (await bot.somebody(STAFF).command("kuka vastaa kirjaston facebookista")).status == 200


@pytest.mark.parametrize(
    "payload", [{}, {"event": "x"}, {"type": "block_actions", "actions": []}, {"command": ["/some"]}, {"user": 3}]
)
async def test_what_is_no_message_of_slacks_does_not_take_the_bot_along(bot: Serving, payload: Json) -> None:
    sockets = bot.slack.sockets
    link = await sockets.until(lambda: sockets.links[-1])
    await link.socket.send_str("no json {")
    await link.socket.send_json(["no", "object"])
    await link.socket.send_json({"type": "interactive", "envelope_id": "odd", "payload": payload})
    assert (await bot.somebody(STAFF).command("kuka vastaa kirjaston facebookista")).status == 200


async def test_nothing_is_served_under_slacks_path(bot: Serving) -> None:
    over_http = sending.Sender(f"http://127.0.0.1:{bot.port}/slack/events", bot.slack.signing_secret)
    assert (await over_http.form({"command": "/some"})).status == 404


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        ("invalid_auth", "connections:write"),
        ("missing_scope", "connections:write"),
        ("link_disabled", "Socket Mode on"),
    ],
)
async def test_a_token_of_no_use_stops_the_start_with_what_to_do(
    slack: FakeSlack, tmp_path: Path, error: str, advice: str
) -> None:
    slack.misbehave("apps.connections.open", Refused(error))
    code, out, lines = await run(
        tmp_path, slack, "serve", PORT=str(free_port()), SLACK_APP_TOKEN=APP_TOKEN, SLACK_SIGNING_SECRET=""
    )
    assert (code, out, len(lines)) == (2, "", 1), lines
    assert "SLACK_APP_TOKEN" in lines[0]
    assert advice in lines[0]
    assert APP_TOKEN not in lines[0]


def bolt(slack: FakeSlack) -> AsyncApp:
    """An application that asks Slack nothing about who is who."""
    client = AsyncWebClient(slack.token, base_url=slack.api_url)
    return AsyncApp(client=client, process_before_response=True, request_verification_enabled=False)


async def test_a_connection_that_is_deaf_is_noticed_and_told_until_there_is_a_new_one(slack: FakeSlack) -> None:
    clock = StoppedClock()
    async with connect(slack.token, slack.api_url) as connection:
        socket = Socket(bolt(slack), connection, APP_TOKEN, clock, heartbeat=0.2)
        await socket.open()
        listening = asyncio.create_task(socket.keep_up())
        (link,) = await slack.sockets.until(lambda: [*slack.sockets.links])
        assert socket.trouble() is None
        slack.misbehave("apps.connections.open", Refused("token_revoked"))
        link.deaf = True
        await slack.sockets.until(lambda: link not in slack.sockets.links)
        await slack.until(lambda: len(slack.called("apps.connections.open")) > 2)
        clock.at += timedelta(seconds=11)
        assert "token_revoked" in (socket.trouble() or "")
        slack.behave()
        await slack.sockets.until(lambda: slack.sockets.links)
        await slack.sockets.send("events_api", {"type": "event_callback"}, id_="one")
        assert socket.trouble() is None
        listening.cancel()
        await asyncio.wait({listening})


async def test_a_server_that_closes_each_connection_at_once_is_not_run_down(slack: FakeSlack) -> None:
    slack.sockets.closing_at_once = True
    async with connect(slack.token, slack.api_url) as connection:
        socket = Socket(bolt(slack), connection, APP_TOKEN, StoppedClock())
        await socket.open()
        listening = asyncio.create_task(socket.keep_up())
        await slack.until(lambda: len(slack.called("apps.connections.open")) >= 2)
        assert slack.sockets.opened <= 2, "it waits longer each time"
        listening.cancel()
        await asyncio.wait({listening})


async def test_an_envelope_that_comes_twice_is_handled_once(slack: FakeSlack) -> None:
    app, heard = bolt(slack), []

    @app.event("app_mention")
    async def hear(event: Json) -> None:
        heard.append(event["text"])

    async with connect(slack.token, slack.api_url) as connection:
        socket = Socket(app, connection, APP_TOKEN, StoppedClock())
        await socket.open()
        listening = asyncio.create_task(socket.keep_up())
        body = sending.envelope(sending.mention(STAFF, "moi", place="C0GENERAL", ts="1.2"))
        assert await slack.sockets.send("events_api", body, id_="same") is not None
        (link,) = slack.sockets.links
        await link.socket.send_json({"envelope_id": "same", "type": "events_api", "payload": body})
        await slack.sockets.send("events_api", sending.envelope(sending.mention(STAFF, "toinen", place="C", ts="1.3")))
        assert heard == ["moi", "toinen"]
        listening.cancel()
        await asyncio.wait({listening})
