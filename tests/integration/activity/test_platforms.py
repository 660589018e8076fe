"""Each platform, looked at through the fetcher where it has its sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.activity.model import Failure, Result
from bot.activity.source import SourceKind
from tests.integration.activity.support import FRIDAY, looked
from tests.support.internet import Handler, Internet, answering, pages, serving
from tests.support.wild_feeds import atom, day, rss


class TestYouTube:
    """Channels by id and by name, and the second way to the same."""

    NAME = "abcdefghijklmnopqrstuv"
    BY_CHANNEL = f"/feeds/videos.xml?channel_id=UC{NAME}"
    BY_UPLOADS = f"/feeds/videos.xml?playlist_id=UU{NAME}"
    FEED = atom(
        "<published>2026-11-18T10:00:00+00:00</published>",
        head="<title>Kunta</title><published>2011-03-01T10:00:00+00:00</published>",
    )

    @pytest.mark.parametrize(
        "page",
        [
            f'<link rel="alternate" type="application/rss+xml" href="https://www.youtube.com{BY_CHANNEL}">',
            f'<link rel="canonical" href="https://www.youtube.com/channel/UC{NAME}">',
            f'<meta itemprop="identifier" content="UC{NAME}">',
            f'<script>{{"channelId":"UC0000000000000000000000","externalId":"UC{NAME}"}}</script>',
        ],
    )
    async def test_a_handle_is_found_in_its_page_once(self, secure_internet: Internet, page: str) -> None:
        secure_internet.hosts["www.youtube.com"] = pages({"/@kunta": page, self.BY_CHANNEL: self.FEED})
        first = await looked(secure_internet, SourceKind.YOUTUBE, "@kunta")
        assert first.seen is not None
        assert (first.seen.newest, first.seen.title) == (day(18, 10), "Kunta")
        await looked(secure_internet, SourceKind.YOUTUBE, "@kunta", first.visit)
        assert [asked.path for asked in secure_internet.asked] == ["/@kunta", self.BY_CHANNEL, self.BY_CHANNEL]

    async def test_the_list_of_uploads_is_read_where_the_feed_fails(self, secure_internet: Internet) -> None:
        secure_internet.hosts["www.youtube.com"] = pages({self.BY_UPLOADS: self.FEED})
        report = await looked(secure_internet, SourceKind.YOUTUBE, f"UC{self.NAME}")
        assert report.result is Result.SEEN
        assert [asked.path for asked in secure_internet.asked] == [self.BY_CHANNEL, self.BY_UPLOADS]

    @pytest.mark.parametrize("status", [404, 500])
    async def test_when_both_fail_the_channel_is_failing_and_not_idle(
        self, secure_internet: Internet, status: int
    ) -> None:
        secure_internet.hosts["www.youtube.com"] = answering(status)
        report = await looked(secure_internet, SourceKind.YOUTUBE, f"UC{self.NAME}")
        assert report.result is Result.FAILING
        assert report.why in (Failure.NOT_FOUND, Failure.SERVER)

    async def test_a_page_that_asks_for_consent_names_no_channel(self, secure_internet: Internet) -> None:
        secure_internet.hosts["www.youtube.com"] = serving("<html>Before you continue</html>", "text/html")
        report = await looked(secure_internet, SourceKind.YOUTUBE, "@kunta")
        assert (report.result, report.why) == (Result.NONE, Failure.NO_FEED)


class TestBluesky:
    """Posts, what is passed on, and the lasting id."""

    DID = "did:plc:abcdefghijklmnopqrstuvwx"

    def _post(self, moment: str, *, repost: str = "", indexed: str = "") -> dict[str, Any]:
        author = {"did": "did:plc:otherotherotherotherothe" if repost else self.DID, "displayName": "Kunta"}
        post: dict[str, Any] = {
            "uri": f"at://{author['did']}/app.bsky.feed.post/3k",
            "author": author,
            "record": {"createdAt": moment},
            "indexedAt": indexed or moment,
        }
        reason = {"$type": "app.bsky.feed.defs#reasonRepost", "indexedAt": repost}
        return {"post": post, **({"reason": reason} if repost else {})}

    def _posts(self, *items: dict[str, Any]) -> Mapping[str, Handler | bytes | str]:
        known = "/xrpc/app.bsky.feed.getAuthorFeed"
        return {known: json.dumps({"feed": items, "cursor": "x"})}

    async def test_a_post_is_seen_and_the_lasting_id_kept(self, secure_internet: Internet) -> None:
        secure_internet.hosts["public.api.bsky.app"] = pages(self._posts(self._post("2026-11-20T10:00:00.000Z")))
        report = await looked(secure_internet, SourceKind.BLUESKY, "kunta.example")
        assert report.seen is not None
        assert (report.seen.newest, report.seen.title) == (day(20, 10), "Kunta")
        assert report.seen.link == f"https://bsky.app/profile/{self.DID}/post/3k"
        assert report.visit.address.endswith(f"&actor={self.DID}")

    async def test_what_is_passed_on_is_no_post_and_yet_no_silence(self, secure_internet: Internet) -> None:
        posts = self._posts(
            self._post("2026-11-23T10:00:00Z", repost="2026-11-24T08:00:00Z"), self._post("2026-06-01T10:00:00Z")
        )
        secure_internet.hosts["public.api.bsky.app"] = pages(posts)
        report = await looked(secure_internet, SourceKind.BLUESKY, "kunta.example")
        assert report.seen is not None
        assert (report.result, report.seen.newest) == (Result.QUIET, day(1, 10, month=6))

    async def test_only_reposts_say_nothing(self, secure_internet: Internet) -> None:
        posts = self._posts(self._post("2026-11-23T10:00:00Z", repost="2026-11-24T08:00:00Z"))
        secure_internet.hosts["public.api.bsky.app"] = pages(posts)
        report = await looked(secure_internet, SourceKind.BLUESKY, "kunta.example")
        assert (report.result, report.seen and report.seen.newest) == (Result.QUIET, None)
        assert "kunta.example" in report.visit.address  # the other account's id is not ours

    async def test_a_post_dated_ahead_was_made_when_it_was_met(self, secure_internet: Internet) -> None:
        post = self._post("2027-11-20T10:00:00Z", indexed="2026-11-20T10:00:00Z")
        secure_internet.hosts["public.api.bsky.app"] = pages(self._posts(post))
        report = await looked(secure_internet, SourceKind.BLUESKY, "kunta.example")
        assert report.seen is not None
        assert report.seen.newest == day(20, 10)

    async def test_the_feed_is_read_where_the_list_fails(self, secure_internet: Internet) -> None:
        feed = rss(f"<guid>at://{self.DID}/app.bsky.feed.post/3k</guid><pubDate>20 Nov 2026 10:00 +0000</pubDate>")
        secure_internet.hosts |= {
            "public.api.bsky.app": answering(502),
            "bsky.app": pages({"/profile/kunta.example/rss": feed, f"/profile/{self.DID}/rss": feed}),
        }
        report = await looked(secure_internet, SourceKind.BLUESKY, "kunta.example")
        assert (report.result, report.visit.address) == (Result.SEEN, f"https://bsky.app/profile/{self.DID}/rss")
        again = await looked(secure_internet, SourceKind.BLUESKY, "renamed.example", report.visit)
        assert again.result is Result.SEEN


class TestMastodon:
    """An account's posts, and what its feed leaves out."""

    HOST, WHERE = "some.kunta.example", "kirjasto@some.kunta.example"
    LOOKUP = "/api/v1/accounts/lookup"

    async def test_a_new_post_answers_all_questions(self, secure_internet: Internet) -> None:
        feed = rss("<guid>1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 +0000</pubDate>")
        secure_internet.hosts[self.HOST] = pages({"/@kirjasto.rss": feed})
        report = await looked(secure_internet, SourceKind.MASTODON, self.WHERE)
        assert (report.result, len(secure_internet.asked)) == (Result.SEEN, 1)

    @pytest.mark.parametrize(
        ("told", "result"),
        [
            ('{"last_status_at": "2026-06-01"}', Result.SEEN),
            ('{"last_status_at": "2026-11-23"}', Result.QUIET),
            ('{"last_status_at": null}', Result.QUIET),
            ("nonsense", Result.QUIET),
            (None, Result.QUIET),
        ],
    )
    async def test_an_old_post_is_the_last_only_where_the_server_says_so(
        self, secure_internet: Internet, told: str | None, result: Result
    ) -> None:
        feed = rss("<pubDate>Mon, 01 Jun 2026 10:00:00 +0000</pubDate>")
        secure_internet.hosts[self.HOST] = pages({"/@kirjasto.rss": feed, **({self.LOOKUP: told} if told else {})})
        report = await looked(secure_internet, SourceKind.MASTODON, self.WHERE)
        assert report.seen is not None
        assert (report.result, report.seen.newest) == (result, day(1, 10, month=6))

    async def test_an_account_that_only_boosts_says_nothing(self, secure_internet: Internet) -> None:
        head = "<title>Kirjasto</title><lastBuildDate>Tue, 24 Nov 2026 08:00:00 +0000</lastBuildDate>"
        secure_internet.hosts[self.HOST] = pages({"/@kirjasto.rss": rss(head=head)})
        assert (await looked(secure_internet, SourceKind.MASTODON, self.WHERE)).result is Result.QUIET

    async def test_a_suspended_account_is_gone(self, secure_internet: Internet) -> None:
        secure_internet.hosts[self.HOST] = answering(410)
        assert (await looked(secure_internet, SourceKind.MASTODON, self.WHERE)).why is Failure.GONE


