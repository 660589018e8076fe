"""Why nothing is said: each silence of the reminders has its reason."""

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
