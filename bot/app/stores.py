"""Where all is kept: in files of the data folder, or in a PostgreSQL database where one is set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.services.ports import Collection
from bot.setting_values import secret
from bot.settings import Settings
from bot.storage.embedded.stores import LOCK_TIMEOUT, EmbeddedStores

if TYPE_CHECKING:  # whoever uses files need not have the driver
    from bot.storage.postgresql.stores import DatabaseLeading, PostgresStores


Stores: TypeAlias = "EmbeddedStores | PostgresStores"
"""What is kept, and the questions, which forget."""
Leading: TypeAlias = "DatabaseLeading"
"""Which of several processes on the same stores does what goes on by itself."""


async def open_stores(
    settings: Settings,
    *,
    kept: Sequence[Collection[Any]] = (),
    questions: Sequence[Collection[Any]] = (),
    read_only: bool = False,
    lock_timeout: float = LOCK_TIMEOUT,
) -> tuple[Stores, Leading | None]:
    """The stores that are set, with the collections of each; and who leads, where several processes may use them.

    In a folder one process writes, for which a second waits for up to ``lock_timeout`` seconds, and those that are
    ``read_only`` do not wait. Raises StoreError where they cannot be opened.
    """
    if url := secret(settings.database_url):
        from bot.storage.postgresql.stores import PostgresStores

        stores = await PostgresStores.open(url, kept=kept, questions=questions)
        return stores, stores.leading
    opened = await EmbeddedStores.open(
        settings.data_dir, kept=kept, questions=questions, read_only=read_only, lock_timeout=lock_timeout
    )
    return opened, None
