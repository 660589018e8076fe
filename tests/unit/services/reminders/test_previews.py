"""The previews: one for each ICT secretary, changed where it stands, or sent anew after a week where it can not be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from pydantic import TypeAdapter

from bot.domain.calendar.working_time import Days, WorkingTime
from bot.domain.channels import Maintainer
from bot.domain.delivery import Delivered, Delivery, Reason, Retry, Unreachable
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Actor, Person, Role
from bot.domain.reminders.kept import Part, Reminder
from bot.domain.reminders.notice import ReminderNotice, ShadowPreview, WouldGet
from bot.domain.reminders.presence import Absence
from bot.services.access import Access
from bot.services.committing import update
from bot.services.notices import Notice
from bot.services.ports import Change, Event
from bot.services.reminders.documents import ABSENCES, REMINDERS
from bot.services.reminders.entries import OUTBOX, OutboxEntry, Stage, outbox_key
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.rounds import ReminderRounds, Rules
from bot.services.reminders.switching import ReminderSwitch
from bot.storage.memory import MemoryStore
from tests.support.bot_in_memory import HELSINKI
from tests.support.registers import put_in
from tests.support.surface import PlainSurface
from tests.unit.services.support import FIRST, ICT, SECOND, THIRD, channel, person

INSTALLED = date(2026, 10, 5)
"""A Monday."""
START = date(2026, 10, 19)
DAY, HOUR, WEEK = timedelta(days=1), timedelta(hours=1), timedelta(weeks=1)
OTHER_ICT = person("slack:U0ICT0002", "Toinen ICT-sihteeri")
GONE = Unreachable(Reason.REFUSED)


def at(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), HELSINKI)


class Desk(PlainSurface):
    """Rounds over a store, on a surface where a message has a place if it ``has_places``."""

    def __init__(self, store: MemoryStore, *secretaries: Person, has_places: bool = True) -> None:
        self.store = store
        self.has_places = has_places
        self.outcomes: list[Delivery] = []
        """What comes of the next messages, if not that they arrive."""
        self.redraws: list[Delivery] = []
        """The same of those that take the place of others."""
        self.got: list[tuple[str, ReminderNotice]] = []
        self.places: dict[str, Notice] = {}
        working = WorkingTime(HELSINKI)
        access = Access(tuple(one.identities[0] for one in secretaries))
        self.outbox = Outbox(store, access, self, opening=working.next_opening)
        self.rounds = ReminderRounds(store, access, self.outbox, Rules(working, 14))
        self.switch = ReminderSwitch(store, self.rounds, self.outbox)

    async def send(self, person: Person, notice: Notice, moment: datetime) -> Delivery:
        outcome = self.outcomes.pop(0) if self.outcomes else Delivered()
        if isinstance(outcome, Delivered) and isinstance(notice, ReminderNotice):
            self.got.append((person.id, notice))
            if self.has_places:
                outcome = Delivered(f"slack:{person.id}/{len(self.got)}")
                self.places[outcome.place] = notice
        return outcome

    async def redraw(self, place: str, notice: Notice) -> Delivery:
        outcome = self.redraws.pop(0) if self.redraws else Delivered(place)
        if isinstance(outcome, Delivered):
            self.places[place] = notice
        return outcome

    async def go(self, moment: datetime) -> list[str]:
        """A round and its delivery; gives to whom a message came."""
        before = len(self.got)
        await self.rounds.run(moment)
        await self.outbox.deliver_due(moment)
        return [person for person, _ in self.got[before:]]

    async def days(self, first: date, last: date) -> dict[date, list[str]]:
        """To whom a preview came on each day on which any did."""
        found: dict[date, list[str]] = {}
        for day in (first + n * DAY for n in range((last - first).days + 1)):
            before = len(self.got)
            await self.go(at(day))
            if new := [person for person, notice in self.got[before:] if notice.preview]:
                found[day] = new
        return found

    def shown(self) -> list[ShadowPreview]:
        """The previews, where they stand."""
        return [one.preview for one in self.places.values() if isinstance(one, ReminderNotice) and one.preview]


async def a_store() -> MemoryStore:
    """A register from the day of the install, with a channel of two that nobody has updated for long."""
    store = MemoryStore()
    await keep_stale(store, at(INSTALLED, 8), "kirjasto-instagram")
    return store


async def keep_stale(store: MemoryStore, moment: datetime, *ids: str) -> None:
    """Have channels in the register, each of First and Third, that nobody has updated for long."""
    plain = channel(
        evidence=(Evidence(EvidenceKind.TOLD, INSTALLED - 40 * DAY),),
        responsible=SECOND.id,
        maintainers=(Maintainer(FIRST.id), Maintainer(THIRD.id)),
        holiday_covers=(),
    )
    people = (FIRST, SECOND, THIRD, ICT, OTHER_ICT)
    await put_in(store, Event("x", moment, "import"), [replace(plain, id=one) for one in ids], people)


@pytest.fixture
async def desk() -> Desk:
    return Desk(await a_store(), ICT)


def days_in(preview: ShadowPreview) -> list[date | None]:
    return list(dict.fromkeys(one.on for one in preview.would_get))


async def test_each_ict_secretary_has_one_preview_that_is_changed_where_it_stands() -> None:
    desk = Desk(await a_store(), ICT, OTHER_ICT)
    arrived = await desk.days(INSTALLED, START - 4 * DAY)
    assert arrived == {INSTALLED: [ICT.id, OTHER_ICT.id]}
    first, second = desk.shown()
    assert first == second
    assert days_in(first) == sorted(filter(None, days_in(first)), reverse=True)
    assert len(days_in(first)) > 1


async def test_what_comes_up_later_in_the_day_is_shown_on_the_next_as_people_would_get_it(desk: Desk) -> None:
    await desk.go(at(INSTALLED))
    await keep_stale(desk.store, at(INSTALLED, 10), "kirjasto-instagram", "kirjasto-facebook")
    for day, hour, found in ((INSTALLED, 11, [INSTALLED]), (INSTALLED + DAY, 9, [INSTALLED + DAY, INSTALLED])):
        await desk.go(at(day, hour))
        assert [days_in(one) for one in desk.shown()] == [found]
        assert [one.on for one in desk.shown()[0].would_get].count(INSTALLED) == 2


async def test_where_a_preview_can_not_be_changed_one_with_all_of_it_comes_after_a_week() -> None:
    desk = Desk(await a_store(), ICT, has_places=False)
    arrived = await desk.days(INSTALLED, START - 4 * DAY)
    assert len(arrived) == 2
    first, second = arrived
    assert second - first >= WEEK
    before, after = (notice.preview for _, notice in desk.got)
    assert before is not None
    assert after is not None
    assert after.would_get[-len(before.would_get) :] == before.would_get
    assert len(days_in(after)) > 2, "also what came between the two"


async def test_one_that_has_gone_from_its_place_counts_as_one_that_can_not_be_changed(desk: Desk) -> None:
    await desk.go(at(INSTALLED))
    desk.redraws = [GONE] * 3
    arrived = await desk.days(INSTALLED + DAY, START - 4 * DAY)
    assert len(arrived) == 1
    assert min(arrived) - INSTALLED >= WEEK


async def test_a_preview_that_is_redrawn_only_after_a_while_stays_where_it_is(desk: Desk) -> None:
    await desk.go(at(INSTALLED))
    thursday = INSTALLED + 3 * DAY
    desk.redraws = [Retry(at(thursday, 11))]
    assert await desk.days(INSTALLED + DAY, thursday) == {}
    shown = [days_in(one) for one in desk.shown()]
    assert await desk.go(at(thursday, 12)) == []
    assert [shown, [days_in(one) for one in desk.shown()]] == [[[INSTALLED]], [[thursday, INSTALLED]]]


async def test_a_restart_at_any_moment_neither_repeats_nor_loses_a_line(desk: Desk) -> None:
    await desk.go(at(INSTALLED))
    for n in range(1, 9):
        day = INSTALLED + n * DAY
        await desk.rounds.run(at(day))  # and then the bot stops, before anything is delivered
        again = Desk(desk.store, ICT)
        await again.go(at(day, 10))
        await again.go(at(day, 11))
        assert again.got == []
    (record,) = (await desk.store.read()).of(REMINDERS).values()
    assert record.preview is not None
    lines = [(one.person.id, one.on) for one in record.preview.would_get]
    assert len(lines) == len(set(lines)) > 3


async def test_a_preview_that_never_went_out_is_taken_back_with_its_lines(desk: Desk) -> None:
    await desk.rounds.run(at(INSTALLED))  # and then the bot stops
    assert await desk.go(at(INSTALLED + DAY)) == [ICT.id]
    (preview,) = desk.shown()
    assert days_in(preview) == [INSTALLED + DAY]


async def test_an_ict_secretary_who_comes_back_gets_a_preview_and_the_other_keeps_theirs() -> None:
    desk = Desk(await a_store(), ICT, OTHER_ICT)
    away = Absence(OTHER_ICT.id, Days(INSTALLED, INSTALLED + 2 * DAY))
    await update(desk.store, lambda _: [Change.put(ABSENCES, "away", away)])
    arrived = await desk.days(INSTALLED, START - 4 * DAY)
    assert list(arrived.values()) == [[ICT.id], [OTHER_ICT.id]]


async def test_every_preview_says_that_reminders_begin_once_one_secretary_has_let_them() -> None:
    desk = Desk(await a_store(), ICT, OTHER_ICT)
    await desk.go(at(INSTALLED))
    key = f"{INSTALLED}/{ICT.id}"
    day, notice = await desk.switch.start(Actor(ICT, frozenset({Role.ICT_SECRETARY})), key, at(INSTALLED, 12))
    await desk.outbox.deliver_due(at(INSTALLED, 12))
    assert day == INSTALLED + DAY
    assert notice is not None
    assert notice.preview is not None
    mine, others = desk.shown()
    assert (notice.preview.started, others.started, others.start) == (True, True, day)
    assert not mine.started, "the press itself is answered in its place"
    assert await desk.go(at(INSTALLED + DAY)) == [FIRST.id, THIRD.id]


async def test_the_word_that_reminders_begin_comes_once_to_each_ict_secretary_also_after_a_restart() -> None:
    desk = Desk(await a_store(), ICT, OTHER_ICT)
    friday = START - 3 * DAY
    await desk.days(INSTALLED, friday - DAY)
    await desk.rounds.run(at(friday))  # and then the bot stops
    again = Desk(desk.store, ICT, OTHER_ICT)
    told = [await again.go(at(friday, hour)) for hour in (10, 11, 12)]
    assert told == [[ICT.id, OTHER_ICT.id], [], []]
    begins = [notice.begins for _, notice in again.got]
    assert [(one.on, one.at, one.people, one.channels) for one in begins if one] == [(START, time(9), 2, 1)] * 2
    assert await again.go(at(START)) == [FIRST.id, THIRD.id]


async def test_a_word_that_nobody_took_all_day_is_not_said_late(desk: Desk) -> None:
    friday = START - 3 * DAY
    await desk.days(INSTALLED, friday - DAY)
    desk.outcomes = [Retry(at(friday, 20))]
    assert await desk.go(at(friday)) == []
    assert [notice.begins for _, notice in desk.got] == [None] * len(desk.got)
    assert await desk.go(at(START)) == [FIRST.id, THIRD.id]


async def test_previews_of_an_earlier_version_say_that_reminders_go_out_too(desk: Desk) -> None:
    """It left one of each day, whose lines do not say the day."""
    old = [INSTALLED, INSTALLED + DAY]
    await update(desk.store, lambda _: [change for day in old for change in kept_of_old(day)])
    desk.places = {f"slack:{day}": ReminderNotice("old") for day in old}
    await desk.go(at(INSTALLED + 2 * DAY))
    assert desk.got == [], "the newest of them is the one that goes on"
    (preview,) = desk.shown()
    assert days_in(preview) == [INSTALLED + 2 * DAY, INSTALLED + DAY]
    await desk.go(at(START))
    assert [one.started for one in desk.shown()] == [True, True]


def kept_of_old(day: date) -> Sequence[Change]:
    """A message of the earlier version with its entry in the outbox, which has arrived."""
    stored = {
        "person": ICT.id,
        "day": f"{day}",
        "preview": {"would_get": [{"person": {"id": FIRST.id}, "channels": ["Kanava"]}], "start": f"{START}"},
    }
    reminder = TypeAdapter(Reminder).validate_python(stored)
    assert reminder.parts == (Part.PREVIEW,)
    assert reminder.preview == ShadowPreview(
        (WouldGet(replace(FIRST, identities=(), display_name=""), ("Kanava",)),), START
    )
    notice = ReminderNotice(reminder.key, preview=reminder.preview)
    moment = at(day)
    entry = OutboxEntry(ICT, notice, moment, moment, moment + HOUR, stage=Stage.DELIVERED, place=f"slack:{day}")
    return [Change.put(REMINDERS, reminder.key, reminder), Change.put(OUTBOX, outbox_key(reminder.key), entry)]
