"""A person's own page, by role."""

from collections.abc import Mapping

from bot.conversation.exchange import Outcome
from bot.conversation.replies.register import channels
from bot.conversation.turn import Press, Reply, Services, Spoken, Turn, private
from bot.messages import home as home_messages
from bot.messages.home import Keeping
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.services.decisions.cases import Case
from bot.services.decisions.rights import todo
from bot.services.register.duties import count_open
from bot.understanding.commands import Intent


async def _home(services: Services, turn: Turn) -> Outcome:
    """What is the person's own; for the ICT secretary also what wants attention."""
    own, waiting = services.own_channels(turn), await _waiting(services, turn)
    days = await services.absences.held_on(turn.register, turn.actor)
    keeping = await _keeping(services, turn) if turn.actor.is_ict_secretary else None
    asked = services.lookup.asked(services.answers.guideline.duties)
    duties = count_open(turn.register, turn.actor, asked, turn.today)
    return private(home_messages.home(own, days, keeping, turn.texts, waiting, duties))


async def _mine(services: Services, turn: Spoken) -> Outcome:
    """What waits for the person, and the channels that they keep; to who keeps none, how those do that were named."""
    if turn.actor.is_guest:
        return private(say(turn.language, "mine-none"))
    keeping = await _keeping(services, turn) if turn.actor.is_ict_secretary else None
    own, waiting = services.own_channels(turn), await _waiting(services, turn)
    if not (own or waiting or turn.reading.query.is_empty):
        return await channels.REPLIES[Intent.OWNER](services, turn)
    return private(home_messages.waiting_and_own(waiting, keeping, own, turn.texts))


async def _waiting(services: Services, turn: Turn) -> list[Case]:
    """The proposals whose next step is the person's."""
    seen = await services.decisions.seen_by(turn.actor, turn.register)
    return [case for case in seen if todo(turn.actor, case.proposal)]


async def _keeping(services: Services, turn: Turn) -> Keeping:
    audit = services.lookup.audit(turn.register, turn.actor, turn.at)
    gaps = await services.gaps.report(turn.actor, turn.at)
    standing = await services.reminder_switch.standing(turn.at)
    troubled = tuple(one.channel.name for one in await services.troubles.open_cases(turn.actor, turn.at))
    return Keeping(len(audit.wanting_attention), len(gaps), standing, troubled)


REPLIES: Mapping[Intent, Reply] = {Intent.HOME: _home, Intent.MINE: _mine}
PRESSES: Mapping[Verb, Press] = {Verb.HOME: _home}
