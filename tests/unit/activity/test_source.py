"""The table from addresses to sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.activity.source import SourceKind, SourceRef, source_of
from tests.unit.lists.support import REAL_PLATFORMS as PLATFORMS

CHANNEL = "UCabcdefghijklmnopqrstuv"


@pytest.mark.parametrize(
    ("platform", "url", "kind", "where"),
    [
        ("website", "https://www.kunta.example/kirjasto", SourceKind.FEED, "https://www.kunta.example/kirjasto"),
        ("website", "http://vanha.kunta.example/", SourceKind.FEED, "http://vanha.kunta.example/"),
        ("blog", "museoblogi.wordpress.com", SourceKind.WORDPRESS, "https://museoblogi.wordpress.com"),
        ("youtube", f"https://www.youtube.com/channel/{CHANNEL}/videos", SourceKind.YOUTUBE, CHANNEL),
        ("youtube", "https://youtube.com/@KuntaTV", SourceKind.YOUTUBE, "@kuntatv"),
        ("youtube", "https://youtube.com/c/KuntaTV", SourceKind.YOUTUBE, "c/kuntatv"),
        ("youtube", "https://youtube.com/user/kuntatv", SourceKind.YOUTUBE, "user/kuntatv"),
        ("bluesky", "https://bsky.app/profile/kunta.example", SourceKind.BLUESKY, "kunta.example"),
        ("mastodon", "https://some.kunta.example/@kirjasto", SourceKind.MASTODON, "kirjasto@some.kunta.example"),
        ("mastodon", "https://mastodon.social/@kirjasto@kunta.example", SourceKind.MASTODON, "kirjasto@kunta.example"),
        ("flickr", "https://www.flickr.com/photos/12345678@N02/", SourceKind.FLICKR, "12345678@N02"),
        ("flickr", "https://www.flickr.com/photos/kunta/", SourceKind.FLICKR, "kunta"),
        ("instagram", "https://instagram.com/kunta.insta/", SourceKind.INSTAGRAM, "kunta.insta"),
        ("facebook", "https://facebook.com/kuntamme", SourceKind.FACEBOOK, "kuntamme"),
        ("facebook", "https://www.facebook.com/profile.php?id=100064", SourceKind.FACEBOOK, "100064"),
        ("podcast", "https://podcasts.apple.com/fi/podcast/kuntapodi/id123456", SourceKind.APPLE_PODCAST, "id123456"),
        ("podcast", "https://soundcloud.com/kuntapodi", SourceKind.SOUNDCLOUD, "kuntapodi"),
        ("podcast", "https://podi.kunta.example/feed.xml", SourceKind.FEED, "https://podi.kunta.example/feed.xml"),
    ],
)
def test_an_address_has_its_source(platform: str, url: str, kind: SourceKind, where: str) -> None:
    assert source_of(url, platform, PLATFORMS) == SourceRef(kind, where)


@pytest.mark.parametrize(
    ("platform", "url"),
    [
        ("tiktok", "https://www.tiktok.com/@kunta"),
        ("x", "https://x.com/kunta"),
        ("linkedin", "https://www.linkedin.com/company/kunta"),
        ("facebook", "https://www.facebook.com/groups/kunta"),
        ("youtube", "https://www.kunta.example/"),
        ("podcast", "https://open.spotify.com/show/abc"),
        ("website", "https://facebook.com/kuntamme"),
        ("website", "ftp://kunta.example/"),
        ("website", ""),
    ],
)
def test_what_shows_nothing_has_none(platform: str, url: str) -> None:
    assert source_of(url, platform, PLATFORMS) is None


def test_a_handle_serves_where_there_is_no_address() -> None:
    assert source_of("", "instagram", PLATFORMS, "@Kunta") == SourceRef(SourceKind.INSTAGRAM, "kunta")
    assert source_of("", "mastodon", PLATFORMS, "@kirjasto@kunta.example") == SourceRef(
        SourceKind.MASTODON, "kirjasto@kunta.example"
    )


def test_a_service_is_the_platform_or_the_host_of_ones_own() -> None:
    assert SourceRef(SourceKind.YOUTUBE, CHANNEL).service == "youtube"
    assert SourceRef(SourceKind.MASTODON, "kirjasto@kunta.example").service == "kunta.example"
    assert SourceRef(SourceKind.FEED, "https://WWW.kunta.example/a").service == "www.kunta.example"


@given(st.text(), st.sampled_from(sorted(PLATFORMS)), st.text())
@settings(max_examples=300, deadline=None)
def test_wild_text_has_a_source_or_none(url: str, platform: str, handle: str) -> None:
    source = source_of(url, platform, PLATFORMS, handle)
    assert source is None or source.where
