"""All that a database keeps, read or replaced at one stroke: for erasing, backups, restoring and moving."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic_core import to_json

from bot.services.ports import HistoryEntry, Rewriting, State
from bot.storage.applying import Tables, rewritten
from bot.storage.embedded.encoding import Encoding
from bot.storage.embedded.history.lines import from_line, to_line
from bot.storage.embedded.schema import STATE
from bot.storage.embedded.switching import STORES
from bot.storage.embedded.whole import AS_THEY_ARE
from bot.storage.postgresql.connecting import PATIENCE_FOR_ALL, Connection, Pool, database_errors
from bot.storage.postgresql.store import CHANNEL, HISTORY, PostgresStore, document_in

_LINES: Final = "select seq, line from history where store = 'kept' order by seq"


@dataclass(frozen=True, slots=True)
class Whole:
    """What a database keeps: both states, and the lines of the history by number, oldest first."""

    kept: State
    questions: State
    lines: Sequence[tuple[int, bytes]]

    @property
    def is_anything(self) -> bool:
        """Whether anything was ever kept."""
        return bool(self.lines or self.kept.by_collection or self.questions.by_collection)


async def rewrite(pool: Pool, kept: PostgresStore, questions: PostgresStore, rewriting: Rewriting) -> None:
    """Put what ``rewriting`` makes of both stores in their place, in one transaction; see ``Rewrite``."""
    with database_errors("rewriting the stores"):
        async with kept.turn, questions.turn, pool.acquire() as connection, connection.transaction():
            await connection.execute("select 1 from store order by name for update")
            await kept.take_in(connection)
            await questions.take_in(connection)
            new = rewriting(kept.now, questions.now)
            lines = await connection.fetch(_LINES, timeout=PATIENCE_FOR_ALL)
            changed = list(_changed(((row["seq"], row["line"].encode()) for row in lines), new.entry))
            update = "update history set line = $2 where store = 'kept' and seq = $1"
            await connection.executemany(update, changed, timeout=PATIENCE_FOR_ALL)
            await _replace(connection, kept.name, kept.encoding, rewritten(kept.now, new.kept))
            await _replace(connection, questions.name, questions.encoding, rewritten(questions.now, new.questions))
    for store in (kept, questions):
        await store.refresh()


async def read_all(connection: Connection) -> Whole:
    """All that is there, as of one moment. Raises one of ``FAILURES``, and StoreError where it cannot be read."""
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        states = []
        for name in STORES:
            store = await connection.fetchrow("select version, seq from store where name = $1", name)
            query = "select collection, key, schema, body from document where store = $1 and body is not null "
            rows = await connection.fetch(f"{query} order by place", name, timeout=PATIENCE_FOR_ALL)
            tables: Tables = {}
            for collection, key, document in (document_in(row, AS_THEY_ARE) for row in rows):
                tables.setdefault(collection, {})[key] = document
            states.append(State(tables, store["version"], store["seq"]))
        lines = await connection.fetch(_LINES, timeout=PATIENCE_FOR_ALL)
    kept, questions = states
    return Whole(kept, questions, [(row["seq"], row["line"].encode()) for row in lines])


async def replace_all(connection: Connection, whole: Whole) -> None:
    """Put ``whole`` in place of all that is there, in one transaction. Raises one of ``FAILURES``."""
    async with connection.transaction():
        await connection.execute("select 1 from store order by name for update")
        await connection.execute("delete from history", timeout=PATIENCE_FOR_ALL)
        await connection.executemany(
            "insert into history (store, seq, line) values ('kept', $1, $2)",
            [(seq, line.decode()) for seq, line in whole.lines],
            timeout=PATIENCE_FOR_ALL,
        )
        touched = [
            (to_json(key).decode(), seq) for seq, line in whole.lines for key in from_line(line, seq, HISTORY).after
        ]
        insert = "insert into history_channel (store, channel, seq) values ('kept', $1, $2)"
        await connection.executemany(insert, touched, timeout=PATIENCE_FOR_ALL)
        for name, state in zip(STORES, (whole.kept, whole.questions), strict=True):
            there = await connection.fetchval("select version from store where name = $1", name)
            newer = State(state.by_collection, max(state.version, there + 1), state.seq)
            await _replace(connection, name, AS_THEY_ARE, newer)


async def _replace(connection: Connection, name: str, encoding: Encoding, state: State) -> None:
    await connection.execute("delete from document where store = $1", name, timeout=PATIENCE_FOR_ALL)
    rows = [
        (name, collection, to_json(key).decode(), place, state.version, STATE.number, to_json(body).decode())
        for collection, documents in state.by_collection.items()
        for place, (key, body) in enumerate(encoding.rows(collection, documents), 1)
    ]
    await connection.executemany(
        "insert into document (store, collection, key, place, version, schema, body) "
        "values ($1, $2, $3, $4, $5, $6, $7)",
        rows,
        timeout=PATIENCE_FOR_ALL,
    )
    await connection.execute(
        "update store set version = $2, seq = $3, epoch = epoch + 1, token = null where name = $1",
        name,
        state.version,
        state.seq,
    )
    await connection.execute("select pg_notify($1, $2)", CHANNEL, f"{name} {state.version}")


def _changed(
    lines: Iterable[tuple[int, bytes]], rewrite_entry: Callable[[HistoryEntry], HistoryEntry]
) -> Iterable[tuple[int, str]]:
    """The lines in which something changes."""
    for seq, line in lines:
        entry = from_line(line, seq, HISTORY)
        if (new := rewrite_entry(entry)) != entry:
            yield seq, to_line(new).decode()
