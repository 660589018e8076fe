"""What the console keeps for each persona while it runs: nothing of it is stored."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Message
from bot.surfaces.console.personas import PERSONAS, Persona
from bot.surfaces.console.transcript import LIMIT, Reply, Transcript, TranscriptEntry


class Inbox(Transcript):
    """The messages that were pushed to one persona, and which of them have not been seen yet."""

    def __init__(self, numbers: Iterator[int] | None = None, limit: int = LIMIT) -> None:
        super().__init__(numbers, limit)
        self._unseen: set[str] = set()

    @property
    def unseen(self) -> frozenset[str]:
        """The ids of the messages that have not been seen."""
        return frozenset(entry_id for entry_id in self._unseen if self.find(entry_id))

    def put(self, message: Message, at: datetime) -> TranscriptEntry:
        """Bring in a new message."""
        entry = self.add(Reply(message), at)
        self._unseen.add(entry.id)
        return entry

    def see(self) -> frozenset[str]:
        """All has been seen now; gives the ids of what had not been before."""
        unseen = self.unseen
        self._unseen.clear()
        return unseen


@dataclass(slots=True)
class Session:
    """One persona's page. ``lock`` is held while the persona does something: one thing at a time, in its order."""

    persona: Persona
    language: Language
    transcript: Transcript
    inbox: Inbox
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Sessions:
    """A session for each persona, its page in ``language`` until another is chosen."""

    def __init__(self, language: Language = Language.FI) -> None:
        numbers = count(1)
        self.language = language
        self._sessions = {
            persona.name: Session(persona, language, Transcript(numbers), Inbox(numbers)) for persona in PERSONAS
        }

    def __iter__(self) -> Iterator[Session]:
        return iter(self._sessions.values())

    def named(self, name: str) -> Session | None:
        """The session of the persona called ``name``."""
        return self._sessions.get(name)

    def of(self, person: Person) -> Session | None:
        """The session of the persona that ``person`` is; None for people who are not on the console."""
        return next((session for session in self if session.persona.identity in person.identities), None)
