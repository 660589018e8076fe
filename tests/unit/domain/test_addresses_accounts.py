"""Ours is only what names an account of ours, or is below a site of ours; an address that names none is nobody's."""

from __future__ import annotations

import pytest

from bot.domain.accounts.addresses import account_of, names_account, normalise_url
from bot.domain.channels import Channel, UnitName
from bot.domain.register import Register
from tests.unit.understanding.interpret_support import PLATFORMS


def ours(platform: str, registered: str, asked: str) -> bool:
    channel = Channel("one", platform, "Yksi", UnitName("Viestintä"), "p1", url=registered)
    return bool(Register({"one": channel}).at_address(asked, PLATFORMS))


@pytest.mark.parametrize(
    ("platform", "registered", "others"),
    [
        ("facebook", "facebook.com/pg/lumi/about/?ref=page_internal", "facebook.com/pg/toinen facebook.com/pg"),
        (
            "facebook",
            "facebook.com/pages/category/Public-Library/Lumi-146269735565828/",
            "facebook.com/pages/category/Public-Library/Muu-246269735565828 facebook.com/pages/category/Public-Library",
        ),
        ("facebook", "facebook.com/notes/lumi/123456", "facebook.com/notes/toinen/123456 facebook.com/notes"),
        (
            "facebook",
            "facebook.com/lumi",
            "facebook.com/lumi/../toinen facebook.com/ facebook.com/lumi.php",
        ),
        ("x", "twitter.com/#!/lumi", "twitter.com/ twitter.com/#!/toinen x.com x.com/i/lumi"),
        ("x", "x.com/hashtag/lumi", "x.com/hashtag/toinen"),
        ("instagram", "instagram.com/invites/contact/?i=1", "instagram.com/invites/contact/?i=2 instagram.com/invites"),
        ("instagram", "instagram.com/stories/highlights/1789", "instagram.com/stories/highlights/1790"),
        ("youtube", "youtube.com/profile?user=lumi", "youtube.com/profile?user=toinen youtube.com/profile"),
        ("youtube", "youtube.com/t/terms", "youtube.com/t/privacy"),
        ("telegram", "t.me/boost/lumi", "t.me/boost/toinen"),
        ("twitch", "twitch.tv/team/lumi", "twitch.tv/team/toinen"),
        ("flickr", "flickr.com/photos/tags/lumi", "flickr.com/photos/tags/toinen"),
        ("podcast", "soundcloud.com/charts/top", "soundcloud.com/charts/new"),
        ("linkedin", "linkedin.com/feed/", "linkedin.com/feed linkedin.com"),
        (
            "website",
            "https://lumi.example/kirjasto",
            "https://lumi.example/kirjastoauto https://lumi.example",
        ),
        ("other", "issuu.com/lumi", "issuu.com/lumi/../toinen issuu.com/lumi/%2e%2e/toinen issuu.com"),
        ("other", "https://kuvat.example/", "https://muut.example/lumi"),
    ],
)
def test_somebody_elses_is_never_ours(platform: str, registered: str, others: str) -> None:
    assert [other for other in others.split() if ours(platform, registered, other)] == []


@pytest.mark.parametrize(
    ("platform", "registered", "spellings"),
    [
        (
            "facebook",
            "facebook.com/pg/lumi/about/",
            "facebook.com/lumi facebook.com/lu.mi/photos m.me/lumi",
        ),
        (
            "facebook",
            "facebook.com/pages/Lumi/146269735565828",
            "facebook.com/Lumi-146269735565828 facebook.com/146269735565828 fb.com/profile.php?id=146269735565828"
            " facebook.com/pages/category/Public-Library/Lumi-146269735565828/ facebook.com/p/Lumi-146269735565828",
        ),
        (
            "facebook",
            "facebook.com/profile.php?id=100064555",
            "facebook.com/100064555/posts/2 fb.com/Lumi-Tori-100064555/",
        ),
        ("facebook", "facebook.com/museo-2024", "facebook.com/museo-2024/events"),
        (
            "x",
            "twitter.com/#!/lumi",
            "twitter.com/lumi x.com/lumi/status/1 mobile.twitter.com/lumi/media",
        ),
        ("youtube", "youtube.com/profile?user=lumi", "youtube.com/user/lumi youtube.com/user/lumi/videos"),
        (
            "instagram",
            "instagram.com/lumi",
            "instagram.com/lumi/p/Ab1 instagram.com/lumi/reels/",
        ),
        ("telegram", "t.me/lumi", "t.me/s/lumi t.me/lumi/12"),
        ("bluesky", "bsky.app/profile/did:plc:abc234", "https://bsky.app/profile/did:plc:abc234/post/1"),
        ("mastodon", "https://some.example/@lumi", "https://some.example/users/lumi"),
        (
            "website",
            "https://www.lumi.example/kirjasto",
            "lumi.example/kirjasto/aukiolo lumi.example/Kirjasto?x=1",
        ),
        ("website", "https://www.lumi.example/", "lumi.example/mikä/tahansa"),
        ("blog", "https://museo.wordpress.com", "museo.wordpress.com/2026/11/vanha-kuva"),
        ("other", "https://issuu.com/lumi", "issuu.com/lumi/docs/esite"),
    ],
)
def test_every_spelling_and_page_of_ours_is_ours(platform: str, registered: str, spellings: str) -> None:
    assert [one for one in spellings.split() if not ours(platform, registered, one)] == []


@pytest.mark.parametrize(
    "address",
    [
        *(
            "facebook.com/notes/lumi/1",
            "facebook.com/pages",
            "x.com/",
            "twitter.com/statuses/1",
            "instagram.com/p/Ab1",
        ),
        *("youtube.com/watch?v=1", "youtu.be/Ab1", "t.me/c/1/2", "bsky.app/search", "facebook.com/home.php"),
    ],
)
def test_an_address_on_a_platform_that_names_no_account_is_known_as_such(address: str) -> None:
    assert account_of(address, PLATFORMS) is None
    assert not names_account(address, PLATFORMS)


def test_a_path_is_what_a_browser_makes_of_it() -> None:
    assert normalise_url("https://lumi.example/a/./b/../c/") == "https://lumi.example/a/c"
    assert normalise_url("https://lumi.example/../..") == "https://lumi.example"
    assert normalise_url("https://lumi.example/a..b/.c") == "https://lumi.example/a..b/.c"
