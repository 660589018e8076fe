"""The examples of what people answer as files: what is read, and what is told by file and line."""

from __future__ import annotations

from pathlib import Path

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.findings import Report
from bot.knowledge.content.wording.answers import Answers, check_answers, read_answers
from bot.understanding.learnt.answer_model import KINDS

WHOLE = '[asked]\nyes = ["count me in"]\nno = ["not me"]\n'


def read(folder: Path, text: str, report: Report, name: str = "en.toml") -> Answers:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_answers(path, report)


def test_answers_are_read_by_question_and_by_what_they_say(tmp_path: Path) -> None:
    report = Report()
    found = read(tmp_path, WHOLE, report)
    check_answers([found])
    assert found.by_question == {"asked": {"yes": ("count me in",), "no": ("not me",)}}
    assert not report.findings


def test_answers_that_one_language_lacks_are_told_there(tmp_path: Path) -> None:
    report = Report()
    short = read(tmp_path, '[asked]\nyes = ["gärna"]\n', report, "sv.toml")
    check_answers([read(tmp_path, WHOLE, report), short])
    (finding,) = report.findings
    assert finding.path.name == "sv.toml"
    assert '"asked.no" has answers elsewhere, and none here' in finding.message


def test_an_answer_that_says_two_things_is_told(tmp_path: Path) -> None:
    report = Report()
    check_answers([read(tmp_path, WHOLE + 'more = ["Not me!"]\n', report)])
    assert [one.path.name for one in report.findings] == ["en.toml"]


def test_every_kind_has_answers_in_every_language() -> None:
    for language in Language:
        answers = common.answers(language)
        assert {question: set(kinds) for question, kinds in answers.items()} == {
            question.value: {said.value for said in kinds} for question, kinds in KINDS.items()
        }
