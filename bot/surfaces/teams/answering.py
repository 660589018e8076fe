"""Answers to what Teams sends. It waits 15 seconds for most, five for what somebody looks at, and then sends it again.

What somebody writes is acknowledged at once and answered by a message of its own. What they press or send in is
answered in the response, or, where that takes longer than Teams waits, by a message as well.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any, Final, TypeAlias

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Asked, Content, Incoming, Outcome, Said, Submitted
from bot.conversation.forms.form import Form
from bot.errors import SomebotError, without_words
from bot.messages.parts import say
from bot.messages.texts import texts_in
from bot.services.conversation_references import ConversationReference, ConversationReferences
from bot.surfaces.background import Background, releasing
from bot.surfaces.newest import Newest
from bot.surfaces.surface import Bot
from bot.surfaces.teams.activities import Activity, words_of_message
from bot.surfaces.teams.connection import Json
from bot.surfaces.teams.members import Members
from bot.surfaces.teams.rendering import submitted
from bot.surfaces.teams.showing import TeamsShowing, acknowledged, closing, dialog, in_place

logger = logging.getLogger(__name__)

_ANSWERS_KEPT: Final = 500
"""How many answers are kept for what is sent again: Teams' client tries twice more within seconds."""
_DIALOGS: Final = frozenset(
    {"task/fetch", "task/submit", "composeExtension/fetchTask", "composeExtension/submitAction"}
)
_PRESS: Final = "adaptiveCard/action"
_INSTALLED: Final = frozenset({"add", "add-upgrade"})


