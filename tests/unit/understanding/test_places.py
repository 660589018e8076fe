"""Numbers of parts of the guideline, and what only looks like one."""

from __future__ import annotations

import pytest

from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.places import find_part
from tests.unit.understanding.interpret_support import TODAY, VOCABULARY


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("luku 2", "2"),
        ("LUKU 02", "2"),
        ("kohdassa 3.2 puhutaan luvista", "3.2"),
        ("kohta 5.10", "5.10"),
        ("kuudes luku", "6"),
        ("toisessa luvussa", "2"),
        ("3. luvun alku", "3"),
        ("§ 7", "7"),
        ("pykälä 7", "7"),
        ("kapitel två", "2"),
        ("det fjärde avsnittet", "4"),
        ("avsnitt nr 5.1", "5.1"),
        ("section number 6", "6"),
        ("the fifth chapter", "5"),
        ("2nd section", "2"),
        ("chapter seven", "7"),
        ("1.5", "1.5"),
    ],
)
def test_a_part_is_known_by_its_number_in_digits_and_words(text: str, number: str) -> None:
    found = find_part(text)
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    "text",
    ["1.2.2027", "1.–5.2.", "klo 12:30 asti", "laki 1050/2018", "2 kappaletta kuvia", "luvan saa kolmelta", "5 %", ""],
)
def test_days_amounts_and_laws_are_no_parts(text: str) -> None:
    assert find_part(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "ohje",
        "innehåll",
        "contents",
        "näytä koko ohje",
        "öppna anvisningarna",
        "I would like to read the guideline",
        "luku 3",
        "3.3",
        "mitä kohta 3 sanoo",
        "visa fjärde kapitlet",
        "what does section six say",
        "avaa kohta saavutettavuus",
        "läs avsnittet om bilder",
    ],
)
def test_who_wants_to_read_is_told_from_who_asks(text: str) -> None:
    assert interpret(text, VOCABULARY, TODAY).intent is Intent.READ


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("olen lomalla 3.8.", Intent.AWAY),
        ("päivitin museon facebookin 3.8.", Intent.UPDATED),
        ("saako luvun 5 mukaan julkaista kuvia", Intent.ASK),
        ("kuka päättää kohdan 3.2 asioista", Intent.ASK),
        ("näytä kanavat", Intent.CHANNELS),
        ("show me the library's instagram", Intent.CHANNELS),
        ("ohje kuvien käytöstä", Intent.ASK),
        ("apua", Intent.HELP),
    ],
)
def test_who_wants_something_else_is_given_that(text: str, intent: Intent) -> None:
    assert interpret(text, VOCABULARY, TODAY).intent is intent
