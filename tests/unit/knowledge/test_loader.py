"""Reading the knowledge base's folder: what is accepted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.domain.guideline import Approval, BulletList, Prose, Wording
from bot.domain.language import Language
from bot.knowledge.content.findings import Severity
from bot.knowledge.content.loader import check, load
from bot.knowledge.content.sections import natural_key
from tests.unit.knowledge.support import SECTION, TOML, Files, folder_of, found, guideline_of


def test_one_file_with_front_matter_and_a_line_of_text_is_enough(tmp_path: Path) -> None:
    folder_of(tmp_path, {"fi/any.md": "---\nid: 1\ntitle: Yksi\n---\nTeksti.\n"})
    guideline, findings = check(tmp_path)
    assert guideline is not None
    assert [one.severity for one in findings] == [Severity.WARNING]
    assert findings[0].path.name == "guideline.toml"
    (section,) = guideline.sections[Language.FI]
    (subsection,) = section.subsections
    assert (section.id, section.title) == (subsection.id, subsection.title) == ("1", "Yksi")
    assert subsection.body == (Prose("Teksti."),)
    assert guideline.edition.status is Approval.DRAFT
    assert guideline.edition.wording is Wording.SUMMARY
    assert guideline.edition.languages == (Language.FI,)
    assert all(guideline.edition.name[language] for language in Language)


def test_languages_are_the_folders_finnish_first_unless_the_file_lists_them(tmp_path: Path) -> None:
    files = {f"{language}/1.md": "---\nid: 1\ntitle: T\n---\nText.\n" for language in ("en", "fi", "sv")}
    assert load(folder_of(tmp_path / "a", files)).edition.languages == (Language.FI, Language.SV, Language.EN)
    listed = {**files, "guideline.toml": 'languages = ["sv", "en", "fi"]\n'}
    assert load(folder_of(tmp_path / "b", listed)).edition.languages == (Language.SV, Language.EN, Language.FI)


def test_every_key_of_the_edition_is_read(tmp_path: Path) -> None:
    toml = """
