"""How the constants of ``confidence_of_links`` were made: ``python -m tests.bench.calibrate_links`` prints them anew.

The questions of the invented guidelines, which no author of the subjects has seen. A logistic regression on the signs
says how likely the best section is right; with one guideline left out in turn, it tells what to expect of another.
"""

from __future__ import annotations

from dataclasses import astuple

import numpy as np

from bot.knowledge.search.confidence import ANSWER_FROM, LinkSigns
from bot.language.detection import detect
from tests.bench.calibrate import Floats, fitted
from tests.support.invented import DOCUMENTS, questions, search, written_in

THRESHOLDS = (0.4, 0.45, 0.5, 0.55, 0.6, ANSWER_FROM)


def signs_of(name: str) -> tuple[Floats, Floats, Floats]:
    """Of each question on the guideline ``name``: the signs, whether the best section is right, and whether any is."""
    rows, right, covered = [], [], []
    for one in questions(name):
        language = detect(one.text) or written_in(name)
        _, match = search(name).match(one.text, language)
        assert isinstance(match.signs, LinkSigns)
        rows.append(astuple(match.signs))
        right.append(search(name).find(one.text, language).sections[0] in one.sections)
        covered.append(bool(one.sections))
    return np.array(rows), np.array(right, float), np.array(covered, float)


def main() -> None:
    """Print the constants, and how well they decide."""
    seen = {name: signs_of(name) for name in DOCUMENTS}
    signs, right, covered = (np.concatenate([one[place] for one in seen.values()]) for place in range(3))
    found = fitted(signs, right, np.ones(len(right)))
    print("constant", round(float(found[0]), 2), "weights", np.round(found[1:], 2).tolist())
    likely = np.concatenate([_left_out(name, seen) for name in seen])
    for threshold in THRESHOLDS:
        answered = likely >= threshold
        wrongly, refused = answered[covered == 0].mean(), (~answered[covered == 1]).mean()
        print(
            f"from {threshold:.2f}: right {right[answered].mean():.3f} of {answered.sum()}, "
            f"balanced {1 - (wrongly + refused) / 2:.3f}: false answers {wrongly:.3f}, false refusals {refused:.3f}"
        )


def _left_out(name: str, seen: dict[str, tuple[Floats, Floats, Floats]]) -> Floats:
    """How likely the best sections of ``name`` are right, told from the other guidelines."""
    signs, right = (np.concatenate([seen[other][place] for other in seen if other != name]) for place in (0, 1))
    found = fitted(signs, right, np.ones(len(right)))
    likely: Floats = 1 / (1 + np.exp(-found[0] - seen[name][0] @ found[1:]))
    return likely


if __name__ == "__main__":
    main()
