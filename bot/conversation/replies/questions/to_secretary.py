"""Questions to the ICT secretary: asked, answered, brought back; and whether an answer helped."""

from collections.abc import Mapping

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import questions as question_forms
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.table import open_form, subject_of
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, private, replacing
from bot.domain.language import Language
from bot.language.redaction import secrets_in
from bot.messages.model import Verb
from bot.messages.parts import refuse_secrets, say
from bot.messages.questions import answers as answer_messages
from bot.messages.questions import to_secretary as question_messages
from bot.services.questions.open import AlreadyAnsweredError, SensitiveTextError, UnknownQuestionError
from bot.understanding.aliases import parse_command
from bot.understanding.commands import Intent


async def _secretary(services: Services, turn: Spoken) -> Outcome:
    """Who the ICT secretary is, and the press that sends what was said to them. A guest is told no names."""
    typed = parse_command(turn.text)
    words = typed[2] if typed and typed[0].intent is Intent.SECRETARY else turn.text if turn.reading.rest else ""
    secretaries = services.lookup.secretaries(turn.register, turn.actor)
    return private(question_messages.secretary(secretaries, words, turn.texts))


async def _ask_secretary(services: Services, turn: Turn, question: str) -> Outcome:
    try:
        result = await services.open_questions.ask_secretary(turn.actor, question, turn.language, turn.at)
    except SensitiveTextError:
        return private(refuse_secrets(turn.language, secrets_in(question)))
    return private(question_messages.forwarded(result, turn.texts, guest=turn.actor.is_guest))


async def _feedback(services: Services, turn: Turn, verdict: str, key: str, question: str) -> Outcome:
    """Count the vote, and thank whoever gave it: the answer stays as it is, for others may read it."""
    helped = _verdict(verdict)
    await services.question_log.vote(turn.actor, key, helped=helped)
    return private(answer_messages.thanks(turn.texts, question, helped=helped))


async def _arrived_feedback(services: Services, turn: Turn, verdict: str, key: str) -> Outcome:
    helped = _verdict(verdict)
    try:
        notice = await services.open_questions.judge(turn.actor, key, helped=helped)
    except UnknownQuestionError:
        return private(say(turn.language, "feedback-thanks"))
    return replacing(question_messages.arrived(notice, turn.texts, helped=helped))


async def _open_answer(services: Services, turn: Turn, key: str) -> Outcome:
    """Open the form that answers the question."""
    try:
        return private(await open_form(services, turn, question_forms.ANSWER, Opening(key)))
    except AlreadyAnsweredError as error:
        return private(question_messages.already_answered(error, turn.texts))


async def _submit_answer(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Bring the answer to whoever asked; another ICT secretary may have been quicker."""
    (key,) = subject_of(submitted, 1)
    values = submitted.values
    written = Language(values["language"]) if values.get("language") in set(Language) else turn.language
    try:
        result = await services.open_questions.answer(
            turn.actor, key, values.get("answer", ""), written, values.get("section", ""), turn.at
        )
    except AlreadyAnsweredError as error:
        return replacing(question_messages.already_answered(error, turn.texts))
    except UnknownQuestionError:
        return replacing(say(turn.language, "question-gone"))
    return replacing(question_messages.answered(result, turn.texts))


async def _make_entry(services: Services, turn: Turn, key: str) -> Outcome:
    """Make an entry of the answer, so that it answers others."""
    entry = await services.open_questions.make_entry(turn.actor, key, turn.at)
    said = turn.texts("entry-made")
    return replacing(question_messages.entry(entry, (), turn.texts, keeper=True, said=said))


def _verdict(verdict: str) -> bool:
    if verdict not in ("yes", "no"):
        raise StaleActionError
    return verdict == "yes"


REPLIES: Mapping[Intent, Reply] = {Intent.SECRETARY: _secretary}
PRESSES: Mapping[Verb, Press] = {
    Verb.ASK_SECRETARY: _ask_secretary,
    Verb.FEEDBACK: _feedback,
    Verb.ARRIVED_FEEDBACK: _arrived_feedback,
    Verb.ANSWER_QUESTION: _open_answer,
    Verb.MAKE_ENTRY: _make_entry,
}
SUBMISSIONS: Mapping[str, Submission] = {question_forms.ANSWER: _submit_answer}
