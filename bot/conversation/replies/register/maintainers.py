"""Replies to maintainers who tell of their channels: updated, put off, away, handed over."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.conversation.actions import StaleActionError, day_in
from bot.conversation.exchange import Outcome, Submitted, Updating
from bot.conversation.forms import reminders as reminder_forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.making import with_problems
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.said import not_read, with_name_not_known, with_unread
from bot.conversation.forms.table import open_form, subject_and_reminder
from bot.conversation.replies import reminders
from bot.conversation.replies.in_words import corrections, plain_answers
from bot.conversation.replies.register import agreements
from bot.conversation.replies.register.swaps import swapped
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, private
from bot.domain.channels import Channel, Status
from bot.language.days.spans import Span
from bot.messages import reminders as reminder_messages
from bot.messages.model import Message, Verb
from bot.messages.parts import message, paragraph, say
from bot.messages.register import channels as channel_messages
from bot.messages.register import maintainers as maintainer_messages
from bot.services.access import NotAllowedError, is_keeper, require_somebody_here
from bot.services.register.covers import LONGEST
from bot.services.register.lookup import ChannelView
from bot.services.register.records.channel_records import InvalidInputError, Problem
from bot.understanding.commands import Intent
from bot.understanding.plain_answers import Plain, PlainAnswer

_BOTH = 2
_A_WEEK = timedelta(days=7)
_OFFERED = 10
"""How many channels an ICT secretary is offered where what was typed names none."""


async def _updated(services: Services, turn: Spoken) -> Outcome:
    """Note that a channel was updated, or ask which one of several."""
    require_somebody_here(turn.actor)
    on = turn.reading.dates.start if turn.reading.dates else turn.today
    is_plain = turn.reading.query.is_empty and not turn.reading.unread
    if turn.reading.everything and is_plain and (every := _all_of(services, turn)):
        if turn.reading.both and len(every) == _BOTH:
            return await plain_answers.note_updates(services, turn, [one.id for one in every], on)
        return private(maintainer_messages.all_updated(every, on, turn.texts))
    if is_plain and (answer := await plain_answers.updated(services, turn, PlainAnswer(Plain.YES, on))):
        return answer
    meant, sought = _meant(services, turn)
    if turn.reading.unread and meant:
        return await _ask_day(services, turn, meant, sought)
    if len(meant) == 1 and not sought:
        return await plain_answers.note_updates(services, turn, [meant[0].channel.id], on)
    if not meant:
        return private(channel_messages.mine((), turn.texts))
    asked = Updating(tuple(view.channel.id for view in meant), on, noted=False)
    return corrections.which(services, turn, asked, sought)


async def _ask_day(services: Services, turn: Spoken, meant: tuple[ChannelView, ...], sought: str) -> Outcome:
    """Ask on which day the channel was updated, where the day that was said can not be meant."""
    form_id = reminder_forms.UPDATED
    if len(meant) == 1 and not sought:
        form = await open_form(services, turn, form_id, Opening(meant[0].channel.id))
        return private(with_unread(form, turn.reading))
    which = channel_messages.which_channel(
        meant, "updated-which", Verb.OPEN_FORM, lambda channel: (form_id, channel, ""), turn.texts, sought
    )
    unread = paragraph(not_read(turn.reading, turn.texts))
    return private(replace(which, blocks=(unread, *which.blocks)))


async def _press_updated(services: Services, turn: Turn, channel_id: str, on: str) -> Outcome:
    """Note that the channel was updated ``on`` that day (ISO 8601). Where none is given, it is today, and the button is
    on the list of the person's channels, which is drawn anew."""
    noted = await plain_answers.note_updates(services, turn, [channel_id], day_in(on) if on else turn.today)
    if on or not isinstance(noted.reply, Message):
        return noted
    now = await services.after_change(turn)
    own = channel_messages.mine(services.own_channels(now), turn.texts)
    return replace(noted, reply=message(turn.texts, noted.reply.blocks, own.blocks), replaces=True)


async def _press_all_updated(services: Services, turn: Turn, on: str) -> Outcome:
    """Note the update of all that the person keeps, in one commit."""
    every = _all_of(services, turn)
    if not every:
        raise StaleActionError
    noted = await plain_answers.note_updates(services, turn, [one.id for one in every], day_in(on))
    return replace(noted, replaces=True)


def _all_of(services: Services, turn: Turn) -> list[Channel]:
    """The person's channels in use; all of the register's where an ICT secretary keeps none."""
    views = services.own_channels(turn)
    if not views and turn.actor.is_ict_secretary:
        views = services.look_up(turn).channels
    return [view.channel for view in views if view.channel.status_on(turn.today) is Status.IN_USE]


