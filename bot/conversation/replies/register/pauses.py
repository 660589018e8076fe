"""Replies to the ICT secretary who ends or changes the pause of a channel, in words or by the form for it."""

from collections.abc import Callable, Mapping
from dataclasses import astuple, replace
from datetime import timedelta
from typing import Final

from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import register as register_forms
from bot.conversation.forms import reminders as reminder_forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.form import Form, FormValues
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.said import as_carried, days_of_pause, days_said, with_unread
from bot.conversation.forms.table import open_form, subject_of
from bot.conversation.turn import Services, Spoken, Submission, Turn, done, private
from bot.domain.calendar.days import parse_day
from bot.domain.channels import Channel, Pause
from bot.messages import reminders as reminder_messages
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.messages.register import channels as channel_messages
from bot.messages.register import out_of_use
from bot.messages.register import pauses as pause_messages
from bot.services.committing import channel_of
from bot.understanding.reading import PauseChange, Reading

_END = "end"
_OFFERED = 10
"""How many channels are offered where none was named."""
_A_DAY: Final = timedelta(days=1)


async def end_pause(services: Services, turn: Spoken) -> Outcome:
    """End the pause of all reminders, where they are spoken of. Else open the form that ends the pause of the channel
    that was named; of the only one that has a pause, where none was, unless all reminders are paused."""
    how = await services.reminder_switch.standing(turn.at)
    if how.pause and turn.reading.of_reminders:
        await services.reminder_switch.resume(turn.actor, "", turn.at)
        return private(say(turn.language, "reminders-resumed"))
    if turn.reading.of_reminders or (how.pause and turn.reading.query.is_empty):
        return private(reminder_messages.standing(how, turn.texts))
    said = {key: day for key, day in days_said(turn.reading).items() if key == _END}
    return await _of_resting(services, turn, register_forms.RESUME, lambda pause: said) or _none_rests(services, turn)


async def change_pause(services: Services, turn: Spoken) -> Outcome | None:
    """Open the form of the pause that was named, or is the only one, with the days to which it changes. None where a
    channel was named that has none."""
    changed = await _of_resting(services, turn, register_forms.PAUSE, lambda pause: _changed(pause, turn.reading))
    if changed or not turn.reading.query.is_empty:
        return changed
    how = await services.reminder_switch.standing(turn.at)
    return private(reminder_messages.standing(how, turn.texts)) if how.pause else _none_rests(services, turn)


async def _of_resting(
    services: Services, turn: Spoken, form_id: str, values: Callable[[Pause], FormValues]
) -> Outcome | None:
    """The form on the one channel that was meant and rests, or will; which one, where several do. None where none
    does."""
    query = turn.reading.query
    found = services.lookup.find_any(turn.register, turn.actor, query, turn.at)
    resting = [view for view in found.channels if view.pause is not None]
    if len(resting) == 1 and not query.sought and (pause := resting[0].pause):
        form = await open_form(services, turn, form_id, Opening(resting[0].channel.id, values=values(pause)))
        return private(with_unread(form, turn.reading))
    if not resting:
        return None
    carried = {view.channel.id: as_carried(values(view.pause)) for view in resting if view.pause}
    return private(
        channel_messages.which_channel(
            resting,
            "resume-which" if form_id == register_forms.RESUME else "pause-change-which",
            Verb.OPEN_FORM,
            lambda channel: (form_id, channel, "", carried[channel]),
            turn.texts,
            query.sought,
        )
    )


def _none_rests(services: Services, turn: Spoken) -> Outcome:
    query = turn.reading.query
    found = services.lookup.find_any(turn.register, turn.actor, query, turn.at).channels
    if query.is_empty or query.sought or not found:
        return private(say(turn.language, "channels-paused-none"))
    return private(out_of_use.not_resting(found, turn.texts))


def _changed(pause: Pause, reading: Reading) -> FormValues:
    """The days to which ``pause`` changes, as far as they were said: by a number of days, both of it move, or only the
    last."""
    said, change = days_of_pause(reading), reading.changes_pause
    by = timedelta(days=reading.days or 0)
    if any(said.values()) or not by:
        return {key: day for key, day in said.items() if day}
    by = -by if reading.absence.sooner else by
    if change is PauseChange.END:
        return {"end": (pause.end + by).isoformat()}
    if change is not PauseChange.BOTH:
        return {}
    return {"start": (pause.start + by).isoformat(), "end": (pause.end + by).isoformat()}


