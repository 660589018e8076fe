"""Properties of addresses: every spelling of an account meets every other, and different accounts do not."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.accounts.addresses import (
    account_of,
    address_key,
    handle_of,
    normalise_handle,
    normalise_url,
    platform_of,
)
from bot.domain.accounts.lookalikes import resembled
from bot.domain.register import Register
from tests.unit.domain.test_addresses_platforms import PLATFORMS
from tests.unit.services.support import channel

OURS = (
    channel("kunta-instagram", url="https://www.instagram.com/esimerkkikunta/"),
    channel("kunta-facebook", platform="facebook", url="https://www.facebook.com/profile.php?id=100064"),
    channel("kunta-sivut", platform="website", url="https://www.esimerkkikunta.fi", handle="esimerkkikunta.fi"),
    channel("nuoriso-tiktok", platform="tiktok", url="", handle="@EsimerkkiNuoriso"),
)

# How an account's address is written on each platform, with the ways to go on from it to a post.
FORMS = {
    "instagram.com/{}": ["", "/reel/DA12", "/p/DA12", "/tagged"],
    "facebook.com/{}": ["", "/posts/1", "/videos/1", "/about"],
    "tiktok.com/@{}": ["", "/video/1"],
    "x.com/{}": ["", "/status/1", "/status/1/photo/1"],
    "youtube.com/@{}": ["", "/videos", "/shorts"],
    "linkedin.com/company/{}": ["", "/posts", "/about"],
    "threads.net/@{}": ["", "/post/1"],
    "twitch.tv/{}": ["", "/videos"],
}
names = st.from_regex(r"[a-z]{3}[a-z0-9_]{3,12}", fullmatch=True)
forms = st.sampled_from(sorted(FORMS))


@st.composite
def spellings(draw: st.DrawFn, form: str, name: str) -> str:
    """One of the ways in which the address of an account is written, copied or pasted."""
    host, _, path = form.format(name).partition("/")
    host = draw(st.sampled_from(["", "www.", "m.", "fi-fi.", "WWW."])) + host
    path += draw(st.sampled_from(FORMS[form]))
    if draw(st.booleans()):
        host = host.upper()
    if draw(st.booleans()):
        path = path.replace(name, name.upper())
    if draw(st.booleans()):
        path = path.replace(name.upper(), "".join(f"%{ord(c):02x}" for c in name)).replace("@", quote("@"))
    scheme = draw(st.sampled_from(["https://", "http://", "HTTPS://", ""]))
    tail = draw(st.sampled_from(["", "/", "?igsh=MW&utm_source=qr", "/?hl=fi", "#alku", "/?fbclid=a%20b#c"]))
    around = draw(st.sampled_from(["{}", "<{}>", "<{}|meidän tili>", " {}\n", "{}.", "{}!", "\u200b{}\u200e"]))
    return around.format(f"{scheme}{host}/{path}{tail}")


@given(st.data(), forms, names)
@settings(deadline=None, max_examples=300)
def test_every_spelling_of_an_account_has_the_same_key(data: st.DataObject, form: str, name: str) -> None:
    typed = data.draw(spellings(form, name))
    assert address_key(typed, PLATFORMS) == address_key(f"https://{form.format(name)}", PLATFORMS)
    assert handle_of(typed, PLATFORMS) == name


@given(st.data(), forms, names)
@settings(deadline=None, max_examples=200)
def test_a_spelling_that_was_made_one_stays_as_it_is(data: st.DataObject, form: str, name: str) -> None:
    once = normalise_url(data.draw(spellings(form, name)))
    assert once is not None
    assert normalise_url(once) == once


@given(forms, forms, names, names)
@settings(deadline=None, max_examples=200)
def test_different_accounts_have_different_keys(form: str, other_form: str, name: str, other: str) -> None:
    same = (form, name) == (other_form, other)
    one, two = (address_key(f.format(n), PLATFORMS) for f, n in ((form, name), (other_form, other)))
    assert (one == two) == same


texts = st.one_of(
    st.text(),
    st.text(alphabet="htps:/.@%25341F3C7<>|?#[]\\ \u200b\u202e\u212a\u0130äaAxn-"),
    st.text(alphabet="/%25341FC7E?#|<>=&id.ph ab@").map("https://facebook.com/".__add__),
    st.text(alphabet="wm.lfi-seabgxn-ä\u0430").map("https://".__add__),
    st.text(max_size=12).map("https://esimerkkikunta.fi/@".__add__),
)


@given(texts)
@settings(deadline=None, max_examples=500)
def test_any_text_whatsoever_raises_nothing(text: str) -> None:
    once = normalise_url(text)
    assert once is None or normalise_url(once) == once
    handle = normalise_handle(text)
    assert normalise_handle(handle) == handle
    account = account_of(text, PLATFORMS)
    assert account is None or platform_of(text, PLATFORMS) == account.platform
    Register({one.id: one for one in OURS}).at_address(text, PLATFORMS)
    resembled(text, OURS, PLATFORMS)


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("https://www.facebook.com/Esimerkki.Kunta", "facebook.com/esimerkkikunta"),
        ("https://pöytyä.example/kirjasto", "https://XN--PYTY-OOA8H.example/kirjasto/"),
        ("https://instagram.com\\esimerkkikunta", "instagram.com/esimerkkikunta"),
        ("https://facebook.com/story.php?story_fbid=1&id=100064", "https://facebook.com/profile.php?id=100064"),
        ("https://www.instagram.com/stories/kunta/12/", "instagram.com/kunta"),
        ("https://mobile.twitter.com/kunta/status/1", "https://x.com/kunta"),
        ("https://www.instagram.com/kunta).", "https://instagram.com/kunta"),
        ("https://mastodon.social/@kunta@mastodontti.fi", "https://mastodontti.fi/@kunta/1"),
    ],
)
def test_odd_spellings_meet_the_plain_one(typed: str, same: str) -> None:
    assert address_key(typed, PLATFORMS) == address_key(same, PLATFORMS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://instagram.com/kunta", "https://instagram.com@evil.example/kunta"),
        ("https://instagram.com/kunta", "https://instagram.com.evil.example/kunta"),
        ("https://instagram.com/kunta", "https://instаgram.com/kunta"),  # а is Cyrillic
        ("https://instagram.com/kunta", "https://instagram.com/kuntа"),
        ("https://instagram.com/kunta", "https://instagram.com/kunta_"),
        ("https://instagram.com/esimerkkikunta", "https://instagram.com/esimerkki.kunta"),
        ("https://example.fi:8443/a", "https://example.fi/a"),
        ("https://x.fi/%2541", "https://x.fi/A"),
    ],
)
def test_what_only_looks_the_same_is_another_address(one: str, other: str) -> None:
    assert address_key(one, PLATFORMS) != address_key(other, PLATFORMS)
