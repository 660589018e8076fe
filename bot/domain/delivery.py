"""What becomes of a notice that is sent: a closed union of outcomes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Delivered:
    """The notice has reached the person. ``place`` is where it is to be found there, by which it can be redrawn; empty
    where it can not. It begins with the surface's scheme."""

    place: str = ""


@dataclass(frozen=True, slots=True)
class Queued:
    """The notice is kept, and goes out as soon as the surface takes it."""


@dataclass(frozen=True, slots=True)
class Retry:
    """The notice did not go through, and may when tried again ``at`` that time. ``for_all`` says that until then
    nothing else goes through on that surface either, as when it limits how much is sent."""

    at: datetime
    for_all: bool = False


class Reason(StrEnum):
    """Why a notice can not reach a person."""

    NO_SURFACE = "no_surface"
    NO_ACCOUNT = "no_account"
    DEACTIVATED = "deactivated"
    REFUSED = "refused"
    NOT_SHOWN = "not_shown"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The notice can not reach the person."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The notice went out, and whether it has arrived was never heard: it counts as sent. ``hung`` says that the
    surface was silent until the time was up: the next one would take as long."""

    hung: bool = False


Delivery = Delivered | Queued | Retry | Unreachable | Uncertain
