"""A website's links to accounts, and what they prove."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.activity.links import PageLink, accounts_in, is_linked, links_of
from bot.activity.proofs import Proof, has_own_domain, links_me, proofs_of
from bot.activity.source import SourceKind, SourceRef
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


def test_a_channel_is_linked_in_whatever_spelling() -> None:
    links = links_of(PAGE.encode(), SITE)
    assert is_linked(links, "http://m.facebook.com/kunta.mme", PLATFORMS)
    assert not is_linked(links, "https://facebook.com/kuntamme2", PLATFORMS)
    assert not is_linked(links, "https://facebook.com/kuntamme", PLATFORMS, me_only=True)
    assert is_linked(links, "https://some.kunta.example/@Kunta", PLATFORMS, me_only=True)


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


def test_a_proof_needs_both_sides_where_both_must_say_so() -> None:
    ref, url = SourceRef(SourceKind.MASTODON, "kunta@some.kunta.example"), "https://some.kunta.example/@kunta"
    site = links_of(PAGE.encode(), SITE)
    back = (PageLink("https://kunta.example/some", me=True),)
    assert proofs_of(ref, url, SITE, site, back, PLATFORMS) == (Proof.WEBSITE_LINKS, Proof.MUTUAL, Proof.OWN_DOMAIN)
    assert proofs_of(ref, url, SITE, site, (), PLATFORMS) == (Proof.WEBSITE_LINKS, Proof.OWN_DOMAIN)
    assert proofs_of(None, "https://x.com/kunta", SITE, site, back, PLATFORMS) == ()
    assert not links_me([PageLink("https://kunta.example/some")], SITE)
    assert not links_me([PageLink("https://kunta.example.evil.example/", me=True)], SITE)
    assert not links_me([PageLink("nonsense", me=True)], "")
