"""Small and odd documents end well: as sections, with a word on what is doubtful, or with a reason."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from tests.unit.importing.support import from_markdown, from_text, text_of, titles

LONG = "Kunta kertoo kanavissaan asioista, jotka koskevat asukkaita, ja vastaa heidän viesteihinsä työpäivän aikana."


def test_one_heading_and_one_line_are_a_guideline() -> None:
    assert titles(from_text("1. Ainoa asia\nKunta kertoo.")) == {"1": "Ainoa asia"}
    assert titles(from_markdown("# Ainoa asia\n\nKunta kertoo.")) == {"1": "Ainoa asia"}


@pytest.mark.parametrize(("language", "name"), [(Language.FI, "Ohje"), (Language.SV, "Anvisning")])
def test_a_text_without_headings_is_one_section_with_a_part_a_paragraph(language: Language, name: str) -> None:
    text = LONG if language is Language.FI else SWEDISH
    found = from_text(f"{text}\n\n{text}\n\n{text}", language)
    assert titles(found) == {"1": name}
    assert [one.id for one in found.sections[0].subsections] == ["1.1", "1.2", "1.3"]
    assert [one.text for one in found.doubts] == ["no headings were found: the whole text became one section"]


def test_a_title_names_the_one_section_of_a_text_without_headings() -> None:
    found = from_text(f"Kunnan somelinjaukset\n\n{LONG}\n\n{LONG}")
    assert (found.title, titles(found)) == ("Kunnan somelinjaukset", {"1": "Kunnan somelinjaukset"})


def test_numbers_that_begin_elsewhere_are_kept_and_that_is_said() -> None:
    found = from_text("7. Seitsemän\nKunta kertoo.\n\n8. Kahdeksan\nKunta vastaa.")
    assert titles(found) == {"7": "Seitsemän", "8": "Kahdeksan"}
    assert [one.text for one in found.doubts] == ["the headings begin with the number 7"]


def test_headings_numbered_with_a_nought_are_main_headings() -> None:
    found = from_text("1.0 PURPOSE\nWe tell.\n\n2.0 SCOPE\n2.1 Staff\nAll of us.\n\n3.0 USE\nKindly.", Language.EN)
    assert titles(found) == {"1": "PURPOSE", "2": "SCOPE", "3": "USE"}


@pytest.mark.parametrize(
    "text",
    [
        f"TARKOITUS\n\n{LONG}\n\nKUVAT JA VIDEOT\n\n{LONG}\n",
        f"**Tarkoitus:**\n\n{LONG}\n\n**Kuvat ja videot**\n\n{LONG}\n",
        f"Tarkoitus\n\n{LONG}\n\nKuvat ja videot\n\n{LONG}\n\nKysymykset\n\n{LONG}\n",
    ],
)
def test_lines_that_only_look_like_headings_divide_a_text_that_has_no_others(text: str) -> None:
    found = from_markdown(text)
    assert [title.lower() for title in titles(found).values()][:2] == ["tarkoitus", "kuvat ja videot"]
    assert text_of(found, "1") == LONG
    assert any("look like headings" in one.text for one in found.doubts)


@pytest.mark.parametrize("mark", [".", ")"])
def test_a_numbered_list_is_no_chapters_where_the_headings_have_no_numbers(mark: str) -> None:
    steps = [f"{n}{mark} {step}" for n, step in enumerate(("Lue kysymys", "Kysy neuvoa", "Vastaa", "Kiitä"), 1)]
    listed = "\n".join(steps)
    found = from_text(f"Tarkoitus\n\n{LONG}\n\nVastaaminen\n\n{LONG}\n\n{listed}\n\nMuuta\n\n{LONG}\n")
    assert list(titles(found).values()) == ["Tarkoitus", "Vastaaminen", "Muuta"]
    assert text_of(found, "2").splitlines()[-4:] == steps
    without = from_text(f"{LONG}\n\n{listed}\n\n{LONG}\n")
    assert titles(without) == {"1": "Ohje"}


def test_a_colon_that_ends_a_heading_is_not_part_of_it() -> None:
    found = from_text("1. Purpose of this:\nWe tell.\n\n2. Scope:\nAll of us.\n\n3. How\nKindly.", Language.EN)
    assert titles(found) == {"1": "Purpose of this", "2": "Scope", "3": "How"}
    assert found.doubts == ()


FINNISH = "Kunta kertoo palveluistaan kanavissaan, ja hoitaja vastaa kaikille asukkaille, jotka kysyvät jotakin."
SWEDISH = "Kommunen berättar om sin service i kanalerna, och den som sköter dem svarar alla som frågar något."
TWICE = [
    *(
        "# Someohje",
        FINNISH,
        "## 1. Alku",
        FINNISH,
        "## 2. Loppu",
        FINNISH,
        "- viimeinen kohta",
        "# Riktlinjer",
        SWEDISH,
    ),
    *("## 1. Början", SWEDISH, "## 2. Slut", SWEDISH, "- sista punkten"),
]


def test_of_a_guideline_in_two_languages_the_one_asked_for_is_imported_and_the_other_told() -> None:
    finnish, swedish = from_markdown("\n\n".join(TWICE)), from_markdown("\n\n".join(TWICE), Language.SV)
    assert titles(finnish) == {"0": "Someohje", "1": "Alku", "2": "Loppu"}
    assert text_of(finnish, "2").splitlines()[-1] == "viimeinen kohta"
    assert finnish.left_out == (
        'the part in Swedish, 7 paragraphs from "Riktlinjer" on: import it as well, with --lang sv',
    )
    assert titles(swedish) == {"0": "Riktlinjer", "1": "Början", "2": "Slut"}
    assert swedish.left_out[0].startswith('the part in Finnish, 7 paragraphs from "Someohje" on')


def test_a_document_in_another_language_than_said_is_imported_with_a_doubt() -> None:
    found = from_markdown("\n\n".join(TWICE[7:]), Language.EN)
    assert list(titles(found)) == ["0", "1", "2"]
    assert found.doubts[0].text == "the text seems to be in Swedish: import it with --lang sv"


def test_a_quotation_in_another_language_is_part_of_the_text_and_a_mixture_is_said() -> None:
    assert from_markdown("\n\n".join([*TWICE[:7], SWEDISH])).left_out == ()
    mixed = from_markdown("\n\n".join(["# A", *[FINNISH, SWEDISH] * 4, "# B", FINNISH]))
    assert "4 paragraphs seem to be in Swedish" in mixed.doubts[0].text


def test_two_thousand_sections_are_imported() -> None:
    found = from_markdown("\n".join(f"## {n}. Kohta\n\nKunta kertoo asiasta {n}.\n" for n in range(1, 2_001)))
    assert len(found.sections) == 2_000
    assert found.sections[-1].id == "2000"
