"""The one way through: what a person did comes in, the reply goes out, on every surface alike."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Asked, Content, Incoming, Outcome, Pressed, Said, Submitted, Understood
from bot.conversation.forms import one_line
from bot.conversation.forms import register as catalogue
from bot.conversation.pressing import press
from bot.conversation.replies import channels as looking_up
from bot.conversation.replies import gaps as closing_gaps
from bot.conversation.replies import guideline as asking
from bot.conversation.replies import maintainers as maintaining
from bot.conversation.replies import register as keeping
from bot.conversation.submitting import submit
from bot.conversation.turn import Reply, Services, Spoken, Turn, private, shared
from bot.domain.language import Language
from bot.domain.people import Actor, Person
from bot.domain.register import Register
from bot.errors import SomebotError, StoreError, without_words
from bot.knowledge.content.words import UnitWords
from bot.language.redaction import sensitive
from bot.messages.model import Action, Message, Verb
from bot.messages.parts import say
from bot.messages.problems import failure, not_allowed
from bot.services.access import Access, NotAllowedError
from bot.services.committing import UnknownChannelError
from bot.services.rate_limit import RateLimit
from bot.services.register.keeping import NothingToUndoError
from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.vocabulary import Vocabulary

logger = logging.getLogger(__name__)

_REPLIES: Mapping[Intent, Reply] = {
    Intent.ASK: asking.ask,
    Intent.PROPOSE: asking.propose,
    Intent.HELP: asking.show_help,
    Intent.SMALLTALK: asking.chat,
    Intent.UNKNOWN: asking.not_understood,
    Intent.OWNER: looking_up.owner,
    Intent.CHANNELS: looking_up.channels,
    Intent.VERIFY: looking_up.verify,
    Intent.MINE: looking_up.mine,
    Intent.ME: looking_up.me,
    Intent.UPDATED: maintaining.updated,
    Intent.SNOOZE: maintaining.snooze,
    Intent.AWAY: maintaining.away,
    Intent.HANDOVER: maintaining.handover,
    Intent.REGISTER: keeping.register,
    Intent.EDIT: keeping.edit,
    Intent.RETIRE: keeping.retire,
    Intent.PAUSE: keeping.pause,
    Intent.LEFT: keeping.left,
    Intent.AUDIT: keeping.audit,
    Intent.REPORT: keeping.report,
    Intent.HISTORY: keeping.history,
    Intent.UNDO: keeping.undo,
    Intent.GAPS: closing_gaps.gaps,
    Intent.ENTRIES: closing_gaps.entries,
}
_SHAREABLE = frozenset({Intent.ASK, Intent.OWNER, Intent.CHANNELS, Intent.VERIFY})
"""Replies that only show something: sharing says them again for everybody, and must never do anything."""


_FOR_ALL = _SHAREABLE | {Intent.HELP, Intent.SMALLTALK, Intent.PROPOSE, Intent.UNKNOWN}
"""Replies that everybody in a conversation may see; what is about a person, and forms, stay with that person."""


class Conversation:
    """Handles what people say, press and fill in."""

    def __init__(
        self,
        services: Services,
        access: Access,
        words: UnitWords,
        default_language: Language,
        limit: RateLimit | None = None,
    ) -> None:
        self._services = services
        self._limit = limit or RateLimit(0)
        self._access = access
        self._words = words
        self._default_language = default_language
        self._vocabulary: tuple[int, Vocabulary] | None = None

    async def handle(self, incoming: Incoming) -> Outcome:
        """The reply to ``incoming``. Nothing is raised: what goes wrong is said, and what nobody foresaw is logged."""
        actor = self._access.actor(incoming.person, guest=incoming.guest).on(incoming.at.date())
        turn = Turn(
            actor,
            self._language(incoming, _language_of(incoming.content)),
            incoming.at,
            private=incoming.private,
            alone=incoming.alone,
        )
        try:
            match incoming.content:
                case Said(text) | Pressed(Action(Verb.SAY, (text,))):
                    return await self._said(incoming, actor, text)
                case Asked(text):
                    return await self._said(incoming, actor, text, meant=Intent.ASK)
                case Pressed(Action(Verb.MEANT, (intent, text))) if intent in set(Intent):
                    return replace(await self._said(incoming, actor, text, meant=Intent(intent)), replaces=True)
                case Submitted(form_id=catalogue.ASK, values=values):
                    return await self._said(incoming, actor, values.get("question", ""))
                case Pressed(Action(Verb.SHARE, args, language)):
                    return await self._share(incoming, actor, args, language)
                case Pressed(action):
                    return await press(self._services, turn, action)
                case Submitted() as submitted:
                    return await submit(self._services, turn, submitted)
        except SomebotError as error:
            return private(await self._refusal(error, turn))
        except Exception as error:  # the one place where an unforeseen failure becomes an apology
            return private(_apology(error, "failure", turn.language))

    async def understand(self, text: str, today: date) -> Understood:
        """How ``text`` would be read, without doing anything."""
        register = await self._services.lookup.register()
        reading = interpret(text, self._vocabulary_of(register), today)
        return Understood(reading, register, self._services.platforms)

    async def _said(
        self,
        incoming: Incoming,
        actor: Actor,
        text: str,
        *,
        meant: Intent | None = None,
        only: Collection[Intent] = frozenset(Intent),
    ) -> Outcome:
        """Reply to a text: to what it means, or to what somebody said is ``meant`` by it.

        Raises StaleActionError, and does nothing, where that is none of ``only``.
        """
        register = await self._services.lookup.register()
        head, given = (text, "") if meant is Intent.ASK else one_line.split(text)
        reading = interpret(head, self._vocabulary_of(register), incoming.at.date(), meant)
        if meant is None and not text.strip():
            reading = replace(reading, intent=Intent.HELP)
        if reading.intent not in only:
            raise StaleActionError("only what was looked up can be shared")
        turn = Spoken(
            actor=actor,
            language=self._language(incoming, reading.language),
            at=incoming.at,
            private=incoming.private,
            alone=incoming.alone,
            shareable=incoming.private and not incoming.alone and meant is None and reading.intent in _SHAREABLE,
            text=text,
            reading=reading,
            given=given,
        )
        if not self._limit.allows(actor.person.id, incoming.at):
            return private(say(turn.language, "too-many-questions"))
        personal = sensitive(text)
        try:
            outcome = await self._reply(turn, personal=personal)
        except SomebotError as error:
            outcome = private(await self._refusal(error, turn))
        understood = Understood(reading, register, self._services.platforms)
        outcome = Outcome(outcome.reply, outcome.visibility, outcome.replaces, understood)
        for_all = not incoming.private and reading.intent in _FOR_ALL and not personal
        return shared(outcome) if for_all else outcome

    async def _reply(self, turn: Spoken, *, personal: bool) -> Outcome:
        """What was asked for. A text with what nobody should send goes no further than to the guideline."""
        if personal and turn.reading.intent is not Intent.ASK:
            return private(say(turn.language, "sensitive"))
        reply = asking.ask_back if turn.reading.close else _REPLIES[turn.reading.intent]
        return await reply(self._services, turn)

    async def _share(
        self, incoming: Incoming, actor: Actor, args: tuple[str, ...], language: Language | None
    ) -> Outcome:
        """Say again, for everybody, what the person was told; the text is the one that the person typed."""
        text = args[0] if args else ""
        person = replace(incoming.person, language=language or incoming.person.language)
        return shared(await self._said(replace(incoming, person=person, private=False), actor, text, only=_SHAREABLE))

    def _language(self, incoming: Incoming, of_text: Language | None) -> Language:
        """The text's language where it is clear, else the person's own choice, else the surface's, else the default."""
        return of_text or incoming.person.language or incoming.locale or self._default_language

    def _vocabulary_of(self, register: Register) -> Vocabulary:
        if self._vocabulary is None or self._vocabulary[0] != register.version:
            self._vocabulary = (register.version, Vocabulary.of(register, self._services.platforms, self._words))
        return self._vocabulary[1]

    async def _refusal(self, error: SomebotError, turn: Turn) -> Message:
        """An expected error in words."""
        language = turn.language
        match error:
            case NotAllowedError():
                return not_allowed(error, await self._whom_to_ask(turn.actor), language)
            case StaleActionError():
                return say(language, "stale-button")
            case UnknownChannelError():
                return say(language, "unknown-channel")
            case NothingToUndoError():
                return say(language, "undo-too-late")
            case StoreError():
                return _apology(error, "store-failure", language)
            case _:
                return _apology(error, "failure", language)

    async def _whom_to_ask(self, actor: Actor) -> tuple[Person, ...]:
        """The ICT secretaries; nobody where the register, which knows their names, cannot be read just now."""
        try:
            return await self._services.lookup.secretaries(actor)
        except Exception:  # a refusal is a reply also then
            logger.exception("The ICT secretaries could not be looked up")
            return ()


def _apology(error: Exception, key: str, language: Language) -> Message:
    reference = secrets.token_hex(4)
    logger.error("A message could not be handled", extra={"reference": reference, **without_words(error)})
    return failure(reference, language) if key == "failure" else say(language, key, reference=reference)


def _language_of(content: Content) -> Language | None:
    """The language that the button or form was shown in; a form's subject begins with it."""
    match content:
        case Pressed(action):
            return action.language
        case Submitted(subject=(first, *_)) if first in set(Language):
            return Language(first)
        case _:
            return None
