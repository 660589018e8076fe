"""Whoever keeps a channel no more may get into its account until somebody says that they cannot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.domain.channels import AccessHolder, Confirmed, FormerAccess, Maintainer, Status
from bot.domain.duties import ACCESS, CONFIRMED_FOR, to_be_taken
from bot.domain.people import Person, PersonId
from bot.services.access import Access, NotAllowedError
from bot.services.committing import UnknownChannelError
from bot.services.duties.keeping import DutyKeeping
from bot.services.ports import Event, Store
from bot.services.privacy.forgetting import Forgetting
from bot.services.register.documents import COLLECTIONS, FORMER_ACCESS
from bot.services.register.keeping import RegisterKeeping
from bot.services.register.staffing import Staffing
from bot.storage.memory import MemoryStore
from tests.support.documents import open_store
from tests.support.registers import put_in, register_in
from tests.unit.services.support import (
    AT,
    FIRST,
    ICT,
    PLATFORMS,
    SECOND,
    SECRETARY,
    THIRD,
    TODAY,
    Postman,
    channel,
    guest,
    staff,
)

ID = "kirjasto-instagram"
SUPERIOR = "boss@kunta.example"
DAY = timedelta(days=1)
EVENT = Event(ICT.id, AT, "import")


@pytest.fixture(params=["memory", "embedded"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Of the library's Instagram, First is responsible; Second maintains it."""
    if request.param == "memory":
        made: Store = MemoryStore()
    else:
        made = await open_store(tmp_path, *COLLECTIONS, FORMER_ACCESS)
    kept = channel(maintainers=(Maintainer(SECOND.id),))
    await put_in(made, EVENT, [kept, channel("muu")], [FIRST, SECOND, THIRD, ICT])
    yield made
    await made.close()


def staffing(store: Store) -> Staffing:
    return Staffing(store, Access(), Postman())


async def leave(store: Store, who: Person, on: date) -> None:
    await put_in(store, EVENT, people=[replace(who, left_on=on)])


async def still_in(store: Store, today: date = TODAY) -> list[tuple[PersonId, date]]:
    """Who may still get in, and since when."""
    register = await register_in(store)
    return [(one.person, one.since) for one in to_be_taken(register.channels[ID], register, today)]


async def remove(store: Store, who: str = "slack:U0SECOND") -> None:
    await staffing(store).change_maintainers(SECRETARY, ID, (), "", (who,), AT)


async def taken(store: Store, who: Person = SECOND, day: int = 0) -> None:
    await DutyKeeping(store).access_taken(staff(FIRST), ID, who.id, AT + day * DAY)


async def confirm(store: Store, *, kept: bool = True, day: int = 0) -> None:
    await DutyKeeping(store).confirm(staff(FIRST), ID, {ACCESS: kept}, AT + day * DAY)


async def undo(store: Store, day: int = 0) -> None:
    """Take back the newest change to the channel."""
    keeping = RegisterKeeping(store, PLATFORMS, Postman())
    entry = await keeping.newest_change(SECRETARY, [ID])
    assert entry
    await keeping.undo(SECRETARY, entry.seq, AT + day * DAY)


async def known(store: Store) -> dict[str, FormerAccess]:
    return dict((await store.read()).of(FORMER_ACCESS))


async def test_who_is_removed_may_get_in_until_somebody_says_that_they_cannot(store: Store) -> None:
    await remove(store)
    assert await still_in(store) == [(SECOND.id, TODAY)]
    await taken(store, day=3)
    assert await still_in(store, TODAY + 400 * DAY) == []


async def test_who_hands_over_may_get_in_and_their_successor_is_asked_nothing(store: Store) -> None:
    await staffing(store).hand_over(staff(SECOND), ID, "slack:U0THIRD", SUPERIOR, AT)
    assert await still_in(store) == [(SECOND.id, TODAY)]
    await staffing(store).hand_over(staff(THIRD), ID, "slack:U0SECOND", SUPERIOR, AT)
    assert await still_in(store) == [(THIRD.id, TODAY)], "who keeps it again is to get in"


