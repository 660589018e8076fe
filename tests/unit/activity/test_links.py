"""A website's links to accounts, and what they prove."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.activity.links import PageLink, accounts_in, has_own_domain, links_me
from bot.activity.source import SourceKind, SourceRef
from bot.activity.website import links_of
from tests.unit.lists.support import REAL_PLATFORMS as PLATFORMS

SITE = "https://www.kunta.example/"
PAGE = """<html><body>
  <a href="https://www.facebook.com/KuntaMme/?locale=fi_FI"><img alt=""> Facebook </a>
  <a href="https://facebook.com/kuntamme/posts/17">Uutinen</a>
  <a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fkunta.example">Jaa</a>
  <a href="https://twitter.com/intent/tweet?text=x">Jaa</a><a href="https://x.com/share?url=x">Jaa</a>
  <a rel="me noopener" href="https://some.kunta.example/@kunta" aria-label="Mastodon"></a>
  <a href="/yhteystiedot">Yhteystiedot</a> <a href="mailto:a@kunta.example">a</a> <a href="javascript:void(0)">b</a>
  <a href="http://[broken">c</a><link rel="me" href="https://bsky.app/profile/kunta.example">
  <script type="application/ld+json">{"@graph": [{"@type": "Organization", "sameAs":
    ["https://www.youtube.com/@KuntaTV", "not an address", 7]}]}</script>
  <script type="application/ld+json">{"sameAs": "https://www.instagram.com/kunta/", "publisher": {}}</script>
  <script type="application/ld+json">{broken</script>
</body></html>"""


def test_the_accounts_that_a_page_links_are_found_each_once() -> None:
    found = accounts_in(links_of(PAGE.encode(), SITE), PLATFORMS)
    assert {one.account.key for one in found} == {
        "facebook:handle:kuntamme",
        "mastodon:handle:kunta@some.kunta.example",
        "bluesky:handle:kunta.example",
        "youtube:handle:kuntatv",
        "instagram:handle:kunta",
    }
    assert {one.link.text for one in found} >= {"Facebook", "Mastodon"}


def test_a_relative_link_leads_where_the_pages_base_says() -> None:
    links = links_of(b'<base href="/sv/"><a href="kontakt">Kontakt</a><a href="https://a.example">A</a>', SITE)
    assert [link.url for link in links] == ["https://www.kunta.example/sv/kontakt", "https://a.example"]


def test_an_account_is_the_pages_own_where_any_of_its_links_says_so() -> None:
    body = b"""<a href="https://some.kunta.example/@kunta/112">toot</a>
      <a rel="me" href="http://some.kunta.example/@Kunta">Mastodon</a>"""
    (found,) = accounts_in(links_of(body, SITE), PLATFORMS)
    assert found.link.me
    assert found.link.text == "toot"


@given(st.binary(max_size=300))
def test_wild_bytes_raise_nothing(body: bytes) -> None:
    for start in (b"", b"<a href='", b"<a rel=me href=https://", b'<script type="application/ld+json">'):
        accounts_in(links_of(start + body, SITE), PLATFORMS)


def test_who_is_named_by_the_websites_domain_is_its_own() -> None:
    assert has_own_domain(SourceRef(SourceKind.BLUESKY, "kunta.example"), SITE)
    assert has_own_domain(SourceRef(SourceKind.BLUESKY, "kirjasto.kunta.example"), SITE)
    assert has_own_domain(SourceRef(SourceKind.MASTODON, "kunta@some.kunta.example"), SITE)
    assert not has_own_domain(SourceRef(SourceKind.BLUESKY, "kunta-example.bsky.social"), SITE)
    assert not has_own_domain(SourceRef(SourceKind.BLUESKY, "notkunta.example"), SITE)
    assert not has_own_domain(SourceRef(SourceKind.BLUESKY, "a.bsky.social"), "https://bsky.social")
    assert not has_own_domain(SourceRef(SourceKind.YOUTUBE, "@kunta.example"), SITE)
    assert not has_own_domain(SourceRef(SourceKind.BLUESKY, "kunta.example"), "")


def test_who_links_back_says_so_to_the_websites_host_alone() -> None:
    assert links_me([PageLink("https://kunta.example/some", me=True)], SITE)
    assert not links_me([PageLink("https://kunta.example/some")], SITE)
    assert not links_me([PageLink("https://kunta.example.evil.example/", me=True)], SITE)
    assert not links_me([PageLink("nonsense", me=True)], "")
