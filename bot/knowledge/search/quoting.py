"""Which few sentences or list items of a subsection are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.guideline import Prose, Subsection
from bot.language.sentences import PASSAGE_WORDS, sentences

PASSAGE_SENTENCES: Final = 3


@dataclass(frozen=True, slots=True)
class Quotable:
    """A sentence or a list item; ``lead_in`` is the sentence that introduces its list, which it needs to be understood.

    ``lead_in`` is empty for a sentence, and for an item of a list that nothing introduces.
    """

    text: str
    lead_in: str = ""


def quotable(subsection: Subsection) -> list[Quotable]:
    """What can be quoted of a subsection: each sentence of its paragraphs, each item of its lists."""
    found: list[Quotable] = []
    for part in subsection.body:
        if isinstance(part, Prose):
            found += map(Quotable, sentences(part.text))
        else:
            before = found[-1].text if found else ""
            found += [Quotable(item, before if before.endswith(":") else "") for item in part.items]
    return found


def passage(texts: Sequence[str], scores: Sequence[float]) -> tuple[str, ...]:
    """Two or three consecutive ``texts`` around the one of the highest score, at most 60 words, in their order.

    All of them where they have at most 60 words together. One text alone may be longer: it is never cut, since half a
    rule can be a wrong rule.
    """
    lengths = [len(text.split()) for text in texts]
    if not texts or sum(lengths) <= PASSAGE_WORDS:
        return tuple(texts)
    best = max(range(len(texts)), key=lambda position: scores[position])
    windows = [
        (start, end)
        for start in range(max(0, best - PASSAGE_SENTENCES + 1), best + 1)
        for end in range(best + 1, min(len(texts), start + PASSAGE_SENTENCES) + 1)
        if sum(lengths[start:end]) <= PASSAGE_WORDS
    ]

    def worth(window: tuple[int, int]) -> tuple[float, int, int]:
        start, end = window
        return sum(scores[start:end]), end - start, -abs(start + end - 1 - 2 * best)

    start, end = max(windows, key=worth, default=(best, best + 1))
    return tuple(texts[start:end])
