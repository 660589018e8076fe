"""How sure it is that the section found first answers a question, and what to do about it."""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import Final

# Set by tests/bench/calibrate.py on the content left out in turn: from 0.5 to 0.6, the answers that cite a right
# section become more by two and a half points, for less than one of balanced accuracy. A wrong rule told with
# confidence is worse than a question back.
ANSWER_FROM: Final = 0.6
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
    """What the confidence rests on, each from 0 to 1, the last from -1.

    By how much the best section is more probable than the next; the probability of all that the guideline does not
    cover; the share of the question's features that any example has; and, as a second opinion, by how much the nearest
    example of the best section is nearer than that of any other section or topic.
    """

    lead: float
    topics: float
    known: float
    nearer: float


# Made by tests/bench/calibrate.py.
_CONSTANT: Final = -3.48
_WEIGHTS: Final = (3.64, -4.10, 3.03, 2.0)


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
