"""How what is said gets to people: as cards in a conversation, for one person's eyes, in a dialog."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.conversation.exchange import Outcome, Visibility
from bot.conversation.forms.form import Form
from bot.messages.model import Message
from bot.messages.plain_text import plain_text
from bot.surfaces.teams.activities import Activity
from bot.surfaces.teams.connection import Connector, ConnectorError, Json
from bot.surfaces.teams.rendering import card, cards, form

logger = logging.getLogger(__name__)

CARD: Final = "application/vnd.microsoft.card.adaptive"
_WORDS: Final = "application/vnd.microsoft.activity.message"
_DONE: Final = "✓"
_SUMMARY: Final = 200
"""How many characters a notification on the phone shows of a message."""


def attachment(content: Json) -> Json:
    """A card as Teams takes it."""
    return {"contentType": CARD, "content": content}


def as_activities(reply: Message | Form) -> list[Json]:
    """``reply`` as what is posted, one after the other."""
    words = reply.title if isinstance(reply, Form) else plain_text(reply)
    summary = " ".join(words.split())[:_SUMMARY]
    return [
        {"type": "message", "attachments": [attachment(one)], "summary": summary, "locale": reply.language.value}
        for one in _cards(reply)
    ]


@dataclass(frozen=True, slots=True)
class TeamsShowing:
    """Shows what comes of what people do."""

    connector: Connector

    async def post(self, activity: Activity, outcome: Outcome) -> None:
        """Reply in the conversation of ``activity``: for all there, or for the sender alone. Raises ConnectorError."""
        replies = as_activities(outcome.reply)
        if activity.place.is_personal or outcome.visibility is Visibility.CONVERSATION:
            await self._say(activity, replies)
            return
        try:
            await self._say(activity, replies, only_to=activity.sender.id)
        except ConnectorError as error:
            if error.uncertain:
                raise
            logger.info("A message for one person's eyes goes to them by itself", extra={"why": error.code})
            await self._to_sender(activity, replies)

    async def replace(self, activity: Activity, outcome: Outcome) -> None:
        """Put the outcome in the place of the message whose button was pressed; where there is none any more, reply.
        Raises ConnectorError."""
        first, *rest = as_activities(outcome.reply)
        place = activity.place
        try:
            await self.connector.update(place.service_url, place.id, activity.reply_to, first)
        except ConnectorError as error:
            if error.uncertain:
                raise
            await self.post(activity, outcome)
        else:
            await self._say(activity, rest)

    async def settle(self, activity: Activity, outcome: Outcome) -> None:
        """Show what came of a press or a form where that is meant to be. Raises ConnectorError."""
        await (
            self.replace(activity, outcome) if activity.reply_to and outcome.replaces else self.post(activity, outcome)
        )

    async def take_away(self, activity: Activity) -> None:
        """Remove the form that somebody has closed. Raises ConnectorError."""
        if activity.reply_to:
            await self.connector.delete(activity.place.service_url, activity.place.id, activity.reply_to)

    async def _say(self, activity: Activity, replies: Sequence[Json], *, only_to: str = "") -> None:
        place = activity.place
        for reply in replies:
            await self.connector.send(place.service_url, place.id, reply, only_to=only_to)

    async def _to_sender(self, activity: Activity, replies: Sequence[Json]) -> None:
        place, sender = activity.place, activity.sender
        own = await self.connector.open_personal(place.service_url, activity.bot, place.tenant, sender.id)
        for reply in replies:
            await self.connector.send(place.service_url, own, reply)


def _cards(reply: Message | Form) -> Sequence[Json]:
    return [form(reply)] if isinstance(reply, Form) else cards(reply)


def _only_card(reply: Message | Form) -> Json:
    """Where one card alone is shown: of a message that is longer, the beginning and a word that it goes on."""
    return form(reply) if isinstance(reply, Form) else card(reply)


def dialog(reply: Message | Form) -> Json:
    """What a dialog shows: a form, again where something is wrong with it, or what came of one."""
    look = {"title": reply.title, "height": "large"} if isinstance(reply, Form) else {"height": "medium"}
    return {"task": {"type": "continue", "value": {**look, "width": "medium", "card": attachment(_only_card(reply))}}}


def in_place(reply: Message | Form) -> Json:
    """What an answered press shows in the place of its card."""
    return {"statusCode": 200, "type": CARD, "value": _only_card(reply)}


def acknowledged(words: str = _DONE) -> Json:
    """The answer to a press whose outcome is a message of its own."""
    return {"statusCode": 200, "type": _WORDS, "value": words}


def closing(words: str) -> Json:
    """What a dialog says last; what comes of it follows as a message."""
    return {"task": {"type": "message", "value": words}}
