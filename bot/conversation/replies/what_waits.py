"""Replies to who answers in words what waits for them: a reminder, or what others have asked of them. What it says is
done as the button would, where it is clear; where it is not, it is asked back with that button."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.conversation.exchange import Outcome
from bot.conversation.features import press
from bot.conversation.forms import decisions as forms
from bot.conversation.replies import plain_answers
from bot.conversation.turn import Services, Spoken, private
from bot.domain.decisions import Waiting
from bot.domain.language import Language
from bot.domain.reminders.notice import ReminderNotice
from bot.language.lexicon import words_of
from bot.messages import what_waits as messages
from bot.messages.model import Action, Button, Message, Pick, Verb, presses
from bot.messages.notices import render
from bot.messages.parts import say
from bot.messages.plain_answers import when_again
from bot.messages.texts import texts_in
from bot.services.decisions.cases import CaseWaits
from bot.services.decisions.rights import todo
from bot.services.notices import AuthorisationNamed, Notice
from bot.understanding.aliases import addressed, parse_command
from bot.understanding.answer_model import LikelyAnswer, Question, Said, likely_answer
from bot.understanding.commands import Intent
from bot.understanding.plain_answers import Plain, PlainAnswer

_TO_SAY: Final = {Waiting.AUTHORISE, Waiting.DECIDE}
"""What of a proposal is a yes or a no."""
_VERBS: Final = {
    Verb.COVER_ACCEPT: Said.YES,
    Verb.COVER_DECLINE: Said.NO,
    Verb.HANDOVER_ACCEPT: Said.YES,
    Verb.HANDOVER_DECLINE: Said.NO,
    Verb.HANDOVER_DENY: Said.DENIED,
    Verb.PROPOSAL_AUTHORISE: Said.YES,
}
_FORMS: Final = {
    forms.DECIDE: Said.YES,
    forms.DECLINE: Said.NO,
    forms.REFUSE: Said.NO,
    forms.ASK: Said.MORE,
    forms.AUTHORISE: Said.TERMS,
}
"""What the buttons of what was asked say."""
_NEAREST: Final = {Said.DENIED: Said.NO, Said.NO: Said.DENIED, Said.TERMS: Said.YES}
"""What an answer says where there is no button of its own for it; a yes on conditions only opens a form."""
_PLAIN: Final = {Plain.YES: Said.YES, Plain.AGREE: Said.YES, Plain.NO: Said.NO}
_MOST: Final = 14
"""Whoever says more than so many words says more than an answer."""
_FEW: Final = 6
"""Of more words, it is not asked back whether they were an answer."""
_ACTS_FROM, _SHOWS_FROM, _AGAINST_FROM = 0.7, 0.5, 0.85
"""How likely an answer must be to be done; to be shown what it may lead to; and to count where the text reads as
something else of its own."""
_HARMLESS: Final = frozenset({Said.MORE, Said.PROMISED, Said.NOT_DONE, Said.NOT_MINE, Said.STOP, Said.TERMS})
_NOT_DONE_YET: Final = frozenset({Said.PROMISED, Said.NOT_DONE, Said.MORE})
"""What tells of no update, whatever its words are."""
_KNOWN_FROM: Final = 0.4
"""Which share of a text must be known for it to be asked back."""


@dataclass(frozen=True, slots=True)
class _What:
    """What waits: the ``reminder``, if any, and what others have ``asked``."""

    reminder: ReminderNotice | None
    asked: tuple[Notice, ...]

    @property
    def all(self) -> tuple[Notice, ...]:
        return (*self.asked, *((self.reminder,) if self.reminder else ()))


async def answered(services: Services, turn: Spoken) -> Outcome | None:
    """What comes of a text that answers what waits for the person; None where it means something of its own."""
    if turn.meant or not turn.incoming.private:
        return None
    waits = _What(await plain_answers.asked(services, turn), await _asked(services, turn))
    if not waits.all:
        return await plain_answers.answered(services, turn) or await _not_noted(turn)
    if pressed := await _button_said(services, turn, waits):
        return pressed
    if outcome := await _certain(services, turn, waits):
        return outcome
    if len(words_of(turn.text)) > _MOST:
        return None
    return await _learnt(services, turn, waits)


async def _asked(services: Services, turn: Spoken) -> tuple[Notice, ...]:
    """What others have asked of the person and waits for their yes or no."""
    if not turn.actor.may_keep_channels:
        return ()
    cases = await services.decisions.seen_by(turn.actor)
    found = [CaseWaits(case, what) for case in cases if (what := todo(turn.actor, case.proposal)) in _TO_SAY and what]
    return (*await services.agreements.asked(turn.actor, turn.at), *found)


async def _not_noted(turn: Spoken) -> Outcome | None:
    """The word that nothing was noted, to who only says that it will be done: "nearly done", "on it"."""
    reading = turn.reading
    if reading.intent is not Intent.UPDATED or not reading.query.is_empty or len(words_of(turn.text)) > _FEW:
        return None
    likely = await _likely(turn, Question.REMINDED)
    if likely.said not in _NOT_DONE_YET or likely.share < _ACTS_FROM:
        return None
    return private(say(turn.language, "updated-not-yet"))


async def _button_said(services: Services, turn: Spoken, waits: _What) -> Outcome | None:
    """Do what the button does whose own words were typed, in whichever language; of several that are called so, ask."""
    said = words_of(addressed(turn.text))
    found = {one.action.args: one for one in _all_presses(waits) if said and words_of(one.label) == said}
    actions = [one.action for one in found.values()]
    if not actions:
        return None
    if len(actions) == 1 and not any(isinstance(one, Button) and one.confirm for one in found.values()):
        return await _press(services, turn, actions[0])
    if waits.reminder and actions[0].verb is Verb.REMINDER_UPDATED:
        return await plain_answers.updated(services, turn, PlainAnswer(Plain.YES))
    meant = [one for one in waits.all if {press.action.args for press in _presses(one, turn.language)} & found.keys()]
    return private(_asked_back(turn, meant or waits.all))


def _all_presses(waits: _What) -> Iterator[Button | Pick]:
    for language in Language:
        for notice in waits.all:
            yield from _presses(notice, language)
        if waits.reminder:
            yield from presses(when_again(waits.reminder, texts_in(language), for_good=False))


def _presses(notice: Notice, language: Language) -> Iterable[Button | Pick]:
    return presses(render(notice, language))


async def _press(services: Services, turn: Spoken, action: Action) -> Outcome:
    return replace(await press(services, turn, action), replaces=False)


async def _certain(services: Services, turn: Spoken, waits: _What) -> Outcome | None:
    """What comes of a bare yes, no or day; None where it is none, or may be none."""
    answer = turn.reading.answer
    if answer is None:
        return None
    said = _PLAIN.get(answer.what) if answer.sure and not answer.day else None
    to_requests = [one for one in waits.asked if said and _action(one, said, turn.language)]
    if answer.what is Plain.AGREE or waits.reminder is None:
        if said:
            return await _to_request(services, turn, waits, to_requests, said)
        return None if answer.sure else private(_asked_back(turn, waits.asked))
    others = [one for one in to_requests if not isinstance(one, AuthorisationNamed)]
    if others and said:
        return private(messages.which_request((*others, waits.reminder), turn.texts))
    return await plain_answers.answered(services, turn)


async def _to_request(
    services: Services, turn: Spoken, waits: _What, answered: Sequence[Notice], said: Said, *, bare: bool = True
) -> Outcome | None:
    """Do what was ``said`` to the one request that it can answer: to what is only told, where nothing else waits. Of
    several, and where something else was asked just now, ask back."""
    told = [one for one in answered if isinstance(one, AuthorisationNamed)]
    asking = [one for one in answered if one not in told]
    meant: Sequence[Notice] = (told or asking) if said is Said.DENIED else (asking or told)
    if not meant:
        return None
    if len(meant) > 1:
        return private(messages.which_request(meant, turn.texts))
    action = _action(meant[0], said, turn.language)
    if action is None or (bare and turn.asked_before):
        return private(_asked_back(turn, meant))
    return await _press(services, turn, action)


def _action(notice: Notice, said: Said, language: Language) -> Action | None:
    """What the button of ``notice`` does that says the same."""
    buttons = {_says(one.action): one.action for one in _presses(notice, language)}
    nearest = _NEAREST.get(said)
    if said is Said.TERMS and nearest and (yes := buttons.get(nearest)) and yes.verb is not Verb.PROPOSAL_FORM:
        return buttons.get(said)
    return buttons.get(said) or (buttons.get(nearest) if nearest else None)


def _says(action: Action) -> Said | None:
    return _VERBS.get(action.verb) or (_FORMS.get(action.args[0]) if action.verb is Verb.PROPOSAL_FORM else None)


async def _learnt(services: Services, turn: Spoken, waits: _What) -> Outcome | None:
    """What comes of what the text most likely says; where that is not clear, it is asked back."""
    to_request = await _likely(turn, Question.ASKED) if waits.asked else None
    to_reminder = await _likely(turn, Question.REMINDED) if waits.reminder else None
    if to_request and to_reminder and not {to_request.said, to_reminder.said} & {Said.OTHER}:
        return private(_asked_back(turn, waits.all))
    likely = max(filter(None, (to_request, to_reminder)), key=lambda one: (one.said is not Said.OTHER, one.share))
    is_own = _is_of_its_own(turn, likely)
    if likely.said is Said.OTHER and likely.share >= _SHOWS_FROM:
        return None
    enough = _AGAINST_FROM if is_own else _SHOWS_FROM if likely.said in _HARMLESS else _ACTS_FROM
    if likely.said is not Said.OTHER and likely.share >= enough and not _is_asked(turn, likely):
        if likely is to_request:
            can = [one for one in waits.asked if likely.said is Said.MORE or _action(one, likely.said, turn.language)]
            return await _to_request(services, turn, waits, can, likely.said, bare=False)
        if waits.reminder:
            return await plain_answers.said(services, turn, waits.reminder, likely.said)
    if is_own or _is_asked(turn, likely) or likely.known < _KNOWN_FROM or len(words_of(turn.text)) > _FEW:
        return None
    return private(_asked_back(turn, waits.all))


def _asked_back(turn: Spoken, waiting: Sequence[Notice]) -> Message:
    return messages.did_you_answer(turn.text, turn.reading.intent, waiting, turn.texts)


async def _likely(turn: Spoken, question: Question) -> LikelyAnswer:
    return await likely_answer(addressed(turn.text), question, turn.reading.language, turn.language)


def _is_asked(turn: Spoken, likely: LikelyAnswer) -> bool:
    """Whether something is asked, and not about what waits."""
    return "?" in turn.text and likely.said is not Said.MORE


_OF_DAYS: Final = frozenset({Intent.AWAY, Intent.SNOOZE, Intent.BACK, Intent.UPDATED})
_MOODS: Final = frozenset({"distress", "thanks", "sorry", "insult", "unhelped"})


def _is_of_its_own(turn: Spoken, likely: LikelyAnswer) -> bool:
    """Whether the text reads as something else than an answer: a command, something about a certain channel, person or
    day, a feeling."""
    reading = turn.reading
    if reading.intent is Intent.UPDATED and reading.query.is_empty and likely.said in _NOT_DONE_YET:
        return False
    is_command = parse_command(turn.text) is not None and reading.failed is None
    names = not reading.query.is_empty or bool(reading.address or reading.people or reading.part)
    is_dated = reading.dates is not None and reading.intent in _OF_DAYS
    return is_command or names or is_dated or reading.mood in _MOODS
