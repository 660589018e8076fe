"""Editing a channel, and taking changes back: nothing is overwritten unseen, nothing vanishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.channels import Channel, HolidayCover, Maintainer, Pause, Right, Status
from bot.domain.people import Actor
from bot.services.access import NotAllowedError
from bot.services.committing import UnknownChannelError
from bot.services.notices import Appointed
from bot.services.ports import Event
from bot.services.register.change_notices import NoLongerKeeper
from bot.services.register.changes import NothingToUndoError
from bot.services.register.keeping import ChangedMeanwhileError
from bot.services.register.records.channel_records import InvalidInputError
from tests.support.registers import note_update, register_in
from tests.unit.services.support import (
    AT,
    FIRST,
    ICT,
    INSTAGRAM,
    SECOND,
    SECRETARY,
    THIRD,
    TODAY,
    Desk,
    channel,
    desk,
    guest,
    staff,
    values,
)

ID = "kirjasto-instagram"
BOSS = "slack:U0BOSS001"
ADMIN = Maintainer(SECOND.id, Right.ADMIN, THIRD.id)


async def edited(at: Desk, version: int = 1, **changes: object) -> Channel:
    return (await at.keeping.edit(SECRETARY, ID, version, changes, AT)).channel


async def last_seq(at: Desk) -> int:
    return (await at.store.history())[-1].seq


@pytest.mark.parametrize("actor", [staff(FIRST), guest(ICT)])
async def test_only_the_ict_secretary_edits_undoes_and_reads_the_history(actor: Actor) -> None:
    known = desk(channel())
    for attempt in (
        known.keeping.edit(actor, ID, 1, {"name": "Uusi"}, AT),
        known.keeping.undo(actor, 1, AT),
        known.keeping.history(actor),
    ):
        with pytest.raises(NotAllowedError):
            await attempt
    assert await known.channel() == channel()


async def test_an_edit_changes_the_fields_it_names_and_no_other() -> None:
    full = channel(
        url=INSTAGRAM,
        handle="esimerkkikirjasto",
        maintainers=(ADMIN,),
        pause=Pause(date(2026, 7, 1), date(2026, 7, 31)),
        holiday_covers=(HolidayCover(TODAY, TODAY, THIRD.id, FIRST.id),),
        website_link=False,
    )
    known = desk(full)

    after = await edited(known, name="Uusi nimi", weekly_hours="2,5")

    assert after == replace(full, name="Uusi nimi", weekly_hours=2.5, version=2)
    (entry,) = await known.store.history()
    assert entry.event == Event(ICT.id, AT, "edit")
    assert (entry.before, entry.after) == ({ID: full}, {ID: after})


async def test_an_edit_of_what_somebody_changed_meanwhile_shows_how_it_is_now() -> None:
    known = desk(channel())
    now = await edited(known, name="Ensimmäinen")

    with pytest.raises(ChangedMeanwhileError) as refused:
        await edited(known, name="Toinen")

    assert refused.value.current == now
    assert await known.channel() == now


async def test_an_edit_of_another_channel_does_not_stand_in_the_way() -> None:
    known = desk(channel(), channel("muu"))
    await known.retire("muu")
    assert (await edited(known, name="Uusi")).name == "Uusi"


async def test_a_channel_that_is_not_there_can_not_be_changed() -> None:
    known = desk(channel())
    for attempt in (
        known.keeping.edit(SECRETARY, "ei-ole", 1, {}, AT),
        known.retire("ei-ole"),
        known.keeping.pause(SECRETARY, "ei-ole", Pause(TODAY, TODAY), AT),
        note_update(known.store, SECRETARY, "ei-ole", TODAY, AT),
        known.staffing.hand_over(SECRETARY, "ei-ole", BOSS, BOSS, AT),
    ):
        with pytest.raises(UnknownChannelError, match="ei-ole"):
            await attempt
    assert await known.store.history() == []


async def test_an_edit_is_checked_as_a_registration_is() -> None:
    known = desk(channel(), channel("muu", url=INSTAGRAM))
    for changes, problem in (
        ({"url": "instagram.com/EsimerkkiKirjasto"}, ("url", "url-taken")),
        ({"responsible": "First"}, ("responsible", "person")),
        ({"platform": "facebook", "url": "https://instagram.com/x"}, ("url", "other-platform")),
    ):
        with pytest.raises(InvalidInputError) as refused:
            await known.keeping.edit(SECRETARY, ID, 1, changes, AT)
        assert [(one.field, one.code) for one in refused.value.problems] == [problem]
    assert await known.channel() == channel()


async def test_an_edit_may_spell_the_channels_own_address_otherwise() -> None:
    known = desk(channel(url=INSTAGRAM))
    assert (await edited(known, url="https://instagram.com/esimerkkikirjasto")).url.endswith("m/esimerkkikirjasto")


async def test_a_new_address_brings_its_own_handle() -> None:
    known = desk(channel(url=INSTAGRAM, handle="esimerkkikirjasto"))
    assert (await edited(known, url="https://www.instagram.com/uusikirjasto")).handle == "uusikirjasto"


@pytest.mark.parametrize(
    "typed", ["U0SECOND U0FIRST", "U0FIRST, U0SECOND", "slack:U0SECOND;\nU0FIRST", "second@kunta.example U0FIRST"]
)
async def test_a_maintainer_who_stays_keeps_the_right_and_the_superior(typed: str) -> None:
    known = desk(channel(maintainers=(ADMIN,)), people=(FIRST, replace(SECOND, email="second@kunta.example"), THIRD))
    after = await edited(known, maintainers=typed)
    assert set(after.maintainers) == {ADMIN, Maintainer(FIRST.id)}


async def test_maintainers_who_are_not_named_any_more_are_gone() -> None:
    known = desk(channel(maintainers=(ADMIN, Maintainer(THIRD.id))))
    assert (await edited(known, maintainers="U0THIRD")).maintainers == (Maintainer(THIRD.id),)
    assert (await edited(known, version=2, maintainers="")).maintainers == ()


async def test_only_those_who_become_what_they_were_not_are_told_and_who_is_it_no_more() -> None:
    known = desk(channel(maintainers=(ADMIN,)))
    await edited(known, maintainers="U0SECOND U0THIRD U0ICT0001", responsible="U0SECOND")
    told = {who: [type(one) for one in notices] for who, notices in known.notifier.notices.items()}
    assert told == {SECOND.id: [Appointed], THIRD.id: [Appointed], FIRST.id: [NoLongerKeeper]}


async def test_an_undone_edit_leaves_the_channel_as_it_was_and_both_in_the_history() -> None:
    known = desk(channel())
    await edited(known, name="Virhe", maintainers="U0SECOND")
    seq = await last_seq(known)

    entry = await known.keeping.undo(SECRETARY, seq, AT)

    assert entry.seq == seq
    assert await known.channel() == channel(version=3)
    assert [one.event.what for one in await known.keeping.history(SECRETARY, ID)] == ["edit", "undo"]


async def test_an_undone_undo_brings_the_change_back() -> None:
    known = desk(channel())
    await edited(known, name="Sittenkin")
    await known.keeping.undo(SECRETARY, await last_seq(known), AT)
    await known.keeping.undo(SECRETARY, await last_seq(known), AT)
    assert await known.channel() == channel(name="Sittenkin", version=4)


async def test_an_undone_registration_retires_the_channel() -> None:
    known = desk()
    added = (await known.keeping.add(SECRETARY, values(url=INSTAGRAM), AT)).channel
    await known.keeping.undo(SECRETARY, await last_seq(known), AT)
    assert await known.channel() == replace(added, status=Status.RETIRED, version=2)


async def test_an_undone_retirement_brings_the_channel_back() -> None:
    known = desk(channel())
    await known.retire()
    await known.keeping.undo(SECRETARY, await last_seq(known), AT)
    assert await known.channel() == channel(version=3)


async def test_a_change_after_which_the_channel_changed_again_is_not_undone() -> None:
    known = desk(channel())
    await edited(known, name="Ensimmäinen")
    seq = await last_seq(known)
    now = await edited(known, version=2, name="Toinen")

    with pytest.raises(NothingToUndoError):
        await known.keeping.undo(SECRETARY, seq, AT)

    assert await known.channel() == now


async def test_a_change_is_undone_once() -> None:
    known = desk(channel())
    await edited(known, name="Virhe")
    seq = await last_seq(known)
    await known.keeping.undo(SECRETARY, seq, AT)
    with pytest.raises(NothingToUndoError):
        await known.keeping.undo(SECRETARY, seq, AT)


@pytest.mark.parametrize("seq", [0, -1, 99])
async def test_a_change_that_never_was_is_not_undone(seq: int) -> None:
    with pytest.raises(NothingToUndoError):
        await desk(channel()).keeping.undo(SECRETARY, seq, AT)


async def test_an_undo_does_not_bring_back_an_address_that_is_anothers_by_now() -> None:
    known = desk(channel(url=INSTAGRAM))
    await edited(known, url="https://www.instagram.com/uusi")
    seq = await last_seq(known)
    await known.keeping.add(SECRETARY, values(url=INSTAGRAM, name="Toinen"), AT)

    with pytest.raises((InvalidInputError, NothingToUndoError)):
        await known.keeping.undo(SECRETARY, seq, AT)

    assert len((await register_in(known.store)).at_address(INSTAGRAM)) == 1


async def test_the_history_of_a_channel_is_its_own_oldest_first() -> None:
    known = desk(channel(), channel("muu"))
    await known.retire("muu")
    await edited(known, name="Uusi")
    await note_update(known.store, SECRETARY, ID, TODAY, AT)

    assert [one.event.what for one in await known.keeping.history(SECRETARY)] == ["retire", "edit", "updated"]
    assert [one.event.what for one in await known.keeping.history(SECRETARY, ID)] == ["edit", "updated"]
