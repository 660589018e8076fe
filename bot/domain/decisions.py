"""From a wish to a channel: what is proposed, what was said of it, and whose turn it is (guideline 3.1, 3.2, 3.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import takewhile
from typing import Final

from bot.domain.channels import Channel, Status
from bot.domain.people import PersonId

ProposalId = str


class Move(StrEnum):
    """What somebody has done with a proposal. ``NAMED`` is that somebody else is to authorise, or to decide."""

    PROPOSED = "proposed"
    NAMED = "named"
    AUTHORISED = "authorised"
    REFUSED = "refused"
    ASKED = "asked"
    ANSWERED = "answered"
    DECIDED = "decided"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ENTERED = "entered"


ENDS: Final = frozenset({Move.REFUSED, Move.DECLINED, Move.WITHDRAWN, Move.ENTERED})
"""The moves after which nothing is left to be done."""


class Waiting(StrEnum):
    """What a proposal waits for: the superior's authorisation (guideline 3.5), the decision (3.2), the proposer's
    answer to a question of who decides, or that the ICT secretary enters it in the register (3.3)."""

    AUTHORISE = "authorise"
    DECIDE = "decide"
    ANSWER = "answer"
    ENTER = "enter"


_NEXT: Final = {
    Status.PROPOSED: Waiting.AUTHORISE,
    Status.AUTHORISED: Waiting.DECIDE,
    Status.DECIDED: Waiting.ENTER,
}


@dataclass(frozen=True, slots=True)
class Step:
    """Who moved a proposal on, on which day; ``words`` are the conditions, the reason, the question or the answer."""

    what: Move
    by: PersonId
    on: date
    words: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A channel as ``by`` would like it to be, with its status on the way; for whom it is (``audience``), why the
    channels that there are do not do (``why``), the ``superior`` who is asked to authorise its maintainers, and the
    ``decider``, where somebody was named for this one. ``steps`` has at least the first."""

    channel: Channel
    audience: str
    why: str
    by: PersonId
    superior: PersonId
    steps: tuple[Step, ...]
    decider: PersonId | None = None

    @property
    def last(self) -> Step:
        """What was done last."""
        return self.steps[-1]

    @property
    def waits_for(self) -> Waiting | None:
        """What it waits for; None once it has come to its end."""
        if self.last.what in ENDS:
            return None
        return Waiting.ANSWER if self.last.what is Move.ASKED else _NEXT.get(self.channel.status)

    @property
    def is_open(self) -> bool:
        """Whether it can still be taken back, or proposed otherwise."""
        return self.waits_for not in (None, Waiting.ENTER)

    @property
    def can_be_decided(self) -> bool:
        """Whether it is authorised and not decided on; who decides need not wait for an answer."""
        return self.waits_for in (Waiting.DECIDE, Waiting.ANSWER)

    def is_own(self, person: PersonId) -> bool:
        """Whether ``person`` proposes it or is to keep the channel: nobody decides on what is their own."""
        return person == self.by or self.channel.is_kept_by(person)

    def concerns(self, person: PersonId) -> bool:
        """Whether ``person`` is one of its people."""
        return self.is_own(person) or person in (self.superior, self.decider)

    def able_to_decide(self, deciders: Iterable[PersonId]) -> tuple[PersonId, ...]:
        """Those who can decide on it: whoever was named for it, else ``deciders``, who decide on channels; nobody whose
        own it is."""
        able = (self.decider,) if self.decider else tuple(deciders)
        return tuple(person for person in able if not self.is_own(person))

    def asked_to_decide(self, deciders: Iterable[PersonId]) -> tuple[PersonId, ...]:
        """Those of them whose turn it is: whoever has asked back and got an answer, else all who can."""
        able, asked = self.able_to_decide(deciders), self.step(Move.ASKED)
        return (asked.by,) if self.last.what is Move.ANSWERED and asked and asked.by in able else able

    def step(self, what: Move) -> Step | None:
        """The newest step that was ``what``, if there is one since it was proposed as it is now."""
        since = takewhile(lambda step: step.what is not Move.PROPOSED, reversed(self.steps))
        return next((step for step in since if step.what is what), None)

    def moved(self, step: Step, status: Status | None = None) -> Proposal:
        """The proposal after ``step``, with the ``status`` that its channel gets by it, if it gets another."""
        channel = replace(self.channel, status=status) if status else self.channel
        return replace(self, channel=channel, steps=(*self.steps, step))

    def is_same_wish(self, other: Proposal) -> bool:
        """Whether the same person proposes the same as ``other``, which still waits for something."""
        ours, theirs = (
            (one.by, one.channel.platform, one.channel.name.casefold(), one.channel.unit.fi.casefold())
            for one in (self, other)
        )
        return other.waits_for is not None and ours == theirs