async def test_so_may_whoever_was_responsible_until_the_form_named_another(store: Store) -> None:
    keeping = RegisterKeeping(store, PLATFORMS, Postman())
    version = (await register_in(store)).channels[ID].version
    await keeping.edit(SECRETARY, ID, version, {"responsible": "U0THIRD"}, AT)
    assert await still_in(store) == [(FIRST.id, TODAY)]
    entry = await keeping.newest_change(SECRETARY)
    assert entry
    await keeping.undo(SECRETARY, entry.seq, AT)
    assert await still_in(store) == [(THIRD.id, TODAY)], "who was named may have been let in"


async def test_of_who_has_left_the_day_is_that_on_which_they_did_also_after_they_are_replaced(store: Store) -> None:
    left = TODAY - 10 * DAY
    await leave(store, SECOND, left)
    assert await still_in(store) == [(SECOND.id, left)]
    await staffing(store).hand_over_all(SECRETARY, SECOND.id, "slack:U0THIRD", SUPERIOR, AT)
    assert await still_in(store) == [(SECOND.id, left)]
    await taken(store)
    assert await still_in(store) == []


async def test_who_leaves_on_a_day_ahead_keeps_it_until_then(store: Store) -> None:
    await leave(store, SECOND, TODAY + DAY)
    assert await still_in(store) == []
    assert await still_in(store, TODAY + DAY) == [(SECOND.id, TODAY + DAY)]


async def test_a_leaver_of_whom_it_was_said_is_not_asked_about_again_when_they_are_replaced(store: Store) -> None:
    await leave(store, SECOND, TODAY - DAY)
    await taken(store)
    assert await still_in(store) == []
    await Forgetting(store, MemoryStore(), log_days=90).run(AT)
    assert await still_in(store) == [], "they still keep it by the register"
    await staffing(store).hand_over_all(SECRETARY, SECOND.id, "slack:U0THIRD", SUPERIOR, AT)
    assert await still_in(store) == []
    await Forgetting(store, MemoryStore(), log_days=90).run(AT)
    assert (await store.read()).of(FORMER_ACCESS) == {}


async def test_a_leaver_whose_access_was_confirmed_as_gone_is_not_asked_about_either(store: Store) -> None:
    await leave(store, SECOND, TODAY - 2 * DAY)
    await DutyKeeping(store).confirm(staff(FIRST), ID, {ACCESS: True}, AT)
    await staffing(store).hand_over_all(SECRETARY, SECOND.id, "slack:U0THIRD", SUPERIOR, AT)
    assert await still_in(store) == []


@pytest.mark.parametrize(("kept", "left"), [(True, []), (False, [(SECOND.id, TODAY)])])
async def test_the_half_years_word_that_access_is_in_order_settles_it(
    store: Store, kept: bool, left: list[tuple[PersonId, date]]
) -> None:
    await remove(store)
    await DutyKeeping(store).confirm(staff(FIRST), ID, {ACCESS: kept}, AT)
    assert await still_in(store) == left


async def test_who_had_access_when_it_was_confirmed_and_lost_it_is_not_asked_about_when_they_leave(
    store: Store,
) -> None:
    await DutyKeeping(store).confirm(staff(FIRST), ID, {ACCESS: True}, AT)
    await remove(store)
    await taken(store)
    await leave(store, SECOND, TODAY + 30 * DAY)
    await Forgetting(store, MemoryStore(), log_days=90).run(AT)
    assert await still_in(store, TODAY + 31 * DAY) == []


async def test_who_comes_back_and_leaves_is_asked_about_anew(store: Store) -> None:
    await remove(store)
    await taken(store)
    await staffing(store).change_maintainers(SECRETARY, ID, ("slack:U0SECOND",), SUPERIOR, (), AT + DAY)
    assert await still_in(store, TODAY + DAY) == []
    await leave(store, SECOND, TODAY + 5 * DAY)
    assert await still_in(store, TODAY + 5 * DAY) == [(SECOND.id, TODAY + 5 * DAY)]


async def test_only_who_keeps_the_channel_or_the_register_says_so(store: Store) -> None:
    await remove(store)
    duties = DutyKeeping(store)
    for actor in (staff(SECOND), staff(THIRD), guest(FIRST)):
        with pytest.raises(NotAllowedError):
            await duties.access_taken(actor, ID, SECOND.id, AT)
    with pytest.raises(UnknownChannelError):
        await duties.access_taken(SECRETARY, "no-such", SECOND.id, AT)
    before = (await store.read()).version
    await duties.access_taken(SECRETARY, ID, THIRD.id, AT)
    assert (await store.read()).version == before, "of whom nothing is asked"
    await duties.access_taken(SECRETARY, ID, SECOND.id, AT)
    await duties.access_taken(SECRETARY, ID, SECOND.id, AT)
    assert (await store.read()).version == before + 1


