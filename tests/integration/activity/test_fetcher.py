"""The fetcher, against servers on loopback: what it sends, what it keeps to, and where it never goes."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Awaitable
from datetime import timedelta
from ipaddress import ip_address

import pytest
from aiohttp import web

from bot.activity.destinations import Destinations
from bot.activity.fetcher import Fetcher, Limits, user_agent
from bot.activity.model import Failure, SourceError
from tests.support.internet import CONTACT, Handler, Internet, answering, pages, serving
from tests.support.wild_feeds import AT

HOST = "www.kunta.example"
URL = f"http://{HOST}/feed"


async def refusal(fetching: Awaitable[object]) -> Failure:
    """Why a fetch is refused."""
    with pytest.raises(SourceError) as refused:
        await fetching
    return refused.value.failure


def redirecting(location: str, status: int = 302) -> web.Response:
    return web.Response(status=status, headers={"Location": location})


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
    steps = {f"/{step}": _to(f"/{step - 1}", 301) for step in range(1, 6)}
    internet.hosts[HOST] = pages({**steps, "/feed": b"hei", "/0": b"hei"})
    async with internet.fetcher() as fetcher:
        answer = await fetcher.get(f"http://{HOST}/3", AT)
        assert (answer.url, answer.moved) == (f"http://{HOST}/0", True)
        assert await refusal(fetcher.get(f"http://{HOST}/4", AT)) is Failure.REDIRECTS
        assert not (await fetcher.get(URL, AT)).moved


async def test_a_passing_redirect_is_no_move(internet: Internet) -> None:
    internet.hosts[HOST] = pages({"/a": _to("/b", 301), "/b": _to("/c", 307), "/c": b"hei"})
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
        HOST: pages({"/here": _to("/feed", 302), "/feed": b"hei", "/away": _to("http://b.kunta.example/x", 302)}),
        "b.kunta.example": serving("hei"),
    }
    async with internet.fetcher() as fetcher:
        await fetcher.get(f"http://{HOST}/here", AT, secret={"Authorization": "Bearer made-up"})
        await fetcher.get(f"http://{HOST}/away", AT, secret={"Authorization": "Bearer made-up"})
    assert all("Authorization" in asked.headers for asked in internet.asked_of(HOST))
    assert "Authorization" not in internet.asked_of("b.kunta.example")[0].headers


class TestWhereItNeverGoes:
    """The rule, without a host that is named as internal: nothing is asked of anybody."""

    @pytest.mark.parametrize(
        "address",
        [
            *("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "[::ffff:a9fe:a9fe]"),
            "0.0.0.0",  # noqa: S104 - not bound to
        ],
    )
    async def test_an_address_written_out(self, internet: Internet, address: str) -> None:
        async with Fetcher(CONTACT, Destinations(ports=frozenset({internet.port}))) as fetcher:
            assert await refusal(fetcher.get(f"http://{address}:{internet.port}/", AT)) is Failure.NOT_PUBLIC
        assert internet.asked == []

    @pytest.mark.parametrize("address", ["2130706433", "127.1", "0177.0.0.1", "0x7f000001"])
    async def test_an_address_written_in_an_old_way(self, internet: Internet, address: str) -> None:
        async with Fetcher(CONTACT, Destinations(ports=frozenset({internet.port}))) as fetcher:
            refused = await refusal(fetcher.get(f"http://{address}:{internet.port}/", AT))
        assert refused in (Failure.BAD_ADDRESS, Failure.NOT_PUBLIC, Failure.UNREACHABLE)
        assert internet.asked == []

    @pytest.mark.parametrize(
        "address",
        ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1", "fd00:ec2::254", "100.64.0.1", "2002:7f00:1::"],
    )
    async def test_a_name_that_leads_there(self, internet: Internet, address: str) -> None:
        internet.names.lead["evil.example"] = [[address]]
        async with internet.fetcher() as fetcher:
            assert await refusal(fetcher.get("http://evil.example/", AT)) is Failure.NOT_PUBLIC
        assert internet.asked == []

    async def test_a_name_with_several_addresses(self, internet: Internet) -> None:
        internet.names.lead["evil.example"] = [["127.0.0.1", "::1", "10.0.0.1"]]
        async with internet.fetcher() as fetcher:
            assert await refusal(fetcher.get("http://evil.example/", AT)) is Failure.NOT_PUBLIC
        assert internet.asked == []

    @pytest.mark.parametrize(
        ("location", "failure"),
        [
            ("http://169.254.169.254/latest/meta-data/", Failure.NOT_PUBLIC),
            ("http://[fd00:ec2::254]/", Failure.NOT_PUBLIC),
            ("http://metadata.evil.example/", Failure.NOT_PUBLIC),
            ("http://127.0.0.1/", Failure.NOT_PUBLIC),
            ("http://internal.kunta.example:8500/", Failure.BAD_ADDRESS),
            ("http://www.kunta.example:22/", Failure.BAD_ADDRESS),
            ("file:///etc/passwd", Failure.BAD_ADDRESS),
            ("gopher://www.kunta.example/", Failure.BAD_ADDRESS),
            ("http://user:word@www.kunta.example/", Failure.BAD_ADDRESS),
            ("http://", Failure.REDIRECTS),
            ("/feed", Failure.REDIRECTS),
            ("", Failure.REDIRECTS),
        ],
    )
    async def test_where_a_redirect_leads(self, internet: Internet, location: str, failure: Failure) -> None:
        internet.hosts[HOST] = _to(location, 302)
        internet.names.lead["metadata.evil.example"] = [["169.254.169.254"]]
        async with internet.fetcher() as fetcher:
            refused = await refusal(fetcher.get(URL, AT))
        assert refused in (failure, Failure.BAD_ADDRESS)
        assert [asked.host for asked in internet.asked] == [HOST]

    async def test_a_port_beside_the_webs(self, internet: Internet) -> None:
        internet.hosts[HOST] = serving("hei")
        async with internet.fetcher() as fetcher:
            assert await refusal(fetcher.get(f"http://{HOST}:8080/", AT)) is Failure.BAD_ADDRESS
        assert internet.asked == []

    async def test_an_internal_host_by_another_name(self, internet: Internet) -> None:
        internet.hosts["intra.kunta.example"] = serving("secret")
        async with internet.fetcher() as fetcher:
            assert (await fetcher.get("http://intra.kunta.example/", AT)).body == b"secret"
            assert await refusal(fetcher.get("http://evil.example/", AT)) is Failure.NOT_PUBLIC
            assert await refusal(fetcher.get(f"http://127.0.0.1:{internet.port}/", AT)) is Failure.BAD_ADDRESS
        assert [asked.host for asked in internet.asked] == ["intra.kunta.example"]

    async def test_an_internal_name_that_is_led_to_where_clouds_keep_secrets(self, internet: Internet) -> None:
        internet.hosts["intra.kunta.example"] = serving("secret")
        internet.names.lead["intra.kunta.example"] = [["169.254.169.254"]]
        async with internet.fetcher() as fetcher:
            assert await refusal(fetcher.get("http://intra.kunta.example/", AT)) is Failure.NOT_PUBLIC
        assert internet.asked == []


async def test_a_name_that_changes_after_the_look_up_changes_nothing() -> None:
    """127.0.0.1 stands for the internet here and 127.0.0.2 for what must not be reached."""
    async with Internet() as outside, Internet() as inside:
        outside.hosts["evil.example"] = serving("public")
        outside.names.lead["evil.example"] = [["127.0.0.1"], ["127.0.0.2"]]
        destinations = Destinations(public=lambda address: ip_address(address) == ip_address("127.0.0.1"))
        async with Fetcher(CONTACT, destinations, resolver=outside.names) as fetcher:
            assert (await fetcher.get("http://evil.example/", AT)).body == b"public"
            assert outside.names.looked_up["evil.example"] == 1  # what was judged is what was connected to
            outside.names.ports[80] = inside.port
            async with Fetcher(CONTACT, destinations, resolver=outside.names) as another:
                assert await refusal(another.get("http://evil.example/", AT)) is Failure.NOT_PUBLIC
        assert inside.asked == []


async def test_a_name_that_nobody_has_and_a_port_that_nobody_listens_at(internet: Internet) -> None:
    internet.hosts["closed.kunta.example"] = serving("")
    async with internet.fetcher() as fetcher:
        assert await refusal(fetcher.get("http://www.nowhere.example/", AT)) is Failure.UNREACHABLE
        internet.names.ports[80] = 1
        assert await refusal(fetcher.get("http://closed.kunta.example/", AT)) is Failure.UNREACHABLE


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
        secure_internet.hosts |= {HOST: _to("http://a.kunta.example/", 301), "a.kunta.example": serving("hei")}
        async with secure_internet.fetcher() as fetcher:
            assert await refusal(fetcher.get(f"https://{HOST}/", AT)) is Failure.INSECURE
            assert (await fetcher.get(f"http://{HOST}/", AT)).body == b"hei"
        assert [asked.host for asked in secure_internet.asked] == [HOST, HOST, "a.kunta.example"]

    async def test_http_may_lead_to_https(self, secure_internet: Internet) -> None:
        secure_internet.hosts |= {HOST: _to("https://a.kunta.example/", 301), "a.kunta.example": serving("hei")}
        async with secure_internet.fetcher() as fetcher:
            answer = await fetcher.get(f"http://{HOST}/", AT)
        assert (answer.url, answer.moved) == ("https://a.kunta.example/", True)


class TestWhatIsTooMuch:
    """Servers that send more, or more slowly, than is good for us."""

    LIMITS = Limits(seconds=0.4, size=50_000)

    async def _refused(self, internet: Internet) -> Failure:
        async with internet.fetcher(limits=self.LIMITS) as fetcher:
            return await refusal(fetcher.get(URL, AT))

    async def test_a_size_that_is_announced(self, internet: Internet) -> None:
        sent = 0

        async def handle(request: web.Request) -> web.StreamResponse:
            nonlocal sent
            response = web.StreamResponse(headers={"Content-Length": str(200 * 2**20)})
            await response.prepare(request)
            while sent < 200 * 2**20:
                await response.write(bytes(2**16))
                sent += 2**16
            return response

        internet.hosts[HOST] = handle
        assert await self._refused(internet) is Failure.TOO_LARGE
        assert sent < 20 * 2**20

    async def test_a_size_that_is_not_announced(self, internet: Internet) -> None:
        async def endless(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse()
            await response.prepare(request)
            while True:
                await response.write(bytes(2**16))

        internet.hosts[HOST] = endless
        assert await self._refused(internet) is Failure.TOO_LARGE

    async def test_a_bomb_in_a_package(self, internet: Internet) -> None:
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        bomb = b"".join(packer.compress(bytes(2**20)) for _ in range(200)) + packer.flush()
        internet.hosts[HOST] = serving(bomb, **{"Content-Encoding": "gzip"})
        async with internet.fetcher() as fetcher:
            assert await refusal(fetcher.get(URL, AT)) is Failure.TOO_LARGE

    async def test_silence(self, internet: Internet) -> None:
        async def silent(request: web.Request) -> web.StreamResponse:
            await asyncio.Event().wait()
            return web.Response()

        internet.hosts[HOST] = silent
        assert await self._refused(internet) is Failure.SLOW

    async def test_a_byte_now_and_then(self, internet: Internet) -> None:
        async def dripping(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse()
            await response.prepare(request)
            while True:
                await response.write(b"x")
                await asyncio.sleep(0.02)

        internet.hosts[HOST] = dripping
        assert await self._refused(internet) is Failure.SLOW

    async def test_slow_redirects_have_one_time_together(self, internet: Internet) -> None:
        async def slow(request: web.Request) -> web.StreamResponse:
            await asyncio.sleep(0.15)
            return redirecting(f"/{len(internet.asked)}")

        internet.hosts[HOST] = slow
        assert await self._refused(internet) is Failure.SLOW


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut off",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nhei!",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nhei!",
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://\xff\xfe/\r\n\r\n",
        b"HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n",
    ],
)
async def test_what_is_no_http_is_refused(internet: Internet, raw: bytes) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(raw)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    internet.hosts[HOST] = serving("")
    internet.names.ports[80] = server.sockets[0].getsockname()[1]
    async with server, internet.fetcher(limits=Limits(seconds=3)) as fetcher:
        await refusal(fetcher.get(URL, AT))


def _to(location: str, status: int) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        return redirecting(location, status)

    return handle
