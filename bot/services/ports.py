"""What the services need from the outside world, as protocols that adapters fulfil."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from operator import is_
from typing import Any, Generic, Protocol, TypeVar

from bot.domain.channels import Channel, ChannelId
from bot.domain.people import PersonId
from bot.errors import StoreError


class Clock(Protocol):
    """The one source of the present. Surfaces and jobs read it once an event and pass the time on as ``at``."""

    def now(self) -> datetime:
        """The present, aware, in the municipality's time zone."""
        ...


class VersionConflictError(StoreError):
    """Somebody else changed what is stored in the meantime: read it again and decide anew."""


class EventKind(StrEnum):
    """What is done to the register. Each is a text, ``event-…``; the values are kept in the history, and stay."""

    REGISTER = "register"
    EDIT = "edit"
    RETIRE = "retire"
    PAUSE = "pause"
    UPDATED = "updated"
    AWAY = "away"
    BACK = "back"
    ABSENT = "absent"
    COVER_DECLINED = "cover_declined"
    HANDOVER = "handover"
    MAINTAINERS = "maintainers"
    LEFT = "left"
    RETURNED = "returned"
    UNDO = "undo"
    LANGUAGE = "language"
    DIRECTORY = "directory"
    """The workspace's directory told somebody's name, or the account that an e-mail address belongs to."""
    EXEMPT = "exempt"
    CONFIRM = "confirm"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Event:
    """Who does what, when: ``what`` is an ``EventKind``, or what an older version kept; ``at`` is aware. ``about`` is
    the person whom it concerns, where it is about nothing else."""

    by: PersonId
    at: datetime
    what: str
    about: PersonId = ""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One commit as it is kept: ``seq`` counts them from 1. ``before`` and ``after`` hold the channels it touched; a
    channel that was new is absent from ``before``. People are kept by id only."""

    seq: int
    event: Event
    before: Mapping[ChannelId, Channel] = field(default_factory=dict)
    after: Mapping[ChannelId, Channel] = field(default_factory=dict)

    @property
    def concerns(self) -> frozenset[str]:
        """The channels that it touched, or the person whom it is about."""
        return frozenset(self.after) or frozenset(filter(None, [self.event.about]))

    @property
    def can_be_undone(self) -> bool:
        """Whether it can be taken back at one press, as far as it alone tells."""
        if self.event.what == EventKind.LEFT:
            return bool(self.event.about)
        # An import that brought channels is too much to be taken back at one press.
        return bool(self.after) and not (self.event.what == EventKind.IMPORT and self.added_channels)

    @property
    def added_channels(self) -> bool:
        """Whether a channel came into the register with it."""
        return bool(self.after.keys() - self.before.keys())


T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Collection(Generic[T]):
    """A kind of document that a ``Store`` keeps: its name there, and the type of its documents, a frozen dataclass.
    Declared once, beside the service whose documents they are.

    What is ``in_history`` changes with an event only, and is kept there before and after.
    """

    name: str
    type: type[T]
    in_history: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One document put in place under ``key``, or removed where ``document`` is None."""

    collection: Collection[Any]
    key: str
    document: object | None

    @classmethod
    def put(cls, collection: Collection[T], key: str, document: T) -> Change:
        """``document`` in place of what was under ``key``."""
        return cls(collection, key, document)

    @classmethod
    def remove(cls, collection: Collection[T], key: str) -> Change:
        """Nothing under ``key`` any more; what was there is gone from the disk as well, before long."""
        return cls(collection, key, None)


_NO_DOCUMENTS: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class State:
    """What a ``Store`` holds as of one commit. ``version`` grows by one at each commit, ``seq`` at each one of
    history.

    States that follow one another share the documents of collections that no commit has touched, and what was worked
    out from those.
    """

    by_collection: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    version: int = 0
    seq: int = 0
    worked_out: dict[object, tuple[tuple[object, ...], Any]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, collection: Collection[T]) -> Mapping[str, T]:
        """The documents of ``collection`` by key, in the order in which they were first put."""
        return self.by_collection.get(collection.name, _NO_DOCUMENTS)

    def after(self, changes: Sequence[Change]) -> State:
        """What will be held once ``changes`` are committed, for plans that go on from there; the version is this one's
        still."""
        touched = {change.collection.name for change in changes}
        tables = {name: dict(self.by_collection.get(name, _NO_DOCUMENTS)) for name in touched}
        for change in changes:
            if change.document is None:
                tables[change.collection.name].pop(change.key, None)
            else:
                tables[change.collection.name][change.key] = change.document
        return State({**self.by_collection, **tables}, self.version, self.seq)

    def view(self, make: Callable[[State], V], *collections: Collection[Any]) -> V:
        """What ``make`` works out from the documents of ``collections`` alone: the same object for as long as none of
        them is touched."""
        documents = tuple(map(self.of, collections))
        known = self.worked_out.get(make)
        if known is None or not all(map(is_, known[0], documents)):
            known = self.worked_out[make] = (documents, make(self))
        made: V = known[1]
        return made

    def earlier(self, make: Callable[[State], V]) -> V | None:
        """What ``make`` worked out last, of this state or one before: what it has in common with what is made now need
        not be worked out again."""
        known = self.worked_out.get(make)
        return known and known[1]


class Store(Protocol):
    """Keeps documents by collection and key. What ``commit`` has returned for is never lost."""

    async def read(self) -> State:
        """All documents as of the last commit. Raises StoreError where they cannot be read."""
        ...

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        """Put ``changes`` in place, all or none, and give the state that results; with ``event``, this is history.

        A commit whose caller is cancelled may still go through. Raises VersionConflictError where the version is no
        longer ``expected_version``, StoreError where nothing could be written, and ValueError where a collection that
        is in history changes without an event.
        """
        ...

    async def entry(self, seq: int) -> HistoryEntry | None:
        """The commit that has the number ``seq`` in history, or None where there is none. Raises StoreError where it
        cannot be read."""
        ...

    async def history(
        self, *channels: ChannelId, newest: int | None = None, before: int | None = None
    ) -> Sequence[HistoryEntry]:
        """The commits that are history, oldest first: those that touched one of ``channels``, where such are named, and
        of them the ``newest`` so many with a number below ``before``. The newest are found without reading the rest.
        Raises StoreError where they cannot be read."""
        ...

    async def close(self) -> None:
        """Finish what is under way and let go of the files."""
        ...


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What two stores are to hold instead of what they hold: all documents of each by collection, and what becomes of
    each commit that is history, whose number and time stay; an equal ``entry`` makes the same of the same."""

    kept: Mapping[str, Mapping[str, Any]]
    questions: Mapping[str, Mapping[str, Any]]
    entry: Callable[[HistoryEntry], HistoryEntry]


Rewriting = Callable[[State, State], Rewritten]
"""What is to be rewritten, from what is kept and the questions as they are just then; raises to refuse."""

Rewrite = Callable[[Rewriting], Awaitable[None]]
"""Rewrites what is kept, the questions and the history at one stroke: all of it or nothing, also where it is stopped on
the way. What was there before is gone from the disk, and the version of both stores has grown, so that no change that
was planned before goes through. Raises StoreError, and what the rewriting raises."""
