"""Which of the candidates are headings: those whose numbers count up, and that look most like it together."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.importing.headings.candidates import LIKELY, Candidate

GAP: Final = -6
"""What a missing number costs: more than a poor candidate is worth, less than a heading that the format marks."""
MIXED: Final = 0.9
"""What headings in one style of numbers count for more than those in several."""
FEWEST: Final = 2
FEWEST_IN_MID_LINE: Final = 3


@dataclass(frozen=True, slots=True)
class _Link:
    total: int
    candidate: Candidate
    before: _Link | None

    def chain(self) -> list[Candidate]:
        found: list[Candidate] = []
        link: _Link | None = self
        while link:
            found.append(link.candidate)
            link = link.before
        return found[::-1]


def main_headings(at_starts: Sequence[Candidate], everywhere: Sequence[Candidate]) -> list[Candidate]:
    """The headings of the main sections, in order; none where the numbers do not make any.

    Places in mid-line count only where the starts of lines show no headings: a text that has headings of their own
    may well say "kohta 8. Luokan" somewhere.
    """
    chain = _best(at_starts)
    likely = sum(one.score >= LIKELY for one in chain)
    if likely >= FEWEST and 2 * likely >= len(chain):
        return chain
    longer = _best(everywhere)
    # What counts on line by line is a list, also in a text that has no other numbers.
    is_list = all(one.listed for one in longer)
    return longer if len(longer) >= FEWEST_IN_MID_LINE and not is_list else []


def worded_chapters(at_starts: Sequence[Candidate]) -> list[Candidate]:
    """The headings that are called chapters ("2 luku"), whatever is numbered below them; none where not several are."""
    called = [one for one in at_starts if one.number.style.startswith("chapter") and one.score >= LIKELY]
    chain = _best(called)
    return chain if len(chain) >= FEWEST and len(chain) == len(called) else []


def any_headings(at_starts: Sequence[Candidate]) -> list[Candidate]:
    """The headings of main sections, whatever number the first has and however few they are."""
    chain = _best(at_starts, first=None)
    return chain if all(one.score >= LIKELY for one in chain) else []


def sub_headings(found: Iterable[Candidate], section: int) -> list[Candidate]:
    """The headings below main section ``section`` among ``found``: 3.1, 3.1.1, 3.2, each following on the last."""
    accepted: list[Candidate] = []
    last: tuple[int, ...] = (section,)
    for one in found:
        if len(one.places) > 1 and one.places[0] == section and follows(one.places, last):
            accepted.append(one)
            last = one.places
    return accepted


def missing(chain: Sequence[Candidate]) -> list[int]:
    """The main numbers that are left out between the chain's headings."""
    pairs = itertools.pairwise(chain)
    return [number for one, other in pairs for number in range(one.places[0] + 1, other.places[0])]


def follows(places: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether a number below a section is the next one after ``last``: 3.2 or 3.1.1 after 3.1."""
    if places[:-1] == last:
        return places[-1] in (0, 1)
    depth = len(places)
    return 1 < depth <= len(last) and places[:-1] == last[: depth - 1] and places[-1] == last[depth - 1] + 1


def _best(candidates: Sequence[Candidate], first: Collection[int] | None = (0, 1)) -> list[Candidate]:
    mains = [one for one in candidates if len(one.places) == 1]
    styles = {one.number.style for one in mains}
    of_one_style = [_best_link([one for one in mains if one.number.style == style], first) for style in sorted(styles)]
    links = [(float(link.total), link) for link in of_one_style if link]
    if mixed := _best_link([one for one in mains if not one.number.style.startswith("roman")], first):
        links.append((MIXED * mixed.total, mixed))
    return _without_last_items(max(links, key=lambda pair: pair[0])[1].chain()) if links else []


def _without_last_items(chain: list[Candidate]) -> list[Candidate]:
    """``chain`` without an end that is a list's: its first item stands right below a number that is no heading."""
    start = len(chain) - 1
    while start > 0 and chain[start].below and chain[start - 1].block == chain[start].block - 1:
        start -= 1
    return _without_last_items(chain[:start]) if start > 0 and chain[start].below else chain


def _best_link(candidates: Iterable[Candidate], first: Collection[int] | None) -> _Link | None:
    """The end of the chain with the highest total that counts up from a number of ``first``; of equals, the later."""
    best: dict[int, _Link] = {}
    for one in candidates:
        number = one.places[0]
        options = [_Link(one.score, one, None)] if first is None or number in first else []
        for step, cost in ((1, 0), (2, GAP)):
            if before := best.get(number - step):
                options.append(_Link(before.total + one.score + cost, one, before))
        link = max(options, key=lambda option: option.total, default=None)
        if link and (number not in best or link.total >= best[number].total):
            best[number] = link
    return max(best.values(), key=lambda link: link.total, default=None)
