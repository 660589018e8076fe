"""Answers from a small guideline of the tests' own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.domain.people import Person
from bot.knowledge.loader import load
from bot.knowledge.search import Decision, Search
from bot.services.access import Access
from bot.services.answers import QUESTION_LIMIT, Answers
from bot.services.delivery import Delivered, Delivery, Reason, Retry, Unreachable
from bot.services.notices import Notice, QuestionForSecretary
from tests.unit.test_services_support import AT, FIRST, ICT, staff, store_of

FILES = {
    "guideline.toml": 'version = "1"\nlanguages = ["fi", "sv"]\n\n[duties]\npasswords = "2.1"\n',
    "fi/1.md": "---\nid: 1\ntitle: Kuvat\n---\nKuvan julkaisemiseen pyydetään lupa siltä, joka kuvassa on.\n",
    "fi/2.md": (
        "---\nid: 2\ntitle: Tietoturva\n---\nTilit pidetään turvassa.\n\n"
        "## Salasanat {#2.1}\nSalasana vaihdetaan kahdesti vuodessa. Salasanaa ei lähetetä sähköpostilla.\n"
    ),
    "fi/3.md": "---\nid: 3\ntitle: Kommentit\n---\nKommenttiin vastataan kahden työpäivän kuluessa.\n",
    "fi/4.md": "---\nid: 4\ntitle: Kriisit\n---\nKriisissä viestintä on kunnanjohtajan vastuulla.\n",
    "sv/2.md": "---\nid: 2\ntitle: Datasäkerhet\n---\n## Lösenord {#2.1}\nLösenordet byts två gånger om året.\n",
}


@dataclass
class Postman:
    """Delivers to some; the others get the outcome given for them."""

    outcomes: dict[str, Delivery] = field(default_factory=dict)
    sent: list[tuple[str, Notice, datetime]] = field(default_factory=list)

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        self.sent.append((person.id, notice, at))
        return self.outcomes.get(person.id, Delivered())


def answers_of(folder: Path, postman: Postman | None = None, secretaries: tuple[str, ...] = ()) -> Answers:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    guideline = load(folder)
    return Answers(guideline, Search(guideline), store_of(), Access(secretaries), postman or Postman())


def test_what_the_guideline_says_is_quoted_with_its_section(tmp_path: Path) -> None:
    answers = answers_of(tmp_path)
    answer = answers.ask("  kuinka usein salasana vaihdetaan?\n", Language.FI)

    assert answer.decision is Decision.ANSWER
    assert (answer.hits[0].section.id, answer.hits[0].subsection.id) == ("2", "2.1")
    assert answer.quote == ("Salasana vaihdetaan kahdesti vuodessa.", "Salasanaa ei lähetetä sähköpostilla.")
    assert (answer.question, answer.language) == ("kuinka usein salasana vaihdetaan?", Language.FI)
    assert answer.edition == answers.guideline.edition
    assert 0 < answer.confidence <= 1


@pytest.mark.parametrize("question", ["", "   ", "qwerty zxcvb", "???", "\x00\u202e", "🎉" * 5000])
def test_what_the_guideline_does_not_say_is_not_answered_but_sections_are_near(tmp_path: Path, question: str) -> None:
    answer = answers_of(tmp_path).ask(question, Language.FI)
    assert answer.decision is Decision.NOT_COVERED
    assert answer.quote == ()
    assert len(answer.sections) == 3


def test_the_nearest_sections_are_named_once_each(tmp_path: Path) -> None:
    answer = answers_of(tmp_path).ask("tilit ja salasanat turvassa", Language.FI)
    assert answer.sections[0].id == "2"
    assert len({section.id for section in answer.sections}) == len(answer.sections)


def test_a_question_is_read_to_its_limit(tmp_path: Path) -> None:
    answer = answers_of(tmp_path).ask("a" * QUESTION_LIMIT + " salasana", Language.FI)
    assert answer.question == "a" * QUESTION_LIMIT
    assert answer.decision is Decision.NOT_COVERED


def test_a_passage_is_read_in_the_language_asked_for_else_in_the_binding_one(tmp_path: Path) -> None:
    answers = answers_of(tmp_path)
    swedish, finnish = answers.passage("2.1", Language.SV), answers.passage("1", Language.SV)
    assert swedish is not None
    assert finnish is not None
    assert (swedish.section.title, swedish.subsection.title) == ("Datasäkerhet", "Lösenord")
    assert finnish.subsection.title == "Kuvat"
    assert finnish.subsection.text == "Kuvan julkaisemiseen pyydetään lupa siltä, joka kuvassa on."


@pytest.mark.parametrize("subsection", ["", "2.9", "Salasanat", "../1"])
def test_a_passage_that_is_not_there_is_none(tmp_path: Path, subsection: str) -> None:
    assert answers_of(tmp_path).passage(subsection, Language.FI) is None


def test_a_duty_is_the_passage_that_lays_it_down(tmp_path: Path) -> None:
    answers = answers_of(tmp_path)
    assert answers.duty("passwords", Language.FI) == answers.passage("2.1", Language.FI)
    assert answers.duty("passwords", Language.FI) is not None
    assert answers.duty("singing", Language.FI) is None


async def test_a_question_reaches_the_secretaries_with_the_nearest_sections(tmp_path: Path) -> None:
    postman = Postman()
    answers = answers_of(tmp_path, postman, ("slack:U0ICT0001", "it@kunta.example"))

    forwarded = await answers.ask_secretary(staff(FIRST), " Saako salasanan jakaa? ", Language.FI, AT)

    assert [person.label for person in forwarded.reached] == ["ICT-sihteeri", "it@kunta.example"]
    assert forwarded.not_reached == ()
    nearest = answers.ask("Saako salasanan jakaa?", Language.FI).sections
    notice = QuestionForSecretary(FIRST, "Saako salasanan jakaa?", nearest)
    assert postman.sent == [(person.id, notice, AT) for person in forwarded.reached]


@pytest.mark.parametrize("outcome", [Unreachable(Reason.NO_SURFACE), Retry(AT)])
async def test_a_secretary_who_was_not_reached_is_said_so(tmp_path: Path, outcome: Delivery) -> None:
    answers = answers_of(tmp_path, Postman({ICT.id: outcome}), ("slack:U0ICT0001", "it@kunta.example"))
    forwarded = await answers.ask_secretary(staff(FIRST), "Saako?", Language.FI, AT)
    assert forwarded.not_reached == (ICT,)
    assert [person.email for person in forwarded.reached] == ["it@kunta.example"]


async def test_where_there_is_no_secretary_nobody_is_reached(tmp_path: Path) -> None:
    postman = Postman()
    forwarded = await answers_of(tmp_path, postman).ask_secretary(staff(FIRST), "Saako?", Language.FI, AT)
    assert (forwarded.reached, forwarded.not_reached, postman.sent) == ((), (), [])
