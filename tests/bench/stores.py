"""Both stores when a large municipality has used them for years: 10,000 channels, and 100,000 commits in history.

By itself: ``python -m tests.bench.stores``.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from bot.app.bootstrap import FORGETTING, KEPT
from bot.app.stores import Stores
from bot.services.ports import Event, Store
from bot.services.register.documents import puts, register_of, with_next_versions
from bot.storage.embedded.stores import EmbeddedStores
from tests.bench.figures import Figure, Figures, percentile
from tests.bench.large import lay_down_history, resident
from tests.support.bot_in_memory import Bot, make_bot, text_of
from tests.support.postgres import new_cluster, server_programs

SIZE: Final = 10_000
_TIMES: Final = 100
_LONG_TIMES: Final = 20
"""Of what takes long where the history is read to its beginning."""
_EVENT: Final = Event("bench", datetime(2025, 11, 3, 9, tzinfo=UTC), "updated")
_SECRETARY, _STAFF = "slack:U0ICT0001", "slack:U0STAFF01"


def store_figures() -> Figures:
    """The figures of both; of the files alone where the machine has no PostgreSQL, which is said."""
    with tempfile.TemporaryDirectory() as folder:
        lay_down_history(Path(folder), SIZE)
        figures = _apart(_in_folder, folder)
        with _server() as url:
            if not url:
                print("PostgreSQL is not measured: this machine has none")
                return figures
            return figures | _apart(_moved, folder, url) | _apart(_in_database, url)


@contextmanager
def _server() -> Iterator[str]:
    """The address of a database that waits for its disk; an empty one where the machine has no server."""
    if server_programs() is None:
        yield ""
        return
    folder, cluster = new_cluster(durable=True)
    try:
        yield cluster.new_database()
    finally:
        cluster.stop()
        folder.cleanup()


def _apart(measure: Callable[..., Coroutine[None, None, Figures]], *arguments: str) -> Figures:
    """Measure in a process of its own, for the sake of its memory."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return apart.submit(_run, measure, *arguments).result()


def _run(measure: Callable[..., Coroutine[None, None, Figures]], *arguments: str) -> Figures:
    return asyncio.run(measure(*arguments))


async def _in_folder(folder: str) -> Figures:
    return await _each("files", lambda: EmbeddedStores.open(Path(folder), kept=KEPT, questions=FORGETTING))


async def _moved(folder: str, url: str) -> Figures:
    from bot.storage.postgresql.moving import from_folder

    begin = time.perf_counter()
    await from_folder(Path(folder), url)
    return {"postgresql_moved_there": Figure(time.perf_counter() - begin, "s")}


async def _in_database(url: str) -> Figures:
    from bot.storage.postgresql.stores import PostgresStores

    async def opened() -> PostgresStores:
        return await PostgresStores.open(url, kept=KEPT, questions=FORGETTING)

    figures = await _each("postgresql", opened)
    one, other = await opened(), await opened()
    seen = [await _seen(one.kept, other.kept, number) for number in range(_TIMES)]
    await one.close()
    await other.close()
    return figures | {
        "postgresql_seen_by_others_p50": Figure(percentile(seen, 50), "ms", "<= 50"),
        "postgresql_seen_by_others_p99": Figure(percentile(seen, 99), "ms", "<= 1000"),
    }


async def _each(kind: str, opened: Callable[[], Awaitable[Stores]]) -> Figures:
    before, begin = resident(), time.perf_counter()
    stores = await opened()
    started = time.perf_counter() - begin
    figures = {f"{kind}_start": Figure(started, "s", "<= 5"), f"{kind}_memory": Figure(resident() - before, "MiB")}
    bot = await make_bot(store=stores.kept, register=None)
    await bot.application.conversation.get_ready()

    async def commit(number: int) -> None:
        await _commit(stores.kept, number)

    async def claim(number: int) -> None:
        assert await stores.claims.take([f"Ev{number}", f"D1/{number}"])
        stores.claims.settle([f"Ev{number}", f"D1/{number}"])

    async def look_up(number: int) -> None:
        await _said(bot, _STAFF, f"kuka vastaa kanavasta Yksikön {number} Facebook", f"Yksikön {number}")

    async def historia(number: int) -> None:
        await _said(bot, _SECRETARY, f"historia Yksikön {number} Facebook", f"Yksikön {number}")

    commit_goal = "<= 8" if kind == "postgresql" else "<= 2"
    for work, times, goal in (
        (commit, _TIMES, commit_goal),
        (claim, _TIMES, "-"),
        (look_up, _TIMES, "-"),
        (historia, _LONG_TIMES, "-"),
    ):
        took = [await _milliseconds(work(number)) for number in range(times)]
        figures[f"{kind}_{work.__name__}_p50"] = Figure(percentile(took, 50), "ms", goal)
        figures[f"{kind}_{work.__name__}_p99"] = Figure(percentile(took, 99), "ms")
    await stores.close()
    return figures


async def _milliseconds(work: Awaitable[None]) -> float:
    begin = time.perf_counter()
    await work
    return (time.perf_counter() - begin) * 1000


async def _commit(store: Store, number: int) -> None:
    state = await store.read()
    changed = replace(register_of(state).channels[f"channel-{number}"], purpose=f"{time.perf_counter()}")
    await store.commit(with_next_versions(state, puts([changed])), state.version, _EVENT)


async def _said(bot: Bot, who: str, words: str, expected: str) -> None:
    assert expected in text_of(await bot.said(who, words))


async def _seen(one: Store, other: Store, number: int) -> float:
    """Milliseconds from the beginning of a commit to where another process would read it."""
    begin = time.perf_counter()
    await _commit(one, number)
    version = (await one.read()).version
    while (await other.read()).version < version:  # noqa: ASYNC110 - what another process hears sets no event here
        await asyncio.sleep(0)
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    for name, figure in store_figures().items():
        print(f"{name:36}{figure.value:10.3f} {figure.unit:4}{figure.goal}", flush=True)
