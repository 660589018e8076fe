"""The run: what is due goes out once, on its day or on a later one, and is kept no longer than it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from bot.activity.source import SourceKind, SourceRef
from bot.domain.calendar.working_time import Days, WorkingTime
from bot.domain.channels import Channel, Maintainer
from bot.domain.delivery import Delivered, Delivery, Reason, Retry, Unreachable
from bot.domain.evidence import Evidence, EvidenceKind, SourceState
from bot.domain.people import Person
from bot.domain.reminders.kept import Part, Switch
from bot.domain.reminders.ladder import Step
from bot.domain.reminders.notice import BrokenSource, ReminderNotice
from bot.domain.reminders.silence import Quiet
from bot.services.access import Access
from bot.services.activity.documents import SOURCES, FollowedSource
from bot.services.committing import update
from bot.services.notices import Notice
from bot.services.ports import Change, Event
from bot.services.privacy.forgetting import Forgetting
from bot.services.reminders.documents import REMINDERS, SPELLS, SWITCHES, THE_SWITCH
from bot.services.reminders.entries import OUTBOX, Stage
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.rounds import KEPT, ReminderRounds, Rules
from bot.storage.memory import MemoryStore
from tests.support.bot_in_memory import HELSINKI
from tests.support.registers import put_in
from tests.support.surface import PlainSurface
from tests.unit.services.support import FIRST, ICT, SECOND, THIRD, channel

INSTALLED = date(2026, 10, 1)
MONDAY = date(2026, 11, 2)
"""The channel's spell begins on this day."""
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
STALE = (Evidence(EvidenceKind.TOLD, MONDAY - 15 * DAY),)


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), HELSINKI)


class Desk(PlainSurface):
    """The run on stores in memory, with a surface that takes a notice or does as it is told."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.answers: list[Delivery] = []
        self.got: list[tuple[str, ReminderNotice, datetime]] = []
        self.others: list[Notice] = []
        working = WorkingTime(HELSINKI)
        access = Access(("slack:U0ICT0001",))
        self.outbox = Outbox(self.store, access, self, opening=working.next_opening)
        self.reminding = ReminderRounds(self.store, access, self.outbox, Rules(working, 14))

    async def keep(self, *channels: Channel, people: Sequence[Person] = (FIRST, SECOND, THIRD, ICT)) -> None:
        await put_in(self.store, Event("x", at(INSTALLED), "import"), channels, people)

    async def follow(self, channel_id: str, state: SourceState) -> None:
        """The channel's source does as ``state`` says."""
        source = FollowedSource(SourceRef(SourceKind.FEED, state.where), state)
        await update(self.store, lambda _: [Change.put(SOURCES, channel_id, source)])

    async def send(self, person: Person, notice: Notice, moment: datetime) -> Delivery:
        answer = self.answers.pop(0) if self.answers else Delivered()
        if isinstance(notice, ReminderNotice) and isinstance(answer, Delivered):
            self.got.append((person.id, notice, moment))
        elif not isinstance(notice, ReminderNotice):
            self.others.append(notice)
        return answer

    async def go(self, moment: datetime) -> list[str]:
        """A round and its delivery; gives who got a reminder."""
        before = len(self.got)
        await self.reminding.run(moment)
        await self.outbox.deliver_due(moment)
        return [person for person, _, _ in self.got[before:]]

    async def parts(self, moment: datetime) -> dict[str, tuple[Part, ...]]:
        return {one.person: one.parts for one in (await self.reminding.due(moment)).reminders}


@pytest.fixture
async def desk() -> Desk:
    desk = Desk()
    await desk.keep(stale())
    return desk


def stale(**changes: Any) -> Channel:
    """A channel of First's alone, in a spell from Monday on, with nothing that a digest would name."""
    return channel(evidence=STALE, responsible=SECOND.id, maintainers=two(), holiday_covers=(), **changes)


def two() -> tuple[Maintainer, ...]:
    return (Maintainer(FIRST.id), Maintainer(THIRD.id))


async def test_a_round_that_is_run_again_finds_nothing_to_do(desk: Desk) -> None:
    assert await desk.go(at(MONDAY)) == [FIRST.id, THIRD.id]
    documents = await desk.store.read()
    for minute in range(5):
        assert await desk.go(at(MONDAY, 9, minute)) == []
    assert await desk.store.read() is documents, "nothing is written where nothing is to do"


