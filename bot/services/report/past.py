"""The register as it was on a day of the past, by replaying its history."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, tzinfo

from bot.domain.channels import Channel, ChannelId
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.services.ports import EventKind, HistoryEntry


def day_of(entry: HistoryEntry, zone: tzinfo) -> date:
    """The day of the change, as it was in the ``zone``."""
    return entry.event.at.astimezone(zone).date()


def registers_on(
    days: Iterable[date], history: Sequence[HistoryEntry], people: Mapping[PersonId, Person], zone: tzinfo
) -> Iterator[Register]:
    """The register at the end of each of ``days``, which are in order, from the whole ``history``, oldest first.

    What people wrote down is in history, with who was marked as having left; what sources and the website show, and the
    names of ``people``, are not: the registers hold nothing of the former, and the latter as they are now.
    """
    channels: dict[ChannelId, Channel] = {}
    left: dict[PersonId, date | None] = {}
    newest = {entry.event.about: entry for entry in history if _marks(entry)}
    waiting = iter(history)
    entry = next(waiting, None)
    for day in days:
        while entry is not None and (on := day_of(entry, zone)) <= day:
            channels.update(entry.after)
            if _marks(entry):
                about = entry.event.about
                still_holds = newest[about] is entry and about in people
                told = on if entry.event.what == EventKind.LEFT else None
                left[about] = people[about].left_on if still_holds else told
            entry = next(waiting, None)
        then = {key: replace(people[key], left_on=on) for key, on in left.items() if key in people}
        yield Register(dict(channels), {**people, **then})


def _marks(entry: HistoryEntry) -> bool:
    """Whether it says of somebody that they leave, on a day that only the newest such word is kept with, or are here
    again."""
    return bool(entry.event.about) and entry.event.what in (EventKind.LEFT, EventKind.RETURNED, EventKind.UNDO)