async def test_flickr_finds_the_accounts_number_in_its_page(secure_internet: Internet) -> None:
    feed = "/services/feeds/photos_public.gne?id=12345678@N02&format=atom"
    page = f'<link rel="alternate" type="application/atom+xml" href="https://www.flickr.com{feed}">'
    photos = atom("<published>2026-11-20T10:00:00Z</published>")
    secure_internet.hosts["www.flickr.com"] = pages({"/photos/kunta/": page, feed: photos})
    by_name = await looked(secure_internet, SourceKind.FLICKR, "kunta")
    by_number = await looked(secure_internet, SourceKind.FLICKR, "12345678@N02")
    assert by_name.result is by_number.result is Result.SEEN
    assert [asked.path for asked in secure_internet.asked] == ["/photos/kunta/", feed, feed]


async def test_a_podcast_is_read_where_its_feed_is(secure_internet: Internet) -> None:
    secure_internet.hosts |= {
        "itunes.apple.com": pages({"/lookup": '{"results": [{"feedUrl": "https://podi.kunta.example/rss"}]}'}),
        "podi.kunta.example": serving(FRIDAY),
        "soundcloud.com": serving('<meta property="al:ios:url" content="soundcloud://users:4711">', "text/html"),
        "feeds.soundcloud.com": pages({"/users/soundcloud:users:4711/sounds.rss": FRIDAY}),
    }
    apple = await looked(secure_internet, SourceKind.APPLE_PODCAST, "id123")
    assert (apple.result, apple.visit.address) == (Result.SEEN, "https://podi.kunta.example/rss")
    assert (await looked(secure_internet, SourceKind.SOUNDCLOUD, "kuntapodi")).result is Result.SEEN
    secure_internet.hosts["itunes.apple.com"] = serving('{"resultCount": 0, "results": []}')
    assert (await looked(secure_internet, SourceKind.APPLE_PODCAST, "id124")).why is Failure.NO_ACCOUNT
