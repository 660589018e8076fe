"""Replies about absences: noted with a cover or without, taken back, shown, and what covers answer."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.actions import day_in
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import reminders as reminder_forms
from bot.conversation.forms.days import days_said, with_unread
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.table import open_form, send_in
from bot.conversation.replies import reminders
from bot.conversation.replies.register.agreements import answered
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, private, replacing
from bot.domain.calendar.working_time import Days
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.register import channels as channel_messages
from bot.messages.register import maintainers as maintainer_messages
from bot.services.access import require_somebody_here
from bot.services.register.covers import may_name_cover
from bot.understanding.commands import Intent


async def _away(services: Services, turn: Spoken) -> Outcome:
    """Agree on a cover: at once where days and person were given, else by a form with what was given in it."""
    require_somebody_here(turn.actor)
    if not may_name_cover(turn.register, turn.actor, turn.today):
        return private(channel_messages.mine((), turn.texts))
    reading = turn.reading
    values = {"cover": next(iter(reading.people), ""), **days_said(reading)}
    form = await open_form(services, turn, reminder_forms.AWAY, Opening(values=values))
    if reading.unread or not all(values.get(key) for key in ("start", "end", "cover")):
        return private(with_unread(form, reading))
    submitted = Submitted(form.id, form.subject, form.values)
    return private((await send_in(_submit_away, services, turn, submitted)).reply)


async def _submit_away(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Note the absence and say what follows, with the reminder that it answers, if any."""
    require_somebody_here(turn.actor)
    with FieldReader(submitted.values) as values:
        start, end = values.day("start"), values.day("end")
        cover = values.person("cover") if submitted.values.get("cover", "").strip() else ""
    reminder = submitted.subject[1] if len(submitted.subject) > 1 else ""
    answers = reminder or await services.reminder_answers.newest(turn.actor)
    if cover:
        result = await services.staffing.agree_cover(turn.actor, start, end, cover, turn.at, answers)
        duty = services.answers.duty("holiday_maintenance", turn.language)
        reply = maintainer_messages.away(result, start, end, duty, turn.texts)
    else:
        await services.absences.note(turn.actor, Days(start, end), turn.at, answers)
        reply = say(turn.language, "away-alone", start=start, end=end)
    if not reminder:
        await services.reminder_answers.redraw(turn.actor, turn.at)
    return await reminders.with_reminder(services, turn, reminder, reply)


async def _back(services: Services, turn: Spoken) -> Outcome:
    """Take back the absence that there is, or that meets the days that were said; of several, ask which."""
    require_somebody_here(turn.actor)
    held = await services.absences.held_on(turn.register, turn.actor)
    said = turn.reading.dates
    ahead = {
        Days(one.start, one.end): one
        for one in held.away
        if one.end >= turn.today and (said is None or (one.start <= said.end and said.start <= one.end))
    }
    if len(ahead) == 1:
        return private(await _called_off(services, turn, next(iter(ahead))))
    if not ahead:
        return private(say(turn.language, "back-none"))
    return private(maintainer_messages.which_absence(tuple(ahead.values()), turn.texts))


async def _press_call_off(services: Services, turn: Turn, start: str, end: str) -> Outcome:
    return replacing(await _called_off(services, turn, _days(f"{start}/{end}")))


async def _called_off(services: Services, turn: Turn, days: Days) -> Message:
    not_told = await services.absences.call_off(turn.actor, days, turn.at)
    return maintainer_messages.called_off(days, not_told, turn.texts)


async def _press_away_form(services: Services, turn: Turn, start: str, end: str) -> Outcome:
    days = _days(f"{start}/{end}")
    values = {"start": days.start.isoformat(), "end": days.end.isoformat()}
    return private(await open_form(services, turn, reminder_forms.AWAY, Opening(values=values)))


async def _absences(services: Services, turn: Spoken) -> Outcome:
    """Who is away, as far as the person may know, and who stands in for them."""
    away = await services.absences.away(turn.register, turn.actor, turn.today)
    return private(maintainer_messages.absences(away, turn.actor.person, turn.texts))


async def _accept_cover(services: Services, turn: Turn, absent: str, days: str) -> Outcome:
    """Stand in for ``absent`` on ``days``, the first and the last with a slash between them (ISO 8601)."""
    deed = services.agreements.accept_cover(turn.actor, absent, _days(days), turn.at)
    return await answered(turn, deed, "cover-accepted", "cover-declined-gone")


async def _decline_cover(services: Services, turn: Turn, absent: str, days: str) -> Outcome:
    deed = services.agreements.decline_cover(turn.actor, absent, _days(days), turn.at)
    return await answered(turn, deed, "cover-declined", "cover-declined-gone")


def _days(carried: str) -> Days:
    """The days that a button carries. Raises StaleActionError where it carries others."""
    first, _, last = carried.partition("/")
    return Days(day_in(first), day_in(last))


REPLIES: Mapping[Intent, Reply] = {Intent.AWAY: _away, Intent.BACK: _back, Intent.ABSENCES: _absences}
PRESSES: Mapping[Verb, Press] = {
    Verb.AWAY_FORM: _press_away_form,
    Verb.CALL_OFF: _press_call_off,
    Verb.COVER_ACCEPT: _accept_cover,
    Verb.COVER_DECLINE: _decline_cover,
}
SUBMISSIONS: Mapping[str, Submission] = {reminder_forms.AWAY: _submit_away}
