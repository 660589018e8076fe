"""How the constants of `bot.knowledge.confidence` were made: ``python -m tests.bench.calibrate`` prints them anew.

Two kinds of questions with known sections: those in ``tests/data/questions``, whose authors had not seen the content
they are matched with, and the content's own, each found without itself (a fifth of the questions and a tenth of the
topics are left out at a time; of what is off topic for any guideline, a fifth of the questions). The first are easier
than what staff will ask, the second harder; together they count for as much as each other. A logistic
regression on the signs says how likely the best section is right.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np
import numpy.typing as npt

from bot.domain.guideline import Guideline, Phrasing
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.loader import load
from bot.knowledge.search.confidence import ANSWER_FROM
from bot.knowledge.search.confirmed import LINES
from bot.knowledge.search.search import Search
from bot.language.detection import detect
from tests.conftest import ROOT

Floats = npt.NDArray[np.float64]
FOLDS = 5
TOPIC_FOLDS = 10
STEPS = 30
RIDGE = 0.01
THRESHOLDS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)


@dataclass(frozen=True)
class Case:
    """A question with the sections that answer it, none where the guideline is silent."""

    text: str
    language: Language | None
    sections: frozenset[str]


@dataclass(frozen=True)
class Seen:
    """The language and the signs of a case, whether the guideline covers it, and whether the best section answers."""

    language: Language
    signs: tuple[float, ...]
    covered: bool
    right: bool


def own_questions() -> list[Case]:
    """Those in ``tests/data/questions``, as they would be typed: the language has to be found."""
    lines = [
        line
        for path in sorted((ROOT / "tests/data/questions").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    items = [json.loads(line) for line in lines]
    return [Case(item["q"], detect(item["q"]), frozenset(item["sections"])) for item in items]


def without(guideline: Guideline, fold: int) -> tuple[Guideline, list[Case]]:
    """The guideline without a fold of its questions and topics, and these as cases."""
    kept, cases = {}, []
    for language, phrasing in guideline.phrasings.items():
        asked = {}
        for subsection, texts in phrasing.asked.items():
            asked[subsection] = tuple(text for place, text in enumerate(texts) if place % FOLDS != fold)
            section = frozenset({subsection.split(".")[0]})
            cases += [Case(text, language, section) for text in texts[fold::FOLDS]]
        topics = []
        of_all = [
            replace(subject.topic, asked=subject.asked[:LINES])
            for subject in common.subjects(language)
            if subject.off_topic
        ]
        for place, topic in enumerate((*phrasing.topics, *of_all)):
            if place % TOPIC_FOLDS == fold and topic not in of_all:  # what is off topic is known to every guideline
                cases += [Case(text, language, frozenset()) for text in topic.asked]
                continue
            topics.append(replace(topic, asked=tuple(t for at, t in enumerate(topic.asked) if at % FOLDS != fold)))
            cases += [Case(text, language, frozenset()) for text in topic.asked[fold::FOLDS]]
        kept[language] = Phrasing(asked, tuple(topics), phrasing.synonyms)
    return replace(guideline, phrasings=kept), cases


def seen(search: Search, cases: Sequence[Case]) -> Iterator[Seen]:
    """What the search makes of the cases."""
    for case in cases:
        language = case.language or Language.FI
        _, match = search.match(case.text, language)
        best = search.find(case.text, language).sections[0]
        if match.signs is not None:
            yield Seen(language, astuple(match.signs), bool(case.sections), best in case.sections)


def fitted(signs: Floats, right: Floats, weights: Floats) -> Floats:
    """The constant and the weights of a logistic regression, by Newton's method with a little ridge."""
    columns = np.column_stack([np.ones(len(signs)), signs])
    found = np.zeros(columns.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-columns @ found))
        slope = columns.T @ (weights * (right - likely)) - RIDGE * found
        curve = (columns * (weights * likely * (1 - likely))[:, None]).T @ columns + RIDGE * np.eye(len(found))
        found = found + np.linalg.solve(curve, slope)
    return found


def report(name: str, cases: Sequence[Seen], found: Floats) -> None:
    """Print how well the confidence decides at some thresholds.

    Of what is answered, which share cites a right section: of all, and of what the guideline covers; then false answers
    and false refusals.
    """
    signs = np.array([case.signs for case in cases])
    likely = 1 / (1 + np.exp(-found[0] - signs @ found[1:]))
    covered = np.array([case.covered for case in cases])
    right = np.array([case.right for case in cases])
    print(f"{name}: {len(cases)} questions, {covered.sum()} covered, best section right {right[covered].mean():.3f}")
    for threshold in sorted({*THRESHOLDS, ANSWER_FROM}):
        answered = likely >= threshold
        wrongly, refused = answered[~covered].mean(), (~answered[covered]).mean()
        cited, cited_covered = right[answered].mean(), right[answered & covered].mean()
        print(
            f"  from {threshold:.2f}: citing right {cited:.3f}, of what is covered {cited_covered:.3f}; "
            f"balanced {1 - (wrongly + refused) / 2:.3f}: false answers {wrongly:.3f}, false refusals {refused:.3f}"
        )


def main() -> None:
    """Print the constants, and how well they decide."""
    guideline = load(ROOT / "knowledge" / "suomussalmi")
    own = list(seen(Search(guideline), own_questions()))
    held_out: list[Seen] = []
    for fold in range(FOLDS):
        reduced, cases = without(guideline, fold)
        held_out += seen(Search(reduced), cases)
    every = own + held_out
    weights = np.array([1 / len(own)] * len(own) + [1 / len(held_out)] * len(held_out)) * len(own)
    found = fitted(np.array([case.signs for case in every]), np.array([float(case.right) for case in every]), weights)
    print(f"_CONSTANT: Final = {found[0]:.2f}")
    print(f"_WEIGHTS: Final = Signs({', '.join(f'{value:.2f}' for value in found[1:])})")
    for name, some in (("tests/data/questions", own), ("left out of knowledge/", held_out)):
        report(name, some, found)
        for language in Language:
            report(f"{name}, {language}", [case for case in some if case.language is language], found)


if __name__ == "__main__":
    main()
