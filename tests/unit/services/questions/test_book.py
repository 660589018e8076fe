"""The guideline as a book: every part is reached, by turning pages and by its number, in any language."""

from __future__ import annotations

import pytest

from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.services.questions.book import Book, Chapter, Passage
from tests.support.bot_in_memory import answers_of_ours
from tests.support.invented import guideline

BOOKS = {"ours": answers_of_ours().guideline, **{name: guideline(name) for name in "abcd"}}


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("language", list(Language))
def test_turning_pages_reads_the_whole_book_once_and_in_its_order(name: str, language: Language) -> None:
    of: Guideline = BOOKS[name]
    book = Book(of)
    written = book.contents(language).written
    every = [one.id for _, one in of.passages(written)]
    page, read = book.passage(every[0], language), []
    while page is not None:
        read.append(page.subsection.id)
        assert (page.written, page.language) == (written, language)
        page = book.passage(page.after.id, language) if page.after else None
    assert read == every


@pytest.mark.parametrize("name", BOOKS)
def test_every_part_is_found_by_its_number_and_by_its_title(name: str) -> None:
    book = Book(BOOKS[name])
    language = book.languages[0]
    for section in book.contents(language).sections:
        found = book.find(section.id, language)
        assert isinstance(found, Chapter) == (len(section.subsections) > 1)
        assert found is not None
        assert found.section == section
        for one in section.subsections:
            part = book.find(one.id, language)
            assert isinstance(part, Passage) or one.id == section.id
            assert book.find(one.title, language) is not None


@pytest.mark.parametrize("part", ["99", "4.99", "0.0.0", "", "xyzzy"])
def test_what_is_not_in_the_book_is_not_found(part: str) -> None:
    assert Book(BOOKS["ours"]).find(part, Language.FI) is None
