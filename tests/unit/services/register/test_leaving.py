"""Maintainers who are added and removed, and people who leave: no channel is left to nobody unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.channels import Maintainer, Right, Status
from bot.domain.people import Actor, Person
from bot.services.access import Access, NotAllowedError
from bot.services.notices import Appointed, AuthorisationNamed, PersonLeft
from bot.services.ports import Event
from bot.services.register.change_notices import NoLongerKeeper, Part
from bot.services.register.documents import register_of
from bot.services.register.records.channel_records import InvalidInputError
from bot.services.register.staffing import Staffing
from tests.unit.services.support import (
    AT,
    FIRST,
    ICT,
    SECOND,
    SECRETARY,
    THIRD,
    NobodyHome,
    Postman,
    channel,
    desk,
    guest,
    person,
    staff,
    store_of,
)

ID = "kirjasto-instagram"
LAST_DAY = date(2026, 12, 1)
ADMIN = Maintainer(SECOND.id, Right.ADMIN, THIRD.id)


@pytest.mark.parametrize("actor", [staff(FIRST), guest(ICT)])
async def test_only_the_ict_secretary_changes_who_keeps_what(actor: Actor) -> None:
    known = desk(channel())
    for attempt in (
        known.staffing.change_maintainers(actor, ID, ["slack:U0FOURTH"], "slack:U0FIRST", [], AT),
        known.staffing.mark_left(actor, "slack:U0FIRST", LAST_DAY, AT),
        known.staffing.hand_over_all(actor, FIRST.id, "slack:U0FOURTH", "slack:U0FIRST", AT),
    ):
        with pytest.raises(NotAllowedError):
            await attempt
    assert await known.store.history() == []


async def test_maintainers_are_added_and_removed_in_one_change() -> None:
    known = desk(channel(maintainers=(Maintainer(SECOND.id), Maintainer(THIRD.id))))

    changed = await known.staffing.change_maintainers(
        SECRETARY, ID, ["fourth@kunta.example"], "slack:U0FIRST", ["slack:U0SECOND"], AT
    )

    fourth = await known.person_id("fourth@kunta.example")
    assert changed.channel.maintainers == (Maintainer(THIRD.id), Maintainer(fourth, authorised_by=FIRST.id))
    new = register_of(await known.store.read()).people[fourth]
    gone = NoLongerKeeper(changed.channel, ICT, Part.MAINTAINER)
    assert known.notifier.notices == {
        fourth: [Appointed(changed.channel, ICT)],
        FIRST.id: [AuthorisationNamed(changed.channel, ICT, new)],
        SECOND.id: [gone],
    }
    assert len(await known.store.history()) == 1


async def test_a_maintainer_who_is_added_again_loses_no_right_and_is_not_told() -> None:
    known = desk(channel(maintainers=(ADMIN,)))
    changed = await known.staffing.change_maintainers(SECRETARY, ID, ["slack:U0SECOND"] * 2, "slack:U0FIRST", [], AT)
    (maintainer,) = changed.channel.maintainers
    assert (maintainer.person, maintainer.right) == (SECOND.id, Right.ADMIN)
    assert known.appointed == set()


async def test_a_maintainer_who_is_added_twice_is_one_maintainer() -> None:
    known = desk(channel())
    changed = await known.staffing.change_maintainers(SECRETARY, ID, ["slack:U0SECOND"] * 2, "slack:U0FIRST", [], AT)
    assert changed.channel.maintainer_ids == (SECOND.id,)


async def test_to_remove_somebody_whom_nobody_knows_makes_nobody_known() -> None:
    known = desk(channel())
    before = register_of(await known.store.read()).people
    await known.staffing.change_maintainers(SECRETARY, ID, [], "", ["slack:U0FOURTH"], AT)
    assert register_of(await known.store.read()).people == before


async def test_whoever_leaves_is_marked_and_their_channels_are_flagged() -> None:
    kept = channel(maintainers=(Maintainer(SECOND.id),))
    known = desk(kept, channel("muu"), channel("vanha", responsible=SECOND.id, status=Status.RETIRED))

    left = await known.staffing.mark_left(staff_secretary(THIRD), "slack:U0SECOND", LAST_DAY, AT)

    marked = replace(SECOND, left_on=LAST_DAY)
    assert (left.person, left.channels, left.not_told) == (marked, (kept,), ())
    assert register_of(await known.store.read()).people[SECOND.id] == marked
    assert known.notifier.notices == {
        FIRST.id: [PersonLeft(marked, (kept,))],
        ICT.id: [PersonLeft(marked, (kept,), hands_over=True)],
    }
    (entry,) = await known.store.history()
    assert (entry.event, entry.after) == (Event(THIRD.id, AT, "left", SECOND.id), {})


async def test_neither_the_leaver_nor_the_one_who_marks_it_is_told() -> None:
    known = desk(channel(responsible=SECOND.id))
    left = await known.staffing.mark_left(SECRETARY, "slack:U0SECOND", LAST_DAY, AT)
    assert [one.id for one in left.channels] == [ID]
    assert known.notifier.notices == {}


async def test_where_the_leaver_keeps_nothing_nobody_is_told() -> None:
    known = desk(channel())
    left = await known.staffing.mark_left(staff_secretary(THIRD), "slack:U0SECOND", LAST_DAY, AT)
    assert (left.channels, known.notifier.notices) == ((), {})


async def test_a_secretary_whom_the_register_does_not_know_can_be_reached_still() -> None:
    postman = Postman({person("slack:U0ICT0001").id})
    staffing = Staffing(store_of(channel(), people=(FIRST,)), Access(("slack:U0ICT0001",)), postman)
    left = await staffing.mark_left(staff_secretary(THIRD), "slack:U0FIRST", LAST_DAY, AT)
    assert left.not_told == (person("slack:U0ICT0001"),)


async def test_all_channels_of_one_go_to_another_in_one_change() -> None:
    known = desk(
        channel("oma", responsible=SECOND.id, maintainers=(Maintainer(SECOND.id), Maintainer(FIRST.id))),
        channel("toinen", maintainers=(ADMIN,)),
        channel("muu"),
    )

    channels, not_told = await known.staffing.hand_over_all(SECRETARY, SECOND.id, "slack:U0FOURTH", "slack:U0FIRST", AT)

    fourth = await known.person_id("slack:U0FOURTH")
    own, second = channels
    assert (own.id, own.responsible, own.maintainer_ids) == ("oma", fourth, (fourth, FIRST.id))
    assert (second.id, second.responsible) == ("toinen", FIRST.id)
    assert second.maintainers == (Maintainer(fourth, Right.ADMIN, FIRST.id),)
    assert not_told == ()
    assert register_of(await known.store.read()).kept_by(SECOND.id) == ()
    assert len(await known.store.history()) == 1
    new = register_of(await known.store.read()).people[fourth]
    assert known.notifier.notices == {
        fourth: [Appointed(own, ICT), Appointed(second, ICT)],
        FIRST.id: [AuthorisationNamed(own, ICT, new), AuthorisationNamed(second, ICT, new)],
        SECOND.id: [NoLongerKeeper(own, ICT, Part.RESPONSIBLE), NoLongerKeeper(second, ICT, Part.MAINTAINER)],
    }


async def test_whoever_maintains_a_channel_already_does_not_do_so_twice() -> None:
    known = desk(channel(maintainers=(Maintainer(SECOND.id), Maintainer(THIRD.id))))
    (after,), _ = await known.staffing.hand_over_all(SECRETARY, SECOND.id, "slack:U0THIRD", "slack:U0FIRST", AT)
    assert after.maintainer_ids == (THIRD.id,)
    assert known.notifier.notices == {SECOND.id: [NoLongerKeeper(after, ICT, Part.MAINTAINER)]}


async def test_channels_are_not_handed_to_the_one_who_has_them() -> None:
    kept = channel(maintainers=(Maintainer(SECOND.id),))
    known = desk(kept)
    with pytest.raises(InvalidInputError) as refused:
        await known.staffing.hand_over_all(SECRETARY, SECOND.id, "slack:U0SECOND", "slack:U0FIRST", AT)
    assert [problem.code for problem in refused.value.problems] == ["handover-self"]
    assert (await known.channel()).maintainer_ids == (SECOND.id,)
    assert known.notifier.notices == {}


async def test_where_there_is_nothing_to_hand_over_nothing_is_recorded() -> None:
    known = desk(channel())
    channels, _ = await known.staffing.hand_over_all(SECRETARY, THIRD.id, "slack:U0FOURTH", "slack:U0FIRST", AT)
    assert channels == ()
    assert await known.store.history() == []
    assert register_of(await known.store.read()).person_by_reference("slack:U0FOURTH") is None


async def test_a_successor_who_could_not_be_told_is_named_once() -> None:
    store = store_of(channel("a"), channel("b"))
    staffing = Staffing(store, Access(), NobodyHome())
    _, not_told = await staffing.hand_over_all(SECRETARY, FIRST.id, "slack:U0SECOND", "slack:U0THIRD", AT)
    assert not_told == (FIRST, SECOND)


def staff_secretary(who: Person) -> Actor:
    """``who`` as an ICT secretary beside the one of the settings."""
    return Actor(who, SECRETARY.roles)
