"""How often something is to be done."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.said.intervals import interval_said
from tests.unit.understanding.interpret_support import TODAY, VOCABULARY


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("kerran kahdessa viikossa", 14),
        ("riittää kerta kuukaudessa", 30),
        ("joka neljäs viikko", 28),
        ("kuukauden välein", 30),
        ("kaksi kertaa viikossa", 4),
        ("varannan månad", 60),
        ("en gång per kvartal", 90),
        ("var fjortonde dag", None),
        ("var 10:e dag", 10),
        ("45 dagars mellanrum", 45),
        ("tre gånger i månaden", 10),
        ("every six weeks", 42),
        ("once a fortnight", 14),
        ("a 60-day interval", 60),
        ("every other month", 60),
        ("the second week of March", None),
        ("two weeks ago", None),
        ("ensi viikolla", None),
    ],
)
def test_how_often_is_read_in_everyday_words(text: str, days: int | None) -> None:
    assert interval_said(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "nuorison instagramille riittää päivitys joka toinen viikko",
        "ungdomens instagram behöver uppdateras bara varannan vecka",
        "the youth instagram is fine with an update every two weeks",
    ],
)
def test_how_often_a_channel_is_to_be_updated_is_a_change_of_it(text: str) -> None:
    reading = interpret(text, VOCABULARY, date(2026, 11, 23))
    assert (reading.intent, reading.details["update_interval_days"]) == (Intent.EDIT, "14")


@pytest.mark.parametrize(
    "text",
    [
        "kuinka usein nuorison instagramia pitää päivittää?",
        "hur ofta ska ungdomens instagram uppdateras?",
        "must the youth instagram be updated once a week?",
    ],
)
def test_how_often_it_must_be_updated_is_asked(text: str) -> None:
    assert interpret(text, VOCABULARY, TODAY).intent is not Intent.EDIT
