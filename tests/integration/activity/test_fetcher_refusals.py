"""Where the fetcher never goes, counted where it would arrive."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from bot.activity.destinations import Destinations
from bot.activity.fetcher import Fetcher
from bot.activity.model import Failure
from tests.integration.activity.support import HOST, URL, refusal
from tests.support.internet import CONTACT, Internet, redirecting, serving
from tests.support.wild_feeds import AT


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
        internet.hosts[HOST] = redirecting(location, 302)
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
