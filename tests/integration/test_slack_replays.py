"""A request that Slack has signed counts once: whoever has listened to it cannot send it again."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from tests.fake_slack import sending
from tests.fake_slack.server import RESPONSE_URL
from tests.fake_slack.serving import Serving
from tests.fake_slack.workspace import GENERAL

pytestmark = pytest.mark.asyncio(loop_scope="module")
STAFF = "U0STAFF01"


def command(bot: Serving, text: str) -> bytes:
    url, trigger = bot.slack.response_url(STAFF, GENERAL), bot.slack.views.trigger(STAFF)
    return urlencode(sending.command(STAFF, text, place=GENERAL, response_url=url, trigger=trigger)).encode()


def replies(bot: Serving) -> int:
    return sum(call.method == RESPONSE_URL for call in bot.slack.calls)


async def answered(bot: Serving, body: bytes, timestamp: str) -> None:
    """Send the command, and wait for what comes of it: with the response or after it."""
    before = replies(bot)
    answer = await bot.sender.post(body, timestamp=timestamp)
    assert answer.status == 200
    if not answer.text:
        await bot.slack.until(lambda: replies(bot) > before or None)


async def test_a_command_that_is_sent_again_is_ignored(bot: Serving) -> None:
    body = command(bot, "kuka hoitaa instagramia")
    now = str(int(bot.sender.now()))
    await answered(bot, body, now)
    before = replies(bot)
    again_headers: list[dict[str, str | None]] = [{}, {"X-Slack-Retry-Num": "1"}, {"Content-Type": "text/plain"}]
    for headers in again_headers:
        again = await bot.sender.post(body, timestamp=now, headers=headers)
        assert (again.status, again.text) == (200, "")
    assert replies(bot) == before


async def test_the_same_words_at_another_time_are_another_command(bot: Serving) -> None:
    body = command(bot, "kuka hoitaa instagramia")
    now = int(bot.sender.now())
    for shift in range(3):
        await answered(bot, body, str(now - shift))


@pytest.mark.parametrize("shift", [-290, 290])
async def test_a_command_that_took_minutes_or_comes_from_a_clock_ahead_is_answered(bot: Serving, shift: int) -> None:
    await answered(bot, command(bot, "kuka hoitaa tiktokia"), str(int(bot.sender.now()) + shift))


async def test_a_replay_is_told_once_in_the_log_however_often_it_comes(bot: Serving) -> None:
    body, now = command(bot, "apua"), str(int(bot.sender.now()))
    logged = len(bot.records)
    for _ in range(20):
        await bot.sender.post(body, timestamp=now)
    assert len([one for one in bot.records[logged:] if one.get("why") == "sent again"]) <= 1
