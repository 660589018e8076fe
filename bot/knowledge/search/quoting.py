"""Which few sentences or list items of a subsection are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.domain.guideline import Prose, Subsection
from bot.language.sentences import PASSAGE_WORDS, sentences

PASSAGE_SENTENCES: Final = 3


def quotable(subsection: Subsection) -> list[str]:
    """What can be quoted of a subsection: each sentence of its paragraphs, each item of its lists."""
    texts: list[str] = []
    for part in subsection.body:
        texts.extend(sentences(part.text) if isinstance(part, Prose) else part.items)
    return texts


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
