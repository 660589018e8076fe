"""Who gives, who takes and who authorises, by their place in the sentence."""

from __future__ import annotations

import pytest

from bot.understanding.said.roles import Roles, roles_in

A, B, C = "slack:U0AAA0001", "slack:U0BBB0002", "slack:U0CCC0003"
NAMES = {A: "Aino Esimerkki", B: "Onni Mallila", C: ""}


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
    ],
)
def test_the_sentence_tells_who_gives_and_who_takes(text: str) -> None:
    assert roles_in(text, NAMES) == Roles(gives=(A,), takes=(B,))


@pytest.mark.parametrize(
    "text",
    [
        "siirrä sivu U0AAA0001:ltä U0BBB0002:lle, valtuuttaja U0CCC0003",
        "från U0AAA0001 till U0BBB0002, fullmakt av U0CCC0003",
        "from U0AAA0001 to U0BBB0002, authorised by U0CCC0003",
    ],
)
def test_who_authorises_takes_nothing(text: str) -> None:
    assert roles_in(text, NAMES) == Roles(gives=(A,), takes=(B,), authorises=(C,))


@pytest.mark.parametrize("text", ["U0AAA0001 U0BBB0002", "kanava", "U0AAA0001 ja U0BBB0002"])
def test_who_is_merely_named_has_no_role(text: str) -> None:
    assert roles_in(text, NAMES) == Roles()
