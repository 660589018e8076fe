"""What goes on from the last answer: "and in summer?", "who decides that?", "where does it say so?", "next"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.register import ChannelQuery
from bot.knowledge.content import common
from bot.knowledge.content.wording.cues import OF_IT
from bot.language.lexicon import words_of
from bot.understanding.aliases import addressed
from bot.understanding.commands import Intent
from bot.understanding.reading import Further, Reading

_MOST: Final = 7
"""How many words a text has at most that goes on from another one."""
_LONGEST: Final = 400
"""Characters of a question that are remembered for those that go on from it."""
_OF_CHANNELS: Final = frozenset({Intent.OWNER, Intent.CHANNELS})
_OF_GUIDELINE: Final = frozenset({Intent.ASK, Intent.READ})
_ASIDE: Final = frozenset({"beside", "going_on"})
_FURTHER: Final = {frozenset({one.value}): one for one in Further}
"""Where to go from the part that answered, by what a text says besides what says nothing."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What was asked last: its words, how they were read, and the part of the guideline that answered (its id, empty
    where none did)."""

    text: str
    reading: Reading
    part: str = ""


def antecedent_of(text: str, reading: Reading, part: str, *, asks_channel: bool = False) -> Antecedent | None:
    """What can be gone on from; None where nothing new was asked: the bot was wished to speak a language, or
    to say more of what it had answered. An alarm is gone on from where the bot ``asks_channel``, of which it is."""
    if asks_channel:
        return Antecedent(text[:_LONGEST], reading, part)
    stays = reading.wished is not None or reading.further in (Further.WHERE, Further.WHY)
    is_asked = reading.intent in _OF_CHANNELS | _OF_GUIDELINE and not stays
    return Antecedent(text[:_LONGEST], reading, part) if is_asked else None


def go_on(
    text: str, reading: Reading, before: Antecedent, as_meant: Callable[..., Reading]
) -> tuple[str, Reading] | None:
    """What ``text`` asks where it goes on from ``before``, in words and as a reading; None where it does not.
    ``as_meant`` reads it, or another text, as of an intent that is known."""
    words = words_of(addressed(text[:_LONGEST]))
    if not 0 < len(words) <= _MOST + 3:
        return None
    if before.reading.intent is Intent.TROUBLE:
        return _of_account(text, words, as_meant(Intent.TROUBLE), before)
    said = (common.dialogue().signals(words) or frozenset()) - _ASIDE
    if said in _FURTHER:
        part = before.part or before.reading.part
        return (text, _opened(reading, part, _FURTHER[said])) if part else None
    if said == {"decides"} and before.part and before.reading.intent is Intent.ASK:
        return _added(addressed(text), reading, before)
    if common.dialogue().opening(words, "instead") and before.reading.intent in _OF_GUIDELINE:
        part = as_meant(Intent.READ).part
        return (text, _opened(reading, part)) if part[:1].isdigit() else None
    count = common.dialogue().opening(words, "going_on")
    if before.reading.intent in _OF_CHANNELS and _is_of_same(words, reading, goes_on=count > 0):
        same = replace(as_meant(Intent.OWNER), query=before.reading.query, is_question=False)
        return text, replace(same, answer=None, close=())
    if not 0 < count < len(words) <= count + _MOST:
        return None
    rest = without(addressed(text), count)
    if before.reading.intent in _OF_CHANNELS and reading.intent in (Intent.OWNER, Intent.ASK, Intent.CHANNELS):
        services = before.reading.query.platforms
        now = as_meant(before.reading.intent)
        if now.query.is_empty and services:  # whose it is was said alone: "and the town's?"
            now = as_meant(before.reading.intent, f"{rest.rstrip('?!. ')} {services[0]}")
        return _of_channels(rest, now, before)
    return _more(rest, reading, before)


def _of_account(text: str, words: Sequence[str], reading: Reading, before: Antecedent) -> tuple[str, Reading] | None:
    """What was told of an account, of the channel that a few words name, which ask nothing."""
    asks = "?" in text or not common.cues().find(words).names.isdisjoint(_ASKS)
    if asks or reading.query.is_empty or len(words) > _MOST:
        return None
    query = merged(before.reading.query, reading.query)
    account = replace(before.reading, query=query, language=reading.language, answer=None, close=(), guessed=False)
    return f"{before.text} {text}", account


_ASKS: Final = frozenset({"who", "which", "how", "may", "updated", "absent", "remind"})
"""What tells that a text does not answer which channel it is."""


def _is_of_same(words: Sequence[str], reading: Reading, *, goes_on: bool) -> bool:
    """Whether something else is asked of the channels that were asked about: who covers them, who decided on it."""
    cues = common.cues().find(words).names
    asked = cues & (_OF_ITS_PAST if "how" in cues else _OF_SAME)
    is_question = goes_on or (OF_IT in cues and not cues.isdisjoint(_ASKS | _OF_ITS_PAST | {"is_there"}))
    is_other = not (reading.query.is_empty and cues.isdisjoint(_OF_RULES)) or reading.people or reading.address
    return bool(asked) and is_question and not is_other and (reading.guessed or reading.intent in _ASKED)


_ASKED: Final = frozenset({Intent.OWNER, Intent.ASK, Intent.MINE, Intent.ABSENCES, Intent.UNKNOWN})
_OF_ITS_PAST: Final = frozenset({"last_updated", "past_decision", "asks_updated"})
_OF_SAME: Final = _OF_ITS_PAST | {"cover", "keeper", "own", "contact", "credentials", "detail"}
_OF_RULES: Final = frozenset({"may", "must", "rule", "suit", "mine"})
"""What is asked of channels in general, and of one's own."""


