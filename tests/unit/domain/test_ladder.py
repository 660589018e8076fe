"""The ladder by example: who is told of a channel, on which day, and why nobody is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.working_time import Days, WorkingTime, parse_days_off
from bot.domain.channels import Channel, HolidayCover, Maintainer, Pause, Status, UnitName
from bot.domain.evidence import Evidence, EvidenceKind, SourceState, State
from bot.domain.people import Person
from bot.domain.register import Register
from bot.domain.reminders.kept import Reminder
from bot.domain.reminders.plan import Affairs, Item, Plan, plan, together
from bot.domain.reminders.presence import Absence, Presence
from bot.domain.reminders.silence import Quiet
from bot.domain.reminders.spells import Ladder, SpellRecord

ZONE = ZoneInfo("Europe/Helsinki")
MONDAY = date(2026, 11, 2)
"""The day on which the channel leaves *active*: its spell's day 0."""
LONG_AGO = date(2026, 1, 1)
DAY = timedelta(days=1)


def channel(**changes: Any) -> Channel:
    evidence = (Evidence(EvidenceKind.TOLD, MONDAY - 15 * DAY),)
    plain = Channel("c", "facebook", "C", UnitName("Yksikkö"), "resp", maintainers=people("ann"), evidence=evidence)
    return replace(plain, **changes)


def people(*ids: str) -> tuple[Maintainer, ...]:
    return tuple(Maintainer(one) for one in ids)


def affairs(
    today: date,
    *channels: Channel,
    left: Iterable[str] = (),
    absences: Iterable[Absence] = (),
    secretaries: Iterable[str] = ("ict",),
    since: date = LONG_AGO,
    pauses: tuple[Days, ...] = (),
    working: WorkingTime | None = None,
    records: dict[str, SpellRecord] | None = None,
    messaged: Iterable[str] = (),
    sources: dict[str, SourceState] | None = None,
) -> Affairs:
    gone = {one: Person(one, left_on=LONG_AGO) for one in left}
    register = Register({one.id: one for one in channels}, gone)
    return Affairs(
        channels,
        Presence.on(today, register, absences, secretaries),
        Ladder(working or WorkingTime(ZONE), 14, since, pauses, sources or {}),
        records or {},
        set(messaged),
    )


def at(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), ZONE)


def due(today: date, *channels: Channel, **more: Any) -> Plan:
    return plan(affairs(today, *channels, **more), at(today))


def items(found: Plan) -> list[str]:
    return [f"{item.person}:{item.step}:{item.n}:{item.why}" for told in found.due.values() for item in told]


def why(found: Plan) -> list[str]:
    return [silence.why for silence in found.silences]


def told(days: int, one: Channel, **more: Any) -> tuple[dict[date, list[str]], dict[str, SpellRecord]]:
    """What is told on each of that many days from the spell's first on, and what is kept of it."""
    records: dict[str, SpellRecord] = more.pop("records", {})
    found: dict[date, list[str]] = {}
    for day in (MONDAY + number * DAY for number in range(days)):
        result = due(day, one, records=records, **more)
        if result.due:
            found[day] = items(result)
        every: list[Item] = [item for one in result.due.values() for item in one]
        records = records | together(records, every)
    return found, records


def test_maintainers_then_the_responsible_person_then_the_ict_secretary_then_silence() -> None:
    found, _ = told(60, channel(maintainers=people("ann", "bob")))
    assert found == {
        MONDAY: ["ann:maintainer:1:due", "bob:maintainer:1:due"],
        MONDAY + 3 * DAY: ["ann:maintainer:2:due", "bob:maintainer:2:due", "resp:responsible:1:due"],
        MONDAY + 10 * DAY: ["ann:maintainer:3:due", "bob:maintainer:3:due", "ict:ict_secretary:1:due"],
    }


