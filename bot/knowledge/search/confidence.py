"""How sure it is that the section found first answers a question, and what to do about it."""

import math
from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import Final

# The lowest, in steps of 0.05, from which on in each language at least 0.95 of the answered questions that the
# guideline covers cite a right section, when the content is left out in turn (tests/bench/calibrate.py). That is above
# what is wanted (0.93), for other people's wording is harder than our own. What is not answered is asked back: a wrong
# rule told with confidence is worse than a question; but each step up refuses two or three more of a hundred questions
# that the guideline does answer.
ANSWER_FROM: Final = 0.65
CANDIDATES_FROM: Final = 0.2


class Answerability(StrEnum):
    """What to do with what was found."""

    ANSWER = "answer"
    CANDIDATES = "candidates"
    NOT_COVERED = "not_covered"


def decide(confidence: float, *, elsewhere: bool = False) -> Answerability:
    """Answer, ask back, or say that the guideline is silent; ``elsewhere``: what it does not cover fits better."""
    if confidence >= ANSWER_FROM:
        return Answerability.ANSWER
    return Answerability.CANDIDATES if confidence >= CANDIDATES_FROM and not elsewhere else Answerability.NOT_COVERED


@dataclass(frozen=True, slots=True)
class Signs:
    """What the confidence rests on, each from 0 to 1.

    By how much the best section is more probable than the next; the probability of all that the guideline does not
    cover; the share of the question's features that any example has.
    """

    lead: float
    topics: float
    known: float


@dataclass(frozen=True, slots=True)
class LinkSigns:
    """What the confidence rests on where a guideline is linked to subjects.

    ``covered`` is the logarithm of how much (0 to 1) the guideline speaks of the question's subjects. ``lead`` is by
    how much (0 to 1) the best section leads the next. ``brevity`` is the logarithm of how many times fewer sentences
    the guideline has than is common, 0 where it has as many: the fewer there are, the less one of them is likely to
    come near by chance. ``accord`` is for which share of the two ways to compare subjects the best sentence is in the
    best section: what each finds by itself is right more often. ``plain`` is how probable the question's first subject
    is: where it is plain, one section should lead the more. ``elsewhere`` is how probable it is that the question has
    nothing to do with social media: even a little of that tells, for hardly a word of what is asked of it leans there.
    """

    covered: float
    lead: float
    brevity: float
    accord: float
    plain: float
    elsewhere: float


# Made by tests/bench/calibrate.py.
_CONSTANT: Final = -2.52
_WEIGHTS: Final = Signs(3.45, -5.28, 3.34)
# Made by tests/bench/calibrate_links.py on the invented guidelines in tests/data/strangers and on our own without its
# questions. When each of those guidelines is left out in turn, 0.88 (balanced) of what is covered and what is not is
# told apart, and 0.93 of the answers are right. A higher constant answers more, and more often wrongly.
_LINKS_CONSTANT: Final = 1.25
_LINKS_WEIGHTS: Final = LinkSigns(0.94, 6.41, 1.53, 1.83, -2.79, -9.96)
_EVEN_LOGIT: Final = math.log(1 / ANSWER_FROM - 1)


def confidence(signs: Signs | LinkSigns) -> float:
    """The probability that the best section answers."""
    is_linked = isinstance(signs, LinkSigns)
    constant, weights = (_LINKS_CONSTANT, _LINKS_WEIGHTS) if is_linked else (_CONSTANT, _WEIGHTS)
    pairs = zip(astuple(weights), astuple(signs), strict=True)
    return _probability(constant + sum(weight * sign for weight, sign in pairs))


def confidence_of_share(section: float, topics: float) -> float:
    """The same where only words were compared: from the best section's share of the best possible score, and that of
    what the guideline does not cover.

    A share of 0.28 is as good as even, set on 64 questions of our own: from there on, what is covered is told apart
    best from what is not.
    """
    if section == 0:
        return 0.0
    return _probability(9.5 * (section - 0.28 - 2 * max(0.0, topics - section)) - _EVEN_LOGIT)


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))
