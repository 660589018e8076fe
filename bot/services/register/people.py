"""People as the register comes to know them: found by a reference, or made from it at first sight."""

import dataclasses
from collections.abc import Collection, Container, Iterable, Mapping
from datetime import date, datetime
from itertools import count

from bot.domain.language import Language
from bot.domain.people import Actor, Person, PersonId, Standing, WorkspaceAccount, is_email, person_from_reference
from bot.domain.register import Register
from bot.services.access import NO_ACCESS, Access
from bot.services.committing import update, update_register
from bot.services.notifying import Accounts
from bot.services.ports import Change, Event, EventKind, State, Store
from bot.services.register.documents import puts, register_of
from bot.services.register.records.channel_records import Problem


def first_free(wanted: str, taken: Container[str]) -> str:
    """``wanted``, or with the first number after it that is not among ``taken``, from 2 on."""
    return next(one for n in count(1) if (one := wanted if n == 1 else f"{wanted}-{n}") not in taken)


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
            self._new[reference] = dataclasses.replace(person, id=first_free(person.id, taken))
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


def gone(register: Register, field: str, people: Iterable[PersonId], day: date) -> list[Problem]:
    """The problem of the ``field`` that somebody of ``people`` does not work here on ``day``."""
    left = any(register.has_left(person, day) for person in people)
    return [Problem(field, "left", "this person has left")] if left else []


class _Described:
    """The register's people as a directory describes them, and those of them who have ``changed`` by it."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._finder = PeopleFinder(register)
        self._changed: dict[PersonId, Person] = {}

    @property
    def changed(self) -> Iterable[Person]:
        """Whoever is not what the register has of them, or is new."""
        return (one for key, one in self._changed.items() if one != self._register.people.get(key))

    def take_in(self, account: WorkspaceAccount, *, has_role: bool, picked: bool) -> None:
        """Take in what the directory says of ``account``."""
        known = self._known(account)
        if known is None:
            if not (has_role or picked):
                return
            known = dataclasses.replace(
                person_from_reference(account.identity), id=self._finder.id_of(account.identity), identities=()
            )
        identities = tuple(dict.fromkeys((*known.identities, account.identity)))
        name = account.display_name or known.display_name
        # The settings may name somebody by an address alone: by it, they are found.
        email = known.email or account.email or None if has_role else known.email
        self._changed[known.id] = dataclasses.replace(known, identities=identities, display_name=name, email=email)

    def _known(self, account: WorkspaceAccount) -> Person | None:
        known = self._named_by(account.identity)
        if known is not None or not account.email:
            return known
        by_email, surface = self._named_by(account.email), account.identity.partition(":")[0] + ":"
        # An address that has gone to another account since does not bring the old one's rights along.
        taken = by_email is not None and any(other.startswith(surface) for other in by_email.identities)
        return None if taken else by_email

    def _named_by(self, reference: str) -> Person | None:
        found = self._register.person_by_reference(reference)
        return found and self._changed.get(found.id, found)


class People:
    """Who somebody is, and what they choose for themselves. ``accounts`` are the workspaces' directories, ``access``
    says whom the settings give a role."""

    def __init__(
        self,
        store: Store,
        email_domains: Collection[str] = (),
        access: Access = NO_ACCESS,
        accounts: Accounts | None = None,
    ) -> None:
        self._store = store
        self._email_domains = frozenset(email_domains)
        self._access = access
        self._accounts = accounts

    async def in_directory(self, account: WorkspaceAccount) -> Person:
        """The person whom a workspace's directory describes so, taken in as in ``take_in``.

        The e-mail address, by which the settings may name somebody, is given and not stored; nothing is of those whom
        neither the register nor the settings know. Raises StoreError.
        """
        own = self._with_own_address(account)
        register = await self.take_in([own])
        person = register.person_by_reference(own.identity)
        if person is None:
            unknown = person_from_reference(own.identity)
            return dataclasses.replace(unknown, display_name=own.display_name, email=own.email or None)
        return dataclasses.replace(person, email=own.email) if own.email else person

    async def take_in(self, accounts: Iterable[WorkspaceAccount], *, picked: bool = False) -> Register:
        """Keep the register's people up with what the directory says of ``accounts``, in one commit; gives the
        register after it. Names are no history: nobody here has changed them.

        New in the register are those to whom the settings give a role, and all where they were just ``picked``, so that
        they have a name wherever they are named. Whom the register knows by their e-mail address alone, it knows by
        their account as well from then on, where the address is of the municipality's own domains; anybody can type an
        address, so only a directory's counts. Raises StoreError.
        """
        described = [self._with_own_address(account) for account in accounts]

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            people = _Described(register)
            for account in described:
                people.take_in(account, has_role=self._access.names(account), picked=picked)
            return puts(people=people.changed)

        state = await self._store.read()
        if plan(state):  # as hardly ever: who asks something need not wait for those who write
            _, state = await update(self._store, plan)
        return register_of(state)

    async def pick(self, references: Iterable[str], at: datetime) -> Mapping[str, Standing]:
        """Whose accounts those are whom ``references`` name, as far as a directory can tell; the staff among them have
        their names in the register from now on, unless one of the others can not be picked. Raises StoreError."""
        found: dict[str, WorkspaceAccount] = {}
        for reference in dict.fromkeys(references):
            if self._accounts and (not is_email(reference) or self._is_own(reference)):
                account = await self._accounts.account(reference, at)
                found |= {reference: account} if account else {}
        if all(account.standing in (Standing.STAFF, Standing.UNKNOWN) for account in found.values()):
            staff = [account for account in found.values() if account.standing is Standing.STAFF]
            await self.take_in(staff, picked=True)
        return {reference: account.standing for reference, account in found.items()}

    def _with_own_address(self, account: WorkspaceAccount) -> WorkspaceAccount:
        is_given = not account.email or self._is_own(account.email)
        return account if is_given else dataclasses.replace(account, email="")

    def _is_own(self, email: str) -> bool:
        return email.rpartition("@")[2] in self._email_domains

    async def version(self) -> int:
        """The register's version, which tells whether anything about anybody can have changed."""
        return register_of(await self._store.read()).version

    async def nameless(self, surface: str) -> tuple[int, tuple[str, ...]]:
        """The identities that begin with ``surface`` of people who have no name yet, last those whom the settings name,
        and the register's version."""
        register = register_of(await self._store.read())
        people = register.people.values()
        identities = [identity for person in people if not person.display_name for identity in person.identities]
        unseen = [one for one in self._access.references if register.person_by_reference(one) is None]
        nameless = (one for one in (*identities, *unseen) if one.startswith(surface))
        return register.version, tuple(dict.fromkeys(nameless))

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
