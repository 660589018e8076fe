"""What every store does with commits that are history, such as those of the register."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.channels import Channel, Decision, HolidayCover, Maintainer, Pause, Right, Scope, Status, UnitName
from bot.domain.evidence import Evidence, EvidenceKind, Source
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.register import Register
from bot.services.committing import update
from bot.services.ports import Change, State, Store, VersionConflictError
from bot.services.register.documents import CHANNELS, puts, register_of
from bot.storage.embedded.loading import JOURNAL, STATE
from tests.contract.test_store import KINDS, opened
from tests.support.documents import ERRANDS, Errand, errand
from tests.support.registers import put_in, register_in
from tests.unit.storage.support import EVENT, INSTAGRAM

TIKTOK = Channel("nuoret-tiktok", "tiktok", "Nuorten TikTok", UnitName("Nuorisopalvelut"), "first")


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    async with opened(request.param, tmp_path) as made:
        yield made


async def put(store: Store, *channels: Channel) -> Register:
    return await put_in(store, EVENT, channels)


async def test_what_is_committed_is_read(store: Store) -> None:
    keeper = Person("keeper", "A keeper", "keeper@kunta.example", Language.SV, ("slack:U0123ABCD",))

    committed = await put_in(store, EVENT, [INSTAGRAM], [keeper])

    assert committed == Register({INSTAGRAM.id: replace(INSTAGRAM, version=1)}, {"keeper": keeper}, version=1)
    assert await register_in(store) == committed


async def test_a_channel_is_replaced_and_its_version_grows(store: Store) -> None:
    await put(store, INSTAGRAM, TIKTOK)

    register = await put(store, replace(INSTAGRAM, name="Kirjasto", version=7))

    assert register.channels[INSTAGRAM.id] == replace(INSTAGRAM, name="Kirjasto", version=2)
    assert register.channels[TIKTOK.id].version == 1
    assert register.version == 2


async def test_a_person_is_replaced(store: Store) -> None:
    await put_in(store, EVENT, people=[Person("first", "First"), Person("keeper", "Keeper")])

    register = await put_in(store, EVENT, people=[Person("first", "First Laine")])

    assert list(register.people.values()) == [Person("first", "First Laine"), Person("keeper", "Keeper")]


async def test_a_commit_about_a_person_is_history_that_says_of_whom(store: Store) -> None:
    event = replace(EVENT, what="left", about="first")
    await put_in(store, event, people=[Person("first", "First")])

    (entry,) = await store.history()

    assert entry.event == event
    assert entry.concerns == {"first"}


async def test_a_version_conflict_leaves_all_as_it_was(store: Store) -> None:
    before = await put(store, INSTAGRAM)

    with pytest.raises(VersionConflictError):
        await store.commit([*puts([TIKTOK], [Person("first")]), errand("a")], 0, EVENT)

    assert await register_in(store) == before
    assert (await store.read()).of(ERRANDS) == {}
    assert [entry.seq for entry in await store.history()] == [1]


async def test_the_history_holds_who_when_what_before_and_after(store: Store) -> None:
    assert list(await store.history()) == []
    first = await put(store, INSTAGRAM)
    second = await put(store, replace(INSTAGRAM, status=Status.RETIRED), TIKTOK)

    registered, retired = await store.history()

    assert registered.event == EVENT
    assert (registered.seq, registered.before, registered.after) == (1, {}, first.channels)
    assert (retired.seq, retired.before, retired.after) == (2, first.channels, second.channels)


async def test_one_commit_changes_the_register_and_other_documents_and_only_the_event_counts_in_history(
    store: Store,
) -> None:
    await store.commit([errand("a")], 0)
    state = await store.commit([*puts([INSTAGRAM]), errand("b")], 1, EVENT)

    assert (state.version, state.seq) == (2, 1)
    assert state.of(ERRANDS) == {"a": Errand("a"), "b": Errand("b")}
    assert [entry.after for entry in await store.history()] == [{INSTAGRAM.id: INSTAGRAM}]


async def test_a_channel_changes_with_an_event_only(store: Store) -> None:
    with pytest.raises(ValueError, match="need an event"):
        await store.commit(puts([INSTAGRAM]), 0)

    assert await store.read() == State()


async def test_a_channel_that_is_removed_is_in_history_before(store: Store) -> None:
    first = await put(store, INSTAGRAM)
    await store.commit([Change.remove(CHANNELS, INSTAGRAM.id)], 1, EVENT)

    entry = await store.entry(2)
    assert entry is not None
    assert (entry.before, entry.after) == (first.channels, {})


async def test_the_register_is_the_same_object_until_it_is_touched(store: Store) -> None:
    before = await put(store, INSTAGRAM)
    await update(store, lambda _: [errand("a")])
    assert await register_in(store) is before

    after = await put_in(store, EVENT, people=[Person("first")])
    assert after is not before
    assert after.version != before.version
    assert await register_in(store) is after


async def test_the_history_of_one_channel_leaves_out_the_others(store: Store) -> None:
    await put(store, INSTAGRAM)
    await put(store, replace(TIKTOK, name=INSTAGRAM.id))
    await put(store, INSTAGRAM, TIKTOK)

    assert [entry.seq for entry in await store.history(INSTAGRAM.id)] == [1, 3]
    assert list(await store.history("no-such-channel")) == []


async def test_the_newest_of_the_history_are_given_page_by_page(store: Store) -> None:
    for number in range(7):
        channel = INSTAGRAM if number % 2 else replace(INSTAGRAM, id="other")
        await put_in(store, EVENT, [replace(channel, name=f"{number}")])
    every = list(await store.history())

    assert list(await store.history(newest=3)) == every[-3:]
    assert list(await store.history(newest=3, before=every[-3].seq)) == every[-6:-3]
    assert list(await store.history(newest=9, before=2)) == every[:1]
    assert [entry.seq for entry in await store.history(INSTAGRAM.id, newest=2)] == [4, 6]
    assert [entry.seq for entry in await store.history(INSTAGRAM.id, "other", newest=2, before=6)] == [4, 5]
    assert list(await store.history(newest=0)) == []


async def test_a_commit_is_found_by_its_number(store: Store) -> None:
    await put(store, INSTAGRAM)
    await put(store, INSTAGRAM, TIKTOK)
    await put_in(store, EVENT, people=[Person("first")])

    assert [await store.entry(seq) for seq in (1, 2, 3)] == list(await store.history())
    assert [await store.entry(seq) for seq in (-1, 0, 4)] == [None, None, None]


async def test_channels_stay_in_the_order_in_which_they_were_registered(store: Store) -> None:
    await put(store, TIKTOK)
    await put(store, INSTAGRAM)

    register = await put(store, replace(TIKTOK, name="Nuoret"))

    assert list(register.channels) == [TIKTOK.id, INSTAGRAM.id]


async def test_text_in_any_language_is_kept_as_it_is(store: Store) -> None:
    purpose = 'Säätö "ÅÄÖ" \\ 🎉 \u2028 سلام \x00\n\r\n\t e\u0301'

    register = await put(store, replace(INSTAGRAM, id="kirjasto-ä", purpose=purpose))

    assert register.channels["kirjasto-ä"].purpose == purpose
    assert (await store.history("kirjasto-ä"))[0].after["kirjasto-ä"].purpose == purpose


async def test_an_embedded_store_that_is_opened_again_holds_the_same(tmp_path: Path) -> None:
    async with opened("embedded", tmp_path) as store:
        await put_in(store, EVENT, [TIKTOK, INSTAGRAM], [Person("keeper", "Keeper")])
        before = await put(store, replace(TIKTOK, name="Nuoret"))
        history = await store.history()

    async with opened("embedded", tmp_path) as store:
        assert_same(await register_in(store), before)
        assert await store.history() == history


def assert_same(found: Register, expected: Register) -> None:
    assert found == expected
    assert list(found.channels) == list(expected.channels)
    assert list(found.people) == list(expected.people)


TEXT = st.text(max_size=8)
IDS = st.sampled_from(["a", "b", "c", "d"])
A_CHANNEL = st.builds(
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
    source=st.none() | st.builds(Source, url=TEXT),
    evidence=st.lists(st.builds(Evidence, st.sampled_from(EvidenceKind), st.dates(), TEXT), max_size=2).map(tuple),
    version=st.integers(),
)
A_PERSON = st.builds(
    Person,
    id=IDS,
    display_name=TEXT,
    email=st.none() | TEXT,
    language=st.none() | st.sampled_from(Language),
    identities=st.lists(TEXT, max_size=2).map(tuple),
    left_on=st.none() | st.dates(),
)
COMMITS = st.lists(st.tuples(st.lists(A_CHANNEL, max_size=3), st.lists(A_PERSON, max_size=2)), max_size=5)
Commits = list[tuple[list[Channel], list[Person]]]


async def committed(store: Store, commits: Commits) -> State:
    state = await store.read()
    for channels, people in commits:
        state = await store.commit(puts(channels, people), state.version, EVENT)
    return state


async def replayed(store: Store, commits: Commits) -> Register:
    register = Register()
    for entry, (_, changed) in zip(await store.history(), commits, strict=True):
        assert entry.before == {key: register.channels[key] for key in entry.after if key in register.channels}
        people = {**register.people, **{person.id: person for person in changed}}
        register = Register({**register.channels, **entry.after}, people, entry.seq)
    return register


@pytest.mark.parametrize("kind", KINDS)
@given(commits=COMMITS)
@settings(max_examples=50, deadline=None)
async def test_the_register_equals_the_replay_of_its_history(kind: str, commits: Commits) -> None:
    with TemporaryDirectory() as folder:
        async with opened(kind, Path(folder)) as store:
            state = await committed(store, commits)
            assert_same(register_of(state), await replayed(store, commits))


@given(commits=COMMITS)
@settings(max_examples=50, deadline=None)
async def test_an_embedded_store_comes_back_from_its_state_and_from_its_journal_alone(commits: Commits) -> None:
    with TemporaryDirectory() as folder:
        async with opened("embedded", Path(folder)) as store:
            before = await committed(store, commits)
            journal = (Path(folder) / JOURNAL).read_bytes()
        async with opened("embedded", Path(folder)) as store:
            assert_same(register_of(await store.read()), register_of(before))
        (Path(folder) / STATE).unlink(missing_ok=True)
        (Path(folder) / JOURNAL).write_bytes(journal)
        async with opened("embedded", Path(folder)) as store:
            assert_same(register_of(await store.read()), register_of(before))
