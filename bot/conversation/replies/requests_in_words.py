"""Replies to who answers in words what others have asked of them: a bare yes or no does what the button would."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from bot.conversation.exchange import Outcome
from bot.conversation.forms import decisions as forms
from bot.conversation.replies import decisions
from bot.conversation.replies.register import agreements
from bot.conversation.turn import Services, Spoken, private
from bot.domain.decisions import Waiting
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.services.decisions.rights import todo
from bot.understanding.plain_answers import Plain

_Deed = Callable[[], Awaitable[Outcome]]
_Asked = dict[Plain, _Deed]
"""What was asked of somebody: what a yes does, and what a no does."""
_FORMS = {Waiting.AUTHORISE: forms.REFUSE, Waiting.DECIDE: forms.DECLINE}
"""The forms in which whoever says no says why."""


async def answered(services: Services, turn: Spoken) -> Outcome | None:
    """What comes of a yes or no to what waits for the person, if that is one request; None where none waits, or
    something else was asked just now."""
    answer = turn.reading.answer
    if answer is None or answer.day or not answer.sure or turn.asked_before:
        return None
    if not turn.incoming.private or not turn.actor.may_keep_channels:
        return None
    what = Plain.YES if answer.what is Plain.AGREE else answer.what
    asked = [*await _handovers(services, turn), *await _proposals(services, turn)]
    deeds = [deed for one in asked if (deed := one.get(what))]
    if len(deeds) > 1:
        return private(say(turn.language, "which-request"))
    return await deeds[0]() if deeds else None


async def _handovers(services: Services, turn: Spoken) -> list[_Asked]:
    """The channels that the person was asked to take on, and those that they are said to have authorised others for."""
    found: list[_Asked] = []
    for key, proposal in (await services.agreements.proposed(turn.at)).items():
        if turn.register.named(proposal.to).id == turn.actor.person.id:
            accept, decline = agreements.PRESSES[Verb.HANDOVER_ACCEPT], agreements.PRESSES[Verb.HANDOVER_DECLINE]
            found.append(
                {Plain.YES: partial(accept, services, turn, key), Plain.NO: partial(decline, services, turn, key)}
            )
        elif turn.register.named(proposal.authorised_by).id == turn.actor.person.id:
            to, deny = turn.register.named(proposal.to).id, agreements.PRESSES[Verb.HANDOVER_DENY]
            found.append({Plain.NO: partial(deny, services, turn, proposal.channel, to)})
    return found


async def _proposals(services: Services, turn: Spoken) -> list[_Asked]:
    """The proposals that wait for the person's authorisation, or for their decision."""
    found: list[_Asked] = []
    for case in await services.decisions.seen_by(turn.actor):
        what = todo(turn.actor, case.proposal)
        if what not in _FORMS:
            continue
        authorise, fill_in = decisions.PRESSES[Verb.PROPOSAL_AUTHORISE], decisions.PRESSES[Verb.PROPOSAL_FORM]
        is_decided = what is Waiting.DECIDE
        yes = partial(fill_in, services, turn, forms.DECIDE, case.id) if is_decided else None
        found.append(
            {
                Plain.YES: yes or partial(authorise, services, turn, case.id),
                Plain.NO: partial(fill_in, services, turn, _FORMS[what], case.id),
            }
        )
    return found
