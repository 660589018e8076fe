"""A municipality in which, from day to day, things happen to channels and people: seeded, the same each time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from bot.domain.calendar.working_time import Days
from bot.domain.channels import Channel, HolidayCover, Maintainer, Pause, Status, UnitName
from bot.domain.evidence import Evidence, EvidenceKind, SourceState, with_evidence
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.presence import Absence

DAY = timedelta(days=1)
SECRETARIES = ("ict-1", "ict-2")


@dataclass
class Town:
    """Channels and people, who are away, leave, and forget their channels."""

    random: Random
    today: date
    channels: dict[str, Channel] = field(default_factory=dict)
    people: dict[PersonId, Person] = field(default_factory=dict)
    sources: dict[str, SourceState] = field(default_factory=dict)
    absences: list[Absence] = field(default_factory=list)
    pauses: list[Days] = field(default_factory=list)
    _read: dict[str, SourceState] = field(default_factory=dict)
    _read_on: date | None = None

    @classmethod
    def founded(cls, random: Random, today: date, channels: int) -> Town:
        """A town with that many channels, each of which was updated in the last month."""
        town = cls(random, today)
        for number in range(channels // 3 + 5):
            town.people[f"person-{number}"] = Person(f"person-{number}", f"Person {number}")
        for secretary in SECRETARIES:
            town.people[secretary] = Person(secretary, secretary, identities=(f"slack:U0{secretary.upper()}",))
        for number in range(channels):
            town._add_channel(f"channel-{number}")
        return town

    @property
    def register(self) -> Register:
        """What is read on a day: sources that do not fail were read on it."""
        if self._read_on != self.today:  # reckoned once a day: it is asked for a hundred thousand times in a year
            self._read_on = self.today
            self._read = {
                key: one if one.fails else replace(one, read_on=self.today) for key, one in self.sources.items()
            }
        return Register(dict(self.channels), dict(self.people), sources=self._read)

    def anybody(self) -> PersonId:
        """Somebody who still works here."""
        return self.random.choice([person.id for person in self.people.values() if person.left_on is None])

    def update(self, channel_id: str, by: PersonId, on: date) -> None:
        channel = self.channels[channel_id]
        told = Evidence(EvidenceKind.TOLD, on, by)
        self.channels[channel_id] = replace(channel, evidence=with_evidence(channel.evidence, told))

    def go_away(self, person: PersonId, days: int, cover: PersonId | None) -> None:
        """``person`` is away from tomorrow, with or without a cover."""
        start, end = self.today + DAY, self.today + days * DAY
        if cover is None or cover == person:
            self.absences.append(Absence(person, Days(start, end)))
            return
        agreed = HolidayCover(start, end, cover, person)
        for channel in list(self.channels.values()):
            if channel.is_kept_by(person):
                self.channels[channel.id] = replace(channel, holiday_covers=(*channel.holiday_covers, agreed))

    def next_day(self) -> None:
        """A night passes, and something may happen."""
        self.today += DAY
        self.absences = [absence for absence in self.absences if absence.days.end >= self.today]
        for channel in list(self.channels.values()):
            if any(cover.end < self.today for cover in channel.holiday_covers):
                ahead = tuple(cover for cover in channel.holiday_covers if cover.end >= self.today)
                self.channels[channel.id] = replace(channel, holiday_covers=ahead)
        for channel in list(self.channels.values()):
            self._happens_to(channel)
        if self.random.random() < 0.4:
            self.go_away(self.anybody(), self.random.randint(1, 25), self.random.choice([self.anybody(), None]))
        if self.random.random() < 0.03:
            self._somebody_leaves()
        if self.random.random() < 0.01:
            self.pauses.append(Days(self.today, self.today + self.random.randint(0, 20) * DAY))

    def by_noon(self) -> list[str]:
        """Some of what the register's keeper does in the course of a day; gives the channels."""
        chosen = self.random.sample(sorted(self.channels), k=min(2, len(self.channels)))
        for channel_id in chosen:
            channel = self.channels[channel_id]
            named = replace(channel, maintainers=self._some_maintainers(), responsible=self.anybody())
            self.channels[channel_id] = replace(named, pause=None)
        return chosen

    def _happens_to(self, channel: Channel) -> None:
        dice = self.random.random()
        if dice < 0.035:
            self.update(channel.id, channel.responsible, self.today - self.random.randint(0, 2) * DAY)
        elif dice < 0.037:
            end = self.today + self.random.randint(0, 60) * DAY
            self.channels[channel.id] = replace(channel, pause=Pause(self.today, end))
        elif dice < 0.039 and channel.id in self.sources:
            source = self.sources[channel.id]
            failing = None if source.fails else self.today
            self.sources[channel.id] = replace(source, fails=failing is not None, failing_since=failing)
        elif dice < 0.0393:
            status = Status.IN_USE if channel.status is Status.RETIRED else Status.RETIRED
            self.channels[channel.id] = replace(channel, status=status)
        elif dice < 0.0397:
            self.channels[channel.id] = replace(channel, maintainers=self._some_maintainers())

    def _somebody_leaves(self) -> None:
        leaver = self.anybody()
        if leaver in SECRETARIES:
            return
        self.people[leaver] = replace(self.people[leaver], left_on=self.today)
        newcomer = f"person-{len(self.people)}"
        self.people[newcomer] = Person(newcomer, newcomer)
        for channel in list(self.channels.values()):
            if channel.responsible == leaver and self.random.random() < 0.7:
                self.channels[channel.id] = replace(channel, responsible=newcomer)

    def _add_channel(self, channel_id: str) -> None:
        if self.random.random() < 0.3:
            self.sources[channel_id] = SourceState("feed", is_whole=True)
        self.channels[channel_id] = Channel(
            id=channel_id,
            platform="facebook",
            name=channel_id,
            unit=UnitName("Yksikkö"),
            responsible=self.anybody(),
            maintainers=self._some_maintainers(),
            update_interval_days=self.random.choice([None, None, 7, 30]),
            evidence=(Evidence(EvidenceKind.REGISTERED, self.today - self.random.randint(0, 30) * DAY),),
        )

    def _some_maintainers(self) -> tuple[Maintainer, ...]:
        chosen = {self.anybody() for _ in range(self.random.choice([0, 1, 1, 2, 2, 3]))}
        return tuple(Maintainer(person) for person in sorted(chosen))
