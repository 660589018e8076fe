"""Erasing people: what was theirs goes, and where others rely on it, an id stays that says nothing of them."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bot.domain.channels import Channel
from bot.domain.people import ERASED, Person
from bot.domain.register import Register
from bot.errors import SomebotError
from bot.services.access import Access
from bot.services.ports import HistoryEntry, Rewrite, Rewritten, State
from bot.services.privacy.mentions import DataSubject
from bot.services.privacy.terms import BY_COLLECTION
from bot.services.register.documents import CHANNELS, register_of
from bot.services.reminders.documents import SPELLS

logger = logging.getLogger(__name__)

_KEYED_BY_CHANNEL: Final = frozenset({CHANNELS.name, SPELLS.name})


@dataclass(frozen=True, slots=True)
class Duties:
    """What stands against erasing somebody: the channels that they are still responsible for or maintain, those that
    they are to look after as a cover, and a role that the settings give them."""

    keeps: tuple[Channel, ...] = ()
    covers: tuple[Channel, ...] = ()
    has_role: bool = False

    @property
    def are_none(self) -> bool:
        """Whether nothing stands against it."""
        return not (self.keeps or self.covers or self.has_role)


class StillNeededError(SomebotError):
    """The person cannot be erased, and nothing was: ``duties`` say why."""

    def __init__(self, person: Person, duties: Duties) -> None:
        reasons = (
            f"keeps {', '.join(one.id for one in duties.keeps)}: hand over first" if duties.keeps else "",
            f"covers for others at {', '.join(one.id for one in duties.covers)}: agree on somebody else first"
            if duties.covers
            else "",
            "has a role in SOME_ICT_SECRETARIES or SOME_DECIDERS: take it away first" if duties.has_role else "",
        )
        super().__init__(f"{person.label}: nothing was erased: {'; '.join(filter(None, reasons))}")
        self.duties = duties


class Erasing:
    """Erases people from all that is kept."""

    def __init__(self, access: Access, rewrite: Rewrite) -> None:
        self._access = access
        self._rewrite = rewrite

    def duties(self, register: Register, person: Person, at: datetime) -> Duties:
        """What stands against erasing ``person``."""
        known, today = register.people.get(person.id, person), at.date()
        covers = (
            channel
            for channel in register.listed()
            if any(cover.person == person.id and cover.end >= today for cover in channel.holiday_covers)
        )
        roles = self._access.actor(known).roles | self._access.actor(person).roles
        return Duties(register.kept_by(person.id), tuple(covers), bool(roles))

    async def erase(self, people: Sequence[Person], at: datetime) -> tuple[Person, ...]:
        """Erase ``people``, all or none of them; what stands in their places, in that order, which says no more than
        that they are not here any more.

        Raises StillNeededError and StoreError; nothing has changed then.
        """
        instead = [Person(f"{ERASED}{secrets.token_hex(4)}", left_on=at.date()) for _ in people]

        def rewriting(kept: State, questions: State) -> Rewritten:
            register = register_of(kept)
            for person in people:
                if not (duties := self.duties(register, person, at)).are_none:
                    raise StillNeededError(person, duties)
            subjects = [(DataSubject.of(person, register), new) for person, new in zip(people, instead, strict=True)]
            return _without(kept, questions, subjects)

        await self._rewrite(rewriting)
        logger.info("People were erased", extra={"number": len(people)})
        return tuple(instead)

    async def erase_who_can_be(self, people: Sequence[Person], register: Register, at: datetime) -> None:
        """Erase those of ``people`` whom nothing stands against, if any."""
        if able := [person for person in people if self.duties(register, person, at).are_none]:
            await self.erase(able, at)


Subjects = Sequence[tuple[DataSubject, Person]]


def _without(kept: State, questions: State, subjects: Subjects) -> Rewritten:
    tables: list[dict[str, Mapping[str, Any]]] = []
    for state in (kept, questions):
        found = state.by_collection
        tables.append({name: _table_without(name, documents, subjects) for name, documents in found.items()})
    return Rewritten(tables[0], tables[1], _EntryWithout(tuple(subjects)))


def _table_without(name: str, documents: Mapping[str, Any], subjects: Subjects) -> Mapping[str, Any]:
    """The documents of a collection, without those of the people themselves."""
    term, new = BY_COLLECTION.get(name), {}
    for key, document in documents.items():
        owners = tuple(term.owners(document)) if term else ()
        if any(subject.is_meant_by(owner) for subject, _ in subjects for owner in owners):
            continue
        for subject, instead in subjects:
            key = key if name in _KEYED_BY_CHANNEL else subject.key(key, instead)
            document = subject.without(document, instead)
        new[key] = document
    return new


@dataclass(frozen=True, slots=True)
class _EntryWithout:
    """Makes of a commit one without the ``subjects``."""

    subjects: tuple[tuple[DataSubject, Person], ...]

    def __call__(self, entry: HistoryEntry) -> HistoryEntry:
        for subject, instead in self.subjects:
            by, about = (instead.id if one in subject.ids else one for one in (entry.event.by, entry.event.about))
            before, after = (_channels_without(one, subject, instead) for one in (entry.before, entry.after))
            entry = HistoryEntry(entry.seq, replace(entry.event, by=by, about=about), before, after)
        return entry


def _channels_without(channels: Mapping[str, Channel], subject: DataSubject, instead: Person) -> Mapping[str, Channel]:
    return {key: subject.without(channel, instead) for key, channel in channels.items()}
