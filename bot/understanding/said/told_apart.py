"""What is told of several channels in one text, each by itself: "Instagram on Tuesday and Facebook on Wednesday",
"Facebook done, Instagram not"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.register import ChannelQuery
from bot.knowledge.content import common
from bot.language.days.dates import find_dates
from bot.language.days.spans import Prefer
from bot.language.lexicon import words_of
from bot.understanding.aliases import addressed
from bot.understanding.channels.vocabulary import Vocabulary
from bot.understanding.plain_answers import signs_as_words

_LONGEST: Final = 200
"""Characters; what is longer is not taken apart."""
_JOINTS: Final = frozenset(words_of("ja sekä mutta mut och samt men fast and but"))
_YES_OR_AND: Final = "ja"
"""A yes in Swedish, an "and" in Finnish."""
_NEITHER: Final = frozenset(words_of("enkä eikä emmekä vaan utan"))
"""What joins, and says something as well."""
_SIGNS_BETWEEN: Final = re.compile(r"\s*[+&]\s*")
_SIGNS_APART: Final = re.compile(r"\s*=\s*|:\s+|\s+[-–]\s+")
_ASIDE: Final = frozenset({"yes", "fine", "beside", "correct", "instead", "going_on"})
"""What may be said with it: "nej" and "ja" are said to go on from something as well."""
_PAUSE: Final = re.compile(r"[,;]$|(?<=[^\W\d])[.!]$")


@dataclass(frozen=True, slots=True)
class ToldOf:
    """What was told of the channels that ``query`` means, of all others that were asked about where it means none:
    whether they were updated (``done``), and on which ``day``, where one was said, or will be. ``said`` is false where
    they were merely named."""

    query: ChannelQuery
    done: bool = True
    day: date | None = None
    said: bool = True


@dataclass(frozen=True, slots=True)
class _Piece:
    """``done`` and ``day`` are None where it does not say; ``begins`` whether it begins with the channel; ``plain``
    whether it says nothing besides."""

    query: ChannelQuery
    done: bool | None
    day: date | None
    begins: bool
    plain: bool
    only: bool = False


def told_apart(text: str, vocabulary: Vocabulary, today: date, prefer: Prefer, *, freely: bool) -> tuple[ToldOf, ...]:
    """What ``text`` tells of each channel that it names, in order; empty where it names none, or says anything besides,
    unless it may speak ``freely``. Days are sought where ``prefer`` says."""
    if "?" in text or len(text) > _LONGEST:
        return ()
    text = _SIGNS_APART.sub(" ", _SIGNS_BETWEEN.sub(" and ", signs_as_words(addressed(text))))
    if left_out := _all_but(text, vocabulary):
        return left_out
    chunks = list(_chunks(text.split(), vocabulary))
    pieces = [_piece(" ".join(chunk), vocabulary, today, prefer) for chunk in chunks]
    if not pieces or any(one.query.is_empty or one.query.sought for one in pieces):
        return ()
    if not freely and not all(one.plain for one in pieces):
        return ()
    together = vocabulary.mentions(words_of(text)).query.any_of  # where each leaves to its neighbours what it may
    queries = together if len(together) == len(pieces) else [one.query for one in pieces]
    said = any(one.done is not None or one.day for one in pieces)
    days = [_day(pieces, place, today) for place in range(len(pieces))]
    told = tuple(ToldOf(one, _done(pieces, at, today), days[at], said) for at, one in enumerate(queries))
    return (*told, ToldOf(ChannelQuery(), done=False)) if len(pieces) == 1 and pieces[0].only else told


def _all_but(text: str, vocabulary: Vocabulary) -> tuple[ToldOf, ...]:
    """What is told where all were updated but those that are named: "all but Instagram", "yes, but not Facebook"; empty
    where it says anything else."""
    words, dialogue = words_of(text), common.dialogue()
    for place in range(1, len(words)):
        count = dialogue.opening(words[place:], "except")
        before, after = words[:place], words[place + count :]
        mentions = vocabulary.mentions(after)
        if not count or mentions.query.is_empty or mentions.query.sought:
            continue
        others = [word for at, word in enumerate(after) if at not in mentions.covered]
        all_of_them = dialogue.signals(before) or frozenset()
        if not (all_of_them & {"all", "yes"} and all_of_them <= {"all", *_ASIDE}):
            continue
        is_short = len(words) - place - count == 1 and count == 1 and "all" not in all_of_them  # "yes but insta"
        if not is_short and (dialogue.signals(others) or frozenset()) <= {"no", *_ASIDE}:
            left_out = mentions.query.any_of or (mentions.query,)
            return (*(ToldOf(one, done=False) for one in left_out), ToldOf(ChannelQuery()))
    return ()


def _chunks(tokens: Sequence[str], vocabulary: Vocabulary) -> Iterator[list[str]]:
    """The parts of a text of which each names a channel; what names none goes with its neighbour."""
    begun: list[str] = []
    for chunk in _divided(tokens, vocabulary):
        names = not vocabulary.mentions(words_of(" ".join(chunk))).query.is_empty
        if names and _names(begun, vocabulary):
            yield begun
            begun = []
        begun = [*begun, *chunk]
    if begun:
        yield begun


def _names(tokens: Sequence[str], vocabulary: Vocabulary) -> bool:
    return not vocabulary.mentions(words_of(" ".join(tokens))).query.is_empty


def _divided(tokens: Sequence[str], vocabulary: Vocabulary) -> Iterator[list[str]]:
    """The text divided at conjunctions and commas, and before a channel that is named after something was said."""
    part: list[str] = []
    for place, token in enumerate(tokens):
        words = words_of(token)
        following = words_of(" ".join(tokens[place + 1 : place + 2]))
        is_yes = words == [_YES_OR_AND] and (not following or following[0] in _JOINTS or bool(_PAUSE.search(token)))
        is_joint = bool(words) and words[0] in _JOINTS and not is_yes
        is_next = bool(words) and (words[0] in _NEITHER or _is_next(part, words, vocabulary))
        if part and (is_joint or is_next):
            yield part
            part = []
        if not is_joint:
            part = [*part, token]
        if part and _PAUSE.search(token):
            yield part
            part = []
    if part:
        yield part


def _is_next(part: Sequence[str], words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether ``words`` name a channel after ``part`` has named one and told of it: "facebook done instagram not",
    "facebook yesterday instagram today"."""
    if not part or vocabulary.mentions(words).query.is_empty or not _names(part, vocabulary):
        return False
    last = common.dialogue().signals(words_of(part[-1]))
    return bool(last and last & {"yes", "no"}) or bool(find_dates(" ".join(part)).found)


