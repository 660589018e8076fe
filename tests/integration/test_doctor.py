"""``doctor`` as it is typed, and what it finds in a workspace."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app.bootstrap import SystemClock
from bot.cli import main
from bot.doctor import content
from bot.doctor.disk import read_mounts, thrown_away
from bot.doctor.finding import Finding, Mark
from bot.doctor.slack_workspace import scopes, skew, slack
from bot.settings import Settings, setting_names
from bot.storage.embedded.lock import FolderLock
from bot.surfaces.slack.scopes import EMAIL, SCOPES
from tests.conftest import ROOT
from tests.fake_slack.misbehaving import Broken, Refused
from tests.fake_slack.server import FakeSlack, fake_slack
from tests.fake_slack.serving import serving
from tests.fake_slack.workspace import User
from tests.support.bot_in_memory import REGISTER

NEEDED = frozenset(scope.name for scope in SCOPES)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The register's folder; nothing else is set."""
    for name in [*os.environ]:
        if name in setting_names() or name.startswith(("SOME_", "SLACK_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SOME_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr("bot.cli.set_up_logging", lambda level: None)  # pytest's own handlers stay
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


@pytest.fixture
async def workspace() -> AsyncIterator[FakeSlack]:
    async with fake_slack() as slack:
        slack.scopes.intersection_update(NEEDED | {EMAIL.name})
        yield slack


async def examined(workspace: FakeSlack, **values: Any) -> list[Finding]:
    """What is found in Slack."""
    usual = {
        "SLACK_BOT_TOKEN": workspace.token,
        "SLACK_SIGNING_SECRET": workspace.signing_secret,
        "SLACK_API_URL": workspace.api_url,
        "SOME_ICT_SECRETARIES": "U0ICT0001",
        "SOME_EMAIL_DOMAINS": "esimerkki.fi",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**usual, **values}.items():
            patch.setenv(name, value)
        settings = Settings()
    return [finding async for finding in slack(settings, SystemClock(settings.zone))]


def wrong(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.mark is not Mark.OK]


def test_with_nothing_wrong_it_ends_with_0_and_makes_nothing(data: Path, capsys: Capture) -> None:
    # On a container's own disk there is something wrong.
    code = main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines[:-1] if not line.startswith(("ok: ", "warning: disk: "))] == []
    assert code == (0 if lines[-1] == "0 errors, 0 warnings" else 1)
    assert any(line.startswith("ok: Slack: is not set up") for line in lines)
    assert not data.exists()


def test_findings_end_with_1_and_tell_what_to_do(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("SOME_LANGUGE", "sv")
    monkeypatch.setenv("SOME_KNOWLEDGE_DIR", str(data))
    assert main(["doctor"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "warning: SOME_LANGUGE: is no setting of Somebot, and ignored; did you mean SOME_LANGUAGE?" in lines
    assert any(line.startswith(f"error: knowledge: {data} is no folder") for line in lines)
    assert lines[-1].startswith("1 error, ")


def test_as_json_there_is_an_object_a_line(capsys: Capture) -> None:
    main(["doctor", "--json"])
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(set(one) == {"mark", "subject", "found", "advice"} for one in objects)
    assert {"settings", "knowledge", "SOME_DATA_DIR", "disk", "register", "Slack"} <= {
        one["subject"] for one in objects
    }


def test_settings_that_cannot_be_read_end_with_2(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("PORT", "http")
    assert main(["doctor"]) == 2
    assert capsys.readouterr().err.startswith("PORT: ")


async def test_the_register_is_counted_and_its_writer_named(data: Path) -> None:
    assert (await content.store(Settings(), awaited=True)).mark is Mark.WARNING
    assert (await content.store(Settings(), awaited=False)).mark is Mark.OK
    lock = await FolderLock.take(data, 0)
    finding = await content.store(Settings(), awaited=False)
    assert finding.found == f"0 channels, 0 people; process {os.getpid()} is writing there"
    lock.release()
    assert "nobody is writing there" in (await content.store(Settings(), awaited=False)).found


def test_the_channels_are_counted(capsys: Capture) -> None:
    assert main(["register", "import", str(REGISTER)]) == 0
    main(["doctor"])
    assert "ok: register: 7 channels" in capsys.readouterr().out


async def test_a_register_that_cannot_be_read_is_an_error(data: Path) -> None:
    data.mkdir()
    (data / "history.jsonl").write_text("no history\nat all\n")
    assert (await content.store(Settings(), awaited=True)).mark is Mark.ERROR


@pytest.mark.parametrize(("file", "text"), [("platforms.toml", "= ="), ("words.toml", "= =")])
def test_what_the_guidelines_check_does_not_read_is_read_as_well(tmp_path: Path, file: str, text: str) -> None:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    for path in (ROOT / "knowledge" / "suomussalmi").iterdir():
        (folder / path.name).symlink_to(path)
    (folder / file).write_text(text)
    finding = content.knowledge(folder)
    assert finding.mark is Mark.ERROR
    assert file in finding.found


def test_a_guidelines_folder_that_repeats_what_comes_with_the_bot_is_a_finding(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "knowledge" / "suomussalmi", tmp_path / "knowledge")
    assert content.knowledge(folder).mark is Mark.OK
    shutil.copy(ROOT / "knowledge" / "common" / "words.toml", folder)
    finding = content.knowledge(folder)
    assert (finding.mark, finding.found) == (Mark.WARNING, f"0 errors, 1 warning in {folder}")


async def test_a_workspace_in_order_has_no_finding(workspace: FakeSlack) -> None:
    people = {"SOME_ICT_SECRETARIES": "U0ICT0001, kirjasto@esimerkki.fi", "SOME_DECIDERS": "U0BOSS001"}
    findings = await examined(workspace, **people)
    assert wrong(findings) == []
    assert findings[-1].found.startswith("3 from the settings")
    assert {call.method for call in workspace.calls} == {"auth.test", "users.info", "users.lookupByEmail"}


@pytest.mark.parametrize(
    ("person", "why"),
    [
        ("U0NOBODY1", "is not in the workspace"),
        ("nobody@esimerkki.fi", "is not in the workspace"),
        ("U0GONE001", "has an account that is deactivated"),
        ("U0GUEST01", "is a guest"),
        ("U0GUEST02", "is a guest"),
        ("U0ROBOT01", "is a bot"),
        ("U0ALIEN01", "belongs to another workspace"),
    ],
)
async def test_it_says_why_somebody_cannot_have_a_role(workspace: FakeSlack, person: str, why: str) -> None:
    (finding,) = wrong(await examined(workspace, SOME_DECIDERS=person))
    assert (finding.mark, finding.subject, finding.found) == (Mark.ERROR, "SOME_DECIDERS", f"{person} {why}")


async def test_of_those_who_keep_channels_it_counts_who_is_in_the_workspace(
    workspace: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOME_ICT_SECRETARIES", "U0ICT0001")
    await asyncio.to_thread(main, ["register", "import", str(REGISTER)])
    (finding,) = wrong(await examined(workspace))
    assert (finding.mark, finding.subject) == (Mark.WARNING, "register's people")
    assert finding.found.startswith("3 of ")
    assert "Kirjaston ylläpitäjä" not in finding.found
    for user in ("U0ADMIN01", "U0COMM001", "U0YOUTH01"):
        workspace.workspace.add(User(user, "Uusi"))
    (finding,) = wrong(await examined(workspace))
    assert "U0ADMIN01" not in finding.found


async def test_who_can_not_be_in_slack_is_not_looked_for_there(workspace: FakeSlack) -> None:
    people = "console:boss, teams:00000000-0000-0000, boss@muualla.fi"
    assert wrong(await examined(workspace, SOME_DECIDERS=people)) == []
    assert len(workspace.called("users.info")) == 1
    assert workspace.called("users.lookupByEmail") == []


async def test_people_who_cannot_be_looked_up_are_told_apart_from_those_who_are_not_there(workspace: FakeSlack) -> None:
    workspace.misbehave("users.info", Refused("fatal_error"))
    (finding,) = wrong(await examined(workspace))
    assert finding.mark is Mark.WARNING
    assert "could not be looked up (fatal_error)" in finding.found


async def test_a_clock_that_cannot_be_compared_is_a_warning(workspace: FakeSlack) -> None:
    workspace.misbehave("auth.test", Broken(503), after=1, times=9)
    (finding,) = wrong(await examined(workspace))
    assert (finding.mark, finding.subject) == (Mark.WARNING, "clock")


async def test_a_token_of_the_wrong_kind_is_not_tried(workspace: FakeSlack) -> None:
    (finding,) = wrong(await examined(workspace, SLACK_BOT_TOKEN="xoxp-1"))
    assert finding.subject == "SLACK_BOT_TOKEN"
    assert workspace.calls == []


async def test_a_slack_that_is_not_there_is_an_error(workspace: FakeSlack) -> None:
    (finding,) = wrong(await examined(workspace, SLACK_API_URL="http://127.0.0.1:9/api/"))
    assert (finding.mark, finding.subject) == (Mark.ERROR, "Slack")
    assert "cannot be reached" in finding.found


def test_each_missing_scope_is_told_with_what_does_not_work() -> None:
    for scope in (*SCOPES, EMAIL):
        held = (NEEDED | {EMAIL.name}) - {scope.name}
        (finding,) = scopes(held, by_email=True)
        assert finding.mark is Mark.ERROR
        assert finding.found == f"{scope.name} is missing: {scope.without}"


def test_needless_scopes_are_told_together() -> None:
    (finding,) = scopes(NEEDED | {EMAIL.name, "channels:history"}, by_email=False)
    assert finding.mark is Mark.WARNING
    assert "channels:history, users:read.email" in finding.found
    (finding,) = scopes(NEEDED, by_email=False)
    assert finding.mark is Mark.OK
    (finding,) = scopes(frozenset(), by_email=False)
    assert finding.mark is Mark.WARNING


@pytest.mark.parametrize(
    ("seconds", "mark", "word"),
    [
        (0, Mark.OK, "agrees"),
        (-60, Mark.OK, "agrees"),
        (61, Mark.WARNING, "61 s ahead of"),
        (-300, Mark.WARNING, "300 s behind"),
        (301, Mark.ERROR, "refused"),
        (-301, Mark.ERROR, "refused"),
    ],
)
def test_a_clock_that_goes_wrong_is_told_before_slack_is_refused(seconds: int, mark: Mark, word: str) -> None:
    finding = skew(NOW + timedelta(seconds=seconds), NOW)
    assert finding.mark is mark
    assert word in finding.found


@pytest.mark.parametrize(("platform", "told"), [("somebot", 1), ("", 0)], ids=["platform", "machine"])
async def test_serve_tells_at_its_start_of_a_disk_that_does_not_last(
    workspace: FakeSlack, tmp_path: Path, platform: str, told: int
) -> None:
    if thrown_away(tmp_path, {}, read_mounts()) or not thrown_away(tmp_path, {"K_SERVICE": "somebot"}, read_mounts()):
        pytest.skip("the folder for tests is on a disk of its own, or on one that does not last anyway")
    async with serving(tmp_path, workspace, K_SERVICE=platform) as bot:
        assert await bot.stop() == 0
        assert len([record for record in bot.records if "does not last" in record["message"]]) == told
