"""Spells: the time in which a channel is not known to be updated, and what was told of it.

All is counted in working days from the day on which the channel left *active*; days on which no reminders may go out at
all do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.domain.calendar.working_time import Days, WorkingTime
from bot.domain.channels import Channel, ChannelId, Status
from bot.domain.evidence import Evidence, SourceState, State, newest, state_of, with_seen
from bot.domain.people import PersonId
from bot.domain.reminders.ladder import MOST, RUNGS, Rung, Step
from bot.domain.reminders.silence import Quiet, Silence

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """``person`` was told ``on`` that day, for the ``n``-th time, in the seat of ``seat``: their own, or that of
    somebody whom they stand in for. ``later`` is the day until which the person put off the rest."""

    step: Step
    n: int
    seat: PersonId
    person: PersonId
    on: date
    later: date | None = None


@dataclass(frozen=True, slots=True)
class SpellRecord:
    """What was said so far of the spell of ``channel`` that started from the evidence of the day ``spell``. With
    ``shadow`` nobody but the ICT secretary heard of it."""

    channel: ChannelId
    spell: date
    told: tuple[Told, ...] = ()
    shadow: bool = False

    def with_told(self, told: Iterable[Told]) -> SpellRecord:
        """The record with ``told`` at its end."""
        return replace(self, told=(*self.told, *told))

    def put_off(self, person: PersonId, until: date) -> SpellRecord:
        """The record with the rest of the spell put off for ``person``: in every seat in which they were told last."""
        last = {(entry.step, entry.seat): entry for entry in self.told}
        moved = {entry for entry in last.values() if entry.person == person}
        return replace(self, told=tuple(replace(e, later=until) if e in moved else e for e in self.told))

    def days_of(self, person: PersonId) -> int:
        """On how many days ``person`` was told of this spell."""
        return len({entry.on for entry in self.told if entry.person == person})

    def is_over_for(self, person: PersonId) -> bool:
        """Whether nothing more comes to ``person`` of this spell by itself."""
        mine = [entry for entry in self.told if entry.person == person]
        return all(entry.n >= RUNGS[entry.step][-1].n for entry in mine) or self.days_of(person) >= MOST


@dataclass(frozen=True, slots=True)
class Spell:
    """A spell of ``channel``: it started from ``evidence``, and its working days are counted from ``begin``."""

    channel: Channel
    evidence: Evidence
    state: State
    begin: date


@dataclass(frozen=True, slots=True)
class Ladder:
    """Counts the days of spells: working days on which reminders are not paused. ``since`` is the day from which on
    people get reminders at all, so that what had been going on for long begins from its first rung then. ``sources``
    are how the channels' sources do."""

    working: WorkingTime
    interval_days: int
    since: date
    pauses: tuple[Days, ...] = ()
    sources: Mapping[ChannelId, SourceState] = field(default_factory=dict)
    _known: dict[tuple[date, int], date] = field(default_factory=dict, repr=False, compare=False)
    """The days that were counted already: many spells begin on the same one."""

    def spell_of(self, channel: Channel, today: date) -> Spell | Silence:
        """The spell that ``channel`` is in on ``today``, or why there is none."""
        status = channel.status_on(today)
        if status is not Status.IN_USE:
            until = channel.pause.end if status is Status.PAUSED and channel.pause else None
            return Silence(Quiet(status), channel.id, until=until)
        interval, source = channel.update_interval_days or self.interval_days, self.sources.get(channel.id)
        known = with_seen(channel.evidence, source)
        evidence = newest(known)
        if evidence is None:
            return Silence(Quiet.NO_EVIDENCE, channel.id)
        left_active = evidence.on + timedelta(days=interval + 1)
        if today < left_active:
            return Silence(Quiet.ACTIVE, channel.id, until=left_active - _DAY)
        state = state_of(known, source, interval, today)
        if state is State.UNKNOWN:
            return Silence(Quiet.UNKNOWN, channel.id)
        if source is not None and source.fails:
            return Silence(Quiet.SOURCE_FAILS, channel.id)
        begin = max(left_active, self.since)
        if channel.pause is not None and channel.pause.start <= today:
            begin = max(begin, channel.pause.end + _DAY)
        return Spell(channel, evidence, state, begin)

    def day(self, begin: date, number: int) -> date:
        """The working day ``number`` from ``begin``, which is day 0 where it is one itself."""
        known = self._known.get((begin, number))
        if known is None:
            day = self._next(begin) if number == 0 else self._next(self.day(begin, number - 1) + _DAY)
            known = self._known[begin, number] = day
        return known

    def next_rung(self, spell: Spell, record: SpellRecord, step: Step, seat: PersonId, today: date) -> Due | Silence:
        """The newest rung that is due for ``seat`` on ``today``, or why there is none. Rungs that were missed are not
        climbed one by one."""
        last, base, shift = 0, spell.begin, 0
        for entry in record.told:
            if entry.step is step and entry.seat == seat:
                last = max(last, entry.n)
                if entry.later is not None and entry.n < len(RUNGS[step]):
                    base, shift = entry.later, RUNGS[step][entry.n].day
        ahead = [
            Due(rung, self.day(base, max(0, rung.day - shift)), put_off=base is not spell.begin)
            for rung in RUNGS[step]
            if rung.n > last
        ]
        if not ahead:
            return Silence(Quiet.TOLD, spell.channel.id, seat)
        due = [rung for rung in ahead if rung.day <= today]
        if due:
            return due[-1]
        why = Quiet.PUT_OFF if ahead[0].put_off else Quiet.NOT_YET
        return Silence(why, spell.channel.id, seat, ahead[0].day)

    def _next(self, day: date) -> date:
        """The first day from ``day`` on that counts."""
        day = self.working.next_working_day(day)
        while pause := next((pause for pause in self.pauses if day in pause), None):
            day = self.working.next_working_day(pause.end + _DAY)
        return day


@dataclass(frozen=True, slots=True)
class Due:
    """A rung, and the day from which on it is due; ``put_off`` where the person had moved it."""

    rung: Rung
    day: date
    put_off: bool = False
