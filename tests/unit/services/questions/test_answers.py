"""Answers from a small guideline of the tests' own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.knowledge.content.loader import load
from bot.knowledge.search.search import Answerability, Search
from bot.services.questions.answers import QUESTION_LIMIT, Answers

FILES = {
    "guideline.toml": 'version = "1"\nlanguages = ["fi", "sv"]\n\n[duties]\nsecret_information = "2.1"\n',
    "fi/1.md": "---\nid: 1\ntitle: Kuvat\n---\nKuvan julkaisemiseen pyydetään lupa siltä, joka kuvassa on.\n",
    "fi/2.md": (
        "---\nid: 2\ntitle: Tietoturva\n---\nTilit pidetään turvassa.\n\n"
        "## Salasanat {#2.1}\nSalasana vaihdetaan kahdesti vuodessa. Salasanaa ei lähetetä sähköpostilla.\n"
    ),
    "fi/3.md": "---\nid: 3\ntitle: Kommentit\n---\nKommenttiin vastataan kahden työpäivän kuluessa.\n",
    "fi/4.md": "---\nid: 4\ntitle: Kriisit\n---\nKriisissä viestintä on kunnanjohtajan vastuulla.\n",
    "sv/2.md": "---\nid: 2\ntitle: Datasäkerhet\n---\n## Lösenord {#2.1}\nLösenordet byts två gånger om året.\n",
}


def answers_of(folder: Path) -> Answers:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    guideline = load(folder)
    return Answers(guideline, Search(guideline))


def test_what_the_guideline_says_is_quoted_with_its_section(tmp_path: Path) -> None:
    answers = answers_of(tmp_path)
    answer = answers.ask("  kuinka usein salasana vaihdetaan?\n", Language.FI)

    assert answer.decision is Answerability.ANSWER
    assert (answer.hits[0].section.id, answer.hits[0].subsection.id) == ("2", "2.1")
    assert answer.quote == ("Salasana vaihdetaan kahdesti vuodessa.", "Salasanaa ei lähetetä sähköpostilla.")
    assert (answer.question, answer.language) == ("kuinka usein salasana vaihdetaan?", Language.FI)
    assert answer.edition == answers.guideline.edition
    assert 0 < answer.confidence <= 1


def test_what_the_guideline_does_not_say_is_not_answered_but_sections_are_near(tmp_path: Path) -> None:
    answer = answers_of(tmp_path).ask("milloin tilit avataan turvassa olevalle henkilölle", Language.FI)
    assert answer.decision is not Answerability.ANSWER
    assert answer.quote == ()
    assert answer.sections


@pytest.mark.parametrize(
    "question", ["", "   ", "qwerty zxcvb", "???", "\x00\u202e", "🎉" * 5000, "miten niin?", "får man", "who? why?"]
)
def test_what_says_nothing_is_asked_back_and_no_section_is_near(tmp_path: Path, question: str) -> None:
    answer = answers_of(tmp_path).ask(question, Language.FI)
    assert answer.decision is Answerability.CANDIDATES
    assert answer.is_unclear
    assert answer.quote == ()


def test_the_nearest_sections_are_named_once_each(tmp_path: Path) -> None:
    answer = answers_of(tmp_path).ask("tilit ja salasanat turvassa", Language.FI)
    assert answer.sections[0].id == "2"
    assert len({section.id for section in answer.sections}) == len(answer.sections)


def test_a_question_is_read_to_its_limit(tmp_path: Path) -> None:
    answer = answers_of(tmp_path).ask("a" * QUESTION_LIMIT + " salasana", Language.FI)
    assert answer.question == "a" * QUESTION_LIMIT
    assert answer.decision is not Answerability.ANSWER


def test_a_passage_is_read_in_the_language_asked_for_else_in_the_binding_one(tmp_path: Path) -> None:
    answers = answers_of(tmp_path)
    swedish, finnish = answers.book.passage("2.1", Language.SV), answers.book.passage("1", Language.SV)
    assert swedish is not None
    assert finnish is not None
    assert (swedish.section.title, swedish.subsection.title) == ("Datasäkerhet", "Lösenord")
    assert finnish.subsection.title == "Kuvat"
    assert finnish.subsection.text == "Kuvan julkaisemiseen pyydetään lupa siltä, joka kuvassa on."


@pytest.mark.parametrize("subsection", ["", "2.9", "Salasanat", "../1"])
def test_a_passage_that_is_not_there_is_none(tmp_path: Path, subsection: str) -> None:
    assert answers_of(tmp_path).book.passage(subsection, Language.FI) is None


def test_a_duty_is_the_passage_that_lays_it_down(tmp_path: Path) -> None:
    answers = answers_of(tmp_path)
    assert answers.duty("secret_information", Language.FI) == answers.book.passage("2.1", Language.FI)
    assert answers.duty("secret_information", Language.FI) is not None
    assert answers.duty("singing", Language.FI) is None
