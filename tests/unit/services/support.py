"""What the tests of the services share; no tests."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from bot.domain.accounts.platforms import Platform, Platforms
from bot.domain.channels import Channel, UnitName
from bot.domain.delivery import Reason, Unreachable
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Actor, Person, PersonId, Role, person_from_reference
from bot.domain.register import Register
from bot.services.access import Access
from bot.services.notices import Appointed, AuthorisationNamed, Notice
from bot.services.notifying import Post
from bot.services.ports import Change, State
from bot.services.register.change_notices import NoLongerKeeper
from bot.services.register.documents import register_of
from bot.services.register.keeping import RegisterKeeping
from bot.services.register.staffing import Staffing
from bot.storage.memory import MemoryStore
from tests.support.bot_in_memory import NOON
from tests.support.registers import state_of

AT = NOON
TODAY = AT.date()
PLATFORMS: Platforms = {
    "instagram": Platform("instagram", "Instagram", ("insta",), ("instagram.com",)),
    "facebook": Platform("facebook", "Facebook", ("face",), ("facebook.com", "fb.com", "m.me")),
    "website": Platform("website", "Website"),
}
INSTAGRAM = "https://www.instagram.com/esimerkkikirjasto/"


def person(reference: str, name: str = "", **more: Any) -> Person:
    return replace(person_from_reference(reference), display_name=name, **more)


FIRST, SECOND, THIRD = (person(f"slack:U0{name.upper()}", name) for name in ("First", "Second", "Third"))
ICT = person("slack:U0ICT0001", "ICT-sihteeri")
SECRETARY = Actor(ICT, frozenset({Role.ICT_SECRETARY}))
TOLD = Evidence(EvidenceKind.TOLD, date(2026, 11, 20), FIRST.id)


def staff(who: Person) -> Actor:
    return Actor(who)


def guest(who: Person) -> Actor:
    return Actor(who, frozenset({Role.GUEST}))


def channel(channel_id: str = "kirjasto-instagram", **changes: Any) -> Channel:
    """A channel of First's, in use, with evidence from three days ago."""
    plain = Channel(
        channel_id,
        "instagram",
        "Kirjaston Instagram",
        UnitName("Kirjastopalvelut"),
        FIRST.id,
        evidence=(TOLD,),
        version=1,
    )
    return replace(plain, **changes)


def values(**changes: object) -> dict[str, object]:
    """The smallest record of a channel."""
    required = {
        "platform": "instagram",
        "name": "Kirjaston Instagram",
        "unit": "Kirjastopalvelut",
        "responsible": "U0FIRST",
    }
    return {**required, **changes}


def register_with(*channels: Channel, people: tuple[Person, ...] = (FIRST, SECOND, THIRD, ICT)) -> Register:
    return Register({one.id: one for one in channels}, {one.id: one for one in people}, version=len(channels))


def store_of(*channels: Channel, people: tuple[Person, ...] = (FIRST, SECOND, THIRD, ICT)) -> MemoryStore:
    return MemoryStore(state_of(register_with(*channels, people=people)))


class PoliteStore(MemoryStore):
    """Lets others go first after each reading, so that changes at once do meet."""

    async def read(self) -> State:
        state = await super().read()
        await asyncio.sleep(0)
        return state


@dataclass
class Postman:
    """Takes what is posted, each key once, for all but the ``strangers``."""

    strangers: Collection[PersonId] = ()
    taken: dict[str, tuple[PersonId, Notice, datetime]] = field(default_factory=dict)

    @property
    def sent(self) -> list[tuple[PersonId, Notice, datetime]]:
        return list(self.taken.values())

    @property
    def notices(self) -> dict[PersonId, list[Notice]]:
        """What each has got."""
        people = dict.fromkeys(person for person, _, _ in self.sent)
        return {one: [notice for person, notice, _ in self.sent if person == one] for one in people}

    def posting(self, state: State, posts: Iterable[Post], at: datetime) -> list[Change]:
        new = [post for post in posts if post.key not in self.taken]
        self.taken |= {post.key: (post.person.id, post.notice, at) for post in new}
        return []

    def refusal(self, person: Person) -> Unreachable | None:
        return Unreachable(Reason.NO_SURFACE) if person.id in self.strangers else None

    def posted(self) -> None:
        """Nobody waits for it."""


class NobodyHome(Postman):
    """A notifier that reaches nobody."""

    def refusal(self, person: Person) -> Unreachable | None:
        return Unreachable(Reason.NO_SURFACE)


@dataclass
class Desk:
    """The services that keep the register, on a store in memory."""

    store: MemoryStore
    notifier: Postman
    keeping: RegisterKeeping
    staffing: Staffing

    async def channel(self, channel_id: str = "kirjasto-instagram") -> Channel:
        return register_of(await self.store.read()).channels[channel_id]

    async def retire(self, channel_id: str = "kirjasto-instagram", actor: Actor = SECRETARY) -> Channel:
        return await self.keeping.retire(actor, channel_id, "slack:U0SECOND", "arkisto", "verkkosivuilla", AT)

    async def person_id(self, reference: str) -> PersonId:
        found = register_of(await self.store.read()).person_by_reference(reference)
        assert found is not None, f"the register does not know {reference}"
        return found.id

    @property
    def appointed(self) -> set[PersonId]:
        """Who was told of an appointment; nobody is told twice, and besides them only the superiors and those who are
        taken off."""
        told = [person for person, notice, _ in self.notifier.sent if isinstance(notice, Appointed)]
        others = [one for _, one, _ in self.notifier.sent if isinstance(one, AuthorisationNamed | NoLongerKeeper)]
        assert len(told) == len(set(told)) == len(self.notifier.sent) - len(others)
        return set(told)


def desk(*channels: Channel, people: tuple[Person, ...] = (FIRST, SECOND, THIRD, ICT)) -> Desk:
    store, notifier = store_of(*channels, people=people), Postman()
    access = Access(("slack:U0ICT0001",))
    return Desk(store, notifier, RegisterKeeping(store, PLATFORMS, notifier), Staffing(store, access, notifier))