def _more(rest: str, reading: Reading, before: Antecedent) -> tuple[str, Reading] | None:
    """What is asked of the guideline by the ``rest`` of a text, as far as that asks nothing of its own."""
    if before.reading.intent is not Intent.ASK or reading.intent not in (Intent.ASK, Intent.OWNER):
        return None
    if reading.intent is Intent.OWNER and not _is_about_kinds(reading.query):
        return None
    return _added(rest, reading, before)


def _added(rest: str, reading: Reading, before: Antecedent) -> tuple[str, Reading]:
    """The question before with the ``rest`` added to it."""
    asked = replace(before.reading, language=reading.language, is_question=False, answer=None, close=(), aspects=())
    return f"{before.text.rstrip('?!. ')} {rest}", replace(asked, added=rest)


def _opened(reading: Reading, part: str, further: Further | None = None) -> Reading:
    """The wish to read a ``part`` of the guideline, or what is ``further`` on from it."""
    wish = replace(reading, intent=Intent.READ, part=part, further=further)
    return replace(wish, close=(), answer=None, is_question=False)


def _of_channels(rest: str, reading: Reading, before: Antecedent) -> tuple[str, Reading] | None:
    """What was asked of other channels, asked of those that the ``rest`` of a text names."""
    if reading.query.is_empty:
        return None
    query = merged(before.reading.query, reading.query)
    return rest, replace(before.reading, query=query, language=reading.language, answer=None, close=())


def merged(before: ChannelQuery, now: ChannelQuery) -> ChannelQuery:
    """The channels that are meant now: what was not said again stays as it was."""
    is_on_service = bool(before.platforms) and not now.platforms
    if len(now.names) == 1 or (now.names and not is_on_service):
        return now
    return replace(
        now,
        names=(),
        platforms=now.platforms or before.platforms,
        units=now.units or (() if now.scope else before.units),
        scope=now.scope or (None if now.units else before.scope),
    )


def _is_about_kinds(query: ChannelQuery) -> bool:
    """Whether services are named, and no certain channel."""
    return bool(query.platforms) and not (query.names or query.units or query.scope)


def without(text: str, count: int) -> str:
    """``text`` without the ``count`` words that it begins with."""
    return re.sub(rf"^(?:\W*\w+){{{count}}}\W*", "", text, count=1)
