"""Of a list that holds many rules, the rule that answers is quoted: questions on the checklist, in three languages."""

from __future__ import annotations

import json

import pytest

from bot.domain.language import Language
from bot.knowledge.content.loader import load
from bot.knowledge.search.search import Search
from tests.conftest import ROOT

QUESTIONS = ROOT / "tests/data/questions/checklist/questions.jsonl"


@pytest.fixture(scope="module")
def quoted() -> list[tuple[Language, bool]]:
    """Of each question, its language and whether the right item is among what is quoted of the checklist."""
    guideline = load(ROOT / "knowledge/suomussalmi")
    search = Search(guideline)
    found = []
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        language = Language(item["lang"])
        located = guideline.locate("6.7", language)
        assert located is not None
        right = located[1].items_by_id[item["fact"]]
        found.append((language, right in search.best_passage(item["q"], located[1], language)))
    return found


def test_the_item_that_answers_is_quoted(quoted: list[tuple[Language, bool]]) -> None:
    assert sum(right for _, right in quoted) / len(quoted) >= 0.9


@pytest.mark.parametrize("language", Language)
def test_the_item_that_answers_is_quoted_in_each_language(
    quoted: list[tuple[Language, bool]], language: Language
) -> None:
    rights = [right for one, right in quoted if one is language]
    assert len(rights) == 20
    assert sum(rights) / len(rights) >= 0.85
