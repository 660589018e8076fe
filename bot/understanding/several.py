"""Several questions in one text: each is one that could have been asked alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from bot.knowledge.content import common
from bot.language.lexicon import words_of
from bot.language.sentences import sentences
from bot.understanding.commands import Intent
from bot.understanding.reading import Reading

_FEWEST: Final = 3
"""How many words a question has at least that could stand alone."""
_MOST: Final = 3
_ASKED: Final = frozenset({Intent.ASK, Intent.READ, Intent.OWNER, Intent.CHANNELS, Intent.VERIFY})
_BETWEEN: Final = re.compile(r"(?<=\?)\s+")
_AND: Final = re.compile(r"(?:^|,?\s+)(?:ja|sekä|och|samt|and)\s+", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[,;!]\s+|(?<!\d)\.\s+")
_KINDS: Final = frozenset({"may", "who", "how", "which"})
"""What tells one kind of question from another."""
_BEGINNING: Final = 2
"""In how many words a question begins."""
_BRIEF: Final = 40
"""How many words a message has at most that is asked about as a whole."""
_AFTER: Final = "\"'”’»)]*_ "


def asked_in(message: str) -> tuple[str, ...]:
    """What a message that somebody has written asks: of a long one, its first sentences that are questions, since the
    rest would lead away; of any other, all of it, since what stands around a question tells what it is about."""
    if len(message.split()) > _BRIEF:
        asking = (
            one for one in sentences(message) if one.rstrip(_AFTER).endswith("?") and len(words_of(one)) >= _FEWEST
        )
        if questions := tuple(dict.fromkeys(asking))[:_MOST]:
            return questions
    return (message,)


def questions_in(text: str, read: Callable[[str], Reading]) -> tuple[str, ...]:
    """The first questions of ``text``, where it consists of several; what ends without a question mark goes with what
    follows it. Empty where one of them is none by itself, as ``read`` reads it, or goes on from another."""
    parts = _parts(text.strip())
    if len({tuple(words_of(part)) for part in parts}) < 2 or not all(_stands_alone(part, read) for part in parts):
        return ()
    return tuple(parts[:_MOST])


def absences_in(text: str, read: Callable[[str], Reading]) -> tuple[str, ...]:
    """The clauses of ``text`` that by themselves tell of an absence with its days, as ``read`` reads them, and not of
    one that is over; empty where there is one clause only."""
    clauses = [one.strip() for one in _CLAUSE.split(text)]
    if len(clauses) < 2:
        return ()
    found = ((one, read(one)) for one in clauses if len(words_of(one)) >= _FEWEST)
    away = [
        one for one, reading in found if reading.intent is Intent.AWAY and reading.dates and not reading.absence.is_over
    ]
    return tuple(away[:_MOST])


def _parts(text: str) -> list[str]:
    """What may be questions by themselves: what question marks part, and what an "and" joins."""
    if "?" in text[:-1]:
        return [part for piece in _BETWEEN.split(text) if piece.endswith("?") for part in _taken_apart(piece)]
    return list(_taken_apart(text))


def _taken_apart(piece: str) -> tuple[str, ...]:
    """``piece`` without the "and" that it begins with, in two where an "and" joins two kinds of questions: "may I …
    and who …". Two of a kind are rather one question, of two things."""
    for joint in _AND.finditer(piece):
        before, after = piece[: joint.start()], piece[joint.end() :]
        kind = _kinds(words_of(after)[:_BEGINNING])
        if kind and not kind & _kinds(words_of(before)):
            return (before, after) if before else (after,)
    return (piece,)


def _kinds(words: Sequence[str]) -> frozenset[str]:
    return frozenset(common.cues().find(words).names & _KINDS)


def _stands_alone(part: str, read: Callable[[str], Reading]) -> bool:
    words, dialogue = words_of(part), common.dialogue()
    if len(words) < _FEWEST or dialogue.opening(words, "going_on") or dialogue.signals(words):
        return False
    reading = read(part)
    return reading.intent in _ASKED and reading.is_question
