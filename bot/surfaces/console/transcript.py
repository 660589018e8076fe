"""What was said on the console, kept in memory and bounded."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from bot.conversation.exchange import Visibility
from bot.conversation.forms.form import Form
from bot.messages.model import Message

LIMIT = 200
"""The oldest entries beyond this many are dropped."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that the persona typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button that the persona pressed, by its label."""

    label: str


@dataclass(frozen=True, slots=True)
class Reply:
    """Something that the bot says."""

    message: Message
    visibility: Visibility = Visibility.PRIVATE


@dataclass(frozen=True, slots=True)
class Filling:
    """A form that waits to be filled in; ``origin`` is the id of the message in the inbox that it was opened from."""

    form: Form
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that the console itself has to say: a key of its texts; the reference in the log, if there is one."""

    key: str
    reference: str = ""


Content = Typed | Press | Reply | Filling | Trouble


@dataclass(frozen=True, slots=True)
class TranscriptEntry:
    """One thing on the page; ``id`` is unique on all the console's pages, ``revision`` grows when it is replaced."""

    id: str
    at: datetime
    content: Content
    revision: int = 1


class Transcript:
    """Entries, oldest first. An entry can be replaced in its place, and taken away."""

    def __init__(self, numbers: Iterator[int] | None = None, limit: int = LIMIT) -> None:
        self._numbers = numbers or count(1)
        self._limit = limit
        self._entries: dict[str, TranscriptEntry] = {}
        self.shortened = False

    def __iter__(self) -> Iterator[TranscriptEntry]:
        return iter(tuple(self._entries.values()))

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, entry_id: str) -> TranscriptEntry | None:
        """The entry with that id, None where it is gone."""
        return self._entries.get(entry_id)

    def add(self, content: Content, at: datetime) -> TranscriptEntry:
        """Put ``content`` last; what is beyond the limit goes."""
        entry = TranscriptEntry(f"e{next(self._numbers)}", at, content)
        self._entries[entry.id] = entry
        while len(self._entries) > self._limit:
            del self._entries[next(iter(self._entries))]
            self.shortened = True
        return entry

    def replace(self, entry_id: str, content: Content) -> bool:
        """Put ``content`` in the place of the entry with that id; False where it is gone."""
        entry = self._entries.get(entry_id)
        if entry is None:
            return False
        self._entries[entry_id] = replace(entry, content=content, revision=entry.revision + 1)
        return True

    def remove(self, entry_id: str) -> None:
        """Take the entry away, if it is still there."""
        self._entries.pop(entry_id, None)
