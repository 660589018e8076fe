"""How what is said gets to people: by the address that came with a command or press, in a conversation, in a modal,
and in their home (https://docs.slack.dev/surfaces/app-home)."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Sequence
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final

from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.conversation.exchange import Pressed
from bot.domain.language import Language
from bot.messages.model import Action, Actions, Button, Message, Verb
from bot.messages.parts import as_button_argument, say
from bot.messages.texts import texts_in
from bot.surfaces.newest import Newest
from bot.surfaces.slack.connection import Connection, SlackError, retry_handlers
from bot.surfaces.slack.conversing import Conversing
from bot.surfaces.slack.origin import Origin
from bot.surfaces.slack.pictures import Pictures
from bot.surfaces.slack.rendering.blocks import SlackMessage, plain, render, with_note
from bot.surfaces.slack.rendering.rich import Json
from bot.surfaces.slack.token_health import UNANSWERED

logger = logging.getLogger(__name__)

MORE: Final = "more:1"
"""The id of the button that shows the next part of a long message. Its value names the parts that are kept."""
SHARE_TO: Final = "share_to"
"""The modal that asks where to share."""
_TRIGGER: Final = 2.0
"""Seconds that opening a modal may take: a trigger lives for three, and the person waits."""
_PARTS: Final = 500
"""How many long messages are kept, for those who want to read on."""
_TOO_MUCH: Final = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"})
"""Slack refuses how something is shown: better plain words than silence."""
_NOT_THERE: Final = frozenset({"channel_not_found", "not_in_channel"})
_TITLE = 24


class Portions:
    """What is left of messages that are longer than Slack takes. In memory: after a restart one asks again."""

    def __init__(self) -> None:
        self._kept: Newest[str, Sequence[SlackMessage]] = Newest(_PARTS)

    def first(self, message: Message) -> SlackMessage:
        """The message, or its first part with the button that shows more."""
        return self._with_more(render(message))

    def next(self, value: str) -> SlackMessage | None:
        """The part that the button with ``value`` shows; None where it is not kept any more."""
        kept = self._kept.get(value)
        return self._with_more(kept) if kept else None

    def _with_more(self, parts: Sequence[SlackMessage]) -> SlackMessage:
        first, *rest = parts
        if not rest:
            return first
        value = secrets.token_urlsafe(12)
        self._kept[value] = rest
        label = plain(texts_in(first.language)("button-more"), 75)
        press = {"type": "button", "action_id": MORE, "text": label, "value": value}
        return replace(first, blocks=[*first.blocks, {"type": "actions", "elements": [press]}])


class Showing:
    """Shows messages and forms. What Slack refuses is raised as SlackError, unless there is another way."""

    def __init__(self, connection: Connection) -> None:
        self._client, self._once = connection.client, connection.once
        self._session = connection.session
        self._pictures = Pictures(connection)
        self.parts = Portions()

    async def reply(
        self, origin: Origin, user_id: str, message: SlackMessage, at: datetime, *, shared: bool, replace: bool = False
    ) -> None:
        """Reply to a command or press, for the person alone unless ``shared``, in place of the message that was pressed
        where ``replace``. In the bot's own conversation with the person the reply lasts. Where the address does not
        work any more, they get a direct message.

        Raises SlackError.
        """
        if origin.direct and not replace and await self._lastingly(origin, message):
            return
        if at < origin.until:
            try:
                await self._send_by_url(origin, reply_payload(origin, message, shared=shared, replace=replace))
            except SlackError as error:
                if error.uncertain:
                    raise
                logger.warning("The address of a reply was refused", extra={"why": error.code})
            else:
                return
        await self.post(user_id, with_note(message, "reply-elsewhere"))

    async def _lastingly(self, origin: Origin, message: SlackMessage) -> bool:
        """Post below the message that was pressed; False in a conversation of two others, where the bot is not."""
        try:
            await self.post(origin.direct, message, origin.thread)
        except SlackError as error:
            if error.code not in _NOT_THERE:
                raise
            return False
        return True

    async def post(self, channel: str, message: SlackMessage, thread: str = "") -> None:
        """Post for all in a conversation, or to a person, whose id stands for the conversation with the bot.

        Raises SlackError.
        """
        if await self._pictures.post(message, lambda blocks: self._post(channel, message.text, blocks, thread)):
            return
        try:
            await self._post(channel, message.text, message.blocks, thread)
        except SlackError as error:
            if error.code not in _TOO_MUCH:
                raise
            logger.warning("Slack refused the blocks of a message", extra={"why": error.code})
            await self._post(channel, message.text, [], thread)

    async def whisper(self, channel: str, user_id: str, message: SlackMessage, thread: str = "") -> None:
        """Post in a conversation for one person's eyes only. Raises SlackError."""
        await _call(
            self._client.chat_postEphemeral(
                channel=channel, user=user_id, text=message.text, blocks=message.blocks, thread_ts=thread or None
            )
        )

    async def withdraw(self, origin: Origin) -> None:
        """Take away the message that was pressed, which only the person saw. Raises SlackError."""
        await self._send_by_url(origin, {"delete_original": True})

    async def open_view(self, trigger_id: str, view: Json, *, above: bool = False) -> None:
        """Open a modal, ``above`` the one that is open where there is one. Raises SlackError: a trigger lives for three
        seconds, so that nothing is waited for any longer or tried again."""
        call = self._once.views_push if above else self._once.views_open
        try:
            async with asyncio.timeout(_TRIGGER):
                await _call(call(trigger_id=trigger_id, view=view))
        except TimeoutError:
            raise SlackError("timeout") from None

    async def publish_home(self, user_id: str, message: SlackMessage) -> None:
        """Draw the person's home, of which there is one. Raises SlackError."""
        await _call(self._client.views_publish(user_id=user_id, view={"type": "home", "blocks": message.blocks}))

    async def update_view(self, view_id: str, view: Json, state: str = "") -> None:
        """Draw an open modal anew; with ``state``, its ``hash``, only where it has not changed since.

        Raises SlackError.
        """
        only = {"hash": state} if state else {}
        await _call(self._client.views_update(view_id=view_id, view=view, **only))

    async def _post(self, channel: str, text: str, blocks: list[Json], thread: str) -> None:
        await _call(
            self._client.chat_postMessage(
                channel=channel,
                text=text,
                blocks=blocks,
                thread_ts=thread or None,
                unfurl_links=False,
                unfurl_media=False,
            )
        )

    async def _send_by_url(self, origin: Origin, content: dict[str, Any]) -> None:
        webhook = AsyncWebhookClient(origin.url, session=self._session, retry_handlers=retry_handlers())
        try:
            answer = await webhook.send_dict(content)
        except UNANSWERED as error:
            raise SlackError.of(error) from None
        if answer.status_code != HTTPStatus.OK:
            raise SlackError(f"status {answer.status_code}", uncertain=answer.status_code >= 500)


