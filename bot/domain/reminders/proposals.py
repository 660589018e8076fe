"""Whom proposals of channels wait for, said once more in the message of a day: to the superior who is asked for an
authorisation (guideline 3.5), to those who decide (3.2), and to the proposer who was asked something; later to somebody
who can go on without them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar.working_time import WorkingTime
from bot.domain.decisions import Move, Proposal, ProposalId, Waiting
from bot.domain.people import PersonId
from bot.domain.reminders.presence import Presence

TO_SUPERIOR: Final = 3
"""After how many working days the superior is reminded."""
TO_PROPOSER: Final = 3
"""After how many of them the proposer is, of a question that nobody has answered."""
TO_DECIDER: Final = 5
"""After how many of them those are who decide: a decision is prepared, an authorisation is a word."""
GIVEN_UP: Final = 8
"""After how many of them somebody else hears that nobody goes on: the ICT secretary, who can name another person; of a
question, whoever has asked it and can decide without an answer."""
NO_LONGER: Final = timedelta(days=60)
"""Of what has waited for longer, nobody is reminded: who was, and when, is not known for good."""


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal by the name of its channel, what it waits for, and the day since which it does; None in lines from
    before that was kept."""

    id: ProposalId
    name: str
    waits_for: Waiting
    since: date | None = None


def reminded_of(
    proposals: Mapping[ProposalId, Proposal],
    presence: Presence,
    working: WorkingTime,
    deciders: Collection[PersonId] = (),
) -> Iterator[tuple[PersonId, ProposalLine]]:
    """Who is to be reminded of which proposal on the day of ``presence``, if they have not been yet; ``deciders`` are
    those who decide on channels. While nobody is here who is waited for, the ICT secretaries are in their place."""
    for key, proposal in proposals.items():
        waits, since = proposal.waits_for, proposal.last.on
        if waits not in _PATIENCE or presence.day - since > NO_LONGER:
            continue
        line, days = ProposalLine(key, proposal.channel.name, waits, since), _working_days(since, presence.day, working)
        first, later = _waited_for(proposal, waits, deciders), _going_on(proposal, waits, presence)
        if first and days >= _PATIENCE[waits]:
            yield from ((person, line) for person in _here(first, presence))
        if days >= GIVEN_UP:
            yield from ((person, line) for person in _here(later, presence))


_PATIENCE: Final = {Waiting.AUTHORISE: TO_SUPERIOR, Waiting.DECIDE: TO_DECIDER, Waiting.ANSWER: TO_PROPOSER}
"""What somebody is reminded of, and after how many working days."""


def _waited_for(proposal: Proposal, waits: Waiting, deciders: Collection[PersonId]) -> tuple[PersonId, ...]:
    """Whose turn it is; nobody's where it is not set who decides."""
    match waits:
        case Waiting.AUTHORISE:
            return (proposal.superior,)
        case Waiting.DECIDE:
            return proposal.asked_to_decide(deciders)
        case _:
            return (proposal.by,)


def _going_on(proposal: Proposal, waits: Waiting, presence: Presence) -> tuple[PersonId, ...]:
    """Who can go on where those do not whose turn it is."""
    asked = proposal.step(Move.ASKED)
    return (asked.by,) if waits is Waiting.ANSWER and asked else presence.secretaries


def _here(people: Collection[PersonId], presence: Presence) -> tuple[PersonId, ...]:
    """Those of ``people`` who are at work; the ICT secretaries where none of them is."""
    return tuple(filter(presence.is_here, people)) or presence.secretaries


def _working_days(since: date, today: date, working: WorkingTime) -> int:
    """How many working days have begun after the day ``since``, today's included."""
    days: Collection[date] = [since + timedelta(days=n) for n in range(1, (today - since).days + 1)]
    return sum(map(working.is_working_day, days))
