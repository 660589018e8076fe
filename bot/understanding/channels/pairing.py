"""Which of the units and platforms that a text names belong together.

"The library's Facebook and the youth's TikTok" are two channels, not four; "Facebook and Instagram of the library and
the youth" are four; "all but the library's" leaves some out. Beside conjunctions it is the order that tells: whose a
channel is and where it is take turns. And which words for the municipality speak of its own channels.
"""

from collections.abc import Collection, Iterator, Sequence

from bot.domain.register import ChannelQuery
from bot.language.lexicon import Kind, Meaning, words_of

Place = tuple[int, Meaning]
"""The place of a word in the text, and what the word means."""

_WHOSE = frozenset({Kind.UNIT, Kind.TRADE, Kind.MUNICIPALITY, Kind.NAME, Kind.NEAR})
_WHERE = frozenset({Kind.PLATFORM, Kind.NOUN})
_AND = frozenset(words_of("ja sekä tai eli och samt eller and or plus"))
_LINKS = frozenset(words_of("of the for on to för till av på åt i from municipality kunta"))
"""What may stand between a platform and the municipality after it: ``instagram of the town``."""
_HAS = frozenset(words_of("kunnalla kaupungilla"))
"""Who has something: on all its channels, not on those of the whole municipality alone."""


def named_apart(words: Sequence[str], found: Sequence[Place]) -> list[list[Place]]:
    """What was named of each, where the text tells of at least two channels both whose and where they are; else
    nothing: all that is named belongs together."""
    if any(len({place for place, _ in _of(found, kinds)}) < 2 for kinds in (_WHOSE, _WHERE)):
        return []
    parts = list(_parts(words, found))
    complete = [part for part in parts if _of(part, _WHOSE) and _of(part, _WHERE)]
    if len(complete) < 2:
        return []
    return [_completed(part, parts[index + 1 :], parts[:index]) for index, part in enumerate(parts)]


def left_out(found: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """What is meant, and what is left out of it: what stands after a word such as "except"."""
    start = next((place for place, meaning in found if meaning.kind is Kind.EXCEPT), None)
    if start is None:
        return list(found), []
    kept = [item for item in found if item[0] < start]
    out = [item for item in found if item[0] > start]
    if _of(out, _WHOSE) and _of(out, _WHERE) and not _of(kept, _WHERE):  # other than the library's Instagram
        kept += _of(out, _WHERE)
        out = _of(out, _WHOSE)
    return kept, out


def in_all(apart: Sequence[ChannelQuery]) -> ChannelQuery:
    """The platforms, units and channels that are named in any of ``apart``, in the order named."""
    return ChannelQuery(
        platforms=tuple(dict.fromkeys(platform for query in apart for platform in query.platforms)),
        units=tuple(dict.fromkeys(unit for query in apart for unit in query.units)),
        names=tuple(dict.fromkeys(name for query in apart for name in query.names)),
        sought=", ".join(query.sought for query in apart if query.sought),
    )


def means_the_municipality(words: Sequence[str], found: Sequence[Place]) -> bool:
    """Whether a word for the municipality qualifies a channel: ``kunnan uusi instagram``, ``instagram of the town``."""
    platforms = {index for index, meaning in found if meaning.kind is Kind.PLATFORM}
    channels = platforms | {index for index, meaning in found if meaning.kind is Kind.NOUN}
    for index, meaning in found:
        if meaning.kind is Kind.MAIN and any(index <= place <= index + 2 for place in channels):
            return True
        is_its = meaning.kind is Kind.MUNICIPALITY and words[index] not in _HAS
        if is_its and _is_beside(words, index, platforms, channels):
            return True
    return False


def _parts(words: Sequence[str], found: Sequence[Place]) -> Iterator[list[Place]]:
    part: list[Place] = []
    for place, meaning in found:
        if part and (_is_new(part, place, meaning) or _AND.intersection(words[part[-1][0] + 1 : place])):
            yield part
            part = []
        part.append((place, meaning))
    if part:
        yield part


def _is_new(part: Sequence[Place], place: int, meaning: Meaning) -> bool:
    """Whether a word begins the next channel: it tells again what ``part`` began with, after it told both."""
    if part[-1][0] == place or not (_of(part, _WHOSE) and _of(part, _WHERE)):
        return False
    begins = next(kinds for _, known in part for kinds in (_WHOSE, _WHERE) if known.kind in kinds)
    follows = meaning.kind is Kind.PLATFORM if begins is _WHERE else meaning.kind in _WHOSE
    return follows and part[-1][1].kind not in begins


def _completed(part: list[Place], after: Sequence[list[Place]], before: Sequence[list[Place]]) -> list[Place]:
    """``part`` with what it leaves to its neighbours to say: where of the next, whose of the one before."""
    for kinds, others in ((_WHERE, (*after, *reversed(before))), (_WHOSE, (*reversed(before), *after))):
        if not _of(part, kinds):
            return part + next(filter(None, (_of(other, kinds) for other in others)), [])
    return part


def _of(part: Sequence[Place], kinds: Collection[Kind]) -> list[Place]:
    return [item for item in part if item[1].kind in kinds]


def _is_beside(words: Sequence[str], index: int, platforms: set[int], channels: set[int]) -> bool:
    if any(index <= place <= index + 3 for place in platforms):
        return True
    before = index - 1
    while before > max(0, index - 4) and (words[before] in _LINKS or before in channels - platforms):
        before -= 1
    return before in platforms
