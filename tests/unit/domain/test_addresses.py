"""Addresses: any spelling of an account's address or handle is one and the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.accounts.addresses import address_key, handle_of, normalise_handle, normalise_url, platform_of
from tests.unit.services.support import PLATFORMS

hosts = st.sampled_from(["instagram.com", "facebook.com", "kirjasto.example.fi"])
# No account ends in a full stop: that one is the sentence's.
accounts = st.from_regex(r"@?[A-Za-z0-9_]([A-Za-z0-9_.\-]{0,11}[A-Za-z0-9_\-])?(/[a-z0-9]{1,5})?", fullmatch=True)
wild = st.one_of(
    st.text(),
    st.text(alphabet="htps:/.@%25341F3C7<>|?#[] \u200b\u212a\u0130äaA"),
    st.text(alphabet="/%25341FC7E?#|<> ab.").map("https://x.fi/".__add__),
    st.text(alphabet="wm.lfi-seabg").map("https://".__add__),
)


@given(
    host=hosts,
    account=accounts,
    scheme=st.sampled_from(["https://", "http://", "HTTPS://", "Http://", ""]),
    prefix=st.sampled_from(["", "www.", "m.", "WWW.", "www.m."]),
    in_capitals=st.booleans(),
    port=st.sampled_from(["", ":443"]),
    end=st.sampled_from(["", "/", "//", "/?igsh=a%20b", "?a=1&b=2", "#tili", "/#a?b"]),
    wrapped=st.sampled_from(["{}", "<{}>", "<{}|tili>", " {}\n"]),
)
@settings(deadline=None)
def test_any_spelling_of_an_address_is_the_same(
    host: str, account: str, scheme: str, prefix: str, in_capitals: bool, port: str, end: str, wrapped: str
) -> None:
    typed_host = f"{prefix}{host}".upper() if in_capitals else f"{prefix}{host}"
    typed = wrapped.format(f"{scheme}{typed_host}{port if scheme else ''}/{account}{end}")

    assert normalise_url(typed) == f"https://{host}/{account}"
    assert address_key(typed) == address_key(f"https://{host}/{account}")


@given(wild)
@example("https://www.m.facebook.com/kunta")
@example("https://x.fi/%2541")
@example("https://x.fi/a%20b")
@example("https://x.fi/a%3Fb")
@example("http://[::ffff:1.2.3.4]/")
@settings(deadline=None, max_examples=500)
def test_an_address_in_its_one_spelling_stays_as_it_is(text: str) -> None:
    once = normalise_url(text)
    if once is not None:
        assert normalise_url(once) == once


@given(wild)
@settings(deadline=None, max_examples=300)
def test_wild_text_raises_nothing(text: str) -> None:
    platform = platform_of(text, PLATFORMS)
    assert platform is None or normalise_url(text)
    assert isinstance(handle_of(text), str)
    assert isinstance(address_key(text), str)
    assert normalise_handle(text) == normalise_handle(normalise_handle(text))


@pytest.mark.parametrize(
    "text",
    ["", " ", "instagram", "@kirjasto", "ftp://example.fi/a", "javascript:alert(1)", "https://", "https://kirjasto"],
)
def test_what_is_no_web_address_is_none(text: str) -> None:
    assert normalise_url(text) is None
    assert handle_of(text) == ""


def test_a_port_of_its_own_is_kept() -> None:
    assert normalise_url("https://example.fi:8443/a") == "https://example.fi:8443/a"
    assert normalise_url("http://example.fi:80/a") == "https://example.fi/a"


def test_a_bare_host_may_have_a_query_or_a_fragment() -> None:
    assert normalise_url("example.fi?a=1") == "https://example.fi"
    assert normalise_url("example.fi#alku") == "https://example.fi"


def test_two_letters_are_not_cut_from_a_host_that_is_nothing_without_them() -> None:
    assert normalise_url("https://m.me/esimerkkikunta") == "https://m.me/esimerkkikunta"
    assert platform_of("https://m.me/esimerkkikunta", PLATFORMS) == "facebook"


def test_facebook_profiles_that_have_numbers_for_names_are_told_apart() -> None:
    ours, other = (f"https://www.facebook.com/profile.php?id={number}" for number in (1000123, 1000999))
    assert address_key(ours) != address_key(other)
    assert address_key(ours) == address_key(f"{ours}&locale=fi_FI")


def test_accounts_differ_by_path_and_host_and_not_by_capitals() -> None:
    assert address_key("instagram.com/Kirjasto") == address_key("https://www.instagram.com/kirjasto/")
    assert address_key("instagram.com/kirjasto") != address_key("instagram.com/kirjasto2")
    assert address_key("instagram.com/kirjasto") != address_key("facebook.com/kirjasto")


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://www.instagram.com/kirjasto", "instagram"),
        ("fi-fi.facebook.com/kunta", "facebook"),
        ("https://business.facebook.com/kunta", "facebook"),
        ("https://fb.com/kunta", "facebook"),
        ("https://notinstagram.com/kirjasto", None),
        ("https://instagram.com.evil.example/kirjasto", None),
        ("https://www.instagram.com@evil.example/kirjasto", None),
        ("https://example.fi", None),
        ("kirjasto", None),
    ],
)
def test_a_platform_is_known_by_its_whole_host(url: str, platform: str | None) -> None:
    assert platform_of(url, PLATFORMS) == platform


@pytest.mark.parametrize(
    ("url", "handle"),
    [
        ("https://www.instagram.com/EsimerkkiKirjasto/?hl=fi", "esimerkkikirjasto"),
        ("https://www.tiktok.com/@esimerkki/video/123", "esimerkki"),
        ("https://www.linkedin.com/company/esimerkki/", "esimerkki"),
        ("https://www.example.fi/", "example.fi"),
    ],
)
def test_the_handle_is_the_accounts_name_in_the_address(url: str, handle: str) -> None:
    assert handle_of(url) == handle


def test_a_handle_that_an_address_hides_characters_in_shows_none_of_them() -> None:
    assert handle_of("https://instagram.com/kir%E2%80%AEjasto%00") == "kirjasto"


@pytest.mark.parametrize("typed", ["@Kirjasto.Fi", "kirjasto.fi", " KIRJASTO.FI "])
def test_a_handle_has_neither_an_at_sign_nor_capitals(typed: str) -> None:
    assert normalise_handle(typed) == "kirjasto.fi"
