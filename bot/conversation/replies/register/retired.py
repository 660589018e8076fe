"""What is said to who speaks of channels that are retired as if they were in use."""

from typing import Final

from bot.conversation.turn import Services, Spoken
from bot.domain.register import ChannelQuery
from bot.messages.model import Message
from bot.messages.register import out_of_use
from bot.understanding.commands import Intent

_OF_CHANNELS_IN_USE: Final = frozenset(
    {
        Intent.CHANNELS,
        Intent.UPDATED,
        Intent.SNOOZE,
        Intent.HANDOVER,
        Intent.EDIT,
        Intent.PAUSE,
        Intent.RETIRE,
        Intent.DUTIES,
    }
)
"""What is asked or told of channels in use. A look-up shows a retired one, and its account may be taken as well."""
_OF_ONE_S_OWN: Final = frozenset({Intent.UPDATED, Intent.SNOOZE, Intent.HANDOVER})


def only_retired(services: Services, turn: Spoken) -> Message | None:
    """That the channels that were named are retired; None where one of them is not, or none was named. What somebody
    tells of their own is of a retired one where they keep no other that is called so."""
    query, person = turn.reading.query, turn.actor.person.id
    if turn.reading.intent not in _OF_CHANNELS_IN_USE or query.is_empty or query.sought:
        return None
    listed, retired = turn.register.find(query), turn.register.find_retired(query)
    if listed and turn.reading.intent in _OF_ONE_S_OWN and not any(one.is_kept_by(person) for one in listed):
        retired = tuple(one for one in retired if one.is_kept_by(person))
    elif listed:
        return None
    if not retired:
        return None
    meant = ChannelQuery(names=tuple(channel.id for channel in retired))
    found = services.lookup.find_any(turn.register, turn.actor, meant, turn.at)
    tells = turn.actor.may_keep_channels and not turn.actor.is_ict_secretary
    return out_of_use.retired(found.channels, turn.text, turn.texts, tells=tells)
