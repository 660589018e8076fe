"""Words of illness are told from places and people that have to do with it."""

from __future__ import annotations

import pytest

from bot.language.health import tells_of_health


@pytest.mark.parametrize(
    "text",
    [
        "hoitaja sairaslomalla",
        "Ylläpitäjä on sairaana",
        "sairausloma 3.11. asti",
        "SAIKULLA",
        "sairastuminen",
        "sairauden takia",
        "leikkauksessa",
        "uupumus",
        "sjukledig",
        "är sjukskriven",
        "på grund av sjukdom",
        "utbränd",
        "sick leave",
        "on sick-leave until May",
        "off sick",
        "burnout",
        "medical leave",
    ],
)
def test_illness_is_told(text: str) -> None:
    assert tells_of_health(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "loma",
        "kesätauko",
        "tauko remontin ajan",
        "vanhempainvapaa",
        "ylläpitäjä vaihtuu",
        "sairaalan some",
        "sairaanhoitajat",
        "terveyskeskus muuttaa",
        "budjettileikkaus",
        "semester",
        "sjukhuset flyttar",
        "sjukvården",
        "paus till hösten",
        "holiday",
        "hospital moves",
        "still on a break",
        "skill training",
        "renovation",
    ],
)
def test_what_else_makes_a_channel_rest_is_not(text: str) -> None:
    assert not tells_of_health(text)
