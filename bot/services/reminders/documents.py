"""The documents of reminders: the collections that they are kept in, and what these say as one value."""

from typing import Final

from bot.domain.calendar.working_time import Days
from bot.domain.people import PersonId
from bot.domain.reminders.kept import Handover, Kept, Reminder, Switch
from bot.domain.reminders.notice import NotReachable
from bot.domain.reminders.presence import Absence
from bot.domain.reminders.spells import SpellRecord
from bot.services.decisions.cases import PROPOSALS
from bot.services.ports import Change, Collection, State
from bot.services.reminders.entries import OUTBOX, Stage, can_be_redrawn

SPELLS: Final = Collection("spells", SpellRecord)
REMINDERS: Final = Collection("nudges", Reminder)
HANDOVERS: Final = Collection("handovers", Handover)
ABSENCES: Final = Collection("absences", Absence)
SWITCHES: Final = Collection("switches", Switch)
THE_SWITCH: Final = "nudges"


def switch_of(documents: State) -> Switch:
    """The switch as it stands."""
    return documents.of(SWITCHES).get(THE_SWITCH, Switch())


def without_absences(state: State, person: PersonId, days: Days) -> list[Change]:
    """The changes after which no absence without a cover is kept of ``person`` on any of the ``days``; its other days
    stay."""
    met = {key: one for key, one in state.of(ABSENCES).items() if one.person == person and one.days.meet(days)}
    left = {f"{person}/{rest.start}": Absence(person, rest) for one in met.values() for rest in one.days.without(days)}
    gone = (Change.remove(ABSENCES, key) for key in met if key not in left)
    return [*gone, *(Change.put(ABSENCES, key, absence) for key, absence in left.items())]


def kept_of(documents: State) -> Kept:
    """What ``documents`` keep of reminders."""
    return Kept(
        documents.of(SPELLS),
        documents.of(REMINDERS),
        documents.of(ABSENCES).values(),
        switch_of(documents),
        tuple(
            (entry.settled_at, NotReachable(entry.person, entry.reason))
            for entry in documents.of(OUTBOX).values()
            if entry.stage is Stage.UNREACHABLE and entry.settled_at and entry.reason
        ),
        documents.of(PROPOSALS),
        {key for key in documents.of(REMINDERS) if can_be_redrawn(documents, key)},
    )
