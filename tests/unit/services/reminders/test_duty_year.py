"""A simulated year of duties: what nobody can read is asked once in each half of it, inside the one message of a day;
exemptions end on their day, answers have theirs, and proposals that wait are said once."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.domain.accounts.platforms import NO_PLATFORMS
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Channel, Status
from bot.domain.decisions import Move, Proposal, Step, Waiting
from bot.domain.delivery import Delivered, Delivery
from bot.domain.duties import ACCESS, Asked, Standing, standings
from bot.domain.people import Actor, Person, PersonId, Role
from bot.domain.reminders.notice import ReminderNotice
from bot.services.access import Access
from bot.services.committing import update
from bot.services.decisions.cases import PROPOSALS
from bot.services.duties.keeping import DutyKeeping
from bot.services.notices import Notice
from bot.services.ports import Change
from bot.services.privacy.forgetting import Forgetting
from bot.services.reminders.documents import REMINDERS
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.rounds import ReminderRounds, Rules
from bot.storage.memory import MemoryStore
from tests.support.bot_in_memory import answers_of_ours
from tests.support.surface import PlainSurface
from tests.town import rules as reminder_rules
from tests.town.rules import INTERVAL
from tests.town.store import TownStore, switch_and_absences
from tests.town.town import DAY, SECRETARIES, Town

ZONE = ZoneInfo("Europe/Helsinki")
START = date(2026, 1, 12)
DAYS = 420
"""A year, and the half-year's round that comes after it."""
HALF_A_YEAR = timedelta(days=183)
UNREAD = ("answer_messages", "regular_following", "answer_as_feedback")
"""Duties of which no register and no source tells."""
ALONE_AFTER = timedelta(days=14)
"""How long after a month of asking has begun the question comes by itself, and to whoever stands in for a leaver."""
LATEST = timedelta(days=90)
"""How long after a month of asking has begun somebody is asked who was not there in it."""
ENOUGH = 4
"""On so many days on which somebody can be asked, all is asked that there is."""


