"""Forgetting: the one place that goes through the table of terms, and lets go of what has been kept for long enough."""

from dataclasses import replace
from datetime import datetime

from bot.services.committing import update
from bot.services.ports import Change, State, Store
from bot.services.privacy import outdated
from bot.services.privacy.erasing import Erasing
from bot.services.privacy.outdated import Moment
from bot.services.privacy.terms import TERMS
from bot.services.register.documents import PEOPLE, register_of
from bot.services.reminders import rounds
from bot.services.reminders.documents import SWITCHES, THE_SWITCH, switch_of


class Forgetting:
    """Lets go of what has been kept in ``store`` and ``questions`` for long enough; of the log of questions the last
    ``log_days`` days stay."""

    def __init__(self, store: Store, questions: Store, log_days: int, erasing: Erasing | None = None) -> None:
        self._store = store
        self._questions = questions
        self._log_days = log_days
        self._erasing = erasing

    async def run(self, at: datetime) -> None:
        """Forget what is outdated ``at``. Raises StoreError."""
        moment = Moment(at, self._log_days)
        await update(self._store, lambda state: [*_outdated(state, moment), *_pauses(state, at)])
        await update(self._questions, lambda state: _outdated(state, moment))
        await self._erase_those_gone(moment)

    async def _erase_those_gone(self, moment: Moment) -> None:
        """Erase those who left long ago: history names them, so that to remove their document would not do."""
        state = await self._store.read()
        people = [state.of(PEOPLE)[key] for key in outdated.people(state, moment)]
        if people and self._erasing is not None:
            await self._erasing.erase_who_can_be(people, register_of(state), moment.at)


def _outdated(state: State, moment: Moment) -> list[Change]:
    """What is to go from a store that has ``state``; of collections that are in another, there is nothing."""
    return [
        Change.remove(term.of, key)
        for term in TERMS
        if term.outdated and not isinstance(term.of, str) and term.of is not PEOPLE
        for key in term.outdated(state, moment)
    ]


def _pauses(state: State, at: datetime) -> list[Change]:
    """The switch without pauses of all reminders that ended long ago."""
    switch = switch_of(state)
    pauses = tuple(pause for pause in switch.pauses if at.date() - pause.end <= rounds.PAUSES_KEPT)
    return [] if pauses == switch.pauses else [Change.put(SWITCHES, THE_SWITCH, replace(switch, pauses=pauses))]
