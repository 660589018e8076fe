"""Who somebody is, and the language one chooses."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from bot.domain.language import Language
from bot.domain.people import Person, WorkspaceAccount
from bot.services.access import Access
from bot.services.ports import Event, State
from bot.services.register.documents import register_of
from bot.services.register.people import People
from bot.storage.memory import MemoryStore
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


def in_directory(number: int) -> WorkspaceAccount:
    return WorkspaceAccount(f"slack:U{number:04}", f"Henkilö {number}", f"h{number}@kunta.example")


async def test_what_the_directory_tells_of_many_is_one_commit_and_no_history() -> None:
    everybody = tuple(Person(f"p{n}", identities=(f"slack:U{n:04}",)) for n in range(200))
    store = store_of(channel(), people=everybody)
    before = (await store.read()).version

    register = await People(store, ["kunta.example"]).take_in(in_directory(n) for n in range(300))

    assert (await store.read()).version == before + 1
    assert await store.history() == []
    assert [one.display_name for one in register.people.values()] == [f"Henkilö {n}" for n in range(200)]
    assert all(one.email is None for one in register.people.values()), "addresses are not stored"


async def test_what_the_directory_tells_again_commits_nothing() -> None:
    store = store_of(people=(Person("p1", identities=("slack:U0001",)),))
    people = People(store)
    await people.take_in([in_directory(1)])
    after = await store.read()
    await people.take_in([in_directory(1), in_directory(2)])
    assert await store.read() is after


async def test_of_two_accounts_with_one_address_the_first_is_the_persons() -> None:
    store = store_of(people=(Person("p1", email="h@kunta.example"),))
    accounts = [
        WorkspaceAccount("slack:UONE", "One", "h@kunta.example"),
        WorkspaceAccount("slack:UTWO", "Two", "h@kunta.example"),
    ]

    register = await People(store, ["kunta.example"]).take_in(accounts)

    assert register.people["p1"].identities == ("slack:UONE",)
    assert register.people["p1"].display_name == "One"


async def test_an_account_that_the_register_knows_by_its_address_is_known_by_both_at_once() -> None:
    store = store_of(people=(Person("p1", email="h@kunta.example"),))
    accounts = [WorkspaceAccount("slack:UONE", "One", "h@kunta.example"), WorkspaceAccount("slack:UONE", "One again")]

    register = await People(store, ["kunta.example"]).take_in(accounts)

    assert register.people["p1"].identities == ("slack:UONE",)


async def test_who_asks_does_not_wait_for_those_who_write() -> None:
    person = Person("p1", "Henkilö 1", identities=("slack:U0001",))
    store = store_of(people=(person,))
    writing, go_on = asyncio.Event(), asyncio.Event()

    class Busy(MemoryStore):
        async def commit(self, *args: Any, **kwargs: Any) -> State:
            writing.set()
            await go_on.wait()
            return await super().commit(*args, **kwargs)

    store = Busy(await store.read())
    choosing = asyncio.create_task(People(store).choose_language(staff(person), Language.SV, AT))
    await writing.wait()
    assert await People(store).in_directory(WorkspaceAccount("slack:U0001", "Henkilö 1")) == person
    go_on.set()
    assert (await choosing).language is Language.SV


async def test_whom_the_settings_give_a_role_has_a_name_before_they_have_said_anything() -> None:
    access = Access(("slack:U0ICT0009", "neuvonta@kunta.fi"), ("slack:U0BOSS009",))
    store = store_of()
    people = People(store, ["kunta.fi"], access)
    assert set((await people.nameless("slack:"))[1]) == {"slack:U0ICT0009", "slack:U0BOSS009"}
    accounts = [
        WorkspaceAccount("slack:U0ICT0009", "Neuvoja"),
        WorkspaceAccount("slack:U0ADVICE1", "Neuvonta", "neuvonta@kunta.fi"),
        WorkspaceAccount("slack:U0OTHER01", "Joku muu", "muu@kunta.fi"),
    ]
    register = await people.take_in(accounts)
    assert [one.label for one in access.secretaries(register)] == ["Neuvoja", "Neuvonta"]
    assert register.person_by_reference("slack:U0OTHER01") is None
    assert (await people.take_in(accounts)).version == register.version


async def test_whom_the_register_knows_by_the_account_is_found_by_the_settings_address() -> None:
    known = person("slack:U0ADVICE1", "Neuvonta")
    access = Access(("neuvonta@kunta.fi",))
    people = People(store_of(people=(known,)), ["kunta.fi"], access)
    register = await people.take_in([WorkspaceAccount("slack:U0ADVICE1", "Neuvonta", "neuvonta@kunta.fi")])
    assert [one.id for one in access.secretaries(register)] == [known.id]
