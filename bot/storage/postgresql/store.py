"""A store in a PostgreSQL database. Each process holds a copy of its state, which is right because every commit checks
the version: whoever decided on a state of a moment ago gets a conflict, and decides anew.
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from pydantic_core import from_json, to_json

from bot.domain.channels import ChannelId
from bot.errors import StoreError
from bot.services.ports import Change, Collection, Event, HistoryEntry, State
from bot.storage.applying import Tables, applied, entry_of, require_possible, without_empty
from bot.storage.embedded.encoding import Encoding
from bot.storage.embedded.history.lines import from_line, to_line
from bot.storage.embedded.schema import STATE
from bot.storage.postgresql.connecting import FAILURES, Connection, Pool, advice_on, database_errors

CHANNEL: Final = "somebot"
"""What processes tell one another of commits by."""
HISTORY: Final = Path("history in the database")
"""What the history is called in messages."""
_ORDER: Final = 2**20
"""More than one commit can put: a document's place is the commit that it came with, and which of its changes it was."""
_STALE: Final = 6 * 3600.0
"""Seconds after which what is held is read anew as a whole: rows of what is gone are there for a day."""

_COMMIT: Final = """
with turn as (
    update store set version = version + 1, seq = seq + $3, token = $4 where name = $1 and version = $2
    returning version
), put as (
    insert into document (store, collection, key, place, version, schema, body, gone_at)
    select $1, x.collection, x.key, x.place, turn.version, $5, x.body, case when x.body is null then now() end
    from turn, unnest($6::text[], $7::text[], $8::bigint[], $9::json[]) as x(collection, key, place, body)
    on conflict (store, collection, key) do update set body = excluded.body, version = excluded.version,
        schema = excluded.schema, gone_at = excluded.gone_at,
        place = case when excluded.place = 0 then document.place else excluded.place end
), past as (
    insert into history (store, seq, line) select $1, $10, $11 from turn where $3 = 1
), touched as (
    insert into history_channel (store, channel, seq) select $1, x, $10 from turn, unnest($12::text[]) as x
), told as (
    select pg_notify($13, $1 || ' ' || turn.version) from turn
)
select turn.version from turn, told
"""
"""All of a commit, in one statement: one way to the database and back."""


_HISTORY: Final = """
select seq, line from history where store = $1 and ($2::bigint is null or seq < $2) order by seq desc limit $3
"""
# The numbers first, by their index: asked at once, PostgreSQL reads a long history to its beginning.
_HISTORY_OF: Final = """
select seq, line from history where store = $1 and seq = any(array(
    select distinct seq from history_channel
    where store = $1 and channel = any($4::text[]) and ($2::bigint is null or seq < $2) order by seq desc limit $3
)) order by seq desc
"""