async def _submit_updated(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    channel_id, reminder = subject_and_reminder(submitted)
    with FieldReader(submitted.values) as values:
        on = values.day("on")
    if not turn.today - LONGEST <= on <= turn.today:
        code = "future" if on > turn.today else "old"
        raise InvalidInputError([Problem("on", code, "no day on which it can have been updated")])
    return await reminders.note_update(services, turn, reminder, channel_id, on)


async def _snooze(services: Services, turn: Spoken) -> Outcome:
    """Put off the person's reminders, of the channels that were named or of all: until the day that was said, or by a
    week."""
    require_somebody_here(turn.actor)
    if turn.actor.is_ict_secretary and turn.reading.answer and turn.reading.answer.what is Plain.NO_MORE:
        how = await services.reminder_switch.standing(turn.at)  # who keeps no channel means everybody's
        return private(reminder_messages.standing(how, turn.texts))
    if turn.reading.answer and turn.reading.answer.what is Plain.NO:
        return private(say(turn.language, "updated-nothing"))
    if turn.reading.reminds_others:
        named = () if turn.reading.query.is_empty else services.look_up(turn, turn.reading.query).channels
        not_sent = maintainer_messages.not_sent(named, turn.texts)
        if not turn.actor.is_ict_secretary or named:
            return private(not_sent)
        standing = reminder_messages.standing(await services.reminder_switch.standing(turn.at), turn.texts)
        return private(message(turn.texts, not_sent.blocks, standing.blocks))
    if turn.reading.unread:
        return private(message(turn.texts, paragraph(not_read(turn.reading, turn.texts))))
    until = _until(turn.reading.dates, turn.today)
    query = turn.reading.query
    if query.is_empty:
        return private(await plain_answers.put_off_asked(services, turn, until))
    meant = services.look_up(turn, query).channels
    return private(await plain_answers.put_off(services, turn, [view.channel.id for view in meant], until))


def _until(said: Span | None, today: date) -> date:
    """The day to ask again: the one that was said, the one after a time that goes on already, or else in a week."""
    if said is None:
        return today + _A_WEEK
    return said.end + timedelta(days=1) if said.start <= today < said.end else said.start


async def _handover(services: Services, turn: Spoken) -> Outcome:
    """Open the form that hands a channel over: the authorising superior is always asked for."""
    require_somebody_here(turn.actor)
    if of_another := await swapped(services, turn):
        return of_another
    meant, sought = _meant(services, turn)
    if meant and not any(is_keeper(turn.actor, view.channel) for view in meant):
        raise NotAllowedError("keeper")
    roles, typed = turn.reading.roles, turn.typed
    to = "".join(roles.successors[:1])
    values = {"to": to, "authorised_by": "".join(roles.authorises[:1])}
    form_id = reminder_forms.HANDOVER
    if len(meant) == 1 and (typed or not sought):
        form = await open_form(services, turn, form_id, Opening(meant[0].channel.id, values=values))
        wrong = (Problem("to", "not-understood", "is not understood", {"typed": typed}),)
        return private(with_problems(form, form.values, wrong) if typed else with_name_not_known(form, turn))
    if not meant and typed and turn.actor.is_ict_secretary:  # who keeps none of them may hand over all of them
        meant = services.look_up(turn).channels[:_OFFERED]
    if not meant:
        return private(channel_messages.mine((), turn.texts))
    return private(
        channel_messages.which_channel(
            meant, "handover-which", Verb.OPEN_FORM, lambda channel: (form_id, channel, to), turn.texts, sought or typed
        )
    )


async def _submit_handover(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Hand the channel over: the ICT secretary at once, a maintainer when the new one accepts."""
    channel_id, reminder = subject_and_reminder(submitted)
    if submitted.values.get("no_successor") == "yes":
        return await agreements.give_up(services, turn, channel_id, reminder)
    with FieldReader(submitted.values) as values:
        to, authorised_by = values.person("to"), values.person("authorised_by")
    if not turn.actor.is_ict_secretary:
        return await agreements.propose_handover(services, turn, channel_id, to, authorised_by, reminder)
    result = await services.staffing.hand_over(turn.actor, channel_id, to, authorised_by, turn.at)
    now = await services.after_change(turn)
    reply = maintainer_messages.handed_over(result, now.register.named(to), turn.texts)
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


def _meant(services: Services, turn: Spoken) -> tuple[tuple[ChannelView, ...], str]:
    """The channels that were meant: all of the person's own where none was named; of those named, first their own. And
    by what words none was found, where they are only near or the person's own."""
    own, query = services.own_channels(turn), turn.reading.query
    if query.is_empty:
        return own, ""
    found = services.look_up(turn, query).channels
    among_own = tuple(view for view in found if view.channel.is_kept_by(turn.actor.person.id))
    if not among_own and (not found or query.sought):
        return own, query.sought or turn.reading.rest
    # A channel that is named but not the person's own goes on: the service says kindly who may change it.
    return among_own or found, query.sought
