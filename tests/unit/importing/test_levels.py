"""Headings marked on several levels: which divide the document, and what their numbers have to say in it."""

from __future__ import annotations

import pytest

from tests.unit.importing.support import from_markdown, from_text, subtitles, text_of, titles, words, words_of

TEXT = "Kunta kertoo palveluistaan täällä ja vastaa viesteihin, jotka asukkaat lähettävät kanavan kautta. " * 3


def test_numbered_steps_below_marked_headings_are_no_chapters() -> None:
    found = from_markdown(
        f"# LinkedIn\n\n{TEXT}\n\n## 1. Avaa sivu\n\n## 2. Kutsu mukaan\n\n{TEXT}\n\n"
        f"# TikTok\n\n{TEXT}\n\n## 1. Avaa sivu\n\n## 2. Kutsu kaverit\n\n{TEXT}\n\n# Yhteinen linja\n\n{TEXT}"
    )
    assert titles(found) == {"1": "LinkedIn", "2": "TikTok", "3": "Yhteinen linja"}
    assert subtitles(found, "1") == {"1": "LinkedIn", "1.1": "1. Avaa sivu", "1.2": "2. Kutsu mukaan"}
    assert found.contents == ()


@pytest.mark.parametrize("mark", ["{}. ", "{} ", "Vaihe {} "])
def test_a_chapter_after_the_last_steps_is_a_chapter(mark: str) -> None:
    steps = "".join(f"#### {mark.format(n)}{name}\n\nTee näin.\n\n" for n, name in enumerate(("Avaa", "Kuvaa"), 1))
    found = from_markdown(
        f"## Blogi\n\nKerro.\n\n{steps}## Podcast\n\nPuhu.\n\n{steps}{steps}# Arvot\n\nOle avoin.\n\n# Lopuksi\n\nKysy."
    )
    assert text_of(found, next(key for key, name in titles(found).items() if name == "Arvot")) == "Ole avoin."
    assert not {"Avaa", "Kuvaa"} & {*titles(found).values()}


def test_numbers_of_chapters_win_over_those_of_their_steps() -> None:
    steps = "## 1. Kirjaudu\n\nAvaa.\n\n## 2. Julkaise\n\nPaina.\n\n## 3. Poistu\n\nSulje.\n\n"
    found = from_markdown(f"# 1 Blogi\n\nKerro.\n\n{steps}# 2 Podcast\n\nPuhu.\n\n{steps}")
    assert titles(found) == {"1": "Blogi", "2": "Podcast"}
    assert found.contents == ()


def test_a_title_may_stand_on_the_level_of_the_last_chapter_alone() -> None:
    found = from_markdown("# Someohje\n\n## Kuvat\n\nA.\n\n## Linkit\n\nB.\n\n# Yhteinen linja\n\nC.\n")
    assert (found.title, titles(found)) == ("Someohje", {"1": "Kuvat", "2": "Linkit", "3": "Yhteinen linja"})
    found = from_markdown("# Facebook\n\n## 1. Avaa\n\nA.\n\n## 2. Kutsu\n\nB.\n\n# Threads\n\nC.\n")
    assert titles(found) == {"1": "Facebook", "2": "Threads"}


def test_parts_above_numbers_that_count_on_leave_them_their_numbers() -> None:
    found = from_markdown("# Osa A\n\n## 1 Yksi\n\nA.\n\n## 2 Kaksi\n\nB.\n\n# Osa B\n\n## 3 Kolme\n\nC.\n")
    assert titles(found) == {"1": "Yksi", "2": "Kaksi", "3": "Kolme"}


def test_what_ends_a_document_without_a_number_is_a_section_of_its_own_and_that_is_said() -> None:
    found = from_markdown("# Ohje\n\nA.\n\n## 1. Yksi\n\nB.\n\n## 2. Kaksi\n\nC.\n\n## Mistä kysyä\n\nViestinnästä.\n")
    assert titles(found) == {"0": "Ohje", "1": "Yksi", "2": "Kaksi", "3": "Mistä kysyä"}
    assert [(one.section_id, "does not have this number" in one.text) for one in found.doubts] == [("3", True)]


