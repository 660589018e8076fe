"""What the bot has told a persona without being asked."""

from collections.abc import Iterator
from datetime import datetime

from bot.messages.model import Message
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