class PostgresStore:
    """The ``Store`` with ``name`` in a database. ``is_heard`` says whether other processes' commits are heard of: where
    they are not, each read asks. Made by ``PostgresStores.open``."""

    def __init__(
        self, pool: Pool, name: str, collections: Sequence[Collection[Any]], is_heard: Callable[[], bool]
    ) -> None:
        self.encoding = Encoding(collections)
        self.name = name
        self._pool = pool
        self._is_heard = is_heard
        self._state = State()
        self._epoch = -1
        self._read_at = 0.0
        self.turn = asyncio.Lock()
        """Held while the state is changed or taken in."""

    async def read(self) -> State:
        """All documents as of the last commit that was heard of. Raises StoreError."""
        if not self._is_heard():
            await self.refresh()
        return self.encoding.shown(self._state)

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        """Put ``changes`` in place. As the port says; StoreError says so where it is not known whether it was done."""
        return await asyncio.shield(self._commit(changes, expected_version, event))

    async def entry(self, seq: int) -> HistoryEntry | None:
        """As the port says."""
        found = await self._entries("select seq, line from history where store = $1 and seq = $2", seq)
        return found[0] if found else None

    async def history(
        self, *channels: ChannelId, newest: int | None = None, before: int | None = None
    ) -> Sequence[HistoryEntry]:
        """As the port says."""
        query, of = (_HISTORY_OF, [[_key(channel) for channel in channels]]) if channels else (_HISTORY, [])
        return (await self._entries(query, before, newest, *of))[::-1]

    async def close(self) -> None:
        """The connections are the stores' in common, and closed with them."""

    async def refresh(self) -> None:
        """Take in what other processes have committed. Raises StoreError."""
        async with self.turn:
            await self._catch_up()

    @property
    def now(self) -> State:
        """All that is held just now, of unknown collections too."""
        return self._state

    async def _commit(self, changes: Sequence[Change], expected_version: int, event: Event | None) -> State:
        async with self.turn:
            if self._state.version != expected_version:
                await self._catch_up()
            before = self._state
            require_possible(before, changes, expected_version, event)
            kept = self.encoding.read_back(changes)
            changes = [change for _, change in kept]
            entry = None if event is None else entry_of(before.by_collection, changes, before.seq + 1, event)
            await self._put(before, kept, entry)
            self._state = applied(before, changes, event)
            return self.encoding.shown(self._state)

    async def _put(
        self, before: State, kept: Sequence[tuple[bytes | None, Change]], entry: HistoryEntry | None
    ) -> None:
        rows = list(_rows(before, kept))
        token = uuid4()
        arguments = (
            self.name,
            before.version,
            int(entry is not None),
            token,
            STATE.number,
            *([row[column] for row in rows] for column in range(4)),
            before.seq + 1,
            to_line(entry).decode() if entry else "",
            [_key(channel) for channel in entry.after] if entry else [],
            CHANNEL,
        )
        try:
            async with self._pool.acquire() as connection:
                version = await connection.fetchval(_COMMIT, *arguments)
                if version is None:
                    await self._refresh(connection)
        except FAILURES as error:
            if await self._was_done(before.version, token, error):
                return
            raise StoreError(f"nothing was stored: the database failed: {advice_on(error)}") from None
        if version is None:
            require_possible(self._state, (), before.version, None)

    async def _was_done(self, version: int, token: UUID, error: BaseException) -> bool:
        """Whether the commit with ``token`` went through though its answer never came.

        Raises StoreError where nobody can tell: the database is gone, or others have committed since.
        """
        try:
            async with self._pool.acquire() as connection, connection.transaction():
                # The lock waits for a commit that is still under way over there.
                row = await connection.fetchrow(
                    "select version, token from store where name = $1 for update", self.name
                )
        except FAILURES:
            raise StoreError(f"it is not known whether this was stored: {advice_on(error)}") from None
        if row["version"] not in (version, version + 1):
            raise StoreError("it is not known whether this was stored: look before you do it again")
        return bool(row["version"] == version + 1 and row["token"] == token)

    async def _catch_up(self) -> None:
        with database_errors("reading"):
            async with self._pool.acquire() as connection:
                await self._refresh(connection)

    async def _refresh(self, connection: Connection) -> None:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            await self.take_in(connection)

    async def take_in(self, connection: Connection) -> None:
        """Take in what was committed, in the transaction that ``connection`` is in. For whoever holds the turn."""
        store = await connection.fetchrow("select version, seq, epoch from store where name = $1", self.name)
        if store is None:
            raise StoreError(f"the database lacks the store {self.name}: restore a backup")
        now = time.monotonic()
        anew = store["epoch"] != self._epoch or now - self._read_at > _STALE
        self._read_at = now
        if store["version"] == self._state.version and not anew:
            return
        since = -1 if anew else self._state.version
        rows = await connection.fetch(
            "select collection, key, place, schema, body from document where store = $1 and version > $2 "
            "and ($3 or body is not null) order by place",
            self.name,
            since,
            not anew,
        )
        held = {} if anew else self._state.by_collection
        tables: Tables = {name: dict(held.get(name, {})) for name in {row["collection"] for row in rows}}
        self._take(tables, rows, since)
        worked_out = {} if anew else self._state.worked_out
        self._state = State(without_empty({**held, **tables}), store["version"], store["seq"], worked_out)
        self._epoch = store["epoch"]

    def _take(self, tables: Tables, rows: Iterable[Any], since: int) -> None:
        """Put ``rows``, in their order, into ``tables``, which are as of the commit ``since``."""
        for row in rows:
            name, key, document = document_in(row, self.encoding)
            documents = tables.setdefault(name, {})
            if row["body"] is None or row["place"] // _ORDER > since:
                documents.pop(key, None)
            if row["body"] is not None:
                documents[key] = document

    async def _entries(self, query: str, *arguments: object) -> list[HistoryEntry]:
        with database_errors("reading the history"):
            rows = await self._pool.fetch(query, self.name, *arguments)
        return [from_line(row["line"].encode(), row["seq"], HISTORY) for row in rows]


def document_in(row: Any, encoding: Encoding) -> tuple[str, str, Any]:
    """The collection, the key and the document that a row of the database keeps; None where it was removed."""
    body = row["body"] and from_json(row["body"])
    return encoding.from_row(row["collection"], from_json(row["key"]), body, row["schema"], "a row")


def _key(key: str) -> str:
    """A key as it is kept: JSON can write characters that the database's texts cannot hold."""
    return to_json(key).decode()


def _rows(before: State, kept: Sequence[tuple[bytes | None, Change]]) -> Iterable[tuple[str, str, int, str | None]]:
    """The rows that a commit puts: collection, key, place (0 to keep it) and body. Of changes to one document only the
    last counts; one that was removed on the way comes last."""
    last: dict[tuple[str, str], tuple[int, str | None]] = {}
    for number, (text, change) in enumerate(kept, 1):
        where = (change.collection.name, change.key)
        place, body = last.get(where, (0, ""))
        if text is None:
            last[where] = (0, None)
            continue
        is_there = change.key in before.by_collection.get(where[0], {}) if where not in last else body is not None
        last[where] = (place if is_there else (before.version + 1) * _ORDER + number, text.decode())
    for (name, key), (place, body) in last.items():
        yield name, _key(key), place, body
