"""Replies to who answers in words what waits for them: a reminder, or what others have asked of them. What it says is
done as the button would, where it is clear; where it is not, it is asked back with that button."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.conversation.exchange import Outcome
from bot.conversation.features import press
from bot.conversation.forms.form import FieldKind, Form
from bot.conversation.replies.in_words import plain_answers
from bot.conversation.replies.in_words.heard import likely_said, terms_of_yes
from bot.conversation.replies.in_words.waiting import Waits, action_of, is_about, waiting_for
from bot.conversation.turn import Services, Spoken, private
from bot.domain.language import Language
from bot.domain.reminders.notice import ReminderNotice
from bot.knowledge.content import common
from bot.language.lexicon import words_of
from bot.language.sentences import AND
from bot.messages.in_words import what_waits as messages
from bot.messages.in_words.plain_answers import when_again
from bot.messages.model import Action, Button, Message, Pick, Verb, presses
from bot.messages.notices import render
from bot.messages.parts import begin, message, paragraph, say
from bot.messages.texts import texts_in
from bot.services.notices import AuthorisationNamed, Notice
from bot.understanding.aliases import addressed, parse_command
from bot.understanding.commands import Intent
from bot.understanding.hearing import cues_in
from bot.understanding.learnt.answer_model import LikelyAnswer, Question, Said
from bot.understanding.plain_answers import Plain, PlainAnswer, plain_answer

_PLAIN: Final = {Plain.YES: Said.YES, Plain.AGREE: Said.YES, Plain.NO: Said.NO}
_MOST: Final = 14
"""Whoever says more than so many words says more than an answer."""
_BARE: Final = 3
"""In so few words nobody says why."""
_FEW: Final = 8
"""Of more words, it is not asked back whether they were an answer."""
_ACTS_FROM, _SHOWS_FROM, _AGAINST_FROM, _AGREES_FROM = 0.7, 0.5, 0.85, 0.84
"""How likely an answer must be to be done; to be shown what it may lead to; to count where the text reads as something
else of its own, as a question does; and to be a yes, which others rely on."""
_SHOWING: Final = frozenset({Said.PROMISED, Said.NOT_DONE, Said.NOT_MINE, Said.STOP, Said.TERMS})
_NOT_DONE_YET: Final = frozenset({Said.PROMISED, Said.NOT_DONE, Said.MORE})
"""What tells of no update, whatever its words are."""
_SURELY_FROM: Final = 0.95
"""How likely it must be where a word tells of distress."""
_KNOWN_FROM, _HEARD_FROM = 0.4, 0.1
"""Which share of a text must be known for it to be done, and to be asked back."""
_LOOSE: Final = frozenset(
    {Intent.ASK, Intent.UNKNOWN, Intent.SMALLTALK, Intent.SNOOZE, Intent.AWAY, Intent.BACK, Intent.ABSENCES}
    | {Intent.HANDOVER, Intent.DECIDE, Intent.PROPOSE, Intent.UPDATED, Intent.REGISTER}
)
"""What a short text about no certain channel may be taken for, whatever it says."""
_ASKING: Final = frozenset(
    {"asks", "may", "how", "who", "which", "where", "define", "show", "topic", "publish", "reads", "part", "contents"}
    | {"help", "report", "secretary", "social_media"}
)
"""Cues of who wants to know something."""


async def answered(services: Services, turn: Spoken) -> Outcome | None:
    """What comes of a text that answers what waits for the person; None where it means something of its own."""
    if turn.meant or turn.told or not turn.incoming.private:
        return None
    waits = await waiting_for(services, turn)
    if not waits.all:
        return await plain_answers.answered(services, turn) or await _not_noted(turn)
    if pressed := await _button_said(services, turn, waits):
        return pressed
    if waits.reminder and (outcome := await _done_and_again(services, turn, waits.reminder)):
        return outcome
    if waits.asked and not waits.reminder and (terms := await terms_of_yes(turn)):
        can = [one for one in waits.asked if action_of(one, Said.TERMS, turn.language)]
        return await _to_request(services, turn, can or waits.asked, Said.TERMS, terms)
    if outcome := await _certain(services, turn, waits):
        return outcome
    is_aside = turn.reading.answer is not None and not turn.reading.answer.sure and turn.asked_before
    if is_aside or _is_wish(turn, waits) or len(words_of(turn.text)) > _MOST:  # "ok" to what was just answered
        return None
    return await _learnt(services, turn, waits)


async def _not_noted(turn: Spoken) -> Outcome | None:
    """The word that nothing was noted, to who only says that it will be done: "nearly done", "on it"."""
    reading = turn.reading
    if reading.intent is not Intent.UPDATED or not reading.query.is_empty or len(words_of(turn.text)) > _FEW:
        return None
    likely = await likely_said(turn, Question.REMINDED)
    if likely.said not in _NOT_DONE_YET or likely.share < _ACTS_FROM:
        return None
    return private(say(turn.language, "updated-not-yet"))


async def _button_said(services: Services, turn: Spoken, waits: Waits) -> Outcome | None:
    """Do what the button does whose own words were typed, in whichever language; of several that are called so, and
    where the button asks back, ask."""
    words = words_of(addressed(turn.text))
    drawn = [(notice, render(notice, language)) for language in Language for notice in waits.all]
    led_to = [(one, when_again(one, texts_in(in_))) for in_ in Language if (one := waits.reminder)]
    for shown in (drawn, led_to):
        labelled = [(notice, one) for notice, now in shown for one in presses(now) if words_of(one.label) == words]
        if labelled and words:
            return await _pressed(services, turn, waits, labelled)
    return None


async def _pressed(
    services: Services, turn: Spoken, waits: Waits, labelled: Sequence[tuple[Notice, Button | Pick]]
) -> Outcome:
    """Do what those buttons do that are called alike, if that is one thing."""
    first = labelled[0][1]
    deeds = {(one.action.verb, one.action.args) for _, one in labelled}
    if len(deeds) == 1 and not (isinstance(first, Button) and first.confirm):
        return await _press(services, turn, first.action)
    if first.action.verb is Verb.REMINDER_UPDATED and (
        updated := await plain_answers.updated(services, turn, PlainAnswer(Plain.YES))
    ):
        return updated
    meant = [notice for notice in waits.all if any(notice is one for one, _ in labelled)]
    return private(_asked_back(turn, meant))


async def _done_and_again(services: Services, turn: Spoken, reminder: ReminderNotice) -> Outcome | None:
    """Note the update, and say when reminders come again, to who says that it was done and wants to be reminded later
    on: "done, and remind me in two weeks"."""
    first, *rest = _CLAUSES.split(addressed(turn.text), maxsplit=1)
    if not rest or _TO_REMIND not in cues_in(rest[0]):
        return None
    answer = plain_answer(first, turn.today)
    is_done = answer is not None and answer.what in (Plain.YES, Plain.DAY) and answer.sure
    if answer is None:
        likely = await likely_said(turn, Question.REMINDED, first)
        is_done = likely.said is Said.DONE and likely.share >= _ACTS_FROM
    if not is_done or (answer and answer.day and answer.day > turn.today):
        return None
    outcome = await plain_answers.done(services, turn, reminder, answer or PlainAnswer(Plain.YES))
    if not isinstance(outcome.reply, Message):
        return outcome
    later = paragraph(turn.texts("reminder-after-update"))
    return replace(outcome, reply=message(turn.texts, outcome.reply.blocks, later))


_CLAUSES: Final = re.compile(rf"[,.;!]\s+(?:(?:{AND})\s+)?|\s+(?:{AND})\s+", re.IGNORECASE)


async def _press(services: Services, turn: Spoken, action: Action) -> Outcome:
    return replace(await press(services, turn, action), replaces=False)


async def _certain(services: Services, turn: Spoken, waits: Waits) -> Outcome | None:
    """What comes of a bare yes, no or day; None where it is none, or may be none."""
    answer = turn.reading.answer
    if answer is None:
        return None
    said = _PLAIN.get(answer.what) if answer.sure and not answer.day else None
    to_requests = [one for one in waits.asked if said and action_of(one, said, turn.language)]
    if answer.what is Plain.AGREE or waits.reminder is None:
        if said:
            return await _to_request(services, turn, to_requests, said)
        return None if answer.sure or turn.asked_before else private(_asked_back(turn, waits.asked))
    others = [one for one in to_requests if not isinstance(one, AuthorisationNamed)]
    if others and said:
        return private(messages.which_request((*others, waits.reminder), turn.texts))
    return await plain_answers.answered(services, turn)


async def _to_request(
    services: Services, turn: Spoken, answered: Sequence[Notice], said: Said, terms: str = ""
) -> Outcome | None:
    """Do what was ``said`` to the one request that it can answer, or that is named: to what is only told, where nothing
    else waits. Of several, and where something else was asked just now, ask back. A form that comes of it has in it on
    what ``terms``, or why."""
    told = [one for one in answered if isinstance(one, AuthorisationNamed)]
    asking = [one for one in answered if one not in told]
    meant: Sequence[Notice] = (told or asking) if said is Said.DENIED else (asking or told)
    if not meant:
        return None
    named = [one for one in meant if is_about(one, turn.reading.query)]
    meant = named if len(named) == 1 else meant
    if len(meant) > 1:
        return private(messages.which_request(meant, turn.texts))
    action = action_of(meant[0], said, turn.language)
    if action is None or (turn.asked_before and not terms):
        return private(_asked_back(turn, meant))
    outcome = await _press(services, turn, action)
    words = terms or (addressed(turn.text) if said is not Said.YES and len(words_of(turn.text)) > _BARE else "")
    if not isinstance(outcome.reply, Form) or not words:
        return outcome
    values = {field.key: begin(words) for field in outcome.reply.fields if field.kind is FieldKind.LONG_TEXT}
    return replace(outcome, reply=replace(outcome.reply, values={**outcome.reply.values, **values}))


async def _learnt(services: Services, turn: Spoken, waits: Waits) -> Outcome | None:
    """What comes of what the text most likely says; where that is not clear, it is asked back."""
    to_request = await likely_said(turn, Question.ASKED) if waits.asked else None
    to_reminder = await likely_said(turn, Question.REMINDED) if waits.reminder else None
    if to_request and to_reminder and not {to_request.said, to_reminder.said} & {Said.OTHER}:
        return private(_asked_back(turn, waits.all))
    likely = max(filter(None, (to_request, to_reminder)), key=lambda one: (one.said is not Said.OTHER, one.share))
    enough = _enough(turn, waits, likely)
    if waits.reminder and turn.reading.intent is Intent.UPDATED and turn.reading.query.is_empty and _is_to_come(turn):
        return await plain_answers.said(services, turn, waits.reminder, Said.PROMISED)
    if enough is None:
        return None
    if likely.said is not Said.OTHER and likely.share >= enough and likely.known >= _KNOWN_FROM:
        if likely is to_request:
            can = [one for one in waits.asked if likely.said is Said.MORE or action_of(one, likely.said, turn.language)]
            return await _to_request(services, turn, can, likely.said)
        if waits.reminder:
            return await plain_answers.said(services, turn, waits.reminder, likely.said)
    is_heard = likely.known >= _HEARD_FROM and len(words_of(turn.text)) <= _FEW
    is_unclear = enough < _AGAINST_FROM and not _is_clear(turn, likely)
    return private(_asked_back(turn, waits.all)) if is_heard and is_unclear else None


def _enough(turn: Spoken, waits: Waits, likely: LikelyAnswer) -> float | None:
    """How likely the answer must be to be taken for one beside what the text reads as; None where it is none."""
    reading = turn.reading
    tells_of_update = reading.intent is Intent.UPDATED and reading.query.is_empty
    is_no_answer = likely.said is Said.OTHER and bool(reading.mood)
    is_asked = "?" in turn.text and likely.said is not Said.MORE
    is_cry = "distress" in cues_in(turn.text) and likely.share < _SURELY_FROM  # "I'm afraid I can't" is none
    if is_no_answer or is_asked or is_cry:
        return None
    if tells_of_update and waits.reminder and not reading.close:
        return _ACTS_FROM if likely.said in _NOT_DONE_YET else None
    if not tells_of_update and _is_of_its_own(turn, waits):
        return _AGAINST_FROM
    if likely.said is Said.YES:
        return _AGREES_FROM
    return _SHOWS_FROM if likely.said in _SHOWING else _ACTS_FROM


def _asked_back(turn: Spoken, waiting: Sequence[Notice]) -> Message:
    return messages.did_you_answer(turn.text, turn.reading.intent, waiting, turn.texts)


def _is_to_come(turn: Spoken) -> bool:
    """Whether it is said of what was done that it will be: "nearly done"."""
    words = words_of(turn.text)
    return any(common.dialogue().opening(words[place:], "soon") for place in range(len(words)))


def _is_clear(turn: Spoken, likely: LikelyAnswer) -> bool:
    """Whether a text that is hardly an answer says what is wanted: it asks, or a rule tells of something certain."""
    reading = turn.reading
    if likely.said is not Said.OTHER or likely.share < _SHOWS_FROM:
        return False
    if likely.known < _KNOWN_FROM:
        return True
    is_told = not reading.guessed and not reading.close and reading.intent not in _LOOSE
    return is_told or (not reading.close and not _ASKING.isdisjoint(cues_in(turn.text)))


_OF_DAYS: Final = frozenset({Intent.AWAY, Intent.SNOOZE, Intent.BACK, Intent.UPDATED})
_OF_CHANNELS: Final = frozenset(
    {Intent.UPDATED, Intent.SNOOZE, Intent.OWNER, Intent.CHANNELS, Intent.VERIFY, Intent.TROUBLE, Intent.READ}
)
"""What is meant of the channel that is named, and not of what was asked about it."""
_TO_REMIND: Final = "remind"


def _is_wish(turn: Spoken, waits: Waits) -> bool:
    """Whether a rule tells of a wish to be reminded on another day, or of what a cover answers."""
    reading = turn.reading
    is_past = reading.dates is not None and reading.dates.end < turn.today
    is_dated = _is_ahead(turn) or (is_past and _TO_REMIND in cues_in(turn.text))
    is_later = reading.intent is Intent.SNOOZE and is_dated and not (waits.asked or reading.close)
    return is_later or reading.absence.covers is not None


def _is_ahead(turn: Spoken) -> bool:
    return turn.reading.dates is not None and turn.reading.dates.end > turn.today


def _is_of_its_own(turn: Spoken, waits: Waits) -> bool:
    """Whether the text reads as something else than an answer: a command, a greeting, something about a certain
    channel, person or day."""
    reading, words = turn.reading, words_of(turn.text)
    command = parse_command(turn.text)
    is_command = command is not None and command[0].intent is reading.intent and reading.failed is None
    is_theirs = reading.intent not in _OF_CHANNELS and any(is_about(one, reading.query) for one in waits.asked)
    is_named = not reading.query.is_empty and not is_theirs
    names = is_named or bool(reading.address or reading.people or reading.part)
    is_dated = _is_ahead(turn) and reading.intent in _OF_DAYS and not reading.close
    signals = common.cues().find(words)
    return is_command or names or is_dated or _TO_REMIND in signals.names or len(signals.greeting) == len(words)
