"""What staff ask that has nothing to do with social media is not answered with a passage of the guideline.

The questions were written by somebody who had seen no line of ours; half of them use a guideline's own frames (who is
responsible for, may I in working hours) on something else. Of those that set the signs of confidence, none is here.
"""

from __future__ import annotations

from functools import cache

import pytest

from bot.domain.language import Language
from bot.knowledge.content.loader import load
from bot.knowledge.search.confidence import Answerability
from bot.knowledge.search.search import Search
from bot.language.detection import detect
from tests.bench.finding import Question, questions_in
from tests.conftest import ROOT
from tests.support.invented import search, written_in

QUESTIONS = questions_in([ROOT / "tests/data/questions/elsewhere/measured.jsonl"])
STRANGE = ("a", "c", "d", "f", "l")


@cache
def ours() -> Search:
    return Search(load(ROOT / "knowledge/suomussalmi"))


def answered(found: Search, binding: Language) -> list[Question]:
    """The questions that are answered with a passage."""
    rankings = ((one, found.find(one.text, detect(one.text) or binding)) for one in QUESTIONS)
    return [one for one, ranking in rankings if ranking.decision is Answerability.ANSWER]


def test_the_own_guideline_answers_one_in_fifteen_at_most() -> None:
    assert len(answered(ours(), Language.FI)) <= len(QUESTIONS) / 15


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_guideline_answers_one_in_fifteen_at_most(name: str) -> None:
    assert len(answered(search(name), written_in(name))) <= len(QUESTIONS) / 15
