"""Names are left out of what is kept, with their endings; roles and words are not."""

from __future__ import annotations

import pytest

from bot.domain.people import Person
from bot.services.questions.names import without_names

PEOPLE = (
    Person("p1", "Veikko Esimerkinen"),
    Person("p2", "Anna-Liisa Mallikas"),
    Person("p3", "Kirjaston ylläpitäjä 1"),
    Person("p4", "Kunnanjohtaja"),
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("saako Veikko Esimerkinen julkaista", "saako ••• julkaista"),
        ("veikon lupa on Esimerkisellä", "••• lupa on •••"),
        ("Får Mallikas posta?", "Får ••• posta?"),
        ("kirjaston kanava ja ylläpitäjä", "kirjaston kanava ja ylläpitäjä"),
        ("mitä kunnanjohtaja päättää", "mitä kunnanjohtaja päättää"),
        ("onko Kirjaston ylläpitäjä 1 lomalla", "onko ••• lomalla"),
    ],
)
def test_names_are_left_out_and_roles_and_words_are_not(text: str, kept: str) -> None:
    assert without_names(text, PEOPLE) == kept


def test_without_people_a_text_stays_as_it_is() -> None:
    assert without_names("Veikko tuli", ()) == "Veikko tuli"