def test_back_matter_on_the_titles_level_changes_nothing() -> None:
    found = from_markdown("# Ohje\n\nA.\n\n## 1. Yksi\n\nB.\n\n## 2. Kaksi\n\nC.\n\n# Liitteet\n\nLomake.\n")
    assert titles(found) == {"0": "Ohje", "1": "Yksi", "2": "Kaksi", "3": "Liitteet"}


def test_no_heading_with_a_number_is_said_to_have_none() -> None:
    found = from_markdown("## 1. Yksi\n\nA.\n\n## 5. Viisi\n\nB.\n\n## 2. Kaksi\n\nC.\n\n## 3. Kolme\n\nD.\n")
    told = [one.text for one in found.doubts]
    assert told == ['the heading "5. Viisi" has a number that does not count on: it was put into this section']


STEPS = "1. Kirjaudu sisään\nAvaa selain ja kirjoita tunnus.\n2. Valitse kuva\nKuvan on oltava kunnan oma.\n"


def test_steps_that_come_again_in_each_chapter_are_no_table_of_contents() -> None:
    found = from_text(f"Blogi\n\n{STEPS}\nUutiskirje\n\n{STEPS}\nPodcast\n\n{STEPS}")
    assert found.contents == ()
    assert words_of(found.sections).count("Kirjaudu") == 3


def test_headings_whose_first_words_come_again_are_no_table_of_contents() -> None:
    found = from_text(
        f"1 Kuvat ja videot työssä\n2 Linkit ja jakaminen työssä\n{TEXT}\n3 Kuvat\n{TEXT}\n\n"
        f"Liite\n\n1 Kuvat ja videot vapaalla\n{TEXT}\n2 Linkit ja jakaminen vapaalla\n{TEXT}"
    )
    assert found.contents == ()
    assert {"videot", "jakaminen"} <= {*words(" ".join(words_of(found.sections)))}


def test_what_was_left_out_as_contents_is_told_line_by_line() -> None:
    contents = ["Sisältö ja sivut .... 1", "1 Tarkoitus ........ 2", "2 Kanavat ….. 3", "Lähteet", "…..", "9"]
    found = from_text("\n".join(["Sisällys", *contents, "", f"1 Tarkoitus\n{TEXT}\n\n2 Kanavat\n{TEXT}"]))
    assert titles(found) == {"1": "Tarkoitus", "2": "Kanavat"}
    assert found.contents == ("Sisällys", *contents)


@pytest.mark.parametrize("restarts", [False, True])
def test_chapters_that_are_called_so_are_divided_into_paragraphs_however_these_count(*, restarts: bool) -> None:
    numbers = [[1, 2], [1, 2] if restarts else [3, 4]]
    names = ["Toimivalta", "Hakemus", "Salasana", "Laitteet"]
    chapters = [
        f"{chapter} luku  {title}\n\n" + "".join(f"{n} § {names.pop(0)}\n\n{TEXT}\n\n" for n in numbers[chapter - 1])
        for chapter, title in ((1, "Yleistä"), (2, "Tietoturva"))
    ]
    found = from_text("\n".join(chapters))
    assert titles(found) == {"1": "Yleistä", "2": "Tietoturva"}
    first = numbers[1][0]
    assert subtitles(found, "2") == {"2.1": f"{first} § Salasana", "2.2": f"{first + 1} § Laitteet"}


def test_entries_with_dots_that_lead_to_pages_are_contents_whatever_their_numbers() -> None:
    entries = [
        "1 luku Kuvat ........ 2",
        "1 § Luvat ........... 2",
        "2 luku Tilit ........ 3",
        "Lähteet ............. 4",
    ]
    found = from_text("\n".join([*entries, f"1 luku Kuvat\n\n1 § Luvat\n\n{TEXT}\n\n2 luku Tilit\n\n{TEXT}"]))
    assert titles(found) == {"1": "Kuvat", "2": "Tilit"}
    assert found.contents == tuple(entries)
