"""Who is at work on a day, and who stands in for whom (guideline 4.8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.calendar.working_time import Days
from bot.domain.channels import Channel
from bot.domain.people import PersonId
from bot.domain.register import Register
from bot.domain.reminders.ladder import Step


@dataclass(frozen=True, slots=True)
class Absence:
    """``person`` is away on ``days``, for whom no cover is agreed."""

    person: PersonId
    days: Days


@dataclass(frozen=True, slots=True)
class Presence:
    """The people on one day: those who are ``away``, those who have left for good, and the ICT secretaries at work."""

    day: date
    away: frozenset[PersonId]
    left: frozenset[PersonId]
    secretaries: tuple[PersonId, ...]

    @classmethod
    def on(
        cls, day: date, register: Register, absences: Iterable[Absence], secretaries: Iterable[PersonId]
    ) -> Presence:
        """The presence on ``day``. Whoever has agreed on a cover for some channel is away from all of them."""
        away = {absence.person for absence in absences if day in absence.days}
        for channel in register.channels.values():
            if channel.holiday_covers:
                away |= {cover.absent for cover in channel.covers_on(day) if cover.absent is not None}
        left = frozenset(person.id for person in register.people.values() if person.has_left(day))
        here = tuple(one for one in secretaries if one not in away and one not in left)
        return cls(day, frozenset(away), left, here)

    def is_here(self, person: PersonId) -> bool:
        """Whether ``person`` is at work."""
        return person not in self.away and person not in self.left

    def keepers(self, channel: Channel) -> tuple[PersonId, ...]:
        """Those who are to keep the channel up to date: its maintainers who still work here, or else the responsible
        person (guideline 4.2)."""
        return tuple(person for person in channel.maintainer_ids if person not in self.left) or (channel.responsible,)

    def stand_ins(self, channel: Channel, step: Step, seat: PersonId) -> tuple[PersonId, ...]:
        """Who is told in the seat of ``seat``: that person; while they are away, the cover; where the cover is away
        too, the responsible person, and then the ICT secretaries."""
        covers = tuple(
            cover
            for cover in channel.covers_on(self.day)
            if cover.absent == seat or (cover.absent is None and step is Step.MAINTAINER)
        )
        if self.is_here(seat) and all(cover.absent is not None for cover in covers):
            return (seat,)
        at_work = tuple(dict.fromkeys(cover.person for cover in covers if self.is_here(cover.person)))
        if at_work:
            return at_work
        return (channel.responsible,) if self.is_here(channel.responsible) else self.secretaries
