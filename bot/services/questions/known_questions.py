"""The municipality's own questions, which the content is checked against: they grow by one press from an entry."""

from typing import Protocol

from bot.domain.guideline import Guideline
from bot.domain.people import Actor
from bot.errors import SomebotError
from bot.knowledge.content.question_file import KnownQuestion
from bot.services.access import require_ict_secretary
from bot.services.questions.entries import Entries


class NoSectionError(SomebotError):
    """The entry belongs to no section, so that there is nothing for the content to be checked against."""


class KnownQuestions(Protocol):
    """Keeps the municipality's own questions."""

    async def add(self, question: KnownQuestion) -> bool:
        """Add ``question``; False where it is there already. Raises NotWritableError and StoreError."""
        ...


class KnownQuestionKeeping:
    """Makes known questions of the entries' questions."""

    def __init__(self, entries: Entries, guideline: Guideline, questions: KnownQuestions) -> None:
        self._entries = entries
        self._guideline = guideline
        self._questions = questions

    async def take_over(self, actor: Actor, entry_id: str) -> bool:
        """Take the question of an entry over; False where it was before. Raises NotAllowedError, UnknownEntryError,
        NoSectionError and NotWritableError."""
        require_ict_secretary(actor)
        entry = await self._entries.one(entry_id)
        located = self._guideline.locate(entry.now.section, entry.language) if entry.now.section else None
        if located is None:
            raise NoSectionError("the entry belongs to no section of the guideline")
        section, subsection = located
        known = KnownQuestion(
            f"{entry.language}-{entry.id}", entry.now.question, entry.language, section.id, subsection.id
        )
        return await self._questions.add(known)