def reply_payload(origin: Origin, message: SlackMessage, *, shared: bool, replace: bool = False) -> dict[str, Any]:
    """What answers a command, at once or by its address: for the person alone unless ``shared``.

    A message that is replaced stays with those who saw it.
    """
    replaces = replace and origin.on_message
    everybody = (not origin.ephemeral) if replaces else shared
    payload = {
        "text": message.text,
        "blocks": message.blocks,
        "response_type": "in_channel" if everybody else "ephemeral",
        "replace_original": replaces,
        "unfurl_links": False,
        "unfurl_media": False,
    }
    return {**payload, "thread_ts": origin.thread} if origin.thread else payload


def result_view(message: SlackMessage) -> Json:
    """A message as a modal to be read and closed."""
    texts = texts_in(message.language)
    return {
        "type": "modal",
        "callback_id": "result",
        "title": plain(texts("form-result"), _TITLE),
        "close": plain(texts("form-close"), _TITLE),
        "blocks": message.blocks,
    }


def saving_view(language: Language) -> Json:
    """What stands in a modal while what was sent in is being saved."""
    text = texts_in(language)("form-saving")
    return result_view(SlackMessage([{"type": "section", "text": plain(text, 3000)}], text, language))


def share_view(value: str, language: Language) -> Json:
    """The modal that asks where to share what the share button with ``value`` is about: where it was pressed, there is
    no conversation."""
    texts = texts_in(language)
    where = {"type": "conversations_select", "action_id": "to", "response_url_enabled": True}
    return {
        "type": "modal",
        "callback_id": SHARE_TO,
        "private_metadata": value,
        "title": plain(texts("share-where"), _TITLE),
        "submit": plain(texts("share-submit"), _TITLE),
        "close": plain(texts("form-cancel"), _TITLE),
        "blocks": [
            {
                "type": "input",
                "block_id": "to",
                "label": plain(texts("share-to"), 2000),
                "element": {**where, "default_to_current_conversation": True},
            }
        ],
    }


def form_offer(title: str, text: str, language: Language) -> Message:
    """The word that there is a form, with the button that opens it by saying ``text`` again; for where only a press can
    open one."""
    return _with_say_button(say(language, "form-ready", title=title), text)


def form_too_late(text: str, language: Language) -> Message:
    """The word that a form did not open in time, with the button that opens it by saying ``text`` again."""
    return _with_say_button(say(language, "form-too-late"), text)


def _with_say_button(message: Message, text: str) -> Message:
    label = texts_in(message.language)("button-open-form")
    press = Button(label, Action(Verb.SAY, (as_button_argument(text),), message.language))
    return Message((*message.blocks, Actions((press,))), message.language)


async def _call(call: Awaitable[object]) -> None:
    try:
        await call
    except UNANSWERED as error:  # SlackApiError is one of them
        raise SlackError.of(error) from None


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
