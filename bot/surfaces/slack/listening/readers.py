"""Who reads along in a conversation: only our own people, or those of other organisations as well (Slack Connect).

Events say it of the conversation that they come from; commands and presses do not, and to ask Slack would take a scope
by which the bot could look into all channels (https://docs.slack.dev/apis/slack-connect). So it is remembered, in
memory: for as long as the bot runs that others read along, and for a day that they do not, as a conversation can be
shared later.
"""

from datetime import datetime, timedelta
from typing import Final

from bot.conversation.exchange import Outcome, Pressed
from bot.conversation.sharing import WITH_ALL
from bot.messages.model import Action
from bot.surfaces.newest import Newest
from bot.surfaces.slack.conversing import Conversing
from bot.surfaces.slack.listening.interaction import Interaction

_STAYS: Final = timedelta(days=1)
_CONVERSATIONS: Final = 5_000
"""How many conversations are remembered; of older ones it is not known again."""


class Readers:
    """What was heard of conversations, by their ids."""

    def __init__(self) -> None:
        self._outside: Newest[str, datetime] = Newest(_CONVERSATIONS)
        self._inside: Newest[str, datetime] = Newest(_CONVERSATIONS)

    def heard(self, conversation: str, at: datetime, *, outside: bool) -> None:
        """An event from there says whether people of other organisations are in it."""
        known, other = (self._outside, self._inside) if outside else (self._inside, self._outside)
        other.pop(conversation, None)
        known[conversation] = at

    def told_inside(self, conversation: str, at: datetime) -> None:
        """Somebody there says that only our own people are; what Slack has said counts for more."""
        if conversation and conversation not in self._outside:
            self._inside[conversation] = at

    def has_outsiders(self, conversation: str) -> bool:
        """Whether people of other organisations read along, as far as is known."""
        return conversation in self._outside

    def is_unsure(self, conversation: str, at: datetime) -> bool:
        """Whether they may, for all that is known."""
        known = self._inside.get(conversation)
        return known is None or at - known > _STAYS


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
