"""Replies to the ICT secretary, who keeps the register: channels registered, changed, paused, taken out of use."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC

from bot.conversation.actions import number_in
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import one_line
from bot.conversation.forms import register as register_forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.form import FieldKind, Form, FormValues
from bot.conversation.forms.making import with_problems
from bot.conversation.forms.name_taken import names_warned_of, warned_of_name
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.said import (
    as_carried,
    as_changed,
    values_said,
    with_name_not_known,
    with_nothing_read,
    with_unread,
)
from bot.conversation.forms.table import as_opened_now, open_form, send_in, subject_and_reminder, subject_of
from bot.conversation.replies.register import pauses
from bot.conversation.replies.register.there_already import there_already
from bot.conversation.replies.reminders import with_reminder
from bot.conversation.turn import Reply, Services, Spoken, Submission, Turn, done, private
from bot.domain.accounts.addresses import handle_of, platform_of
from bot.domain.channels import Channel, Scope, differences
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.messages.register import activity as activity_messages
from bot.messages.register import changes as register_messages
from bot.messages.register import channels as channel_messages
from bot.services.access import require_ict_secretary
from bot.services.committing import channel_of
from bot.services.register.fields import FORM_FIELDS
from bot.services.register.keeping import ChangedMeanwhileError
from bot.services.register.lookup import ChannelView
from bot.services.register.records.channel_records import InvalidInputError, Problem
from bot.understanding.commands import Intent

_OFFERED = 10
"""How many channels are offered where what was typed names none."""


async def _register(services: Services, turn: Spoken) -> Outcome:
    """Open the form *register*, with what was said already in it; register at once where a line said it all. What is
    there already is shown, and a decided proposal that waits is offered."""
    require_ict_secretary(turn.actor)
    if not turn.given and (there := await there_already(services, turn)):
        return private(there)
    values = values_said(turn, services.platforms)
    form = await open_form(services, turn, register_forms.REGISTER, Opening(values=values))
    if one_line.names_beside(turn.given, form.fields):
        form = await open_form(services, turn, register_forms.REGISTER, Opening(register_forms.ALL, values=values))
    return await _filled_in(services, turn, form)


async def _submit_register(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Register the channel, with what its address tells, once it was shown what is found there. Where something is
    wrong with what was not asked for, such as a service that the address does not tell, everything is asked for."""
    values = dict(submitted.values)
    if register_forms.ALL not in submitted.subject:
        url = values.get("url", "")
        values = {"scope": Scope.UNIT, "platform": platform_of(url, services.platforms) or ""} | values
        values.setdefault("handle", handle_of(url, services.platforms))
    unsaid = {field.key: None for field in FORM_FIELDS if field.kind is FieldKind.CHECK and field.key not in values}
    record = record_of_form(values) | unsaid
    try:
        draft = await services.keeping.draft(turn.actor, record, turn.at)
        shown = await warned_of_name(services, turn, submitted)
        if found := shown or await found_at_the_address(services, turn, submitted, draft):
            return private(found)
        result = await services.keeping.add(turn.actor, record, turn.at)
    except InvalidInputError as error:
        asked = [problem for problem in error.problems if problem.field in submitted.values]
        if asked:
            raise InvalidInputError(asked) from None
        form = await open_form(services, turn, register_forms.REGISTER, Opening(register_forms.ALL))
        return private(with_problems(form, values, error.problems))
    tried = await services.watching.expect(turn.actor.person, [result.channel.id], turn.at)
    return done(register_messages.changed("registered", result, turn.texts, tried=tried > 0))


async def _edit(services: Services, turn: Spoken) -> Outcome:
    """Open the form of the channel that was named, or change at once what a line names; the form of its maintainers
    where somebody is to become one, or is to be one no more."""
    form_id = register_forms.of_change(turn.reading.staffs)
    return await _form_of_channel(services, turn, form_id, values_said(turn, services.platforms))


