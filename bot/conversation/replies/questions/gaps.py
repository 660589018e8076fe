"""What was asked and not answered: listed for the ICT secretary, answered for everybody at once, or dismissed."""

from collections.abc import Mapping

from bot.conversation.actions import number_in
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import questions as question_forms
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.table import open_form, subject_of
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, private, replacing
from bot.messages.model import Message, Verb
from bot.messages.parts import message
from bot.messages.questions import to_secretary as question_messages
from bot.understanding.commands import Intent


async def _gaps(services: Services, turn: Spoken) -> Outcome:
    """What was asked and not answered."""
    return private(await _page(services, turn, 0))


async def _page_of_gaps(services: Services, turn: Turn, start: str) -> Outcome:
    return replacing(await _page(services, turn, number_in(start)))


async def _page(services: Services, turn: Turn, start: int) -> Message:
    """The gaps from the one at ``start`` on."""
    return question_messages.gaps(await services.gaps.report(turn.actor, turn.at), start, turn.texts)


async def _open_gap(services: Services, turn: Turn, key: str) -> Outcome:
    return private(await open_form(services, turn, question_forms.ANSWER_GAP, Opening(key)))


async def _submit_gap(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Make an entry of the gap, and tell those who wait for its answer."""
    (key,) = subject_of(submitted, 1)
    draft = question_forms.draft_of(submitted.values)
    result = await services.gaps.answer(turn.actor, key, draft, turn.at)
    answered, others = question_messages.gap_answered(result, turn.texts), await _page(services, turn, 0)
    return replacing(message(turn.texts, answered.blocks, others.blocks))


async def _dismiss_gap(services: Services, turn: Turn, key: str) -> Outcome:
    await services.gaps.dismiss(turn.actor, key, turn.at)
    return replacing(await _page(services, turn, 0))


REPLIES: Mapping[Intent, Reply] = {Intent.GAPS: _gaps}
PRESSES: Mapping[Verb, Press] = {
    Verb.GAPS: _page_of_gaps,
    Verb.ANSWER_GAP: _open_gap,
    Verb.DISMISS_GAP: _dismiss_gap,
}
SUBMISSIONS: Mapping[str, Submission] = {question_forms.ANSWER_GAP: _submit_gap}
