"""What is shared in a conversation, as far as those may know it who read along there."""

from bot.conversation.exchange import Outcome, Pressed
from bot.conversation.sharing import WITH_ALL
from bot.messages.model import Action
from bot.surfaces.slack.conversing import Conversing
from bot.surfaces.slack.listening.interaction import Interaction
from bot.surfaces.slack.listening.readers import Readers


async def to_share(conversing: Conversing, readers: Readers, done: Interaction, action: Action, place: str) -> Outcome:
    """What comes of the press on *share* for the conversation that is the ``place``: what all see there, or the
    question who reads along."""
    if WITH_ALL in action.args[1:]:
        readers.told_inside(place, done.at)
    return await conversing.outcome(
        done.user_id,
        Pressed(action),
        done.at,
        conversation=done.conversation,
        overheard=readers.has_outsiders(place),
        may_be_overheard=readers.is_unsure(place, done.at),
    )
