"""The register to a document and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from bot.domain.channels import Status
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Actor
from bot.domain.register import Register
from bot.services.access import NotAllowedError
from bot.services.ports import Change, Event, State, Store
from bot.services.register.documents import register_of
from bot.services.register.lists.transfer import ImportResult, InvalidImportError, Transfer
from bot.storage.memory import MemoryStore
from tests.support.bot_in_memory import REGISTER, make_bot
from tests.support.registers import put_in, register_in, state_of
from tests.unit.services.strategies import registers
from tests.unit.services.support import (
    AT,
    FIRST,
    ICT,
    INSTAGRAM,
    PLATFORMS,
    SECOND,
    SECRETARY,
    TODAY,
    TOLD,
    channel,
    guest,
    staff,
    store_of,
    values,
)


async def imported(store: Store, *rows: dict[str, object], people: list[object] | None = None) -> ImportResult:
    return await Transfer(store, PLATFORMS).import_document(
        SECRETARY, {"channels": list(rows), "people": people or []}, AT
    )


async def exported(store: Store) -> dict[str, Any]:
    """The export, as it comes back from a file."""
    written: dict[str, Any] = json.loads(json.dumps(await Transfer(store, PLATFORMS).export()))
    return written


def without_versions(register: Register) -> tuple[list[object], list[object]]:
    """All of the register in its order, as it may be compared with another's."""
    return [replace(one, version=0) for one in register.channels.values()], list(register.people.values())


@pytest.mark.parametrize("actor", [staff(FIRST), guest(ICT)])
async def test_only_the_ict_secretary_imports(actor: Actor) -> None:
    store = MemoryStore()
    for document in ({"channels": [values()]}, {"channels": [5]}):
        with pytest.raises(NotAllowedError):
            await Transfer(store, PLATFORMS).import_document(actor, document, AT)
    assert await store.read() == State()


async def test_the_tests_register_is_imported_as_it_is_written() -> None:
    document = json.loads(REGISTER.read_text(encoding="utf-8"))
    bot = await make_bot()
    register = await register_in(bot.application.store)

    assert list(register.channels) == [row["id"] for row in document["channels"]]
    assert list(register.people) == [row["id"] for row in document["people"]]
    assert register.person("slack-u0lib0001").display_name == "Kirjaston ylläpitäjä 1"
    assert register.channels["liikunta-youtube"].status is Status.RETIRED
    assert register.channels["nuoriso-instagram"].holiday_covers[0].absent == "slack-u0youth02"


@pytest.mark.shared
async def test_the_shared_register_is_imported_as_it_is(shared: Path) -> None:
    document = json.loads((shared / "eval" / "register-fixture.json").read_text(encoding="utf-8"))
    bot = await make_bot(register=None)
    result = await bot.application.transfer.import_document(SECRETARY, document, AT)
    assert result.added == tuple(row["id"] for row in document["channels"])
    assert list(register_of(await bot.application.store.read()).channels) == list(result.added)


async def test_an_import_is_one_change_and_says_what_it_did() -> None:
    store = store_of(channel(), channel("sama", version=1), people=(FIRST,))
    same = next(row for row in (await exported(store))["channels"] if row["id"] == "sama")

    result = await imported(store, values(id="kirjasto-instagram", name="Uusi"), values(id="lisatty"), same)

    assert result == ImportResult(added=("lisatty",), changed=("kirjasto-instagram",), unchanged=("sama",))
    (entry,) = await store.history()
    assert entry.event == Event(ICT.id, AT, "import")
    assert set(entry.after) == {"kirjasto-instagram", "lisatty"}


async def test_a_row_without_an_id_gets_one_that_no_other_has() -> None:
    store = store_of(channel())
    result = await imported(store, values(), values())
    assert result.added == ("kirjasto-instagram-2", "kirjasto-instagram-3")


async def test_a_row_without_an_id_does_not_take_that_of_a_later_row() -> None:
    store = MemoryStore()
    result = await imported(store, values(name="Ilman"), values(name="Kanssa", id="kirjasto-instagram"))
    names = {one.name for one in register_of(await store.read()).channels.values()}
    assert names == {"Ilman", "Kanssa"}
    assert len(set(result.added)) == 2


async def test_a_row_at_the_address_of_another_channel_is_refused() -> None:
    store = store_of(channel(url=INSTAGRAM))
    with pytest.raises(InvalidImportError) as refused:
        await imported(store, values(), values(url="instagram.com/EsimerkkiKirjasto", id="toinen"))
    assert [(one.row, one.problem.field) for one in refused.value.problems] == [(2, "url")]
    assert await store.history() == []


