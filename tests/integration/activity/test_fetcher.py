"""The fetcher, against servers on loopback: what it sends and keeps to."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from datetime import timedelta

import pytest
from aiohttp import web

from bot.activity.fetcher import user_agent
from bot.activity.model import Failure, SourceError
from tests.integration.activity.support import HOST, URL, refusal
from tests.support.internet import CONTACT, Internet, answering, pages, redirecting, serving
from tests.support.wild_feeds import AT


async def test_a_document_comes_with_what_the_next_visit_needs(internet: Internet) -> None:
    internet.hosts[HOST] = serving("hei", ETag='"7"', **{"Last-Modified": "Fri, 20 Nov 2026 10:00:00 GMT"})
    async with internet.fetcher() as fetcher:
        answer = await fetcher.get(URL, AT)
    assert (answer.status, answer.body, answer.etag) == (200, b"hei", '"7"')
    assert answer.modified == "Fri, 20 Nov 2026 10:00:00 GMT"
    assert not answer.moved


async def test_who_runs_a_server_sees_who_asks_and_nothing_else_of_us(internet: Internet) -> None:
    internet.hosts[HOST] = serving("hei", **{"Set-Cookie": "who=you; Path=/"})
    async with internet.fetcher() as fetcher:
        await fetcher.get(URL, AT)
        await fetcher.get(URL, AT)
    headers = internet.asked[-1].headers
    assert CONTACT in headers["User-Agent"]
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}


def test_a_contact_cannot_add_a_header() -> None:
    assert "\n" not in user_agent("some@kunta.example\r\nX-Evil: 1")
    assert user_agent("") == "Somebot"


async def test_what_has_not_changed_is_not_sent_again(internet: Internet) -> None:
    async def handle(request: web.Request) -> web.StreamResponse:
        return web.Response(status=304 if request.headers.get("If-None-Match") == '"7"' else 200)

    internet.hosts[HOST] = handle
    async with internet.fetcher() as fetcher:
        answer = await fetcher.get(URL, AT, etag='"7"', modified="Fri, 20 Nov 2026 10:00:00 GMT")
    assert (answer.status, answer.body) == (304, b"")
    assert internet.asked[0].headers["If-Modified-Since"] == "Fri, 20 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (400, Failure.SERVER),
        (401, Failure.FORBIDDEN),
        (403, Failure.FORBIDDEN),
        (404, Failure.NOT_FOUND),
        (410, Failure.GONE),
        (429, Failure.BUSY),
        (451, Failure.FORBIDDEN),
        (500, Failure.SERVER),
        (503, Failure.BUSY),
        (204, Failure.SERVER),
        (206, Failure.SERVER),
    ],
)
async def test_each_status_has_its_reason(internet: Internet, status: int, failure: Failure) -> None:
    internet.hosts[HOST] = answering(status)
    async with internet.fetcher() as fetcher:
        assert await refusal(fetcher.get(URL, AT)) is failure
        assert (await fetcher.get(URL, AT, any_status=True)).status == status


async def test_a_wish_to_be_left_alone_is_passed_on(internet: Internet) -> None:
    internet.hosts[HOST] = answering(503, Retry_After="3600")
    async with internet.fetcher() as fetcher:
        with pytest.raises(SourceError) as refused:
            await fetcher.get(URL, AT)
    assert refused.value.retry_after == timedelta(hours=1)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw deflate"])
async def test_what_is_packed_is_unpacked(internet: Internet, encoding: str) -> None:
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "raw deflate": lambda body: zlib.compress(body)[2:-4]}
    body = packed[encoding](b"hei" * 1000)
    internet.hosts[HOST] = serving(body, **{"Content-Encoding": encoding.rpartition(" ")[2]})
    async with internet.fetcher() as fetcher:
        assert (await fetcher.get(URL, AT)).body == b"hei" * 1000


async def test_three_redirects_are_followed_and_a_lasting_one_is_told(internet: Internet) -> None:
    steps = {f"/{step}": redirecting(f"/{step - 1}", 301) for step in range(1, 6)}
    internet.hosts[HOST] = pages({**steps, "/feed": b"hei", "/0": b"hei"})
    async with internet.fetcher() as fetcher:
        answer = await fetcher.get(f"http://{HOST}/3", AT)
        assert (answer.url, answer.moved) == (f"http://{HOST}/0", True)
        assert await refusal(fetcher.get(f"http://{HOST}/4", AT)) is Failure.REDIRECTS
        assert not (await fetcher.get(URL, AT)).moved


async def test_a_passing_redirect_is_no_move(internet: Internet) -> None:
    internet.hosts[HOST] = pages({"/a": redirecting("/b", 301), "/b": redirecting("/c", 307), "/c": b"hei"})
    async with internet.fetcher() as fetcher:
        assert not (await fetcher.get(f"http://{HOST}/a", AT)).moved


async def test_one_host_is_asked_one_thing_at_a_time_and_several_side_by_side(internet: Internet) -> None:
    internet.hosts |= {"a.kunta.example": serving("a"), "b.kunta.example": serving("b")}
    async with internet.fetcher() as fetcher:
        await asyncio.gather(*(fetcher.get(f"http://{host}/{n}", AT) for n in range(20) for host in internet.hosts))
    assert internet.most_at_once == {"a.kunta.example": 1, "b.kunta.example": 1}
    assert len(internet.asked) == 40


async def test_a_secret_goes_to_the_one_host_it_is_for(internet: Internet) -> None:
    internet.hosts |= {
        HOST: pages(
            {"/here": redirecting("/feed", 302), "/feed": b"hei", "/away": redirecting("http://b.kunta.example/x", 302)}
        ),
        "b.kunta.example": serving("hei"),
    }
    async with internet.fetcher() as fetcher:
        await fetcher.get(f"http://{HOST}/here", AT, secret={"Authorization": "Bearer made-up"})
        await fetcher.get(f"http://{HOST}/away", AT, secret={"Authorization": "Bearer made-up"})
    assert all("Authorization" in asked.headers for asked in internet.asked_of(HOST))
    assert "Authorization" not in internet.asked_of("b.kunta.example")[0].headers


@pytest.mark.parametrize(
    "address", ["", "kunta", "http:///x", "https://", "mailto:a@b.fi", "http://a b/", "http://[::1"]
)
async def test_what_is_no_address_is_not_asked_for(internet: Internet, address: str) -> None:
    async with internet.fetcher() as fetcher:
        assert await refusal(fetcher.get(address, AT)) is Failure.BAD_ADDRESS
    assert internet.names.looked_up == {}


class TestWithTls:
    """What https adds."""

    async def test_a_trusted_host_is_read(self, secure_internet: Internet) -> None:
        secure_internet.hosts[HOST] = serving("hei")
        async with secure_internet.fetcher() as fetcher:
            assert (await fetcher.get(f"https://{HOST}/", AT)).body == b"hei"

    async def test_a_certificate_that_nobody_trusts_is_refused(self, secure_internet: Internet) -> None:
        secure_internet.hosts[HOST] = serving("hei")
        async with secure_internet.fetcher(trusting=False) as fetcher:
            assert await refusal(fetcher.get(f"https://{HOST}/", AT)) is Failure.CERTIFICATE
        assert secure_internet.asked == []

    async def test_a_certificate_for_another_name_is_refused(self, secure_internet: Internet) -> None:
        secure_internet.hosts["www.other.example"] = serving("hei")
        async with secure_internet.fetcher() as fetcher:
            assert await refusal(fetcher.get("https://www.other.example/", AT)) is Failure.CERTIFICATE

    async def test_nothing_leads_from_https_to_http(self, secure_internet: Internet) -> None:
        secure_internet.hosts |= {HOST: redirecting("http://a.kunta.example/", 301), "a.kunta.example": serving("hei")}
        async with secure_internet.fetcher() as fetcher:
            assert await refusal(fetcher.get(f"https://{HOST}/", AT)) is Failure.INSECURE
            assert (await fetcher.get(f"http://{HOST}/", AT)).body == b"hei"
        assert [asked.host for asked in secure_internet.asked] == [HOST, HOST, "a.kunta.example"]

    async def test_http_may_lead_to_https(self, secure_internet: Internet) -> None:
        secure_internet.hosts |= {HOST: redirecting("https://a.kunta.example/", 301), "a.kunta.example": serving("hei")}
        async with secure_internet.fetcher() as fetcher:
            answer = await fetcher.get(f"http://{HOST}/", AT)
        assert (answer.url, answer.moved) == ("https://a.kunta.example/", True)
