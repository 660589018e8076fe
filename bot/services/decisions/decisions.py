"""From a wish to a channel, step by step. Each step is one commit, with what others are told of it."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.channels import Channel, Decision, Maintainer, Status
from bot.domain.decisions import Move, Proposal, ProposalId, Step, Waiting
from bot.domain.people import Actor, Person
from bot.domain.register import Register
from bot.services.access import Access, require_ict_secretary, require_somebody_here
from bot.services.decisions.cases import PROPOSALS, Case, Cases, MovedOnError, proposal_in
from bot.services.decisions.rights import may_see, require, require_proposer, require_sight, todo
from bot.services.decisions.telling import posts
from bot.services.decisions.wishes import Wish, proposal_of, record_of, said, wrong_with
from bot.services.notices import AuthorisationNamed
from bot.services.notifying import Notifier, Post
from bot.services.ports import Change, State, Store
from bot.services.register.documents import puts, register_of
from bot.services.register.keeping import RegisterKeeping
from bot.services.register.people import PeopleFinder
from bot.services.register.records.cells import plain_line
from bot.services.register.records.channel_records import InvalidInputError, Problem, require_none
from bot.services.register.records.record_mapping import merged, with_unit_known
from bot.services.register.staffing import Registered
from bot.services.telling import appointing, update_and_tell


@dataclass(frozen=True, slots=True)
class Moved:
    """A proposal after a step, and the people who could not be told of it."""

    case: Case
    not_told: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided: on which day, under which number it is in the records, who is responsible for the channel (a
    reference), and on which conditions, if any."""

    on: date
    record: str
    responsible: str
    conditions: str = ""


_Make = Callable[[Proposal, PeopleFinder], Proposal]
"""A proposal after a step. Raises to refuse."""


