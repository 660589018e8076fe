"""Replies to maintainers who tell of their channels: updated, put off, away, handed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.conversation.actions import StaleActionError, day_in
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import reminders as reminder_forms
from bot.conversation.forms.days import not_read, with_unread
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.making import with_problems
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.table import open_form
from bot.conversation.replies import plain_answers, reminders
from bot.conversation.replies.register import agreements
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, after_change, private, replacing
from bot.domain.channels import Channel, Status
from bot.domain.register import ChannelQuery
from bot.language.spans import Span
from bot.messages.model import Message, Verb
from bot.messages.parts import paragraph
from bot.messages.register import channels as channel_messages
from bot.messages.register import maintainers as maintainer_messages
from bot.messages.texts import texts_in
from bot.services.access import NotAllowedError, is_keeper, require_keeper, require_somebody_here
from bot.services.committing import channel_of
from bot.services.register.covers import LONGEST
from bot.services.register.lookup import ChannelView
from bot.services.register.records.channel_records import InvalidInputError, Problem
from bot.understanding.commands import Intent
from bot.understanding.plain_answers import Plain, PlainAnswer

_A_WEEK = timedelta(days=7)
_OFFERED = 10
"""How many channels an ICT secretary is offered where what was typed names none."""


async def _updated(services: Services, turn: Spoken) -> Outcome:
    """Note that a channel was updated, or ask which one of several."""
    require_somebody_here(turn.actor)
    on = turn.reading.dates.start if turn.reading.dates else turn.today
    if turn.reading.everything and turn.reading.query.is_empty and (every := _all_of(services, turn)):
        return private(maintainer_messages.all_updated(every, on, turn.language))
    if turn.reading.query.is_empty and (
        answer := await plain_answers.updated(services, turn, PlainAnswer(Plain.YES, on))
    ):
        return private(answer)
    meant, sought = _meant(services, turn)
    if turn.reading.unread and meant:
        return await _ask_day(services, turn, meant, sought)
    if len(meant) == 1 and not sought:
        return private(await plain_answers.note_updates(services, turn, [meant[0].channel.id], on))
    if not meant:
        return private(channel_messages.mine((), turn.language))
    return private(
        channel_messages.which_channel(
            meant, "updated-which", Verb.UPDATED, lambda channel: (channel, on.isoformat()), turn.language, sought
        )
    )


async def _ask_day(services: Services, turn: Spoken, meant: tuple[ChannelView, ...], sought: str) -> Outcome:
    """Ask on which day the channel was updated, where the day that was said can not be meant."""
    form_id = reminder_forms.UPDATED
    if len(meant) == 1 and not sought:
        form = await open_form(services, turn, form_id, Opening(meant[0].channel.id))
        return private(with_unread(form, turn.reading))
    which = channel_messages.which_channel(
        meant, "updated-which", Verb.OPEN_FORM, lambda channel: (form_id, channel, ""), turn.language, sought
    )
    unread = paragraph(not_read(turn.reading, texts_in(turn.language)))
    return private(replace(which, blocks=(unread, *which.blocks)))


async def _press_updated(services: Services, turn: Turn, channel_id: str, on: str) -> Outcome:
    """Note that the channel was updated ``on`` that day (ISO 8601). Where none is given, it is today, and the button is
    on the list of the person's channels, which is drawn anew."""
    noted = await plain_answers.note_updates(services, turn, [channel_id], day_in(on) if on else turn.today)
    if on:
        return private(noted)
    now = await after_change(services, turn)
    own = channel_messages.mine(services.lookup.mine(now.register, turn.actor, turn.at), turn.language)
    return replacing(Message((*noted.blocks, *own.blocks), turn.language))


async def _press_all_updated(services: Services, turn: Turn, on: str) -> Outcome:
    """Note the update of all that the person keeps, in one commit."""
    every = _all_of(services, turn)
    if not every:
        raise StaleActionError
    return replacing(await plain_answers.note_updates(services, turn, [one.id for one in every], day_in(on)))


def _all_of(services: Services, turn: Turn) -> list[Channel]:
    """The person's channels in use; all of the register's where an ICT secretary keeps none."""
    views = services.lookup.mine(turn.register, turn.actor, turn.at)
    if not views and turn.actor.is_ict_secretary:
        views = services.lookup.find(turn.register, turn.actor, ChannelQuery(), turn.at).channels
    return [view.channel for view in views if view.channel.status_on(turn.today) is Status.IN_USE]


