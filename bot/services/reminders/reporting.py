"""What did not arrive, or may not have, is told to the ICT secretaries: all of a day in one notice.

The day's report takes in what there is to tell for as long as it waits, which it does until nothing else is due. What
comes when it is out goes into that of the next working day.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.people import Person, PersonId
from bot.domain.reminders.notice import NotReachable
from bot.services.notices import NotArrived, NotReached, Unheard
from bot.services.ports import Change, State
from bot.services.reminders.entries import OUTBOX, OutboxEntry, Stage

PATIENCE: Final = timedelta(hours=24)
"""How long a notice that the surface does not take is tried again, unless it has an end of its own."""

Opening = Callable[[datetime], datetime]
"""Gives the earliest moment, from the one given on, at which notices bound to office hours may go out."""


def is_report(entry: OutboxEntry) -> bool:
    """Whether ``entry`` tells of other notices: nothing is told of what becomes of it."""
    return isinstance(entry.notice, NotArrived | NotReached)


def reporting(
    state: State, entries: Iterable[OutboxEntry], to: Iterable[Person], at: datetime, opening: Opening
) -> list[Change]:
    """The changes that tell each of ``to`` of those of ``entries``, settled ``at`` that time, that did not arrive or
    may not have; of what concerns themselves nobody is told."""
    told = [entry for entry in entries if entry.stage in (Stage.UNREACHABLE, Stage.UNCERTAIN) and not is_report(entry)]
    return [
        change
        for reader in to
        if (about := [entry for entry in told if entry.person.id != reader.id])
        for change in _with(state, reader, about, at, opening)
    ]


def _with(state: State, reader: Person, about: list[OutboxEntry], at: datetime, opening: Opening) -> Iterable[Change]:
    """What is ``about`` to be told, in the report of today; in that of the next working day where today's is out."""
    today, known = state.of(OUTBOX).get(_key(reader, at)), NotArrived()
    starts = at
    if today is not None and today.stage is not Stage.WAITING:
        known = today.notice if isinstance(today.notice, NotArrived) else known
        starts = opening(datetime.combine(at.date() + timedelta(days=1), time(), at.tzinfo))
    key = _key(reader, starts)
    report = state.of(OUTBOX).get(key) or OutboxEntry(reader, NotArrived(), at, starts, starts + PATIENCE)
    if report.stage is not Stage.WAITING or not isinstance(report.notice, NotArrived):
        return  # the calendar has changed in between: better one too few than two a day
    named = {one.person.id for one in known.unreachable} if starts > at else set()
    notice = _taking_in(report.notice, about, named)
    if notice != report.notice:
        yield Change.put(OUTBOX, key, replace(report, notice=notice))


def _taking_in(notice: NotArrived, about: Iterable[OutboxEntry], named: set[PersonId]) -> NotArrived:
    """``notice`` with what there is to tell besides: each person once, with the newest reason or the number of notices.
    Who was ``named`` today as one who cannot be reached is not named again."""
    unreachable = {one.person.id: one for one in notice.unreachable}
    unheard = {one.person.id: one for one in notice.unheard}
    for entry in about:
        person = entry.person
        if entry.stage is Stage.UNCERTAIN:
            before = unheard[person.id].notices if person.id in unheard else 0
            unheard[person.id] = Unheard(person, before + 1)
        elif entry.reason is not None and person.id not in named:
            unreachable[person.id] = NotReachable(person, entry.reason)
    return NotArrived(tuple(unreachable.values()), tuple(unheard.values()))


def _key(reader: Person, day: datetime) -> str:
    return f"not-arrived/{day.date()}/{reader.id}"
