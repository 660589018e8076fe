"""Who may do what with a proposal: the superior authorises, somebody else than its own people decides."""

from bot.domain.decisions import Proposal, Waiting
from bot.domain.people import Actor, Role
from bot.services.access import NotAllowedError, require_ict_secretary, require_somebody_here, sees_all


def require(actor: Actor, proposal: Proposal, what: Waiting) -> None:
    """Raise NotAllowedError unless the actor is one of those who do ``what`` with the proposal, whether or not it waits
    for it just now."""
    require_somebody_here(actor)
    match what:
        case Waiting.AUTHORISE:
            if actor.person.id != proposal.superior:
                raise NotAllowedError("superior")
        case Waiting.DECIDE:
            if Role.DECIDER not in actor.roles and actor.person.id != proposal.decider:
                raise NotAllowedError("decider")
            if proposal.is_own(actor.person.id):
                raise NotAllowedError("own-proposal")
        case Waiting.ANSWER:
            require_proposer(actor, proposal)
        case Waiting.ENTER:
            require_ict_secretary(actor)


def require_proposer(actor: Actor, proposal: Proposal) -> None:
    """Raise NotAllowedError unless the actor has made the proposal."""
    if actor.person.id != proposal.by or not actor.may_keep_channels:
        raise NotAllowedError("proposer")


def require_sight(actor: Actor, proposal: Proposal) -> None:
    """Raise NotAllowedError unless the proposal is shown to the actor: to its people, to those who decide on channels,
    and to the ICT secretary."""
    if not may_see(actor, proposal):
        raise NotAllowedError("proposal")


def may_see(actor: Actor, proposal: Proposal) -> bool:
    """Whether the proposal is shown to the actor."""
    return actor.may_keep_channels and (sees_all(actor) or proposal.concerns(actor.person.id))


def todo(actor: Actor, proposal: Proposal) -> Waiting | None:
    """What the proposal waits for of the actor; None where it is somebody else's turn."""
    turns = (Waiting.DECIDE, Waiting.ANSWER) if proposal.waits_for is Waiting.ANSWER else (proposal.waits_for,)
    return next((what for what in turns if what is not None and _may(actor, proposal, what)), None)


def _may(actor: Actor, proposal: Proposal, what: Waiting) -> bool:
    try:
        require(actor, proposal, what)
    except NotAllowedError:
        return False
    return True
