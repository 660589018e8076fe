"""What the first lines say: the guideline's name, whose it is, who approved it and when, or that it is a draft."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.importing.document import Block, BlockKind, Sections
from tests.unit.importing.support import from_blocks, from_text, text_of, titles

BODY = "1. Alku\nKunta kertoo asioistaan.\n\n2. Loppu\nKysy viestinnästä.\n"
APPROVED = ("status", "approved_on", "approved_by")


def below(*lines: str) -> Sections:
    return from_text("\n\n".join([*lines, BODY]))


def facts(found: Sections, *keys: str) -> tuple[str, ...]:
    said = {fact.key: fact.value for fact in found.facts}
    return tuple(said.get(key, "") for key in keys)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Tuntsan kunnan somelinjaukset"], "Tuntsan kunnan somelinjaukset"),
        (["Tuntsan kunta", "Näin toimimme somessa"], "Näin toimimme somessa"),
        (["Kommunstyrelsen", "3.5.2022", "Riktlinjer för sociala medier"], "Riktlinjer för sociala medier"),
        (["TUNTSAN KAUPUNKI", "SOSIAALISEN MEDIAN", "KÄSIKIRJA", "Luonnos 2"], "SOSIAALISEN MEDIAN KÄSIKIRJA"),
        (["2(11)", "Viestintäpalvelut", "Dnro 12/2024", "Somen pelisäännöt"], "Somen pelisäännöt"),
        (["Johdanto"], ""),
    ],
)
def test_the_name_is_neither_the_body_nor_the_municipality_nor_a_day(lines: list[str], name: str) -> None:
    found = below(*lines)
    assert found.title == name
    assert list(titles(found)) == ["1", "2"] if name else ["0", "1", "2"]


def test_lines_of_the_cover_are_no_section_and_are_told_and_text_below_them_stays() -> None:
    found = below("Tuntsan kunta", "3.5.2022", "Someohje", "Tämä ohje koskee kaikkia, jotka hoitavat kanavia.")
    assert text_of(found, "0") == "Tämä ohje koskee kaikkia, jotka hoitavat kanavia."
    assert found.left_out == ('the line "3.5.2022"',)
    assert [(fact.key, fact.line) for fact in found.facts] == [("municipality", "Tuntsan kunta")]


@pytest.mark.parametrize(
    ("line", "municipality"),
    [
        ("Tuntsan kunta", "Tuntsan kunta"),
        ("TUNTSAN KAUPUNGIN SOMEOHJE", "Tuntsan kaupunki"),
        ("Riktlinjer för sociala medier i Sveaby kommun", "Sveaby kommun"),
        ("Norra Sveaby kommuns someregler, policy", "Norra Sveaby kommun"),
        ("City of Oakford Social Media Policy", "City of Oakford"),
        ("Kunnan somelinjaukset", ""),
        ("Oman kunnan someohje", ""),
    ],
)
def test_the_municipality_is_read_where_it_is_named(line: str, municipality: str) -> None:
    assert facts(below(line), "municipality") == (municipality,)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Kaupunginhallitus 14.4.2025 § 97", ("approved", "2025-04-14", "Kaupunginhallitus")),
        ("Hyväksytty kunnanhallituksessa 1.2.2023 § 4", ("approved", "2023-02-01", "kunnanhallitus")),
        ("Kunnanvaltuuston hyväksymä 5.6.2021", ("approved", "2021-06-05", "Kunnanvaltuusto")),
        ("Tämä ohje on hyväksytty sivistyslautakunnassa 5.6.2021.", ("approved", "2021-06-05", "sivistyslautakunta")),
        ("Kunnanjohtaja on hyväksynyt tämän ohjeen 5.6.2021", ("approved", "2021-06-05", "Kunnanjohtaja")),
        ("Godkänd av kommunstyrelsen den 3 februari 2026.", ("approved", "2026-02-03", "kommunstyrelsen")),
        ("Riktlinjerna är antagna av kommunfullmäktige 2019-11-30", ("approved", "2019-11-30", "kommunfullmäktige")),
        (
            "Hyväksytty: kunnanhallituksen henkilöstöjaosto 1.2.2023",
            ("approved", "2023-02-01", "kunnanhallituksen henkilöstöjaosto"),
        ),
        ("Beslutsinstans: Kommunstyrelsen", ("approved", "", "Kommunstyrelsen")),
        ("Approved by the Town Council on 12 March 2024", ("approved", "2024-03-12", "Town Council")),
        ("Date of approval: 2024-03-12", ("approved", "2024-03-12", "")),
        ("Luonnos kaupunginhallitukselle 14.4.2025 § 97", ("draft", "", "")),
        ("Utkast 2024-03-12", ("draft", "", "")),
        ("Voimassa 1.7.2026 alkaen", ("", "", "")),
        ("Valtuusto hyväksyi strategian 1.1.2020", ("", "", "")),
        ("Ohje täydentää strategiaa, jonka valtuusto hyväksyi 1.1.2020.", ("", "", "")),
        ("Kunnanhallitus 12.3.2024", ("", "", "")),
        ("Hyväksytty kunnanhallituksessa 1.2. § 4", ("approved", "", "kunnanhallitus")),
    ],
)
def test_the_approval_is_read_where_it_is_said_and_never_guessed(line: str, said: tuple[str, ...]) -> None:
    assert facts(below("Tuntsan someohje", line), *APPROVED) == said


def test_how_posts_are_approved_says_nothing_of_the_guideline() -> None:
    found = from_text(f"{BODY}\n3. Julkaisu\nTiedotteet\n\nApproved by the City Manager\n\nKesäkampanja 1.7.2024\n")
    assert found.facts == ()


def test_an_approval_at_the_end_counts_and_of_several_the_newest() -> None:
    end = "Hyväksytty kunnanhallituksessa 1.2.2021 § 4\n\nHyväksytty kunnanjohtajan päätöksellä 5.5.2024\n"
    found = from_text(f"Tuntsan someohje\n\nHyväksytty valtuustossa 3.3.2019\n\n{BODY}\n{end}")
    assert facts(found, *APPROVED) == ("approved", "2024-05-05", "kunnanjohtaja")
    assert "Hyväksytty kunnanhallituksessa 1.2.2021 § 4" in text_of(found, "2")


def test_a_version_is_read_and_a_running_head_may_say_draft() -> None:
    pages = [f"LUONNOS Tuntsan kunta\n{n}. Osa\nKunta kertoo asioistaan täällä.\nSivu {n} (3)" for n in (1, 2, 3)]
    found = from_text("\f".join(["Someohje\n\nVersio 2.1\n" + pages[0], *pages[1:]]))
    assert facts(found, "status", "municipality", "version") == ("draft", "Tuntsan kunta", "2.1")


def test_a_title_style_is_the_name_whatever_stands_above_it() -> None:
    found = from_blocks(
        Block("Sveaby kommun"),
        Block("Så gör vi", BlockKind.HEADING, 0),
        Block("1. Start", BlockKind.HEADING, 1),
        Block("Kommunen."),
        Block("2. Slut", BlockKind.HEADING, 1),
        Block("Fråga."),
    )
    assert (found.title, list(titles(found))) == ("Så gör vi", ["1", "2"])
    assert facts(found, "municipality") == ("Sveaby kommun",)


def test_text_that_begins_a_swedish_document_without_a_name_is_its_introduction() -> None:
    found = from_text(f"Det här gäller alla som skriver i kommunens namn.\n\n{BODY}", Language.SV)
    assert (found.title, titles(found)["0"]) == ("", "Inledning")
