"""The one way through: what a person did comes in, the reply goes out, on every surface alike."""

import asyncio
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Asked, Content, Incoming, Outcome, Pressed, Said, Submitted, Understood
from bot.conversation.features import REPLIES, press, submit
from bot.conversation.forms import accounts, one_line
from bot.conversation.forms import questions as question_forms
from bot.conversation.meant_for import for_whom_it_is_not, opens_form
from bot.conversation.memory import LastReply, Memory
from bot.conversation.others_said import with_others
from bot.conversation.refusing import refusal
from bot.conversation.replies import people, trouble
from bot.conversation.replies.help import ask_back
from bot.conversation.replies.in_words import corrections, own_proposals, told_apart, what_waits
from bot.conversation.replies.register import requests
from bot.conversation.replies.register.retired import only_retired
from bot.conversation.sharing import share
from bot.conversation.turn import Services, Spoken, Turn, private, shared
from bot.conversation.vocabularies import Vocabularies
from bot.domain.language import Language
from bot.domain.register import ChannelQuery
from bot.errors import SomebotError
from bot.knowledge.content import common
from bot.knowledge.content.wording.words import UnitWords
from bot.language.days.spans import Span
from bot.language.redaction import Secret, secrets_in
from bot.messages.model import Action, Message, Verb
from bot.messages.parts import refuse_secrets, say
from bot.services.access import Access
from bot.services.questions.secrecy import publishes
from bot.services.rate_limit import RateLimit
from bot.understanding.commands import Intent
from bot.understanding.corrections import DEEDS, corrected
from bot.understanding.follow_ups import Antecedent, antecedent_of, go_on
from bot.understanding.interpret import interpret
from bot.understanding.learnt import answer_model, intent_model
from bot.understanding.reading import Reading
from bot.understanding.several import asked_in, questions_in, told_in

_Read = TypeVar("_Read")

_SHAREABLE = frozenset({Intent.ASK, Intent.READ, Intent.OWNER, Intent.CHANNELS, Intent.VERIFY})
"""Replies that only show something: sharing says them again for everybody, and must never do anything."""
_FOR_ALL = _SHAREABLE | {Intent.HELP, Intent.SMALLTALK, Intent.PROPOSE, Intent.UNKNOWN}
"""Replies that everybody in a conversation may see; what is about a person, and forms, stay with that person."""


_GO_ON = (corrections.gone_on, told_apart.told, trouble.settled, own_proposals.told, what_waits.answered)
"""Replies to what goes on from something that waits, the nearest first; each None where nothing does."""


