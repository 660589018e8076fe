"""Questions to the ICT secretary: asked, answered, brought back; and whether an answer helped."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import questions as forms
from bot.conversation.forms import register as catalogue
from bot.conversation.turn import Press, Services, Submission, Turn, private, replacing
from bot.domain.language import Language
from bot.messages import answers as answer_messages
from bot.messages import questions as messages
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.messages.texts import texts_in
from bot.services.questions.open import AlreadyAnsweredError, SensitiveTextError, UnknownQuestionError
from bot.services.register.records import InvalidInputError

_STALE = "this is of an older message: ask again"


async def _ask_secretary(services: Services, turn: Turn, question: str) -> Outcome:
    try:
        result = await services.open_questions.ask_secretary(turn.actor, question, turn.language, turn.at)
    except SensitiveTextError:
        return private(say(turn.language, "sensitive"))
    return private(messages.forwarded(result, texts_in(turn.language), guest=turn.actor.is_guest))


async def _feedback(services: Services, turn: Turn, verdict: str, key: str, question: str) -> Outcome:
    """Count the vote. Where only the person sees the answer, it is shown again with thanks instead of the buttons."""
    helped = _verdict(verdict)
    await services.question_log.vote(turn.actor, key, helped=helped)
    if not turn.private:
        return private(say(turn.language, "feedback-thanks" if helped else "feedback-thanks-not"))
    result = await services.asking.find(question, turn.language, guest=turn.actor.is_guest)
    return replacing(answer_messages.answer(result, shareable=not turn.alone, helped=helped))


async def _arrived_feedback(services: Services, turn: Turn, verdict: str, key: str) -> Outcome:
    helped = _verdict(verdict)
    try:
        notice = await services.open_questions.judge(turn.actor, key, helped=helped)
    except UnknownQuestionError:
        return private(say(turn.language, "feedback-thanks"))
    return replacing(messages.arrived(notice, turn.language, helped=helped))


async def _open_form(services: Services, turn: Turn, key: str) -> Outcome:
    try:
        question = await services.open_questions.open(turn.actor, key)
    except AlreadyAnsweredError as error:
        return private(messages.already_answered(error, turn.language))
    except UnknownQuestionError:
        return private(say(turn.language, "question-gone"))
    return replacing(forms.answer(key, question, services.answers.guideline, turn.language))


async def _answer(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    if len(submitted.subject) != 2:
        raise StaleActionError(_STALE)
    key, values = submitted.subject[1], submitted.values
    written = Language(values["language"]) if values.get("language") in set(Language) else turn.language
    try:
        result = await services.open_questions.answer(
            turn.actor, key, values.get("answer", ""), written, values.get("section", ""), turn.at
        )
    except InvalidInputError as error:
        form = await _open_form(services, turn, key)
        return catalogue.again(form, values, error.problems)
    except AlreadyAnsweredError as error:
        return replacing(messages.already_answered(error, turn.language))
    except UnknownQuestionError:
        return replacing(say(turn.language, "question-gone"))
    return replacing(messages.answered(result, turn.language))


async def _make_entry(services: Services, turn: Turn, key: str) -> Outcome:
    try:
        entry = await services.open_questions.make_entry(turn.actor, key, turn.at)
    except UnknownQuestionError:
        return private(say(turn.language, "question-gone"))
    said = texts_in(turn.language)("entry-made")
    return replacing(messages.entry(entry, (), turn.language, keeper=True, said=said))


def _verdict(verdict: str) -> bool:
    if verdict not in ("yes", "no"):
        raise StaleActionError(_STALE)
    return verdict == "yes"


PRESSES: Mapping[Verb, tuple[int, Press]] = {
    Verb.ASK_SECRETARY: (1, _ask_secretary),
    Verb.FEEDBACK: (3, _feedback),
    Verb.ARRIVED_FEEDBACK: (2, _arrived_feedback),
    Verb.ANSWER_QUESTION: (1, _open_form),
    Verb.MAKE_ENTRY: (1, _make_entry),
}
SUBMISSIONS: Mapping[str, Submission] = {forms.ANSWER: _answer}