def _piece(text: str, vocabulary: Vocabulary, today: date, prefer: Prefer) -> _Piece:
    written = find_dates(text)
    rest = written.text or text
    for match, _ in written.found:
        rest = rest[: match.start()] + " " * (match.end() - match.start()) + rest[match.end() :]
    words = words_of(rest)
    mentions = vocabulary.mentions(words)
    # "Instagram not" tells that it was not done; elsewhere it leaves a channel out.
    others = [word for place, word in enumerate(words) if place not in mentions.covered or _is_answer(word)]
    signals = common.dialogue().signals(others)
    cues = common.cues().find(others).names if signals is None else frozenset()
    is_no = "not" in cues or "no" in (signals or ())
    is_soon = "soon" in (signals or ())
    is_yes = "updated" in cues or bool({"yes", "only"} & (signals or frozenset()))
    span = written.counted(today, prefer).span
    return _Piece(
        query=mentions.query,
        done=False if is_no or is_soon else True if is_yes else None,
        day=span.start if span else None,
        begins=0 in mentions.covered,
        plain=signals is not None and signals <= {"no", "soon", "only", *_ASIDE},
        only="only" in (signals or ()) and not is_no,
    )


def _is_answer(word: str) -> bool:
    return bool((common.dialogue().signals([word]) or frozenset()) & {"yes", "no"})


def _done(pieces: Sequence[_Piece], place: int, today: date) -> bool:
    """Whether what a piece names was updated: it was on the day that is said of it, unless that is to come; what it
    does not say itself, the next says where it has its channel first ("Facebook and Instagram not"), or else the one
    before."""
    day = pieces[place].day
    if day is not None and (pieces[place].done is None or day > today):
        return day <= today
    before = next((one for one in reversed(pieces[: place + 1]) if one.done is not None), None)
    after = next((one for one in pieces[place:] if one.done is not None), None)
    if pieces[place].done is None and after is not None and (after.begins or before is None):
        before = after
    return True if before is None else bool(before.done)


def _day(pieces: Sequence[_Piece], place: int, today: date) -> date | None:
    """The day of a piece: of one without, that of the next or of the one before, where not each has words of its own
    for what was done."""
    own = pieces[place]
    near = (*pieces[place + 1 :], *reversed(pieces[:place]))
    shared = (
        one.day for one in near if one.day and not (own.done is not None and (one.done is not None or one.day > today))
    )
    return own.day or next(shared, None)
