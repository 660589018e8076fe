"""Where all is kept: in files of the data folder, or in a PostgreSQL database where one is set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from bot.services.claims import Claims
from bot.services.ports import Collection, Rewriting, Store
from bot.setting_values import secret
from bot.settings import Settings
from bot.storage.embedded.stores import LOCK_TIMEOUT, EmbeddedStores


class Leading(Protocol):
    """Which of several processes on the same stores does what goes on by itself."""

    on_news: Callable[[], None]
    """Called when another process has committed something."""

    async def begin(self) -> None:
        """Wait until this process leads."""
        ...

    async def end(self) -> None:
        """Wait until it does no longer."""
        ...

    def limits(self) -> Sequence[str]:
        """What does not work between them just now although the rest does, in English for ``/readyz``."""
        ...


class Stores(Protocol):
    """What is kept, and the questions, which forget."""

    @property
    def kept(self) -> Store:
        """The register, and the work in hand."""
        ...

    @property
    def questions(self) -> Store:
        """What was asked."""
        ...

    @property
    def claims(self) -> Claims:
        """What workspaces have sent and was taken on."""
        ...

    async def rewrite(self, rewriting: Rewriting) -> None:
        """A ``Rewrite`` of both."""
        ...

    async def close(self) -> None:
        """Finish what is under way and let go of them."""
        ...


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
        from bot.storage.postgresql.stores import PostgresStores  # whoever uses files need not have the driver

        stores = await PostgresStores.open(url, kept=kept, questions=questions)
        return stores, stores.leading
    folder = settings.data_dir
    return await EmbeddedStores.open(
        folder, kept=kept, questions=questions, read_only=read_only, lock_timeout=lock_timeout
    ), None
