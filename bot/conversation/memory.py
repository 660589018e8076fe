"""What was just said, by whom and where: kept in memory for a while, so that what is said next can go on from it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.conversation.exchange import Updating
from bot.domain.language import Language
from bot.domain.people import PersonId
from bot.understanding.follow_ups import Antecedent
from bot.understanding.reading import Reading

KEPT: Final = timedelta(minutes=30)
REMEMBERED: Final = 2_000
"""How many people's conversations are remembered; of more, those that have been silent the longest are forgotten."""


@dataclass(frozen=True, slots=True)
class LastReply:
    """The language of the last reply, when that was (aware), what was asked last, if anything, the update that the
    reply told of, or asked about, and the deed that was told since, which may be corrected."""

    language: Language
    at: datetime
    antecedent: Antecedent | None = None
    updating: Updating | None = None
    told: Reading | None = None


class Memory:
    """The last reply to each person in each conversation. Nothing of it is stored."""

    def __init__(self) -> None:
        self._said: dict[tuple[PersonId, str], LastReply] = {}

    def of(self, person: PersonId, conversation: str, at: datetime) -> LastReply | None:
        """What was said last; None where that was long ago, or the surface does not tell conversations apart."""
        said = self._said.get((person, conversation))
        return said if said is not None and timedelta(0) <= at - said.at <= KEPT else None

    def keep(self, person: PersonId, conversation: str, said: LastReply) -> None:
        """Remember what was said just now."""
        if not conversation:
            return
        self._said.pop((person, conversation), None)
        self._said[person, conversation] = said
        if len(self._said) > REMEMBERED:
            del self._said[next(iter(self._said))]
