"""A channel's account in trouble: taken by somebody else, or imitated; and the log of what was done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Literal

from bot.domain.accounts.platforms import PlatformId
from bot.domain.channels import Channel, ChannelId
from bot.domain.people import Person, PersonId


class TroubleKind(StrEnum):
    """What has happened: somebody else has the account, or has one that pretends to be ours. A channel may be in each
    of them at once."""

    HIJACKED = "hijacked"
    FAKE = "fake"


@dataclass(frozen=True, slots=True)
class Logged:
    """What was done, such as who was told: a line, by whom and on which day."""

    on: date
    by: PersonId
    text: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A channel's account in trouble since the day ``opened``, as ``by`` has said; ``closed`` is the day on which it
    was over, and ``learnt`` what is to be done differently. ``told`` are those to whom the bot has sent notice."""

    channel: ChannelId
    kind: TroubleKind
    opened: date
    by: PersonId
    log: tuple[Logged, ...] = ()
    closed: date | None = None
    learnt: str = ""
    told: tuple[PersonId, ...] = ()

    def with_line(self, line: Logged) -> Trouble:
        """The trouble with another line in its log."""
        return replace(self, log=(*self.log, line))


@dataclass(frozen=True, slots=True)
class TroubleNotice:
    """The account of ``channel`` is in trouble, as ``by`` has said: for the ICT secretaries and the channel's people.
    ``what`` has happened."""

    channel: Channel
    what: TroubleKind
    by: Person
    kind: Literal["trouble"] = "trouble"


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """The account of ``channel`` is in no trouble after all, as ``by`` has said: for those who were told that it is."""

    channel: Channel
    what: TroubleKind
    by: Person
    kind: Literal["false_alarm"] = "false_alarm"


@dataclass(frozen=True, slots=True)
class TroubleOver:
    """The account of ``channel`` is in trouble no more, as ``by`` has said: for those who were told that it is."""

    channel: Channel
    what: TroubleKind
    by: Person
    kind: Literal["trouble_over"] = "trouble_over"


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Where a service is told of an account in trouble, and the day on which the address was ``found`` in public
    documentation; None where nobody has looked. What is on the page is not known."""

    url: str
    found: date | None = None


ReportPages = Mapping[tuple[PlatformId, TroubleKind], ReportPage]
"""The pages that are known, by service and by what has happened."""
