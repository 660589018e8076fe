"""Which passage of a guideline speaks of which subject, for people to look through and to confirm."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from bot.domain.guideline import Guideline, Subsection
from bot.knowledge.content.subjects import Subject
from bot.knowledge.search.matching import Labels
from bot.knowledge.search.subject_model import subject_model
from bot.knowledge.search.subjects import SPOKEN_OF, LinkTable

_PASSAGES: Final = 2
_SURE: Final = 0.4
_NOTHING: Final = 0.15
"""Above the one, a subject is spoken of, below the other it is not; between them somebody had better look."""


class LinkState(StrEnum):
    """How sure it is that a guideline speaks of a subject, the doubtful first."""

    DOUBTFUL = "doubtful"
    FOUND = "found"
    CONFIRMED = "confirmed"
    NOT_COVERED = "not covered"


@dataclass(frozen=True, slots=True)
class LinkedPassage:
    """A sentence or list item with the id to confirm it by, its own or its subsection's, and that one's title."""

    id: str
    title: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class SubjectLinks:
    """Where a guideline speaks of ``subject``: its best passages, and how much (0 to 1) the best one is about it."""

    subject: Subject
    state: LinkState
    weight: float
    passages: tuple[LinkedPassage, ...]


def links_of(guideline: Guideline) -> list[SubjectLinks]:
    """Of each subject, where the binding language's text speaks of it; doubtful ones first, then the strongest."""
    language = next(one for one in guideline.edition.languages if guideline.sections.get(one))
    labels, model = Labels.of(guideline, language), subject_model(language)
    table = LinkTable(labels, model, guideline.links)
    subsections = [one for (_, one), rows in zip(labels.passages, table.rows, strict=True) for _ in range(rows)]
    found = [
        SubjectLinks(
            subject,
            _state(guideline, subject, float(table.covered[label])),
            float(table.covered[label]),
            tuple(_passages(table, label, subsections)),
        )
        for label, subject in enumerate(model.subjects)
    ]
    states = list(LinkState)
    return sorted(found, key=lambda one: (states.index(one.state), -one.weight))


def _state(guideline: Guideline, subject: Subject, weight: float) -> LinkState:
    if subject.id in guideline.links:
        return LinkState.CONFIRMED
    if _NOTHING <= weight < _SURE:
        return LinkState.DOUBTFUL
    return LinkState.FOUND if weight >= SPOKEN_OF else LinkState.NOT_COVERED


def _passages(table: LinkTable, label: int, subsections: list[Subsection]) -> Iterator[LinkedPassage]:
    said = [one for some in table.said for one in some]
    for row in np.argsort(-table.spoken[:, label], kind="stable")[:_PASSAGES]:
        one, weight = subsections[row], float(table.spoken[row, label])
        if weight >= _NOTHING:
            yield LinkedPassage(said[row].id or one.id, one.title, said[row].text, weight)
