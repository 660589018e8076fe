"""What ``doctor`` finds out about the keys to platforms, from the platforms' own answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.doctor.finding import Finding, Mark
from bot.doctor.sources import keys
from bot.settings import Settings
from tests.support.fake_graph import TOKEN, FakeGraph
from tests.support.internet import Internet
from tests.support.wild_feeds import AT

SCOPES = ["instagram_basic", "instagram_manage_insights", "pages_read_engagement", "pages_show_list"]
META = Settings(meta_token=SecretStr(TOKEN))


@pytest.fixture
def graph(secure_internet: Internet) -> FakeGraph:
    fake = FakeGraph(pages={"100": []})
    secure_internet.hosts["graph.facebook.com"] = fake.handle
    return fake


async def found(internet: Internet, settings: Settings, at: datetime = AT) -> list[Finding]:
    hosts = ("graph.facebook.com", "www.googleapis.com")
    async with internet.fetcher(*hosts) as fetcher:
        return [finding async for finding in keys(settings, at, fetcher)]


def told(ends: datetime | None = None, scopes: list[str] = SCOPES, *, valid: bool = True) -> dict[str, object]:
    seconds = int(ends.timestamp()) if ends else 0
    return {"is_valid": valid, "expires_at": seconds, "data_access_expires_at": 0, "scopes": scopes}


async def test_without_keys_nobody_is_asked(secure_internet: Internet) -> None:
    assert await found(secure_internet, Settings()) == []
    (hosts,) = await found(secure_internet, Settings(internal_hosts=("intra.kunta.example:443",)))
    assert (hosts.mark, hosts.subject) == (Mark.OK, "SOME_INTERNAL_HOSTS")
    assert secure_internet.asked == []


async def test_a_token_is_told_with_what_it_reaches_and_two_weeks_before_its_end(
    graph: FakeGraph, secure_internet: Internet
) -> None:
    graph.told = told()
    (fine,) = await found(secure_internet, META)
    assert (fine.mark, fine.found) == (Mark.OK, "reaches Sivu 100, without an end; Instagram can be read")
    graph.told = told(AT + timedelta(days=14), SCOPES[1:])
    marks = {finding.found: finding.mark for finding in await found(secure_internet, META)}
    assert marks.pop("may not do all that is needed: instagram_basic") is Mark.ERROR
    assert [(mark, "ends on 20" in words or "until 20" in words) for words, mark in marks.items()] == [
        (Mark.WARNING, True),
        (Mark.OK, True),
    ]
    graph.told = told(AT + timedelta(days=15))
    assert [finding.mark for finding in await found(secure_internet, META)] == [Mark.OK]


@pytest.mark.parametrize(
    ("error", "valid", "mark"),
    [((400, 190), True, Mark.ERROR), (None, False, Mark.ERROR), ((500, 2), True, Mark.WARNING)],
)
async def test_a_token_that_is_no_good_is_an_error_and_one_that_can_not_be_checked_a_warning(
    graph: FakeGraph, secure_internet: Internet, error: tuple[int, int] | None, valid: bool, mark: Mark
) -> None:
    graph.told, graph.error = told(valid=valid), error
    (finding,) = await found(secure_internet, META)
    assert finding.mark is mark
    assert finding.advice
    assert TOKEN not in str(finding)


@pytest.mark.parametrize(
    ("reason", "mark"), [("", Mark.OK), ("keyInvalid", Mark.ERROR), ("quotaExceeded", Mark.WARNING)]
)
async def test_a_key_to_youtube_is_tried(secure_internet: Internet, reason: str, mark: Mark) -> None:
    async def handle(request: web.Request) -> web.Response:
        error = {"error": {"errors": [{"reason": reason}]}}
        return web.json_response(error if reason else {"items": []}, status=400 if reason else 200)

    secure_internet.hosts["www.googleapis.com"] = handle
    (finding,) = await found(secure_internet, Settings(youtube_api_key=SecretStr("made-up-key")), datetime.now(UTC))
    assert finding.mark is mark
    assert "made-up-key" not in str(finding)
