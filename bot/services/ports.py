"""What the services need from the outside world, as protocols that adapters fulfil."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from bot.domain.channels import Channel, ChannelId
from bot.domain.delivery import Delivery, Retry, Unreachable
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.errors import StoreError
from bot.services.notices import Notice


class Clock(Protocol):
    """The one source of the present. Surfaces and jobs read it once an event and pass the time on as ``at``."""

    def now(self) -> datetime:
        """The present, aware, in the municipality's time zone."""
        ...


class VersionConflictError(StoreError):
    """Somebody else changed what is stored in the meantime: read it again and decide anew."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What one commit puts in place: whole channels and people, new or in place of those with the same id."""

    channels: tuple[Channel, ...] = ()
    people: tuple[Person, ...] = ()


class EventKind(StrEnum):
    """What is done to the register. Each is a text, ``event-…``; the values are kept in the history, and stay."""

    REGISTER = "register"
    EDIT = "edit"
    RETIRE = "retire"
    PAUSE = "pause"
    UPDATED = "updated"
    AWAY = "away"
    COVER_DECLINED = "cover_declined"
    HANDOVER = "handover"
    MAINTAINERS = "maintainers"
    LEFT = "left"
    UNDO = "undo"
    LANGUAGE = "language"
    DIRECTORY = "directory"
    """The workspace's directory told somebody's name, or the account that an e-mail address belongs to."""
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Event:
    """Who does what, when: ``what`` is an ``EventKind``, or what an older version kept; ``at`` is aware."""

    by: PersonId
    at: datetime
    what: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One commit as it is kept. ``before`` and ``after`` hold the channels it touched; a channel that was new is absent
    from ``before``. People are kept by id only."""

    seq: int
    event: Event
    before: Mapping[ChannelId, Channel] = field(default_factory=dict)
    after: Mapping[ChannelId, Channel] = field(default_factory=dict)

    @property
    def added_channels(self) -> bool:
        """Whether a channel came into the register with it."""
        return bool(self.after.keys() - self.before.keys())

    @property
    def is_import_of_channels(self) -> bool:
        """Whether it brought channels from a file: too much to be taken back at one press."""
        return self.event.what == EventKind.IMPORT and self.added_channels


class RegisterStore(Protocol):
    """Keeps the register. What ``commit`` has returned for is never lost."""

    async def read(self) -> Register:
        """The register as of the last commit.

        Raises StoreError where it cannot be read.
        """
        ...

    async def commit(self, changes: Changes, expected_version: int, event: Event) -> Register:
        """Put ``changes`` in place, all or none, and give the register that results.

        The version of each channel put grows by one. A commit whose caller is cancelled may still go through. Raises
        VersionConflictError where the register's version is no longer ``expected_version``, StoreError where nothing
        could be written.
        """
        ...

    async def entry(self, seq: int) -> HistoryEntry | None:
        """The commit with the number ``seq``, or None where there is none.

        Raises StoreError where it cannot be read.
        """
        ...

    async def history(self, channel: ChannelId | None = None) -> Sequence[HistoryEntry]:
        """The commits, oldest first; only those that touched ``channel``, where one is given.

        Raises StoreError where they cannot be read.
        """
        ...

    async def close(self) -> None:
        """Finish what is under way and let go of the files."""
        ...


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Collection(Generic[T]):
    """A kind of document that a ``DocumentStore`` keeps: its name in the file, and the type of its documents, a frozen
    dataclass. Declared once, beside the service whose documents they are."""

    name: str
    type: type[T]


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One document put in place under ``key``, or removed where ``document`` is None."""

    collection: Collection[Any]
    key: str
    document: object | None

    @classmethod
    def put(cls, collection: Collection[T], key: str, document: T) -> DocumentChange:
        """``document`` in place of what was under ``key``."""
        return cls(collection, key, document)

    @classmethod
    def remove(cls, collection: Collection[T], key: str) -> DocumentChange:
        """Nothing under ``key`` any more; what was there is gone from the disk as well, before long."""
        return cls(collection, key, None)


@dataclass(frozen=True, slots=True)
class Documents:
    """What a ``DocumentStore`` holds as of one commit; ``version`` grows by one at each."""

    by_collection: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    version: int = 0

    def of(self, collection: Collection[T]) -> Mapping[str, T]:
        """The documents of ``collection`` by key, in the order in which they were first put."""
        return self.by_collection.get(collection.name, {})


class DocumentStore(Protocol):
    """Keeps documents by collection and key: the work in hand, the questions. What ``commit`` has returned for is never
    lost. Unlike the register's, the past is not kept."""

    async def read(self) -> Documents:
        """All documents as of the last commit.

        Raises StoreError where they cannot be read.
        """
        ...

    async def commit(self, changes: Sequence[DocumentChange], expected_version: int) -> Documents:
        """Put ``changes`` in place, all or none, and give what results.

        A commit whose caller is cancelled may still go through. Raises VersionConflictError where the version is no
        longer ``expected_version``, StoreError where nothing could be written.
        """
        ...

    async def close(self) -> None:
        """Finish what is under way and let go of the files."""
        ...


class Notifier(Protocol):
    """Brings a notice to a person."""

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        """Send ``notice``; the outcome is returned, not raised."""
        ...


HandOver = Callable[[], Awaitable[Delivery]]
"""Hands a notice over to a surface that has all it needs; the outcome is returned, not raised."""


class SurfaceNotifier(Protocol):
    """Brings notices to people on a surface, in two steps: what a stop leaves open is only whether the second was
    taken."""

    async def prepare(self, person: Person, notice: Notice, at: datetime) -> HandOver | Retry | Unreachable:
        """Do all that can take long or fail before ``notice`` goes out, such as looking ``person`` up, and give the
        rest, which is but the handing over; or say why it cannot go out. Nothing is raised, and nothing has gone out.
        """
        ...

    def refusal(self, person: Person) -> Unreachable | None:
        """Why ``person`` can not be reached on this surface, as far as can be said without asking it; None where it is
        worth trying."""
        ...
