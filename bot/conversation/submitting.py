"""What happens when a form is sent in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import register as catalogue
from bot.conversation.forms.model import FieldKind, Form, FormValues
from bot.conversation.forms.reading import FieldReader
from bot.conversation.replies import gaps as closing_gaps
from bot.conversation.replies import maintainers as maintaining
from bot.conversation.replies import questions as answering
from bot.conversation.replies import reminders
from bot.conversation.turn import Services, Submission, Turn, replacing
from bot.domain.changes import differences
from bot.domain.channels import Channel, Pause
from bot.domain.working_time import Days
from bot.messages import maintainers as maintaining_messages
from bot.messages import register as messages
from bot.messages.texts import texts_in
from bot.services.access import require_ict_secretary, require_keeper, require_somebody_here
from bot.services.committing import channel_of
from bot.services.register.keeping import ChangedMeanwhileError
from bot.services.register.people import named
from bot.services.register.records import InvalidInputError

_STALE = "this form is of an older message: open it again"


async def submit(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Do what the form is for, or show it again with what is wrong.

    Raises StaleActionError for a form that there is no more.
    """
    submission = _SUBMISSIONS.get(submitted.form_id)
    if submission is None:
        raise StaleActionError(_STALE)
    try:
        return await submission(services, turn, submitted)
    except InvalidInputError as error:
        form = await _blank(services, turn, submitted)
        again = replace(form, subject=submitted.subject)
        return replacing(catalogue.with_problems(again, submitted.values, error.problems))


