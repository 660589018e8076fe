"""The bot as an operator sets it up for Teams: by its settings, from the manifest to the first reply."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app.bootstrap import build
from bot.app.workspaces import workspaces
from bot.cli import main
from bot.errors import SettingsError
from bot.settings import Settings
from bot.surfaces.web import web_application
from tests.conftest import ROOT
from tests.fake_teams import service as fakes
from tests.fake_teams.issuer import APP_ID, TENANT
from tests.fake_teams.tenant import BOT, STAFF
from tests.support.bot_in_memory import answers_of_ours

SET = {"teams_client_id": APP_ID, "teams_tenant_id": TENANT, "teams_client_secret": "made-up"}


def settings_of(folder: Path, **different: Any) -> Settings:
    """The settings, by their names in the environment."""
    chosen = {**SET, **different}
    return Settings(data_dir=folder, **{name.upper(): value for name, value in chosen.items() if value})


def activity(url: str, **different: Any) -> dict[str, Any]:
    return {
        "type": "message",
        "id": "1",
        "text": "help",
        "channelId": "msteams",
        "serviceUrl": url,
        "from": {"id": f"29:{STAFF}", "aadObjectId": STAFF},
        "recipient": {"id": BOT},
        "conversation": {"id": "c", "conversationType": "personal"},
        "channelData": {"tenant": {"id": TENANT}},
        **different,
    }


async def test_the_playground_is_answered_without_a_token_and_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fakes, "TOKEN", "playground")
    service, outside = fakes.Service(), web.Application()
    service.add_to(outside)
    service.members[STAFF] = fakes.member(f"29:{STAFF}", STAFF, "Somebody")
    async with TestServer(outside) as server, aiohttp.ClientSession() as session:
        url = str(server.make_url("/"))
        settings = settings_of(tmp_path, teams_service_url=url, teams_client_secret=None)
        async with build(settings, *workspaces(settings), answers=answers_of_ours()) as application:
            app = web_application(application.stores, list(application.surfaces))
            async with TestServer(app) as ours:
                address = str(ours.make_url("/api/messages"))
                for sent, status in ((activity(url), 200), (activity("https://smba.trafficmanager.net/emea/"), 401)):
                    async with session.post(address, json=sent) as answer:
                        assert answer.status == status
                (posted,) = await service.until_posted(1)
                assert posted.text
            for surface in application.surfaces:
                await surface.drain()


async def test_teams_itself_has_to_sign(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    async with build(settings, *workspaces(settings), answers=answers_of_ours()) as application:
        app = web_application(application.stores, list(application.surfaces))
        async with TestServer(app) as ours, aiohttp.ClientSession() as session:
            answer = await session.post(ours.make_url("/api/messages"), json=activity("https://x.example/"))
            assert answer.status == 401


@pytest.mark.parametrize("missing", SET)
def test_what_is_missing_is_named(tmp_path: Path, missing: str) -> None:
    with pytest.raises(SettingsError, match=missing.upper()):
        workspaces(settings_of(tmp_path, **{missing: None}))


def test_the_playground_is_for_this_machine_alone(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="TEAMS_SERVICE_URL"):
        workspaces(settings_of(tmp_path, teams_service_url="http://127.0.0.1:1/", host="0.0.0.0"))  # noqa: S104
    for elsewhere in ("http://example.fi/", "https://smba.trafficmanager.net/", "http://127.0.0.1.example.fi/"):
        with pytest.raises(ValueError, match="no address of this machine"):
            settings_of(tmp_path, teams_service_url=elsewhere)


def test_without_teams_nothing_of_it_is_imported(tmp_path: Path) -> None:
    script = (
        "import sys, bot.cli, bot.commands.serving; from bot.settings import load_settings; "
        "from bot.app.workspaces import workspaces; workspaces(load_settings()); "
        "print([one for one in sys.modules if one.split('.')[0] in ('jwt', 'cryptography') or 'surfaces.teams' in one])"
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SOME_", "TEAMS_"))}
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**kept, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_the_package_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["manifest", "teams"]) == 2
    assert "TEAMS_CLIENT_ID is not set" in capsys.readouterr().err
    monkeypatch.setenv("TEAMS_CLIENT_ID", APP_ID)
    assert main(["manifest", "teams", "x.zip", "--website", "https://www.example.fi/somebot"]) == 0
    with zipfile.ZipFile(tmp_path / "x.zip") as zipped:
        assert json.loads(zipped.read("manifest.json"))["id"] == APP_ID
    assert main(["manifest", "teams"]) == 0
    assert "PLACEHOLDER" in capsys.readouterr().out
    assert main(["manifest", "teams", "nowhere/x.zip"]) == 2
