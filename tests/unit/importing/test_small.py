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
    found = from_text(f"{LONG}\n\n{LONG}\n\n{LONG}", language)
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


def test_a_colon_that_ends_a_heading_is_not_part_of_it() -> None:
    found = from_text("1. Purpose of this:\nWe tell.\n\n2. Scope:\nAll of us.\n\n3. How\nKindly.", Language.EN)
    assert titles(found) == {"1": "Purpose of this", "2": "Scope", "3": "How"}
    assert found.doubts == ()
