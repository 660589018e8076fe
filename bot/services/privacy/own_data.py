"""What people can do about their own data: have all of it, and have it removed."""

from datetime import datetime

from bot.domain.people import Actor, Person
from bot.services.ports import Store
from bot.services.privacy.erasing import Duties, Erasing
from bot.services.privacy.exporting import Export, export
from bot.services.privacy.mentions import DataSubject
from bot.services.register.documents import register_of


class Privacy:
    """Gives people what is kept of them, and removes it."""

    def __init__(self, store: Store, questions: Store, erasing: Erasing) -> None:
        self._store = store
        self._questions = questions
        self._erasing = erasing

    async def export(self, person: Person) -> Export:
        """All that is kept of ``person``. Raises StoreError."""
        history = await self._store.history()
        return export(person, await self._store.read(), await self._questions.read(), history)

    async def words(self, person: Person) -> frozenset[str]:
        """What tells in files that are none of the stores' that ``person`` is in them. Raises StoreError."""
        return DataSubject.of(person, register_of(await self._store.read())).words

    async def duties(self, actor: Actor, at: datetime) -> Duties:
        """What stands against removing what is kept of the actor. Raises StoreError."""
        return self._erasing.duties(register_of(await self._store.read()), actor.person, at)

    async def erase(self, person: Person, at: datetime) -> Person:
        """Remove all that is kept of ``person``; what stands in their place where others rely on it.

        Raises StillNeededError and StoreError; nothing has changed then.
        """
        (instead,) = await self._erasing.erase([person], at)
        return instead
