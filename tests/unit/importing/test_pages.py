"""Page marks, running headers and footers are taken out of pages, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.importing.formats.from_text import read_text
from bot.importing.formats.pages import PageLine, is_flowing, split_at_marks, without_frames
from tests.unit.importing.support import from_text, text_of, titles, words

BODY = [
    "Kunta kertoo palveluistaan siellä missä asukkaat ovat.",
    "Vastaus annetaan päivässä.",
    "Kiireellinen soitetaan.",
]


def pages_of(*pages: list[str]) -> list[list[PageLine]]:
    return [[PageLine(text) for text in page] for page in pages]


def left(pages: list[list[PageLine]]) -> list[list[str]]:
    cleaned, _ = without_frames(pages)
    return [[line.text for line in page] for page in cleaned]


@pytest.mark.parametrize(
    "mark",
    [
        lambda n: f"Sivu {n} (3)",
        lambda n: f"sivu {n}/3",
        lambda n: f"{n} (3)",
        lambda n: f"{n}/3",
        lambda n: f"- {n} -",
        lambda n: f"– {n} –",
        lambda n: f"Sida {n} av 3",
        lambda n: f"Page {n} of 3",
        lambda n: f"{n}",
        lambda n: f"Mallilan kunta, someohje {n}",
        lambda n: f"{n} (3) Mallilan kunta",
        lambda n: f"Mallilan kunta {n} (3) Viestintä",
    ],
)
@pytest.mark.parametrize("at_top", [True, False])
def test_marks_and_running_lines_go(mark: Callable[[int], str], *, at_top: bool) -> None:
    pages = [[mark(n), BODY[n - 1]] if at_top else [BODY[n - 1], mark(n)] for n in (1, 2, 3)]
    assert left(pages_of(*pages)) == [[text] for text in BODY]


def test_what_was_taken_out_is_told_with_how_often() -> None:
    _, told = without_frames(pages_of(*[["Mallilan kunta", text, f"Sivu {n} (3)"] for n, text in enumerate(BODY, 1)]))
    assert told == ['"Mallilan kunta" (3 times)', "page number (3 times)"]


def test_sentences_stay_however_often_they_stand_at_the_edge_of_a_page() -> None:
    pages = [[f"{n}. Osa", "Tarkista aina luvat.", text, "Kysy, jos et tiedä."] for n, text in enumerate(BODY, 1)]
    assert left(pages_of(*pages)) == pages


def test_a_line_of_the_text_inside_the_frame_stays() -> None:
    pages = [["Mallilan kunta", text, "Yhteystiedot", "Viestintä vastaa.", f"{n}"] for n, text in enumerate(BODY, 1)]
    assert left(pages_of(*pages)) == [[text, "Yhteystiedot", "Viestintä vastaa."] for text in BODY]


def test_numbers_that_are_no_page_marks_stay() -> None:
    pages = [[BODY[0], "112"], [BODY[1], "040"], [BODY[2], "7000"]]
    assert left(pages_of(*pages)) == pages


def test_two_pages_with_chapters_that_are_called_alike_keep_their_headings() -> None:
    pages = [["1. Yleistä", BODY[0]], ["2. Yleistä", BODY[1]]]
    assert left(pages_of(*pages)) == pages


def test_sections_that_each_begin_a_page_keep_their_numbers() -> None:
    pages = [[f"{n} Osa {name}", text] for (n, text), name in zip(enumerate(BODY, 1), "ABC", strict=True)]
    assert left(pages_of(*pages)) == pages


def test_pages_of_one_line_lose_the_marks_at_their_start() -> None:
    filler = "Kunta kertoo palveluistaan ja vastaa kysymyksiin. " * 10
    pages = pages_of([f"1 1 Liite {filler}"], [f"2 2 {filler}"], [f"3 3 3. Vastaaminen {filler}"])
    assert is_flowing(pages)
    assert [page[0][:14] for page in left(pages)] == ["Liite Kunta ke", "Kunta kertoo p", "3. Vastaaminen"]


def test_pages_that_begin_with_the_same_words_keep_them() -> None:
    filler = "Kunta kertoo palveluistaan ja vastaa kysymyksiin. " * 10
    pages = [[f"Kunta on {word}. {filler.strip()}"] for word in ("avoin", "nopea", "tarkka")]
    assert left(pages_of(*pages)) == pages


def test_text_without_page_breaks_is_parted_by_its_marks() -> None:
    lines = [PageLine(text) for text in (BODY[0], "Sivu 1 (3)", BODY[1], "Sivu 2 (3)", BODY[2], "Sivu 3 (3)")]
    assert [[line.text for line in page] for page in split_at_marks(lines)] == [
        [BODY[0], "Sivu 1 (3)"],
        [BODY[1], "Sivu 2 (3)"],
        [BODY[2], "Sivu 3 (3)"],
    ]
    read = read_text("\n".join(line.text for line in lines).encode())
    assert " ".join(block.text for block in read.blocks) == " ".join(BODY)


def test_marks_that_do_not_count_up_are_text() -> None:
    lines = [PageLine(text) for text in ("1/3", BODY[0], "5/9", BODY[1])]
    assert split_at_marks(lines) == [lines]


def test_a_sentence_goes_on_over_the_page() -> None:
    text = "1. Some\nKunta kertoo palveluistaan aina ensin omilla sivuillaan ja vasta\f"
    sections = from_text(
        f"{text}sitten somessa, jos se on tarpeen ja jos joku ehtii sen tehdä.\n2. Muu\nLoppu on tässä."
    )
    assert titles(sections) == {"1": "Some", "2": "Muu"}
    assert "ja vasta sitten somessa" in text_of(sections, "1")


SENTENCES = [f"Kunta kertoo kanavissaan asiasta {name}, ja hoitaja vastaa siitä työpäivän aikana." for name in "ABCDE"]


@pytest.mark.parametrize("at_top", [True, False])
@pytest.mark.parametrize("mark", ["Tuntsan kunta {}", "{}(5)", "Someohje sivu {} viestintä", "Tuntsan kunta {} (5)"])
@pytest.mark.parametrize("first", [1, 2])
def test_running_lines_of_a_text_without_page_breaks_go(mark: str, first: int, *, at_top: bool) -> None:
    lines = ["1. Alku"]
    for number, sentence in enumerate(SENTENCES, 1):
        if number >= first and at_top:
            lines.append(mark.format(number))
        lines.append(sentence)
        if number >= first and not at_top:
            lines.append(mark.format(number))
    found = from_text("\n".join([*lines, "2. Loppu", "Kysy."]))
    assert titles(found) == {"1": "Alku", "2": "Loppu"}
    assert words(" ".join(text_of(found, one) for one in "12")) == words(" ".join([*SENTENCES, "Kysy."]))


def test_lines_that_count_something_else_than_pages_stay() -> None:
    lines = ["Uusi tili 1", SENTENCES[0], "Uusi tili 4", SENTENCES[1], "Uusi tili 5", SENTENCES[2]]
    lines += ["Vaihe 1", SENTENCES[0], "Vaihe 2", SENTENCES[1], "Vaihe 3", SENTENCES[2]]
    found = from_text("\n".join(["1. Alku", *lines, "2. Loppu", "Kysy."]))
    assert [text_of(found, "1").count(word) for word in ("Uusi tili", "Vaihe")] == [3, 3]
