"""The language of a text, from a few words."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.language.detection import detect
from tests.support.steps import steps_of

SENTENCES = {
    "Saanko laittaa oppilaan kuvan koulun tilille?": Language.FI,
    "Mistä löydän ohjeen kommenttien poistamiseen": Language.FI,
    "kenelle ilmoitan uudesta tilistä": Language.FI,
    "Miten toimin, jos joku kirjoittaa asiattomasti?": Language.FI,
    "Får jag lägga ut en bild av eleven på skolans konto?": Language.SV,
    "vem ska jag fråga om nya konton": Language.SV,
    "Hur gör vi om någon skriver otrevligt?": Language.SV,
    "Måste vi svara på alla kommentarer": Language.SV,
    "May I post a picture of a pupil?": Language.EN,
    "who should I ask about a new account": Language.EN,
    "What do we do when somebody is rude to us": Language.EN,
    "do we have to answer every comment": Language.EN,
}
NOT_PROSE = [
    "@what.is.this.and",
    "https://example.fi/ja/on/se/ei/kuka",
    "<https://example.fi what is this and where>",
    "slack:U0123ABCD",
    "what.is@example.com",
]


@pytest.mark.parametrize(("text", "language"), SENTENCES.items())
def test_the_language_of_a_sentence_is_known(text: str, language: Language) -> None:
    assert detect(text) is language
    assert detect(text.upper()) is language


@pytest.mark.parametrize(
    "text", ["I'm off 3.8.–9.8.", "I’m ill", "we'll be away", "they don't", "isn’t it", "what's new 2027"]
)
def test_words_that_only_english_draws_together_tell_it(text: str) -> None:
    assert detect(text) is Language.EN


@pytest.mark.parametrize(
    "text", ["SOTE:n", "i’ museet", "", "   ", "instagram", "saanko", "what is", "vem är", "?!", "1 2 3 4 5"]
)
def test_a_text_of_under_three_words_is_in_no_language(text: str) -> None:
    assert detect(text) is None


def test_names_alone_are_in_no_language() -> None:
    assert detect("instagram facebook tiktok") is None


@pytest.mark.parametrize("extra", NOT_PROSE)
def test_links_handles_and_mentions_do_not_count_as_words(extra: str) -> None:
    assert detect(f"{extra} {extra} {extra}") is None
    for text, language in SENTENCES.items():
        assert detect(f"{extra} {text} {extra}") is language


@pytest.mark.parametrize("link", ["www.example.fi/what-is-this", "example.fi/kuka/on/se"])
def test_a_link_without_its_scheme_does_not_count_either(link: str) -> None:
    assert detect(link) is None
    assert detect(f"verify {link}") is None


def test_a_long_text_is_judged_by_its_beginning() -> None:
    assert detect("Saanko minä kirjoittaa tämän? " * 40 + "who what where when " * 5000) is Language.FI


@pytest.mark.parametrize("piece", ["a", "a.", "a-", "<"])
def test_a_long_word_takes_no_more_steps_than_many_words(piece: str) -> None:
    long, many = (steps_of(partial(detect, text)) for text in (piece * 1000, "ja " * 400))
    assert long < 2 * many


@given(st.text() | st.text(alphabet="<>@: ./ åäöABsth'\u0130\ud800"))
@settings(deadline=None)
def test_wild_text_raises_nothing(text: str) -> None:
    assert detect(text) in {None, *Language}