async def test_a_dry_run_says_what_a_run_would_do_and_changes_nothing(desk: Desk) -> None:
    before = await desk.store.read()
    due = await desk.reminding.due(at(MONDAY))
    assert await desk.store.read() is before
    done = await desk.reminding.run(at(MONDAY))
    assert [one.key for one in due.reminders] == [one.key for one in done.reminders]
    assert due.silences == done.silences


async def test_the_message_its_items_and_the_entry_in_the_outbox_come_in_one_commit(desk: Desk) -> None:
    version = (await desk.store.read()).version
    await desk.reminding.run(at(MONDAY))
    documents = await desk.store.read()
    assert documents.version == version + 1
    assert len(documents.of(REMINDERS)) == len(documents.of(OUTBOX)) == 2
    assert [told.person for told in documents.of(SPELLS)["kirjasto-instagram"].told] == [FIRST.id, THIRD.id]


async def test_what_the_surface_does_not_take_at_once_comes_later_on_the_same_day(desk: Desk) -> None:
    desk.answers = [Retry(at(MONDAY, 11))]
    assert await desk.go(at(MONDAY)) == [THIRD.id]
    assert await desk.go(at(MONDAY, 10)) == []
    assert await desk.go(at(MONDAY, 11)) == [FIRST.id]


async def test_what_did_not_go_out_in_working_hours_is_decided_anew_the_next_day(desk: Desk) -> None:
    desk.answers = [Retry(at(MONDAY, 17))]
    assert await desk.go(at(MONDAY)) == [THIRD.id]
    assert await desk.go(at(MONDAY, 18)) == []
    assert await desk.go(at(MONDAY + DAY, 8)) == [], "not before the hour"
    assert await desk.go(at(MONDAY + DAY)) == [FIRST.id]
    assert [one.day for one in (await desk.store.read()).of(REMINDERS).values()] == [MONDAY, MONDAY + DAY]


async def test_what_did_not_go_out_is_not_sent_any_more_when_it_is_done_meanwhile(desk: Desk) -> None:
    desk.answers = [Retry(at(MONDAY, 17)), Retry(at(MONDAY, 17))]
    await desk.go(at(MONDAY))
    updated = Evidence(EvidenceKind.TOLD, MONDAY)
    await desk.keep(replace(stale(), evidence=(updated,)))
    assert await desk.go(at(MONDAY + DAY)) == []
    await Forgetting(desk.store, MemoryStore(), log_days=90).run(at(MONDAY + DAY))
    assert (await desk.store.read()).of(SPELLS) == {}, "nobody was told"


async def test_a_bot_that_was_down_for_days_sends_one_message_a_person(desk: Desk) -> None:
    assert await desk.go(at(MONDAY)) == [FIRST.id, THIRD.id]
    later = MONDAY + 16 * DAY
    arrived = await desk.go(at(later))
    assert sorted(arrived) == sorted([FIRST.id, SECOND.id, THIRD.id, ICT.id])
    steps = {person: [line.step for line in reminder.lines] for person, reminder, _ in desk.got[2:]}
    assert steps[ICT.id] == [Step.ICT_SECRETARY]
    assert await desk.go(at(later + DAY)) == []


async def test_a_message_that_was_claimed_and_never_sent_counts_for_nothing(desk: Desk) -> None:
    await desk.reminding.run(at(MONDAY))  # and then the bot stops
    assert await desk.go(at(MONDAY + 2 * DAY)) == [FIRST.id, THIRD.id]
    assert len(desk.got) == 2


async def test_whom_nothing_reaches_the_ict_secretary_hears_of(desk: Desk) -> None:
    desk.answers = [Unreachable(Reason.DEACTIVATED)]
    assert await desk.go(at(MONDAY)) == [THIRD.id]
    assert len(desk.others) == 1
    digest = next(one.digest for one in (await desk.reminding.due(at(MONDAY + 7 * DAY))).reminders)
    assert digest is None
    ict = next(one for one in (await desk.reminding.due(at(MONDAY + 4 * DAY))).reminders if one.person == ICT.id)
    assert ict.digest is not None
    assert [(one.person.id, one.reason) for one in ict.digest.unreachable] == [(FIRST.id, Reason.DEACTIVATED)]


