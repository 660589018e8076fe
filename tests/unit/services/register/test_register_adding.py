"""Registering a channel: who may, what is kept, who is told."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.channels import Right, Status
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Actor, Role
from bot.domain.register import Register
from bot.services.access import NotAllowedError
from bot.services.ports import Event
from bot.services.register.documents import register_of
from bot.services.register.keeping import RegisterKeeping
from bot.services.register.lists.transfer import Transfer
from bot.services.register.records.channel_records import InvalidInputError
from tests.support.registers import note_update, register_in, state_of
from tests.unit.services.support import (
    AT,
    FIRST,
    ICT,
    INSTAGRAM,
    PLATFORMS,
    SECOND,
    SECRETARY,
    THIRD,
    TODAY,
    NobodyHome,
    PoliteStore,
    Postman,
    channel,
    desk,
    guest,
    person,
    staff,
    store_of,
    values,
)


async def refused(*, has: dict[str, Any], typed: dict[str, Any]) -> list[tuple[str, str]]:
    """What is wrong with registering ``typed`` beside a channel that ``has`` these fields."""
    keeping = desk(channel(**has))
    with pytest.raises(InvalidInputError) as error:
        await keeping.keeping.add(SECRETARY, values(**typed), AT)
    assert len(register_of(await keeping.store.read()).channels) == 1
    assert await keeping.store.history() == []
    assert keeping.notifier.notices == {}
    return [(problem.field, problem.code) for problem in error.value.problems]


@pytest.mark.parametrize("actor", [staff(FIRST), guest(ICT), Actor(FIRST, frozenset({Role.DECIDER}))])
async def test_only_the_ict_secretary_registers(actor: Actor) -> None:
    empty = desk()
    with pytest.raises(NotAllowedError):
        await empty.keeping.add(actor, values(), AT)
    assert register_of(await empty.store.read()).channels == {}


async def test_a_channel_is_registered_with_its_people_and_its_history() -> None:
    empty = desk(people=())

    added = await empty.keeping.add(SECRETARY, values(url=INSTAGRAM, maintainers="U0SECOND third@kunta.example"), AT)

    assert register_of(await empty.store.read()).channels == {"kirjasto-instagram": added.channel}
    assert added.channel.responsible == await empty.person_id("slack:U0FIRST")
    assert added.channel.maintainer_ids == (
        await empty.person_id("slack:U0SECOND"),
        await empty.person_id("third@kunta.example"),
    )
    (entry,) = await empty.store.history()
    assert entry.event == Event(ICT.id, AT, "register")
    assert (entry.before, entry.after) == ({}, {added.channel.id: added.channel})


async def test_people_whom_the_register_knows_are_the_same_people() -> None:
    married = replace(FIRST, id="first", display_name="First Laine", email="first@kunta.example")
    known = desk(people=(married,))

    added = await known.keeping.add(SECRETARY, values(maintainers="first@kunta.example"), AT)

    assert (added.channel.responsible, added.channel.maintainer_ids) == ("first", ("first",))
    assert register_of(await known.store.read()).people["first"] == married


async def test_without_evidence_a_channel_counts_as_updated_on_the_day_of_registering() -> None:
    added = await desk().keeping.add(SECRETARY, values(), AT)
    assert added.channel.evidence == (Evidence(EvidenceKind.REGISTERED, TODAY, ICT.id),)


async def test_evidence_of_its_own_is_kept_as_it_is() -> None:
    told = {"kind": "told", "on": "2026-10-01"}
    added = await desk().keeping.add(SECRETARY, values(evidence=[told]), AT)
    assert [(one.kind, one.on.isoformat()) for one in added.channel.evidence] == [("told", "2026-10-01")]


async def test_a_channel_that_a_secretary_new_to_the_register_added_can_be_edited_and_exported_and_imported() -> None:
    empty = desk(people=())
    added = await empty.keeping.add(SECRETARY, values(), AT)

    edited = await empty.keeping.edit(SECRETARY, added.channel.id, added.channel.version, {"name": "Uusi"}, AT)

    assert edited.channel == replace(added.channel, name="Uusi", version=2)
    again = store_of(people=())
    await Transfer(again, PLATFORMS).import_document(SECRETARY, await Transfer(empty.store, PLATFORMS).export(), AT)
    assert (await register_in(again)).channels["kirjasto-instagram"].evidence == added.channel.evidence


async def test_those_who_were_named_are_told_each_once_and_nobody_else() -> None:
    known = desk(channel("muu", responsible=THIRD.id))
    added = await known.keeping.add(SECRETARY, values(maintainers="U0FIRST U0SECOND", decision_by="U0THIRD"), AT)

    assert known.appointed == {FIRST.id, SECOND.id}
    assert added.not_told == ()


async def test_the_one_who_registers_is_not_told_of_it() -> None:
    known = desk()
    await known.keeping.add(SECRETARY, values(responsible="U0ICT0001", maintainers="U0SECOND"), AT)
    assert known.appointed == {SECOND.id}


async def test_those_who_could_not_be_told_are_named_and_the_channel_is_registered() -> None:
    store = store_of()
    added = await RegisterKeeping(store, PLATFORMS, NobodyHome()).add(SECRETARY, values(maintainers="U0SECOND"), AT)
    assert added.not_told == (FIRST, SECOND)
    assert added.channel.id in register_of(await store.read()).channels


@pytest.mark.parametrize(
    "spelling",
    ["instagram.com/esimerkkikirjasto", "HTTP://m.instagram.com/EsimerkkiKirjasto?hl=fi", f"<{INSTAGRAM}|insta>"],
)
@pytest.mark.parametrize("status", [Status.IN_USE, Status.RETIRED])
async def test_an_address_is_registered_once_in_whatever_spelling(spelling: str, status: Status) -> None:
    problems = await refused(has={"url": INSTAGRAM, "status": status}, typed={"url": spelling})
    assert problems == [("url", "url-taken")]


async def test_channels_without_an_address_do_not_stand_in_each_others_way() -> None:
    known = desk(channel(url=""))
    added = await known.keeping.add(SECRETARY, values(), AT)
    assert added.channel.id == "kirjasto-instagram-2"


async def test_an_id_that_is_taken_is_refused() -> None:
    assert await refused(has={}, typed={"id": "kirjasto-instagram"}) == [("id", "id-taken")]


async def test_what_is_wrong_is_told_field_by_field_and_nothing_is_registered() -> None:
    problems = await refused(has={}, typed={"responsible": "First", "weekly_hours": "x"})
    assert set(problems) == {("responsible", "person"), ("weekly_hours", "hours")}


async def test_a_maintainer_who_is_named_twice_is_one_maintainer() -> None:
    married = replace(SECOND, email="second@kunta.example")
    known = desk(people=(married,))
    added = await known.keeping.add(SECRETARY, values(maintainers="U0SECOND second@kunta.example U0SECOND"), AT)
    assert added.channel.maintainer_ids == (SECOND.id,)


async def test_a_right_and_the_superior_who_authorised_it_are_kept() -> None:
    maintainer = {"person": "U0SECOND", "right": "admin", "authorised_by": "U0THIRD"}
    added = await desk().keeping.add(SECRETARY, values(maintainers=[maintainer]), AT)
    (kept,) = added.channel.maintainers
    assert (kept.person, kept.right, kept.authorised_by) == (SECOND.id, Right.ADMIN, THIRD.id)


async def test_fifty_changes_at_once_lose_nothing() -> None:
    """Half register a channel, half tell of an update of the same channel."""
    store = PoliteStore(
        state_of(Register({"yhteinen": channel("yhteinen", responsible=FIRST.id, evidence=())}, {FIRST.id: FIRST}, 1))
    )
    notifier = Postman()
    keeping = RegisterKeeping(store, PLATFORMS, notifier)

    await asyncio.gather(
        *(keeping.add(SECRETARY, values(responsible=f"U0NEW{n:02}"), AT) for n in range(25)),
        *(note_update(store, staff(FIRST), "yhteinen", TODAY - timedelta(days=n), AT) for n in range(25)),
    )

    register = await register_in(store)
    added = [one for one in register.channels.values() if one.id != "yhteinen"]
    assert {one.responsible for one in added} == {person(f"slack:U0NEW{n:02}").id for n in range(25)}
    assert {one.responsible for one in added} <= register.people.keys()
    assert set(notifier.notices) == {one.responsible for one in added}
    assert register.channels["yhteinen"].evidence == (Evidence(EvidenceKind.TOLD, TODAY, FIRST.id),)
    assert register.channels["yhteinen"].version == 26
    assert len(await store.history()) == 50
    assert [entry.seq for entry in await store.history()] == list(range(2, 52))


async def test_of_fifty_who_register_one_address_at_once_one_succeeds() -> None:
    store = PoliteStore()
    keeping = RegisterKeeping(store, PLATFORMS, Postman())

    outcomes = await asyncio.gather(
        *(keeping.add(SECRETARY, values(url=INSTAGRAM), AT) for _ in range(50)), return_exceptions=True
    )

    assert len(register_of(await store.read()).channels) == 1
    assert sum(isinstance(outcome, InvalidInputError) for outcome in outcomes) == 49
