"""A store whose register is the town's, as it is at each moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.calendar.working_time import Days
from bot.domain.evidence import SourceState
from bot.domain.reminders.kept import Switch
from bot.services.activity.documents import FollowedSource
from bot.services.ports import Change, Event, State
from bot.services.register.documents import CHANNELS
from bot.services.reminders.documents import ABSENCES, SWITCHES, THE_SWITCH
from bot.storage.memory import MemoryStore
from tests.support.registers import followed_sources, state_of
from tests.town.town import Town


class TownStore(MemoryStore):
    """Has the town's register; what is committed of a channel happens to the town's."""

    def __init__(self, town: Town) -> None:
        super().__init__()
        self._town = town
        self._sources: Mapping[str, SourceState] = {}
        self._followed: Mapping[str, FollowedSource] = {}

    async def read(self) -> State:
        kept, town = await super().read(), self._town.register
        if town.sources is not self._sources:
            self._sources, self._followed = town.sources, followed_sources(town)
        register = state_of(town, self._followed)
        return State({**kept.by_collection, **register.by_collection}, kept.version)

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        after = await super().commit(changes, expected_version, event)
        for change in changes:
            if change.collection is CHANNELS:
                self._town.channels[change.key] = after.of(CHANNELS)[change.key]
        return after


def switch_and_absences(town: Town, since: date, documents: State) -> list[Change]:
    """What the town's pauses and absences are in a store whose reminders began on the day ``since``."""
    there = documents.of(ABSENCES)
    new = {f"{one.person}/{one.days.start}": one for one in town.absences}
    switch = Switch(since, tuple(Days(pause.start, pause.end) for pause in town.pauses))
    absences = (Change.put(ABSENCES, key, one) for key, one in new.items() if key not in there)
    return [Change.put(SWITCHES, THE_SWITCH, switch), *absences]
