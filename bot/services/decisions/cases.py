"""A proposal as people see it: with the names of its people and what it is decided by, and how they are told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import DutyId
from bot.domain.decisions import Proposal, ProposalId, Waiting
from bot.domain.duties import DUTIES
from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.errors import SomebotError
from bot.services.ports import Collection, State

PROPOSALS: Final = Collection("proposals", Proposal)


@dataclass(frozen=True, slots=True)
class Case:
    """The proposal ``id``: its ``people`` by name, the name of the ``service`` that the channel would be on, the
    channels that its unit has already, and the ``duties`` that come with a channel, each with its section."""

    id: ProposalId
    proposal: Proposal
    people: tuple[Person, ...]
    service: str
    present: tuple[str, ...] = ()
    duties: tuple[tuple[DutyId, str], ...] = ()

    def person(self, person: PersonId | None) -> Person:
        """One of its people; one of whom only the id is left where there is no more."""
        return next((one for one in self.people if one.id == person), Person(person or ""))


@dataclass(frozen=True, slots=True)
class CaseWaits:
    """The proposal waits for the reader. ``names`` says that they are the ICT secretary, who is to tell who decides,
    for nobody is set who may."""

    case: Case
    waits_for: Waiting
    names: bool = False
    kind: Literal["case_waits"] = "case_waits"


@dataclass(frozen=True, slots=True)
class CaseMoved:
    """What has become of a proposal that concerns the reader."""

    case: Case
    kind: Literal["case_moved"] = "case_moved"


CaseNotice = CaseWaits | CaseMoved


class UnknownProposalError(SomebotError):
    """There is no such proposal any more."""


class MovedOnError(SomebotError):
    """The proposal does not wait for this any more; ``case`` is how it is now."""

    def __init__(self, case: Case) -> None:
        super().__init__("the proposal does not wait for this any more")
        self.case = case


@dataclass(frozen=True, slots=True)
class Cases:
    """Makes cases of proposals: with the services by name, and the duties that the guideline lays down for channels."""

    platforms: Platforms
    duties: tuple[tuple[DutyId, str], ...] = ()

    @classmethod
    def under(cls, guideline: Guideline, platforms: Platforms) -> Cases:
        """Cases under the guideline. People know its main sections; the numbers below them are ours."""
        places = {
            duty: guideline.locate(guideline.duties[duty], Language.FI) for duty in DUTIES if duty in guideline.duties
        }
        return cls(platforms, tuple((duty, place[0].id) for duty, place in places.items() if place))

    def present(self, register: Register, unit: str) -> tuple[str, ...]:
        """The names of the channels of the unit that is called so in any language."""
        called = unit.strip().casefold()
        return tuple(one.name for one in register.listed() if called in map(str.casefold, one.unit.spellings))

    def of(self, register: Register, key: ProposalId, proposal: Proposal) -> Case:
        """The proposal with all that belongs to it."""
        channel = proposal.channel
        concerned = (proposal.by, proposal.superior, proposal.decider, *channel.keeper_ids)
        people = dict.fromkeys(filter(None, (*concerned, *(step.by for step in proposal.steps))))
        service = self.platforms[channel.platform].name if channel.platform in self.platforms else channel.platform
        present = self.present(register, channel.unit.fi)
        return Case(key, proposal, tuple(map(register.person, people)), service, present, self.duties)


def proposal_in(state: State, key: ProposalId) -> Proposal:
    """The proposal with this key. Raises UnknownProposalError."""
    proposal = state.of(PROPOSALS).get(key)
    if proposal is None:
        raise UnknownProposalError(f"there is no proposal {key!r}")
    return proposal