def test_days_are_counted_in_working_days() -> None:
    working = WorkingTime(ZONE, days_off=[parse_days_off("2026-11-05"), parse_days_off("2026-11-09..2026-11-11")])
    found, _ = told(30, channel(), working=working)
    assert list(found) == [MONDAY, MONDAY + 4 * DAY, MONDAY + 16 * DAY]


def test_a_channel_that_leaves_active_on_a_saturday_is_asked_about_on_monday() -> None:
    saturday = MONDAY - 2 * DAY
    found, _ = told(1, channel(evidence=(Evidence(EvidenceKind.TOLD, saturday - 15 * DAY),)))
    assert found == {MONDAY: ["ann:maintainer:1:due"]}


def test_without_maintainers_the_responsible_person_keeps_the_channel() -> None:
    found, _ = told(30, channel(maintainers=()))
    assert [line for lines in found.values() for line in lines if line.startswith("resp")] == [
        "resp:maintainer:1:due",
        "resp:maintainer:2:due",
        "resp:maintainer:3:due",
    ]


def test_a_responsible_person_who_maintains_as_well_is_told_once() -> None:
    result = due(MONDAY + 3 * DAY, channel(maintainers=people("resp")))
    assert items(result) == ["resp:maintainer:2:due"]
    assert Quiet.IS_MAINTAINER in why(result)


def test_new_evidence_ends_the_spell_and_the_next_begins_anew() -> None:
    _, records = told(4, channel())
    updated = channel(evidence=(Evidence(EvidenceKind.TOLD, MONDAY),))
    assert why(due(MONDAY + 3 * DAY, updated, records=records)) == [Quiet.ACTIVE]
    assert items(due(MONDAY + 15 * DAY, updated, records=records)) == ["ann:maintainer:1:due"]


def test_what_was_missed_comes_once_and_not_one_by_one() -> None:
    result = due(MONDAY + 10 * DAY, channel())
    assert items(result) == ["ann:maintainer:3:due", "resp:responsible:1:catch_up", "ict:ict_secretary:1:due"]
    assert items(due(MONDAY + 11 * DAY, channel()))[0] == "ann:maintainer:3:catch_up"


def test_what_went_on_before_there_were_reminders_begins_from_the_first_rung() -> None:
    start = MONDAY + 20 * DAY
    assert items(due(start + DAY, channel(), since=start)) == ["ann:maintainer:1:due"]


@pytest.mark.parametrize(
    ("hour", "expected"),
    [(7, Quiet.OUTSIDE_HOURS), (8, Quiet.BEFORE_THE_HOUR), (16, Quiet.OUTSIDE_HOURS), (23, Quiet.OUTSIDE_HOURS)],
)
def test_outside_the_hours_nobody_is_told(hour: int, expected: Quiet) -> None:
    result = plan(affairs(MONDAY, channel()), at(MONDAY, hour))
    assert (result.due, why(result)) == ({}, [expected])


def test_within_the_hours_it_is_never_too_late() -> None:
    assert all(plan(affairs(MONDAY, channel()), at(MONDAY, hour)).due for hour in range(9, 16))


def test_on_a_day_off_nobody_is_told() -> None:
    assert why(due(date(2026, 12, 24), channel())) == [Quiet.DAY_OFF]
    assert why(due(MONDAY - DAY, channel())) == [Quiet.DAY_OFF]


def test_the_cover_is_told_before_the_absent() -> None:
    cover = HolidayCover(MONDAY, MONDAY + 4 * DAY, "cov", "ann")
    found, _ = told(30, channel(holiday_covers=(cover,)))
    assert found[MONDAY] == ["cov:maintainer:1:cover"]
    assert found[MONDAY + 3 * DAY] == ["cov:maintainer:2:cover", "resp:responsible:1:due"]
    assert found[MONDAY + 10 * DAY] == ["ann:maintainer:3:due", "ict:ict_secretary:1:due"]