class Conversation:
    """Handles what people say, press and fill in."""

    def __init__(
        self, services: Services, access: Access, words: UnitWords, default_language: Language, limit: RateLimit
    ) -> None:
        self._services = services
        self._limit = limit
        self._access = access
        self._default_language = default_language
        self._vocabularies = Vocabularies(services.platforms, words)
        self._memory = Memory()
        self._learning = asyncio.Lock()

    async def get_ready(self) -> None:
        """Work out beforehand what every look-up needs: of ten thousand channels, that takes a third of a second.
        Raises StoreError."""
        await self._vocabularies.of(await self._services.lookup.register())

    async def learn(self) -> None:
        """Learn, in some seconds beside the event loop, what texts are understood and answered by, so that nobody who
        writes first has to wait for it. Raises KnowledgeError."""
        await self._learn_to_understand(Language)
        await answer_model.learn()
        await self._services.answers.learn()
        common.subjects.cache_clear()  # they are learnt from once, and are some 3 MiB a language

    async def _learn_to_understand(self, languages: Iterable[Language]) -> None:
        async with self._learning:  # once for all who wait
            await intent_model.learn(languages)

    async def _when_learnt(self, read: Callable[[], _Read]) -> _Read:
        """What ``read`` makes of a text; of one that is no command, when it is learnt what people want."""
        while True:
            try:
                return read()
            except intent_model.NotLearntError as unlearnt:  # parts of a text may be in several languages
                await self._learn_to_understand(unlearnt.languages)

    async def handle(self, incoming: Incoming) -> Outcome:
        """The reply to ``incoming``. Nothing is raised: what goes wrong is said, and what nobody foresaw is logged."""
        actor = self._access.actor(incoming.person, guest=incoming.guest).on(incoming.at.date())
        language = self._language(incoming, _language_of(incoming.content))
        try:
            register = await self._services.lookup.register()
        except Exception as error:  # here and below, an unforeseen failure becomes an apology
            return private(refusal(error, (), language))
        turn = Turn(actor, language, register, incoming)
        try:
            outcome = await self._outcome(turn)
        except Exception as error:
            return private(self._refusal(error, turn))
        self._remember(incoming, outcome)
        return outcome

    async def understand(self, text: str, today: date) -> Understood:
        """How ``text`` would be read, without doing anything."""
        register = await self._services.lookup.register()
        vocabulary = await self._vocabularies.of(register)
        reading = await self._when_learnt(lambda: interpret(text, vocabulary, today))
        return Understood(reading, register, self._services.platforms)

    async def _outcome(self, turn: Turn) -> Outcome:
        match turn.incoming.content:
            case Said(text) | Pressed(Action(Verb.SAY, (text,))):
                return await self._first_of(turn, text)
            case Asked(text):
                first, *others = asked_in(text)
                return with_others(await self._said(turn, first, meant=Intent.ASK), others, turn.register, "also-asked")
            case Pressed(Action(Verb.MEANT, (intent, text))) if intent in set(Intent):
                return replace(await self._said(turn, text, meant=Intent(intent)), replaces=True)
            case Submitted(form_id=question_forms.ASK, values=values):
                return await self._said(turn, values.get("question", ""))
            case Submitted(form_id=accounts.VERIFY, values=values):
                return await self._said(turn, values.get("account", ""), meant=Intent.VERIFY)
            case Pressed(Action(Verb.SHARE, args, language)):
                return await share(partial(self._said, only=_SHAREABLE), turn, args, language)
            case Pressed(action):
                return await press(self._services, turn, action)
            case Submitted() as submitted:
                return await submit(self._services, turn, submitted)

    async def _first_of(self, turn: Turn, text: str) -> Outcome:
        """Reply to a text; of several questions in it to the first, with the others at a press."""
        vocabulary = await self._vocabularies.of(turn.register)
        several = await self._when_learnt(
            lambda: questions_in(text, lambda part: interpret(part, vocabulary, turn.today))
        )
        if secrets_in(text):
            return await self._said(turn, text)
        if several:
            return with_others(await self._said(turn, several[0]), several[1:], turn.register, "also-asked")
        read = partial(interpret, vocabulary=vocabulary, today=turn.today)
        told = await self._when_learnt(lambda: told_in(text, read))
        return with_others(await self._said(turn, told[0] if told else text), told[1:], turn.register, "also-told")

    async def _said(
        self,
        turn: Turn,
        text: str,
        *,
        meant: Intent | None = None,
        only: Collection[Intent] = frozenset(Intent),
        looked_at: bool = False,
    ) -> Outcome:
        """Reply to a text: to what it means, or to what somebody said is ``meant`` by it. A reply that is only to be
        ``looked_at`` is kept nowhere.

        Raises StaleActionError, and does nothing, where that is none of ``only``.
        """
        incoming = turn.incoming
        last = self._last(incoming)
        head, given = (text, "") if meant in (Intent.ASK, Intent.VERIFY) else one_line.split(text)
        asked, reading, told = await self._read(turn, text, head, meant)
        if meant is None and not text.strip():
            reading = replace(reading, intent=Intent.HELP)
        if reading.intent not in only:
            raise StaleActionError
        is_public = incoming.overheard and reading.intent in _FOR_ALL
        spoken = Spoken(
            actor=self._access.actor(incoming.person, guest=True) if is_public else turn.actor,
            language=self._language(incoming, reading.language),
            register=turn.register,
            incoming=incoming,
            shareable=incoming.private and not incoming.alone and meant is None and reading.intent in _SHAREABLE,
            text=asked,
            reading=reading,
            given=given,
            asked_before=last.antecedent.text if last and last.antecedent else "",
            updating=last.updating if last and meant is None else None,
            told=told,
            meant=meant is not None,
            looked_at=looked_at,
        )
        if not looked_at and not self._limit.allows(turn.actor.person.id, turn.at):
            return private(say(spoken.language, "too-many-questions"))
        secrets = secrets_in(text)
        try:
            outcome = await self._reply(spoken, secrets)
        except SomebotError as error:
            outcome = private(self._refusal(error, spoken))
        outcome = replace(outcome, understood=Understood(reading, turn.register, self._services.platforms))
        is_own = bool(secrets) or reading.mood in ("distress", "unhelped")
        # What only goes on from a question on the guideline leaves that question to be gone on from.
        if (asked is text or reading.intent in (Intent.OWNER, Intent.CHANNELS)) and not secrets and not looked_at:
            asked_now = antecedent_of(asked, reading, outcome.part, asks_channel=outcome.asks_channel)
            self._remember(incoming, outcome, asked_now, reading)
        for_all = not incoming.private and reading.intent in _FOR_ALL and not is_own
        return shared(outcome) if for_all else outcome

    async def _read(
        self, turn: Turn, text: str, head: str, meant: Intent | None
    ) -> tuple[str, Reading, Reading | None]:
        """What a text asks with what was asked before it; how its ``head``, the line without values for a form, reads;
        and, where it corrects what was told just now, how that read."""
        vocabulary = await self._vocabularies.of(turn.register)

        def read(meant: Intent | None, said: str = head) -> Reading:
            return interpret(said, vocabulary, turn.today, meant)

        last, asked, instead = self._last(turn.incoming), text, None
        reading = await self._when_learnt(lambda: read(meant))
        if told := last.told if last and meant is None and not turn.incoming.replies_to else None:
            instead = await self._when_learnt(partial(corrected, head, reading, told, vocabulary, turn.today))
        if last and last.antecedent and meant is None and not instead:
            asked, reading = go_on(text, reading, last.antecedent, read) or (asked, reading)
        reading = instead or reading
        if reading.failed and opens_form(turn, reading.failed[0].intent):
            reading = replace(read(reading.failed[0].intent), failed=reading.failed)
        if other := for_whom_it_is_not(turn, reading):
            reading = replace(read(other), answer=reading.answer, wished=reading.wished)
        return asked, reading, told if instead else None

    async def _reply(self, turn: Spoken, secrets: Collection[Secret]) -> Outcome:
        """What was asked for. A text with what nobody should send goes no further than to the guideline."""
        if secrets and publishes(turn.text):
            return await REPLIES[Intent.ASK](self._services, turn)
        if secrets and turn.reading.intent is not Intent.ASK:
            return private(refuse_secrets(turn.language, secrets))
        if turn.reading.wished is not None:
            return await people.keep_language(self._services, turn, turn.reading.wished)
        for goes_on in _GO_ON:
            if outcome := await goes_on(self._services, turn):
                return outcome
        if gone := only_retired(self._services, turn):
            return private(gone)
        reply = ask_back if turn.reading.close else REPLIES[turn.reading.intent]
        return await reply(self._services, turn)

    def _refusal(self, error: Exception, turn: Turn) -> Message:
        secretaries = self._services.lookup.secretaries(turn.register, turn.actor)
        request = requests.of_refused(turn, self._services.platforms) if turn.actor.may_keep_channels else None
        return refusal(error, secretaries, turn.language, request)

    def _language(self, incoming: Incoming, of_text: Language | None) -> Language:
        """The language of the text or its command where that is clear, else that of the last reply in the conversation,
        else the person's own choice, else the surface's, else the default."""
        last = self._last(incoming)
        of_last = last.language if last else None
        return of_text or of_last or incoming.person.language or incoming.locale or self._default_language

    def _last(self, incoming: Incoming) -> LastReply | None:
        return self._memory.of(incoming.person.id, incoming.conversation, incoming.at)

    def _remember(
        self, incoming: Incoming, outcome: Outcome, antecedent: Antecedent | None = None, reading: Reading | None = None
    ) -> None:
        """Remember the language of the reply, and what was asked or told; where nothing was, what was before."""
        last, told, updating = self._last(incoming), None, outcome.updating
        if reading and reading.intent in DEEDS and not (reading.answer or reading.close):
            told = reading
        elif last and not antecedent:
            told = last.told
        if updating and updating.noted:
            if told is None or told.intent is not Intent.UPDATED:
                told = Reading(Intent.UPDATED, ChannelQuery(names=updating.channels))
            told = replace(told, dates=Span(updating.on, updating.on))
        kept = antecedent or (last.antecedent if last else None)
        if kept and kept.reading.intent is Intent.TROUBLE and not outcome.asks_channel:
            kept = None  # which account it is was asked, and answered or left
        reply = LastReply(outcome.reply.language, incoming.at, kept, updating, told)
        self._memory.keep(incoming.person.id, incoming.conversation, reply)


def _language_of(content: Content) -> Language | None:
    """The language that the button or form was shown in; a form's subject begins with it."""
    match content:
        case Pressed(action):
            return action.language
        case Submitted(subject=(first, *_)) if first in set(Language):
            return Language(first)
        case _:
            return None
