"""The embedded store of documents: its files, what is gone from them, and what it does not know."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreError
from bot.services.ports import Change, Collection, State
from bot.storage.embedded import checkpoints
from tests.support.documents import (
    ERRANDS,
    JOURNAL,
    REMARKS,
    STATE,
    Daily,
    Errand,
    Remark,
    commit,
    errand,
    filled,
    gone,
    open_store,
    opened,
)
from tests.unit.storage.support import resealed


def on_disk(folder: Path) -> str:
    """All that the store's files hold."""
    return "".join(path.read_text("utf-8") for path in (folder / STATE, folder / JOURNAL) if path.exists())


async def test_a_closed_store_holds_its_documents_in_tables_and_an_empty_journal(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await commit(store, errand("b"), errand("a"), Change.put(REMARKS, "1", Remark("good")))
        await commit(store, errand("b", "new"))

    tables = json.loads((tmp_path / STATE).read_text("utf-8"))
    assert [(key, row["what"]) for key, row in tables["errands"].items()] == [("b", "new"), ("a", "a")]
    assert tables["remarks"] == {"1": {"text": "good"}}
    assert tables["meta"] == {"meta": {"schema": 2, "version": 2, "seq": 0}}
    assert (tmp_path / JOURNAL).read_bytes() == resealed(b'{"schema":2,"version":2,"event":null,"changes":null}')


async def test_a_store_that_is_opened_again_goes_on_where_it_was(tmp_path: Path) -> None:
    before = await filled(tmp_path, "b", "a")
    async with opened(tmp_path) as store:
        assert await store.read() == before
        after = await commit(store, gone("b"), errand("c"))
        assert after.version == 3

    async with opened(tmp_path) as store:
        assert await store.read() == after
        assert list((await store.read()).of(ERRANDS)) == ["a", "c"]


async def test_opening_and_closing_writes_nothing(tmp_path: Path) -> None:
    await filled(tmp_path, "a")
    before = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}

    async with opened(tmp_path):
        pass

    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir()} == before


async def test_what_was_removed_or_replaced_is_gone_from_the_disk_when_the_store_closes(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await commit(store, errand("removed", "secret one"), errand("replaced", "secret two"), errand("kept"))
        await commit(store, gone("removed"), errand("replaced", "redacted"))
        assert "secret one" in on_disk(tmp_path)

    assert "secret" not in on_disk(tmp_path)
    assert "removed" not in on_disk(tmp_path)
    assert "redacted" in on_disk(tmp_path)


async def test_who_asks_for_it_has_it_gone_from_the_disk_at_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await commit(store, errand("a", "secret"), errand("b"))
        await commit(store, gone("a"))

        await store.compact()

        assert "secret" not in on_disk(tmp_path)
        assert (await store.read()).of(ERRANDS) == {"b": Errand("b")}
        await commit(store, errand("c"))
        async with opened(tmp_path, read_only=True) as reader:
            assert await reader.read() == await store.read()


async def test_what_was_removed_is_gone_before_long_without_anybody_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "PATIENCE", 0)
    async with opened(tmp_path) as store:
        await commit(store, errand("a", "secret"))
        await commit(store, gone("a"))
        async with asyncio.timeout(60):
            while "secret" in on_disk(tmp_path):  # noqa: ASYNC110 - nothing tells when the snapshot is there
                await asyncio.sleep(0.001)


async def test_a_long_journal_is_not_waited_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoints, "LONGEST_JOURNAL", 1000)
    monkeypatch.setattr("bot.storage.embedded.checkpoints.GATHERING_SECONDS", 0)
    async with opened(tmp_path) as store:
        await commit(store, errand("a"))
        assert not (tmp_path / STATE).exists()
        await commit(store, errand("a", "long" * 300))
        async with asyncio.timeout(60):
            while (tmp_path / JOURNAL).stat().st_size > 1000:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.001)
        assert (await store.read()).version == 2


@dataclass(frozen=True)
class Later:
    """A document of a feature that the other tests do not know."""

    text: str


LATER = Collection("later", Later)


async def test_collections_that_are_not_known_are_kept_untouched_and_not_shown(tmp_path: Path) -> None:
    later = Change.put(LATER, "x", Later("kept – ääkköset"))
    async with opened(tmp_path, LATER, ERRANDS) as store:
        await commit(store, later, errand("a"))
        await store.compact()
        await commit(store, Change.put(LATER, "y", Later("in the journal")), errand("b"))
        lines = (tmp_path / JOURNAL).read_bytes()
    (tmp_path / JOURNAL).write_bytes(lines)  # as after a crash: lines that the snapshot holds already

    async with opened(tmp_path) as store:
        held = await commit(store, errand("c"))
        assert held.by_collection.keys() == {"errands"}
        assert held.of(LATER) == {}
        with pytest.raises(ValueError, match="opened without the collections"):
            await commit(store, later)

    async with opened(tmp_path, LATER, ERRANDS) as store:
        held = await store.read()
        assert held.of(LATER) == {"x": Later("kept – ääkköset"), "y": Later("in the journal")}
        assert list(held.of(ERRANDS)) == ["a", "b", "c"]


@pytest.mark.parametrize("names", [("meta",), ("one", "one")])
async def test_collections_have_names_of_their_own(tmp_path: Path, names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="name of its own"):
        await open_store(tmp_path, *(Collection(name, Remark) for name in names), read_only=True)


@pytest.mark.parametrize(
    "wrong",
    [
        Errand("\ud800"),
        Errand("a", share=float("nan")),
        Errand("a", share=float("inf")),
        Errand(None),  # type: ignore[arg-type]
        Errand("a", until="tomorrow"),  # type: ignore[arg-type]
        Errand("a", when=Remark("a")),  # type: ignore[arg-type]
        Errand("a", when=Daily("9")),  # type: ignore[arg-type]
        Remark("of another collection"),
    ],
)
async def test_what_would_not_come_back_as_it_is_is_not_written(tmp_path: Path, wrong: Any) -> None:
    async with opened(tmp_path) as store:
        with pytest.raises(StoreError, match="This change was not stored") as refused:
            await commit(store, errand("b"), Change.put(ERRANDS, "a", wrong))

        assert refused.value.__cause__ is None
        assert await store.read() == State()
        assert (await commit(store, errand("a"))).version == 1


async def test_a_key_that_is_no_text_is_not_written(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        with pytest.raises(StoreError, match="This change was not stored"):
            await commit(store, errand("\ud800", "a"))


async def test_only_the_bots_user_can_read_the_files(tmp_path: Path) -> None:
    await filled(tmp_path, "a")

    assert {(tmp_path / name).stat().st_mode & 0o777 for name in (JOURNAL, STATE)} == {0o600}


async def test_a_closed_store_commits_nothing_and_can_be_closed_again(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    before = await commit(store, errand("a"))
    await store.close()
    await store.close()

    with pytest.raises(StoreError, match="closed"):
        await commit(store, errand("b"))
    assert await store.read() == before
