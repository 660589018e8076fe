"""The database's tables, brought up to those of this program: plain SQL files, each once, in order, by one process."""

from importlib import resources
from typing import Final

from bot.errors import StoreError
from bot.storage.postgresql.connecting import Connection

LOCK: Final = 0x536F6D66
"""The advisory lock under which tables are changed: processes that start at once wait for one another."""


async def migrate(connection: Connection) -> None:
    """Take the steps that the database has not seen yet; one that fails leaves nothing behind.

    Raises StoreError where a newer program has made the tables.
    """
    folder = resources.files("bot.storage.postgresql").joinpath("migrations")
    steps = {int(path.name.removesuffix(".sql")): path for path in folder.iterdir() if path.name.endswith(".sql")}
    # One transaction for all: a lock that outlived it could stay in a pooler's session for good.
    async with connection.transaction(isolation="read_committed"):
        await connection.execute("select pg_advisory_xact_lock($1)", LOCK)
        await connection.execute(
            "create table if not exists migration (number int primary key, at timestamptz not null default now())"
        )
        done = {row["number"] for row in await connection.fetch("select number from migration")}
        if newer := done - steps.keys():
            raise StoreError(
                f"the database's tables are of a newer version of Somebot (step {max(newer)}): start that version"
            )
        for number in sorted(steps.keys() - done):
            await connection.execute(steps[number].read_text(encoding="utf-8"))
            await connection.execute("insert into migration (number) values ($1)", number)