async def _register(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    form = catalogue.register(services.platforms, turn.language, {})
    result = await services.keeping.add(turn.actor, _record(form, submitted.values), turn.at)
    return replacing(messages.registered(result, turn.language))


async def _edit(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    channel_id, version = _subject(submitted, 2)
    if not re.fullmatch(r"\d{1,9}", version):
        raise StaleActionError(_STALE)
    form = await _blank(services, turn, submitted)
    record = {**_record(form, submitted.values), **_left_unsaid(await _channel(services, channel_id), submitted.values)}
    try:
        result = await services.keeping.edit(turn.actor, channel_id, int(version), record, turn.at)
    except ChangedMeanwhileError as error:
        intro = await _what_changed(services, turn, channel_id, int(version), error.current)
        now = await _blank(services, turn, submitted)
        return replacing(replace(now, values=dict(submitted.values), intro=intro))
    return replacing(messages.edited(result, turn.language))


async def _pause(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    (channel_id,) = _subject(submitted, 1)
    channel = await _channel(services, channel_id)
    if channel.pause and not submitted.values.get("start") and not submitted.values.get("end"):
        return replacing(
            messages.resumed(await services.keeping.pause(turn.actor, channel_id, None, turn.at), turn.language)
        )
    values = FieldReader(submitted.values)
    pause = Pause(values.day("start"), values.day("end"), submitted.values.get("reason", "").strip())
    values.in_order(pause.start, pause.end)
    values.not_past(pause.end, turn.today)
    values.require_all_well()
    paused = await services.keeping.pause(turn.actor, channel_id, pause, turn.at)
    return replacing(messages.paused(paused, pause, turn.today, turn.language))


async def _retire(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    (channel_id,) = _subject(submitted, 1)
    values = FieldReader(submitted.values)
    access_by = values.person("closing_access_by")
    archive, announcement = values.text("closing_archive"), values.text("closing_announcement")
    values.require_all_well()
    channel = await services.keeping.retire(turn.actor, channel_id, access_by, archive, announcement, turn.at)
    return replacing(messages.retired(channel, await services.lookup.register(), turn.language))


async def _maintainers(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    (channel_id,) = _subject(submitted, 1)
    values = FieldReader(submitted.values)
    add, remove = values.people("add"), values.people("remove")
    authorised_by = values.person("authorised_by") if add else ""
    if not add and not remove:
        values.text("add")
    values.require_all_well()
    result = await services.staffing.change_maintainers(turn.actor, channel_id, add, authorised_by, remove, turn.at)
    return replacing(messages.edited(result, turn.language))


async def _left(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    values = FieldReader(submitted.values)
    person, on = values.person("person"), values.day("on")
    values.require_all_well()
    return replacing(messages.left(await services.staffing.mark_left(turn.actor, person, on, turn.at), turn.language))


async def _handover_all(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    (person_id,) = _subject(submitted, 1)
    values = FieldReader(submitted.values)
    to, authorised_by = values.person("to"), values.person("authorised_by")
    values.require_all_well()
    result = await services.staffing.hand_over_all(turn.actor, person_id, to, authorised_by, turn.at)
    register = await services.lookup.register()
    return replacing(messages.handed_over_all(result, named(register, to), turn.language))


async def _away(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_somebody_here(turn.actor)
    values = FieldReader(submitted.values)
    start, end, cover = values.day("start"), values.day("end"), values.person("cover")
    values.require_all_well()
    reminder = submitted.subject[1] if len(submitted.subject) > 1 else ""
    return replacing(await maintaining.agree_cover(services, turn, start, end, cover, reminder))


async def _updated(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    channel_id, reminder = _from_reminder(submitted)
    values = FieldReader(submitted.values)
    on = values.day("on")
    values.require_all_well()
    return await reminders.note_update(services, turn, reminder, channel_id, on)


async def _reminders_pause(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    (reminder,) = _subject(submitted, 1)
    values = FieldReader(submitted.values)
    days = Days(values.day("start"), values.day("end"))
    values.in_order(days.start, days.end)
    values.not_past(days.end, turn.today)
    values.require_all_well()
    return await reminders.pause_all(services, turn, reminder, days)


async def _handover(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    channel_id, reminder = _from_reminder(submitted)
    channel = await _channel(services, channel_id)
    require_keeper(turn.actor, channel)
    values = FieldReader(submitted.values)
    to, authorised_by = values.person("to"), values.person("authorised_by")
    values.require_all_well()
    if turn.actor.is_ict_secretary:
        result = await services.staffing.hand_over(turn.actor, channel_id, to, authorised_by, turn.at)
        register = await services.lookup.register()
        return replacing(maintaining_messages.handed_over(result, named(register, to), turn.language))
    return await reminders.propose_handover(services, turn, channel_id, to, authorised_by, reminder)


_SUBMISSIONS: Mapping[str, Submission] = {
    catalogue.REGISTER: _register,
    catalogue.EDIT: _edit,
    catalogue.PAUSE: _pause,
    catalogue.RETIRE: _retire,
    catalogue.MAINTAINERS: _maintainers,
    catalogue.LEFT: _left,
    catalogue.AWAY: _away,
    catalogue.UPDATED: _updated,
    catalogue.REMINDERS_PAUSE: _reminders_pause,
    catalogue.HANDOVER: _handover,
    catalogue.HANDOVER_ALL: _handover_all,
    **answering.SUBMISSIONS,
    **closing_gaps.SUBMISSIONS,
}


async def _blank(services: Services, turn: Turn, submitted: Submitted) -> Form:
    """The form that was sent in, as it is opened now."""
    register = await services.lookup.register()
    match submitted.form_id:
        case catalogue.REGISTER:
            return catalogue.register(services.platforms, turn.language, {})
        case catalogue.AWAY:
            return catalogue.away(turn.language, {})
        case catalogue.REMINDERS_PAUSE:
            return catalogue.reminders_pause(turn.language, {})
        case catalogue.LEFT:
            return catalogue.left(turn.language, {})
        case catalogue.HANDOVER_ALL:
            return catalogue.handover_all(register.person(submitted.subject[1]), turn.language)
    channel = channel_of(register, submitted.subject[1])
    form = catalogue.of_channel(submitted.form_id, channel, register, services.platforms, turn.language)
    if form is None:
        raise StaleActionError(_STALE)
    return form


def _record(form: Form, values: FormValues) -> dict[str, object]:
    """What a channel's form says, as a record. A box that is not ticked says no."""
    record: dict[str, object] = {field.key: values.get(field.key, "") for field in form.fields}
    for field in form.fields:
        if field.kind is FieldKind.CHECK:
            record[field.key] = values.get(field.key) == "yes"
    return record


def _left_unsaid(channel: Channel, values: FormValues) -> dict[str, object]:
    """The boxes of which nobody has said yes or no, and nobody says it now: they stay that way."""
    duties = {
        "website_link": channel.website_link,
        "announced": channel.announced,
        "official_marked": channel.official_marked,
    }
    return {key: None for key, said in duties.items() if said is None and values.get(key) != "yes"}


def _from_reminder(submitted: Submitted) -> tuple[str, str]:
    """The channel that the form is about, and the reminder that it was opened from, if it was."""
    match submitted.subject[1:]:
        case (channel_id,):
            return channel_id, ""
        case (channel_id, reminder):
            return channel_id, reminder
    raise StaleActionError(_STALE)


def _subject(submitted: Submitted, length: int) -> tuple[str, ...]:
    """What the form is about, without its language."""
    subject = submitted.subject[1:]
    if len(subject) != length:
        raise StaleActionError(_STALE)
    return subject


async def _channel(services: Services, channel_id: str) -> Channel:
    return channel_of(await services.lookup.register(), channel_id)


async def _what_changed(services: Services, turn: Turn, channel_id: str, version: int, current: Channel) -> str:
    """In words, how the channel differs from what the person saw when the form was opened."""
    texts = texts_in(turn.language)
    register = await services.lookup.register()
    states = [entry.after[channel_id] for entry in await services.keeping.history(turn.actor, channel_id)]
    seen = next((state for state in states if state.version == version), current)
    words = [
        messages.change_words(texts, change, lambda person: register.person(person).label)
        for change in differences(seen, current)
    ]
    return texts("changed-meanwhile", changes="; ".join(words) or texts("value-none"))
