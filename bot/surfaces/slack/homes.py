"""The bot's home in Slack, where each person sees what is theirs (https://docs.slack.dev/surfaces/app-home)."""

import logging
from datetime import datetime

from bot.conversation.exchange import Pressed
from bot.messages.model import Action, Message, Verb
from bot.surfaces.slack.connection import SlackError
from bot.surfaces.slack.conversing import Conversing
from bot.surfaces.slack.showing import Showing

logger = logging.getLogger(__name__)


async def show_home(conversing: Conversing, showing: Showing, user_id: str, at: datetime) -> None:
    """Draw the home of the account as things are now. What Slack refuses is logged: nobody is told of it."""
    outcome = await conversing.outcome(user_id, Pressed(Action(Verb.HOME)), at, alone=True)
    if not isinstance(outcome.reply, Message):
        return
    try:
        await showing.publish_home(user_id, showing.parts.first(outcome.reply))
    except SlackError as error:
        logger.warning("A home could not be drawn", extra={"why": error.code})
