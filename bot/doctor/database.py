"""The database, where all is kept in one: whether it is reached, and processes can tell one another of commits."""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

from bot.doctor.finding import Finding, error, ok
from bot.errors import SomebotError
from bot.setting_values import secret
from bot.settings import Settings

NAME: Final = "DATABASE_URL"
_TRIED: Final = 0x536F6D67
"""An advisory lock that nobody else takes."""
_PATIENCE: Final = 5.0
_POOLED: Final = (
    "one process leads; through a pooler the others do not hear of each change and ask for it: a notice may wait "
    "some seconds"
)


async def database(settings: Settings) -> AsyncIterator[Finding]:
    """What can be said of the database; nothing of what is kept is touched."""
    url = secret(settings.database_url)
    if not url:
        return
    try:
        from bot.storage.postgresql.connecting import connect, database_errors, is_pooled
    except SomebotError as problem:
        yield error(NAME, str(problem))
        return
    try:
        with database_errors("connecting"):
            one, other = await connect(url), await connect(url)
        try:
            with database_errors("looking at it"):
                version = await one.fetchval("show server_version")
                yield ok(NAME, f"PostgreSQL {version} answers")
                if await is_pooled(one):
                    async with one.transaction():
                        await one.fetchval("select 1")
                    yield ok(NAME, _POOLED)
                    return
                heard = asyncio.Event()
                await one.add_listener("somebot_doctor", lambda *_: heard.set())
                await other.execute("notify somebot_doctor")
                both = [await each.fetchval("select pg_try_advisory_lock($1)", _TRIED) for each in (one, other)]
                try:
                    await asyncio.wait_for(heard.wait(), _PATIENCE)
                except TimeoutError:
                    both = [True, True]
                if all(both):
                    what = "let DATABASE_URL lead to PostgreSQL itself, or to a pooler in session mode"
                    yield error(NAME, "a pooler shares connections: processes would not hear one another", what)
                else:
                    yield ok(NAME, "one process leads, and the others hear of each change")
        finally:
            await one.close()
            await other.close()
    except SomebotError as problem:
        yield error(NAME, str(problem))
