"""The question log: what was asked and whether it helped, without people, for as many days as the settings say.

It is statistics: nobody waits for it. Questions are collected and written together, off the path of the reply; what a
crash leaves unwritten is lost. The promises to people are elsewhere (`questions`).
"""

import asyncio
import logging
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Final

from bot.domain.people import Actor
from bot.errors import StoreError, without_words
from bot.services.claims import Remembered
from bot.services.committing import update
from bot.services.ports import Change, State, Store
from bot.services.questions.documents import ASKED, LoggedQuestion

logger = logging.getLogger(__name__)

PAUSE: Final = 1.0
"""How many seconds questions are collected before they are written."""
_VOTES: Final = 10_000
"""How many votes are remembered, in memory, so that nobody is counted twice."""


class QuestionLog:
    """Keeps what was asked in ``store`` for ``days``."""

    def __init__(self, store: Store, days: int) -> None:
        self._store = store
        self._days = days
        self._waiting: dict[str, LoggedQuestion] = {}
        self._writing: asyncio.Task[None] | None = None
        self._hurry = asyncio.Event()
        self._votes = Remembered(most=_VOTES)

    def note(self, asked: LoggedQuestion) -> str:
        """Have ``asked``, which is redacted, written before long; the key that a vote on its answer names it by."""
        key = asked.key
        self._waiting[key] = _added(self._waiting.get(key), asked)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return key

    async def settle(self) -> None:
        """Return when all that was noted is written, or could not be."""
        if self._writing is not None:
            self._hurry.set()
            await asyncio.shield(self._writing)
            self._hurry.clear()

    async def vote(self, actor: Actor, key: str, *, helped: bool) -> None:
        """Count whether an answer helped: one vote a person, question and day.

        Who has voted is remembered in memory only, so that no name is stored: after a new start, a second vote counts.
        """
        if self._votes.take([f"{actor.person.id}/{key}"]):
            await self.settle()
            await update(self._store, lambda documents: list(_voted(documents, key, helped=helped)))

    def oldest(self, today: date) -> date:
        """The first of the days whose questions are kept."""
        return today - timedelta(days=self._days - 1)

    async def _write(self) -> None:
        while self._waiting:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), PAUSE)
            batch, self._waiting = self._waiting, {}
            oldest = self.oldest(max(asked.on for asked in batch.values()))
            try:
                await update(self._store, partial(_noted, batch, oldest))
            except Exception as error:  # statistics must not disturb anybody
                level = logging.WARNING if isinstance(error, StoreError) else logging.ERROR
                logger.log(level, "Questions are missing in the log", extra=without_words(error))


def _noted(batch: Mapping[str, LoggedQuestion], oldest: date, documents: State) -> list[Change]:
    before = documents.of(ASKED)
    noted = (Change.put(ASKED, key, _added(before.get(key), asked)) for key, asked in batch.items())
    too_old = (Change.remove(ASKED, key) for key, asked in before.items() if asked.on < oldest)
    return [*noted, *too_old]


def _added(before: LoggedQuestion | None, asked: LoggedQuestion) -> LoggedQuestion:
    return replace(before, times=before.times + asked.times) if before else asked


def _voted(documents: State, key: str, *, helped: bool) -> Iterator[Change]:
    asked = documents.of(ASKED).get(key)
    if asked is not None:
        counted = replace(asked, helped=asked.helped + helped, not_helped=asked.not_helped + (not helped))
        yield Change.put(ASKED, key, counted)
