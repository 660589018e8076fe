"""Who is told, in the message of a day, that somebody may still get into a channel's account who keeps it no more: the
channel's responsible person or whoever stands in, on the next working day and once more two weeks later. Until somebody
says that it is taken away, it stays an open duty, and in the ICT secretary's week."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.channels import Channel, ChannelId, FormerAccess
from bot.domain.duties import to_be_taken
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.ladder import Step
from bot.domain.reminders.presence import Presence

AGAIN: Final = timedelta(days=14)
"""How long after the first word there is a second, and no more."""
NO_LONGER: Final = timedelta(days=60)
"""Of what is older, nobody is told by this message: who was, and when, is not known for good."""
AT_ONCE: Final = 5
"""How many one message tells of; the others come on the next day."""


@dataclass(frozen=True, slots=True)
class AccessLine:
    """The same as it is shown: the ``person`` who kept the channel up to the day ``since``, and whether the access is
    taken away by now (``done``)."""

    channel: ChannelId
    name: str
    person: Person
    since: date
    done: bool


Told = Collection[tuple[PersonId, date, FormerAccess]]
"""Who was told of what on which day."""


def to_take(register: Register, presence: Presence, told: Told) -> dict[PersonId, tuple[FormerAccess, ...]]:
    """What each person is to be told on the day of ``presence``."""
    found: dict[PersonId, tuple[FormerAccess, ...]] = {}
    for channel in register.listed():
        for one in to_be_taken(channel, register, presence.day):
            if one.since < presence.day <= one.since + NO_LONGER:
                for person in _whom(channel, one.person, presence):
                    if _is_due(person, one, presence.day, told):
                        found[person] = (*found.get(person, ()), one)
    return {person: tuple(sorted(lines, key=lambda one: one.since)[:AT_ONCE]) for person, lines in found.items()}


def line_of(register: Register, one: FormerAccess, today: date) -> AccessLine:
    """What was told as it is now."""
    channel = register.channels[one.channel]
    is_open = any(left.person == one.person for left in to_be_taken(channel, register, today))
    return AccessLine(channel.id, channel.name, register.person(one.person), one.since, not is_open)


def _whom(channel: Channel, gone: PersonId, presence: Presence) -> Iterable[PersonId]:
    """The responsible person, or whoever stands in for them; the ICT secretaries where that is nobody else."""
    people = presence.stand_ins(channel, Step.RESPONSIBLE, channel.responsible)
    return tuple(person for person in people if person != gone) or presence.secretaries


def _is_due(person: PersonId, one: FormerAccess, today: date, told: Told) -> bool:
    days = [on for to, on, what in told if (to, what) == (person, one)]
    return not days or (len(days) == 1 and today >= days[0] + AGAIN)
