"""Whom proposals of channels wait for, said once more in the message of a day: to the superior who is asked for an
authorisation (guideline 3.5), and later to the ICT secretary, who can name somebody else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar.working_time import WorkingTime
from bot.domain.decisions import Proposal, ProposalId, Waiting
from bot.domain.people import PersonId
from bot.domain.reminders.presence import Presence

TO_SUPERIOR: Final = 3
"""After how many working days the superior is reminded."""
TO_SECRETARY: Final = 8
"""After how many of them the ICT secretary hears that nobody goes on."""
NO_LONGER: Final = timedelta(days=60)
"""Of what has waited for longer, nobody is reminded: who was, and when, is not known for good."""


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal by the name of its channel, and what it waits for."""

    id: ProposalId
    name: str
    waits_for: Waiting


def reminded_of(
    proposals: Mapping[ProposalId, Proposal], presence: Presence, working: WorkingTime
) -> Iterator[tuple[PersonId, ProposalLine]]:
    """Who is to be reminded of which proposal on the day of ``presence``, if they have not been yet. While the superior
    is away, the ICT secretaries are in their place."""
    for key, proposal in proposals.items():
        waits, since = proposal.waits_for, proposal.last.on
        if waits not in (Waiting.AUTHORISE, Waiting.DECIDE) or presence.day - since > NO_LONGER:
            continue
        line, days = ProposalLine(key, proposal.channel.name, waits), _working_days(since, presence.day, working)
        if waits is Waiting.AUTHORISE and days >= TO_SUPERIOR:
            here = presence.is_here(proposal.superior)
            yield from ((person, line) for person in ((proposal.superior,) if here else presence.secretaries))
        if days >= TO_SECRETARY:
            yield from ((person, line) for person in presence.secretaries)


def _working_days(since: date, today: date, working: WorkingTime) -> int:
    """How many working days have begun after the day ``since``, today's included."""
    days: Collection[date] = [since + timedelta(days=n) for n in range(1, (today - since).days + 1)]
    return sum(map(working.is_working_day, days))
