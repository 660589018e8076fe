"""The vocabulary of the register as it is, which is built beside the event loop when channels are called otherwise."""

import asyncio

from bot.domain.accounts.platforms import Platforms
from bot.domain.register import Register
from bot.knowledge.content.wording.words import UnitWords
from bot.understanding.channels.vocabulary import Vocabulary


class Vocabularies:
    """Keeps the newest vocabulary. One of ten thousand channels takes a third of a second: others go on meanwhile."""

    def __init__(self, platforms: Platforms, words: UnitWords) -> None:
        self._platforms = platforms
        self._words = words
        self._newest: Vocabulary | None = None
        self._one_at_a_time = asyncio.Lock()

    async def of(self, register: Register) -> Vocabulary:
        """The vocabulary of ``register``."""
        if known := self._known(register):
            return known
        async with self._one_at_a_time:
            known = self._known(register)
            if known is None:
                known = await asyncio.to_thread(Vocabulary.of, register, self._platforms, self._words)
                self._newest = known
            return known

    def _known(self, register: Register) -> Vocabulary | None:
        if self._newest is None or not self._newest.fits(register):
            return None
        self._newest = self._newest.of_later(register)
        return self._newest
