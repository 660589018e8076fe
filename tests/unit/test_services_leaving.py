"""Maintainers who are added and removed, and people who leave: no channel is left to nobody unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.channels import Maintainer, Right, Status
from bot.domain.people import Actor, Person
from bot.services.access import Access, NotAllowedError
from bot.services.notices import Appointed, PersonLeft
from bot.services.ports import Event, Unreachable
from bot.services.staffing import Staffing
from tests.unit.test_services_answers import Postman
from tests.unit.test_services_support import (
    AINO,
    AT,
    BERTTA,
    CARITA,
    ICT,
    SECRETARY,
    NobodyHome,
    channel,
    desk,
    guest,
    person,
    staff,
    store_of,
)

ID = "kirjasto-instagram"
LAST_DAY = date(2026, 12, 1)
ADMIN = Maintainer(BERTTA.id, Right.ADMIN, CARITA.id)


@pytest.mark.parametrize("actor", [staff(AINO), guest(ICT)])
async def test_only_the_ict_secretary_changes_who_keeps_what(actor: Actor) -> None:
    known = desk(channel())
    for attempt in (
        known.staffing.change_maintainers(actor, ID, ["slack:U0DORA"], "slack:U0AINO", [], AT),
        known.staffing.mark_left(actor, "slack:U0AINO", LAST_DAY, AT),
        known.staffing.hand_over_all(actor, AINO.id, "slack:U0DORA", "slack:U0AINO", AT),
    ):
        with pytest.raises(NotAllowedError):
            await attempt
    assert await known.store.history() == []


async def test_maintainers_are_added_and_removed_in_one_change() -> None:
    known = desk(channel(maintainers=(Maintainer(BERTTA.id), Maintainer(CARITA.id))))

    changed = await known.staffing.change_maintainers(
        SECRETARY, ID, ["dora@kunta.example"], "slack:U0AINO", ["slack:U0BERTTA"], AT
    )

    dora = await known.person_id("dora@kunta.example")
    assert changed.channel.maintainers == (Maintainer(CARITA.id), Maintainer(dora, authorised_by=AINO.id))
    assert known.appointed == {dora}
    assert len(await known.store.history()) == 1


async def test_a_maintainer_who_is_added_again_loses_no_right_and_is_not_told() -> None:
    known = desk(channel(maintainers=(ADMIN,)))
    changed = await known.staffing.change_maintainers(SECRETARY, ID, ["slack:U0BERTTA"] * 2, "slack:U0AINO", [], AT)
    (maintainer,) = changed.channel.maintainers
    assert (maintainer.person, maintainer.right) == (BERTTA.id, Right.ADMIN)
    assert known.appointed == set()


async def test_a_maintainer_who_is_added_twice_is_one_maintainer() -> None:
    known = desk(channel())
    changed = await known.staffing.change_maintainers(SECRETARY, ID, ["slack:U0BERTTA"] * 2, "slack:U0AINO", [], AT)
    assert changed.channel.maintainer_ids == (BERTTA.id,)


async def test_to_remove_somebody_whom_nobody_knows_makes_nobody_known() -> None:
    known = desk(channel())
    before = (await known.store.read()).people
    await known.staffing.change_maintainers(SECRETARY, ID, [], "", ["slack:U0DORA"], AT)
    assert (await known.store.read()).people == before


async def test_whoever_leaves_is_marked_and_their_channels_are_flagged() -> None:
    kept = channel(maintainers=(Maintainer(BERTTA.id),))
    known = desk(kept, channel("muu"), channel("vanha", responsible=BERTTA.id, status=Status.RETIRED))

    left = await known.staffing.mark_left(staff_secretary(CARITA), "slack:U0BERTTA", LAST_DAY, AT)

    marked = replace(BERTTA, left_on=LAST_DAY)
    assert (left.person, left.channels, left.not_told) == (marked, (kept,), ())
    assert (await known.store.read()).people[BERTTA.id] == marked
    assert known.notifier.sent == {AINO.id: [PersonLeft(marked, (kept,))], ICT.id: [PersonLeft(marked, (kept,))]}
    (entry,) = await known.store.history()
    assert (entry.event, entry.after) == (Event(CARITA.id, AT, "left"), {})


async def test_neither_the_leaver_nor_the_one_who_marks_it_is_told() -> None:
    known = desk(channel(responsible=BERTTA.id))
    left = await known.staffing.mark_left(SECRETARY, "slack:U0BERTTA", LAST_DAY, AT)
    assert [one.id for one in left.channels] == [ID]
    assert known.notifier.sent == {}


async def test_where_the_leaver_keeps_nothing_nobody_is_told() -> None:
    known = desk(channel())
    left = await known.staffing.mark_left(staff_secretary(CARITA), "slack:U0BERTTA", LAST_DAY, AT)
    assert (left.channels, known.notifier.sent) == ((), {})


async def test_a_secretary_whom_the_register_does_not_know_can_be_reached_still() -> None:
    postman = Postman(dict.fromkeys([person("slack:U0ICT0001").id], Unreachable("no_surface")))
    staffing = Staffing(store_of(channel(), people=(AINO,)), Access(("slack:U0ICT0001",)), postman)
    left = await staffing.mark_left(staff_secretary(CARITA), "slack:U0AINO", LAST_DAY, AT)
    assert left.not_told == (person("slack:U0ICT0001"),)


async def test_all_channels_of_one_go_to_another_in_one_change() -> None:
    known = desk(
        channel("oma", responsible=BERTTA.id, maintainers=(Maintainer(BERTTA.id), Maintainer(AINO.id))),
        channel("toinen", maintainers=(ADMIN,)),
        channel("muu"),
    )

    channels, not_told = await known.staffing.hand_over_all(SECRETARY, BERTTA.id, "slack:U0DORA", "slack:U0AINO", AT)

    dora = await known.person_id("slack:U0DORA")
    own, second = channels
    assert (own.id, own.responsible, own.maintainer_ids) == ("oma", dora, (dora, AINO.id))
    assert (second.id, second.responsible) == ("toinen", AINO.id)
    assert second.maintainers == (Maintainer(dora, Right.ADMIN, AINO.id),)
    assert not_told == ()
    assert (await known.store.read()).kept_by(BERTTA.id) == ()
    assert len(await known.store.history()) == 1
    assert known.notifier.sent == {dora: [Appointed(own, ICT), Appointed(second, ICT)]}


async def test_whoever_maintains_a_channel_already_does_not_do_so_twice() -> None:
    known = desk(channel(maintainers=(Maintainer(BERTTA.id), Maintainer(CARITA.id))))
    (after,), _ = await known.staffing.hand_over_all(SECRETARY, BERTTA.id, "slack:U0CARITA", "slack:U0AINO", AT)
    assert after.maintainer_ids == (CARITA.id,)
    assert known.notifier.sent == {}


async def test_channels_handed_to_the_one_who_has_them_stay_as_they_are() -> None:
    kept = channel(maintainers=(Maintainer(BERTTA.id),))
    known = desk(kept)
    await known.staffing.hand_over_all(SECRETARY, BERTTA.id, "slack:U0BERTTA", "slack:U0AINO", AT)
    assert (await known.channel()).maintainer_ids == (BERTTA.id,)
    assert known.notifier.sent == {}


async def test_where_there_is_nothing_to_hand_over_nothing_is_recorded() -> None:
    known = desk(channel())
    channels, _ = await known.staffing.hand_over_all(SECRETARY, CARITA.id, "slack:U0DORA", "slack:U0AINO", AT)
    assert channels == ()
    assert await known.store.history() == []
    assert (await known.store.read()).person_by_reference("slack:U0DORA") is None


async def test_a_successor_who_could_not_be_told_is_named_once() -> None:
    store = store_of(channel("a"), channel("b"))
    staffing = Staffing(store, Access(), NobodyHome())
    _, not_told = await staffing.hand_over_all(SECRETARY, AINO.id, "slack:U0BERTTA", "slack:U0CARITA", AT)
    assert not_told == (BERTTA,)


def staff_secretary(who: Person) -> Actor:
    """``who`` as an ICT secretary beside the one of the settings."""
    return Actor(who, SECRETARY.roles)