def test_a_cover_for_the_whole_channel_is_told_for_all_its_maintainers() -> None:
    cover = HolidayCover(MONDAY, MONDAY, "cov")
    result = due(MONDAY, channel(maintainers=people("ann", "bob"), holiday_covers=(cover,)))
    assert items(result) == ["cov:maintainer:1:cover"]


def test_where_the_cover_is_away_too_the_responsible_person_is_told_and_then_the_ict_secretary() -> None:
    away = [Absence(one, Days(MONDAY, MONDAY)) for one in ("cov", "resp")]
    one = channel(holiday_covers=(HolidayCover(MONDAY, MONDAY, "cov", "ann"),))
    assert items(due(MONDAY, one, absences=away[:1])) == ["resp:maintainer:1:in_place"]
    assert items(due(MONDAY, one, absences=away)) == ["ict:maintainer:1:in_place"]
    nobody = due(MONDAY, one, absences=[*away, Absence("ict", Days(MONDAY, MONDAY))])
    assert items(nobody) == []
    assert Quiet.NOBODY_HERE in why(nobody)


def test_whoever_has_a_cover_for_one_channel_is_away_from_all() -> None:
    other = channel(id="other", holiday_covers=(HolidayCover(MONDAY, MONDAY, "cov", "ann"),))
    assert items(due(MONDAY, channel(), other)) == ["resp:maintainer:1:in_place", "cov:maintainer:1:cover"]


def test_people_who_left_get_nothing() -> None:
    both = channel(maintainers=people("ann", "bob"))
    one_left = due(MONDAY, both, left=["ann"])
    assert items(one_left) == ["bob:maintainer:1:due"]
    assert Quiet.HAS_LEFT in why(one_left)
    assert items(due(MONDAY, both, left=["ann", "bob"])) == ["resp:maintainer:1:due"]
    assert items(due(MONDAY, both, left=["ann", "bob", "resp"])) == ["ict:maintainer:1:in_place"]


def test_somebody_in_two_seats_has_one_item() -> None:
    away = [Absence("ann", Days(MONDAY, MONDAY + 20 * DAY))]
    found, _ = told(30, channel(), absences=away)
    assert found == {
        MONDAY: ["resp:maintainer:1:in_place"],
        MONDAY + 3 * DAY: ["resp:responsible:1:due"],
        MONDAY + 10 * DAY: ["resp:maintainer:3:in_place", "ict:ict_secretary:1:due"],
    }


def test_later_moves_the_rest_of_the_spell_for_that_person_alone() -> None:
    _, records = told(1, channel(maintainers=people("ann", "bob")))
    records["c"] = records["c"].put_off("ann", MONDAY + 14 * DAY)
    found, _ = told(40, channel(maintainers=people("ann", "bob")), records=records)
    assert {day: [line for line in lines if line.startswith("ann")] for day, lines in found.items()} == {
        MONDAY + 3 * DAY: [],
        MONDAY + 10 * DAY: [],
        MONDAY + 14 * DAY: ["ann:maintainer:2:put_off"],
        MONDAY + 21 * DAY: ["ann:maintainer:3:put_off"],
    }
    assert Quiet.PUT_OFF in why(due(MONDAY + 7 * DAY, channel(maintainers=people("ann", "bob")), records=records))


def test_the_last_message_says_that_it_is_the_last() -> None:
    _, records = told(9, channel())
    (ann, ict) = due(MONDAY + 10 * DAY, channel(), records=records).due.values()
    assert ann[0].last
    assert ict[0].last
    assert not due(MONDAY, channel()).due["ann"][0].last


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": Status.PROPOSED}, Quiet.PROPOSED),
        ({"status": Status.RETIRED}, Quiet.RETIRED),
        ({"pause": Pause(MONDAY, MONDAY)}, Quiet.PAUSED),
        ({"evidence": ()}, Quiet.NO_EVIDENCE),
        ({"evidence": (Evidence(EvidenceKind.TOLD, MONDAY - 14 * DAY),)}, Quiet.ACTIVE),
    ],
)
def test_of_other_channels_nobody_is_told(changes: dict[str, Any], expected: Quiet) -> None:
    result = due(MONDAY, channel(**changes))
    assert (result.due, why(result)) == ({}, [expected])


