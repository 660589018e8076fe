"""``watch``, and what ``doctor`` says of sources: what is printed, kept, and asked of local servers alone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from bot.doctor.finding import Mark
from bot.doctor.sources import channels
from bot.domain.channels import Channel, UnitName
from bot.domain.evidence import SourceState
from bot.domain.register import Register
from bot.knowledge.content import common
from bot.settings import Settings
from tests.integration.running import Run, written
from tests.support.wild_feeds import dated, rss

NOW = datetime.now(UTC)
PLATFORMS = common.platforms(Settings().knowledge_dir)


class Site:
    """A site on this machine whose pages a test changes; it counts what is asked of it."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.agents.add(self.headers["User-Agent"])
                page = site.pages.get(self.path)
                self.send_response(404 if page is None else 200)
                self.end_headers()
                self.wfile.write((page or "").encode())

            def log_message(self, *_: object) -> None:
                """Tests print nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.server_port}"


@pytest.fixture
def site(untouched_settings: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    site = Site()
    monkeypatch.setenv("SOME_INTERNAL_HOSTS", site.host)
    thread = threading.Thread(target=site.server.serve_forever)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join()


def posted(days_ago: float) -> str:
    return rss(dated((NOW - timedelta(days=days_ago)).strftime("%a, %d %b %Y %H:%M:%S GMT")))


def day(days_ago: int) -> str:
    return (NOW - timedelta(days=days_ago)).astimezone(Settings().zone).date().isoformat()


Fill = Callable[..., Run]


@pytest.fixture
def fill(run: Run, tmp_path: Path) -> Fill:
    """Commands on a register with these channels, each a record's own fields by id."""

    def fill(**by_id: Mapping[str, Any]) -> Run:
        plain = {"platform": "website", "unit": "Kirjasto", "responsible": "U0LIBHEAD"}
        rows = [{**plain, "id": key.replace("_", "-"), "name": key, **row} for key, row in by_id.items()]
        imported = run("register", "import", written(tmp_path, "register.json", {"channels": rows}))
        assert imported.code == 0, imported.err
        return run

    return fill


def test_a_line_of_json_a_channel_with_the_keys_that_scripts_rely_on(site: Site, fill: Fill) -> None:
    site.pages |= {
        "/uutiset": posted(3),
        "/sivu": f'<link rel="alternate" type="application/rss+xml" href="http://{site.host}/uutiset">',
        "/aaton": rss("<title>No date</title>"),
        "/tyhja": "<p>Nothing",
    }
    run = fill(
        blogi={"url": f"http://{site.host}/uutiset"},
        sivu={"url": f"http://{site.host}/sivu"},
        aaton={"url": "https://www.facebook.com/kunta", "platform": "facebook", "source": f"http://{site.host}/aaton"},
        syoteton={"url": f"http://{site.host}/tyhja"},
        poissa={"url": f"http://{site.host}/404"},
        tiktok={"url": "https://www.tiktok.com/@kunta", "platform": "tiktok"},
        insta={"url": "https://www.instagram.com/kunta", "platform": "instagram"},
    )
    ran = run("watch", "--json")
    assert ran.code == 1, "one of them fails"
    assert {tuple(line) for line in ran.objects} == {("channel", "result", "newest", "why")}
    assert {line["channel"]: (line["result"], line["newest"], line["why"]) for line in ran.objects} == {
        "blogi": ("seen", day(3), ""),
        "sivu": ("seen", day(3), ""),
        "aaton": ("quiet", None, ""),
        "syoteton": ("none", None, "no_feed"),
        "poissa": ("failing", None, "not_found"),
        "tiktok": ("none", None, "no_source"),
        "insta": ("none", None, "no_key"),
    }


def test_looking_again_by_hand_sees_what_is_new_and_it_is_no_history(site: Site, fill: Fill) -> None:
    site.pages["/uutiset"] = posted(40)
    run = fill(blogi={"url": f"http://{site.host}/uutiset"})
    history = run("register", "history", "--json").out
    assert (first := run("watch")).code == 0
    assert first.out == f"blogi: seen; newest {day(40)}\n"
    site.pages["/uutiset"] = posted(1)
    assert run("watch", "--json").objects[0]["newest"] == day(1)
    assert run("register", "history", "--json").out == history


def test_a_dry_run_looks_and_keeps_nothing(site: Site, fill: Fill) -> None:
    site.pages["/uutiset"] = posted(2)
    run = fill(blogi={"url": f"http://{site.host}/uutiset"})
    assert run("watch", "--dry-run", "--json").objects[0]["result"] == "seen"
    site.pages.clear()
    failing = run("watch", "--dry-run")
    assert (failing.code, failing.out) == (1, "blogi: failing; there is nothing at the address\n")
    assert "1 channels are followed" in run("doctor").out


