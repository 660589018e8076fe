"""What ``doctor`` says of the set-up in Teams, against an Entra and a service of our own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from bot.doctor.finding import Finding, Mark
from bot.doctor.teams_tenant import teams
from bot.domain.language import Language
from bot.settings import Settings
from bot.surfaces.teams.manifest import PACKAGE, manifest, package
from tests.fake_teams.issuer import APP_ID, TENANT
from tests.fake_teams.service import Service, busy
from tests.fake_teams.tenant import ICT

SET = {"TEAMS_CLIENT_ID": APP_ID, "TEAMS_TENANT_ID": TENANT, "TEAMS_CLIENT_SECRET": "made-up-secret"}


@pytest.fixture
async def service() -> AsyncIterator[tuple[Service, str]]:
    service, app = Service(), web.Application()
    service.add_to(app)
    async with TestServer(app) as server:
        yield service, str(server.make_url("/")).rstrip("/")


async def found(url: str, **different: Any) -> list[Finding]:
    chosen: dict[str, Any] = {**SET, "ict_secretaries": (f"teams:{ICT}",), **different}
    settings = Settings(**chosen)
    findings = [one async for one in teams(settings, login=url, service_url=url)]
    assert not [one for one in findings if "made-up-secret" in str(one)]
    return findings


async def test_a_set_up_that_works_has_nothing_wrong(service: tuple[Service, str]) -> None:
    assert {one.mark for one in await found(service[1])} == {Mark.OK}
    assert service[0].tokens == 1
    assert not service[0].posted


async def test_a_secret_that_is_wrong_is_found(service: tuple[Service, str]) -> None:
    service[0].token_status = 401
    (wrong,) = [one for one in await found(service[1]) if one.mark is Mark.ERROR]
    assert (wrong.subject, "invalid_client" in wrong.found) == ("TEAMS_CLIENT_SECRET", True)


async def test_a_service_that_is_down_is_a_finding_and_no_crash(service: tuple[Service, str]) -> None:
    service[0].misbehaves = [busy(503)]
    assert [one.subject for one in await found(service[1]) if one.mark is Mark.ERROR] == ["Teams"]
    nowhere = await found(f"http://127.0.0.1:{unused_port()}")
    assert [one.subject for one in nowhere if one.mark is Mark.ERROR] == ["TEAMS_CLIENT_SECRET", "Teams"]


async def test_what_is_missing_is_named(service: tuple[Service, str]) -> None:
    (wrong,) = await found(service[1], TEAMS_TENANT_ID=None)
    assert "TEAMS_TENANT_ID is not set" in wrong.found


async def test_that_nobody_keeps_the_register_is_said(service: tuple[Service, str]) -> None:
    findings = await found(service[1], ict_secretaries=("slack:U0ICT0001", "a@other.fi"))
    assert [one.subject for one in findings if one.mark is Mark.WARNING] == ["SOME_ICT_SECRETARIES"]


async def test_a_package_that_was_written_with_other_settings_is_named(
    service: tuple[Service, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = manifest(client_id=APP_ID, website="https://x.example/", command="/some", language=Language.FI)
    Path(PACKAGE).write_bytes(package(made))
    assert (Mark.OK, PACKAGE) in {(one.mark, one.subject) for one in await found(service[1])}
    assert (Mark.WARNING, PACKAGE) in {(one.mark, one.subject) for one in await found(service[1], command="/other")}
