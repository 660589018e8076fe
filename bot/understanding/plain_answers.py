"""A bare yes, no, day or emoji: the answer to a question that the bot has asked."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.knowledge.content import common
from bot.language.analysis import fold
from bot.language.days.dates import find_dates
from bot.language.days.durations import read_shift
from bot.language.days.spans import Prefer
from bot.language.lexicon import words_of
from bot.understanding.aliases import addressed

_MOST: Final = 10
"""Whoever says more than so many words says more than yes or no."""
LONG_AGO: Final = timedelta(days=120)
"""A report of an update is hardly meant further back."""
_A_WEEK: Final = timedelta(days=7)
_LONGEST: Final = 100
"""Characters; what is longer is not looked at."""
_SIGNS: Final = (
    (re.compile(r"[👍✅✔☑👌🙌💯]|:(?:\+1|thumbsup|white_check_mark|heavy_check_mark|ok_hand):"), " yes "),
    (re.compile(r"[👎❌🚫✖]|:(?:-1|thumbsdown|x|no_entry(?:_sign)?):"), " no "),
    (re.compile(r":skin-tone-\d:|[\U0001F3FB-\U0001F3FF\ufe0f\u200d]"), " "),
)
_PHRASES: Final = frozenset({"yes", "fine", "no", "resign", "stop", "gone", "agree", "unsure", "revoke", "soon"})


class Plain(StrEnum):
    """What a plain answer says: that it was done, or was not; on which day; that it is not theirs any more; that
    the channel is there no more; that they want to hear no more of it; that they agree to what was asked of them; that
    it was another day than the one that was told, so many days earlier."""

    YES = "yes"
    NO = "no"
    DAY = "day"
    NOT_MINE = "resign"
    GONE = "gone"
    NO_MORE = "stop"
    AGREE = "agree"
    SHIFT = "shift"


@dataclass(frozen=True, slots=True)
class PlainAnswer:
    """A plain answer: ``day`` where one was said, in the past where it may be either; ``everything`` where it is for
    all that was asked about; not ``sure`` where it may be no answer at all ("ok"), or they do not know. It ``corrects``
    what was just said where it begins so ("no, I mean"); ``by`` is how many days later than the day that was told it
    was (earlier: negative)."""

    what: Plain
    day: date | None = None
    everything: bool = False
    sure: bool = True
    corrects: bool = False
    by: int = 0


def plain_answer(text: str, today: date) -> PlainAnswer | None:
    """The plain answer that ``text`` is; None where it says anything besides."""
    if "?" in text or len(text) > _LONGEST:
        return None
    text = signs_as_words(addressed(text))
    if shifted := read_shift(fold(text)):
        return _another_day(*shifted)
    written = find_dates(text)
    rest = written.text or text
    for match, _ in written.found:
        start, end = match.span("feast" if "feast" in match.re.groupindex else 0)  # "after" says more than a day
        rest = rest[:start] + " " * (end - start) + rest[end:]
    words = [word for word in words_of(rest) if not (written.text and word.isdigit())]
    said = common.dialogue().signals(words) if len(words) <= _MOST else None
    if said is None:
        return None
    span = written.counted(today, Prefer.PAST).span
    if span and span.end - span.start > _A_WEEK:  # some day of a month, or of a summer
        return None
    if span and today - span.start > LONG_AGO:  # a day that comes soon is not meant a year back
        span = written.counted(today).span
    decisive = said & _PHRASES
    what = _what(decisive, has_day=span is not None)
    if what is None:
        return None
    if "wrong" in said and span is None:
        return None
    corrects = not said.isdisjoint(("correct", "revoke", "wrong"))
    return PlainAnswer(what, span.start if span else None, "all" in said, _is_sure(decisive), corrects)


def _another_day(by: int, rest: str) -> PlainAnswer | None:
    """That it was on another day than was told, where the ``rest`` says nothing besides."""
    said = common.dialogue().signals(words_of(rest))
    is_plain = said is not None and said & _PHRASES <= {"no", "yes"}
    return PlainAnswer(Plain.SHIFT, corrects=True, by=by) if is_plain else None


def signs_as_words(text: str) -> str:
    """``text`` with a yes or a no in place of the signs that say so."""
    for sign, word in _SIGNS:
        text = sign.sub(word, text)
    return text


def _what(said: frozenset[str], *, has_day: bool) -> Plain | None:
    if "soon" in said:
        return None
    for wish in (Plain.NO_MORE, Plain.NOT_MINE, Plain.GONE):
        if wish in said:
            return wish
    if "revoke" in said:  # by itself, of something else: "remove it"
        return Plain.NO if "no" in said else None
    if "agree" in said:
        return None if "no" in said else Plain.AGREE
    if said & {"yes", "fine"}:
        return None if said & {"no", "unsure"} else Plain.YES
    if said & {"no", "unsure"}:
        return Plain.NO
    return Plain.DAY if has_day else None


def _is_sure(said: frozenset[str]) -> bool:
    return said != {"fine"} and "unsure" not in said
