from __future__ import annotations

import pytest

from bot.domain.people import Person
from bot.understanding.said.proper_names import named_as

PEOPLE = [Person("a", "Aino Esimerkki"), Person("b", "Onni Esimerkki"), Person("c", "Palvelupiste hoitaja 3")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("lomalla ensi viikon, sijaisena Onni", "b"),
        ("Aino tuuraa minua", "a"),
        ("sijaiseksi Aino Esimerkin sain", "a"),
        ("olen pois ja hoitaja 3 on paikalla", "c"),
        ("semester nästa vecka, min vikarie är Aino", "a"),
        ("away next week, Onni covers", "b"),
        ("Onni on lomalla", ""),
        ("sijaisena Esimerkki", ""),
        ("sijaisena Aino tai Onni", ""),
        ("lomalla ilman sijaista", ""),
    ],
)
def test_a_cover_is_named_by_the_whole_name_or_the_given_one(text: str, who: str) -> None:
    found = named_as("cover", text, PEOPLE)
    assert (found.id if found else "") == who
