"""How often the right section is found, beside BM25 with Snowball stems, on the same questions in one run."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bot.commands.evaluation.scoring import Scored, ScoresByName, question_scores
from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.knowledge.content.loader import load
from bot.knowledge.search.confidence import Answerability
from bot.knowledge.search.search import Search
from bot.language.detection import detect
from tests.bench.baseline import SnowballBm25
from tests.bench.figures import Figure, Figures
from tests.bench.typing_errors import mistyped, without_umlauts
from tests.conftest import ROOT, SHARED

TYPOS = 5
"""How often each question is mistyped, each time in another way: once alone would be left to chance."""
OTHERS = ROOT / "tests/data/questions/others/questions.jsonl"
"""Questions that nothing is set by, so that they tell what to expect of other people's wording."""
_GOALS = {
    "recall@1": ">= 0.85",
    "recall@3": ">= 0.95",
    "abstention_balanced_accuracy": ">= 0.85",
    "answers_citing_a_right_section": ">= 0.93",
}


@dataclass(frozen=True)
class Question:
    """A question with the main sections that answer it, none where the guideline is silent."""

    text: str
    sections: tuple[str, ...]


def questions_in(paths: Iterable[Path]) -> list[Question]:
    """The questions of JSONL files."""
    lines = (line for path in sorted(paths) for line in path.read_text(encoding="utf-8").splitlines())
    return [Question(item["q"], tuple(item["sections"])) for item in map(json.loads, lines)]


def finding_figures() -> Figures:
    """On our own questions and, where they are there, on the development questions and on strangers' questions."""
    guideline = load(ROOT / "knowledge" / "suomussalmi")
    figures = _guideline_figures("own", guideline, questions_in((ROOT / "tests/data/questions").glob("*.jsonl")))
    figures |= _guideline_figures("others", guideline, questions_in([OTHERS]))
    if (SHARED / "eval").is_dir():
        figures |= _guideline_figures("dev", guideline, questions_in([SHARED / "eval/questions-dev.jsonl"]))
        figures |= _strangers_figures(SHARED / "eval/public/tydi-fi-dev.json")
    return figures


def scores_of(search: Search, questions: Sequence[Question]) -> ScoresByName:
    """As ``evaluate questions`` scores them; the language has to be found."""
    results = []
    for question in questions:
        ranking = search.find(question.text, detect(question.text) or Language.FI)
        reply = {"answered": ranking.decision is Answerability.ANSWER, "sections": ranking.sections}
        results.append(Scored({"sections": question.sections}, reply))
    return question_scores(results)


def _guideline_figures(name: str, guideline: Guideline, questions: Sequence[Question]) -> Figures:
    search = Search(guideline)
    plain = scores_of(search, questions)
    figures = {f"{name}_{key}": Figure(plain[key].value, "", goal) for key, goal in _GOALS.items()}
    baselines = {language: SnowballBm25(guideline, language) for language in Language}
    figures[f"{name}_snowball_recall@1"] = Figure(
        recall(questions, lambda text: baselines[detect(text) or Language.FI].sections(text)), ""
    )
    return figures | {
        f"{name}_lost_by_{change}": Figure(
            plain["recall@1"].value - scores_of(search, run(questions))["recall@1"].value, "", goal
        )
        for change, (run, goal) in _changes().items()
    }


def _changes() -> Mapping[str, tuple[Callable[[Sequence[Question]], list[Question]], str]]:
    return {"typo": (_mistyped, "<= 0.05"), "umlauts": (_without_umlauts, "<= 0.02")}


def _mistyped(questions: Sequence[Question]) -> list[Question]:
    return [
        replace(question, text=mistyped(question.text, random.Random(f"{time} {question.text}")))  # noqa: S311  # no secret
        for time in range(TYPOS)
        for question in questions
    ]


def _without_umlauts(questions: Sequence[Question]) -> list[Question]:
    return [replace(question, text=without_umlauts(question.text)) for question in questions]


def recall(questions: Sequence[Question], find: Callable[[str], Sequence[str]]) -> float:
    """The share of the questions that a section answers whose first section found is right."""
    covered = [question for question in questions if question.sections]
    return sum(next(iter(find(one.text)), None) in one.sections for one in covered) / len(covered)


def _strangers_figures(path: Path) -> Figures:
    guideline, questions = strangers(path)
    search, baseline = Search(guideline), SnowballBm25(guideline, Language.FI)

    def find(text: str) -> tuple[str, ...]:
        return search.find(text, Language.FI).sections

    found, beside = recall(questions, find), recall(questions, baseline.sections)
    return {
        "strangers_recall@1": Figure(found, ""),
        "strangers_snowball_recall@1": Figure(beside, ""),
        "strangers_above_snowball": Figure(found - beside, "", ">= 0.03"),
    } | {
        f"strangers_lost_by_{change}": Figure(found - recall(run(questions), find), "", goal)
        for change, (run, goal) in _changes().items()
    }


@cache
def strangers(path: Path) -> tuple[Guideline, list[Question]]:
    """Passages of a SQuAD file as a knowledge folder of one section each, with the questions on them."""
    sections: dict[tuple[str, str], str] = {}
    questions = []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            section = sections.setdefault((article["title"], paragraph["context"]), str(len(sections) + 1))
            questions += [Question(one["question"], (section,)) for one in paragraph["qas"]]
    with tempfile.TemporaryDirectory() as folder:
        write_folder(Path(folder), {section: texts for texts, section in sections.items()})
        return load(Path(folder)), questions


def write_folder(folder: Path, sections: Mapping[str, tuple[str, str]]) -> None:
    """A knowledge folder in Finnish: title and text of each section by its id."""
    (folder / "fi").mkdir(parents=True)
    for section, (title, text) in sections.items():
        # JSON is YAML too, and needs no thought about quotation marks.
        front = f"---\nid: {json.dumps(section)}\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n"
        (folder / "fi" / f"{section}.md").write_text(front + _escaped(text) + "\n", encoding="utf-8")


def _escaped(text: str) -> str:
    """``text`` as a paragraph of Markdown that reads as it is written."""
    return " ".join("".join(f"\\{char}" if char in "\\`*_{}[]<>()#+-.!|~&" else char for char in text).split())
