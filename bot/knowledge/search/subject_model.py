"""Which subjects a text is about, learnt from how staff ask and how guidelines put it: no guideline changes it."""

from functools import cache
from threading import Lock
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.subjects import Subject
from bot.knowledge.search.learning.classifier import Classified, Classifier
from bot.knowledge.search.learning.kept import kept
from bot.knowledge.search.learning.synonyms import Synonyms
from bot.knowledge.search.learning.training import Example, Schedule
from bot.knowledge.search.matching import Contribution
from bot.memory import give_back

Floats = npt.NDArray[np.float64]

_SHOWN: Final = 5
_SCHEDULE: Final = Schedule(steps=12, rate=0.2, dropout=0.2)
"""Set on lines of authors left out in turn, and on invented guidelines; anything near does as well."""


class SubjectModel:
    """Tells which subjects a text in one language is about, learnt from how staff ask and how guidelines put it."""

    def __init__(self, language: Language) -> None:
        labels = {one: label for label, one in enumerate(common.subject_ids())}
        # One that a language lacks, of which `knowledge check` tells, is never found there.
        by_id = {one: Subject(one, one, (), ()) for one in labels}
        by_id |= {subject.id: subject for subject in common.subjects(language)}
        examples = [Example(text, labels[one]) for one in labels for text in by_id[one].texts if by_id[one].asked]
        self.subjects = tuple(by_id[one].without_lines for one in labels)
        """By label: the same in each language."""
        self.off_topic = np.array([one.off_topic for one in self.subjects])
        """By label, whether it has nothing to do with social media."""
        synonyms = Synonyms(common.synonyms(language), language)
        self._classifier = Classifier(examples, len(labels), language, synonyms, _SCHEDULE)
        self.neighbours = _neighbours(self._classifier.kinship())
        """For each subject (a row), the share that each other one has in its neighbourhood, 1 in all."""

    def classify(self, text: str) -> Classified:
        """The probability of each subject."""
        return self._classifier.classify(text)

    def most_probable(self, text: str) -> list[Contribution]:
        """The few subjects that ``text`` is most about, with their probabilities."""
        probabilities = self.classify(text).probabilities
        best = [(self.subjects[label], float(probabilities[label])) for label in np.argsort(-probabilities)[:_SHOWN]]
        return [Contribution(subject.title, likely, subject.id) for subject, likely in best]

    def reasons(self, text: str, label: int) -> dict[str, float]:
        """How much each word of ``text`` speaks for the subject with this label."""
        return self._classifier.reasons(text, label)


_LEARNING: Final = Lock()


def subject_model(language: Language) -> SubjectModel:
    """The model for ``language``, learnt once, in some ten seconds, by whoever comes first: no guideline changes it."""
    with _LEARNING:
        return _learnt(language)


@cache
def _learnt(language: Language) -> SubjectModel:
    model = kept(f"subjects-{language}", common.learnt_from(language), SubjectModel, language)
    give_back()
    return model


def subjects_of(text: str, language: Language) -> list[Contribution]:
    """The few subjects that ``text`` is most about."""
    return subject_model(language).most_probable(text)


def _neighbours(kinship: npt.NDArray[np.float32]) -> Floats:
    """Few subjects are near: by the square of the cosine, those that are far are all but nothing together."""
    near = np.maximum(kinship, 0).astype(np.float64) ** 2
    np.fill_diagonal(near, 0)
    shares: Floats = near / np.maximum(near.sum(axis=1, keepdims=True), np.finfo(np.float64).tiny)
    return shares
