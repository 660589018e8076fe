"""A new name is told from the sentence that gives it."""

from __future__ import annotations

import pytest

from bot.understanding.said.renaming import renamed


@pytest.mark.parametrize(
    ("text", "rest", "name"),
    [
        ("museon instan nimi vaihtui nyt: Museo & me", "museon instan nimi vaihtui nyt", "Museo & me"),
        ("nimetään museon sivu uudelleen nimellä Museo", "nimetään museon sivu uudelleen nimellä", "Museo"),
        ("muuta museon sivun nimi muotoon ”Museo”.", "muuta museon sivun nimi muotoon", "Museo"),
        ("museets sida ska byta namn till Museet!", "museets sida ska byta namn till", "Museet"),
        (
            "the museum's page will now be renamed to ‘Old things’",
            "the museum's page will now be renamed to",
            "Old things",
        ),
    ],
)
def test_the_name_is_parted_from_the_rest(text: str, rest: str, name: str) -> None:
    assert renamed(text) == (rest, name)


@pytest.mark.parametrize(
    "text",
    [
        "mikä on museon sivun uusi nimi?",
        "vaihda museon sivun nimi",
        "byt namn",
        "what is the new name",
        "nimeksi " + "x" * 100,
        "kenen nimissä tili on",
    ],
)
def test_where_no_name_is_given_the_text_is_whole(text: str) -> None:
    assert renamed(text) == (text, "")