class Decisions:
    """The steps, each checked against who takes it. They raise NotAllowedError, UnknownProposalError, and MovedOnError
    where the proposal does not wait for the step any more; InvalidInputError where what was filled in will not do."""

    def __init__(
        self, store: Store, access: Access, notifier: Notifier, keeping: RegisterKeeping, cases: Cases
    ) -> None:
        self._store = store
        self._access = access
        self._notifier = notifier
        self._keeping = keeping
        self.cases = cases

    async def propose(self, actor: Actor, wish: Wish, at: datetime, key: ProposalId = "") -> Moved:
        """Ask the superior for their authorisation; anew, where one's own proposal (``key``) is put otherwise. Who
        proposes the same again, while it waits, has proposed it once."""
        require_somebody_here(actor)
        record, new_key = record_of(wish, self.cases.platforms), secrets.token_hex(6)

        def make(state: State, people: PeopleFinder) -> tuple[ProposalId, Proposal]:
            register = register_of(state)
            proposal = proposal_of(
                wish, with_unit_known(register, record), people, actor, at.date(), self.cases.platforms
            )
            if key:
                require_proposer(actor, before := proposal_in(state, key))
                self._require(register, key, before, is_due=before.is_open)
                proposal = replace(proposal, steps=(*before.steps, *proposal.steps), decider=before.decider)
            for item in state.of(PROPOSALS).items():
                if item[0] != key and proposal.is_same_wish(item[1]):
                    return item
            present = self.cases.present(register, proposal.channel.unit.fi)
            require_none(wrong_with(proposal, register, present, at.date()))
            return key or new_key, proposal

        return await self._keep(actor, make, at)

    async def authorise(self, actor: Actor, key: ProposalId, conditions: str, at: datetime) -> Moved:
        """Authorise the maintainers (guideline 3.5), on ``conditions`` where there are any."""
        words = said("words", conditions) if conditions else ""

        def make(proposal: Proposal, people: PeopleFinder) -> Proposal:
            by = actor.person.id
            named = tuple(Maintainer(one.person, one.right, by) for one in proposal.channel.maintainers)
            authorised = replace(proposal, channel=replace(proposal.channel, maintainers=named))
            return authorised.moved(Step(Move.AUTHORISED, by, at.date(), words), Status.AUTHORISED)

        return await self._move(actor, key, make, at, Waiting.AUTHORISE)

    async def refuse(self, actor: Actor, key: ProposalId, reason: str, at: datetime) -> Moved:
        """Do not authorise the maintainers."""
        return await self._say(actor, key, Waiting.AUTHORISE, Move.REFUSED, reason, at)

    async def ask(self, actor: Actor, key: ProposalId, question: str, at: datetime) -> Moved:
        """Ask the proposer something before deciding."""
        return await self._say(actor, key, Waiting.DECIDE, Move.ASKED, question, at)

    async def answer(self, actor: Actor, key: ProposalId, answer: str, at: datetime) -> Moved:
        """Answer what was asked before the decision."""
        return await self._say(actor, key, Waiting.ANSWER, Move.ANSWERED, answer, at)

    async def decline(self, actor: Actor, key: ProposalId, reason: str, at: datetime) -> Moved:
        """Decide that the channel is not taken into use."""
        return await self._say(actor, key, Waiting.DECIDE, Move.DECLINED, reason, at)

    async def decide(self, actor: Actor, key: ProposalId, verdict: Verdict, at: datetime) -> Moved:
        """Decide that the channel is taken into use, and name who is responsible for it (guideline 3.2)."""
        if verdict.on > at.date():
            raise InvalidInputError([Problem("decision_on", "future", "the day is yet to come")])
        words = said("conditions", verdict.conditions) if verdict.conditions.strip() else ""
        record = plain_line(said("decision_record", verdict.record, longest=300))

        def make(proposal: Proposal, people: PeopleFinder) -> Proposal:
            by, responsible = actor.person.id, people.id_of(verdict.responsible)
            decision = Decision(by, verdict.on, record, words)
            channel = replace(proposal.channel, decision=decision, responsible=responsible)
            step = Step(Move.DECIDED, by, at.date(), words)
            return replace(proposal, channel=channel).moved(step, Status.DECIDED)

        return await self._move(actor, key, make, at, Waiting.DECIDE)

    async def name(self, actor: Actor, key: ProposalId, person: str, at: datetime) -> Moved:
        """Name another superior, or who decides on this proposal: the ICT secretary does, where somebody is away or
        nobody is set who decides."""
        require_ict_secretary(actor)

        def make(proposal: Proposal, people: PeopleFinder) -> Proposal:
            named, step = people.id_of(person), Step(Move.NAMED, actor.person.id, at.date())
            if proposal.waits_for is not Waiting.AUTHORISE:
                if proposal.is_own(named):
                    raise InvalidInputError([Problem("named", "own-proposal", "nobody decides on their own")])
                return replace(proposal, decider=named).moved(step)
            if proposal.channel.is_kept_by(named):
                raise InvalidInputError([Problem("named", "authorised-self", "nobody authorises themselves")])
            return replace(proposal, superior=named).moved(step)

        return await self._move(actor, key, make, at)

    async def withdraw(self, actor: Actor, key: ProposalId, at: datetime) -> Moved:
        """Take one's own proposal back, until it is decided on."""

        def make(proposal: Proposal, people: PeopleFinder) -> Proposal:
            return proposal.moved(Step(Move.WITHDRAWN, actor.person.id, at.date()))

        return await self._move(actor, key, make, at, may=require_proposer)

    async def enter(self, actor: Actor, key: ProposalId, values: Mapping[str, object], at: datetime) -> Registered:
        """Enter the channel that was decided on in the register (guideline 3.3), as in the form that was filled in from
        the proposal; from then on it is in use. Raises what ``RegisterKeeping.add`` raises as well."""
        case, new = await self._to_enter(actor, key, values)
        entered = case.proposal.moved(Step(Move.ENTERED, actor.person.id, at.date()), Status.IN_USE)

        def settling(state: State) -> list[Change]:
            self._require_waiting(register_of(state), actor, key, proposal_in(state, key), Waiting.ENTER)
            return [Change.put(PROPOSALS, key, entered)]

        def telling(before: Register, after: Register) -> list[Post]:
            appointed = (post for post in appointing(actor)(before, after))
            told = posts(self._access, after, actor, self.cases.of(after, key, entered))
            return [*(post for post in appointed if not isinstance(post.notice, AuthorisationNamed)), *told]

        return await self._keeping.add(actor, new, at, settling=settling, telling=telling)

    async def draft(self, actor: Actor, key: ProposalId, values: Mapping[str, object], at: datetime) -> Channel:
        """The channel as ``enter`` would register it now. Raises as that does."""
        return await self._keeping.draft(actor, (await self._to_enter(actor, key, values))[1], at)

    async def _to_enter(
        self, actor: Actor, key: ProposalId, values: Mapping[str, object]
    ) -> tuple[Case, Mapping[str, object]]:
        """The proposal, for whoever may enter it now, and its channel in use with ``values``, as a record."""
        case = await self.case(actor, key, Waiting.ENTER)
        register = register_of(await self._store.read())
        record = merged(register, case.proposal.channel, values, self.cases.platforms)
        return case, {**record, "id": None, "status": Status.IN_USE}

    async def case(self, actor: Actor, key: ProposalId, what: Waiting | None = None) -> Case:
        """The proposal, for somebody who may see it, or who is to do ``what`` with it now."""
        state = await self._store.read()
        register, proposal = register_of(state), proposal_in(state, key)
        if what is None:
            require_sight(actor, proposal)
        else:
            self._require_waiting(register, actor, key, proposal, what)
        return self.cases.of(register, key, proposal)

    async def seen_by(self, actor: Actor, register: Register | None = None) -> tuple[Case, ...]:
        """The proposals that the actor sees, with their people as ``register`` has them, or as it is now: first those
        that wait for the actor, then the others that still wait."""
        state = await self._store.read()
        register = register or register_of(state)
        seen = (item for item in state.of(PROPOSALS).items() if may_see(actor, item[1]))
        cases = (self.cases.of(register, key, proposal) for key, proposal in seen)
        return tuple(sorted(cases, key=lambda case: (not todo(actor, case.proposal), not case.proposal.waits_for)))

    async def _say(self, actor: Actor, key: ProposalId, what: Waiting, move: Move, text: str, at: datetime) -> Moved:
        """A step that is but ``text``, which has to be given."""
        step = Step(move, actor.person.id, at.date(), said("words", text))
        return await self._move(actor, key, lambda proposal, people: proposal.moved(step), at, what)

    async def _move(
        self,
        actor: Actor,
        key: ProposalId,
        make: _Make,
        at: datetime,
        what: Waiting | None = None,
        may: Callable[[Actor, Proposal], None] = require_sight,
    ) -> Moved:
        """Take the step that ``make`` makes: one for which the proposal waits, or one that can be taken at any time
        before the decision by those who ``may``."""

        def moved(state: State, people: PeopleFinder) -> tuple[ProposalId, Proposal]:
            register, proposal = register_of(state), proposal_in(state, key)
            if what is not None:
                self._require_waiting(register, actor, key, proposal, what)
            else:
                may(actor, proposal)
                self._require(register, key, proposal, is_due=proposal.is_open)
            return key, make(proposal, people)

        return await self._keep(actor, moved, at)

    async def _keep(
        self, actor: Actor, make: Callable[[State, PeopleFinder], tuple[ProposalId, Proposal]], at: datetime
    ) -> Moved:
        """Keep the proposal as it is made, and tell of it; where it is kept so already, nothing changes."""
        key: ProposalId
        proposal: Proposal
        is_new = False

        def plan(state: State) -> list[Change]:
            nonlocal key, proposal, is_new
            people = PeopleFinder(register_of(state))
            key, proposal = make(state, people)
            is_new = state.of(PROPOSALS).get(key) != proposal
            new = [Change.put(PROPOSALS, key, proposal), *puts(people=people.with_person(actor.person))]
            return new if is_new else []

        def telling(before: Register, after: Register) -> list[Post]:
            return list(posts(self._access, after, actor, self.cases.of(after, key, proposal))) if is_new else []

        told = await update_and_tell(self._store, self._notifier, plan, telling, at)
        return Moved(self.cases.of(told.after, key, proposal), told.not_told)

    def _require_waiting(
        self, register: Register, actor: Actor, key: ProposalId, proposal: Proposal, what: Waiting
    ) -> None:
        """Raise NotAllowedError unless the actor may do ``what``, and MovedOnError unless it is due."""
        require(actor, proposal, what)
        is_due = proposal.can_be_decided if what is Waiting.DECIDE else proposal.waits_for is what
        self._require(register, key, proposal, is_due=is_due)

    def _require(self, register: Register, key: ProposalId, proposal: Proposal, *, is_due: bool) -> None:
        if not is_due:
            raise MovedOnError(self.cases.of(register, key, proposal))
