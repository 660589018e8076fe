"""The municipality's own questions, ``questions.jsonl``: what the content must keep answering, whoever edits it.

A line is an object: ``q``, the question as staff type it; ``sections``, the main sections that answer it, none where
the guideline is silent; and ``passes``, true once it came out right. From then on it is an error when it does not.
Other keys (``id``, ``lang``, ``kind``, ``subsection``) are for people and for ``evaluate questions``.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.domain.guideline import Guideline
from bot.knowledge.content.findings import Report, read_text
from bot.knowledge.content.question_file import FILE_NAME
from bot.knowledge.search.search import Answerability, Ranking, Search
from bot.language.detection import detect
from bot.whole_files import write_whole

_EXAMPLE = '{"q": "kuka päättää uudesta kanavasta", "sections": ["3"]}'


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question with the sections that answer it; ``passes`` records that it came out right before."""

    text: str
    sections: tuple[str, ...]
    passes: bool
    line: int


@dataclass(frozen=True, slots=True)
class CheckedQuestions:
    """What became of the questions: how many came out right, and the lines of those that are not recorded so yet."""

    asked: int = 0
    right: int = 0
    to_record: tuple[int, ...] = ()


def check_questions(folder: Path, guideline: Guideline, report: Report) -> CheckedQuestions:
    """Ask the questions of ``folder``; ``report`` gets what is malformed and what came out wrong, by line.

    One that came out right before is an error, another a warning.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return CheckedQuestions()
    questions = tuple(_read(path, guideline, report))
    search = Search(guideline)
    binding = guideline.edition.languages[0]
    right: list[OwnQuestion] = []
    for question in questions:
        ranking = search.find(question.text, detect(question.text) or binding)
        if _is_right(question, ranking):
            right.append(question)
            continue
        what = f'"{question.text}" {_said(ranking)}, {_wanted(question)}'
        if question.passes:
            report.error(path, question.line, f"{what}: it came out right before; see what the last edit took from it")
        else:
            report.warning(path, question.line, f"{what}: add ways of asking to asked.toml or topics.toml")
    return CheckedQuestions(len(questions), len(right), tuple(one.line for one in right if not one.passes))


def record(folder: Path, lines: Sequence[int]) -> None:
    """Note in the file that the questions on these lines come out right; nothing else of it changes."""
    path = folder / FILE_NAME
    content = path.read_text(encoding="utf-8").split("\n")
    for number in lines:
        item = json.loads(content[number - 1].removeprefix("\ufeff"))
        content[number - 1] = json.dumps(item | {"passes": True}, ensure_ascii=False)
    write_whole(path, "\n".join(content).encode(), path.stat().st_mode & 0o777)


def _read(path: Path, guideline: Guideline, report: Report) -> Iterator[OwnQuestion]:
    known = {section.id for sections in guideline.sections.values() for section in sections}
    seen: dict[str, int] = {}
    for line, text in enumerate((read_text(path, report) or "").split("\n"), 1):
        if not text.strip():
            continue
        question = _question(path, line, text, report)
        if question is None:
            continue
        for section in question.sections:
            if section not in known:
                report.error(path, line, f'the guideline has no section "{section}": correct "sections"')
        if (earlier := seen.setdefault(question.text, line)) != line:
            report.warning(path, line, f"the same question is on line {earlier}: keep one of them")
        yield question


def _question(path: Path, line: int, text: str, report: Report) -> OwnQuestion | None:
    try:
        item = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as problem:
        report.error(path, line, f"is not JSON, {problem}: write one object a line, such as {_EXAMPLE}")
        return None
    if not isinstance(item, dict) or not isinstance(item.get("q"), str) or not item["q"].strip():
        report.error(path, line, f'has no question: write an object with "q", such as {_EXAMPLE}')
        return None
    sections = item.get("sections")
    if not isinstance(sections, list) or not all(isinstance(one, str) for one in sections):
        report.error(path, line, '"sections" must be a list of section ids in quotes; [] where the guideline is silent')
        return None
    if not isinstance(item.get("passes", False), bool):
        report.error(path, line, '"passes" must be true or false')
        return None
    return OwnQuestion(item["q"].strip(), tuple(sections), item.get("passes", False), line)


def _is_right(question: OwnQuestion, ranking: Ranking) -> bool:
    answered = ranking.decision is Answerability.ANSWER
    return answered and ranking.sections[0] in question.sections if question.sections else not answered


def _said(ranking: Ranking) -> str:
    if ranking.decision is Answerability.ANSWER:
        return f"is answered from section {ranking.sections[0]}"
    return f"is not answered (nearest is section {ranking.sections[0]})"


def _wanted(question: OwnQuestion) -> str:
    if not question.sections:
        return "and the guideline is silent on it"
    return f"and section {' or '.join(question.sections)} answers it"
