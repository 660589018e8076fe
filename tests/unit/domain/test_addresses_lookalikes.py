"""Look-alikes: what could be taken for ours is noticed, and what is merely somebody else's is not."""

from __future__ import annotations

import pytest

from bot.domain.accounts.lookalikes import Likeness, resembled
from tests.unit.domain.test_addresses_platforms import PLATFORMS
from tests.unit.services.support import channel

OURS = (
    channel("kunta-instagram", url="https://www.instagram.com/esimerkkikunta/"),
    channel("kunta-facebook", platform="facebook", url="https://www.facebook.com/esimerkkikunta"),
    channel("kirjasto-instagram", url="https://www.instagram.com/esimerkkikirjasto/"),
    channel("nuoriso-tiktok", platform="tiktok", url="", handle="@esimerkki_nuoriso"),
    channel("museo-youtube", platform="youtube", url="https://youtube.com/channel/UCabcdefghijk", handle=""),
    channel("kunta-sivut", platform="website", url="https://www.esimerkkikunta.fi/", handle="esimerkkikunta.fi"),
)


def likeness(address: str) -> tuple[Likeness, list[str]] | None:
    found = resembled(address, OURS, PLATFORMS)
    return (found.likeness, [one.id for one in found.channels]) if found else None


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.instagram.com/esimеrkkikirjasto",  # a Cyrillic e
        "https://www.instagram.com/εsimerkkikirjasto",  # a Greek epsilon
        "https://www.instagram.com/esimerkkik%D1%96rjasto",  # a Cyrillic i, percent-encoded
        "https://www.instagram.com/esimerkkikirjast0/",
        "https://www.instagram.com/es1merkkikirjasto",
        "https://www.instagram.com/eslmerkkikirjasto",
        "https://www.instagram.com/esirnerkkikirjasto",
        "https://www.instagram.com/esimerkki_kirjasto",
        "https://www.instagram.com/esimerkki.kirjasto",
        "https://www.instagram.com/_esimerkkikirjasto_",
        "@esimerkki-kirjasto",
        "esimerkkikirjást0",
    ],
)
def test_a_name_of_other_letters_or_punctuation_looks_the_same(typed: str) -> None:
    assert likeness(typed) == (Likeness.SAME_LOOK, ["kirjasto-instagram"])


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.instagram.com/esimerkkikirjasto.palkinnot",
        "https://www.instagram.com/esimerkkikirjastopalkinnot/p/DA1",
        "https://www.instagram.com/official_esimerkkikirjasto",
        "https://www.instagram.com/virallinenesimerkkikirjasto",
        "https://www.instagram.com/esimerkkikirjasto-support",
        "https://www.instagram.com/esimerkkikirjasto2026",
        "@esimerkki.kirjasto.kundtjänst",
        "@esimerkk1kirjastoarvonta",
    ],
)
def test_our_name_with_more_words_is_noticed(typed: str) -> None:
    assert likeness(typed) == (Likeness.MORE_WORDS, ["kirjasto-instagram"])


@pytest.mark.parametrize("typed", ["esimerkkikirjsto", "esimerkikirjastoo", "esimerkkikrijasto", "esimerkkikirjaston"])
def test_a_letter_or_two_changed_in_a_long_name_is_noticed(typed: str) -> None:
    assert likeness(f"https://www.instagram.com/{typed}") == (Likeness.NEARLY, ["kirjasto-instagram"])


@pytest.mark.parametrize(
    ("typed", "ours"),
    [
        ("https://x.com/esimerkkikirjasto", ["kirjasto-instagram"]),
        ("https://mastodon.social/@esimerkkikirjasto", ["kirjasto-instagram"]),
        ("https://bsky.app/profile/esimerkkikirjasto.bsky.social", ["kirjasto-instagram"]),
        ("https://www.facebook.com/groups/esimerkkikunta", ["kunta-facebook", "kunta-instagram"]),
    ],
)
def test_our_very_name_where_we_have_no_channel_is_told(typed: str, ours: list[str]) -> None:
    assert likeness(typed) == (Likeness.SAME_NAME, ours)


@pytest.mark.parametrize(
    ("typed", "ours"),
    [
        ("https://facebook.com.evil.example/esimerkkikunta", ["kunta-facebook"]),
        ("https://faceb00k.com/esimerkkikunta", ["kunta-facebook"]),
        ("https://www.facebook-login.example/esimerkkikunta/vahvista", ["kunta-facebook"]),
        ("https://esimerkkikunta.instagrarn.com/", ["kunta-sivut", "kunta-instagram"]),
        ("https://instаgram.com/esimerkkikunta", ["kunta-instagram"]),  # a Cyrillic a
        ("https://xn--instgram-46g.com/esimerkkikunta", ["kunta-instagram"]),
        ("https://tiktok.com.evil.example/@esimerkkinuoriso", ["nuoriso-tiktok"]),
        ("https://esimerkkikunta.com", ["kunta-sivut"]),
        ("https://www.esimerkkikunta.fi.evil.example/kirjaudu", ["kunta-sivut"]),
        ("https://esimerkkikunta-palkinnot.example", ["kunta-sivut"]),
    ],
)
def test_our_name_on_a_host_that_imitates_another_is_noticed(typed: str, ours: list[str]) -> None:
    assert likeness(typed) == (Likeness.HOST, ours)


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.instagram.com/toinenkunta",
        "https://www.instagram.com/mallikunnankirjasto",
        "https://www.instagram.com/esimerkkiyritys",
        "https://www.instagram.com/kirjasto",
        "https://www.instagram.com/esimerkkikuntakirjasto",  # not ours with a lure: another name
        "https://www.instagram.com/p/DAbc123",
        "https://faceb00k.com/toinenkunta",
        "https://www.facebook-login.example/",
        "https://kirjasto.esimerkkikunta.fi/aukioloajat",
        "https://lehti.example/esimerkkikunta",
        "https://fi.wikipedia.org/wiki/Esimerkkikunta",
        "@mallila",
        "@ab",
        "",
        "@",
    ],
)
def test_what_is_merely_somebody_elses_resembles_nothing(typed: str) -> None:
    assert likeness(typed) is None


def test_towns_whose_names_differ_by_their_beginning_are_not_taken_for_each_other() -> None:
    ours = (
        channel("a", url="https://instagram.com/porinkirjasto"),
        channel("b", url="https://instagram.com/salonmuseo"),
    )
    for theirs in ("kolinkirjasto", "turunkirjasto", "kalonmuseo", "porvoonkirjasto"):
        assert resembled(f"https://instagram.com/{theirs}", ours, PLATFORMS) is None


def test_ids_that_nobody_reads_are_not_compared() -> None:
    assert likeness("https://youtube.com/channel/UCabcdefghijl") is None
    assert likeness("https://www.facebook.com/profile.php?id=100064") is None


def test_short_names_are_not_compared() -> None:
    ours = (channel("a", url="https://instagram.com/ii"), channel("b", url="https://instagram.com/eno"))
    for theirs in ("1i", "i_i", "en0", "eno_official"):
        assert resembled(f"https://instagram.com/{theirs}", ours, PLATFORMS) is None


def test_channels_of_the_same_platform_come_first() -> None:
    assert likeness("https://www.facebook.com/esimerkkikunta.virallinen") == (
        Likeness.MORE_WORDS,
        ["kunta-facebook", "kunta-instagram"],
    )
