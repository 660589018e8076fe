"""What feeds say."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.activity.model import Failure, Result, Seen, SourceError
from bot.activity.sources import feeds
from bot.activity.sources.discovery import feeds_of, is_feed
from tests.support.wild_feeds import AT, WILD, Expected, atom, dated, day, rss


@pytest.mark.parametrize(("body", "expected"), WILD.values(), ids=WILD)
def test_a_feed_in_the_wild_is_read_right_or_refused(body: bytes, expected: Expected) -> None:
    if isinstance(expected, Failure):
        with pytest.raises(SourceError) as refused:
            feeds.parse(body, AT)
        assert refused.value.failure is expected
    else:
        assert feeds.parse(body, AT).newest == expected


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_wild_bytes_are_a_feed_or_an_error_of_ours(body: bytes) -> None:
    for start in (b"", b"<?xml version='1.0'?><rss><channel><item>", b"{", b"["):
        try:
            feeds.parse(start + body, AT)
        except SourceError as error:
            assert error.failure is Failure.UNREADABLE  # noqa: PT017 - it may also be a feed


@given(st.integers(0, 5000))
def test_a_feed_that_is_cut_off_is_never_read(length: int) -> None:
    whole = rss(*(dated("Fri, 20 Nov 2026 10:00:00 +0200") for _ in range(40))).encode()
    if length < len(whole):
        with pytest.raises(SourceError):
            feeds.parse(whole[:length], AT)


def test_title_and_the_newest_entrys_link_are_told() -> None:
    old = "<link>https://kunta.example/1</link>" + dated("Mon, 01 Jun 2026 10:00:00 GMT")
    new = "<link>https://kunta.example/2</link>" + dated("Fri, 20 Nov 2026 10:00:00 GMT")
    image = "<image><title>Logo</title></image>"
    seen = feeds.parse(rss(old, new, head=f"{image}<title> Kirjaston\n uutiset </title>").encode(), AT)
    assert seen == Seen(day(20, 10), "Kirjaston uutiset", "https://kunta.example/2")
    assert seen.result is Result.SEEN


def test_an_atom_entrys_page_is_its_link() -> None:
    links = '<link rel="self" href="https://a.example/x.atom"/><link rel="alternate" href="https://a.example/x"/>'
    seen = feeds.parse(atom(links + "<published>2026-11-20T08:00:00Z</published>").encode(), AT)
    assert seen.link == "https://a.example/x"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "//kunta.example", "https://a b"])
def test_a_link_that_is_no_web_address_is_left_out(link: str) -> None:
    item = f"<link>{link}</link>" + dated("Fri, 20 Nov 2026 10:00:00 GMT")
    assert feeds.parse(rss(item).encode(), AT).link == ""


def test_a_title_is_no_more_than_a_line() -> None:
    seen = feeds.parse(rss(head=f"<title>{'pitkä ' * 400}\u202e</title>").encode(), AT)
    assert len(seen.title) <= 200
    assert seen.result is Result.QUIET


def test_late_in_the_evening_it_is_the_next_day_in_helsinki() -> None:
    seen = Seen(datetime(2026, 11, 20, 23, 30, tzinfo=UTC))
    assert seen.on(ZoneInfo("Europe/Helsinki")) == date(2026, 11, 21)
    assert Seen(None).on(UTC) is None


def test_a_pages_feeds_are_found_its_own_first_and_comments_left_out() -> None:
    page = b"""<html><head><base href="https://www.kunta.example/kirjasto/">
      <link rel="alternate" type="application/rss+xml" href="/feed/">
      <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
      <link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" href="uutiset.atom">
      <link rel="alternate" type="application/rss+xml" href="javascript:void(0)">
      <link rel="alternate" hreflang="sv" href="/sv/"><link rel="stylesheet" href="/a.css"></head></html>"""
    assert feeds_of(page, "https://www.kunta.example/kirjasto") == (
        "https://www.kunta.example/kirjasto/uutiset.atom",
        "https://www.kunta.example/feed/",
    )


@given(st.binary(max_size=300))
def test_wild_bytes_link_no_feed(body: bytes) -> None:
    assert feeds_of(b"<html><link rel=alternate href=" + body, "https://kunta.example/") == ()


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("<rss>", True),
        ("<?xml version='1.0'?>\n<?xml-stylesheet href='a'?><!-- a --><rdf:RDF xmlns:rdf='x'>", True),
        ("\ufeff  <feed xmlns='x'>", True),
        ('{"version": ""}', True),
        ("<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'><html>", False),
        ("<!doctype html><p><feed>", False),
        ("<html><body><rss>", False),
        ("", False),
    ],
)
def test_a_feed_is_told_from_a_page_by_its_beginning(start: str, expected: bool) -> None:
    assert is_feed(start.encode()) is expected
