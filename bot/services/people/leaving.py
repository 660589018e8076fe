"""People who leave, and come back: what follows for their channels, and who is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.channels import Channel
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.services.notices import PersonLeft
from bot.services.notifying import Post


@dataclass(frozen=True, slots=True)
class Left:
    """A person who leaves on the day ``on``: the channels that this concerns, ``wanting`` those that want somebody in
    their place, and the people who could not be told. ``later`` is whether the day lies ahead."""

    person: Person
    on: date
    channels: tuple[Channel, ...]
    wanting: tuple[Channel, ...]
    later: bool = False
    not_told: tuple[Person, ...] = ()

    @property
    def kept(self) -> tuple[Channel, ...]:
        """The channels that others see to as before."""
        return tuple(channel for channel in self.channels if channel not in self.wanting)

    @property
    def is_marked(self) -> bool:
        """Whether this is what the register says already."""
        return self.person.left_on == self.on


@dataclass(frozen=True, slots=True)
class Returned:
    """A person who works here, and the channels that are theirs; ``had_left`` is whether the register said otherwise
    before."""

    person: Person
    channels: tuple[Channel, ...]
    had_left: bool


def leaving(register: Register, who: str, on: date, today: date) -> Left:
    """What follows where the person whom the reference ``who`` names leaves ``on`` that day."""
    person = register.named(who)
    channels = register.kept_by(person.id)
    day = max(on, today)

    def stays(keeper: PersonId) -> bool:
        return keeper != person.id and not register.has_left(keeper, day)

    def wants_somebody(channel: Channel) -> bool:
        return channel.responsible == person.id or not any(map(stays, channel.maintainer_ids))

    return Left(person, on, channels, tuple(filter(wants_somebody, channels)), later=on > today)


def leaving_posts(actor: Actor, person: Person, register: Register, secretaries: Iterable[Person]) -> list[Post]:
    """That ``person`` leaves, for all who have to see to their channels but the actor."""
    channels = register.kept_by(person.id)
    hand_over = {one.id: one for one in secretaries} if channels else {}
    responsible = {channel.responsible: register.person(channel.responsible) for channel in channels}
    return [
        Post(
            f"left/{person.id}/{register.version}/{one.id}",
            one,
            PersonLeft(person, channels, hands_over=one.id in hand_over),
        )
        for one in sorted({**responsible, **hand_over}.values(), key=lambda one: one.label)
        if one.id not in (person.id, actor.person.id)
    ]
