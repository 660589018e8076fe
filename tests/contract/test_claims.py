"""What all ways to keep claims do: each thing once, whichever process is asked, and after a restart."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.services.claims import Claims, MemoryClaims, UnderWayError
from bot.storage.embedded.claims import FILE, FileClaims
from bot.storage.postgresql import claims as in_database
from bot.storage.postgresql.claims import LEASE, PostgresClaims
from bot.storage.postgresql.connecting import connect, open_pool
from tests.support.postgres import in_postgresql

MENTION, TWIN = ["Ev01", "C01/17.5"], ["Ev02", "C01/17.5"]
KINDS = ["memory", "file", "postgresql"]
LASTING = ["file", "postgresql"]


@asynccontextmanager
async def another(kind: str, folder: Path, lease: float = LEASE) -> AsyncIterator[Claims]:
    """The claims of a process that begins, where others were before or are beside it."""
    match kind:
        case "memory":
            yield MemoryClaims()
        case "file":
            claims = FileClaims(folder)
            yield claims
            claims.close()
        case _:
            async with in_postgresql(anew=False) as stores:
                pool = await open_pool(stores.url)
                of_a_process = PostgresClaims(pool, lambda: True, lease)
                yield of_a_process
                await of_a_process.close()
                await pool.close()


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(autouse=True)
async def empty(request: pytest.FixtureRequest) -> None:
    if "postgresql" in request.node.name:
        async with in_postgresql():
            pass


async def test_what_was_taken_is_not_new_and_neither_is_its_twin(kind: str, tmp_path: Path) -> None:
    async with another(kind, tmp_path) as claims:
        assert await claims.take(MENTION)
        assert not await claims.take(MENTION)
        assert not await claims.take(TWIN)
        assert await claims.take(["Ev03"])


async def test_what_was_released_is_new_again(kind: str, tmp_path: Path) -> None:
    async with another(kind, tmp_path) as claims:
        assert await claims.take(MENTION)
        claims.settle(MENTION)
        claims.release(MENTION)
    async with another(kind, tmp_path) as claims:
        assert await claims.take(MENTION)


@pytest.mark.parametrize("kind", LASTING)
async def test_what_was_settled_is_not_new_to_those_who_come_later(kind: str, tmp_path: Path) -> None:
    async with another(kind, tmp_path) as claims:
        await claims.take(MENTION)
        claims.settle(MENTION)
    for new in ("Ev03", "Ev04"):
        async with another(kind, tmp_path) as claims:
            assert not await claims.take(MENTION)
            assert not await claims.take(TWIN)
            assert await claims.take([new])


@pytest.mark.parametrize("kind", LASTING)
async def test_what_was_released_is_not_settled_after_that(kind: str, tmp_path: Path) -> None:
    async with another(kind, tmp_path) as claims:
        await claims.take(MENTION)
        claims.release(MENTION)
        claims.settle(MENTION)
    async with another(kind, tmp_path, lease=0) as claims:
        assert await claims.take(MENTION)


async def test_what_a_killed_process_had_not_settled_is_new_in_a_folder(tmp_path: Path) -> None:
    async with another("file", tmp_path) as claims:
        await claims.take(MENTION)
    async with another("file", tmp_path) as claims:
        assert await claims.take(MENTION)


async def test_what_another_process_is_at_is_to_come_again_until_that_process_has_had_its_time(
    tmp_path: Path,
) -> None:
    kind = "postgresql"
    async with in_postgresql(), another(kind, tmp_path) as one, another(kind, tmp_path) as other:
        assert await one.take(MENTION)
        for _ in range(2):
            with pytest.raises(UnderWayError):
                await other.take(MENTION)
        async with another(kind, tmp_path, lease=0) as later:
            assert await later.take(MENTION)
        one.settle(MENTION)


async def test_a_file_that_was_cut_off_or_is_none_holds_nobody_up(tmp_path: Path) -> None:
    async with another("file", tmp_path) as claims:
        await claims.take(MENTION)
        claims.settle(MENTION)
    file = tmp_path / FILE
    file.write_bytes(file.read_bytes()[:-3])
    async with another("file", tmp_path) as claims:
        assert not await claims.take(["Ev01"])
        assert await claims.take(["C01/17.5"])
        claims.settle(["C01/17.5"])
    async with another("file", tmp_path) as claims:
        assert not await claims.take(["C01/17.5"])
    file.unlink()
    file.mkdir()
    async with another("file", tmp_path) as claims:
        assert await claims.take(MENTION)
        claims.settle(MENTION)


async def test_a_file_says_nothing_of_who_wrote_where(tmp_path: Path) -> None:
    async with another("file", tmp_path) as claims:
        await claims.take(["D0123ABCD/1764.5"])
        claims.settle(["D0123ABCD/1764.5"])
    assert b"D0123" not in (tmp_path / FILE).read_bytes()
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


async def test_where_the_database_is_away_a_process_goes_by_what_it_has_taken_itself(tmp_path: Path) -> None:
    async with in_postgresql() as stores:
        pool = await open_pool(stores.url)
        await pool.close()
        claims = PostgresClaims(pool, lambda: False)
        assert await claims.take(MENTION)
        assert not await claims.take(MENTION)
        claims.settle(MENTION)
        await claims.close()


@pytest.mark.parametrize("is_heard", [True, False])
async def test_where_the_database_is_slow_it_is_to_come_again_unless_the_database_is_away_altogether(
    is_heard: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_database, "_PATIENCE", 0.2)
    async with in_postgresql() as stores:
        pool, slow = await open_pool(stores.url), await connect(stores.url)
        claims = PostgresClaims(pool, lambda: is_heard)
        async with slow.transaction():
            await slow.execute("lock table claim")
            if is_heard:
                with pytest.raises(UnderWayError):
                    await claims.take(MENTION)
            else:
                assert await claims.take(MENTION)
        assert await claims.take(MENTION) is is_heard
        await claims.close()
        await slow.close()
        await pool.close()
