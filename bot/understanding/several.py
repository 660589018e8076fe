"""Several questions in one text: each is one that could have been asked alone."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from bot.knowledge.content import common
from bot.knowledge.content.wording.cues import ON_TERMS
from bot.language.lexicon import words_of
from bot.language.sentences import AND, BUT, sentences
from bot.understanding.commands import Intent
from bot.understanding.hearing import cues_in
from bot.understanding.reading import Reading

_FEWEST: Final = 3
"""How many words a question has at least that could stand alone."""
_MOST: Final = 3
_ASKED: Final = frozenset({Intent.ASK, Intent.READ, Intent.OWNER, Intent.CHANNELS, Intent.VERIFY})
_BETWEEN: Final = re.compile(r"(?<=\?)\s+")
_AND: Final = re.compile(rf"(?:^|,?\s+)(?:{AND})\s+", re.IGNORECASE)
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


def told_in(text: str, read: Callable[[str], Reading]) -> tuple[str, ...]:
    """What ``text`` tells and asks, one after the other, where by itself each is of another kind, as ``read`` reads it:
    an update, an absence with its days, a later reminder, a hand-over, a question. What is answered at once comes
    before what opens a form. A clause that is none of these goes with the one before it. Empty where there is one
    kind."""
    clauses = _clauses(text.strip())
    if len(clauses) < 2 or not cues_in(text) & _TELLING:
        return ()
    found: list[tuple[str, Intent | None]] = []
    for clause in clauses:
        kind = _told(clause, read)
        if found and (kind is None or found[-1][1] in (None, kind)):
            found[-1] = (found[-1][0] + clause, found[-1][1] or kind)
        else:
            found.append((clause, kind))
    kinds = {kind for _, kind in found}
    if len(kinds) < len(found) or len(kinds - {None}) < 2 or kinds.isdisjoint(_DEEDS):
        return ()
    if kinds <= _OF_CHANNELS and read(text).apart:  # what is told of each channel is done at once
        return ()
    ordered = sorted(found, key=lambda one: one[1] in _OPENING_FORMS)
    return tuple(_alone(clause) for clause, _ in ordered[:_MOST])


def who_asked_in(text: str) -> str:
    """The one clause of ``text`` that asks who, where the others ask nothing and only tell why: "who posts to the
    library's Facebook? The lights are broken". Empty where there is none, or nothing beside it."""
    if len(text.split()) > _BRIEF:
        return ""
    clauses = [said for clause in _clauses(text.strip()) if words_of(said := _alone(clause))]
    asking = [one for one in clauses if not cues_in(one).isdisjoint(_WHO)]
    others = [one for one in clauses if one not in asking]
    return asking[0] if len(asking) == 1 and others and not any(map(_goes_with_question, others)) else ""


def _goes_with_question(clause: str) -> bool:
    """Whether it asks something as well, or says on what terms."""
    return clause.endswith("?") or bool(_kinds(words_of(clause)[:1])) or ON_TERMS in cues_in(clause)


_WHO: Final = frozenset({"who", "keeper", "contact", "as_responsible"})
_DEEDS: Final = frozenset({Intent.UPDATED, Intent.AWAY, Intent.SNOOZE, Intent.HANDOVER})
_TELLING: Final = frozenset({"updated", "absent", "give"})
"""Some of which is said by who tells any of these."""
_OF_CHANNELS: Final = frozenset({Intent.UPDATED, Intent.SNOOZE})
_OPENING_FORMS: Final = frozenset({Intent.AWAY, Intent.HANDOVER})
_JOINED: Final = re.compile(rf"^[\s,;.!]*(?:{AND}|{BUT})\s+", re.IGNORECASE)
_BREAK: Final = re.compile(rf"(?=,\s|;\s|\s(?:{AND}|{BUT})\s)|(?<=[!?])\s|(?<=\D\.)\s|\n", re.IGNORECASE)
_AROUND: Final = re.compile(r"^[ ,;.!\n]+|(?:(?<=\D)[.]|[ ,;!\n])+$")


def _clauses(text: str) -> list[str]:
    """``text`` in clauses, each with what joins it to the one before."""
    clauses: list[str] = []
    for part in _BREAK.split(text):
        clauses.append(f" {part}" if clauses and part[:1] not in ", " else part)
    return clauses


def _alone(clause: str) -> str:
    """``clause`` without what joins it to others."""
    return _AROUND.sub("", _JOINED.sub("", clause))


def _told(clause: str, read: Callable[[str], Reading]) -> Intent | None:
    """The kind of what a clause tells or asks by itself; None where it is none of those."""
    said = _alone(clause)
    if len(words_of(said)) < 2:
        return None
    reading = read(said)
    if said.endswith("?"):
        is_whole = reading.intent in _ASKED and reading.is_question and len(words_of(said)) >= _FEWEST
        return Intent.ASK if is_whole else None
    if reading.intent not in _DEEDS or reading.guessed or reading.close or reading.absence.is_over:
        return None
    return None if reading.intent is Intent.AWAY and not reading.dates else reading.intent


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
