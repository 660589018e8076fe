"""Who may do what: roles from the settings, and what each channel says of its own people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.channels import Channel
from bot.domain.people import Actor, Person, Role, WorkspaceAccount, is_email
from bot.domain.register import Register
from bot.errors import SomebotError


class NotAllowedError(SomebotError):
    """The actor may not do this; ``allowed`` says who may, as a key of the texts."""

    def __init__(self, allowed: str) -> None:
        super().__init__(f"not allowed; allowed: {allowed}")
        self.allowed = allowed


DIRECTORY = Actor(Person("directory", "directory"), frozenset({Role.ICT_SECRETARY}))
"""A workspace's directory, which tells who has left."""


@dataclass(frozen=True, slots=True)
class Access:
    """The people whom the settings give a role, as parsed references (identities or e-mail addresses)."""

    ict_secretaries: tuple[str, ...] = ()
    deciders: tuple[str, ...] = ()

    def actor(self, person: Person, *, guest: bool = False) -> Actor:
        """``person`` with the roles that hold now; a guest never has another role."""
        if guest:
            return Actor(person, frozenset({Role.GUEST}))
        roles = {
            role
            for role, references in ((Role.ICT_SECRETARY, self.ict_secretaries), (Role.DECIDER, self.deciders))
            if _is_among(person, references)
        }
        return Actor(person, frozenset(roles))

    def names(self, account: WorkspaceAccount) -> bool:
        """Whether the settings give the person of ``account`` a role, by the identity or the e-mail address."""
        return not {account.identity, account.email}.isdisjoint(self.references)

    @property
    def references(self) -> tuple[str, ...]:
        """All whom the settings name."""
        return (*self.ict_secretaries, *self.deciders)

    def secretaries(self, register: Register) -> tuple[Person, ...]:
        """The ICT secretaries, as the register knows them; those it does not know yet with just their reference."""
        return _people(register, self.ict_secretaries)

    def deciders_in(self, register: Register) -> tuple[Person, ...]:
        """Those who decide on channels (guideline 3.2), likewise."""
        return _people(register, self.deciders)


NO_ACCESS = Access()
"""Nobody is given a role."""


def require_ict_secretary(actor: Actor) -> None:
    """Raise NotAllowedError unless the actor keeps the register (guideline 3.3)."""
    if not actor.is_ict_secretary:
        raise NotAllowedError("ict-secretary")


def is_keeper(actor: Actor, channel: Channel) -> bool:
    """Whether the actor maintains ``channel``, is responsible for it, or keeps the register."""
    return actor.is_ict_secretary or (actor.may_keep_channels and channel.is_kept_by(actor.person.id))


def sees_all(actor: Actor) -> bool:
    """Whether the actor sees how all channels do: the ICT secretary, and those who decide on channels."""
    return actor.is_ict_secretary or Role.DECIDER in actor.roles


def is_responsible(actor: Actor, channel: Channel, today: date) -> bool:
    """Whether the actor is the channel's responsible person, stands in for them today (guideline 4.8), or keeps the
    register."""
    answering = {channel.responsible, *(cover.person for cover in channel.covers_of(channel.responsible, today))}
    return actor.is_ict_secretary or (actor.may_keep_channels and actor.person.id in answering)


def require_responsible(actor: Actor, channel: Channel, today: date) -> None:
    """Raise NotAllowedError unless the actor answers for the channel today, as ``is_responsible`` says."""
    if not is_responsible(actor, channel, today):
        raise NotAllowedError("responsible")


def require_granter(actor: Actor) -> None:
    """Raise NotAllowedError unless the actor may exempt a channel from a duty: the ICT secretary, and those who decide
    on channels."""
    if not sees_all(actor):
        raise NotAllowedError("exempt")


def require_somebody_here(actor: Actor) -> None:
    """Raise NotAllowedError for guests and for those who have left: they keep no channel."""
    if not actor.may_keep_channels:
        raise NotAllowedError("staff")


def require_keeper(actor: Actor, channel: Channel, covering_on: date | None = None) -> None:
    """Raise NotAllowedError unless the actor maintains ``channel``, is responsible for it, or keeps the register; with
    ``covering_on``, whoever stands in for one of them on that day may as well (guideline 4.8)."""
    is_cover = covering_on is not None and channel.is_covered_by(actor.person.id, covering_on)
    if not (actor.may_keep_channels and is_cover) and not is_keeper(actor, channel):
        raise NotAllowedError("keeper")


def _people(register: Register, references: Iterable[str]) -> tuple[Person, ...]:
    return tuple({person.id: person for person in map(register.named, references)}.values())


def _is_among(person: Person, references: Iterable[str]) -> bool:
    return any(
        reference == (person.email or "").lower() if is_email(reference) else reference in person.identities
        for reference in references
    )
