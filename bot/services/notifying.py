"""What brings notices to people: the ports that the services post through, and that surfaces fulfil."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.delivery import Delivery, Retry, Unreachable
from bot.domain.people import Person, PersonId, WorkspaceAccount
from bot.services.notices import Notice
from bot.services.ports import Change, State


@dataclass(frozen=True, slots=True)
class Post:
    """A ``notice`` for ``person``. Whatever is posted under one ``key`` goes out once, however often it is planned.

    One that has an end, ``until``, goes out in office hours only, and expires then.
    """

    key: str
    person: Person
    notice: Notice
    until: datetime | None = None


def posts_to(
    people: Iterable[Person], key: str, notice: Notice, until: datetime | None = None, *, but: PersonId = ""
) -> list[Post]:
    """The ``notice`` for each of ``people`` ``but`` one, under the ``key`` and the person's id."""
    return [Post(f"{key}/{one.id}", one, notice, until) for one in people if one.id != but]


class Notifier(Protocol):
    """Brings notices to people, once what they tell of is committed."""

    def posting(self, state: State, posts: Iterable[Post], at: datetime) -> list[Change]:
        """The changes to ``state`` that put ``posts`` on their way, for whoever commits them together with what they
        tell of; those whose key is there already are left out. Pure."""
        ...

    def refusal(self, person: Person) -> Unreachable | None:
        """Why nothing can be sent to ``person``, as far as is known before it is tried; None where it is worth
        trying."""
        ...

    def posted(self) -> None:
        """Hear that there is something new to deliver; to be called after the commit."""
        ...


HandOver = Callable[[], Awaitable[Delivery]]
"""Hands a notice over to a surface that has all it needs; the outcome is returned, not raised."""


class Bringing(Protocol):
    """Brings notices to people, on one surface or on whichever they are reached on, in two steps: what a stop leaves
    open is only whether the second was taken."""

    async def prepare(
        self, person: Person, notice: Notice, at: datetime, place: str = ""
    ) -> HandOver | Retry | Unreachable:
        """Do all that can take long or fail before ``notice`` goes out, such as looking ``person`` up, and give the
        rest, which is but the handing over; or say why it cannot go out. Nothing is raised, and nothing has gone out.
        With ``place``, it is to take the place of what was delivered there.
        """
        ...

    def refusal(self, person: Person) -> Unreachable | None:
        """Why ``person`` can not be reached, as far as can be said without asking a surface; None where it is worth
        trying."""
        ...


class SurfaceNotifier(Bringing, Protocol):
    """Brings notices to people on a surface."""

    async def is_up(self) -> bool:
        """Whether the surface answers a read that costs it little. Nothing is raised."""
        ...


class Accounts(Protocol):
    """The directories of all workspaces together."""

    async def account(self, reference: str, at: datetime) -> WorkspaceAccount | None:
        """The account that ``reference`` names; None where there is no directory for such. Nothing is raised: where a
        directory does not answer soon, the standing is unknown."""
        ...


class Reaching(Bringing, Protocol):
    """All surfaces together, as whoever delivers sees them."""

    def opens(self, person: Person, at: datetime) -> datetime:
        """The moment from which the surface of ``person`` may take something again: ``at``, unless it has asked to be
        left alone, or does not answer."""
        ...
