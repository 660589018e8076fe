"""Replies to the ICT secretary who ends the pause of a channel, in words or by the form for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import register as register_forms
from bot.conversation.forms.days import days_said, with_unread
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.table import open_form, subject_of
from bot.conversation.turn import Services, Spoken, Submission, Turn, done, private
from bot.messages import reminders as reminder_messages
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.messages.register import channels as channel_messages
from bot.messages.register import out_of_use
from bot.services.committing import channel_of

_END = "end"


async def end_pause(services: Services, turn: Spoken) -> Outcome:
    """Open the form that ends the pause of the channel that was named; of the only one that has a pause, where none
    was, unless all reminders are paused."""
    query = turn.reading.query
    if query.is_empty:
        how = await services.reminder_switch.standing(turn.at)
        if how.pause:
            return private(reminder_messages.standing(how, turn.texts))
    found = services.lookup.find_any(turn.register, turn.actor, query, turn.at)
    resting = [view for view in found.channels if view.pause is not None]
    if len(resting) == 1 and not query.sought:
        said = {key: day for key, day in days_said(turn.reading).items() if key == _END}
        form = await open_form(services, turn, register_forms.RESUME, Opening(resting[0].channel.id, values=said))
        return private(with_unread(form, turn.reading))
    if resting:
        return private(
            channel_messages.which_channel(
                resting,
                "resume-which",
                Verb.OPEN_FORM,
                lambda channel: (register_forms.RESUME, channel, ""),
                turn.texts,
                query.sought,
            )
        )
    if query.is_empty or query.sought or not found.channels:
        return private(say(turn.language, "channels-paused-none"))
    return private(out_of_use.not_resting(found.channels, turn.texts))


async def _submit_resume(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """End the channel's pause at once, or with the last day that was filled in."""
    (channel_id,) = subject_of(submitted, 1)
    channel = channel_of(turn.register, channel_id)
    if channel.pause is None:
        return done(say(turn.language, "resume-none", channel=channel.name))
    pause = None
    if submitted.values.get(_END):
        with FieldReader(submitted.values) as values:
            pause = replace(channel.pause, end=values.day(_END))
            values.in_order(pause.start, pause.end)
            values.not_past(pause.end, turn.today)
    await services.keeping.pause(turn.actor, channel_id, pause, turn.at)
    if pause is None:
        return done(say(turn.language, "resumed", channel=channel.name))
    key = "paused" if turn.today in pause else "paused-later"
    return done(say(turn.language, key, channel=channel.name, start=pause.start, end=pause.end))


SUBMISSIONS: Mapping[str, Submission] = {register_forms.RESUME: _submit_resume}
