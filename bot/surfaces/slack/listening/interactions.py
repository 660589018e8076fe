"""Commands, presses, modals and shortcuts: each is acknowledged at once, and answered with it or right after it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from slack_bolt.async_app import AsyncAck

from bot.conversation.actions import StaleActionError, decode
from bot.conversation.exchange import Asked, Content, Outcome, Pressed, Said, Visibility
from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.errors import SomebotError
from bot.messages.model import Action, Message, Verb
from bot.messages.parts import say
from bot.services.ports import Clock
from bot.surfaces.background import Background
from bot.surfaces.slack.connection import SlackError
from bot.surfaces.slack.conversing import Conversing
from bot.surfaces.slack.markup import in_words, words_of
from bot.surfaces.slack.origin import Origin
from bot.surfaces.slack.rendering.blocks import SlackMessage
from bot.surfaces.slack.rendering.forms import errors_response, read_origin, read_submission, render_form
from bot.surfaces.slack.showing import MORE, Showing, form_too_late, reply_payload, result_view, saving_view

logger = logging.getLogger(__name__)

Body = Mapping[str, Any]

SHORTCUTS: Final = {"ask": "ask", "register_channel": "register"}
"""The global shortcuts by their ``callback_id``, with the form that each opens."""
MESSAGE_SHORTCUT: Final = "guideline"
"""The shortcut on a message: what does the guideline say?"""
_ACKNOWLEDGED: Final = 0.3
"""Seconds in which Slack has drawn what an acknowledgement asked it to draw, before it is drawn anew."""


class MalformedError(SomebotError):
    """A signed request lacks what Slack always sends."""


def _mapping(value: object) -> Body:
    return value if isinstance(value, Mapping) else {}


@dataclass(frozen=True, slots=True)
class Interaction:
    """What somebody did: who, when, where a reply goes, and what opens a modal. ``text`` is what they typed,
    ``conversation`` where, or where they pressed."""

    user_id: str
    at: datetime
    origin: Origin | None
    trigger_id: str
    text: str = ""
    view_id: str = ""
    view_state: str = ""
    conversation: str = ""

    @property
    def identity(self) -> str:
        """Who did it, as the register knows them."""
        return f"slack:{self.user_id}"

    @classmethod
    def of(cls, body: Body, at: datetime, text: str = "") -> Interaction:
        """From the body of a request. Raises MalformedError."""
        try:
            view: Body = body.get("view") or {}
            return cls(
                user_id=str(body.get("user_id") or body["user"]["id"]),
                at=at,
                origin=Origin.of(body, at),
                trigger_id=str(body.get("trigger_id") or ""),
                text=text,
                view_id=str(view.get("id") or ""),
                view_state=str(view.get("hash") or ""),
                conversation=str(body.get("channel_id") or _mapping(body.get("channel")).get("id") or ""),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise MalformedError("somebody did something, and it is not said who") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Interactions:
    """Answers to what people do on purpose. ``language`` is that of replies to nobody in particular."""

    conversing: Conversing
    showing: Showing
    background: Background
    clock: Clock
    language: Language

    async def command(self, ack: AsyncAck, body: Body) -> None:
        """The slash command."""
        done = Interaction.of(body, self.clock.now(), words_of(str(body.get("text") or "")))
        outcome = await self.background.quickly(
            self._outcome(done, Said(done.text)),
            partial(self._show, done),
            done.identity,
            done.at,
        )
        if outcome is None:
            await ack()
        elif isinstance(outcome.reply, Form) or done.origin is None:
            await ack()
            await self._reply(done, self._show(done, outcome))
        else:
            part = self.showing.parts.first(outcome.reply)
            shared = outcome.visibility is Visibility.CONVERSATION
            payload = reply_payload(done.origin, part, shared=shared)
            del payload["replace_original"]  # there is none
            await ack(**payload)

    async def press(self, ack: AsyncAck, body: Body) -> None:
        """A button."""
        done = Interaction.of(body, self.clock.now())
        match body:
            case {"actions": [{"action_id": str(action_id), **element}, *_]}:
                await ack()
                await self._reply(done, self._pressed(done, action_id, str(element.get("value") or "")))
            case _:
                raise MalformedError("a press without a button")

    async def submission(self, ack: AsyncAck, body: Body) -> None:
        """A modal that was sent in. What is wrong shows at the fields; what comes of it, where the modal was opened."""
        done = Interaction.of(body, self.clock.now())
        view: Body = body.get("view") or {}
        try:
            sent = read_submission(view)
        except StaleActionError:
            await self._redraw(ack, say(self.language, "stale-button"))
            return
        origin = read_origin(view)
        outcome = await self.background.quickly(
            self._outcome(done, sent),
            partial(self._saved, done, origin),
            done.identity,
            done.at,
        )
        if outcome is None:
            first = sent.subject[0] if sent.subject else ""
            language = Language(first) if first in set(Language) else self.language
            await ack(response_action="update", view=saving_view(language))
        elif isinstance(outcome.reply, Form):
            await ack(**errors_response(outcome.reply, sent, origin))
        elif origin is None or done.at >= origin.until:
            await self._redraw(ack, outcome.reply)
        else:
            await ack(response_action="clear")
            await self._reply(done, self._show(replace(done, origin=origin), outcome))

    async def shortcut(self, ack: AsyncAck, body: Body) -> None:
        """A global shortcut: opens a form where there is no line to type on."""
        done = Interaction.of(body, self.clock.now())
        await ack()
        press = Pressed(Action(Verb.OPEN_FORM, (SHORTCUTS[body["callback_id"]], "", "")))
        await self._reply(done, self._answer(done, self._outcome(done, press)))

    async def message_shortcut(self, ack: AsyncAck, body: Body) -> None:
        """What does the guideline say on somebody's message? For the person who asks, alone."""
        done = Interaction.of(body, self.clock.now())
        await ack()
        text = words_of(str(_mapping(body.get("message")).get("text") or "")).strip()
        content = Asked(text) if text else Said("")
        await self._reply(done, self._answer(done, self._outcome(done, content)))

    async def _outcome(self, done: Interaction, content: Content) -> Outcome:
        return await self.conversing.outcome(done.user_id, content, done.at, conversation=done.conversation)

    async def _reply(self, done: Interaction, work: Coroutine[Any, Any, None]) -> None:
        await self.background.reply(work, done.identity, done.at)

    async def _answer(self, done: Interaction, outcome: Awaitable[Outcome]) -> None:
        await self._show(done, await outcome)

    async def _pressed(self, done: Interaction, action_id: str, value: str) -> None:
        if action_id == MORE:
            await self._show_more(done, value)
            return
        try:
            content = Pressed(in_words(decode(value)))
        except StaleActionError:
            await self._show(done, Outcome(say(self.language, "stale-button")))
        else:
            await self._show(done, await self._outcome(done, content))

    async def _show_more(self, done: Interaction, value: str) -> None:
        found = self.showing.parts.next(value)
        if found is None:
            await self._show(done, Outcome(say(self.language, "more-gone")))
        elif done.origin is None:
            await self._in_modal(done, *found)
        else:
            await self.showing.reply(done.origin, done.user_id, found[0], done.at, shared=False)

    async def _show(self, done: Interaction, outcome: Outcome) -> None:
        if isinstance(outcome.reply, Form):
            await self._open(done, outcome.reply)
            return
        part = self.showing.parts.first(outcome.reply)
        if done.origin is None:
            await self._in_modal(done, part, outcome.reply.language)
            return
        shared = outcome.visibility is Visibility.CONVERSATION
        await self.showing.reply(done.origin, done.user_id, part, done.at, shared=shared, replace=outcome.replaces)

    async def _open(self, done: Interaction, form: Form) -> None:
        try:
            await self.showing.open_view(done.trigger_id, render_form(form, done.origin), above=bool(done.view_id))
        except SlackError as error:
            if error.uncertain:
                raise
            logger.warning("A form could not be opened", extra={"why": error.code})
            again = form_too_late(done.text, form.language) if done.text else say(form.language, "form-press-again")
            part = self.showing.parts.first(again)
            if done.origin:
                await self.showing.reply(done.origin, done.user_id, part, done.at, shared=False)
            else:
                await self.showing.post(done.user_id, part)

    async def _in_modal(self, done: Interaction, part: SlackMessage, language: Language) -> None:
        """Show ``part`` where there is no conversation to reply in: in the open modal, or in a new one."""
        view = result_view(part, language)
        try:
            if done.view_id:
                await self.showing.update_view(done.view_id, view, done.view_state)
            else:
                await self.showing.open_view(done.trigger_id, view)
        except SlackError as error:
            if error.uncertain:
                raise
            if error.code != "hash_conflict":  # a second press, while the first one was answered
                logger.warning("A modal could not be shown", extra={"why": error.code})
                await self.showing.post(done.user_id, part)

    async def _saved(self, done: Interaction, origin: Origin | None, outcome: Outcome) -> None:
        """Show what came of a form that took its time: in the modal that says that it is being saved, and in place of
        the message that it was opened from, where the outcome is meant for that."""
        reachable = origin is not None and origin.on_message and done.at < origin.until
        changes = reachable and outcome.replaces and isinstance(outcome.reply, Message)
        await asyncio.sleep(_ACKNOWLEDGED)
        if isinstance(outcome.reply, Form):
            view = render_form(outcome.reply, origin)
        else:
            view = result_view(self.showing.parts.first(outcome.reply), outcome.reply.language)
        try:
            await self.showing.update_view(done.view_id, view)
        except SlackError as error:  # the person has closed it
            logger.info("A modal was closed before its outcome", extra={"why": error.code})
            if isinstance(outcome.reply, Message) and not changes and not error.uncertain:
                await self.showing.post(done.user_id, self.showing.parts.first(outcome.reply))
        if changes:
            await self._show(replace(done, origin=origin), outcome)

    async def _redraw(self, ack: AsyncAck, message: Message) -> None:
        await ack(response_action="update", view=result_view(self.showing.parts.first(message), message.language))