async def test_nothing_is_kept_but_ids_and_days_and_it_goes_with_the_channel(store: Store) -> None:
    await remove(store)
    (kept,) = (await store.read()).of(FORMER_ACCESS).values()
    assert kept == FormerAccess(ID, SECOND.id, TODAY)
    forgetting = Forgetting(store, MemoryStore(), log_days=90)
    await forgetting.run(AT + 400 * DAY)
    assert (await store.read()).of(FORMER_ACCESS), "until somebody says so"
    gone = replace((await register_in(store)).channels[ID], status=Status.RETIRED)
    await put_in(store, EVENT, [gone])
    await forgetting.run(AT)
    assert (await store.read()).of(FORMER_ACCESS) == {}


async def test_what_an_import_confirms_is_settled_as_well(store: Store) -> None:
    await remove(store)
    current = (await register_in(store)).channels[ID]
    said = Confirmed(ACCESS, TODAY, FIRST.id, kept=True, holders=(AccessHolder(FIRST.id),))
    await put_in(store, EVENT, [replace(current, confirmed=(said,))])
    assert await still_in(store) == []


async def test_a_confirmation_that_is_taken_back_settles_nothing(store: Store) -> None:
    await remove(store)
    asked = await known(store)
    await confirm(store, day=3)
    await Forgetting(store, MemoryStore(), log_days=90).run(AT + 20 * DAY)
    assert await still_in(store, TODAY + 20 * DAY) == []
    await undo(store, day=20)
    assert await still_in(store, TODAY + 20 * DAY) == [(SECOND.id, TODAY)]
    assert await known(store) == asked, "as if nothing had been said: whoever was told of it is not told anew"


async def test_what_was_said_of_one_person_is_not_taken_back_with_it(store: Store) -> None:
    await staffing(store).change_maintainers(SECRETARY, ID, ("slack:U0THIRD",), SUPERIOR, (), AT)
    await remove(store)
    await remove(store, "slack:U0THIRD")
    await taken(store)
    await confirm(store)
    await undo(store)
    assert await still_in(store) == [(THIRD.id, TODAY)]


async def test_what_an_earlier_confirmation_settled_stays_so_when_the_later_is_taken_back(store: Store) -> None:
    await staffing(store).change_maintainers(SECRETARY, ID, ("slack:U0THIRD",), SUPERIOR, (), AT)
    await remove(store)
    await confirm(store)
    await remove(store, "slack:U0THIRD")
    await confirm(store)
    assert await still_in(store) == []
    await undo(store)
    assert await still_in(store) == [(THIRD.id, TODAY)], "who had access when the earlier was said, and SECOND had not"


async def test_an_earlier_confirmation_that_stands_again_settles_nothing_anew(store: Store) -> None:
    await confirm(store)
    await remove(store)
    await confirm(store, kept=False, day=5)
    await undo(store, day=5)
    assert await still_in(store, TODAY + 5 * DAY) == [(SECOND.id, TODAY)]


async def test_who_says_on_the_same_day_that_access_is_not_in_order_has_corrected_it(store: Store) -> None:
    await remove(store)
    await confirm(store, day=1)
    await confirm(store, kept=False, day=1)
    assert await still_in(store, TODAY + DAY) == [(SECOND.id, TODAY)]


async def test_who_keeps_the_channel_again_by_then_is_not_to_lose_access(store: Store) -> None:
    await remove(store)
    await confirm(store)
    await staffing(store).change_maintainers(SECRETARY, ID, ("slack:U0SECOND",), SUPERIOR, (), AT)
    await confirm(store, kept=False)
    assert await still_in(store) == []


async def test_what_a_confirmation_settled_is_kept_as_long_as_it_holds_and_no_longer(store: Store) -> None:
    await remove(store)
    await confirm(store)
    forgetting = Forgetting(store, MemoryStore(), log_days=90)
    await forgetting.run(AT + CONFIRMED_FOR)
    assert (await store.read()).of(FORMER_ACCESS)
    await forgetting.run(AT + CONFIRMED_FOR + DAY)
    assert (await store.read()).of(FORMER_ACCESS) == {}
