"""How sure it is that the section found first answers a question, and what to do about it."""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import Final

# An answer is wanted where it is reasonably sure: refusing a question that the guideline answers counts as much as
# answering one on which it is silent. Lower, too many answers would cite a section that does not answer.
ANSWER_FROM: Final = 0.5
CANDIDATES_FROM: Final = 0.2


class Decision(StrEnum):
    """What to do with what was found."""

    ANSWER = "answer"
    CANDIDATES = "candidates"
    NOT_COVERED = "not_covered"


def decide(confidence: float, *, elsewhere: bool = False) -> Decision:
    """Answer, ask back, or say that the guideline is silent; ``elsewhere``: what it does not cover fits better."""
    if confidence >= ANSWER_FROM:
        return Decision.ANSWER
    return Decision.CANDIDATES if confidence >= CANDIDATES_FROM and not elsewhere else Decision.NOT_COVERED


@dataclass(frozen=True, slots=True)
class Signs:
    """What the confidence rests on, each from 0 to 1.

    By how much the best section is more probable than the next; the probability of all that the guideline does not
    cover; the share of the question's features that any example has.
    """

    lead: float
    topics: float
    known: float


# Made by tests/bench/calibrate.py.
_CONSTANT: Final = -3.04
_WEIGHTS: Final = (3.13, -4.90, 3.26)


def confidence(signs: Signs) -> float:
    """The probability that the best section answers."""
    logit = _CONSTANT + sum(weight * sign for weight, sign in zip(_WEIGHTS, astuple(signs), strict=True))
    return 1 / (1 + math.exp(-logit))


def confidence_of_share(section: float, topics: float) -> float:
    """The same where only words were compared: from the best section's share of the best possible score, and that of
    what the guideline does not cover.

    A share of 0.28 is as good as even, set on 64 questions of our own: from there on, what is covered is told apart
    best from what is not.
    """
    if section == 0:
        return 0.0
    return 1 / (1 + math.exp(_EVEN_LOGIT - 8.5 * (section - 0.28 - 2 * max(0.0, topics - section))))


_EVEN_LOGIT: Final = math.log(1 / ANSWER_FROM - 1)


def confidence_of_entry(likeness: float) -> float:
    """The probability that an answered question is the same as another that is so much like it (0 to 1)."""
    return 1 / (1 + math.exp(_EVEN_LOGIT - 14 * (likeness - 0.4)))