class Year(PlainSurface):
    """A town, and a bot that asks there of duties. What must be is told from what happened, not from how the bot
    reckons."""

    def __init__(self, seed: int, channels: int) -> None:
        self.random = Random(seed)  # noqa: S311  # a simulation, no secret
        self.town = Town.founded(self.random, START, channels)
        self.rules = reminder_rules.Rules(self.town, START)
        self.store = TownStore(self.town)
        working = WorkingTime(ZONE)
        access = Access(tuple(f"slack:U0{one.upper()}" for one in SECRETARIES))
        self.asked = Asked.by(answers_of_ours().guideline.duties, INTERVAL, NO_PLATFORMS)
        self.outbox = Outbox(self.store, access, self, opening=working.next_opening)
        self.rounds = ReminderRounds(self.store, access, self.outbox, Rules(working, INTERVAL, self.asked))
        self.duties = DutyKeeping(self.store)
        self.at = datetime.combine(START, time(), ZONE)
        self.asked_on: dict[str, list[date]] = {}
        self.with_room: set[tuple[PersonId, date]] = set()
        self.said: dict[tuple[str, str], date] = {}
        self.exempt_until: dict[tuple[str, str], date] = {}
        self.chances: Counter[tuple[str, frozenset[PersonId]]] = Counter()
        self.told: Counter[tuple[PersonId, str, Waiting]] = Counter()
        self.counted: Counter[str] = Counter()

    async def pass_day(self) -> None:
        self.town.next_day()
        self.rules.day_begins()
        self.at = datetime.combine(self.town.today, time(9), ZONE)
        await update(self.store, lambda documents: switch_and_absences(self.town, START, documents))
        await Forgetting(self.store, MemoryStore(), log_days=90).run(self.at)
        await self._exempt()
        await self._propose()
        wanting = self._wanting()
        for hour in (9, 12):
            self.at = datetime.combine(self.town.today, time(hour), ZONE)
            await self.rounds.run(self.at)
            await self.outbox.deliver_due(self.at)
        self._see_that_all_were_asked(wanting)
        self._see_how_channels_stand()
        await self._see_who_was_told_of_proposals()

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        if isinstance(notice, ReminderNotice):
            items = (await self.store.read()).of(REMINDERS)[notice.key].items
            self.rules.deliver(person.id, items, at)
            self.told.update((person.id, one.id, one.waits_for) for one in notice.proposals)
            assert not (notice.digest and notice.confirming), "more than fits in one message"
            self.with_room |= set() if notice.digest else {(person.id, self.town.today)}
            for line in notice.confirming:
                await self._is_asked(person, line.channel, line.duties)
        return Delivered()

    async def _is_asked(self, person: Person, channel_id: str, duties: tuple[str, ...]) -> None:
        channel, today = self.town.channels[channel_id], self.town.today
        self._see_whose_turn_it_is(person.id, channel)
        assert self._is_in_use(channel)
        earlier = self.asked_on.setdefault(channel_id, [])
        assert not earlier or _half(earlier[-1]) != _half(today), f"{channel_id} twice in half a year"
        earlier.append(today)
        for duty in duties:
            assert not self._is_exempt(channel_id, duty), "of what is exempt"
            if duty in UNREAD:
                assert not self._is_said(channel_id, duty), "of what was confirmed lately"
        await self._answer(person, channel_id, duties)

    def _see_whose_turn_it_is(self, person: PersonId, channel: Channel) -> None:
        """Whoever is asked of the channel is the one whose turn it is, in the half-year's month; later only where no
        message in the month has reached the responsible person."""
        today = self.town.today
        first, last = _month_of_asking(today)
        assert first <= today <= first + LATEST, "out of season"
        assert person in self._whose_turn(channel), "of another's channel"
        self.counted["covers asked"] += self.rules.is_away(channel.responsible)
        self.counted["left to the secretary"] += self.rules.has_left(channel.responsible)
        if today > last:
            assert not self._had_a_message(channel.responsible, first, last), "who could have been asked in the month"
            self.counted["asked late"] += 1

    def _whose_turn(self, channel: Channel) -> frozenset[PersonId]:
        """Who may be asked, one of them: the responsible person who is at work, and the cover of one who stays away
        beyond the half-year's month; of one who has left and in whose place nobody is named by the middle of the month,
        an ICT secretary. Nobody where the responsible person is to be back."""
        responsible, today = channel.responsible, self.town.today
        first, last = _month_of_asking(today)
        if self._is_here(responsible):
            return frozenset({responsible})
        agreed = (one for one in channel.holiday_covers if one.absent == responsible and one.start <= today <= one.end)
        covers = frozenset(one.person for one in agreed if one.end >= last and self._is_here(one.person))
        if not covers and self.rules.has_left(responsible) and today >= first + ALONE_AFTER:
            return frozenset(filter(self._is_here, SECRETARIES))
        return covers

    def _had_a_message(self, person: PersonId, first: date, last: date) -> bool:
        """Whether any message in which there was room for the question has reached ``person`` in those days."""
        return any((person, first + n * DAY) in self.with_room for n in range((last - first).days + 1))

    def _is_here(self, person: PersonId) -> bool:
        return not self.rules.is_away(person) and not self.rules.has_left(person)

    async def _answer(self, person: Person, channel_id: str, duties: tuple[str, ...]) -> None:
        dice, today = self.random.random(), self.town.today
        if not duties or dice < 0.2:
            return  # nobody has to answer
        said = {duty: dice < 0.8 or self.random.random() < 0.5 for duty in duties}
        roles = frozenset({Role.ICT_SECRETARY} if person.id in SECRETARIES else ())
        channel = await self.duties.confirm(Actor(person, roles), channel_id, said, self.at)
        self.said |= {(channel_id, duty): today for duty, kept in said.items() if kept}
        for duty, kept in said.items():
            answer = channel.confirmation_of(duty)
            assert answer is not None
            assert (answer.on, answer.by, answer.kept) == (today, person.id, kept)
            if duty == ACCESS and kept:
                here = {one for one in channel.keeper_ids if not self.rules.has_left(one)}
                assert {one.person for one in answer.holders} == here
                self.counted["access dated"] += 1

    async def _exempt(self) -> None:
        """Now and then, a channel is exempted from one of its duties."""
        channel = self.town.channels[self.random.choice(sorted(self.town.channels))]
        duty = self.random.choice([*UNREAD, ACCESS, "decision_on_use"])
        until = self.town.today + self.random.randint(0, 200) * DAY
        secretary = Actor(self.town.people[SECRETARIES[0]], frozenset({Role.ICT_SECRETARY}))
        await self.duties.exempt(secretary, channel.id, duty, "Kanava on uusi", until, self.at)
        self.exempt_until[channel.id, duty] = until

    async def _propose(self) -> None:
        """Now and then, somebody proposes a channel, or a superior authorises one."""
        proposals, today = (await self.store.read()).of(PROPOSALS), self.town.today
        changes = []
        if self.random.random() < 0.1:
            name, by = f"proposal-{today}", self.town.anybody()
            wish = replace(self.town.channels["channel-0"], id=name, name=name, status=Status.PROPOSED)
            steps = (Step(Move.PROPOSED, by, today),)
            changes.append(Change.put(PROPOSALS, name, Proposal(wish, "asukkaat", "", by, self.town.anybody(), steps)))
        for key, one in proposals.items():
            if one.waits_for is Waiting.AUTHORISE and self.random.random() < 0.04:
                moved = one.moved(Step(Move.AUTHORISED, one.superior, today), Status.AUTHORISED)
                changes.append(Change.put(PROPOSALS, key, moved))
        await update(self.store, lambda _: changes)

    def _wanting(self) -> list[Channel]:
        """The channels that have this morning something that somebody has to be asked."""
        in_use = filter(self._is_in_use, self.town.channels.values())
        return [one for one in in_use if not all(self._is_seen_to(one.id, duty) for duty in UNREAD)]

    def _is_seen_to(self, channel_id: str, duty: str) -> bool:
        return self._is_said(channel_id, duty) or self._is_exempt(channel_id, duty)

    def _is_exempt(self, channel_id: str, duty: str) -> bool:
        return self.town.today <= self.exempt_until.get((channel_id, duty), date.min)

    def _is_said(self, channel_id: str, duty: str) -> bool:
        return self.town.today <= self.said.get((channel_id, duty), date.min) + HALF_A_YEAR

    def _is_in_use(self, channel: Channel) -> bool:
        pause = channel.pause
        paused = pause is not None and pause.start <= self.town.today <= pause.end
        return channel.status is Status.IN_USE and not paused

    def _see_that_all_were_asked(self, wanting: list[Channel]) -> None:
        """From the middle of February and of September, on the first days on which somebody can be asked of it, each
        channel is that wants to be: in the month whoever's turn it is, later those whom no message reached in it."""
        today = self.town.today
        first, last = _month_of_asking(today)
        if not first + ALONE_AFTER <= today <= first + LATEST:
            self.chances.clear()
            return
        if not self.rules.is_working_day(today) or self.rules.all_paused():
            return
        for channel in wanting:
            turn = self._whose_turn(channel)
            if not turn or (today > last and self._had_a_message(channel.responsible, first, last)):
                continue
            self.chances[channel.id, turn] += 1
            asked = any(_half(day) == _half(today) for day in self.asked_on.get(channel.id, ()))
            assert asked or self.chances[channel.id, turn] < ENOUGH, f"{channel.id} was not asked about"
            self.counted["reached"] += asked

    def _see_how_channels_stand(self) -> None:
        """Exempt are the duties that were exempted, until their last day."""
        today, register = self.town.today, self.town.register
        for channel in self.town.channels.values():
            exempt = {
                one.duty for one in standings(channel, register, self.asked, today) if one.standing is Standing.EXEMPT
            }
            until = {duty: day for (key, duty), day in self.exempt_until.items() if key == channel.id}
            if self._is_in_use(channel):
                assert exempt == {duty for duty, day in until.items() if day >= today}
                self.counted["ended today"] += sum(day == today - DAY for day in until.values())

    async def _see_who_was_told_of_proposals(self) -> None:
        assert set(self.told.values()) <= {1}, "the same of a proposal twice"
        for key, one in (await self.store.read()).of(PROPOSALS).items():
            waited = (self.town.today - one.last.on).days
            days = sum(self.rules.is_working_day(one.last.on + n * DAY) for n in range(1, waited + 1))
            of_this = [person for person, proposal, waits in self.told if (proposal, waits) == (key, one.waits_for)]
            assert not of_this or days >= (3 if one.waits_for is Waiting.AUTHORISE else 8), "too early"
            paused = any(one.last.on <= pause.end for pause in self.town.pauses)
            if days >= 20 and not paused:
                assert set(of_this) & set(SECRETARIES), f"nobody was told of {key}"


