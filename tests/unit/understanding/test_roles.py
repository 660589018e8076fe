"""Who comes, who goes, who becomes responsible and who authorises, by their place in the sentence."""

from __future__ import annotations

import pytest

from bot.domain.people import Person
from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.parts_of_text import take_apart
from bot.understanding.said.proper_names import mentioned
from bot.understanding.said.roles import Roles, roles_in
from tests.unit.understanding.interpret_support import TODAY, VOCABULARY

A, B, C = "slack:U0AAA0001", "slack:U0BBB0002", "slack:U0CCC0003"
PEOPLE = {
    "Aino Esimerkki": Person("a", "Aino Esimerkki", identities=(A,)),
    "Onni Mallila": Person("b", "Onni Mallila", identities=(B,)),
}


def told(text: str) -> Roles:
    return roles_in(take_apart(mentioned(text, PEOPLE)))


def changed(text: str) -> Roles:
    for name, reference in (("@A", A), ("@B", B), ("@C", C)):
        text = text.replace(name, f"<@{reference.removeprefix('slack:')}>")
    reading = interpret(text, VOCABULARY, TODAY)
    assert reading.intent is Intent.EDIT, reading.intent
    return reading.roles


@pytest.mark.parametrize(
    "text",
    [
        "siirrä uimahallin sivu U0AAA0001:ltä U0BBB0002:lle",
        "U0AAA0001 luovutti kanavan U0BBB0002:lle",
        "vaihda museon instaan U0AAA0001:n tilalle U0BBB0002",
        "vaihda museon instaan U0AAA0001 tilalle U0BBB0002",
        "laita U0BBB0002 U0AAA0001:n tilalle",
        "U0AAA0001 pois ja U0BBB0002 tilalle",
        "korvaa U0AAA0001 U0BBB0002:lla",
        "U0BBB0002 ottaa kanavan U0AAA0001:ltä",
        "lisää U0BBB0002 sivulle ja poista U0AAA0001",
        "poista U0AAA0001 sivulta ja lisää U0BBB0002",
        "U0AAA0001 lähtee, U0BBB0002 jatkaa",
        "Aino Esimerkki luovuttaa sivun Onni Mallilalle",
        "Aino Esimerkiltä Onni Mallilalle",
        "flytta sidan från U0AAA0001 till U0BBB0002",
        "U0AAA0001 lämnar över sidan till U0BBB0002",
        "U0BBB0002 tar över sidan av U0AAA0001",
        "U0AAA0001 ersätts av U0BBB0002",
        "byt ut U0AAA0001 mot U0BBB0002",
        "nu ersätts U0AAA0001 av U0BBB0002",
        "U0AAA0001 ulos ja U0BBB0002 sisään",
        "swap U0BBB0002 in for U0AAA0001",
        "sätt U0BBB0002 i stället för U0AAA0001",
        "lägg till U0BBB0002 och ta bort U0AAA0001",
        "transfer the page from U0AAA0001 to U0BBB0002",
        "U0AAA0001 passes the page on to U0BBB0002",
        "U0BBB0002 takes over from U0AAA0001",
        "replace U0AAA0001 with U0BBB0002",
        "put U0BBB0002 instead of U0AAA0001",
        "remove U0AAA0001 and add U0BBB0002",
        "remove Aino Esimerkki and add Onni Mallila",
        "korvataan U0BBB0002:lla U0AAA0001",
        "U0AAA0001 korvautuu U0BBB0002:llä",
        "U0BBB0002 korvaa U0AAA0001:n",
        "U0AAA0001 vaihtuu U0BBB0002:een",
        "U0BBB0002 ottaa U0AAA0001:n paikan",
        "U0BBB0002 sisään, U0AAA0001 ulos",
        "U0BBB0002 in för U0AAA0001",
        "U0AAA0001 ut, U0BBB0002 in",
        "U0BBB0002 in for U0AAA0001",
        "U0AAA0001 out, U0BBB0002 in",
        "U0BBB0002 steps in for U0AAA0001",
    ],
)
def test_the_sentence_tells_who_gives_and_who_takes(text: str) -> None:
    assert told(text) == Roles(goes=(A,), comes=(B,))


@pytest.mark.parametrize(
    "text",
    [
        "siirrä sivu U0AAA0001:ltä U0BBB0002:lle, valtuuttaja U0CCC0003",
        "från U0AAA0001 till U0BBB0002, fullmakt av U0CCC0003",
        "from U0AAA0001 to U0BBB0002, authorised by U0CCC0003",
    ],
)
def test_who_authorises_takes_nothing(text: str) -> None:
    assert told(text) == Roles(goes=(A,), comes=(B,), authorises=(C,))


@pytest.mark.parametrize(
    "text",
    [
        "slack:U0AAA0001:lta slack:U0BBB0002:lle siirtyy museon sivu",
        "slack:U0AAA0001 lopettaa ja Onni Mallila jatkaa",
        "Aino Esimerkin tilalle tulee Onni Mallila",
        "slack:U0BBB0002 fortsätter efter Aino Esimerkki",
        "Onni Mallila avlöser slack:U0AAA0001",
        "slack:U0BBB0002 continues in place of Aino Esimerkki",
        "Onni Mallila takes the page over from slack:U0AAA0001",
    ],
)
def test_people_are_mentioned_or_called_by_name_and_may_be_the_first_word(text: str) -> None:
    assert told(text) == Roles(goes=(A,), comes=(B,))


@pytest.mark.parametrize(
    "text", ["slack:U0CCC0003 lisää @A museon sivulle", "slack:U0CCC0003: lägg till @A", "slack:U0CCC0003, add @A"]
)
def test_whoever_is_called_at_the_start_is_nothing_on_the_channel(text: str) -> None:
    assert told(text.replace("@A", "U0AAA0001")) == Roles(comes=(A,))


@pytest.mark.parametrize(
    "text",
    [
        "laita U0BBB0002 minun tilalleni",
        "sivua hoitaa U0BBB0002 mun sijasta",
        "U0BBB0002 i stället för mig",
        "U0BBB0002 replaces me",
    ],
)
def test_whoever_comes_in_the_speaker_s_place_is_alone(text: str) -> None:
    assert told(text) == Roles(comes=(B,))


@pytest.mark.parametrize(
    "text",
    [
        "U0AAA0001 ei ole enää sivun vastuuhenkilö vaan U0BBB0002",
        "nu är U0AAA0001 inte längre ansvarig för sidan, det är U0BBB0002",
        "now U0AAA0001 is no longer in charge of the page, U0BBB0002 is",
    ],
)
def test_who_is_named_after_somebody_who_is_responsible_no_more_becomes_that(text: str) -> None:
    assert told(text) == Roles(responsible=(B,))


@pytest.mark.parametrize("text", ["U0AAA0001 U0BBB0002", "kanava", "U0AAA0001 ja U0BBB0002"])
def test_who_is_merely_named_has_no_role(text: str) -> None:
    assert told(text) == Roles()


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
    assert changed(text) == Roles(comes=(B,), goes=(A,))


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
    assert changed(text) == Roles(comes=(A,), authorises=(B,))


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
    assert changed(text) == Roles(responsible=(A,))


def test_several_roles_are_told_apart() -> None:
    said = "the youth instagram: @A is now responsible, maintained by @B and @C"
    assert changed(said) == Roles(comes=(B, C), responsible=(A,))