async def _submit_edit(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    channel_id, version = subject_of(replace(submitted, subject=submitted.subject[:3]), 2)
    if warned := await warned_of_name(services, turn, submitted, channel_id):
        return private(warned)
    record = record_of_form(submitted.values) | _left_unsaid(channel_of(turn.register, channel_id), submitted.values)
    try:
        result = await services.keeping.edit(turn.actor, channel_id, number_in(version), record, turn.at)
    except ChangedMeanwhileError as error:
        now = await services.after_change(turn)
        form = await as_opened_now(services, now, submitted)
        intro = await _what_changed(services, now, channel_id, int(version), error.current)
        return private(replace(form, values=dict(submitted.values), intro=intro))
    if result.channel.version == int(version):
        return done(register_messages.changed("edited-nothing", result, turn.texts))
    tried = await services.watching.expect(turn.actor.person, [channel_id], turn.at)
    return done(register_messages.changed("edited", result, turn.texts, tried=tried > 0))


async def _submit_maintainers(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    channel_id, reminder = subject_and_reminder(submitted)
    with FieldReader(submitted.values) as values:
        add, remove = values.people("add"), values.people("remove")
        authorised_by = values.person("authorised_by") if add else ""
        if not add and not remove:
            values.text("add")
    result = await services.staffing.change_maintainers(turn.actor, channel_id, add, authorised_by, remove, turn.at)
    is_same = result.channel.version == channel_of(turn.register, channel_id).version
    key = "edited-nothing" if is_same else "edited"
    return await with_reminder(services, turn, reminder, register_messages.changed(key, result, turn.texts))


async def _retire(services: Services, turn: Spoken) -> Outcome:
    return await _form_of_channel(services, turn, register_forms.RETIRE)


async def _submit_retire(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    (channel_id,) = subject_of(submitted, 1)
    with FieldReader(submitted.values) as values:
        access_by = values.person("closing_access_by")
        archive, announcement = values.text("closing_archive"), values.text("closing_announcement")
    channel = await services.keeping.retire(turn.actor, channel_id, access_by, archive, announcement, turn.at)
    now = await services.after_change(turn)
    return done(register_messages.retired(channel, now.register, turn.texts))


async def _pause(services: Services, turn: Spoken) -> Outcome:
    """Open the form that pauses the channel that was named, with the days that were said; where none was named, all
    reminders may be meant. Where a pause is over, that is what the form is for."""
    require_ict_secretary(turn.actor)
    reading = turn.reading
    if reading.ends_pause:
        return await pauses.end_pause(services, turn)
    if not reading.of_reminders and reading.changes_pause and (changed := await pauses.change_pause(services, turn)):
        return changed
    values = values_said(turn, services.platforms)
    is_whole = not reading.failed or (values and not reading.strangers)
    if reading.query.is_empty and is_whole:
        return await pauses.pause_of_all(services, turn, values)
    outcome = await _form_of_channel(services, turn, register_forms.PAUSE, values)
    form = outcome.reply
    if not isinstance(form, Form) or form.errors:
        return outcome
    if form.id == register_forms.PAUSE:
        form = await pauses.instead_of_told(services, turn, form) if turn.told else pauses.beside_agreed(form, turn)
    return private(with_unread(form, reading))


REPLIES: Mapping[Intent, Reply] = {
    Intent.REGISTER: _register,
    Intent.EDIT: _edit,
    Intent.RETIRE: _retire,
    Intent.PAUSE: _pause,
}
SUBMISSIONS: Mapping[str, Submission] = {
    register_forms.REGISTER: _submit_register,
    register_forms.EDIT: _submit_edit,
    register_forms.MAINTAINERS: _submit_maintainers,
    register_forms.RETIRE: _submit_retire,
    register_forms.PAUSE: pauses.submit_pause,
}


async def _form_of_channel(services: Services, turn: Spoken, form_id: str, values: FormValues | None = None) -> Outcome:
    """The form about the one channel that was named, with ``values`` in it; or what comes of the fields that were
    typed on the line, of which some belong to the form of the maintainers."""
    require_ict_secretary(turn.actor)
    query = turn.reading.query
    meant = () if query.is_empty else services.look_up(turn, query).channels
    if not meant and (turn.reading.failed or query.is_empty):
        return _which(turn, services.look_up(turn).channels, form_id, values)
    if len(meant) != 1 or query.sought:
        return _which(turn, meant, form_id, values)
    channel = meant[0].channel
    carried = as_changed(channel, values or {}, turn.register) if form_id == register_forms.EDIT else values
    opening = Opening(channel.id, values=carried or {})
    form = await open_form(services, turn, form_id, opening)
    if form_id == register_forms.EDIT and turn.given and not one_line.values_of(turn.given, form.fields):
        staff = await open_form(services, turn, register_forms.MAINTAINERS, opening)
        form = staff if one_line.values_of(turn.given, staff.fields) else form
    return await _filled_in(services, turn, form)


async def _filled_in(services: Services, turn: Spoken, form: Form) -> Outcome:
    """The form to fill in; or what comes of it, where the fields were typed on the line."""
    values = one_line.values_of(turn.given, form.fields)
    if unknown := one_line.names_beside(turn.given, form.fields):
        problem = Problem(unknown[0], "unknown-named", "is no field of this form", {"name": ", ".join(unknown)})
        return private(with_problems(form, {**form.values, **values}, (problem,)))
    if turn.reading.failed:
        typed = Problem(form.fields[0].key, "not-understood", "is not understood", {"typed": turn.typed})
        if not form.values.get("url"):
            return private(with_problems(form, {**form.values, **values}, (typed,)))
    elif not values:
        return private(with_name_not_known(with_nothing_read(form, turn), turn))
    submitted = Submitted(form.id, form.subject, {**form.values, **values})
    return private((await send_in(SUBMISSIONS[form.id], services, turn, submitted)).reply)


def _which(turn: Spoken, meant: tuple[ChannelView, ...], what: str, values: FormValues | None = None) -> Outcome:
    """Ask back which channel is meant, with a button for each that carries what was said."""
    carried = (as_carried(values),) if values else ()
    if not meant:
        return private(say(turn.language, "nothing-to-choose"))
    return private(
        channel_messages.which_channel(
            meant[:_OFFERED] if turn.typed else meant,
            f"{what}-which",
            Verb.OPEN_FORM,
            lambda channel: (what, channel, "", *carried),
            turn.texts,
            turn.typed or turn.reading.query.sought,
        )
    )


async def found_at_the_address(services: Services, turn: Turn, submitted: Submitted, draft: Channel) -> Form | None:
    """The form once more, with what the source of ``draft`` shows, the channel as it would be registered; None where
    that was shown, or nothing can be tried. The subject carries which source it was: another address is tried as
    well."""
    report = await services.watching.try_out(draft, turn.at)
    if report is None or report.ref is None or report.ref.where in submitted.subject:
        return None
    form = await as_opened_now(services, turn, submitted)
    intro = activity_messages.of_address(report, turn.at.tzinfo or UTC, turn.texts)
    return replace(
        form,
        subject=(*form.subject, *names_warned_of(submitted), report.ref.where),
        values=dict(submitted.values),
        intro=intro,
    )


def record_of_form(values: FormValues) -> dict[str, object]:
    """What a channel's form says, as a record. A box that is not ticked says no."""
    return {
        field.key: values.get(field.key) == "yes" if field.kind is FieldKind.CHECK else values.get(field.key, "")
        for field in FORM_FIELDS
    }


def not_ticked(values: FormValues) -> dict[str, object]:
    """The boxes that are not ticked, of a channel of which nobody has said yes or no to them yet."""
    boxes = (field.key for field in FORM_FIELDS if field.kind is FieldKind.CHECK)
    return {key: None for key in boxes if values.get(key) != "yes"}


def _left_unsaid(channel: Channel, values: FormValues) -> dict[str, object]:
    """The boxes of which nobody has said yes or no, and nobody says it now: they stay that way."""
    return {key: None for key in not_ticked(values) if getattr(channel, key) is None}


async def _what_changed(services: Services, turn: Turn, channel_id: str, version: int, current: Channel) -> str:
    """In words, how the channel differs from what the person saw when the form was opened."""
    texts = turn.texts
    states = [entry.after[channel_id] for entry in await services.keeping.history(turn.actor, channel_id)]
    seen = next((state for state in states if state.version == version), current)
    words = [
        register_messages.change_words(texts, change, lambda person: turn.register.person(person).label)
        for change in differences(seen, current)
    ]
    return texts("changed-meanwhile", changes="; ".join(words) or texts("value-none"))
