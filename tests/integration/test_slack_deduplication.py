"""Slack sends some things twice or more, late and in any order: each is answered once, and nothing is lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.fake_slack import sending
from tests.fake_slack.misbehaving import Refused
from tests.fake_slack.sending import Sender
from tests.fake_slack.serving import Serving
from tests.fake_slack.workspace import BOT, BOT_USER, GENERAL, Json, Shown, User

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF, ROBOT = "U0STAFF01", "U0ROBOT01"
OWNER = "kuka vastaa kirjaston instagramista"
PEOPLE, EACH = 250, 4
ROUND = PEOPLE * EACH


def question(bot: Serving, user: str = STAFF, text: str = OWNER) -> Json:
    """A direct message that waits for an answer."""
    workspace = bot.slack.workspace
    return sending.envelope(sending.message(user, text, place=workspace.direct(user).id, ts=workspace.ts()))


async def answers_at_the_end(bot: Serving) -> list[Shown]:
    """All that the bot has said when it has come to its end; after that nothing can come any more."""
    assert await bot.stop() == 0
    return [shown for shown in bot.slack.workspace.shown if shown.way != "a person"]


async def test_an_event_that_comes_three_times_is_answered_once(own_bot: Serving) -> None:
    envelope = question(own_bot)
    answers = await asyncio.gather(*(own_bot.sender.event(envelope, retry=retry) for retry in range(3)))
    assert 200 in {answer.status for answer in answers}
    await own_bot.somebody(STAFF).sender.event(question(own_bot, "U0LIB0001"))
    await own_bot.slack.until(lambda: len(own_bot.slack.workspace.shown) >= 2)
    assert (await own_bot.sender.event(envelope, retry=3)).status == 200
    assert len(await answers_at_the_end(own_bot)) == 2


@pytest.mark.parametrize("mention_first", [True, False])
async def test_a_mention_and_its_twin_are_answered_once(own_bot: Serving, mention_first: bool) -> None:
    ts, text = own_bot.slack.workspace.ts(), f"<@{BOT_USER}> {OWNER}"
    kinds = (sending.mention, sending.message) if mention_first else (sending.message, sending.mention)
    twins = [sending.envelope(kind(STAFF, text, place=GENERAL, ts=ts)) for kind in kinds]
    for envelope in [*twins, *twins[::-1]]:
        assert (await own_bot.sender.event(envelope)).status == 200
    await own_bot.slack.until(lambda: own_bot.slack.workspace.shown)
    (shown,) = await answers_at_the_end(own_bot)
    assert shown.thread == ts


async def test_both_twins_at_once_are_answered_once(own_bot: Serving) -> None:
    ts, text = own_bot.slack.workspace.ts(), f"<@{BOT_USER}> {OWNER}"
    twins = [sending.envelope(kind(STAFF, text, place=GENERAL, ts=ts)) for kind in (sending.mention, sending.message)]
    await asyncio.gather(*(own_bot.sender.event(envelope) for envelope in twins * 3))
    await own_bot.slack.until(lambda: own_bot.slack.workspace.shown)
    assert len(await answers_at_the_end(own_bot)) == 1


async def test_events_out_of_order_are_all_answered(own_bot: Serving) -> None:
    envelopes = [question(own_bot) for _ in range(6)]
    for envelope in envelopes[::-1]:
        assert (await own_bot.sender.event(envelope)).status == 200
    await own_bot.slack.until(lambda: len(own_bot.slack.workspace.shown) >= 6)
    assert len(await answers_at_the_end(own_bot)) == 6


async def test_what_bots_write_and_what_people_change_is_left_alone(own_bot: Serving) -> None:
    workspace = own_bot.slack.workspace
    direct, mentioned = workspace.direct(STAFF).id, f"<@{BOT_USER}> {OWNER}"
    robot, this_bot = {"bot_id": "B0ROBOT01", "app_id": "A0ROBOT01"}, {"bot_id": BOT, "app_id": "A0SOMEBOT"}

    def message(user: str, text: str, place: str, **more: Any) -> Json:
        return sending.message(user, text, place=place, ts=workspace.ts(), **more)

    changed = message(STAFF, OWNER, direct)
    for event in (
        message(ROBOT, OWNER, direct, subtype="bot_message", username="Toinen botti", **robot),
        message(ROBOT, OWNER, direct, **robot),
        message(ROBOT, mentioned, GENERAL, subtype="bot_message", **robot),
        sending.mention(ROBOT, mentioned, place=GENERAL, ts=workspace.ts(), **robot),
        message(BOT_USER, OWNER, direct, **this_bot),
        sending.mention(BOT_USER, mentioned, place=GENERAL, ts=workspace.ts(), **this_bot),
        {**changed, "subtype": "message_changed", "message": changed, "previous_message": {**changed, "text": "x"}},
        {**changed, "subtype": "message_deleted", "previous_message": changed},
        message(STAFF, "<@U0STAFF01> liittyi", GENERAL, subtype="channel_join"),
        message(STAFF, OWNER, GENERAL),
        message(STAFF, OWNER, GENERAL) | {"channel_type": "mpim"},
        message(STAFF, mentioned, GENERAL, subtype="bot_message", workflow_id="Wf0FLOW01", bot_id="B0FLOW001"),
        message("USLACKBOT", OWNER, direct, subtype="slackbot_response"),
    ):
        assert (await own_bot.sender.event(sending.envelope(event))).status == 200
    assert (await own_bot.sender.event(question(own_bot))).status == 200
    await own_bot.slack.until(lambda: workspace.shown)
    (shown,) = await answers_at_the_end(own_bot)
    assert "Kirjaston Instagram" in shown.words


async def test_a_message_with_a_file_or_to_the_channel_too_is_a_message(own_bot: Serving) -> None:
    workspace = own_bot.slack.workspace
    direct = workspace.direct(STAFF).id
    for subtype in ("file_share", "thread_broadcast"):
        event = sending.message(STAFF, OWNER, place=direct, ts=workspace.ts(), subtype=subtype, thread=workspace.ts())
        assert (await own_bot.sender.event(sending.envelope(event))).status == 200
    await own_bot.slack.until(lambda: len(workspace.shown) >= 2)
    assert len(await answers_at_the_end(own_bot)) == 2


async def test_a_handling_that_failed_is_let_go_so_that_slacks_next_try_is_answered(own_bot: Serving) -> None:
    slack, envelope = own_bot.slack, question(own_bot)
    slack.misbehave("chat.postMessage", Refused("channel_not_found"))
    first = asyncio.create_task(own_bot.sender.event(envelope))
    await slack.until(lambda: slack.called("chat.postMessage"))
    await first
    assert slack.workspace.shown == []
    slack.behave()
    for retry in (1, 2, 3):
        await own_bot.sender.event(envelope, retry=retry, reason="http_error")
    await slack.until(lambda: slack.workspace.shown)
    assert len(await answers_at_the_end(own_bot)) == 1


async def test_a_thousand_events_with_repeats_are_answered_once_each_and_leave_no_traces_in_memory(
    own_bot: Serving,
) -> None:
    """Twice a thousand from 250 people, each sent twice, 50 at a time; a table without bounds grows in the second."""
    workspace = own_bot.slack.workspace
    users = [f"U0CROWD{number:03}" for number in range(PEOPLE)]
    workspace.add(*(User(user, f"Työntekijä {user}") for user in users))
    memory = []
    for turn in (1, 2):
        envelopes = [question(own_bot, user) for _ in range(EACH) for user in users]
        await _send_all(own_bot, envelopes)
        await own_bot.slack.until(partial(_are_shown, own_bot, turn * ROUND))
        memory.append(own_bot.resident_kib)
    shown = await answers_at_the_end(own_bot)
    assert len(shown) == 2 * ROUND
    for user in users:
        assert sum(one.place == workspace.direct(user).id for one in shown) == 2 * EACH
    assert memory[1] - memory[0] < 16 * 1024, f"{memory} KiB"


def _are_shown(bot: Serving, number: int) -> bool:
    return len(bot.slack.workspace.shown) >= number


async def _send_all(bot: Serving, envelopes: list[Json]) -> None:
    """Send each twice, many at a time, the repeats soon after; an event that is not taken is sent again."""
    gate = asyncio.Semaphore(50)

    async def send(sender: Sender, envelope: Json, retry: int) -> None:
        async with gate:
            while (await sender.event(envelope, retry=retry)).status != 200:
                retry += 1
                assert retry < 4, "an event was refused four times"

    async with ClientSession() as session:
        sender = replace(bot.sender, session=session)
        await asyncio.gather(*(send(sender, envelope, retry) for envelope in envelopes for retry in (0, 1)))
