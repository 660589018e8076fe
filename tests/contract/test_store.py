"""What every store of documents does."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.channels import Channel, Maintainer, Status, UnitName
from bot.domain.decisions import Move, Proposal, Step
from bot.services.committing import update
from bot.services.decisions.cases import PROPOSALS
from bot.services.ports import Change, Collection, State, Store, VersionConflictError
from bot.services.register.documents import COLLECTIONS as REGISTER
from bot.storage.memory import MemoryStore
from bot.storage.postgresql.stores import PostgresStores
from tests.support import documents
from tests.support.documents import (
    AT,
    COLLECTIONS,
    ERRANDS,
    REMARKS,
    Daily,
    Errand,
    Once,
    Remark,
    Stage,
    commit,
    gone,
    open_store,
)
from tests.support.postgres import in_postgresql

KINDS = ["memory", "embedded", "postgresql"]


@asynccontextmanager
async def opened(kind: str, folder: Path) -> AsyncIterator[Store]:
    match kind:
        case "memory":
            yield MemoryStore()
        case "embedded":
            store = await open_store(folder, *COLLECTIONS, *REGISTER, PROPOSALS)
            yield store
            await store.close()
        case _:
            async with in_postgresql(*COLLECTIONS, *REGISTER, PROPOSALS) as stores:
                yield stores.kept


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    async with opened(request.param, tmp_path) as made:
        yield made


async def test_a_new_store_is_empty(store: Store) -> None:
    assert await store.read() == State()
    assert (await store.read()).of(ERRANDS) == {}


async def test_what_is_committed_is_read_each_collection_by_itself(store: Store) -> None:
    work, remark = Errand("post", Once(AT), helpers=("a", "b"), counts={"x": 1}), Remark("good")

    committed = await commit(
        store, Change.put(ERRANDS, "1", work), Change.put(REMARKS, "1", remark), documents.errand("2")
    )

    assert committed.of(ERRANDS) == {"1": work, "2": Errand("2")}
    assert committed.of(REMARKS) == {"1": remark}
    assert committed.version == 1
    assert await store.read() == committed


async def test_a_proposal_is_read_back_with_its_channel_and_its_steps(store: Store) -> None:
    channel = Channel(
        "", "tiktok", "C", UnitName("U"), "anna", status=Status.PROPOSED, maintainers=(Maintainer("anna"),)
    )
    wish = Proposal(channel, "nuoret", "", "anna", "boss", (Step(Move.PROPOSED, "anna", AT.date()),))
    decided = wish.moved(Step(Move.DECIDED, "boss", AT.date(), "koe"), Status.DECIDED)

    await commit(store, Change.put(PROPOSALS, "wish", wish), Change.put(PROPOSALS, "decided", decided))

    assert (await store.read()).of(PROPOSALS) == {"wish": wish, "decided": decided}


async def test_a_document_is_replaced_and_keeps_its_place(store: Store) -> None:
    await commit(store, documents.errand("b"), documents.errand("a"))

    after = await commit(store, documents.errand("c"), documents.errand("b", "new"))

    assert list(after.of(ERRANDS).items()) == [("b", Errand("new")), ("a", Errand("a")), ("c", Errand("c"))]


async def test_a_document_is_removed_and_one_that_comes_back_is_the_last(store: Store) -> None:
    before = await commit(store, documents.errand("a"), documents.errand("b"))

    after = await commit(store, gone("a"), gone("no-such"))

    assert list(before.of(ERRANDS)) == ["a", "b"]
    assert list(after.of(ERRANDS)) == ["b"]
    assert list((await commit(store, documents.errand("a"))).of(ERRANDS)) == ["b", "a"]


async def test_a_collection_whose_last_document_was_removed_is_as_it_was_before_the_first(store: Store) -> None:
    await commit(store, documents.errand("a"))

    assert await commit(store, gone("a")) == State(version=2)


async def test_changes_of_one_commit_follow_one_another(store: Store) -> None:
    after = await commit(
        store, documents.errand("a", "1"), gone("a"), documents.errand("b"), documents.errand("a", "2"), gone("b")
    )

    assert after.of(ERRANDS) == {"a": Errand("2")}
    assert after.version == 1


async def test_a_commit_without_changes_counts_as_one(store: Store) -> None:
    assert await commit(store) == State(version=1)


async def test_a_version_conflict_leaves_all_as_it_was(store: Store) -> None:
    before = await commit(store, documents.errand("a"))

    with pytest.raises(VersionConflictError):
        await store.commit([documents.errand("b")], 0)

    assert await store.read() == before


async def test_text_in_any_language_is_kept_as_it_is(store: Store) -> None:
    text = 'Säätö "ÅÄÖ" \\ 🎉 \u2028 سلام \x00\n\r\n\t e\u0301'

    after = await commit(store, documents.errand(f"avain {text}", text))

    assert after.of(ERRANDS) == {f"avain {text}": Errand(text)}


async def test_a_moment_in_the_hour_that_is_there_twice_is_kept(store: Store) -> None:
    for fold in (0, 1):
        at = datetime(2025, 10, 26, 3, 30, fold=fold, tzinfo=ZoneInfo("Europe/Helsinki"))

        after = await commit(store, Change.put(ERRANDS, "a", Errand("a", Once(at))))

        kept = after.of(ERRANDS)["a"].when
        assert isinstance(kept, Once)
        assert kept.at.astimezone(UTC) == at.astimezone(UTC)


async def test_what_did_not_change_is_the_same_object(store: Store) -> None:
    before = await commit(store, documents.errand("a"), documents.errand("b"))

    after = await commit(store, documents.errand("b", "new"))

    assert after.of(ERRANDS)["a"] is before.of(ERRANDS)["a"]


async def test_fifty_updates_at_once_lose_nothing(store: Store) -> None:
    async def count_one(number: int) -> None:
        def plan(held: State) -> Sequence[Change]:
            counts = held.of(ERRANDS).get("a", Errand("a")).counts
            return [Change.put(ERRANDS, "a", Errand("a", counts={**counts, str(number): number}))]

        await update(store, plan)

    await asyncio.gather(*map(count_one, range(50)))

    held = await store.read()
    assert held.of(ERRANDS)["a"].counts == {str(number): number for number in range(50)}
    assert held.version == 50


KEYS = st.sampled_from(["a", "b", "c"]) | st.text(max_size=3)
TEXT = st.text(max_size=8)
MOMENTS = st.datetimes(datetime(2000, 1, 1), timezones=st.timezones())  # noqa: DTZ001 - zones once had seconds
WHEN = st.builds(Once, MOMENTS) | st.builds(Daily, st.integers())
ERRAND = st.builds(
    Errand,
    what=TEXT,
    when=WHEN,
    stage=st.sampled_from(Stage),
    until=st.none() | st.dates(),
    share=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    helpers=st.lists(TEXT, max_size=2).map(tuple),
    counts=st.dictionaries(TEXT, st.integers(), max_size=2),
)


def changes_of(collection: Collection[Any], document: st.SearchStrategy[Any]) -> st.SearchStrategy[Change]:
    return st.builds(Change, st.just(collection), KEYS, document | st.none())


COMMITS = st.lists(
    st.lists(changes_of(ERRANDS, ERRAND) | changes_of(REMARKS, st.builds(Remark, TEXT)), max_size=4), max_size=6
)


def replayed(commits: Sequence[Sequence[Change]]) -> dict[str, list[tuple[str, Any]]]:
    """What each collection holds, in order, written down as simply as can be."""
    tables: dict[str, dict[str, Any]] = {ERRANDS.name: {}, REMARKS.name: {}}
    for change in (change for changes in commits for change in changes):
        table = tables[change.collection.name]
        if change.document is None:
            table.pop(change.key, None)
        else:
            table[change.key] = without_zone(change.document)
    return {name: list(table.items()) for name, table in tables.items()}


def held(found: State) -> dict[str, list[tuple[str, Any]]]:
    tables = {ERRANDS.name: found.of(ERRANDS), REMARKS.name: found.of(REMARKS)}
    return {name: [(key, without_zone(document)) for key, document in table.items()] for name, table in tables.items()}


def without_zone(document: Any) -> Any:
    """The document with its moment in UTC: of a zone, only its distance at that moment is kept."""
    if isinstance(document, Errand) and isinstance(document.when, Once):
        at = document.when.at
        offset = at.utcoffset()
        return replace(document, when=Once(at.replace(tzinfo=None)), what=f"{document.what} {offset}")
    return document


@pytest.mark.parametrize("kind", ["memory", "embedded"])
@given(commits=COMMITS)
@settings(max_examples=60, deadline=None)
async def test_the_documents_equal_the_replay_of_the_commits(kind: str, commits: list[list[Change]]) -> None:
    with TemporaryDirectory() as folder:
        async with opened(kind, Path(folder)) as store:
            for version, changes in enumerate(commits):
                await store.commit(changes, version)
            assert held(await store.read()) == replayed(commits)
            assert (await store.read()).version == len(commits)


@given(commits=COMMITS)
@settings(max_examples=15, deadline=None)  # each makes its tables anew
async def test_another_process_sees_in_a_database_what_the_commits_give(commits: list[list[Change]]) -> None:
    async with in_postgresql(*COLLECTIONS) as stores:
        other = await PostgresStores.open(stores.url, kept=COLLECTIONS)
        try:
            for version, changes in enumerate(commits):
                committed = await stores.kept.commit(changes, version)
                if version % 2:  # it may see two at once
                    await other.kept.refresh()
            await other.kept.refresh()
            assert held(committed if commits else State()) == replayed(commits)
            assert held(other.kept.now) == replayed(commits)
            assert other.kept.now.version == len(commits)
        finally:
            await other.close()


@given(commits=COMMITS, then=st.lists(st.sampled_from(["", "compact", "reopen", "crash"]), min_size=6, max_size=6))
@settings(max_examples=100, deadline=None)
async def test_an_embedded_store_comes_back_from_a_snapshot_a_journal_or_both(
    commits: list[list[Change]], then: list[str]
) -> None:
    """After each commit the store may be compacted, closed and opened, or left as a crash leaves it."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "0"
        store = await open_store(folder)
        for version, (changes, happens) in enumerate(zip(commits, then, strict=False)):
            before = await store.commit(changes, version)
            match happens:
                case "compact":
                    await store.compact()
                case "reopen" | "crash":
                    left = folder
                    folder = Path(shutil.copytree(folder, f"{name}/{version + 1}")) if happens == "crash" else left
                    await store.close()
                    store = await open_store(folder)
            assert await store.read() == before
            assert held(before) == replayed(commits[: version + 1])
            async with documents.opened(folder, read_only=True) as reader:
                assert held(await reader.read()) == held(before)
        await store.close()
