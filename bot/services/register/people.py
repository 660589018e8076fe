"""People as the register comes to know them: found by a reference, or made from it at first sight."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from datetime import datetime
from itertools import count

from bot.domain.language import Language
from bot.domain.people import Actor, Person, PersonId, person_from_reference
from bot.domain.register import Register
from bot.services.committing import update_register
from bot.services.ports import Change, Event, EventKind, Store
from bot.services.register.documents import puts, register_of


class PeopleFinder:
    """Gives ids for the references in one change, and collects the people that are new with it."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._new: dict[str, Person] = {}

    def id_of(self, reference: str) -> PersonId:
        """The id of the person whom a parsed reference names."""
        known = self._register.person_by_reference(reference)
        if known is not None:
            return known.id
        if reference not in self._new:
            person = person_from_reference(reference)
            taken = self._register.people.keys() | {new.id for new in self._new.values()}
            free = (person.id if n == 1 else f"{person.id}-{n}" for n in count(1))
            self._new[reference] = dataclasses.replace(person, id=next(one for one in free if one not in taken))
        return self._new[reference].id

    def with_person(self, person: Person) -> tuple[Person, ...]:
        """The new people, and ``person`` where the register does not know them either."""
        known = person.id in self._register.people or any(new.id == person.id for new in self.new)
        return self.new if known else (*self.new, person)

    @property
    def new(self) -> tuple[Person, ...]:
        """The people whom the register has not seen before."""
        return tuple(self._new.values())


def reference_of(register: Register, person_id: PersonId) -> str:
    """What files and forms name a person by: the first identity, else the e-mail address, else the id."""
    person = register.person(person_id)
    return person.identities[0] if person.identities else person.email or person.id


def named(register: Register, reference: str) -> Person:
    """The person whom a parsed reference names, also where the register does not know them."""
    return register.person_by_reference(reference) or person_from_reference(reference)


def _as_in_directory(register: Register, identity: str, display_name: str, email: str) -> Person | None:
    """The person of the register whom the directory means, as they are described there."""
    known = register.person_by_reference(identity)
    if known is None and email:
        surface = identity.partition(":")[0] + ":"
        by_email = register.person_by_reference(email)
        # An address that has gone to another account since does not bring the old one's rights along.
        taken = by_email is not None and any(other.startswith(surface) for other in by_email.identities)
        known = None if taken else by_email
    if known is None:
        return None
    identities = known.identities if identity in known.identities else (*known.identities, identity)
    return dataclasses.replace(known, identities=identities, display_name=display_name or known.display_name)


class People:
    """Who somebody is, and what they choose for themselves."""

    def __init__(self, store: Store, email_domains: Collection[str] = ()) -> None:
        self._store = store
        self._email_domains = frozenset(email_domains)

    async def in_directory(self, identity: str, display_name: str, email: str, at: datetime) -> Person:
        """The person whom a workspace's directory describes so.

        Whom the register knows by this e-mail address alone, it knows by ``identity`` as well from then on, where the
        address is of the municipality's own domains; anybody can type an address, so only a directory's counts. Names
        are kept up with the directory. The address itself, by which the settings may name somebody, is given and not
        stored; nothing is of those whom the register does not know.
        """
        register = register_of(await self._store.read())
        email = email if email.rpartition("@")[2] in self._email_domains else ""
        current = _as_in_directory(register, identity, display_name, email)
        if current is None:
            return dataclasses.replace(person_from_reference(identity), display_name=display_name, email=email or None)
        if current == register.people[current.id]:
            return dataclasses.replace(current, email=email or current.email)

        def plan(register: Register) -> list[Change]:
            new = _as_in_directory(register, identity, display_name, email)
            return puts(people=(new,)) if new else []

        _, after = await update_register(self._store, Event(current.id, at, EventKind.DIRECTORY), plan)
        known = after.person(current.id)
        return dataclasses.replace(known, email=email or known.email)

    async def version(self) -> int:
        """The register's version, which tells whether anything about anybody can have changed."""
        return register_of(await self._store.read()).version

    async def nameless(self, surface: str) -> tuple[int, tuple[str, ...]]:
        """The identities that begin with ``surface`` of people who have no name yet, and the register's version."""
        register = register_of(await self._store.read())
        identities = (
            identity for person in register.people.values() if not person.display_name for identity in person.identities
        )
        return register.version, tuple(identity for identity in identities if identity.startswith(surface))

    async def knows(self, identity: str) -> bool:
        """Whether the register knows the person with ``identity``."""
        return register_of(await self._store.read()).person_by_reference(identity) is not None

    async def by_identity(self, identity: str, display_name: str = "") -> Person:
        """The person with ``identity``; one whom the register does not know is not stored, only named."""
        register = register_of(await self._store.read())
        known = register.person_by_reference(identity)
        return known or dataclasses.replace(person_from_reference(identity), display_name=display_name)

    async def choose_language(self, actor: Actor, language: Language, at: datetime) -> Person:
        """Keep ``language`` as the actor's own choice for all replies and notices."""

        def plan(register: Register) -> list[Change]:
            person = register.people.get(actor.person.id, actor.person)
            return puts(people=(dataclasses.replace(person, language=language),))

        _, after = await update_register(self._store, Event(actor.person.id, at, EventKind.LANGUAGE), plan)
        return after.person(actor.person.id)
