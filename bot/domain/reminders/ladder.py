"""The ladder: on which working day of a spell who is reminded, for which time, and how often at most."""

from dataclasses import dataclass
from enum import StrEnum

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