def beside_agreed(form: Form, turn: Turn) -> Form:
    """The ``form`` of a new pause beside the one that is agreed: days that touch it become one pause with it, and
    others would take its place, as a channel has one pause at a time; both is said."""
    agreed = channel_of(turn.register, form.subject[-1]).pause
    start, end = parse_day(form.values.get("start", "")), parse_day(form.values.get("end", ""))
    if agreed is None or start is None or end is None or (start, end) == (agreed.start, agreed.end):
        return form
    is_apart = start > agreed.end + _A_DAY or end < agreed.start - _A_DAY
    days = {"start": min(start, agreed.start).isoformat(), "end": max(end, agreed.end).isoformat()}
    said = turn.texts("pause-replaces" if is_apart else "pause-joined", start=agreed.start, end=agreed.end)
    values = form.values if is_apart else {**form.values, **days}
    return replace(form, values=values, intro=f"{form.intro}. {said}")


async def instead_of_told(services: Services, turn: Spoken, form: Form) -> Form:
    """The ``form`` of the pause that was meant; the one that was told before, if it is of another channel, ends."""
    told = turn.told
    for view in services.look_up(turn, told.query).channels if told else ():
        is_told = view.pause and told and told.dates and (view.pause.start, view.pause.end) == astuple(told.dates)
        if is_told and view.channel.id != form.subject[-1]:
            await services.keeping.pause(turn.actor, view.channel.id, None, turn.at)
            form = replace(form, intro=f"{form.intro}. {turn.texts('resumed', channel=view.channel.name)}")
    return form


async def pause_of_all(services: Services, turn: Spoken, values: FormValues) -> Outcome:
    """The form that pauses all reminders, where it was said that it is these; else which channel is to rest on the days
    that were said. Without days, how all of them stand."""
    if not values:
        how = await services.reminder_switch.standing(turn.at)
        return private(reminder_messages.standing(how, turn.texts))
    if turn.reading.of_reminders:
        told = turn.told.dates if turn.told else None
        opening = Opening(f"{told.start}/{told.end}" if told else "", values=values)
        form = await open_form(services, turn, reminder_forms.REMINDERS_PAUSE, opening)
        return private(with_unread(form, turn.reading))
    views = services.look_up(turn).channels[:_OFFERED]
    return private(pause_messages.of_what(views, as_carried(values), turn.texts))


async def submit_pause(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Let the channel rest; with both days emptied, end the pause that was agreed."""
    (channel_id,) = subject_of(submitted, 1)
    channel = channel_of(turn.register, channel_id)
    if channel.pause and not submitted.values.get("start") and not submitted.values.get("end"):
        return await _agreed(services, turn, channel, None)
    with FieldReader(submitted.values) as values:
        pause = Pause(values.day("start"), values.day("end"), submitted.values.get("reason", "").strip())
        values.not_past(pause.start, pause.end, turn.today)
    return await _agreed(services, turn, channel, pause, channel.pause)


async def _agreed(
    services: Services, turn: Turn, channel: Channel, pause: Pause | None, before: Pause | None = None
) -> Outcome:
    """Keep the ``pause``, or end the one there is, and say so; the one ``before`` is told, where it is another."""
    await services.keeping.pause(turn.actor, channel.id, pause, turn.at)
    if pause is None:
        return done(say(turn.language, "resumed", channel=channel.name))
    return done(pause_messages.paused(channel, pause, before, turn.today, turn.texts))


async def _submit_resume(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """End the channel's pause at once, or with the last day that was filled in."""
    (channel_id,) = subject_of(submitted, 1)
    channel = channel_of(turn.register, channel_id)
    if channel.pause is None:
        return done(say(turn.language, "resume-none", channel=channel.name))
    if not submitted.values.get(_END):
        return await _agreed(services, turn, channel, None)
    with FieldReader(submitted.values) as values:
        pause = replace(channel.pause, end=values.day(_END))
        values.not_past(pause.start, pause.end, turn.today)
    return await _agreed(services, turn, channel, pause)


SUBMISSIONS: Mapping[str, Submission] = {register_forms.RESUME: _submit_resume}
