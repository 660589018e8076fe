"""What the console keeps for each persona while it runs: nothing of it is stored."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from bot.domain.language import Language
from bot.domain.people import Person
from bot.surfaces.console.inbox import Inbox
from bot.surfaces.console.personas import PERSONAS, Persona
from bot.surfaces.console.transcript import Transcript


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