def test_where_nothing_is_known_of_any_source_the_code_says_so(site: Site, fill: Fill) -> None:
    run = fill(tiktok={"url": "https://www.tiktok.com/@kunta", "platform": "tiktok"})
    ran = run("watch")
    assert (ran.code, site.asked) == (1, [])
    assert ran.out == "tiktok: none; the platform shows nothing to programs\n"


def test_a_host_that_is_not_named_is_not_asked(site: Site, fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOME_INTERNAL_HOSTS")
    run = fill(blogi={"url": f"http://{site.host}/uutiset"})
    assert "failing; it is no web address, or at a port that is not open" in run("watch").out
    assert site.asked == []


def test_a_round_of_reminders_looks_first_and_a_dry_one_asks_nobody(site: Site, fill: Fill) -> None:
    site.pages["/uutiset"] = posted(0)
    run = fill(blogi={"url": f"http://{site.host}/uutiset"})
    run("remind", "--dry-run")
    run("remind", "--at", "2026-12-01T09:00")
    assert site.asked == []
    run("remind")
    assert set(site.asked) == {"/uutiset"}


def test_a_wrong_host_is_a_wrong_setting(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_INTERNAL_HOSTS", "intra.kunta.fi")
    assert run("watch").refuses("SOME_INTERNAL_HOSTS", "host:port")


def test_doctor_says_which_channels_are_followed_which_fail_and_what_a_key_would_add() -> None:
    def channel(key: str, platform: str, url: str) -> Channel:
        return Channel(key, platform, key, UnitName("Kunta"), "p", url=url)

    listed = (
        channel("blogi", "website", "https://kunta.example/blogi"),
        channel("rikki", "website", "https://kunta.example/rikki"),
        channel("insta", "instagram", "https://www.instagram.com/kunta"),
        channel("tiktok", "tiktok", "https://www.tiktok.com/@kunta"),
    )
    broken = SourceState("feed", fails=True, failing_since=datetime(2026, 11, 1, tzinfo=UTC).date(), why="gone")
    register = Register({one.id: one for one in listed}, sources={"rikki": broken})
    said = list(channels(register, Settings(), PLATFORMS))
    assert [one.mark for one in said] == [Mark.WARNING, *(Mark.OK for _ in range(4))]
    words = "\n".join(map(str, said))
    assert "source of rikki: fails since 2026-11-01: gone" in words
    assert "2 channels are followed (2 website)" in words
    assert "of 1 (1 tiktok) nothing is shown to programs" in words
    assert "1 of 2 wait for their first look" in words
    assert "with META_TOKEN, 1 on Instagram could be followed" in words


def test_keys_are_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("META_TOKEN", "made-up")
    monkeypatch.setenv("YOUTUBE_API_KEY", "made-up-too")
    assert "made-up" not in repr(Settings())


def page(*links: str) -> str:
    return "".join(f'<a href="{link}">Seuraa meitä</a>' for link in links)


def test_the_website_is_read_when_it_is_due_and_doctor_counts_what_it_links(
    fill: Fill, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"http://{site.host}/"
    monkeypatch.setenv("SOME_WEBSITE", address)
    site.pages = {
        "/": page("https://www.facebook.com/Museo/", "/some", "/some#alas", "/haku?sana=x", "/ohje.pdf", "/puuttuu"),
        "/some": page("https://instagram.com/naapuri", "/", "/some", "/syvalla"),
        "/syvalla": page("https://tiktok.com/@syvalla"),
    }
    run = fill(museo={"platform": "facebook", "url": "https://facebook.com/museo"})
    before = day(0)
    told = run("watch").out.splitlines()
    assert told[1:] == [
        f"{address}: 2 pages read on {before if before in told[1] else day(0)}",  # midnight may have passed
        "website: no link to 0 channels, 1 accounts not registered",
    ]
    assert site.asked == ["/", "/robots.txt", "/some", "/puuttuu"], "one level down, and nothing that is no page"
    assert site.agents == {f"Somebot (keeps a municipality's list of channels; {address})"}
    assert len(run("watch", "--json").out.splitlines()) == 1
    assert site.asked == ["/", "/robots.txt", "/some", "/puuttuu"], "it is not due again"
    doctor = run("doctor").out
    assert f"{address} can be read" in doctor
    assert "links 1 of 1 channels" in doctor
    del site.pages["/"]
    assert f"{address} can not be read: there is nothing at the address" in run("doctor").out


def test_pages_that_are_no_addresses_are_refused_by_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_WEBSITE", "https://user:word@www.kunta.example/")
    assert "SOME_WEBSITE" in run("doctor").err
