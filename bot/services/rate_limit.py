"""How many questions a person may ask in a minute."""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.people import PersonId

_MINUTE: Final = timedelta(minutes=1)
_PEOPLE: Final = 1_000


class RateLimit:
    """Allows ``a_minute`` questions a person in any minute; 0 allows all. Kept in memory: a new start forgives."""

    def __init__(self, a_minute: int) -> None:
        self._a_minute = a_minute
        self._asked: dict[PersonId, list[datetime]] = {}

    def allows(self, person: PersonId, at: datetime) -> bool:
        """Whether ``person`` may ask one more question ``at`` that time; it counts if so."""
        if not self._a_minute:
            return True
        # A clock that was set back must not lock anybody out: what lies ahead is no minute ago either.
        recent = [one for one in self._asked.get(person, ()) if timedelta() <= at - one < _MINUTE]
        if len(recent) >= self._a_minute:
            return False
        self._asked[person] = [*recent, at]
        if len(self._asked) > _PEOPLE:
            self._forget(at)
        return True

    def _forget(self, at: datetime) -> None:
        """Drop those who have not asked for a while, so that memory is bounded by who asks in a minute."""
        self._asked = {person: asked for person, asked in self._asked.items() if abs(at - asked[-1]) < _MINUTE}
