"""What may come to the address that Slack sends to: what is not Slack's is refused, and none of it is in the log."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from tests.fake_slack import sending
from tests.fake_slack.sending import DEPRECATED_TOKEN, FORM, JSON, Answer, sign
from tests.fake_slack.server import RESPONSE_URL
from tests.fake_slack.serving import Serving
from tests.fake_slack.workspace import GENERAL

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF = "U0STAFF01"
SECRET = "kryptoniittiparsakaali"
REFUSED = {400, 401, 413, 415}
"""Statuses that say that the sender is wrong, and not the bot."""


def now(shift: int = 0) -> str:
    return str(int(time.time()) + shift)


@pytest_asyncio.fixture(autouse=True, loop_scope="module")
async def nothing_is_logged_and_nothing_is_done(bot: Serving) -> AsyncIterator[None]:
    """None of the tests of this file brings a person an answer, or their words into the log."""
    logged, called = len(bot.log), len(bot.slack.calls)
    yield
    calls = [call.method for call in bot.slack.calls[called:]]
    assert not {RESPONSE_URL, "chat.postMessage", "views.open"} & set(calls)
    log = bot.log[logged:]
    for private in (SECRET, "geheim", DEPRECATED_TOKEN, bot.slack.token, bot.slack.signing_secret, "Traceback"):
        assert private not in log


def body(bot: Serving, **more: str) -> bytes:
    """A slash command with something that nobody else may read."""
    url, trigger = bot.slack.response_url(STAFF, GENERAL), bot.slack.views.trigger(STAFF)
    fields = sending.command(STAFF, f"kuka hoitaa {SECRET}", place=GENERAL, response_url=url, trigger=trigger)
    return urlencode({**fields, **more}).encode()


async def send(bot: Serving, content: bytes | None = None, content_type: str = FORM, **options: Any) -> Answer:
    return await bot.sender.post(body(bot) if content is None else content, content_type, **options)


@pytest.mark.parametrize(
    "signature",
    ["v0=" + "0" * 64, "v0=", "v0", "", "v1=" + "0" * 64, "sha256=x", "v0=" + "ä" * 64, "v0=" + "0" * 100_000],
    ids=lambda signature: signature[:12],
)
async def test_a_wrong_signature_is_refused(bot: Serving, signature: str) -> None:
    headers = {"X-Slack-Signature": signature.encode().decode("latin-1")[:7000]}
    assert (await send(bot, headers=headers)).status == 401


async def test_a_signature_with_another_secret_or_of_another_body_is_refused(bot: Serving) -> None:
    assert (await send(bot, secret="toinen salaisuus")).status == 401
    assert (await send(bot, signature=sign(bot.slack.signing_secret, now(), b"another body"))).status == 401
    assert (
        await send(bot, timestamp=now(), signature=sign(bot.slack.signing_secret, now(-60), body(bot)))
    ).status == 401


@pytest.mark.parametrize("missing", ["X-Slack-Signature", "X-Slack-Request-Timestamp"])
async def test_a_request_without_its_headers_is_refused(bot: Serving, missing: str) -> None:
    assert (await send(bot, headers={missing: None})).status in {400, 401}


@pytest.mark.parametrize("shift", [-86_400, -310, 310, 86_400])
async def test_a_right_signature_of_another_time_is_refused(bot: Serving, shift: int) -> None:
    assert (await send(bot, timestamp=now(shift))).status == 401


@pytest.mark.parametrize(
    "timestamp",
    ["kello viisi", "", "-1", "0", "1e9", "NaN", "inf", "1764000000.5", "0x69000000", "9" * 30, "9" * 5000, "None"],
    ids=lambda timestamp: timestamp[:12] or "empty",
)
async def test_a_timestamp_that_is_none_is_refused(bot: Serving, timestamp: str) -> None:
    assert (await send(bot, timestamp=timestamp)).status in {400, 401}


async def test_a_body_that_is_not_utf8_is_refused(bot: Serving) -> None:
    for content in (body(bot) + b"&more=\xff\xfe", SECRET.encode() + b"\x80", b"\xff" * 1000):
        assert (await send(bot, content)).status == 400
        assert (await send(bot, content, JSON)).status == 400
        assert (await send(bot, content, signature="v0=wrong")).status in {400, 401}


async def test_a_body_over_a_mebibyte_is_refused(bot: Serving) -> None:
    large = body(bot) + b"&more=" + b"x" * 2**20
    assert (await send(bot, large)).status == 413
    assert (await send(bot, large, signature="v0=wrong")).status in {401, 413}


async def test_a_packed_body_is_refused_or_read_but_never_unpacked_without_end(bot: Serving) -> None:
    before = bot.resident_kib
    bomb = gzip.compress(b"x" * 2**28)
    for content in (bomb, gzip.compress(body(bot)), b"no gzip at all " + SECRET.encode()):
        answer = await send(bot, content, headers={"Content-Encoding": "gzip"})
        assert answer.status in REFUSED
    for encoding in ("br", "deflate", "identity, gzip", "kryptonite"):
        assert (await send(bot, bomb[:5000], headers={"Content-Encoding": encoding})).status in {*REFUSED, 404}
    assert bot.resident_kib - before < 60 * 1024


@pytest.mark.parametrize("content_type", ["text/plain", "application/xml", "multipart/form-data", "", "no type"])
@pytest.mark.parametrize("content", [b"", b"\x00", SECRET.encode(), b"{}", b"[]", b"payload=", b"&=&=&"])
async def test_signed_nonsense_is_no_failure_of_ours(bot: Serving, content_type: str, content: bytes) -> None:
    answer = await send(bot, content, headers={"Content-Type": content_type})
    assert answer.status in {200, 404, *REFUSED}


@pytest.mark.parametrize(
    "payload",
    [
        "{",
        "[]",
        "null",
        '"' + SECRET + '"',
        "{}",
        '{"type": "block_actions"}',
        '{"type": "view_submission", "view": {}}',
        '{"type": "view_submission", "view": null, "user": {"id": "U0STAFF01"}}',
        json.dumps({"type": "tuntematon", "user": {"id": STAFF}, "secret": SECRET}),
        "[" * 100_000,
        '{"type": ' + "9" * 5000 + "}",
    ],
    ids=lambda payload: payload[:40],
)
async def test_a_signed_payload_that_says_nothing_is_answered(bot: Serving, payload: str) -> None:
    as_form = await bot.sender.form({"payload": payload})
    assert as_form.status in {200, 404, *REFUSED}
    as_json = await send(bot, payload.encode(), JSON)
    assert as_json.status in {200, 404, *REFUSED}


async def test_ssl_check_is_answered_and_opens_no_way_past_the_signature(bot: Serving) -> None:
    check = urlencode({"ssl_check": "1", "token": DEPRECATED_TOKEN}).encode()
    unsigned = {"X-Slack-Signature": None, "X-Slack-Request-Timestamp": None}
    assert (await send(bot, check, headers=unsigned)).status == 200
    sneaked_in = await send(bot, body(bot, ssl_check="1"), headers=unsigned)
    assert sneaked_in.status in {200, 401}
    assert sneaked_in.text == "" or SECRET not in sneaked_in.text


async def test_the_address_is_verified_by_its_challenge(bot: Serving) -> None:
    challenge = {"token": DEPRECATED_TOKEN, "challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}
    sent = json.dumps({**challenge, "type": "url_verification"}).encode()
    answer = await send(bot, sent, JSON)
    assert answer.status == 200
    assert challenge["challenge"] in answer.text
    assert (await send(bot, sent, JSON, secret="toinen")).status == 401


async def test_an_event_of_no_interest_is_taken_so_that_slack_does_not_send_it_again(bot: Serving) -> None:
    for event in (
        {"type": "emoji_changed", "name": SECRET},
        {"type": "channel_rename", "channel": {"id": GENERAL, "name": SECRET}},
        {"type": "im_close", "user": STAFF, "channel": GENERAL},
        {
            "type": "message",
            "subtype": "channel_topic",
            "channel": GENERAL,
            "user": STAFF,
            "topic": SECRET,
            "ts": "1.0",
        },
    ):
        assert (await bot.sender.event(sending.envelope(event))).status == 200


async def test_only_posts_come_from_slack(bot: Serving) -> None:
    async with ClientSession() as session:
        for method in ("GET", "PUT", "DELETE", "HEAD"):
            async with session.request(method, bot.sender.url) as response:
                assert response.status == 405