name = "Ohje"
version = "2.1"
status = "approved"
approved_on = 2030-01-31
approved_by = "kunnanhallitus"
wording = "verbatim"
languages = ["fi"]
review_by = 2031-01-31
support = { fi = "työterveys" }
source = "pöytäkirja"
[municipality]
fi = "Kunta"
sv = "Kommun"
[duties]
regular_updates = "3.1"
"""
    guideline = guideline_of(tmp_path, {"guideline.toml": toml, "fi/3.md": SECTION + "## T {#3.1}\nText.\n"})
    edition = guideline.edition
    assert edition.name == dict.fromkeys(Language, "Ohje")
    assert edition.municipality == {Language.FI: "Kunta", Language.SV: "Kommun", Language.EN: "Kunta"}
    assert (edition.version, edition.source, edition.approved_by) == ("2.1", "pöytäkirja", "kunnanhallitus")
    assert (edition.approved_on, edition.review_by) == (date(2030, 1, 31), date(2031, 1, 31))
    assert edition.support == dict.fromkeys(Language, "työterveys")
    assert (edition.status, edition.wording) == (Approval.APPROVED, Wording.VERBATIM)
    assert guideline.duties == {"regular_updates": "3.1"}


def test_subsections_have_paragraphs_lists_a_note_and_where_they_were_read(tmp_path: Path) -> None:
    text = SECTION + (
        "Intro.\n\n## Kuka &amp; *missä* {#3.1}\n\nYksi [linkki](https://example.org)\\\nkaksi\n`koodi`.\n\n"
        "- a\n- b **c**\n\n"
        "> [!Note]\n> Muuttunut\n> 2023.\n>\n> Toinen.\n\n## Toinen {#3.2}\nText.\n"
    )
    guideline = guideline_of(tmp_path, {"fi/3-use.md": text})
    intro, first, second = guideline.sections[Language.FI][0].subsections
    assert (intro.id, intro.title, intro.line) == ("3", "Käyttöönotto", 5)
    assert (first.id, first.title, first.line) == ("3.1", "Kuka & missä", 7)
    assert first.body == (Prose("Yksi linkki kaksi koodi."), BulletList(("a", "b c")))
    assert first.editors_note == "Muuttunut 2023.\nToinen."
    assert first.file == str(tmp_path / "fi/3-use.md")
    assert second.editors_note is None


def test_a_list_item_may_end_with_an_id_that_people_do_not_see(tmp_path: Path) -> None:
    guideline = guideline_of(tmp_path, {"fi/3.md": SECTION + "## T {#3.1}\n- yksi {#3.1.1}\n- kaksi\n\nLoppu.\n"})
    (subsection,) = guideline.sections[Language.FI][0].subsections
    assert subsection.body == (BulletList(("yksi", "kaksi"), ("3.1.1", "")), Prose("Loppu."))
    assert subsection.items_by_id == {"3.1.1": "yksi"}


def test_staff_can_ask_for_a_list_item(tmp_path: Path) -> None:
    files: Files = {"fi/3.md": SECTION + "## T {#3.1}\n- yksi {#3.1.1}\n", "fi/asked.toml": '"3.1.1" = ["a b"]\n'}
    assert guideline_of(tmp_path, files).phrasings[Language.FI].asked == {"3.1.1": ("a b",)}


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ("- a {#3.2.1}\n", 'the id "3.2.1" is not of subsection 3.1'),
        ("- a {#3.1.1}\n- b {#3.1.1}\n", 'the id "3.1.1" is already at'),
        ("- {#3.1.1}\n- b\n", "a list item is empty"),
        ("- a {#ä}\n", 'the id "ä" is malformed'),
    ],
)
def test_an_id_of_a_list_item_that_cannot_be_is_told(tmp_path: Path, items: str, message: str) -> None:
    ((_, _, told),) = found(tmp_path, {"guideline.toml": TOML, "fi/3.md": SECTION + "## T {#3.1}\n" + items})
    assert message in told


def test_sections_come_in_the_order_people_count(tmp_path: Path) -> None:
    ids = ["10", "2", "0", "1", "liite"]
    files: Files = {f"fi/{one}.md": f"---\nid: {one}\ntitle: T\n---\nText.\n" for one in ids}
    guideline = guideline_of(tmp_path, files)
    assert [section.id for section in guideline.sections[Language.FI]] == ["0", "1", "2", "10", "liite"]


def test_an_id_in_front_matter_is_taken_as_it_is_written(tmp_path: Path) -> None:
    guideline = guideline_of(tmp_path, {"fi/a.md": "---\nid: 3.10\ntitle: No\n---\nText.\n"})
    section = guideline.sections[Language.FI][0]
    assert (section.id, section.title) == ("3.10", "No")


@pytest.mark.parametrize("prefix", [b"\xef\xbb\xbf", b""])
def test_byte_order_marks_and_windows_line_ends_are_fine(tmp_path: Path, prefix: bytes) -> None:
    content = prefix + (SECTION + "## T {#3.1}\nä\n").replace("\n", "\r\n").encode()
    guideline = guideline_of(tmp_path, {"fi/3.md": content, "guideline.toml": prefix + TOML.encode()})
    assert guideline.sections[Language.FI][0].subsections[0].text == "ä"


def test_a_hashtag_within_a_paragraph_or_escaped_is_text(tmp_path: Path) -> None:
    guideline = guideline_of(tmp_path, {"fi/3.md": SECTION + "Tunnus on\n#suomussalmi.\n\n\\#kunta myös.\n"})
    assert guideline.sections[Language.FI][0].subsections[0].text == "Tunnus on #suomussalmi.\n#kunta myös."


def test_ids_sort_as_people_count() -> None:
    ids = ["10", "3.10", "a2", "3.2", "3", "a10", "2"]
    assert sorted(ids, key=natural_key) == ["2", "3", "3.2", "3.10", "10", "a2", "a10"]
