"""How the constants for `LinkSigns` were made: ``python -m tests.bench.calibrate_links`` prints them anew.

Three kinds of questions: those on the invented guidelines, which no author of the subjects has seen; those on our own
guideline, which for this has nothing but its text, in each language; and those of staff's that have nothing to do with
social media, many of them in a guideline's own frames, to each invented guideline. The latter two count a tenth, for
they are many. A logistic regression on the signs says how likely the best section is right; with one invented guideline
left out in turn, it tells what to expect of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np

from bot.domain.language import Language
from bot.knowledge.content.loader import load
from bot.knowledge.search.confidence import ANSWER_FROM, LinkSigns
from bot.knowledge.search.search import Search
from bot.language.detection import detect
from tests.bench.calibrate import Floats, fitted
from tests.bench.finding import OTHERS, Question, questions_in
from tests.conftest import ROOT
from tests.support.invented import DOCUMENTS, questions, search, written_in

THRESHOLDS = (0.5, 0.55, 0.6, ANSWER_FROM, 0.7, 0.75)
OWN_WEIGHT = ELSEWHERE_WEIGHT = 0.1
ELSEWHERE = ROOT / "tests/data/questions/elsewhere/calibrating.jsonl"


@dataclass(frozen=True)
class Seen:
    """Of each question: the signs, whether the best section is right, whether any is; and what each counts for."""

    signs: Floats
    right: Floats
    covered: Floats
    weight: float


def signs_of(found: Search, written: Language, asked: Iterable[Question], weight: float) -> Seen:
    """What ``found``, a guideline in the language ``written``, makes of the questions ``asked``."""
    rows, right, covered = [], [], []
    for one in asked:
        language = detect(one.text) or written
        _, match = found.match(one.text, language)
        assert isinstance(match.signs, LinkSigns)
        rows.append(astuple(match.signs))
        right.append(found.find(one.text, language).sections[0] in one.sections)
        covered.append(bool(one.sections))
    return Seen(np.array(rows), np.array(right, float), np.array(covered, float), weight)


def invented(name: str) -> Seen:
    """What is made of the questions on the invented guideline ``name``."""
    asked = [Question(one.text, one.sections) for one in questions(name)]
    return signs_of(search(name), written_in(name), asked, 1.0)


def own() -> list[Seen]:
    """The same of our own guideline in each language, without what is written of how staff ask."""
    asked = questions_in([*(ROOT / "tests/data/questions").glob("*.jsonl"), OTHERS])
    guideline = load(ROOT / "knowledge/suomussalmi")
    bare = [
        replace(guideline, phrasings={}, links={}, sections={language: guideline.sections[language]})
        for language in Language
    ]
    return [signs_of(Search(one), language, asked, OWN_WEIGHT) for one, language in zip(bare, Language, strict=True)]


def elsewhere(name: str) -> Seen:
    """What is made of questions that have nothing to do with social media, on the invented guideline ``name``."""
    return signs_of(search(name), written_in(name), questions_in([ELSEWHERE]), ELSEWHERE_WEIGHT)


def constants(seen: Sequence[Seen]) -> Floats:
    """The constant and the weights that tell best whether the best section is right."""
    signs, right = np.concatenate([one.signs for one in seen]), np.concatenate([one.right for one in seen])
    return fitted(signs, right, np.repeat([one.weight for one in seen], [len(one.right) for one in seen]))


def main() -> None:
    """Print the constants, and how well they decide."""
    strange, ours = {name: invented(name) for name in DOCUMENTS}, own()
    off_topic = {name: elsewhere(name) for name in DOCUMENTS}
    found = constants([*strange.values(), *off_topic.values(), *ours])
    print("constant", round(float(found[0]), 2), "weights", np.round(found[1:], 2).tolist())
    without = {name: _left_out(name, [strange, off_topic], ours) for name in strange}
    likely = np.concatenate([_likely(strange[name], without[name]) for name in strange])
    beside = np.concatenate([_likely(off_topic[name], without[name]) for name in strange])
    right, covered = (np.concatenate([getattr(one, key) for one in strange.values()]) for key in ("right", "covered"))
    for threshold in THRESHOLDS:
        answered = likely >= threshold
        wrongly, refused = answered[covered == 0].mean(), (~answered[covered == 1]).mean()
        print(
            f"from {threshold:.2f}: right {right[answered].mean():.3f} of {answered.sum()}, "
            f"balanced {1 - (wrongly + refused) / 2:.3f}: false answers {wrongly:.3f}, false refusals {refused:.3f}; "
            f"of what has nothing to do with it {(beside >= threshold).mean():.3f} is answered"
        )


def _left_out(name: str, by_name: Iterable[dict[str, Seen]], ours: Sequence[Seen]) -> Floats:
    """The constants by the guidelines other than ``name``."""
    return constants([*(seen for one in by_name for other, seen in one.items() if other != name), *ours])


def _likely(seen: Seen, found: Floats) -> Floats:
    """How likely the best sections are right by the constants ``found``."""
    likely: Floats = 1 / (1 + np.exp(-found[0] - seen.signs @ found[1:]))
    return likely


if __name__ == "__main__":
    main()
