"""Who is to be what on a channel where several people are named, and how often something is to be done."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.reading import Staffs
from bot.understanding.said.intervals import interval_said
from tests.unit.understanding.interpret_support import TODAY, VOCABULARY

A, B, C = "slack:U0AAA0001", "slack:U0BBB0002", "slack:U0CCC0003"


def posts(text: str) -> dict[Staffs, tuple[str, ...]]:
    for name, reference in (("@A", A), ("@B", B), ("@C", C)):
        text = text.replace(name, f"<@{reference.removeprefix('slack:')}>")
    reading = interpret(text, VOCABULARY, TODAY)
    assert reading.intent is Intent.EDIT, reading.intent
    return dict(reading.posts)


@pytest.mark.parametrize(
    "text",
    [
        "vaihda nuorison instagramiin @A:n tilalle @B",
        "korvaa @A @B:llä nuorison instagramissa",
        "lisää nuorison instagramiin @B ja ota @A pois",
        "byt @A mot @B på ungdomens instagram",
        "@B i stället för @A på ungdomens instagram",
        "lägg till @B på ungdomens instagram och ta bort @A",
        "replace @A with @B on the youth instagram",
        "put @B on the youth instagram instead of @A",
        "add @B to the youth instagram and drop @A",
    ],
)
def test_of_two_people_one_comes_and_one_goes(text: str) -> None:
    assert posts(text) == {Staffs.ADD: (B,), Staffs.REMOVE: (A,)}


@pytest.mark.parametrize(
    "text",
    [
        "lisää @A nuorison instagramiin, @B on antanut luvan",
        "lisää @A nuorison instagramiin, valtuuttajana @B",
        "ge @A rätt att uppdatera ungdomens instagram, godkänt av @B",
        "lägg till @A på ungdomens instagram, @B har godkänt",
        "@A joins the youth instagram, @B has approved it",
        "give @A access to the youth instagram, with authorisation from @B",
    ],
)
def test_whoever_authorises_is_no_new_maintainer(text: str) -> None:
    assert posts(text) == {Staffs.ADD: (A,), Staffs.AUTHORISE: (B,)}


@pytest.mark.parametrize(
    "text",
    [
        "nuorison instagramin uusi vastuuhenkilö on @A",
        "vaihda nuorison instagramin vastuuhenkilö: @A",
        "tästä lähtien nuorison instagramin vastuuhenkilö on nyt @A",
        "byt ansvarig för ungdomens instagram: @A",
        "@A är numera ansvarig för ungdomens instagram",
        "change the person responsible for the youth instagram to @A",
        "@A is now the responsible person of the youth instagram",
    ],
)
def test_the_responsible_person_is_no_maintainer(text: str) -> None:
    assert posts(text) == {Staffs.RESPONSIBLE: (A,)}


def test_several_posts_are_told_apart() -> None:
    said = "the youth instagram: @A is now responsible, maintained by @B and @C"
    assert posts(said) == {Staffs.RESPONSIBLE: (A,), Staffs.ADD: (B, C)}


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
