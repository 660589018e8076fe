"""Commands, presses, modals and shortcuts: each is acknowledged at once, and answered with it or right after it."""

import asyncio
import logging
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from slack_bolt.async_app import AsyncAck

from bot.conversation.actions import StaleActionError, decode
from bot.conversation.exchange import Asked, Content, Outcome, Pressed, Said, Visibility
from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.messages.model import Action, Message, Verb
from bot.messages.parts import say
from bot.surfaces.background import Background, releasing
from bot.surfaces.slack.connection import SlackError
from bot.surfaces.slack.conversing import Conversing
from bot.surfaces.slack.listening.interaction import Body, Interaction, MalformedError
from bot.surfaces.slack.listening.readers import Readers, to_share
from bot.surfaces.slack.markup import in_words, words_in, words_of
from bot.surfaces.slack.origin import URL_LIFE, Origin, mapping
from bot.surfaces.slack.rendering.blocks import SlackMessage
from bot.surfaces.slack.rendering.forms import errors_response, read_origin, read_submission, render_form
from bot.surfaces.slack.showing import (
    MORE,
    SHARE_TO,
    Showing,
    form_too_late,
    reply_payload,
    result_view,
    saving_view,
    share_view,
    show_home,
)
from bot.surfaces.surface import Bot

logger = logging.getLogger(__name__)

SHORTCUTS: Final = {"ask": "ask", "register_channel": "register"}
"""The global shortcuts by their ``callback_id``, with the form that each opens."""
MESSAGE_SHORTCUT: Final = "guideline"
"""The shortcut on a message: what does the guideline say?"""
_ACKNOWLEDGED: Final = 0.3
"""Seconds in which Slack has drawn what an acknowledgement asked it to draw, before it is drawn anew."""