@pytest.mark.parametrize(
    ("days", "told", "expected"),
    [(0, True, Quiet.SOURCE_FAILS), (3, True, Quiet.SOURCE_FAILS), (4, True, Quiet.UNKNOWN)]
    + [(days, False, Quiet.SOURCE_FAILS) for days in (0, 3, 4, 40)],
)
def test_while_a_channels_source_fails_nobody_is_told(days: int, told: bool, expected: Quiet) -> None:
    since = MONDAY - days * DAY
    source = SourceState("feed", read_on=since, is_whole=True, fails=True, failing_since=since if told else None)
    result = due(MONDAY, channel(), sources={"c": source})
    assert (result.due, why(result)) == ({}, [expected])


def test_what_a_source_shows_ends_the_spell_and_begins_the_next_one() -> None:
    source = SourceState("feed", seen_on=MONDAY - DAY, read_on=MONDAY, is_whole=True)
    assert why(due(MONDAY, channel(), sources={"c": source})) == [Quiet.ACTIVE]
    later = MONDAY + 14 * DAY
    (item,) = due(later, channel(), sources={"c": replace(source, read_on=later)}).due["ann"]
    assert (item.spell, item.state) == (MONDAY - DAY, State.IDLE)


def test_an_idle_channel_is_only_asked_about_where_its_source_does_not_show_all() -> None:
    source = SourceState("feed", read_on=MONDAY, is_whole=False)
    (item,) = due(MONDAY, channel(), sources={"c": source}).due["ann"]
    assert item.state is State.UNCONFIRMED


def test_after_a_pause_the_days_are_counted_anew() -> None:
    paused = channel(pause=Pause(MONDAY, MONDAY + 20 * DAY))
    found, _ = told(30, paused)
    assert found[MONDAY + 21 * DAY] == ["ann:maintainer:1:due"]
    assert next(iter(found)) == MONDAY + 21 * DAY


def test_days_in_a_pause_of_all_reminders_do_not_count() -> None:
    found, _ = told(40, channel(), pauses=(Days(MONDAY + DAY, MONDAY + 14 * DAY),))
    assert list(found) == [MONDAY, MONDAY + 17 * DAY, MONDAY + 24 * DAY]
    (quiet,) = due(MONDAY + DAY, channel(), pauses=(Days(MONDAY + DAY, MONDAY + 14 * DAY),)).silences
    assert (quiet.why, quiet.until) == (Quiet.ALL_PAUSED, MONDAY + 14 * DAY)


def test_whoever_had_todays_message_gets_no_second_one() -> None:
    result = due(MONDAY, channel(), messaged=["ann"])
    assert result.due == {}
    assert Quiet.HAD_TODAYS_MESSAGE in why(result)


def test_a_message_holds_all_items_of_a_person() -> None:
    ((person, told_of),) = due(MONDAY, channel(), channel(id="other")).due.items()
    assert [item.channel for item in told_of] == ["c", "other"]
    assert Reminder(person, MONDAY, told_of).key == "2026-11-02/ann"


def test_a_channel_with_a_working_source_is_idle_and_one_without_is_unconfirmed() -> None:
    feed = SourceState("feed", read_on=MONDAY, is_whole=True)
    states = [due(MONDAY, channel(), sources=known).due["ann"][0].state for known in ({"c": feed}, {})]
    assert states == [State.IDLE, State.UNCONFIRMED]


def test_without_an_ict_secretary_the_list_waits() -> None:
    result = due(MONDAY + 10 * DAY, channel(), secretaries=())
    assert not any("ict" in line for line in items(result))
    assert Quiet.NOBODY_HERE in why(result)
