"""Words that are said in the midst of other languages: they choose none."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.language.detection import detect

FI, SV, EN = Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("julkaisin just uuden kuvan", FI),
        ("sorry, unohdin koko jutun", FI),
        ("thanks, katson sitä huomenna", FI),
        ("tack, tämä riittää minulle", FI),
        ("please poista minut listalta", FI),
        ("by the way kenellä on tunnukset", FI),
        ("no nyt se on taas up to date", FI),
        ("sorry, jag hann inte idag", SV),
        ("nice, då är det klart", SV),
        ("just nu är jag borta", SV),
        ("sorry, I did not have the time", EN),
        ("I just did it this morning", EN),
        ("no problem, we will do it tomorrow", EN),
        ("tack, the page was updated", EN),
    ],
)
def test_a_loan_word_does_not_choose_the_language(text: str, language: Language) -> None:
    assert detect(text) is language


@pytest.mark.parametrize(("text", "language"), [("tack", SV), ("tack så mycket", SV), ("thanks", EN), ("sorry", EN)])
def test_where_nothing_else_is_said_it_does(text: str, language: Language) -> None:
    assert detect(text) is language
