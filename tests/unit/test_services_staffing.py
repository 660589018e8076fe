"""Covers and hand-overs: who keeps a channel in place of whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.channels import HolidayCover, Maintainer, Right, Status
from bot.domain.people import Actor
from bot.services.access import Access, NotAllowedError
from bot.services.ports import Event
from bot.services.staffing import Staffing
from tests.unit.test_services_support import (
    AINO,
    AT,
    BERTTA,
    CARITA,
    SECRETARY,
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
        channel(responsible=CARITA.id, maintainers=(Maintainer(BERTTA.id),)),
        channel("oma", responsible=BERTTA.id),
        channel("vanha", responsible=BERTTA.id, status=Status.RETIRED),
        channel("muu"),
    )

    covered, cover = await known.staffing.agree_cover(staff(BERTTA), *WEEK, "slack:U0CARITA", AT)

    assert cover == CARITA
    assert [one.id for one in covered] == [ID, "oma"]
    register = await known.store.read()
    for one in register.channels.values():
        expected = (HolidayCover(*WEEK, CARITA.id, BERTTA.id),) if one.id in (ID, "oma") else ()
        assert one.holiday_covers == expected
    (entry,) = await known.store.history()
    assert entry.event == Event(BERTTA.id, AT, "away")
    assert set(entry.after) == {ID, "oma"}


async def test_a_cover_whom_the_register_does_not_know_becomes_known() -> None:
    known = desk(channel(), people=(AINO,))
    _, cover = await known.staffing.agree_cover(staff(AINO), *WEEK, "dora@kunta.example", AT)
    assert cover.email == "dora@kunta.example"
    assert (await known.channel()).holiday_covers[0].person == cover.id == await known.person_id("dora@kunta.example")


async def test_a_cover_that_is_agreed_anew_replaces_the_one_of_those_days_and_no_other() -> None:
    others = HolidayCover(*WEEK, CARITA.id, BERTTA.id)
    later = HolidayCover(date(2027, 7, 1), date(2027, 7, 9), BERTTA.id, AINO.id)
    known = desk(channel(holiday_covers=(others, HolidayCover(*WEEK, BERTTA.id, AINO.id), later)))

    await known.staffing.agree_cover(staff(AINO), WEEK[0], WEEK[1] + timedelta(days=1), "slack:U0CARITA", AT)

    longer = HolidayCover(WEEK[0], WEEK[1] + timedelta(days=1), CARITA.id, AINO.id)
    assert (await known.channel()).holiday_covers == (others, later, longer)


@pytest.mark.parametrize("actor", [staff(CARITA), guest(AINO), SECRETARY])
async def test_who_keeps_no_channel_needs_no_cover(actor: Actor) -> None:
    known = desk(channel())
    with pytest.raises(NotAllowedError) as refused:
        await known.staffing.agree_cover(actor, *WEEK, "slack:U0BERTTA", AT)
    assert refused.value.allowed == "keeper"
    assert await known.store.history() == []


async def test_handing_over_puts_another_in_the_maintainers_place() -> None:
    bertta, carita = Maintainer(BERTTA.id), Maintainer(CARITA.id, Right.ADMIN)
    known = desk(channel(maintainers=(bertta, carita)))

    handed = await known.staffing.hand_over(staff(BERTTA), ID, "slack:U0DORA", "slack:U0BOSS001", AT)

    dora, boss = await known.person_id("slack:U0DORA"), await known.person_id("slack:U0BOSS001")
    assert handed.channel.maintainers == (carita, Maintainer(dora, authorised_by=boss))
    assert known.appointed == {dora}
    (entry,) = await known.store.history()
    assert entry.event == Event(BERTTA.id, AT, "handover")


async def test_the_responsible_person_and_the_ict_secretary_add_a_maintainer() -> None:
    for actor in (staff(AINO), SECRETARY):
        known = desk(channel(maintainers=(Maintainer(BERTTA.id),)))
        handed = await known.staffing.hand_over(actor, ID, "slack:U0CARITA", "slack:U0AINO", AT)
        assert handed.channel.maintainers == (Maintainer(BERTTA.id), Maintainer(CARITA.id, authorised_by=AINO.id))
        assert handed.channel.responsible == AINO.id


async def test_who_maintains_already_takes_over_without_losing_a_right_or_being_told_again() -> None:
    known = desk(channel(maintainers=(Maintainer(BERTTA.id), Maintainer(CARITA.id, Right.ADMIN))))
    handed = await known.staffing.hand_over(staff(BERTTA), ID, "slack:U0CARITA", "slack:U0AINO", AT)
    assert handed.channel.maintainers == (Maintainer(CARITA.id, Right.ADMIN, AINO.id),)
    assert known.appointed == set()


@pytest.mark.parametrize("actor", [staff(CARITA), guest(BERTTA)])
async def test_who_keeps_the_channel_not_does_not_hand_it_over(actor: Actor) -> None:
    known = desk(channel(maintainers=(Maintainer(BERTTA.id),)))
    with pytest.raises(NotAllowedError):
        await known.staffing.hand_over(actor, ID, "slack:U0DORA", "slack:U0BOSS001", AT)
    assert await known.channel() == channel(maintainers=(Maintainer(BERTTA.id),))


async def test_a_new_maintainer_who_could_not_be_told_is_named() -> None:
    store = store_of(channel(maintainers=(Maintainer(BERTTA.id),)))
    staffing = Staffing(store, Access(), NobodyHome())
    handed = await staffing.hand_over(staff(BERTTA), ID, "slack:U0CARITA", "slack:U0AINO", AT)
    assert handed.not_told == (CARITA,)
