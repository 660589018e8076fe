"""What every store of the register does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bot.storage.state import SNAPSHOT
from bot.storage.tinydb import TinyRegisterStore
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.channels import Channel, Decision, HolidayCover, Maintainer, Pause, Right, Scope, Status, UnitName
from bot.domain.evidence import Evidence, EvidenceKind, Source
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.register import Register
from bot.services.ports import Changes, Event, RegisterStore, VersionConflictError
from bot.storage.memory import MemoryRegisterStore

KINDS = ["memory", "tinydb"]
EVENT = Event(by="keeper", at=datetime(2025, 11, 3, 9, 30, tzinfo=UTC), what="register")
INSTAGRAM = Channel("kirjasto-instagram", "instagram", "Kirjaston Instagram", UnitName("Kirjasto"), "keeper")
TIKTOK = Channel("nuoret-tiktok", "tiktok", "Nuorten TikTok", UnitName("Nuorisopalvelut"), "first")


@asynccontextmanager
async def opened(kind: str, folder: Path) -> AsyncIterator[RegisterStore]:
    store: RegisterStore = MemoryRegisterStore() if kind == "memory" else await TinyRegisterStore.open(folder)
    yield store
    await store.close()


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[RegisterStore]:
    async with opened(request.param, tmp_path) as made:
        yield made


async def put(store: RegisterStore, *channels: Channel) -> Register:
    return await store.commit(Changes(channels), (await store.read()).version, EVENT)


async def test_a_new_store_is_empty(store: RegisterStore) -> None:
    assert await store.read() == Register()
    assert list(await store.history()) == []


async def test_what_is_committed_is_read(store: RegisterStore) -> None:
    keeper = Person("keeper", "A keeper", "keeper@kunta.example", Language.SV, ("slack:U0123ABCD",))

    committed = await store.commit(Changes((INSTAGRAM,), (keeper,)), 0, EVENT)

    assert committed == Register({INSTAGRAM.id: replace(INSTAGRAM, version=1)}, {"keeper": keeper}, version=1)
    assert await store.read() == committed


async def test_a_channel_is_replaced_and_its_version_grows(store: RegisterStore) -> None:
    await put(store, INSTAGRAM, TIKTOK)

    register = await put(store, replace(INSTAGRAM, name="Kirjasto", version=7))

    assert register.channels[INSTAGRAM.id] == replace(INSTAGRAM, name="Kirjasto", version=2)
    assert register.channels[TIKTOK.id].version == 1
    assert register.version == 2


async def test_a_person_is_replaced(store: RegisterStore) -> None:
    await store.commit(Changes(people=(Person("first", "First"), Person("keeper", "Keeper"))), 0, EVENT)

    register = await store.commit(Changes(people=(Person("first", "First Laine"),)), 1, EVENT)

    assert list(register.people.values()) == [Person("first", "First Laine"), Person("keeper", "Keeper")]


async def test_a_version_conflict_leaves_all_as_it_was(store: RegisterStore) -> None:
    before = await put(store, INSTAGRAM)

    with pytest.raises(VersionConflictError):
        await store.commit(Changes((TIKTOK,), (Person("first"),)), 0, EVENT)

    assert await store.read() == before
    assert [entry.seq for entry in await store.history()] == [1]


async def test_the_history_holds_who_when_what_before_and_after(store: RegisterStore) -> None:
    first = await put(store, INSTAGRAM)
    second = await put(store, replace(INSTAGRAM, status=Status.RETIRED), TIKTOK)

    registered, retired = await store.history()

    assert registered.event == EVENT
    assert (registered.seq, registered.before, registered.after) == (1, {}, first.channels)
    assert (retired.seq, retired.before, retired.after) == (2, first.channels, second.channels)


async def test_the_history_of_one_channel_leaves_out_the_others(store: RegisterStore) -> None:
    await put(store, INSTAGRAM)
    await put(store, replace(TIKTOK, name=INSTAGRAM.id))
    await put(store, INSTAGRAM, TIKTOK)

    assert [entry.seq for entry in await store.history(INSTAGRAM.id)] == [1, 3]
    assert list(await store.history("no-such-channel")) == []


async def test_a_commit_is_found_by_its_number(store: RegisterStore) -> None:
    await put(store, INSTAGRAM)
    await put(store, INSTAGRAM, TIKTOK)
    await store.commit(Changes(people=(Person("first"),)), 2, EVENT)

    assert [await store.entry(seq) for seq in (1, 2, 3)] == list(await store.history())
    assert [await store.entry(seq) for seq in (-1, 0, 4)] == [None, None, None]


async def test_channels_stay_in_the_order_in_which_they_were_registered(store: RegisterStore) -> None:
    await put(store, TIKTOK)
    await put(store, INSTAGRAM)

    register = await put(store, replace(TIKTOK, name="Nuoret"))

    assert list(register.channels) == [TIKTOK.id, INSTAGRAM.id]


async def test_text_in_any_language_is_kept_as_it_is(store: RegisterStore) -> None:
    purpose = 'Säätö "ÅÄÖ" \\ 🎉 \u2028 سلام \x00\n\r\n\t e\u0301'

    register = await put(store, replace(INSTAGRAM, id="kirjasto-ä", purpose=purpose))

    assert register.channels["kirjasto-ä"].purpose == purpose
    assert (await store.history("kirjasto-ä"))[0].after["kirjasto-ä"].purpose == purpose


async def test_fifty_commits_at_once_lose_nothing(store: RegisterStore) -> None:
    async def register_one(number: int) -> None:
        while True:
            try:
                await put(store, replace(TIKTOK, id=f"kanava-{number}"))
            except VersionConflictError:
                continue
            return

    await asyncio.gather(*map(register_one, range(50)))

    register = await store.read()
    assert set(register.channels) == {f"kanava-{number}" for number in range(50)}
    assert [entry.seq for entry in await store.history()] == list(range(1, 51))


async def test_an_embedded_store_that_is_opened_again_holds_the_same(tmp_path: Path) -> None:
    async with opened("tinydb", tmp_path) as store:
        await store.commit(Changes((TIKTOK, INSTAGRAM), (Person("keeper", "Keeper"),)), 0, EVENT)
        before = await put(store, replace(TIKTOK, name="Nuoret"))
        history = await store.history()

    async with opened("tinydb", tmp_path) as store:
        assert_same(await store.read(), before)
        assert await store.history() == history


def assert_same(found: Register, expected: Register) -> None:
    assert found == expected
    assert list(found.channels) == list(expected.channels)
    assert list(found.people) == list(expected.people)


TEXT = st.text(max_size=8)
IDS = st.sampled_from(["a", "b", "c", "d"])
CHANNELS = st.builds(
    Channel,
    id=IDS,
    platform=TEXT,
    name=TEXT,
    unit=st.builds(UnitName, fi=TEXT, sv=TEXT),
    responsible=TEXT,
    scope=st.sampled_from(Scope),
    status=st.sampled_from(Status),
    pause=st.none() | st.builds(Pause, start=st.dates(), end=st.dates(), reason=TEXT),
    maintainers=st.lists(st.builds(Maintainer, TEXT, st.sampled_from(Right), st.none() | TEXT), max_size=2).map(tuple),
    decision=st.builds(Decision, by=st.none() | TEXT, on=st.none() | st.dates(), record=TEXT),
    weekly_hours=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    update_interval_days=st.none() | st.integers(),
    announced=st.none() | st.booleans(),
    holiday_covers=st.lists(st.builds(HolidayCover, st.dates(), st.dates(), TEXT, st.none() | TEXT), max_size=1).map(
        tuple
    ),
    source=st.none() | st.builds(Source, url=TEXT, failing_since=st.none() | st.dates()),
    evidence=st.lists(st.builds(Evidence, st.sampled_from(EvidenceKind), st.dates(), TEXT), max_size=2).map(tuple),
    version=st.integers(),
)
PEOPLE = st.builds(
    Person,
    id=IDS,
    display_name=TEXT,
    email=st.none() | TEXT,
    language=st.none() | st.sampled_from(Language),
    identities=st.lists(TEXT, max_size=2).map(tuple),
    left_on=st.none() | st.dates(),
)
CHANGES = st.builds(
    Changes, channels=st.lists(CHANNELS, max_size=3).map(tuple), people=st.lists(PEOPLE, max_size=2).map(tuple)
)


async def replayed(store: RegisterStore, commits: Sequence[Changes]) -> Register:
    register = Register()
    for entry, changes in zip(await store.history(), commits, strict=True):
        assert entry.before == {key: register.channels[key] for key in entry.after if key in register.channels}
        people = {**register.people, **{person.id: person for person in changes.people}}
        register = Register({**register.channels, **entry.after}, people, entry.seq)
    return register


@pytest.mark.parametrize("kind", KINDS)
@given(commits=st.lists(CHANGES, max_size=5))
@settings(max_examples=50, deadline=None)
async def test_the_register_equals_the_replay_of_its_history(kind: str, commits: list[Changes]) -> None:
    with TemporaryDirectory() as folder:
        async with opened(kind, Path(folder)) as store:
            for version, changes in enumerate(commits):
                await store.commit(changes, version, EVENT)
            assert_same(await store.read(), await replayed(store, commits))


@given(commits=st.lists(CHANGES, max_size=5))
@settings(max_examples=50, deadline=None)
async def test_an_embedded_store_comes_back_from_its_snapshot_and_from_its_history_alone(
    commits: list[Changes],
) -> None:
    with TemporaryDirectory() as folder:
        async with opened("tinydb", Path(folder)) as store:
            for version, changes in enumerate(commits):
                await store.commit(changes, version, EVENT)
            before = await store.read()
        async with opened("tinydb", Path(folder)) as store:
            assert_same(await store.read(), before)
        (Path(folder) / SNAPSHOT).unlink(missing_ok=True)
        async with opened("tinydb", Path(folder)) as store:
            assert_same(await store.read(), before)