async def test_before_two_weeks_have_passed_nobody_but_the_ict_secretary_is_told(desk: Desk) -> None:
    early = INSTALLED + DAY
    await desk.keep(replace(stale(), evidence=(Evidence(EvidenceKind.TOLD, early - 40 * DAY),)))
    assert await desk.go(at(early)) == [ICT.id]
    (_, preview, _) = desk.got[0]
    assert preview.preview is not None
    assert [one.person.id for one in preview.preview.would_get] == [FIRST.id, THIRD.id]
    assert await desk.go(at(early, 15)) == []
    start = INSTALLED + 14 * DAY
    assert await desk.go(at(start)) == [FIRST.id, THIRD.id], "what was only shown does not count"


async def test_a_preview_that_does_not_go_out_is_shown_the_next_day(desk: Desk) -> None:
    early = INSTALLED + DAY
    await desk.keep(replace(stale(), evidence=(Evidence(EvidenceKind.TOLD, early - 40 * DAY),)))
    desk.answers = [Retry(at(early, 20))]
    assert await desk.go(at(early)) == []
    following = early + 3 * DAY
    assert await desk.go(at(following)) == [ICT.id]


async def test_on_a_pause_nothing_is_claimed_and_afterwards_the_ladder_goes_on(desk: Desk) -> None:
    switch = Switch(pauses=(Days(MONDAY, MONDAY + 6 * DAY),))
    await desk.store.commit([Change.put(SWITCHES, THE_SWITCH, switch)], (await desk.store.read()).version)
    done = await desk.reminding.run(at(MONDAY))
    assert [silence.why for silence in done.silences] == [Quiet.ALL_PAUSED]
    assert await desk.go(at(MONDAY + 7 * DAY)) == [FIRST.id, THIRD.id]


async def test_the_digest_comes_on_the_weeks_first_working_day_and_joins_the_days_message(desk: Desk) -> None:
    await desk.keep(replace(stale(id="alone"), maintainers=two()[:1]))
    assert (await desk.parts(at(MONDAY)))[ICT.id] == (Part.DIGEST,)
    await desk.go(at(MONDAY))
    assert ICT.id not in await desk.parts(at(MONDAY + DAY))
    holiday_monday = date(2027, 3, 29)
    assert await desk.parts(at(holiday_monday)) == {}
    assert Part.DIGEST in (await desk.parts(at(holiday_monday + DAY)))[ICT.id]
    assert await desk.parts(at(MONDAY + 10 * DAY)) != {}
    together = (await desk.parts(at(MONDAY + 14 * DAY)))[ICT.id]
    assert together == (Part.REMINDER, Part.DIGEST)


async def test_an_unknown_channel_is_in_the_digest_and_nowhere_else(desk: Desk) -> None:
    failing = SourceState("feed", fails=True, failing_since=MONDAY - 10 * DAY, why="not_found")
    await desk.follow(stale().id, failing)
    (reminder,) = (await desk.reminding.due(at(MONDAY))).reminders
    assert reminder.items == ()
    assert reminder.digest is not None
    assert reminder.digest.unknown == (
        BrokenSource("kirjasto-instagram", stale().name, "not_found", MONDAY - 10 * DAY),
    )


async def test_what_is_no_longer_needed_is_forgotten(desk: Desk) -> None:
    await desk.go(at(MONDAY))
    await desk.keep(replace(stale(), evidence=(Evidence(EvidenceKind.TOLD, MONDAY + 80 * DAY),)))
    assert len((await desk.store.read()).of(REMINDERS)) == 2
    later = at(MONDAY) + KEPT + DAY
    await desk.go(later)
    await Forgetting(desk.store, MemoryStore(), log_days=90).run(later)
    documents = await desk.store.read()
    assert documents.of(REMINDERS) == {}
    assert documents.of(SPELLS) == {}
    assert (await desk.store.read()).of(OUTBOX) == {}


async def test_an_entry_that_a_crash_left_open_counts_as_sent(desk: Desk) -> None:
    await desk.reminding.run(at(MONDAY))
    documents = await desk.store.read()
    key, entry = next(iter(documents.of(OUTBOX).items()))
    sending = Change.put(OUTBOX, key, replace(entry, stage=Stage.SENDING))
    await desk.store.commit([sending], documents.version)
    await desk.outbox.recover(at(MONDAY, 10))
    assert await desk.go(at(MONDAY, 10)) == [THIRD.id]
    assert await desk.go(at(MONDAY + DAY)) == []
    assert FIRST.id in await desk.go(at(MONDAY + 3 * DAY)), "its items come again when the next message is due"
