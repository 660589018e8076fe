"""Simulated years of nudges: what must never happen, and what must always."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.domain.nudges import Affairs, DueMessage, Plan, plan, together
from bot.domain.presence import Presence
from bot.domain.silence import Quiet
from bot.domain.spells import Ladder, SpellRecord
from bot.domain.working_time import WorkingTime, parse_days_off
from tests.nudge_rules import INTERVAL, Rules
from tests.simulated_town import DAY, SECRETARIES, Town

ZONE = ZoneInfo("Europe/Helsinki")
START = date(2026, 1, 12)
EVE = "12-31"


class Year:
    """A town and a bot that nudges it, as the domain alone would: what is told is kept, and forgotten by nobody."""

    def __init__(self, seed: int, channels: int) -> None:
        self.random = Random(seed)  # noqa: S311  # a simulation, no secret
        self.town = Town.founded(self.random, START, channels)
        self.working = WorkingTime(ZONE, days_off=[parse_days_off(EVE)])
        self.rules = Rules(self.town, START, {date(year, 12, 31) for year in range(2025, 2032)})
        self.records: dict[str, SpellRecord] = {}
        self.messaged: dict[str, date] = {}
        self.quiet: Counter[Quiet] = Counter()
        self.down_until = START

    def pass_day(self) -> None:
        self.town.next_day()
        self.rules.day_begins()
        if self.random.random() < 0.01:
            self.down_until = self.town.today + self.random.randint(1, 15) * DAY
        hours = [time(self.random.randrange(24), self.random.randrange(60)), time(9), time(12), time(17)]
        for hour in sorted(hours):
            if self.town.today >= self.down_until and self.random.random() < 0.95:
                self.run(datetime.combine(self.town.today, hour, ZONE))
            if hour == time(9):
                self.town.by_noon()

    def run(self, at: datetime) -> None:
        due = plan(self.affairs(), at)
        self.quiet.update(silence.why for silence in due.silences)
        told: list[DueMessage] = []
        for message in due.messages:
            self.records |= together(self.records, message.items)
            self.messaged[message.person] = message.day
            self.rules.deliver(message.person, message.items, at)
            told.append(message)
        if due.messages or not any(silence.channel is None for silence in due.silences):
            self.rules.after_run(Plan(tuple(told), due.silences))
        for message in told:
            self.answer(message)

    def affairs(self) -> Affairs:
        town, today = self.town, self.town.today
        return Affairs(
            tuple(town.channels.values()),
            Presence.on(today, town.register, town.absences, SECRETARIES),
            Ladder(self.working, INTERVAL, START, tuple(town.pauses)),
            self.records,
            {person for person, day in self.messaged.items() if day == today},
        )

    def answer(self, message: DueMessage) -> None:
        for item in message.items:
            dice = self.random.random()
            if dice < 0.2:
                self.town.update(item.channel, message.person, self.town.today)
            elif dice < 0.4 and not item.last:
                until = self.town.today + self.random.choice([3, 7, 14]) * DAY
                self.records[item.channel] = self.records[item.channel].put_off(message.person, until)
        if self.random.random() < 0.03:
            self.town.go_away(message.person, self.random.randint(1, 20), self.town.anybody())


def simulate(seed: int, *, days: int, channels: int) -> Year:
    year = Year(seed, channels)
    for _ in range(days):
        year.pass_day()
    return year


@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.integers(0, 2**32))
def test_two_years_of_three_hundred_channels_keep_to_the_rules(seed: int) -> None:
    year = simulate(seed, days=730, channels=300)
    assert year.rules.delivered > 10_000
    assert year.rules.reached > 1_000
    # What the rules are about did come up: else they would hold for nothing.
    assert {Quiet(why) for why in year.quiet} >= set(Quiet) - {Quiet.PROPOSED, Quiet.NO_EVIDENCE, Quiet.NOBODY_HERE}
    assert {step.rpartition("/")[2] for step in year.rules.steps} == {"due", "catch_up", "put_off", "cover", "in_place"}


@pytest.mark.soak
def test_many_more_years_keep_to_the_rules() -> None:
    for seed in range(40):
        simulate(seed, days=730, channels=300)


def test_a_year_passes_the_same_way_each_time() -> None:
    one, other = simulate(7, days=60, channels=40), simulate(7, days=60, channels=40)
    assert one.records == other.records
    assert one.rules.steps == other.rules.steps


def test_the_last_day_of_the_simulation_is_two_years_on() -> None:
    assert simulate(1, days=730, channels=0).town.today == START + timedelta(days=730)
