"""Connections to the database, and what goes wrong with them, in words that say what to do and show nothing stored."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, TypeAlias

from bot.errors import SettingsError, StoreError

try:
    import asyncpg
except ImportError:
    what = "pip install -r requirements-postgres.txt"
    raise SettingsError(f"DATABASE_URL is set, and its driver is not installed: {what}") from None

Connection: TypeAlias = Any
"""An asyncpg connection, or one of a pool's; asyncpg tells no types."""
Pool: TypeAlias = Any

CONNECTIONS: Final = 5
"""How many connections one process has at most, besides the one that listens."""
TIMEOUT: Final = 10.0
"""Seconds that the database has for a connection, and for a statement."""
PATIENCE_FOR_ALL: Final = 900.0
"""Seconds that it has for a statement that reads or writes all that there is: a history of many years takes minutes."""
_KEEPALIVE: Final = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
"""Else a process whose network has died would lead on, as the database sees it, for two hours."""

FAILURES: Final = (
    OSError,
    TimeoutError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # of a connection that breaks while the driver is in the midst of something
)
"""What a call raises that the database did not do."""

_ADVICE: Final[Mapping[str, str]] = {
    "08P01": "a pooler refuses it: it has to be in transaction or session mode; see its log and that of PostgreSQL",
    "08": "the connection broke: see whether PostgreSQL runs, and what its log says",
    "28": "it does not accept the user or the password of DATABASE_URL",
    "3D": "there is no such database: create it, or correct DATABASE_URL",
    "42501": "the user of DATABASE_URL may not do this: make it the owner of the database",
    "53100": "its disk is full: make room",
    "53300": "it has too many connections: raise max_connections, or stop other programs",
    "53": "it lacks resources: see its log",
    "57P": "it is being stopped or started: try again",
    "25006": "it is read-only: DATABASE_URL must lead to the primary server",
    "26000": "a pooler that shares connections has come in between: start the bot again",
    "42P05": "a pooler that shares connections has come in between: start the bot again",
}


@contextmanager
def database_errors(doing: str) -> Iterator[None]:
    """Turn what fails while ``doing`` something into StoreError."""
    try:
        yield
    except FAILURES as error:
        raise StoreError(f"the database failed while {doing}: {advice_on(error)}") from None


def advice_on(error: BaseException) -> str:
    """What is to be done about ``error``, without its own words, which may show what is stored."""
    # Of a connection that was closed amid something, the cause is what was said last.
    said = (getattr(one, "sqlstate", None) for one in (error.__cause__, error))
    state = next((str(one) for one in said if one), "08")
    advice = next((text for code, text in _ADVICE.items() if state.startswith(code)), None)
    return advice or f"see its log ({type(error).__name__})"


async def open_pool(url: str) -> Pool:
    """Connections to the database at ``url``, through a pooler or not. Raises StoreError where there is none to be had.

    Through a pooler no statement is kept prepared, which another session would not know, and nothing is reset that
    belongs to whoever has that session by then.
    """
    with database_errors("connecting"):
        first = await connect(url)
        try:
            through: dict[str, Any] = {"statement_cache_size": 0, "reset": _leave_as_it_is}
            options = through if await is_pooled(first) else {"server_settings": _KEEPALIVE}
        finally:
            first.terminate()
        return await asyncpg.create_pool(
            url, min_size=1, max_size=CONNECTIONS, timeout=TIMEOUT, command_timeout=TIMEOUT, **options
        )


async def connect(url: str) -> Connection:
    """One connection of its own, through a pooler or not. Raises one of ``FAILURES``."""
    options = {"timeout": TIMEOUT, "command_timeout": TIMEOUT, "statement_cache_size": 0}
    try:
        return await asyncpg.connect(url, server_settings=_KEEPALIVE, **options)
    except asyncpg.ProtocolViolationError:
        # PgBouncer refuses a connection that brings settings which it does not know.
        return await asyncpg.connect(url, **options)


async def is_pooled(connection: Connection) -> bool:
    """Whether a pooler is in between, which may give each transaction another session: the number of the process that
    was told at the start, by which statements are cancelled, is the pooler's then and not PostgreSQL's."""
    return bool(await connection.fetchval("select pg_backend_pid()") != connection.get_server_pid())


async def _leave_as_it_is(_: Connection) -> None:
    """The session is not this connection's alone."""
