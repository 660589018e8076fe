"""Whether the rounds were gone: the ICT secretary hears of working days on which none was, once they are gone again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.calendar.working_time import CLOSES, WorkingTime
from bot.services.access import Access
from bot.services.committing import update
from bot.services.notices import RoundsMissed
from bot.services.notifying import Notifier, posts_to
from bot.services.ports import Change, Collection, State, Store
from bot.services.register.documents import register_of
from bot.services.reminders.documents import switch_of

_A_WEEK: Final = timedelta(weeks=1)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RoundsGone:
    """A round was last gone to its end at the moment ``last`` (aware). Of the days up to ``day``, it included, it is
    known whether they had their round, and told if not."""

    last: datetime
    day: date


ROUNDS_GONE: Final = Collection("rounds_gone", RoundsGone)
THE_ROUNDS: Final = "reminders"


class Punctuality:
    """Keeps when the last round was gone, and tells of working days that had none in time: from the hour of reminders
    to the end of working hours. Days on which all reminders are paused had nothing to miss."""

    def __init__(self, store: Store, access: Access, notifier: Notifier, working: WorkingTime) -> None:
        self._store = store
        self._access = access
        self._notifier = notifier
        self._working = working

    async def note(self, at: datetime) -> None:
        """Keep that the round of ``at`` went well, and in the same commit tell of the days before that had none. Raises
        StoreError."""
        told = False

        def plan(state: State) -> list[Change]:
            nonlocal told
            changes = list(self._telling(state, at))
            told = bool(changes)
            return [*changes, Change.put(ROUNDS_GONE, THE_ROUNDS, RoundsGone(at, self._settled(state, at)))]

        await update(self._store, plan)
        if told:
            self._notifier.posted()

    def _settled(self, state: State, at: datetime) -> date:
        """The last day of which all is known: today where the round was in time, else yesterday."""
        local = at.astimezone(self._working.zone)
        today, known = local.date(), _known(state)
        was_in_time = self._working.remind_at <= local.time() < CLOSES
        return today if was_in_time or (known is not None and known.day == today) else today - _DAY

    def _telling(self, state: State, at: datetime) -> Iterator[Change]:
        known = _known(state)
        missed = self._missed(state, known.day, at) if known else []
        if not missed:
            return
        notice = RoundsMissed(missed[0], missed[-1], len(missed))
        secretaries = self._access.secretaries(register_of(state))
        # In office hours, as all that nothing can be done about at night.
        posts = posts_to(secretaries, f"rounds-missed/{missed[0]}", notice, at + _A_WEEK)
        yield from self._notifier.posting(state, posts, at)

    def _missed(self, state: State, known: date, at: datetime) -> list[date]:
        """The working days after ``known`` and before today."""
        today = at.astimezone(self._working.zone).date()
        between = (known + n * _DAY for n in range(1, (today - known).days))
        pauses = switch_of(state).pauses
        return [
            day for day in between if self._working.is_working_day(day) and not any(day in pause for pause in pauses)
        ]


def _known(state: State) -> RoundsGone | None:
    return state.of(ROUNDS_GONE).get(THE_ROUNDS)
