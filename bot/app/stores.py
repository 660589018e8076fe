"""Where all is kept: in files of the data folder, or in a PostgreSQL database where one is set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.services.ports import Collection
from bot.setting_values import secret
from bot.settings import Settings
from bot.storage.embedded.stores import LOCK_TIMEOUT, EmbeddedStores
from bot.storage.memory import MemoryStores

if TYPE_CHECKING:  # whoever uses files need not have the driver
    from bot.storage.postgresql.stores import DatabaseLeading, PostgresStores


Stores: TypeAlias = "EmbeddedStores | PostgresStores | MemoryStores"
"""What is kept, and the questions, which forget."""
Leading: TypeAlias = "DatabaseLeading | None"
"""Which of several processes on the same stores does what goes on by itself; None where there is but one."""


async def open_stores(
    settings: Settings,
    *,
    kept: Sequence[Collection[Any]] = (),
    questions: Sequence[Collection[Any]] = (),
    read_only: bool = False,
    lock_timeout: float = LOCK_TIMEOUT,
) -> EmbeddedStores | PostgresStores:
    """The stores that are set, with the collections of each.

    In a folder one process writes, for which a second waits for up to ``lock_timeout`` seconds, and those that are
    ``read_only`` do not wait. Raises StoreError where they cannot be opened.
    """
    if url := secret(settings.database_url):
        from bot.storage.postgresql.stores import PostgresStores

        return await PostgresStores.open(url, kept=kept, questions=questions)
    return await EmbeddedStores.open(
        settings.data_dir, kept=kept, questions=questions, read_only=read_only, lock_timeout=lock_timeout
    )