Answer: TypeAlias = Callable[[Activity, datetime], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers to activities. What is answered in the response may take ``waiting`` seconds."""

    bot: Bot
    members: Members
    references: ConversationReferences
    showing: TeamsShowing
    background: Background
    waiting: float
    answers: Newest[str, asyncio.Task[Json]] = field(default_factory=lambda: Newest(_ANSWERS_KEPT))

    async def answer(self, activity: Activity, at: datetime) -> Json | None:
        """What goes back with the response; None for nothing. What Teams sends and the bot does not know is nothing."""
        match activity.type:
            case "message":
                await self._take(activity, self._message, at)
            case "invoke" if activity.name == _PRESS or activity.name in _DIALOGS:
                return await self._invoke(activity, at)
            case "invoke" if activity.name.startswith("composeExtension/"):
                return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": []}}
            case "installationUpdate" | "conversationUpdate" if activity.place.is_personal:
                await self._take(activity, self._met, at)
        return None

    async def _take(self, activity: Activity, answer: Answer, at: datetime) -> None:
        """Let ``activity`` be answered once, however often it is sent."""
        await self.background.reply_once(_keys(activity), partial(answer, activity, at), activity.sender.identity, at)

    async def _message(self, activity: Activity, at: datetime) -> None:
        if activity.is_posted_card or not activity.sender.id or activity.sender.id == activity.bot:
            return
        if activity.place.is_personal:
            await self._keep(activity)
        if activity.value and not activity.text.strip():
            await self._pressed(activity, at)
            return
        identities = await self.members.identities(activity, at) if activity.people else {}
        words = activity.words(identities)
        first, _, rest = words.partition(" ")
        # Teams sends a slash command as the words that it begins with.
        is_command = first.lower() in (self.bot.command, self.bot.command[1:] if activity.is_targeted else "")
        outcome = await self._outcome(activity, Said(rest if is_command else words), at)
        await self.showing.post(activity, outcome)

    async def _pressed(self, activity: Activity, at: datetime) -> None:
        """A button, or a form, of a card that Teams sends on as a message."""
        content = self._wanted(activity)
        if content is None:
            await self.showing.take_away(activity)
            return
        outcome = content if isinstance(content, Outcome) else await self._outcome(activity, content, at)
        is_form = isinstance(content, Submitted)
        await self.showing.settle(activity, replace(outcome, replaces=outcome.replaces or is_form))

    async def _met(self, activity: Activity, at: datetime) -> None:
        """Somebody has the app now, or has it no longer."""
        if activity.type == "installationUpdate" and activity.action not in _INSTALLED:
            await self.references.drop(activity.sender.identity)
            return
        await self._keep(activity)
        if activity.type == "installationUpdate" and activity.action == "add":
            await self.showing.post(activity, await self._outcome(activity, Said(""), at))

    async def _keep(self, activity: Activity) -> None:
        """Remember where the person is written to."""
        sender, place = activity.sender, activity.place
        if not sender.object_id:
            return
        try:
            await self.references.keep(ConversationReference(sender.identity, place.service_url, place.id))
        except SomebotError as error:  # they get their reply all the same
            logger.warning("It could not be kept where somebody is written to", extra=without_words(error))

    async def _invoke(self, activity: Activity, at: datetime) -> Json:
        """The answer to what somebody waits for; the same one where it is sent again."""
        key = activity.key
        task = self.answers.get(key) if key else None
        if task is None:
            task = self.background.start(self._answered(activity, at))
            if key:
                self.answers[key] = task
        return await asyncio.shield(task)

    async def _answered(self, activity: Activity, at: datetime) -> Json:
        keys = _keys(activity)
        try:
            if not await self.bot.claims.take(keys):  # another process has answered it
                return acknowledged() if activity.name == _PRESS else {}
            with releasing(self.bot.claims, keys):
                answer = await self._in_response(activity, at)
        except BaseException:
            self.answers.pop(activity.key, None)
            raise
        self.bot.claims.settle(keys)
        return answer

    async def _in_response(self, activity: Activity, at: datetime) -> Json:
        content = self._wanted(activity)
        is_press = activity.name == _PRESS
        if content is None:
            return acknowledged() if is_press else {}
        if isinstance(content, Outcome):
            return self._shown(activity, content)
        outcome = await self.background.quickly(
            self._outcome(activity, content, at),
            partial(self.showing.settle, activity),
            activity.sender.identity,
            at,
            patience=self.waiting,
        )
        if outcome is None:
            words = texts_in(activity.locale or self.bot.language)("form-saving")
            return acknowledged(words) if is_press else closing(words)
        is_sent_in = isinstance(content, Submitted)
        if is_press and not (outcome.replaces or is_sent_in):
            await self._follow(activity, outcome, at)
            return acknowledged()
        goes_elsewhere = activity.place.is_personal or (outcome.replaces and activity.reply_to)
        if is_sent_in and not is_press and goes_elsewhere and not isinstance(outcome.reply, Form):
            await self._follow(activity, outcome, at)  # the dialog closes, and what came of it stays
            return {}
        return self._shown(activity, outcome)

    async def _follow(self, activity: Activity, outcome: Outcome, at: datetime) -> None:
        """Let the outcome follow the response as a message of its own."""
        await self.background.reply(self.showing.settle(activity, outcome), activity.sender.identity, at)

    def _shown(self, activity: Activity, outcome: Outcome) -> Json:
        """The outcome in the response itself: in the place of the card, or in a dialog."""
        is_press = activity.name == _PRESS
        return in_place(outcome.reply) if is_press else dialog(outcome.reply)

    def _wanted(self, activity: Activity) -> Content | Outcome | None:
        """What somebody wants who has pressed or sent something; None where they have only closed it, and what they are
        told where it is of an older version."""
        if activity.name == "composeExtension/fetchTask":
            text = words_of_message(activity.value)
            return Asked(text) if text else Said("")
        try:
            return submitted(activity.value)
        except StaleActionError:
            return Outcome(say(activity.locale or self.bot.language, "stale-button"))

    async def _outcome(self, activity: Activity, content: Content, at: datetime) -> Outcome:
        person, guest = await self.members.who(activity, at)
        alone = activity.place.is_personal
        private = alone or activity.is_targeted or activity.type != "message" or not isinstance(content, Said)
        return await self.bot.handle(
            Incoming(person, content, at, locale=activity.locale, guest=guest, private=private, alone=alone)
        )


def _keys(activity: Activity) -> list[str]:
    return [activity.key] if activity.key else []