async def test_two_channels_may_change_addresses_with_each_other_in_one_import() -> None:
    one, two = (channel(key, url=f"https://instagram.com/{key}", handle=key) for key in ("a", "b"))
    store = store_of(one, two)
    await imported(store, values(id="a", url=two.url), values(id="b", url=one.url))
    assert [found.id for found in (await register_in(store)).at_address(two.url)] == ["a"]


async def test_a_new_channel_without_evidence_counts_as_registered_on_the_day_of_the_import() -> None:
    store = MemoryStore()
    await imported(store, values(id="uusi"))
    assert register_of(await store.read()).channels["uusi"].evidence == (Evidence(EvidenceKind.REGISTERED, TODAY),)


async def test_a_replaced_channel_keeps_its_evidence_unless_the_row_brings_some_and_goes_on_in_versions() -> None:
    store = store_of(channel(version=7), channel("toinen"))
    await imported(
        store,
        values(id="kirjasto-instagram", purpose="Uutisia"),
        values(id="toinen", evidence=[{"kind": "seen", "on": "2026-11-22"}]),
    )
    register = await register_in(store)
    assert register.channels["kirjasto-instagram"].evidence == (TOLD,)
    assert register.channels["kirjasto-instagram"].version == 8
    assert [one.kind for one in register.channels["toinen"].evidence] == [EvidenceKind.SEEN]
    assert list(register.channels) == ["kirjasto-instagram", "toinen"]


async def test_an_import_does_not_give_up_when_somebody_else_changes_the_register_meanwhile() -> None:
    store = store_of(channel(), people=(FIRST,))
    meddled = Meddled(store, lambda name: channel(name=name))
    result = await imported(meddled, values(id="kirjasto-instagram", name="Tuotu"))
    assert result.changed == ("kirjasto-instagram",)
    assert register_of(await store.read()).channels["kirjasto-instagram"].name == "Tuotu"
    assert [entry.event.what for entry in await store.history()] == ["edit", "import"]


async def test_people_are_those_of_the_register_by_any_of_their_references() -> None:
    store = store_of(people=(replace(FIRST, id="first", email="first@kunta.example"),))
    await imported(store, values(id="uusi", responsible="First@Kunta.Example", maintainers="U0FIRST U0SECOND"))
    register = await register_in(store)
    assert register.channels["uusi"].responsible == "first"
    assert register.channels["uusi"].maintainer_ids == ("first", SECOND.id)


async def test_people_of_the_document_are_known_to_its_rows() -> None:
    store = MemoryStore()
    listed: list[object] = [{"id": "second", "display_name": "Second", "email": "b@kunta.example", "language": "sv"}]
    await imported(store, values(id="uusi", responsible="b@kunta.example"), people=listed)
    register = await register_in(store)
    assert register.channels["uusi"].responsible == "second"
    assert list(register.people) == ["second"]


@given(registers())
@settings(deadline=None, max_examples=60)
async def test_an_export_imports_into_an_empty_register_as_the_same_register(register: Register) -> None:
    empty = MemoryStore()
    document = await exported(MemoryStore(state_of(register)))

    result = await Transfer(empty, PLATFORMS).import_document(SECRETARY, document, AT)

    assert without_versions(await register_in(empty)) == without_versions(register)
    assert result == ImportResult(tuple(register.channels), (), ())
    assert await exported(empty) == document


@given(registers())
@settings(deadline=None, max_examples=60)
async def test_an_import_of_the_own_export_changes_nothing(register: Register) -> None:
    store = MemoryStore(state_of(register))

    result = await Transfer(store, PLATFORMS).import_document(SECRETARY, await exported(store), AT)

    assert result == ImportResult((), (), tuple(register.channels))
    assert await register_in(store) == register
    assert await store.history() == []


class Meddled(MemoryStore):
    """A store in which somebody else changes a channel just before the first commit."""

    def __init__(self, inner: MemoryStore, other: Callable[[str], Any]) -> None:
        self._inner, self._other = inner, other

    async def read(self) -> State:
        return await self._inner.read()

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        if self._other is not None:
            other, self._other = self._other("Välissä"), None  # type: ignore[assignment]
            await put_in(self._inner, Event(FIRST.id, AT, "edit"), [other])
        return await self._inner.commit(changes, expected_version, event)