def _month_of_asking(day: date) -> tuple[date, date]:
    """The first and the last day of the half-year's month that has begun by ``day``, or begins next."""
    month = 9 if day.month >= 7 else 2
    return date(day.year, month, 1), date(day.year, month, 30 if month == 9 else 28)


def _half(day: date) -> tuple[int, bool]:
    return day.year, day.month > 6


async def simulate(seed: int, *, channels: int = 120) -> Year:
    year = Year(seed, channels)
    for _ in range(DAYS):
        await year.pass_day()
    return year


def test_in_a_year_each_duty_that_nobody_can_read_is_asked_once_in_each_half() -> None:
    year = asyncio.run(simulate(1))
    # What the rules are about did come up: else they would hold for nothing.
    asked = [day for days in year.asked_on.values() for day in days]
    assert len(asked) > 200
    in_the_month = [day for day in asked if day.month in (2, 9)]
    assert {day.month for day in in_the_month} == {2, 9}
    assert len(asked) - len(in_the_month) == year.counted["asked late"], "of whom no message in the month had reached"
    assert max(year.rules.on_day.values()) == 1
    assert year.counted["reached"] > 500
    assert year.counted["left to the secretary"] > 5
    assert year.counted["access dated"] > 50
    assert year.counted["ended today"] > 100
    assert {waits for _, _, waits in year.told} == {Waiting.AUTHORISE, Waiting.DECIDE}


@pytest.mark.soak
def test_many_more_years_of_duties_keep_to_the_rules() -> None:
    covers = sum(asyncio.run(simulate(seed)).counted["covers asked"] for seed in range(40))
    assert covers > 0, "somebody was away beyond the month"
