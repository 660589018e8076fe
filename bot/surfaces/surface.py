"""What every surface is to the rest of the bot, and all of them together, as notices see them."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from aiohttp import web

from bot.conversation.exchange import Incoming, Outcome
from bot.domain.delivery import Reason, Retry, Unreachable
from bot.domain.language import Language
from bot.domain.people import Person, PersonId, WorkspaceAccount, is_email
from bot.messages.model import Message
from bot.services.claims import Claims
from bot.services.interruptions import Interruptions
from bot.services.notices import Notice
from bot.services.notifying import HandOver, SurfaceNotifier
from bot.services.people.absences import Absences
from bot.services.ports import Clock
from bot.services.register.people import People
from bot.services.register.staffing import Staffing
from bot.surfaces.lines import Line
from bot.surfaces.newest import Newest

REMEMBERED: Final = 5_000
"""How many people it is remembered of where they last were."""

Handle = Callable[[Incoming], Awaitable[Outcome]]
"""Handles one thing that a person did; raises nothing."""

RenderNotice = Callable[[Notice, Language], Message]
"""The message that tells of a notice, in a language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """What a surface is given of the bot.

    ``handle`` is the conversation. ``people``, ``staffing`` and ``absences`` take in what a directory says of
    accounts. ``interruptions`` keeps who waits for a reply that does not go out with the acknowledgement, ``claims``
    what was taken on, so that it is done once however often it is sent. ``clock`` is read once an event. ``command`` is
    the slash command's name, ``language`` that of replies to nobody in particular. ``named``
    are the people to whom the settings give a role, as references.
    """

    handle: Handle
    people: People
    staffing: Staffing
    absences: Absences
    interruptions: Interruptions
    claims: Claims
    clock: Clock
    command: str
    language: Language
    named: frozenset[str]


class Surface(Protocol):
    """A place where people meet the bot, such as a workspace in Slack. Whoever makes one has connected it.

    What somebody does there becomes an ``Incoming``, goes to the bot's ``handle``, and the ``Outcome`` is rendered in
    the place's own idiom. A text that goes in has identities (``slack:U0123ABCD``) in place of the place's mark-up:
    nothing behind the surface knows any. Where the place expects an answer soon, it gets one at once and the reply
    follows; what it sends again is handled once.
    """

    @property
    def scheme(self) -> str:
        """What the identities of the people here begin with, such as ``slack:``."""
        ...

    @property
    def notifier(self) -> SurfaceNotifier:
        """Brings notices to people here, of its own accord."""
        ...

    async def account(self, reference: str, at: datetime) -> WorkspaceAccount | None:
        """Whose account it is that ``reference``, an identity here or an e-mail address, names; None where that is not
        known here. Nothing is raised, and nobody waits for long: the standing is unknown then."""
        ...

    def add_to(self, app: web.Application) -> None:
        """Serve this surface's requests under paths of its own; nothing else of ``app`` is touched. Called once, before
        ``app`` runs."""
        ...

    async def keep_up(self) -> None:
        """Do what goes on beside the requests, such as keeping the register's people up with a directory, until
        cancelled. What fails is logged, and tried again. A surface that has nothing to do returns."""
        ...

    def trouble(self) -> str | None:
        """Why nothing that people do here can be heard just now, in English for ``/readyz`` and the log; None where all
        is well as far as can be told."""
        ...

    def limits(self) -> Sequence[str]:
        """What does not work here just now although the rest does, and what to do, in English for ``/readyz``."""
        ...

    async def drain(self) -> None:
        """Let what is under way get through before the bot stops, within some seconds. No requests come any more."""
        ...


class Surfaces:
    """The surfaces of one application, in the order in which they are configured. Together they are ``Accounts``, by
    their directories, and ``Reaching``: each
    notice reaches a person on one of them, where they have several, and one that is in trouble holds only itself up."""

    def __init__(self) -> None:
        self._surfaces: list[Surface] = []
        self._lines: dict[str, Line] = {}
        self._last: Newest[PersonId, str] = Newest(REMEMBERED)

    def __iter__(self) -> Iterator[Surface]:
        return iter(self._surfaces)

    def __len__(self) -> int:
        return len(self._surfaces)

    def add(self, surface: Surface) -> None:
        """Take ``surface`` in, after the others."""
        self._surfaces.append(surface)
        self._lines[surface.scheme] = Line(surface.notifier, surface.scheme)

    def met(self, person: Person, scheme: str) -> None:
        """Remember that ``person`` was just on the surface with ``scheme``. In memory: after a restart, the order of
        configuration decides until they come again."""
        self._last[person.id] = scheme

    async def account(self, reference: str, at: datetime) -> WorkspaceAccount | None:
        """The account that ``reference`` names: an identity on its own surface, an e-mail address on the first that
        knows it; None where no directory tells."""
        for surface in self._surfaces:
            if is_email(reference) or reference.startswith(surface.scheme):
                account = await surface.account(reference, at)
                if account is not None:
                    return account
        return None

    async def prepare(
        self, person: Person, notice: Notice, at: datetime, place: str = ""
    ) -> HandOver | Retry | Unreachable:
        """Prepare ``notice`` on the first surface that can reach ``person``, or on the one that has its ``place``. One
        that is busy is waited for: the next one could bring the same notice a second time."""
        refused = self.refusal(person)
        for surface in self._for(person):
            if place and not place.startswith(surface.scheme):
                continue
            prepared = await self._lines[surface.scheme].prepare(person, notice, at, place)
            if not isinstance(prepared, Unreachable):
                return prepared
            refused = refused or prepared
        return refused or Unreachable(Reason.NO_SURFACE)

    def refusal(self, person: Person) -> Unreachable | None:
        """Why no surface can reach ``person``, as the first one says it; None where one is worth trying."""
        refusals = [surface.notifier.refusal(person) for surface in self._surfaces]
        return None if None in refusals else next(iter(refusals), Unreachable(Reason.NO_SURFACE))

    def opens(self, person: Person, at: datetime) -> datetime:
        """The moment from which the surface that ``person`` is sought on first may take something again."""
        return next((self._lines[surface.scheme].opens(at) for surface in self._for(person)), at)

    def _for(self, person: Person) -> list[Surface]:
        """The surfaces worth trying: where the person was last, then where they have an identity, then the others,
        which may find them by their e-mail address."""
        last = self._last.get(person.id)
        worth = (surface for surface in self._surfaces if surface.notifier.refusal(person) is None)
        return sorted(worth, key=lambda one: (one.scheme != last, not _has_identity(person, one.scheme)))


def _has_identity(person: Person, scheme: str) -> bool:
    return any(identity.startswith(scheme) for identity in person.identities)
