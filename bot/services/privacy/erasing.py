"""Erasing people: what was theirs goes, and where others rely on it, an id stays that says nothing of them."""

import logging
import secrets
from collections.abc import Iterator, Mapping, Sequence
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
        removal = _Removal(())

        def rewriting(kept: State, questions: State) -> Rewritten:
            register = register_of(kept)
            for person in people:
                if not (duties := self.duties(register, person, at)).are_none:
                    raise StillNeededError(person, duties)
            subjects = tuple(
                (DataSubject.of(person, register), new) for person, new in zip(people, instead, strict=True)
            )
            nonlocal removal
            if removal.subjects != subjects:
                removal = _Removal(subjects)
            return Rewritten(removal.tables(kept), removal.tables(questions), _EntryWithout(subjects))

        await self._rewrite(rewriting)
        logger.info("People were erased", extra={"number": len(people)})
        return tuple(instead)

    async def erase_who_can_be(self, people: Sequence[Person], register: Register, at: datetime) -> None:
        """Erase those of ``people`` whom nothing stands against, if any."""
        if able := [person for person in people if self.duties(register, person, at).are_none]:
            await self.erase(able, at)


Subjects = tuple[tuple[DataSubject, Person], ...]


class _Removal:
    """Takes ``subjects`` out of documents. What has become of one is kept: when all are looked through again, as others
    have been committed meanwhile, most of them are the same."""

    def __init__(self, subjects: Subjects) -> None:
        self.subjects = subjects
        self._known: dict[int, tuple[Any, Any]] = {}

    def tables(self, state: State) -> dict[str, Mapping[str, Any]]:
        """The documents of ``state`` by collection, without those of the people themselves."""
        return {name: dict(self._rows(name, documents)) for name, documents in state.by_collection.items()}

    def _rows(self, name: str, documents: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        for key, document in documents.items():
            before, after = self._known.get(id(document), (None, None))
            if before is not document:
                after = self._without(name, document)
                self._known[id(document)] = document, after
            if after is not None:
                for subject, instead in self.subjects:
                    key = key if name in _KEYED_BY_CHANNEL else subject.key(key, instead)
                yield key, after

    def _without(self, name: str, document: Any) -> Any:
        """``document`` of the collection without the people, or None where it is theirs."""
        term = BY_COLLECTION.get(name)
        owners = tuple(term.owners(document)) if term else ()
        if any(subject.is_meant_by(owner) for subject, _ in self.subjects for owner in owners):
            return None
        for subject, instead in self.subjects:
            document = subject.without(document, instead)
        return document


@dataclass(frozen=True, slots=True)
class _EntryWithout:
    """Makes of a commit one without the ``subjects``."""

    subjects: Subjects

    def __call__(self, entry: HistoryEntry) -> HistoryEntry:
        for subject, instead in self.subjects:
            by, about = (instead.id if one in subject.ids else one for one in (entry.event.by, entry.event.about))
            before, after = (
                {key: subject.without(channel, instead) for key, channel in channels.items()}
                for channels in (entry.before, entry.after)
            )
            entry = HistoryEntry(entry.seq, replace(entry.event, by=by, about=about), before, after)
        return entry
