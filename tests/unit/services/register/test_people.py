"""Who somebody is, and the language one chooses."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.domain.language import Language
from bot.domain.people import Person
from bot.services.ports import Event, State
from bot.services.register.documents import register_of
from bot.services.register.people import People
from tests.support.registers import register_in
from tests.unit.services.support import AT, FIRST, PoliteStore, channel, guest, person, staff, store_of


async def test_somebody_is_found_by_any_of_their_identities() -> None:
    first = replace(FIRST, identities=("slack:U0FIRST", "teams:first"))
    assert await People(store_of(people=(first,))).by_identity("teams:first", "Toinen nimi") == first


async def test_somebody_whom_the_register_does_not_know_is_named_and_not_stored() -> None:
    store = store_of(people=())
    assert await People(store).by_identity("slack:U0FOURTH", "Fourth") == person("slack:U0FOURTH", "Fourth")
    assert await store.read() == State()


async def test_a_chosen_language_is_kept_and_nothing_else_changes() -> None:
    store = store_of(channel(), people=(FIRST,))

    chosen = await People(store).choose_language(staff(replace(FIRST, display_name="vanha nimi")), Language.SV, AT)

    assert chosen == replace(FIRST, language=Language.SV)
    register = await register_in(store)
    assert register.people == {FIRST.id: chosen}
    assert register.channels == {channel().id: channel()}
    (entry,) = await store.history()
    assert entry.event == Event(FIRST.id, AT, "language")
    assert entry.after == {}


async def test_a_choice_makes_somebody_known() -> None:
    store = store_of(people=())
    fourth = person("slack:U0FOURTH", "Fourth")
    await People(store).choose_language(guest(fourth), Language.EN, AT)
    assert await People(store).by_identity("slack:U0FOURTH") == replace(fourth, language=Language.EN)


async def test_a_choice_can_be_changed() -> None:
    people = People(store_of(people=(FIRST,)))
    await people.choose_language(staff(FIRST), Language.EN, AT)
    assert (await people.choose_language(staff(FIRST), Language.FI, AT)).language is Language.FI


async def test_fifty_who_choose_at_once_all_get_their_choice() -> None:
    store = PoliteStore()
    everybody = [Person(f"p{n}", identities=(f"slack:U{n:04}",)) for n in range(50)]
    await asyncio.gather(*(People(store).choose_language(staff(one), Language.SV, AT) for one in everybody))
    assert register_of(await store.read()).people == {one.id: replace(one, language=Language.SV) for one in everybody}
