"""Replies to the ICT secretary, who keeps the register."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import one_line
from bot.conversation.forms import register as catalogue
from bot.conversation.forms.model import Form
from bot.conversation.submitting import submit
from bot.conversation.turn import Services, Spoken, private
from bot.domain.addresses import handle_of, normalise_url, platform_of
from bot.messages import channels as channel_messages
from bot.messages import register as messages
from bot.messages import reminders as reminder_messages
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.services.access import require_ict_secretary
from bot.services.ports import EventKind
from bot.services.register.lookup import ChannelView
from bot.services.register.records import Problem


async def register(services: Services, turn: Spoken) -> Outcome:
    """Open the form *register*, with what was said already in it; register at once where a line said it all."""
    require_ict_secretary(turn.actor)
    reading = turn.reading
    url = reading.address.strip("<>").partition("|")[0] if normalise_url(reading.address) else ""
    values = {
        "platform": platform_of(url, services.platforms) or next(iter(reading.query.platforms), ""),
        "url": url,
        "handle": handle_of(url, services.platforms) if url else reading.address,
        "unit": next(iter(reading.query.units), ""),
        "responsible": next(iter(reading.people), ""),
    }
    return await _filled_in(services, turn, catalogue.register(services.platforms, turn.language, values))


async def edit(services: Services, turn: Spoken) -> Outcome:
    """Open the form of the channel that was named, or change at once what a line names."""
    return await _form_of_channel(services, turn, catalogue.EDIT)


async def retire(services: Services, turn: Spoken) -> Outcome:
    """Open the form that takes the channel that was named out of use."""
    return await _form_of_channel(services, turn, catalogue.RETIRE)


async def pause(services: Services, turn: Spoken) -> Outcome:
    """Open the form that pauses the channel that was named, with the days that were said; where none was named, all
    reminders may be meant."""
    require_ict_secretary(turn.actor)
    if turn.reading.query.is_empty:
        return private(reminder_messages.pause_of_what(turn.language))
    return await _form_of_channel(services, turn, catalogue.PAUSE)


async def left(services: Services, turn: Spoken) -> Outcome:
    """Mark the person who was named as somebody who has left, from today or the day that was said."""
    require_ict_secretary(turn.actor)
    on = turn.reading.dates.start if turn.reading.dates else turn.today
    if not turn.reading.people:
        return private(catalogue.left(turn.language, {"on": on.isoformat()}))
    result = await services.staffing.mark_left(turn.actor, turn.reading.people[0], on, turn.at)
    return private(messages.left(result, turn.language))


async def audit(services: Services, turn: Spoken) -> Outcome:
    """What wants attention."""
    return private(messages.audit(await services.lookup.audit(turn.actor, turn.at), turn.language))


async def report(services: Services, turn: Spoken) -> Outcome:
    """The register in figures."""
    return private(messages.report(await services.lookup.audit(turn.actor, turn.at), turn.language))


async def history(services: Services, turn: Spoken) -> Outcome:
    """The changes to the register, or to the channel that was named."""
    require_ict_secretary(turn.actor)
    query = turn.reading.query
    meant = () if query.is_empty else (await services.lookup.find_any(turn.actor, query, turn.at)).channels
    if not query.is_empty and not meant:
        return private(say(turn.language, "nothing-to-choose"))
    only = meant[0].channel.id if len(meant) == 1 else None
    ids = {view.channel.id for view in meant}
    every = await services.keeping.history(turn.actor, only)
    # Names that a workspace tells are hundreds at its first start, and would hide what people have changed.
    changes = (entry for entry in every if entry.event.what != EventKind.DIRECTORY)
    entries = [entry for entry in changes if not ids or ids & entry.after.keys()]
    return private(messages.history(entries, await services.lookup.register(), turn.language))


async def undo(services: Services, turn: Spoken) -> Outcome:
    """Show the newest change and ask whether it is to be taken back."""
    newest = await services.keeping.newest_change(turn.actor)
    return private(messages.undo_question(newest, await services.lookup.register(), turn.language))


async def _form_of_channel(services: Services, turn: Spoken, form_id: str) -> Outcome:
    require_ict_secretary(turn.actor)
    meant = await _meant(services, turn)
    if len(meant) != 1:
        return _which(turn, meant, form_id)
    register, channel = await services.lookup.register(), meant[0].channel
    form = catalogue.of_channel(form_id, channel, register, services.platforms, turn.language)
    staff = catalogue.maintainers(channel, turn.language, {})
    if form is None or (form_id == catalogue.EDIT and turn.given and not one_line.fits(turn.given, form)):
        form = staff if one_line.fits(turn.given, staff) else form
    if form is None:
        return private(say(turn.language, "nothing-to-choose"))
    dates = turn.reading.dates
    if form_id == catalogue.PAUSE and dates:
        form = replace(form, values={**form.values, "start": dates.start.isoformat(), "end": dates.end.isoformat()})
    return await _filled_in(services, turn, form)


async def _filled_in(services: Services, turn: Spoken, form: Form) -> Outcome:
    """The form to fill in; or what comes of it, where the fields were typed on the line."""
    values = one_line.values_of(turn.given, form.fields)
    if unknown := one_line.names_beside(turn.given, form.fields):
        problem = Problem(unknown[0], "unknown-named", "is no field of this form", {"name": ", ".join(unknown)})
        return private(catalogue.with_problems(form, {**form.values, **values}, (problem,)))
    if not values:
        return private(form)
    submitted = Submitted(form.id, form.subject, {**form.values, **values})
    return private((await submit(services, turn, submitted)).reply)


async def _meant(services: Services, turn: Spoken) -> tuple[ChannelView, ...]:
    if turn.reading.query.is_empty:
        return ()
    return (await services.lookup.find(turn.actor, turn.reading.query, turn.at)).channels


def _which(turn: Spoken, meant: tuple[ChannelView, ...], what: str) -> Outcome:
    """Ask back which channel is meant, with a button for each."""
    if not meant:
        return private(say(turn.language, "nothing-to-choose"))
    return private(
        channel_messages.which_channel(
            meant, f"{what}-which", Verb.OPEN_FORM, lambda channel: (what, channel, ""), turn.language
        )
    )
