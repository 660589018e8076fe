"""Which numbers begin a heading, and which only look like it."""

from __future__ import annotations

import pytest

from bot.importing.headings.numbering import begins_with_capital, number_at_start, numbers_within


@pytest.mark.parametrize(
    ("text", "places", "rest"),
    [
        ("3 Käyttöönotto", (3,), "Käyttöönotto"),
        ("3. Käyttöönotto", (3,), "Käyttöönotto"),
        ("3) Käyttöönotto", (3,), "Käyttöönotto"),
        ("3.2 Käyttöönotto", (3, 2), "Käyttöönotto"),
        ("3.2. Käyttöönotto", (3, 2), "Käyttöönotto"),
        ("1.2.3 Käyttöönotto", (1, 2, 3), "Käyttöönotto"),
        ("12. eLomake", (12,), "eLomake"),
        ("§ 3 Käyttöönotto", (3,), "Käyttöönotto"),
        ("3 § Käyttöönotto", (3,), "Käyttöönotto"),
        ("3§ Käyttöönotto", (3,), "Käyttöönotto"),
        ("Luku 3 Käyttöönotto", (3,), "Käyttöönotto"),
        ("Luku 3: Käyttöönotto", (3,), "Käyttöönotto"),
        ("LUKU 3 – Käyttöönotto", (3,), "Käyttöönotto"),
        ("3 luku Käyttöönotto", (3,), "Käyttöönotto"),
        ("Kapitel 3 Ibruktagande", (3,), "Ibruktagande"),
        ("III Käyttöönotto", (3,), "Käyttöönotto"),
        ("IV. Käyttöönotto", (4,), "Käyttöönotto"),
        ("XIV) Käyttöönotto", (14,), "Käyttöönotto"),
        ("0 Johdanto", (0,), "Johdanto"),
        ("3. ”Some” työssä", (3,), "”Some” työssä"),
    ],
)
def test_numbers_of_headings_are_read_in_all_their_styles(text: str, places: tuple[int, ...], rest: str) -> None:
    number = number_at_start(text)
    assert number is not None
    assert number.places == places
    assert text[number.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        *("1.7.2026 alkaen", "1.7. 2026", "2 000 euroa", "306/2019 mukaan", "08 123 4567", "050 1234567"),
        *("2026 Kunta", "100 Seuraajaa", "3.", "3", "3.14159 Pii", "01 Kunta", "3 - 4", "1.2.3.4.5 Liikaa", "+358 40"),
        *("IIII Väärin", "VX Väärin", "Ville I", "", "3,5 Tuntia", "24/7 Palvelu", "5.–6. Luokka"),
    ],
)
def test_dates_amounts_laws_and_phone_numbers_are_no_numbers_of_headings(text: str) -> None:
    assert number_at_start(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tämä on tekstiä. 2. Miten kunta toimii", [(2,)]),
        ("ilman pistettä 3 Palvelujen käyttö", [(3,)]),
        ("katso kohta 4. Kun hoitaja vaihtuu", []),
        ("liite 1 Kunnanhallituksen pöytäkirja", []),
        ("luvussa 3 Kunta sanoo", []),
        ("noin 3 Kuntaa", []),
        ("vuonna 1.7.2026 Kunta", []),
        ("hinta 2 000 euroa", []),
        ("on 3 kanavaa", []),
        ("lain 306/2019 Mukaan", []),
    ],
)
def test_in_mid_line_only_a_number_before_a_capital_counts_and_no_reference(
    text: str, found: list[tuple[int, ...]]
) -> None:
    assert [number.places for number in numbers_within(text)] == found


def test_a_capital_may_stand_in_quotes_or_second() -> None:
    assert begins_with_capital("”Some” työssä")
    assert begins_with_capital("(Some)")
    assert begins_with_capital("eLomake")
    assert not begins_with_capital("kanavaa")
    assert not begins_with_capital("")
