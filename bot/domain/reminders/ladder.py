"""The ladder: on which working day of a spell who is reminded, for which time, and how often at most; and
why nothing is said."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.channels import ChannelId
from bot.domain.people import PersonId


class Quiet(StrEnum):
    """The reasons to say nothing: at all, of a channel, or to a person of a channel."""

    DAY_OFF = "day_off"
    OUTSIDE_HOURS = "outside_hours"
    BEFORE_THE_HOUR = "before_the_hour"
    ALL_PAUSED = "all_paused"

    PROPOSED = "proposed"
    PAUSED = "paused"
    RETIRED = "retired"
    ACTIVE = "active"
    NO_EVIDENCE = "no_evidence"
    UNKNOWN = "unknown"
    SOURCE_FAILS = "source_fails"

    NOT_YET = "not_yet"
    PUT_OFF = "put_off"
    TOLD = "told"
    ENOUGH = "enough"
    IS_MAINTAINER = "is_maintainer"
    HAS_LEFT = "has_left"
    HAD_TODAYS_MESSAGE = "had_todays_message"
    NOBODY_HERE = "nobody_here"


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing is said of ``channel`` to ``person``, or of anything where they are left out, for the reason ``why``;
    ``until`` is the day, where it is known, on which that may change."""

    why: Quiet
    channel: ChannelId | None = None
    person: PersonId | None = None
    until: date | None = None


MOST = 3
"""How many messages a person gets of one spell of a channel at most."""


class Step(StrEnum):
    """Whose turn it is to be told, from the nearest to the channel on."""

    MAINTAINER = "maintainer"
    RESPONSIBLE = "responsible"
    ICT_SECRETARY = "ict_secretary"


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder: on the working day ``day`` of a spell, ``step`` is told for the ``n``-th time."""

    day: int
    step: Step
    n: int


LADDER = (
    Rung(0, Step.MAINTAINER, 1),
    Rung(3, Step.MAINTAINER, 2),
    Rung(3, Step.RESPONSIBLE, 1),
    Rung(8, Step.MAINTAINER, 3),
    Rung(8, Step.ICT_SECRETARY, 1),
)
RUNGS = {step: tuple(rung for rung in LADDER if rung.step is step) for step in Step}
"""The rungs of each step, from the first on."""
