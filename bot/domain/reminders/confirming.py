"""What nobody can read of a channel's duties, and so is confirmed by its responsible person or, while they are
away, by the cover, twice a year; by the ICT secretary where the responsible person has left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar.working_time import Days
from bot.domain.channels import Channel, ChannelId, DutyId
from bot.domain.duties import Asked, DutyStanding, Standing, is_confirmed_by_people, standings
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.presence import Presence

ALONE_AFTER: Final = timedelta(days=14)
"""How long the question waits for a message that comes anyway, before it comes by itself."""
AT_ONCE: Final = 5
"""How many channels one message asks to confirm; the others are asked about on the next day."""
WAITS: Final = timedelta(days=90)
"""How long from the month's beginning it is asked of who comes back: it is not known for longer who was asked."""


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """What a person is asked to confirm of a channel, and which of its duties are ``open`` by what is known."""

    channel: ChannelId
    duties: tuple[DutyId, ...]
    open: tuple[DutyId, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfirmLine:
    """The same as it is shown: the channel's name, who has access by the register, and whether the person has answered
    (``done``)."""

    channel: ChannelId
    name: str
    duties: tuple[DutyId, ...]
    open: tuple[DutyId, ...]
    holders: tuple[Person, ...]
    done: bool


@dataclass(frozen=True, slots=True)
class HalfYear:
    """The ``days`` on which each channel is asked about once: in their first month, ``month``, or once its responsible
    person is back who was away in all of it."""

    month: Days
    days: Days

    @classmethod
    def of(cls, today: date) -> HalfYear | None:
        """The half-year that is asked about ``today``, in which February or September comes first; None where it is
        too late for that."""
        months = (
            Days(date(today.year, 2, 1), date(today.year, 2, 28)),
            Days(date(today.year, 9, 1), date(today.year, 9, 30)),
        )
        found = (cls(month, Days(month.start, month.start + WAITS)) for month in months)
        return next((one for one in found if today in one.days), None)


def to_confirm(
    register: Register, asked: Asked, not_about: Collection[ChannelId], presence: Presence, half_year: HalfYear
) -> dict[PersonId, tuple[ToConfirm, ...]]:
    """What each person is to be asked next, ``not_about`` these channels: the responsible person who is at work; the
    cover of one who does not come back in the half-year's month; an ICT secretary in place of one who has left."""
    found: dict[PersonId, list[ToConfirm]] = {}
    for channel in register.listed() if asked.sections else ():
        person = _whom_to_ask(channel, presence, half_year) if channel.id not in not_about else None
        if person is not None and (one := _of_channel(channel, register, asked, presence.day)):
            found.setdefault(person, []).append(one)
    return {person: tuple(lines[:AT_ONCE]) for person, lines in found.items()}


def _whom_to_ask(channel: Channel, presence: Presence, half_year: HalfYear) -> PersonId | None:
    if presence.is_here(channel.responsible):
        return channel.responsible
    covers = (one for one in channel.covers_of(channel.responsible, presence.day) if one.end >= half_year.month.end)
    standing_in = [one.person for one in covers if presence.is_here(one.person)]
    # There is time in the month's first half to name a successor, who knows the channel better.
    if channel.responsible in presence.left and presence.day >= half_year.month.start + ALONE_AFTER:
        standing_in += presence.secretaries
    return standing_in[0] if standing_in else None


def confirmable(channel: Channel, stand: Iterable[DutyStanding]) -> Iterator[DutyStanding]:
    """Those of the channel's duties, as they ``stand``, of which people alone can say whether they are kept."""
    said = {one.duty for one in channel.confirmed}
    for one in stand:
        if is_confirmed_by_people(one.duty) and (one.standing is Standing.UNKNOWN or one.duty in said):
            yield one


def line_of(register: Register, one: ToConfirm, day: date) -> ConfirmLine:
    """What was to be confirmed on ``day`` as it is shown now."""
    channel = register.channels[one.channel]
    answered = {said.duty for said in channel.confirmed if said.on >= day}
    people = tuple(map(register.person, holders_of(channel, register, day)))
    done = answered.issuperset(one.duties) and bool(one.duties)
    return ConfirmLine(channel.id, channel.name, one.duties, one.open, people, done)


def holders_of(channel: Channel, register: Register, day: date) -> Iterable[PersonId]:
    """Who can get into the channel by the register: whoever keeps it and has not left by ``day``."""
    return [person for person in channel.keeper_ids if not register.has_left(person, day)]


def _of_channel(channel: Channel, register: Register, asked: Asked, today: date) -> ToConfirm | None:
    stand = standings(channel, register, asked, today)
    not_kept = [one.duty for one in confirmable(channel, stand) if one.standing in _ASKED]
    is_open = [one.duty for one in stand if one.standing is Standing.OPEN and one.duty not in not_kept]
    return ToConfirm(channel.id, tuple(not_kept), tuple(is_open)) if not_kept or is_open else None


_ASKED: Final = frozenset({Standing.UNKNOWN, Standing.OPEN})