@dataclass(frozen=True, slots=True)
class Interactions:
    """Answers to what people do on purpose."""

    bot: Bot
    conversing: Conversing
    showing: Showing
    background: Background
    readers: Readers

    async def command(self, ack: AsyncAck, body: Body) -> None:
        """The slash command."""
        done = Interaction.of(body, self.bot.clock.now(), words_of(str(body.get("text") or "")))
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
        """A button, or something picked from a list."""
        done = Interaction.of(body, self.bot.clock.now())
        match body:
            case {"actions": [{"action_id": str(action_id), **element}, *_]}:
                await ack()
                picked = mapping(element.get("selected_option"))
                value = str(element.get("value") or picked.get("value") or "")
                await self._reply(done, self._pressed(done, action_id, value))
            case _:
                raise MalformedError("a press without a button")

    async def submission(self, ack: AsyncAck, body: Body) -> None:
        """A modal that was sent in. What is wrong shows at the fields; what comes of it, where the modal was opened."""
        done = Interaction.of(body, self.bot.clock.now())
        view: Body = body.get("view") or {}
        if view.get("callback_id") == SHARE_TO:
            await ack(response_action="clear")
            await self._reply(done, self._share_to(done, body, str(view.get("private_metadata") or "")))
            return
        try:
            sent = read_submission(view)
        except StaleActionError:
            await self._redraw(ack, say(self.bot.language, "stale-button"))
            return
        origin = read_origin(view)
        alone = origin is not None and bool(origin.direct)
        outcome = await self.background.quickly(
            self._outcome(done, sent, alone=alone),
            partial(self._saved, done, origin),
            done.identity,
            done.at,
        )
        if outcome is None:
            first = sent.subject[0] if sent.subject else ""
            language = Language(first) if first in set(Language) else self.bot.language
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
        done = Interaction.of(body, self.bot.clock.now())
        await ack()
        press = Pressed(Action(Verb.OPEN_FORM, (SHORTCUTS[body["callback_id"]], "", "")))
        await self._reply(done, self._answer(done, press))

    async def unknown(self, ack: AsyncAck, body: Body) -> None:
        """A button, a list or a shortcut that this version does not have: of an old message, or an old app."""
        done = Interaction.of(body, self.bot.clock.now())
        await ack()
        await self._reply(done, self._say(done, "stale-button"))

    async def message_shortcut(self, ack: AsyncAck, body: Body) -> None:
        """What does the guideline say on somebody's message? For the person who asks, alone."""
        done = Interaction.of(body, self.bot.clock.now())
        await ack()
        if text := words_in(mapping(body.get("message"))):
            await self._reply(done, self._answer(done, Asked(text)))
        else:
            await self._reply(done, self._say(done, "message-no-text"))

    async def _outcome(self, done: Interaction, content: Content, *, alone: bool = False) -> Outcome:
        return await self.conversing.outcome(
            done.user_id,
            content,
            done.at,
            alone=alone,
            conversation=done.conversation,
            replies_to=done.origin.replies_to if done.origin else "",
        )

    async def _reply(self, done: Interaction, work: Coroutine[Any, Any, None]) -> None:
        await self.background.reply(work, done.identity, done.at)

    async def _answer(self, done: Interaction, content: Content) -> None:
        await self._show(done, await self._outcome(done, content))

    async def _say(self, done: Interaction, key: str) -> None:
        """Tell what the surface itself has to say, which the texts have under ``key``."""
        await self._show(done, Outcome(say(self.bot.language, key)))

    async def _pressed(self, done: Interaction, action_id: str, value: str) -> None:
        if action_id == MORE:
            await self._show_more(done, value)
            return
        try:
            action = in_words(decode(value))
        except StaleActionError:
            await self._say(done, "stale-button")
            return
        if action.verb is Verb.SHARE:
            await self._share(done, action, value)
            return
        alone = done.at_home or (done.origin is not None and bool(done.origin.direct))
        outcome = await self._outcome(done, Pressed(action), alone=alone)
        if done.at_home and outcome.replaces:
            await show_home(self.conversing, self.showing, done.user_id, done.at)
        else:
            await self._show(done, outcome)

    async def _share(self, done: Interaction, action: Action, value: str) -> None:
        """Share an answer once, and take away the one that only the person saw; where there is no conversation, ask
        which is meant."""
        if done.origin is None:
            await self.showing.open_view(
                done.trigger_id, share_view(value, action.language or self.bot.language), above=bool(done.view_id)
            )
            return
        key = [f"share/{done.user_id}/{done.message}"]
        if not await self.bot.claims.take(key):
            return
        with releasing(self.bot.claims, key):
            outcome = await to_share(self.conversing, self.readers, done, action, done.conversation)
            await self._show(done, outcome)
        if outcome.visibility is not Visibility.CONVERSATION:  # who reads it is asked first, or it was refused
            self.bot.claims.release(key)
            return
        self.bot.claims.settle(key)
        if done.origin.ephemeral and done.at < done.origin.until:
            await self.showing.withdraw(done.origin)

    async def _share_to(self, done: Interaction, body: Body, value: str) -> None:
        """Share an answer in the conversation that was chosen; Slack tells the address to post to."""
        match body.get("response_urls"):
            case [{"response_url": str(url), **where}, *_]:
                origin = Origin(url, done.at + URL_LIFE)
                place = str(where.get("channel_id") or "")
                outcome = await to_share(self.conversing, self.readers, done, in_words(decode(value)), place)
                await self._show(replace(done, origin=origin), outcome)

    async def _show_more(self, done: Interaction, value: str) -> None:
        found = self.showing.parts.next(value)
        if found is None:
            await self._say(done, "more-gone")
        else:
            await self._give(done, found)

    async def _show(self, done: Interaction, outcome: Outcome) -> None:
        if isinstance(outcome.reply, Form):
            await self._open(done, outcome.reply)
            return
        shared = outcome.visibility is Visibility.CONVERSATION
        await self._give(done, self.showing.parts.first(outcome.reply), shared=shared, replace=outcome.replaces)

    async def _give(
        self, done: Interaction, part: SlackMessage, *, shared: bool = False, replace: bool = False
    ) -> None:
        """Show ``part`` where something was done: in the conversation, or in a modal where there is none."""
        if done.origin is None:
            await self._in_modal(done, part)
        else:
            await self.showing.reply(done.origin, done.user_id, part, done.at, shared=shared, replace=replace)

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

    async def _in_modal(self, done: Interaction, part: SlackMessage) -> None:
        """Show ``part`` where there is no conversation to reply in: in a new modal, above the one that is open, so that
        there is a way back to it."""
        view = result_view(part)
        try:
            await self.showing.open_view(done.trigger_id, view, above=bool(done.view_id))
        except SlackError as error:
            if error.uncertain:
                raise
            if error.code == "push_limit_reached":
                await self.showing.update_view(done.view_id, view)
            else:
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
            view = result_view(self.showing.parts.first(outcome.reply))
        try:
            await self.showing.update_view(done.view_id, view)
        except SlackError as error:  # the person has closed it
            logger.info("A modal was closed before its outcome", extra={"why": error.code})
            if isinstance(outcome.reply, Message) and not changes and not error.uncertain:
                await self.showing.post(done.user_id, self.showing.parts.first(outcome.reply))
        if changes:
            await self._show(replace(done, origin=origin), outcome)

    async def _redraw(self, ack: AsyncAck, message: Message) -> None:
        await ack(response_action="update", view=result_view(self.showing.parts.first(message)))
