"""Which few sentences or list items of a subsection are quoted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.guideline import Prose, Subsection
from bot.language.sentences import PASSAGE_WORDS, sentences

PASSAGE_SENTENCES: Final = 3
_ALSO: Final = 0.3
"""A list item is quoted beside the best one where its score is at least this share of the best one's."""


@dataclass(frozen=True, slots=True)
class Quotable:
    """A sentence or a list item; ``id`` is that of an item, where it has one.

    ``lead_in`` is the sentence that introduces an item's list, without which it is not understood: empty where nothing
    does, None for what is no item.
    """

    text: str
    lead_in: str | None = None
    id: str = ""


def quotable(subsection: Subsection) -> list[Quotable]:
    """What can be quoted of a subsection: each sentence of its paragraphs, each item of its lists."""
    found: list[Quotable] = []
    for part in subsection.body:
        if isinstance(part, Prose):
            found += map(Quotable, sentences(part.text))
        else:
            before = found[-1].text if found and found[-1].text.endswith(":") else ""
            ids = part.ids or [""] * len(part.items)
            found += [Quotable(item, before, identifier) for item, identifier in zip(part.items, ids, strict=True)]
    return found


def passage(said: Sequence[Quotable], scores: Sequence[float]) -> tuple[str, ...]:
    """The two or three of ``said`` that answer, by their ``scores``: at most 60 words, in their order.

    All of them where they have at most 60 words together. One alone may be longer: it is never cut, since half a rule
    can be a wrong rule.
    """
    lengths = [len(one.text.split()) for one in said]
    if not said or sum(lengths) <= PASSAGE_WORDS:
        return tuple(one.text for one in said)
    best = max(range(len(said)), key=lambda position: scores[position])
    if said[best].lead_in is not None:
        return _items(said, scores, best)
    windows = [
        (start, end)
        for start in range(max(0, best - PASSAGE_SENTENCES + 1), best + 1)
        for end in range(best + 1, min(len(said), start + PASSAGE_SENTENCES) + 1)
        if sum(lengths[start:end]) <= PASSAGE_WORDS
    ]

    def worth(window: tuple[int, int]) -> tuple[float, int, int]:
        start, end = window
        return sum(scores[start:end]), end - start, -abs(start + end - 1 - 2 * best)

    start, end = max(windows, key=worth, default=(best, best + 1))
    return tuple(one.text for one in said[start:end])


def _items(said: Sequence[Quotable], scores: Sequence[float], best: int) -> tuple[str, ...]:
    """The item at ``best`` with others of its list that answer nearly as well, below the list's lead-in.

    Items of a list are rules of their own: what stands beside the right one may be about something else.
    """
    lead_in, enough = said[best].lead_in, _ALSO * scores[best]
    others = [at for at, one in enumerate(said) if at != best and one.lead_in == lead_in and scores[at] >= enough]
    chosen, words = [best], len(f"{lead_in} {said[best].text}".split())
    for place in sorted(others, key=lambda place: -scores[place])[: PASSAGE_SENTENCES - 1]:
        words += len(said[place].text.split())
        if words <= PASSAGE_WORDS:
            chosen.append(place)
    return (*filter(None, [lead_in]), *(said[place].text for place in sorted(chosen)))
