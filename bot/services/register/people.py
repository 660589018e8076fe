"""People as the register comes to know them: found by a reference, or made from it at first sight."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from bot.domain.language import Language
from bot.domain.people import Actor, Person, PersonId, person_from_reference
from bot.domain.register import Register
from bot.services.committing import update, update_register
from bot.services.ports import Change, Event, EventKind, State, Store
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


@dataclass(frozen=True, slots=True)
class Account:
    """What a workspace's directory says of an account: the identity in the register, the name, the e-mail address."""

    identity: str
    display_name: str = ""
    email: str = ""


def _as_in_directory(register: Register, account: Account, changed: Mapping[PersonId, Person]) -> Person | None:
    """The person of the register whom the directory means, as they are described there; ``changed`` are those of whom
    it has told already."""

    def named_by(reference: str) -> Person | None:
        found = register.person_by_reference(reference)
        return found and changed.get(found.id, found)

    known = named_by(account.identity)
    if known is None and account.email:
        surface = account.identity.partition(":")[0] + ":"
        by_email = named_by(account.email)
        # An address that has gone to another account since does not bring the old one's rights along.
        taken = by_email is not None and any(other.startswith(surface) for other in by_email.identities)
        known = None if taken else by_email
    if known is None:
        return None
    identities = known.identities if account.identity in known.identities else (*known.identities, account.identity)
    name = account.display_name or known.display_name
    return dataclasses.replace(known, identities=identities, display_name=name)


class People:
    """Who somebody is, and what they choose for themselves."""

    def __init__(self, store: Store, email_domains: Collection[str] = ()) -> None:
        self._store = store
        self._email_domains = frozenset(email_domains)

    async def in_directory(self, account: Account) -> Person:
        """The person whom a workspace's directory describes so, taken in as in ``take_in``.

        The e-mail address, by which the settings may name somebody, is given and not stored; nothing is of those whom
        the register does not know. Raises StoreError.
        """
        own = self._with_own_address(account)
        register = await self.take_in([account])
        known = register.person_by_reference(own.identity)
        person = known or dataclasses.replace(person_from_reference(own.identity), display_name=own.display_name)
        return dataclasses.replace(person, email=own.email or person.email)

    async def take_in(self, accounts: Iterable[Account]) -> Register:
        """Keep the register's people up with what the directory says of ``accounts``, in one commit; gives the
        register after it. Names are no history: nobody here has changed them.

        Whom the register knows by their e-mail address alone, it knows by their account as well from then on, where the
        address is of the municipality's own domains; anybody can type an address, so only a directory's counts. Raises
        StoreError.
        """
        described = [self._with_own_address(account) for account in accounts]

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            changed: dict[PersonId, Person] = {}
            for account in described:
                person = _as_in_directory(register, account, changed)
                if person is not None and person != changed.get(person.id, register.people[person.id]):
                    changed[person.id] = person
            return puts(people=changed.values())

        state = await self._store.read()
        if plan(state):  # as hardly ever: who asks something need not wait for those who write
            _, state = await update(self._store, plan)
        return register_of(state)

    def _with_own_address(self, account: Account) -> Account:
        is_own = account.email.rpartition("@")[2] in self._email_domains
        return account if is_own else dataclasses.replace(account, email="")

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
