"""Questions that were answered beside the guideline, found again in other words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.knowledge.confidence import Decision
from bot.knowledge.entries import Entry
from bot.knowledge.loader import load
from bot.knowledge.search import Search
from tests.conftest import ROOT

FI, SV = Language.FI, Language.SV
PASSWORD = Entry(
    "password", FI, ("saako tilin salasanan antaa kesätyöntekijälle",), "Ei. Kesätyöntekijä lisätään tilin käyttäjäksi."
)
CAMERA = Entry("camera", SV, ("var kan man låna en kamera",), "Biblioteket lånar ut kameror till personalen.")


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(load(ROOT / "knowledge"))


@pytest.mark.parametrize("question", [PASSWORD.asked[0], "voiko kesätyöntekijälle kertoa tilin salasanan"])
def test_an_answered_question_is_found_also_in_other_words(search: Search, question: str) -> None:
    ranking = search.with_entries([CAMERA, PASSWORD]).find(question, FI)
    assert (ranking.entry, ranking.decision) == (PASSWORD, Decision.ANSWER)
    assert ranking.sections
    assert search.find(question, FI).entry is None


def test_an_entry_is_found_whatever_language_the_question_was_taken_for(search: Search) -> None:
    assert search.with_entries([PASSWORD, CAMERA]).find("kan man låna kamera", FI).entry == CAMERA


@pytest.mark.parametrize("question", ["kuka päättää uuden kanavan avaamisesta", "pitääkö sivuja päivittää", "", "???"])
def test_what_the_guideline_answers_is_answered_by_it(search: Search, question: str) -> None:
    assert search.with_entries([PASSWORD, CAMERA]).find(question, FI).entry is None


def test_entries_replace_those_there_were(search: Search) -> None:
    first = search.with_entries([PASSWORD])
    assert first.with_entries([CAMERA]).find(PASSWORD.asked[0], FI).entry is None
    assert first.find(PASSWORD.asked[0], FI).entry == PASSWORD


def test_an_entry_in_a_language_without_text_is_found_too(tmp_path: Path) -> None:
    (tmp_path / "fi").mkdir()
    (tmp_path / "fi/1.md").write_text("---\nid: 1\ntitle: Kuvat\n---\nKuvaan kysytään lupa.\n", encoding="utf-8")
    assert Search(load(tmp_path)).with_entries([CAMERA]).find("var kan man låna en kamera", SV).entry == CAMERA
