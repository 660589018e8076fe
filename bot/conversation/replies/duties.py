"""Replies to those who ask how channels stand with their duties."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import duties as duty_forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.sending import subject_of
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, done, private
from bot.domain.duties import DUTIES
from bot.domain.register import ChannelQuery
from bot.messages import duties as duty_messages
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.messages.register.channel_lists import channel_list
from bot.services.access import require_granter, sees_all
from bot.services.register.duties import duties_of
from bot.understanding.commands import Intent


async def _duties(services: Services, turn: Spoken) -> Outcome:
    """The duties of the channels that were named; where none was, what is open at all that the person sees."""
    guideline, query = services.answers.guideline, turn.reading.query
    asked = services.lookup.asked(guideline.duties)
    if not any(duty in asked.sections for duty in DUTIES):
        return private(say(turn.language, "duties-not-laid-down"))
    found = duties_of(turn.register, turn.register.find(query), turn.actor, asked, turn.today)
    if query == ChannelQuery():
        return private(duty_messages.open_duties(found, guideline, turn.language))
    if not found:
        none = services.lookup.find(turn.register, turn.actor, query, turn.at)
        return private(channel_list(none, turn.language, said=turn.text))
    may_exempt = sees_all(turn.actor)
    return private(duty_messages.duties(found, turn.register, guideline, turn.language, may_exempt=may_exempt))


async def _submit_exemption(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Ask the duty of the channel no more until the day that was filled in."""
    require_granter(turn.actor)
    (channel_id,) = subject_of(submitted, 1)
    values = FieldReader(submitted.values)
    duty, reason, end = values.text("duty"), values.text("reason"), values.day("end")
    values.not_past(end, turn.today)
    values.require_all_well()
    channel = await services.duties.exempt(turn.actor, channel_id, duty, reason, end, turn.at)
    return done(duty_messages.exempted(channel, channel.exemptions[-1], turn.language))


async def _end_exemption(services: Services, turn: Turn, channel_id: str, duty: str) -> Outcome:
    """Ask the duty of the channel again. Raises StaleActionError for what is no duty."""
    if duty not in DUTIES:
        raise StaleActionError
    channel = await services.duties.end_exemption(turn.actor, channel_id, duty, turn.at)
    return private(duty_messages.asked_again(channel, duty, turn.language))


REPLIES: Mapping[Intent, Reply] = {Intent.DUTIES: _duties}
PRESSES: Mapping[Verb, Press] = {Verb.END_EXEMPTION: _end_exemption}
SUBMISSIONS: Mapping[str, Submission] = {duty_forms.EXEMPTION: _submit_exemption}
