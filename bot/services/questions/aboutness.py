"""Whether two questions are about the same, in whichever languages: by the subjects that they are plainly about."""

from typing import Final

import numpy as np
import numpy.typing as npt

from bot.domain.language import Language
from bot.domain.people import without_people
from bot.knowledge.search.subject_model import subject_model

Subjects = npt.NDArray[np.float64]
"""How far a question is about each subject, as a vector of length 1."""

# Set on 22 pairs of our own in three languages: of those that ask the same, 11 of 13 are above both, and of those that
# ask something else, three of nine, all of which ask something else about the same subject.
_PLAIN: Final = 0.5
"""A question is about nothing known unless its best subject is as probable."""
_SAME: Final = 0.9
"""From this cosine on, two questions are about the same."""
_KNOWN: Final = 0.45
"""As much of a question must be known for its subject to be."""


def subjects_of(question: str, language: Language) -> Subjects | None:
    """What ``question`` is about; None where that is not plain. The first time in a language it may have to be learnt,
    which takes some ten seconds."""
    found = subject_model(language).classify(without_people(question))
    if found.known < _KNOWN or found.probabilities.max() < _PLAIN:
        return None
    vector = found.probabilities.astype(np.float64)
    unit: Subjects = vector / np.linalg.norm(vector)
    return unit


def is_about_the_same(one: Subjects | None, other: Subjects | None) -> bool:
    """Whether two questions are plainly about the same subjects."""
    return one is not None and other is not None and float(one @ other) >= _SAME
