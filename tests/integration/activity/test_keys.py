"""Sources with the municipality's key, against a local copy of what is documented of them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
import pytest_asyncio
from aiohttp import web

from bot.activity.fetcher import Fetcher
from bot.activity.looking import look
from bot.activity.meta_token import check_token
from bot.activity.model import Failure, Result, SourceError, SourceReport, Watched
from bot.activity.reading import readers
from bot.activity.source import SourceKind, SourceRef
from bot.activity.sources.graph import Graph
from bot.activity.sources.youtube_api import YouTubeApi
from tests.support.fake_graph import TOKEN, FakeGraph
from tests.support.internet import Internet, answering, pages
from tests.support.wild_feeds import AT, day

INSTA, FACE = SourceRef(SourceKind.INSTAGRAM, "kirjasto.kunta"), SourceRef(SourceKind.FACEBOOK, "kunnansivu")


@pytest.fixture
def graph(secure_internet: Internet) -> FakeGraph:
    fake = FakeGraph(
        pages={"100": ["2026-11-20T10:00:00+0000", "2026-11-19T10:00:00+0000"], "200": [], "300": []},
        usernames={"100": "Kunnan.Sivu"},
        instagram={
            "kirjasto.kunta": ["2026-06-01T10:00:00+0000", "2026-11-22T10:00:00+0000"],
            "museo": [],
            "oma": None,
        },
    )
    secure_internet.hosts["graph.facebook.com"] = fake.handle
    return fake


@pytest_asyncio.fixture
async def fetcher(secure_internet: Internet) -> AsyncIterator[Fetcher]:
    async with secure_internet.fetcher("www.youtube.com", "www.googleapis.com", "graph.facebook.com") as fetching:
        yield fetching


async def looked(fetcher: Fetcher, *refs: SourceRef, token: str = TOKEN, at: datetime = AT) -> list[SourceReport]:
    """The reports of looks with the token, one after the other."""
    known = readers(fetcher, meta_token=token)
    return [await look(Watched(ref.where, ref), known, at) for ref in refs]


class TestMeta:
    """Instagram and Facebook by one token."""

    async def test_the_newest_post_of_an_account_and_a_page_is_seen(self, graph: FakeGraph, fetcher: Fetcher) -> None:
        insta, face, by_number = await looked(fetcher, INSTA, FACE, SourceRef(SourceKind.FACEBOOK, "100"))
        assert insta.seen is not None
        assert face.seen is not None
        assert (insta.seen.newest, insta.seen.title) == (day(22, 10), "Kirjasto.Kunta")
        assert (face.seen.newest, face.seen.title) == (day(20, 10), "Sivu 100")
        assert by_number.seen == face.seen

    async def test_an_account_without_posts_says_nothing(self, graph: FakeGraph, fetcher: Fetcher) -> None:
        reports = await looked(fetcher, SourceRef(SourceKind.INSTAGRAM, "museo"), SourceRef(SourceKind.FACEBOOK, "200"))
        assert [report.result for report in reports] == [Result.QUIET, Result.QUIET]

    async def test_what_the_token_does_not_reach_has_its_reason(self, graph: FakeGraph, fetcher: Fetcher) -> None:
        refs = [
            SourceRef(SourceKind.INSTAGRAM, "oma"),
            SourceRef(SourceKind.FACEBOOK, "naapuri"),
            SourceRef(SourceKind.INSTAGRAM, "a){b}"),
        ]
        reports = await looked(fetcher, *refs)
        assert [report.why for report in reports] == [Failure.NO_ACCOUNT, Failure.KEY_RIGHTS, Failure.NO_ACCOUNT]
        assert {report.result for report in reports} == {Result.NONE}

    async def test_the_pages_are_asked_for_once_an_hour(
        self, graph: FakeGraph, fetcher: Fetcher, secure_internet: Internet
    ) -> None:
        known = readers(fetcher, meta_token=TOKEN)
        for minutes in (0, 10, 70):
            for ref in (INSTA, FACE):
                await look(Watched("c", ref), known, AT + timedelta(minutes=minutes))
        parts = [asked for asked in secure_internet.asked if "/me/accounts" in asked.path]
        assert len(parts) == 2 * 2

    async def test_the_token_is_in_no_address(
        self, graph: FakeGraph, fetcher: Fetcher, secure_internet: Internet
    ) -> None:
        reports = await looked(fetcher, INSTA, FACE)
        assert not any(TOKEN in asked.path or "page-" in asked.path for asked in secure_internet.asked)
        assert TOKEN not in repr(reports)

    @pytest.mark.parametrize(
        ("status", "code", "failure"),
        [
            (400, 190, Failure.KEY_REFUSED),
            (401, 102, Failure.KEY_REFUSED),
            (403, 10, Failure.KEY_RIGHTS),
            (403, 200, Failure.KEY_RIGHTS),
            (400, 4, Failure.KEY_LIMIT),
            (400, 17, Failure.KEY_LIMIT),
            (400, 32, Failure.KEY_LIMIT),
            (400, 613, Failure.KEY_LIMIT),
            (400, 80001, Failure.KEY_LIMIT),
            (400, 80002, Failure.KEY_LIMIT),
            (400, 100, Failure.NO_ACCOUNT),
            (500, 1, Failure.SERVER),
            (503, 2, Failure.SERVER),
            (400, 99999, Failure.SERVER),
        ],
    )
    async def test_each_error_has_its_reason(
        self, graph: FakeGraph, fetcher: Fetcher, status: int, code: int, failure: Failure
    ) -> None:
        graph.error = (status, code)
        assert [report.why for report in await looked(fetcher, INSTA, FACE)] == [failure, failure]

    @pytest.mark.parametrize(("code", "regain", "wait"), [(80002, 90, 90), (4, 0, 60), (190, 0, 60)])
    async def test_who_is_told_to_wait_asks_nothing_more_meanwhile(
        self, graph: FakeGraph, fetcher: Fetcher, secure_internet: Internet, code: int, regain: int, wait: int
    ) -> None:
        graph.error, graph.regain = (400, code), regain
        known = readers(fetcher, meta_token=TOKEN)
        first = await look(Watched("c", INSTA), known, AT)
        for minutes in range(1, wait, 7):
            later = await look(Watched("c", FACE), known, AT + timedelta(minutes=minutes))
            assert later.why is first.why
        assert len(secure_internet.asked) == 1
        graph.error = None
        assert (await look(Watched("c", INSTA), known, AT + timedelta(minutes=wait))).result is Result.SEEN
        assert first.visit.not_before is not None
        assert first.visit.not_before >= AT + timedelta(minutes=regain)

    async def test_an_answer_that_is_none_is_an_error_of_the_servers(
        self, fetcher: Fetcher, secure_internet: Internet
    ) -> None:
        secure_internet.hosts["graph.facebook.com"] = answering(502)
        assert [report.why for report in await looked(fetcher, INSTA)] == [Failure.SERVER]

    async def test_a_wrong_token_is_refused(self, graph: FakeGraph, fetcher: Fetcher) -> None:
        assert [report.why for report in await looked(fetcher, INSTA, token="wrong")] == [Failure.KEY_REFUSED]


class TestTheToken:
    """What a token may read and when it ends."""

    ALL = ("instagram_basic", "instagram_manage_insights", "pages_read_engagement", "pages_show_list")

    async def test_a_good_token_is_told_with_what_it_reaches(self, graph: FakeGraph, fetcher: Fetcher) -> None:
        graph.told = {"is_valid": True, "expires_at": 0, "data_access_expires_at": 0, "scopes": [*self.ALL, "x"]}
        told = await check_token(Graph(fetcher, TOKEN), TOKEN, AT)
        assert (told.valid, told.ends, told.missing, told.instagram) == (True, None, (), True)
        assert told.pages == ("Sivu 100", "Sivu 200", "Sivu 300")
        assert not told.ends_soon(AT)

    async def test_an_end_is_told_two_weeks_before(self, graph: FakeGraph, fetcher: Fetcher) -> None:
        ends = int(datetime(2026, 12, 10, tzinfo=UTC).timestamp())
        graph.told = {"is_valid": True, "expires_at": 0, "data_access_expires_at": ends, "scopes": list(self.ALL[1:])}
        told = await check_token(Graph(fetcher, TOKEN), TOKEN, AT)
        assert told.ends == datetime(2026, 12, 10, tzinfo=UTC)
        assert told.missing == ("instagram_basic",)
        assert not told.ends_soon(datetime(2026, 11, 25, tzinfo=UTC))
        assert told.ends_soon(datetime(2026, 11, 26, tzinfo=UTC))
        assert told.ends_soon(datetime(2027, 1, 1, tzinfo=UTC))

    async def test_a_token_that_has_ended_is_refused(self, graph: FakeGraph, fetcher: Fetcher) -> None:
        graph.error = (400, 190)
        with pytest.raises(SourceError) as refused:
            await check_token(Graph(fetcher, TOKEN), TOKEN, AT)
        assert refused.value.failure is Failure.KEY_REFUSED


class TestYouTubesSecondWay:
    """The Data API, for when the feed fails."""

    NAME, KEY = "abcdefghijklmnopqrstuv", "made-up-key"
    UPLOADS: Final = {
        "items": [
            {
                "snippet": {"publishedAt": "2026-11-23T10:00:00Z", "channelTitle": "Kunta"},
                "contentDetails": {"videoId": "v1", "videoPublishedAt": "2026-11-19T10:00:00Z"},
            },
            {"snippet": {"channelTitle": "Kunta"}, "contentDetails": {"videoId": "v2"}},
        ]
    }

    def _api(self, answer: dict[str, Any], status: int = 200) -> web.Response:
        return web.json_response(answer, status=status)

    async def _looked(self, fetcher: Fetcher, where: str) -> SourceReport:
        known = readers(fetcher, youtube_key=self.KEY)
        return await look(Watched("c", SourceRef(SourceKind.YOUTUBE, where)), known, AT)

    async def test_it_is_asked_only_where_the_feed_fails(self, fetcher: Fetcher, secure_internet: Internet) -> None:
        secure_internet.hosts |= {
            "www.youtube.com": answering(404),
            "www.googleapis.com": pages({"/youtube/v3/playlistItems": json.dumps(self.UPLOADS)}),
        }
        report = await self._looked(fetcher, f"UC{self.NAME}")
        assert report.seen is not None
        assert (report.seen.newest, report.seen.title) == (day(19, 10), "Kunta")
        assert report.seen.link == "https://www.youtube.com/watch?v=v1"
        (asked,) = secure_internet.asked_of("www.googleapis.com")
        assert f"playlistId=UU{self.NAME}" in asked.path
        assert self.KEY not in asked.path
        assert asked.headers["X-Goog-Api-Key"] == self.KEY

    async def test_a_handle_is_resolved(self, fetcher: Fetcher, secure_internet: Internet) -> None:
        secure_internet.hosts |= {
            "www.youtube.com": answering(500),
            "www.googleapis.com": pages(
                {
                    "/youtube/v3/channels": json.dumps({"items": [{"id": f"UC{self.NAME}"}]}),
                    "/youtube/v3/playlistItems": json.dumps(self.UPLOADS),
                }
            ),
        }
        assert (await self._looked(fetcher, "@kunta")).result is Result.SEEN
        assert "forHandle=@kunta" in secure_internet.asked_of("www.googleapis.com")[0].path.replace("%40", "@")

    @pytest.mark.parametrize(
        ("status", "reason", "failure"),
        [
            (403, "quotaExceeded", Failure.KEY_LIMIT),
            (400, "keyInvalid", Failure.KEY_REFUSED),
            (403, "accessNotConfigured", Failure.KEY_RIGHTS),
            (404, "playlistNotFound", Failure.NO_ACCOUNT),
            (500, "backendError", Failure.SERVER),
        ],
    )
    async def test_each_error_has_its_reason_and_the_feeds_is_the_one_told(
        self, fetcher: Fetcher, secure_internet: Internet, status: int, reason: str, failure: Failure
    ) -> None:
        error = {"error": {"code": status, "errors": [{"domain": "youtube.quota", "reason": reason}]}}

        async def refusing(request: web.Request) -> web.StreamResponse:
            return self._api(error, status)

        secure_internet.hosts |= {"www.youtube.com": answering(404), "www.googleapis.com": refusing}
        assert (await self._looked(fetcher, f"UC{self.NAME}")).why is Failure.NOT_FOUND
        api = YouTubeApi(fetcher, self.KEY)
        for _ in range(2):
            with pytest.raises(SourceError) as refused:
                await api.check(AT)
            assert refused.value.failure is failure
        closed = failure in (Failure.KEY_LIMIT, Failure.KEY_REFUSED)
        assert len(secure_internet.asked_of("www.googleapis.com")) == (2 if closed else 3)
