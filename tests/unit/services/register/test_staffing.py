"""Covers and hand-overs: who keeps a channel in place of whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.channels import HolidayCover, Maintainer, Right, Status
from bot.domain.people import Actor
from bot.services.access import Access, NotAllowedError
from bot.services.notices import AuthorisationNamed, CoverAgreed
from bot.services.ports import Event
from bot.services.register.records.channel_records import InvalidInputError
from bot.services.register.staffing import Staffing
from tests.support.registers import register_in
from tests.unit.services.support import (
    AT,
    FIRST,
    SECOND,
    SECRETARY,
    THIRD,
    NobodyHome,
    channel,
    desk,
    guest,
    staff,
    store_of,
)

ID = "kirjasto-instagram"
WEEK = (date(2026, 12, 21), date(2026, 12, 27))


async def test_a_cover_is_agreed_for_all_channels_of_the_absent_and_no_other() -> None:
    known = desk(
        channel(responsible=THIRD.id, maintainers=(Maintainer(SECOND.id),)),
        channel("oma", responsible=SECOND.id),
        channel("vanha", responsible=SECOND.id, status=Status.RETIRED),
        channel("muu"),
    )

    covered = await known.staffing.agree_cover(staff(SECOND), *WEEK, "slack:U0THIRD", AT)

    assert covered.cover == THIRD
    assert [one.id for one in covered.channels] == [ID, "oma"]
    register = await register_in(known.store)
    for one in register.channels.values():
        expected = (HolidayCover(*WEEK, THIRD.id, SECOND.id),) if one.id in (ID, "oma") else ()
        assert one.holiday_covers == expected
    (entry,) = await known.store.history()
    assert entry.event == Event(SECOND.id, AT, "away")
    assert set(entry.after) == {ID, "oma"}


async def test_a_cover_whom_the_register_does_not_know_becomes_known() -> None:
    known = desk(channel(), people=(FIRST,))
    cover = (await known.staffing.agree_cover(staff(FIRST), *WEEK, "fourth@kunta.example", AT)).cover
    assert cover.email == "fourth@kunta.example"
    assert (await known.channel()).holiday_covers[0].person == cover.id == await known.person_id("fourth@kunta.example")


async def test_a_cover_that_is_agreed_anew_replaces_the_one_of_those_days_and_no_other() -> None:
    others = HolidayCover(*WEEK, THIRD.id, SECOND.id)
    later = HolidayCover(date(2027, 7, 1), date(2027, 7, 9), SECOND.id, FIRST.id)
    known = desk(channel(holiday_covers=(others, HolidayCover(*WEEK, SECOND.id, FIRST.id), later)))

    await known.staffing.agree_cover(staff(FIRST), WEEK[0], WEEK[1] + timedelta(days=1), "slack:U0THIRD", AT)

    longer = HolidayCover(WEEK[0], WEEK[1] + timedelta(days=1), THIRD.id, FIRST.id)
    assert (await known.channel()).holiday_covers == (others, later, longer)


@pytest.mark.parametrize("actor", [staff(THIRD), guest(FIRST), SECRETARY])
async def test_who_keeps_no_channel_needs_no_cover(actor: Actor) -> None:
    known = desk(channel())
    with pytest.raises(NotAllowedError) as refused:
        await known.staffing.agree_cover(actor, *WEEK, "slack:U0SECOND", AT)
    assert refused.value.allowed == "keeper"
    assert await known.store.history() == []


DECEMBER = HolidayCover(date(2026, 12, 1), date(2026, 12, 31), SECOND.id, FIRST.id)
"""The second covers for the first all December."""


async def test_a_cover_who_keeps_nothing_passes_on_what_they_cover_on_those_days() -> None:
    others = HolidayCover(*WEEK, THIRD.id, THIRD.id)
    before = HolidayCover(date(2026, 11, 1), date(2026, 11, 9), SECOND.id, FIRST.id)
    known = desk(channel(holiday_covers=(before, DECEMBER, others)), channel("muu"))

    covered = await known.staffing.agree_cover(staff(SECOND), *WEEK, "slack:U0THIRD", AT)

    assert [one.id for one in covered.channels] == [ID]
    assert (await known.channel()).holiday_covers == (
        before,
        replace(DECEMBER, end=WEEK[0] - timedelta(days=1)),
        replace(DECEMBER, start=WEEK[1] + timedelta(days=1)),
        others,
        HolidayCover(*WEEK, THIRD.id, FIRST.id),
    )
    notice = known.notifier.notices[THIRD.id][-1]
    assert notice == CoverAgreed((await known.channel(),), FIRST, *WEEK)


async def test_of_a_cover_that_is_passed_on_only_its_own_days_are() -> None:
    known = desk(channel(holiday_covers=(HolidayCover(WEEK[0], WEEK[0], SECOND.id, FIRST.id),)))
    away = (WEEK[0] - timedelta(days=3), WEEK[1])
    await known.staffing.agree_cover(staff(SECOND), *away, "slack:U0THIRD", AT)
    assert (await known.channel()).holiday_covers == (HolidayCover(WEEK[0], WEEK[0], THIRD.id, FIRST.id),)


@pytest.mark.parametrize(
    ("days", "cover", "wrong"),
    [
        ((date(2027, 2, 1), date(2027, 2, 7)), "slack:U0THIRD", ("start", "away-no-cover")),
        (WEEK, "slack:U0FIRST", ("cover", "away-absent")),
        (WEEK, "slack:U0SECOND", ("cover", "away-self")),
    ],
)
async def test_what_cannot_be_passed_on_is_said_at_the_field(
    days: tuple[date, date], cover: str, wrong: tuple[str, str]
) -> None:
    known = desk(channel(holiday_covers=(DECEMBER,)))
    with pytest.raises(InvalidInputError) as refused:
        await known.staffing.agree_cover(staff(SECOND), *days, cover, AT)
    assert [(problem.field, problem.code) for problem in refused.value.problems] == [wrong]
    assert (await known.channel()).holiday_covers == (DECEMBER,)


async def test_a_cover_whose_days_are_over_has_nothing_to_pass_on() -> None:
    known = desk(channel(holiday_covers=(HolidayCover(date(2026, 11, 1), date(2026, 11, 22), SECOND.id, FIRST.id),)))
    with pytest.raises(NotAllowedError):
        await known.staffing.agree_cover(staff(SECOND), *WEEK, "slack:U0THIRD", AT)


async def test_what_a_keeper_covers_besides_stays_as_it_was() -> None:
    known = desk(channel(holiday_covers=(DECEMBER,)), channel("oma", responsible=SECOND.id))
    covered = await known.staffing.agree_cover(staff(SECOND), *WEEK, "slack:U0THIRD", AT)
    assert [one.id for one in covered.channels] == ["oma"]
    assert (await known.channel()).holiday_covers == (DECEMBER,)


async def test_handing_over_puts_another_in_the_maintainers_place() -> None:
    second, third = Maintainer(SECOND.id), Maintainer(THIRD.id, Right.ADMIN)
    known = desk(channel(maintainers=(second, third)))

    handed = await known.staffing.hand_over(staff(SECOND), ID, "slack:U0FOURTH", "slack:U0BOSS001", AT)

    fourth, boss = await known.person_id("slack:U0FOURTH"), await known.person_id("slack:U0BOSS001")
    assert handed.channel.maintainers == (third, Maintainer(fourth, authorised_by=boss))
    assert known.appointed == {fourth}
    (named,) = known.notifier.notices[boss]
    assert isinstance(named, AuthorisationNamed)
    (entry,) = await known.store.history()
    assert entry.event == Event(SECOND.id, AT, "handover")


async def test_the_responsible_person_and_the_ict_secretary_add_a_maintainer() -> None:
    for actor in (staff(FIRST), SECRETARY):
        known = desk(channel(maintainers=(Maintainer(SECOND.id),)))
        handed = await known.staffing.hand_over(actor, ID, "slack:U0THIRD", "slack:U0FIRST", AT)
        assert handed.channel.maintainers == (Maintainer(SECOND.id), Maintainer(THIRD.id, authorised_by=FIRST.id))
        assert handed.channel.responsible == FIRST.id


async def test_who_maintains_already_takes_over_without_losing_a_right_or_being_told_again() -> None:
    known = desk(channel(maintainers=(Maintainer(SECOND.id), Maintainer(THIRD.id, Right.ADMIN))))
    handed = await known.staffing.hand_over(staff(SECOND), ID, "slack:U0THIRD", "slack:U0FIRST", AT)
    assert handed.channel.maintainers == (Maintainer(THIRD.id, Right.ADMIN, FIRST.id),)
    assert known.appointed == set()


@pytest.mark.parametrize("actor", [staff(THIRD), guest(SECOND)])
async def test_who_keeps_the_channel_not_does_not_hand_it_over(actor: Actor) -> None:
    known = desk(channel(maintainers=(Maintainer(SECOND.id),)))
    with pytest.raises(NotAllowedError):
        await known.staffing.hand_over(actor, ID, "slack:U0FOURTH", "slack:U0BOSS001", AT)
    assert await known.channel() == channel(maintainers=(Maintainer(SECOND.id),))


async def test_a_new_maintainer_who_could_not_be_told_is_named() -> None:
    store = store_of(channel(maintainers=(Maintainer(SECOND.id),)))
    staffing = Staffing(store, Access(), NobodyHome())
    handed = await staffing.hand_over(staff(SECOND), ID, "slack:U0THIRD", "slack:U0FIRST", AT)
    assert handed.not_told == (FIRST, THIRD)
