"""Replies to those who ask how channels stand with their duties."""

from collections.abc import Mapping

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import duties as duty_forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.table import as_opened_now, subject_of
from bot.conversation.replies.reminders import reminder_now
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, done, private, replacing
from bot.domain.duties import DUTIES
from bot.domain.register import ChannelQuery
from bot.messages import reminders as reminder_messages
from bot.messages.duties import access as access_messages
from bot.messages.duties import standings as duty_messages
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.register.channel_lists import channel_list
from bot.services.access import is_responsible, sees_all
from bot.services.committing import channel_of
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
        return private(duty_messages.open_duties(found, guideline, turn.texts))
    if not found:
        none = services.look_up(turn, query)
        return private(channel_list(none, turn.texts, said=turn.text))
    may_exempt = sees_all(turn.actor)
    responsible = {one.channel.id for one in found if is_responsible(turn.actor, one.channel, turn.today)}
    return private(
        duty_messages.duties(
            found, turn.register, guideline, turn.texts, may_exempt=may_exempt, may_confirm=responsible
        )
    )


async def _submit_exemption(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Ask the duty of the channel no more until the day that was filled in."""
    (channel_id,) = subject_of(submitted, 1)
    with FieldReader(submitted.values) as values:
        duty, reason, end = values.text("duty"), values.text("reason"), values.day("end")
        values.not_past(end, end, turn.today)
    channel = await services.duties.exempt(turn.actor, channel_id, duty, reason, end, turn.at)
    named = duty_messages.duty_name(turn.texts, duty)
    return done(say(turn.language, "exempted", channel=channel.name, duty=named, until=end))


async def _end_exemption(services: Services, turn: Turn, channel_id: str, duty: str) -> Outcome:
    """Ask the duty of the channel again. Raises StaleActionError for what is no duty."""
    if duty not in DUTIES:
        raise StaleActionError
    channel = await services.duties.end_exemption(turn.actor, channel_id, duty, turn.at)
    named = duty_messages.duty_name(turn.texts, duty)
    return private(say(turn.language, "exemption-ended", channel=channel.name, duty=named))


async def _confirm_all(services: Services, turn: Turn, key: str, channel_id: str) -> Outcome:
    """All that was asked of the channel is so. Raises StaleActionError where nothing was."""
    reminder = await services.reminder_answers.now(turn.actor, key)
    line = next((one for one in reminder.confirming if one.channel == channel_id), None) if reminder else None
    if line is None:
        raise StaleActionError
    return await _confirmed(services, turn, channel_id, key, dict.fromkeys(line.duties, True))


async def _submit_confirm(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Keep of each duty what was filled in: a box that is not ticked says that it is not kept."""
    channel_id, key = subject_of(submitted, 2)
    form = await as_opened_now(services, turn, submitted)
    said = {field.key: submitted.values.get(field.key) == "yes" for field in form.fields}
    return await _confirmed(services, turn, channel_id, key, said)


async def _confirmed(services: Services, turn: Turn, channel_id: str, key: str, said: Mapping[str, bool]) -> Outcome:
    channel = await services.duties.confirm(turn.actor, channel_id, said, turn.at)
    return await _drawn_anew(services, turn, key, duty_messages.confirmed(channel, said, turn.texts))


async def _access_taken(services: Services, turn: Turn, key: str, channel_id: str, person: str) -> Outcome:
    """Somebody who keeps the channel no more cannot get into its account any more either."""
    await services.duties.access_taken(turn.actor, channel_id, person, turn.at)
    channel = channel_of(turn.register, channel_id).name
    return await _drawn_anew(
        services, turn, key, access_messages.taken(channel, turn.register.person(person), turn.texts)
    )


async def _drawn_anew(services: Services, turn: Turn, key: str, otherwise: Message) -> Outcome:
    """The reminder that was answered as it is now; where there is none, what was done."""
    reminder = await reminder_now(services, turn, key)
    return replacing(reminder_messages.reminder(reminder, turn.texts)) if reminder else done(otherwise)


REPLIES: Mapping[Intent, Reply] = {Intent.DUTIES: _duties}
PRESSES: Mapping[Verb, Press] = {
    Verb.END_EXEMPTION: _end_exemption,
    Verb.CONFIRM_ALL: _confirm_all,
    Verb.ACCESS_TAKEN: _access_taken,
}
SUBMISSIONS: Mapping[str, Submission] = {
    duty_forms.EXEMPTION: _submit_exemption,
    duty_forms.CONFIRM: _submit_confirm,
}
