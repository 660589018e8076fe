"""What reminders must keep to, told from the facts of a simulated town alone: not from how the bot reckons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from bot.domain.calendar.public_holidays import public_holidays
from bot.domain.channels import Channel, Status
from bot.domain.people import PersonId
from bot.domain.reminders.plan import Item
from bot.domain.reminders.silence import Silence
from tests.town.town import SECRETARIES, Town

INTERVAL = 14


@dataclass
class Rules:
    """Watches over a town, day by day, and fails where a rule is broken. ``since`` is the first day of reminders."""

    town: Town
    since: date
    days_off: Collection[date] = ()
    on_day: Counter[tuple[PersonId, date]] = field(default_factory=Counter)
    of_spell: Counter[tuple[PersonId, str, date]] = field(default_factory=Counter)
    secretary_heard: set[tuple[str, date]] = field(default_factory=set)
    secretary_will_hear: set[tuple[str, date]] = field(default_factory=set)
    counted: dict[str, int] = field(default_factory=dict)
    away: set[PersonId] = field(default_factory=set)
    had_message: set[PersonId] = field(default_factory=set)
    """Who was to get a message today, whether or not it came."""
    changed_today: set[str] = field(default_factory=set)
    """Channels of which something changed since the day's first run."""
    delivered: int = 0
    lost: int = 0
    reached: int = 0
    steps: Counter[str] = field(default_factory=Counter)

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5 and day not in public_holidays(day.year) and day not in self.days_off

    def all_paused(self) -> bool:
        return any(self.town.today in pause for pause in self.town.pauses)

    def is_away(self, person: PersonId) -> bool:
        return person in self.away

    def has_left(self, person: PersonId) -> bool:
        left = self.town.people[person].left_on
        return left is not None and left <= self.town.today

    def is_stale(self, channel: Channel) -> bool:
        """Whether the channel is in use and was not updated within its interval."""
        today = self.town.today
        paused = channel.pause is not None and channel.pause.start <= today <= channel.pause.end
        last = max(evidence.on for evidence in channel.evidence)
        interval = timedelta(days=channel.update_interval_days or INTERVAL)
        return channel.status is Status.IN_USE and not paused and today - last > interval

    def is_failing(self, channel: Channel) -> bool:
        """Whether the channel's source could not be read today."""
        return channel.id in self.town.sources and self.town.sources[channel.id].fails

    def spell(self, channel: Channel) -> date:
        return max(evidence.on for evidence in channel.evidence)

    def day_begins(self) -> None:
        """See who is away, and count the day for the spells that are on."""
        today = self.town.today
        self.secretary_will_hear.clear()
        self.had_message.clear()
        self.changed_today.clear()
        covers = [cover for channel in self.town.channels.values() for cover in channel.holiday_covers]
        self.away = {cover.absent or "" for cover in covers if cover.start <= today <= cover.end}
        self.away |= {absence.person for absence in self.town.absences if today in absence.days}
        for channel in self.town.channels.values():
            if not self.is_stale(channel) or self.town.today < self.since:
                self.counted.pop(channel.id, None)
            elif self.is_working_day(self.town.today) and not self.all_paused():
                self.counted[channel.id] = self.counted.get(channel.id, -1) + 1

    def deliver(self, person: PersonId, items: Iterable[Item], at: datetime) -> None:
        """``person`` gets a message now."""
        self.delivered += 1
        assert self.is_working_day(at.date()), "on a day off"
        assert time(8) <= at.time() < time(16), "outside working hours"
        assert not self.all_paused(), "in a pause of all reminders"
        assert not self.has_left(person), "to somebody who has left"
        assert not self.is_away(person), "to somebody who is away"
        self.on_day[person, at.date()] += 1
        assert self.on_day[person, at.date()] == 1, "twice on one day"
        told = list(items)
        assert len({item.channel for item in told}) == len(told), "twice of a channel"
        for item in told:
            self._item(person, item)

    def lose(self, person: PersonId, items: Iterable[Item]) -> None:
        """``person`` did not get a message that counts as sent: its outcome is uncertain, or nothing reaches them."""
        self.lost += 1
        if person in SECRETARIES:
            self.secretary_heard.update((item.channel, item.spell) for item in items)

    def promise(self, person: PersonId, items: Iterable[Item]) -> None:
        """``person`` is to get a message today, which waits in the outbox."""
        if person in SECRETARIES:
            self.secretary_will_hear.update((item.channel, item.spell) for item in items)

    def _item(self, person: PersonId, item: Item) -> None:
        channel = self.town.channels[item.channel]
        self.steps[f"{item.step}/{item.n}/{item.why}"] += 1
        assert item.person == person
        assert not self.is_failing(channel), "of a channel whose source fails"
        assert self.is_stale(channel) or channel.id in self.changed_today, "of a channel that is not in a spell"
        self.of_spell[person, channel.id, item.spell] += 1
        assert self.of_spell[person, channel.id, item.spell] <= 3, "more than three times"
        if person in SECRETARIES:
            self.secretary_heard.add((channel.id, item.spell))

    def after_run(self, items: Collection[Item], silences: Collection[Silence]) -> None:
        """After what was due was claimed: who should have heard has heard or will today, and all is explained."""
        spoken = {item.channel for item in items}
        silent = {silence.channel for silence in silences}
        if None in silent:
            assert not spoken
            return
        assert silent | spoken == set(self.town.channels), "a channel goes unexplained"
        self._explained_to_each(items, silences)
        at_work = [one for one in SECRETARIES if not self.is_away(one) and not self.has_left(one)]
        for channel_id, days in self.counted.items():
            channel = self.town.channels[channel_id]
            if days < 8 or not at_work or not self.is_stale(channel) or self.is_failing(channel):
                continue
            spell = (channel_id, self.spell(channel))
            if spell in self.secretary_heard:
                self.reached += 1
            elif spell not in self.secretary_will_hear:
                assert self.had_message.issuperset(at_work), f"{channel_id} has not reached the ICT secretary"

    def _explained_to_each(self, items: Collection[Item], silences: Collection[Silence]) -> None:
        told = {(item.channel, entry.seat) for item in items for entry in item.told}
        told |= {(item.channel, item.person) for item in items}
        told |= {(silence.channel or "", silence.person or "") for silence in silences}
        for channel in self.town.channels.values():
            if self.is_stale(channel) and not self.is_failing(channel):
                for person in {channel.responsible, *channel.maintainer_ids}:
                    assert (channel.id, person) in told or self._stood_in(channel, told), f"{person} unexplained"

    def _stood_in(self, channel: Channel, told: set[tuple[str, str]]) -> bool:
        """Whether somebody else's silence explains this one: those who stand in have had their message today."""
        others = {cover.person for cover in channel.holiday_covers} | {channel.responsible, *SECRETARIES}
        return any((channel.id, other) in told for other in others)
