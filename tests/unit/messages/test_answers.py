"""What people read where the guideline answers, may answer, or is silent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.knowledge.content.loader import load
from bot.knowledge.search.confidence import Answerability
from bot.knowledge.search.search import Search
from bot.messages.model import Verb, presses
from bot.messages.plain_text import plain_text
from bot.messages.questions.answers import answer
from bot.services.questions.answers import Answers
from tests.unit.knowledge.support import TOML, folder_of

FILES = {
    "guideline.toml": TOML.replace('["fi"]', '["fi", "sv", "en"]'),
    "fi/1.md": "---\nid: 1\ntitle: Kuvat\n---\nKuvan julkaisemiseen pyydetään lupa siltä, joka kuvassa on.\n",
    "fi/2.md": "---\nid: 2\ntitle: Viestit\n---\nViesteihin vastataan kahden työpäivän kuluessa.\n",
    "fi/topics.toml": (
        '[lunch]\ntitle = "Ruokailu"\nask = "keittiö"\nasked = ["mitä ruokana tänään", "milloin ruokatunti on"]\n'
        '[weather]\ntitle = "Sää"\nasked = ["sataako huomenna"]\n'
    ),
    "sv/1.md": "---\nid: 1\ntitle: Bilder\n---\nBe om lov av den som syns på bilden.\n",
    "en/1.md": "---\nid: 1\ntitle: Pictures\n---\nAsk for permission of whoever is in the picture.\n",
    "en/topics.toml": '[lunch]\ntitle = "Lunch"\nask = "the kitchen"\nasked = ["what is for lunch today"]\n',
}


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    guideline = load(folder_of(tmp_path, FILES))
    return Answers(guideline, Search(guideline))


def test_what_the_guideline_does_not_cover_is_named_with_whom_to_ask_and_no_section_comes_near(
    answers: Answers,
) -> None:
    result = answers.ask("mitä on ruokana", Language.FI)
    message = answer(result, shareable=False)
    assert result.decision is Answerability.NOT_COVERED
    said = plain_text(message)
    assert "Aihe: Ruokailu." in said
    assert "Lisätietoja: keittiö." in said
    assert [one.action.verb for one in presses(message)] == [Verb.ASK_SECRETARY]


def test_a_topic_without_anybody_to_ask_is_only_named(answers: Answers) -> None:
    said = plain_text(answer(answers.ask("sataako huomenna", Language.FI), shareable=False))
    assert "Aihe: Sää." in said
    assert "Asiassa auttaa" not in said


def test_the_topic_is_named_in_the_language_of_the_reply(answers: Answers) -> None:
    said = plain_text(answer(answers.ask("what is for lunch today", Language.EN), shareable=False))
    assert "Topic: Lunch." in said
    assert "Ask the kitchen." in said


def test_where_nothing_is_known_the_guideline_is_not_said_to_be_silent(answers: Answers) -> None:
    said = plain_text(answer(answers.ask("qwerty zxcvb", Language.FI), shareable=False))
    assert "Ohjeessa ei sanota tästä mitään." not in said
    assert "En ymmärtänyt" in said
    assert "Kysy ICT-sihteeriltä" in said


def test_what_has_no_words_of_its_own_is_asked_back_and_goes_to_nobody(answers: Answers) -> None:
    said = plain_text(answer(answers.ask("miksi näin?", Language.FI), shareable=False))
    assert "En ymmärtänyt" in said
    assert "ICT" not in said


def test_a_doubtful_question_is_asked_back_with_a_button_for_each_section(answers: Answers) -> None:
    result = replace(answers.ask("kuvan lupa", Language.FI), decision=Answerability.CANDIDATES)
    said = plain_text(answer(result, shareable=False))
    assert "Tarkoititko jotakin näistä?" in said
    assert "1 Kuvat [Lue]" in said
