"""Whom a move of a proposal is told: those whose turn it is, and those whom it concerns."""

from collections.abc import Iterator

from bot.domain.decisions import Move, Proposal, Waiting
from bot.domain.people import Actor, PersonId
from bot.domain.register import Register
from bot.services.access import Access
from bot.services.decisions.cases import Case, CaseMoved, CaseNotice, CaseWaits
from bot.services.notifying import Post


def posts(access: Access, register: Register, actor: Actor, case: Case) -> Iterator[Post]:
    """What is posted of the newest step of ``case``, which the actor has taken: each person is told once."""
    notices: dict[PersonId, CaseNotice] = dict(_asked(access, register, case))
    for person in _told(access, register, case.proposal):
        if person != actor.person.id:
            notices.setdefault(person, CaseMoved(case))
    # Who has a role may not be in the register yet.
    with_roles = {one.id: one for one in (*access.secretaries(register), *access.deciders_in(register))}
    for person, notice in notices.items():
        key = f"proposal/{case.id}/{len(case.proposal.steps)}/{person}"
        yield Post(key, with_roles.get(person) or register.person(person), notice)


def _asked(access: Access, register: Register, case: Case) -> Iterator[tuple[PersonId, CaseWaits]]:
    """Those whose turn it is."""
    proposal = case.proposal
    match waits := proposal.waits_for:
        case Waiting.AUTHORISE:
            yield proposal.superior, CaseWaits(case, waits)
        case Waiting.DECIDE:
            yield from _asked_to_decide(access, register, case)
        case Waiting.ANSWER:
            yield proposal.by, CaseWaits(case, waits)
        case Waiting.ENTER:
            for person in access.secretaries(register):
                yield person.id, CaseWaits(case, waits)


def _asked_to_decide(access: Access, register: Register, case: Case) -> Iterator[tuple[PersonId, CaseWaits]]:
    """Whoever has asked back and got an answer, else all who can decide; where nobody can, the ICT secretaries, who are
    to tell who does."""
    able = case.proposal.asked_to_decide(_deciders(access, register))
    for person in able:
        yield person, CaseWaits(case, Waiting.DECIDE)
    if not able:
        for secretary in access.secretaries(register):
            yield secretary.id, CaseWaits(case, Waiting.DECIDE, names=True)


def _told(access: Access, register: Register, proposal: Proposal) -> Iterator[PersonId]:
    """Those whom the newest step concerns, each once."""
    keepers = proposal.channel.keeper_ids
    match proposal.last.what:
        case Move.ASKED | Move.ANSWERED | Move.NAMED:
            return
        case Move.AUTHORISED:
            yield proposal.by
        case Move.PROPOSED:
            yield from dict.fromkeys((*keepers, *(person.id for person in access.secretaries(register))))
        case Move.WITHDRAWN:
            able = proposal.able_to_decide(_deciders(access, register)) if proposal.step(Move.AUTHORISED) else ()
            yield from dict.fromkeys((*keepers, proposal.superior, *able))
        case Move.ENTERED:
            yield from {proposal.by} - set(keepers)
        case Move.REFUSED | Move.DECIDED | Move.DECLINED:
            yield from dict.fromkeys((proposal.by, *keepers, proposal.superior))


def _deciders(access: Access, register: Register) -> Iterator[PersonId]:
    return (person.id for person in access.deciders_in(register))
