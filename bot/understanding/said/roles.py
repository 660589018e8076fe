"""Who is to be what on a channel: "swap @A for @B, @C has authorised it", "A luovuttaa sen B:lle", "från A till B". By
what words that is told, the cue files say under "beside somebody's name"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.knowledge.content import common
from bot.language.lexicon import words_of
from bot.understanding.parts_of_text import Named, Parts


class Role(StrEnum):
    """What somebody is in a change of people."""

    COMES = "comes"
    GOES = "goes"
    RESPONSIBLE = "responsible"
    AUTHORISES = "authorises"


@dataclass(frozen=True, slots=True)
class Roles:
    """References of the people of whom it is told: who comes to a channel or takes it over, who goes from it or gives
    it up, who becomes responsible for it, and the superior who authorises that."""

    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    authorises: tuple[str, ...] = ()

    @property
    def successors(self) -> tuple[str, ...]:
        """Those who have the channel from now on."""
        return self.comes or self.responsible


_FROM, _TO, _BY = ("lta", "ltä"), ("lle", "hin", "hun", "een"), ("lla", "llä")
"""Finnish endings of those whom something comes from and goes to, and by whom somebody is replaced."""
_ENDS: Final = (",", ";", ".", "!")
_BESIDE: Final = 2
"""How many words stand right before somebody."""


def roles_in(parts: Parts, first: Role | None = None) -> Roles:
    """What each of the people is said to be. Of whom nothing is said is what those are whom "and" joins them to; else
    they come, be it in the place of the one before, or become responsible as that one does. Before anything was said,
    they are what the ``first`` is; without that, nothing is told where nothing is said of anybody."""
    told: dict[str, Role] = {}
    before, unsaid, is_said, resigned = None, None, first is not None, ""
    people = [one for one in (parts.first, *parts.named) if one]
    for person, clause in _clauses(people, parts.words):
        role = _role(person, clause, before, is_last=person is people[-1])
        if role is None and person is parts.first and parts.named:
            continue  # it is the bot that is called
        is_said = is_said or role is not None
        if resigned and role in (None, Role.RESPONSIBLE):  # "A is no longer responsible for it, B is"
            del told[resigned]
            role = Role.RESPONSIBLE
        resigned = person.reference if role is Role.GOES and "as_responsible" in _cues(clause.behind) else ""
        told[person.reference] = before = role or unsaid or _unsaid(before, first, joined=clause.joined)
        unsaid = Role.GOES if person.ending in _BY else None  # "replaced by B is A"
    if not is_said:
        return Roles()
    return Roles(*(tuple(one for one, of_one in told.items() if of_one is role) for role in Role))


def _unsaid(before: Role | None, first: Role | None, *, joined: bool) -> Role:
    if before is None:
        return first or Role.COMES
    return before if joined or before is Role.RESPONSIBLE else Role.COMES


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words of somebody's clause, before and after, and whether "and" alone joins them to the one before."""

    ahead: Sequence[str]
    behind: Sequence[str]
    joined: bool


def _role(person: Named, clause: _Clause, before: Role | None, *, is_last: bool) -> Role | None:
    """What is said of somebody; ``before`` is what the one before is."""
    said, beside, after = map(_cues, (clause.ahead, clause.ahead[-_BESIDE:], clause.behind))
    if person.ending in _BY:
        return Role.COMES
    if "has_granted" in after or ("granted_by" in said and before is not Role.AUTHORISES):
        return Role.AUTHORISES
    if "as_responsible" in said:
        return Role.RESPONSIBLE
    leaves = "goes_after" in after and "swaps_me" not in after
    if "from_whom" in beside or person.ending in _FROM or leaves:
        return Role.GOES
    comes = "comes_in" in said and "goes_out" not in said
    if "in_place" in after and "swaps_me" not in after:  # "A pois ja B tilalle", "lisää A tilalle"; but "A:n tilalle B"
        return Role.COMES if before is Role.GOES or (comes and is_last) else Role.GOES
    if comes or "swaps_me" in after or "to_whom" in beside or person.ending in _TO:
        return Role.COMES
    if "goes_out" in said or ("exchanged" in said and not is_last and "comes_after" not in after):
        return Role.GOES
    if "as_responsible" in after:
        return Role.RESPONSIBLE
    return Role.COMES if "comes_after" in after else None


def _cues(words: Sequence[str]) -> set[str]:
    return common.cues().find(words).names


def _clauses(people: Sequence[Named], words: Sequence[str]) -> Iterator[tuple[Named, _Clause]]:
    """Each person with the words around, up to the ends of the clause and to the people before and after."""
    spoken = [words_of(chunk) for chunk in words]
    joins = ["and_also" in _cues(chunk) for chunk in spoken]
    ends = [chunk.endswith(_ENDS) for chunk in words]
    for number, person in enumerate(people):
        last = people[number - 1] if number else None
        start, until = last.place if last else 0, people[number + 1].place if number + 1 < len(people) else len(words)
        begin = next((at + 1 for at in range(person.place - 1, start - 1, -1) if joins[at] or ends[at]), start)
        end = next((at + ends[at] for at in range(person.place, until) if joins[at] or ends[at]), until)
        between = joins[start : person.place]
        ahead = [word for chunk in spoken[begin : person.place] for word in chunk]
        behind = [] if person.closes else [word for chunk in spoken[person.place : end] for word in chunk]
        yield person, _Clause(ahead, behind, last is not None and (last.closes or bool(between)) and all(between))
