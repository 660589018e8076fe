"""Who is to be what on a channel, where a text names several people: "swap @A for @B, @C has authorised it"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.knowledge.content import common
from bot.language.lexicon import words_of
from bot.understanding.parts_of_text import Named, Parts
from bot.understanding.reading import Staffs

_JOINS: Final = frozenset({"ja", "seka", "mutta", "och", "samt", "men", "and", "but"})
_FROM: Final = frozenset({"from", "fran"})
_FROM_ENDINGS: Final = ("lta", "ltä")
_TO_ENDINGS: Final = ("lle", "hin", "hun")
_ENDS: Final = (",", ";", ".", "!")


def posts_in(parts: Parts) -> Mapping[Staffs, tuple[str, ...]]:
    """What each of the people is said to be: a new maintainer, one no more, the responsible person, or the superior
    who authorises. Of whom nothing is said, they are to be what was said of the one before, unless that one goes and
    they come instead; nothing is told where nothing is said of anybody."""
    told: dict[str, Staffs | None] = {}
    before: Staffs | None = None
    is_said = False
    people = _people(parts)
    for person, ahead, behind, joined in _windows(people, parts.words):
        post = _post(person, ahead, behind, before, is_last=person is people[-1])
        is_said = is_said or post is not None
        if post is None:
            post = before if joined and before else _instead(before)
        told[person.reference] = before = post
    if not is_said:
        return {}
    posts = {staffs: tuple(one for one, post in told.items() if post is staffs) for staffs in Staffs}
    return {staffs: those for staffs, those in posts.items() if those}


def _people(parts: Parts) -> Sequence[Named]:
    """The people of a text, with the one at its very start where the words after it say what that one is to be, or it
    is the only one: else it is the bot that is called there."""
    if not parts.leading or parts.leading in parts.people:
        return parts.named
    first = Named(parts.leading, 0)
    until = parts.named[0].place if parts.named else len(parts.words)
    is_told = _post(first, (), _first_clause(parts.words[:until]), None, is_last=not parts.named) is not None
    comes_instead = (
        bool(parts.named) and "replaces" in common.cues().find(words_of(" ".join(parts.words[:until]))).names
    )
    return [first, *parts.named] if is_told or comes_instead else parts.named


def _instead(before: Staffs | None) -> Staffs:
    """What somebody is of whom nothing is said, after one who is ``before``."""
    return Staffs.RESPONSIBLE if before is Staffs.RESPONSIBLE else Staffs.ADD


def _post(
    person: Named, ahead: Sequence[str], behind: Sequence[str], of_last: Staffs | None, *, is_last: bool
) -> Staffs | None:
    said, after = common.cues().find(ahead).names, common.cues().find(behind).names
    if "has_granted" in after or ("granted_by" in said and of_last is not Staffs.AUTHORISE):
        return Staffs.AUTHORISE
    if "as_responsible" in said:
        return Staffs.RESPONSIBLE
    if (ahead[-1:] and ahead[-1] in _FROM) or person.ending in _FROM_ENDINGS:
        return Staffs.REMOVE
    comes = "comes_in" in said and "goes_out" not in said
    if comes or (of_last is Staffs.REMOVE and person.ending in _TO_ENDINGS):
        return Staffs.ADD
    if "goes_out" in said or "goes_after" in after or ("exchanged" in said and not is_last):
        return Staffs.REMOVE
    return Staffs.RESPONSIBLE if "as_responsible" in after else None


def _windows(people: Sequence[Named], words: Sequence[str]) -> Iterator[tuple[Named, list[str], list[str], bool]]:
    """Each person with the words before and after that are of the same clause, and whether "and" alone joins them to
    the one before."""
    for number, person in enumerate(people):
        first = people[number - 1].place if number else 0
        last = people[number + 1].place if number + 1 < len(people) else len(words)
        ahead = _last_clause(words[first : person.place])
        behind = [] if person.closes else _first_clause(words[person.place : last])
        between = {word for chunk in words[first : person.place] for word in words_of(chunk)}
        listed = bool(number) and (people[number - 1].closes or bool(between)) and between <= _JOINS
        yield person, ahead, behind, listed


def _first_clause(chunks: Sequence[str]) -> list[str]:
    words: list[str] = []
    for chunk in chunks:
        spelled = words_of(chunk)
        if not _JOINS.isdisjoint(spelled):
            break
        words += spelled
        if chunk.endswith(_ENDS):
            break
    return words


def _last_clause(chunks: Sequence[str]) -> list[str]:
    words: list[str] = []
    for chunk in reversed(chunks):
        spelled = words_of(chunk)
        if chunk.endswith(_ENDS) or not _JOINS.isdisjoint(spelled):
            break
        words = [*spelled, *words]
    return words
