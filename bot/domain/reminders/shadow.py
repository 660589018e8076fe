"""The time in which reminders go to nobody yet: what people would get is shown to the ICT secretaries, to each in one
preview that is kept up to date, with a word on the last working day of that time."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.people import PersonId
from bot.domain.reminders.day import Day
from bot.domain.reminders.kept import Kept, Reminder
from bot.domain.reminders.notice import Beginning, ShadowPreview, WouldGet
from bot.domain.reminders.plan import Item, Plan, plan
from bot.domain.reminders.silence import Quiet, Silence

A_WEEK: Final = timedelta(weeks=1)
"""A preview that can not be changed where it stands comes anew, but not before so much time has passed."""
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Previews:
    """The previews that are ``new``, each to be sent to somebody, and the messages that show what has changed."""

    new: dict[PersonId, ShadowPreview]
    changed: tuple[Reminder, ...] = ()


def preview_of(kept: Kept, person: PersonId) -> Reminder | None:
    """The person's message with the preview; the newest, where a week or an earlier version of the bot has left
    several."""
    theirs = (one for one in kept.messages.values() if one.preview and one.person == person)
    return max(theirs, key=lambda one: one.day, default=None)


def would_be_due(day: Day, at: datetime) -> Plan:
    """What would be due to people; nothing where no ICT secretary can be shown it now."""
    if _readers(day):
        # Nobody has had a message: what the ICT secretaries had today was a preview.
        return plan(replace(day, messaged=()), at)
    why = Quiet.HAD_TODAYS_MESSAGE if day.presence.secretaries else Quiet.NOBODY_HERE
    return Plan(silences=(Silence(why),))


def previews(day: Day, found: Plan) -> Previews:
    """What the previews say with what has been ``found`` today, its newest first."""
    would_get = tuple(_would_get(day, person, items) for person, items in found.due.items())
    start, started = day.ladder.day(day.mode.start, 0), day.kept.switch.started is not None
    fresh = ShadowPreview(would_get, start, started)
    new: dict[PersonId, ShadowPreview] = {}
    changed = []
    readers = _readers(day)
    for person in day.presence.secretaries:
        before = preview_of(day.kept, person)
        shown = fresh.would_get if person in readers else ()
        if before is None:
            new |= {person: fresh} if shown else {}
            continue
        preview = replace(fresh, would_get=(*shown, *_shown(before)))
        if shown and _comes_anew(before, day):
            new[person] = preview
        elif preview != before.preview:
            changed.append(replace(before, preview=preview))
    return Previews(new, tuple(changed))


def begun(kept: Kept, start: date) -> tuple[Reminder, ...]:
    """The messages whose preview is to say that reminders go out, from ``start`` on: nobody has to let them begin."""
    return tuple(
        replace(one, preview=replace(one.preview, start=start, started=True))
        for one in kept.messages.values()
        if one.preview and not one.preview.started
    )


def moved(kept: Kept, today: date, day: date) -> tuple[Reminder, ...]:
    """The messages of which one part or another says that reminders begin on another day than ``day``, and not yet."""
    changed = []
    for one in kept.messages.values():
        preview, begins = one.preview, one.begins
        if preview and preview.start > today:
            preview = replace(preview, start=day)
        if begins and begins.on > today:
            begins = replace(begins, on=day)
        changed.append(replace(one, preview=preview, begins=begins))
    return tuple(one for one in changed if one != kept.messages[one.key])


def first_day(day: Day) -> date | None:
    """The day on which reminders begin by themselves, where today is the last day of rounds before it. Who has let them
    begin by a press knows the day."""
    following = day.ladder.day(day.presence.day + _DAY, 0)
    return following if following >= day.mode.start and day.kept.switch.started is None else None


def to_tell(day: Day, start: date) -> Iterator[PersonId]:
    """The ICT secretaries who are to be told today that reminders begin on the day ``start``."""
    told = {one.person for one in day.kept.messages.values() if one.begins and one.begins.on == start}
    return (one for one in day.presence.secretaries if one not in told and one not in day.messaged)


def beginning(reminders: Iterable[Reminder], first: datetime) -> Beginning:
    """How many people get ``reminders`` of how many channels in the ``first`` round, as things stand."""
    asked = [one for one in reminders if one.items]
    channels = {item.channel for one in asked for item in one.items}
    return Beginning(first.date(), first.time(), len(asked), len(channels))


def _readers(day: Day) -> Collection[PersonId]:
    """The ICT secretaries who can be shown today what people would get: once a day, in a message that they have or, if
    there is none, in today's."""
    today, readers = day.presence.day, []
    for person in day.presence.secretaries:
        before = preview_of(day.kept, person)
        had_today = person in day.messaged if before is None else any(one.on == today for one in _shown(before))
        if not had_today:
            readers.append(person)
    return readers


def _comes_anew(before: Reminder, day: Day) -> bool:
    """Whether the preview comes in a message of today, as the one that the person has can not be changed."""
    is_old = day.presence.day - before.day >= A_WEEK
    return is_old and before.key not in day.kept.redrawable and before.person not in day.messaged


def _shown(message: Reminder) -> tuple[WouldGet, ...]:
    """What the preview in ``message`` shows; before there were several days in one, all was of the day it came."""
    would_get = message.preview.would_get if message.preview else ()
    return tuple(replace(one, on=one.on or message.day) for one in would_get)


def _would_get(day: Day, person: PersonId, items: Iterable[Item]) -> WouldGet:
    register = day.setting.register
    names = tuple(register.channels[item.channel].name for item in items)
    return WouldGet(register.person(person), names, day.presence.day)
