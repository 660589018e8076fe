"""Swedish as it is spoken in Finland, as it is written in books."""

from __future__ import annotations

import pytest

from bot.language.lexicon import words_of
from bot.language.spoken_swedish import written


@pytest.mark.parametrize(
    ("spoken", "in_books"),
    [
        ("ja uppdatera fb i tisdags", "jag uppdaterade fb i tisdags"),
        ("publicera två bilder igår", "publicerade två bilder igår"),
        ("i morse posta vi en bild", "i morse postade vi en bild"),
        ("vi fixa det i torsdags", "vi fixade det i torsdags"),
        ("ja ha int gjort nåt", "jag har inte gjort något"),
        ("va e de me insta", "vad är de med insta"),
        ("int minns ja va den hette", "inte minns jag vad den hette"),
    ],
)
def test_spoken_words_are_those_of_books(spoken: str, in_books: str) -> None:
    assert written(words_of(spoken)) == words_of(in_books)


@pytest.mark.parametrize(
    "text",
    [
        "ska vi uppdatera instagram",
        "kan jag publicera bilden",
        "jag vill posta nånting om kameran",
        "uppdatera bibliotekets uppgifter",
        "ja tack",
        "kommunens kamera",
    ],
)
def test_an_infinitive_and_a_yes_stay_what_they_are(text: str) -> None:
    assert written(words_of(text)) == words_of(text)
