"""What is there already of a channel that is to be registered: the channel itself, or a decided proposal of it."""

from bot.conversation.turn import Services, Spoken
from bot.domain.channels import Channel
from bot.domain.decisions import Waiting
from bot.language.inflection import is_form_of
from bot.language.lexicon import words_of
from bot.messages import decisions as decision_messages
from bot.messages.model import Message
from bot.messages.parts import message, paragraph
from bot.messages.register import channels as channel_messages
from bot.services.decisions.rights import todo


async def there_already(services: Services, turn: Spoken) -> Message | None:
    """The channel at the address that was said, or the decided proposals of what is to be registered."""
    query = turn.reading.query
    if turn.reading.address and query.names:
        found = services.look_up(turn, query)
        card = channel_messages.owners(found, "", None, turn.texts, shareable=False, keeper=True)
        return message(turn.texts, paragraph(turn.texts("register-there")), card.blocks)
    waiting = [
        case
        for case in await services.decisions.seen_by(turn.actor, turn.register)
        if todo(turn.actor, case.proposal) is Waiting.ENTER and _is_meant(turn, case.proposal.channel)
    ]
    return decision_messages.to_enter(waiting, turn.texts) if waiting else None


def _is_meant(turn: Spoken, channel: Channel) -> bool:
    """Whether ``channel`` may be what somebody wants registered: on the service that was said, and called by a word of
    what was said, as far as either was."""
    query = turn.reading.query
    if query.platforms and channel.platform not in query.platforms:
        return False
    names = [word for text in (channel.name, *channel.unit.spellings) for word in words_of(text)]
    said = words_of(query.sought) + [word for unit in query.units for word in words_of(unit)]
    said += [word for word in words_of(turn.reading.details.get("name", "")) if word != channel.platform]
    return not said or any(is_form_of(one, name) or is_form_of(name, one) for one in said for name in names)
