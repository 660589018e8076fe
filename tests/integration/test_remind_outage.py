"""``remind`` while Slack takes messages and does not say so: few are sent, and the operator hears of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.fake_slack.misbehaving import AllTheSame, Broken, Fault, Reset
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import import_register, run
from tests.support.bot_in_memory import HELSINKI

pytestmark = pytest.mark.asyncio(loop_scope="module")


def a_working_day() -> str:
    """A Tuesday to Thursday in a month, at nine, that is no holiday."""
    day = datetime.now(HELSINKI) + timedelta(days=30)
    while day.weekday() not in (1, 2, 3) or (day.month, day.day) in {(12, 24), (1, 6), (12, 6), (1, 1), (5, 1)}:
        day += timedelta(days=1)
    return f"{day:%Y-%m-%d}T09:00"


@pytest.mark.parametrize("fault", [AllTheSame(Reset()), Broken(503)], ids=str)
async def test_a_round_in_an_outage_stops_says_so_and_goes_on_later(
    slack: FakeSlack, tmp_path: Path, fault: Fault
) -> None:
    import_register(tmp_path)
    at = a_working_day()
    slack.misbehave("chat.postMessage", fault)
    code, out, lines = await run(tmp_path, slack, "remind", "--at", at)
    tried = len(slack.called("chat.postMessage"))
    assert code == 1
    assert out
    assert tried == 3
    assert any("may not have arrived" in line and "slack:U0" in line for line in lines)
    assert any("wait in the outbox" in line for line in lines)
    slack.behave()
    code, out, lines = await run(tmp_path, slack, "remind", "--at", at.replace("09:00", "10:00"))
    assert (code, out) == (0, "")
    reached = [call.arguments["channel"] for call in slack.called("chat.postMessage")]
    assert len(reached[tried:]) > 1
    assert set(reached[:tried]).isdisjoint(reached[tried:-1]), "nobody is sent anything twice"
    assert "U0ICT0001" in reached[tried:], "the ICT secretary hears whose messages may not have arrived"
