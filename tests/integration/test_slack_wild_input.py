"""Whatever is in a request with a right signature, it is answered, and no failure goes uncaught."""

from __future__ import annotations

import copy
import json
import random
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fake_slack import sending
from tests.fake_slack.mutating import mutated, paths, usual_payloads
from tests.fake_slack.serving import Serving
from tests.fake_slack.workspace import GENERAL
from tests.fake_slack.workspace import Json as JsonObject

pytestmark = pytest.mark.asyncio(loop_scope="module")

ANSWERS = {200, 400, 404}
UNCAUGHT = "Error handling request"
"""What the web server logs when nobody below it has dealt with a failure."""
WILD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.lists(st.none() | st.text("abc"), max_size=3),
    st.dictionaries(st.sampled_from(["type", "id", "value", "text"]), st.none() | st.text("abc"), max_size=3),
)


@st.composite
def broken_payloads(draw: st.DrawFn) -> JsonObject:
    """A usual payload in which a few values are gone, or are something else."""
    payload = copy.deepcopy(draw(st.sampled_from(list(usual_payloads()))))
    if "event_id" in payload:
        payload["event_id"] = f"Ev{draw(st.uuids())}"
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(list(paths(payload))))
        inner: Any = payload
        for key in way:
            inner = inner[key]
        if draw(st.booleans()):
            inner[last] = draw(WILD)
        else:
            del inner[last]
    return payload


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(payload=broken_payloads())
async def test_a_broken_payload_is_answered(bot: Serving, payload: JsonObject) -> None:
    text, logged = json.dumps(payload, ensure_ascii=False), len(bot.log)
    if "event" in payload or "event_id" in payload:
        answer = await bot.sender.post(text.encode(), sending.JSON)
    else:
        answer = await bot.sender.form({"payload": text})
    assert answer.status in ANSWERS
    assert UNCAUGHT not in bot.log[logged:]


async def test_what_nobody_knows_is_said_to_be_unknown_though_its_fields_are_null(bot: Serving) -> None:
    workspace = {"api_app_id": "A0SOMEBOT", "team": {"id": "T0TEAM001", "domain": "esimerkki"}, "enterprise": None}
    payload = {"user": {"id": "U0STAFF01", "team_id": "T0TEAM001"}, **workspace, "trigger_id": "1", "view": None}
    logged = len(bot.log)
    assert (await bot.sender.form({"payload": json.dumps(payload)})).status == 404
    assert "Slack sent what the bot knows nothing of" in bot.log[logged:]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=300), gone=st.sets(st.integers(0, 12)))
async def test_a_command_with_any_words_and_without_some_fields_is_answered(
    bot: Serving, text: str, gone: set[int]
) -> None:
    fields = sending.command("U0NOBODY1", text, place=GENERAL, response_url=bot.slack.base_url, trigger="1")
    left = {name: value for number, (name, value) in enumerate(fields.items()) if number not in gone}
    logged = len(bot.log)
    assert (await bot.sender.post(urlencode(left).encode())).status in ANSWERS
    assert UNCAUGHT not in bot.log[logged:]


async def test_some_hundred_requests_of_other_shapes_are_no_failure_of_ours(bot: Serving) -> None:
    dice, logged = random.Random(7), len(bot.log)  # noqa: S311 - reproducible
    for _ in range(300):
        assert (await bot.sender.post(*mutated(dice))).status in ANSWERS
    assert "failed" not in bot.log[logged:]
    assert "Traceback" not in bot.log[logged:]