async def _submit_updated(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    channel_id, reminder = _from_reminder(submitted)
    values = FieldReader(submitted.values)
    on = values.day("on")
    values.require_all_well()
    if not turn.today - LONGEST <= on <= turn.today:
        code = "future" if on > turn.today else "old"
        raise InvalidInputError([Problem("on", code, "no day on which it can have been updated")])
    return await reminders.note_update(services, turn, reminder, channel_id, on)


async def _snooze(services: Services, turn: Spoken) -> Outcome:
    """Put off the person's reminders, of the channels that were named or of all: until the day that was said, or by a
    week."""
    require_somebody_here(turn.actor)
    if turn.reading.unread:
        return private(Message((paragraph(not_read(turn.reading, texts_in(turn.language))),), turn.language))
    until = _until(turn.reading.dates, turn.today)
    query = turn.reading.query
    if query.is_empty:
        return private(await plain_answers.put_off_asked(services, turn, until))
    meant = services.lookup.find(turn.register, turn.actor, query, turn.at).channels
    return private(await plain_answers.put_off(services, turn, [view.channel.id for view in meant], until))


def _until(said: Span | None, today: date) -> date:
    """The day to ask again: the one that was said, the one after a time that goes on already, or else in a week."""
    if said is None:
        return today + _A_WEEK
    return said.end + timedelta(days=1) if said.start <= today < said.end else said.start


async def _handover(services: Services, turn: Spoken) -> Outcome:
    """Open the form that hands a channel over: the authorising superior is always asked for."""
    require_somebody_here(turn.actor)
    meant, sought = _meant(services, turn)
    if meant and not any(is_keeper(turn.actor, view.channel) for view in meant):
        raise NotAllowedError("keeper")
    to = turn.reading.people[0] if turn.reading.people else ""
    typed = turn.reading.failed[2] if turn.reading.failed else ""
    form_id = reminder_forms.HANDOVER
    if len(meant) == 1 and (typed or not sought):
        form = await open_form(services, turn, form_id, Opening(meant[0].channel.id, values={"to": to}))
        wrong = (Problem("to", "not-understood", "is not understood", {"typed": typed}),)
        return private(with_problems(form, form.values, wrong) if typed else form)
    if not meant and typed and turn.actor.is_ict_secretary:  # who keeps none of them may hand over all of them
        meant = services.lookup.find(turn.register, turn.actor, ChannelQuery(), turn.at).channels[:_OFFERED]
    if not meant:
        return private(channel_messages.mine((), turn.language))
    return private(
        channel_messages.which_channel(
            meant,
            "handover-which",
            Verb.OPEN_FORM,
            lambda channel: (form_id, channel, to),
            turn.language,
            sought or typed,
        )
    )


async def _submit_handover(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Hand the channel over: the ICT secretary at once, a maintainer when the new one accepts."""
    channel_id, reminder = _from_reminder(submitted)
    require_keeper(turn.actor, channel_of(turn.register, channel_id))
    values = FieldReader(submitted.values)
    if submitted.values.get("no_successor") == "yes":
        return await agreements.give_up(services, turn, channel_id, reminder)
    to, authorised_by = values.person("to"), values.person("authorised_by")
    values.require_all_well()
    if not turn.actor.is_ict_secretary:
        return await agreements.propose_handover(services, turn, channel_id, to, authorised_by, reminder)
    result = await services.staffing.hand_over(turn.actor, channel_id, to, authorised_by, turn.at)
    now = await after_change(services, turn)
    reply = maintainer_messages.handed_over(result, now.register.named(to), turn.language)
    return await reminders.with_reminder(services, turn, reminder, reply)


REPLIES: Mapping[Intent, Reply] = {
    Intent.UPDATED: _updated,
    Intent.SNOOZE: _snooze,
    Intent.HANDOVER: _handover,
}
PRESSES: Mapping[Verb, Press] = {Verb.UPDATED: _press_updated, Verb.ALL_UPDATED: _press_all_updated}
SUBMISSIONS: Mapping[str, Submission] = {
    reminder_forms.HANDOVER: _submit_handover,
    reminder_forms.UPDATED: _submit_updated,
}


def _from_reminder(submitted: Submitted) -> tuple[str, str]:
    """The channel that the form is about, and the reminder that it was opened from, if it was."""
    match submitted.subject[1:]:
        case (channel_id,):
            return channel_id, ""
        case (channel_id, reminder):
            return channel_id, reminder
    raise StaleActionError


def _meant(services: Services, turn: Spoken) -> tuple[tuple[ChannelView, ...], str]:
    """The channels that were meant: all of the person's own where none was named; of those named, first their own. And
    by what words none was found, where they are only near or the person's own."""
    own, query = services.lookup.mine(turn.register, turn.actor, turn.at), turn.reading.query
    if query.is_empty:
        return own, ""
    found = services.lookup.find(turn.register, turn.actor, query, turn.at).channels
    among_own = tuple(view for view in found if view.channel.is_kept_by(turn.actor.person.id))
    if not among_own and (not found or query.sought):
        return own, query.sought or turn.reading.rest
    # A channel that is named but not the person's own goes on: the service says kindly who may change it.
    return among_own or found, query.sought
