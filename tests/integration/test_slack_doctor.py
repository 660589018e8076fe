"""``doctor`` looks at the set-up in Slack and says what is wrong and what to do."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fake_slack.misbehaving import Broken, Fault, Html, Refused, Reset
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import run
from tests.fake_slack.sockets import APP_TOKEN

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def findings(folder: Path, slack: FakeSlack, **settings: str) -> str:
    """What ``doctor`` prints where it has found something."""
    code, out, lines = await run(folder, slack, "doctor", **settings)
    assert code == 1, (out, lines)
    assert lines == []
    for secret in (slack.token, slack.signing_secret, "xoxb-", "xapp-"):
        assert secret not in out
    return out


async def test_a_set_up_that_works_has_nothing_wrong_in_slack(slack: FakeSlack, tmp_path: Path) -> None:
    _, out, lines = await run(tmp_path, slack, "doctor")
    assert lines == []
    for setting in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SOME_ICT_SECRETARIES", "SOME_DECIDERS"):
        assert f"error: {setting}" not in out
    assert slack.called("auth.test")
    assert slack.workspace.shown == [], "looking is not speaking"


@pytest.mark.parametrize("error", ["invalid_auth", "account_inactive", "token_revoked"])
async def test_a_token_that_slack_does_not_take_is_found(slack: FakeSlack, tmp_path: Path, error: str) -> None:
    slack.misbehave("auth.test", Refused(error))
    assert "SLACK_BOT_TOKEN" in await findings(tmp_path, slack)


@pytest.mark.parametrize("scope", ["users:read", "users:read.email", "chat:write", "commands", "app_mentions:read"])
async def test_a_scope_that_is_missing_is_named(slack: FakeSlack, tmp_path: Path, scope: str) -> None:
    slack.scopes.discard(scope)
    assert scope in await findings(tmp_path, slack)


@pytest.mark.parametrize(
    ("setting", "person"),
    [
        ("SOME_ICT_SECRETARIES", "U0NOBODY1"),
        ("SOME_ICT_SECRETARIES", "nobody@esimerkki.fi"),
        ("SOME_ICT_SECRETARIES", "U0GONE001"),
        ("SOME_DECIDERS", "U0GUEST01"),
        ("SOME_DECIDERS", "U0ROBOT01"),
    ],
)
async def test_people_in_the_settings_who_are_not_there_are_named(
    slack: FakeSlack, tmp_path: Path, setting: str, person: str
) -> None:
    out = await findings(tmp_path, slack, **{setting: person})
    assert setting in out
    assert person in out


async def test_an_address_outside_the_municipalitys_domains_gives_nobody_a_role(
    slack: FakeSlack, tmp_path: Path
) -> None:
    out = await findings(tmp_path, slack, SOME_ICT_SECRETARIES="vieras@muualla.fi")
    assert "SOME_EMAIL_DOMAINS" in out


@pytest.mark.parametrize("minutes", [-10, 10])
async def test_a_clock_that_slack_would_not_believe_is_found(slack: FakeSlack, tmp_path: Path, minutes: int) -> None:
    slack.ahead = timedelta(minutes=minutes)
    out = (await findings(tmp_path, slack)).lower()
    assert "clock" in out


async def test_a_token_in_the_place_of_the_signing_secret_is_found(slack: FakeSlack, tmp_path: Path) -> None:
    out = await findings(tmp_path, slack, SLACK_SIGNING_SECRET="xoxb-1764-vaihtunut")
    assert "SLACK_SIGNING_SECRET" in out


@pytest.mark.parametrize("fault", [Broken(503), Html(), Reset(), Refused("fatal_error")], ids=str)
async def test_a_slack_that_is_down_is_a_finding_and_no_crash(slack: FakeSlack, tmp_path: Path, fault: Fault) -> None:
    slack.misbehave("auth.test", fault)
    assert "Slack" in await findings(tmp_path, slack)


async def test_an_address_at_which_there_is_no_slack_is_told_apart_from_a_slack_in_trouble(
    slack: FakeSlack, tmp_path: Path
) -> None:
    out = await findings(tmp_path, slack, SLACK_API_URL=f"{slack.base_url}no-api/")
    assert "SLACK_API_URL" in out
    assert "try again" not in out
    slack.misbehave("auth.test", Broken(503))
    out = await findings(tmp_path, slack)
    assert "SLACK_API_URL" not in out
    assert "try again" in out


async def test_an_app_token_is_tried(slack: FakeSlack, tmp_path: Path) -> None:
    _, out, _ = await run(tmp_path, slack, "doctor", SLACK_APP_TOKEN=APP_TOKEN, SLACK_SIGNING_SECRET="")
    assert "opens a connection" in out
    assert slack.sockets.opened == 0, "a socket would take messages away from the bot"
    slack.misbehave("apps.connections.open", Refused("missing_scope"))
    assert "connections:write" in await findings(tmp_path, slack, SLACK_APP_TOKEN=APP_TOKEN, SLACK_SIGNING_SECRET="")
    assert "xapp" in (await run(tmp_path, slack, "doctor", SLACK_APP_TOKEN="tunniste"))[1]
