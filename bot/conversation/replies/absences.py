"""Replies about absences: noted with a cover or without, taken back, shown, and what covers answer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import reminders as reminder_forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.form import Form, FormValues
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.said import days_said, with_unread
from bot.conversation.forms.table import open_form, send_in
from bot.conversation.replies import reminders
from bot.conversation.replies.absences_moved import days_in, form_to_move, moved, press_move
from bot.conversation.replies.register.agreements import answered
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, private, replacing
from bot.domain.calendar.working_time import Days
from bot.domain.people import Actor, Person
from bot.domain.reminders.presence import Absence
from bot.language.days.dates import Half
from bot.language.lexicon import words_of
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.register import maintainers as maintainer_messages
from bot.services.access import require_somebody_here
from bot.services.people.absences import DaysAway, in_a_row
from bot.services.register.covers import LONGEST, may_name_cover
from bot.services.register.people import reference_of
from bot.understanding.commands import Intent
from bot.understanding.reading import Reading
from bot.understanding.said.proper_names import called_so, named_as


async def _away(services: Services, turn: Spoken) -> Outcome:
    """Agree on a cover: at once where days and person were plainly given, once it is confirmed where they may have been
    misread, else by a form with what was given in it."""
    require_somebody_here(turn.actor)
    reading, texts = turn.reading, turn.texts
    if other := _who_else(turn):
        return private(_nothing_to_note(turn) or await _noted_of(services, turn, other))
    if not may_name_cover(turn.register, turn.actor, turn.today):
        why, keeps_register = texts("away-nothing"), turn.actor.is_ict_secretary
        return private(maintainer_messages.not_noted(why, texts, keeps_register=keeps_register))
    held = await _ahead(services, turn)
    if turn.told and reading.dates and (noted := _told(held, turn.told.dates)):
        return await _moved_instead(services, turn, noted, reading.dates)
    is_until = reading.dates is not None and reading.dates.start == turn.today < reading.dates.end
    if held and (reading.absence.moved or (reading.absence.corrects and is_until and len(held) == 1)):
        return private(await moved(services, turn, held))
    is_day = reading.dates is not None and reading.dates.start == reading.dates.end
    if reading.absence.ends and (is_until or is_day):  # from when it lasts is not known
        reading = replace(reading, missing=Half.START)
    return private(_nothing_to_note(turn) or await _noted_or_form(services, turn, reading))


def _who_else(turn: Spoken) -> Person | None:
    """Whoever is away, where it is somebody else of whom the speaker tells."""
    reading = turn.reading
    called = called_so(turn.register, reading.rest, reading.strangers, turn.today).values()
    named = [turn.register.person_by_reference(one) for one in reading.people] or [*called]
    who = named[0] if len(named) == 1 else None
    if who is None or who.id == turn.actor.person.id:
        return None
    if turn.actor.is_ict_secretary and not may_name_cover(turn.register, turn.actor, turn.today):
        return None if reading.absence.names_cover else who  # who keeps no channel is never away from one
    begins = bool(reading.people) or words_of(reading.rest)[:1] == words_of(who.display_name)[:1]
    return who if reading.absence.of_other and begins else None


async def _noted_of(services: Services, turn: Spoken, who: Person) -> Message:
    """Note that ``who`` is away, where the ICT secretary says on which days; else say how that is done."""
    reading, keeps_register = turn.reading, turn.actor.is_ict_secretary
    is_whole = not (reading.missing or reading.unread or reading.absence.until_told)
    if not keeps_register or reading.dates is None or not is_whole:
        why = turn.texts("away-of-other", name=who.label)
        return maintainer_messages.not_noted(why, turn.texts, keeps_register=keeps_register)
    if not may_name_cover(turn.register, Actor(who).on(turn.today), turn.today):
        return say(turn.language, "away-of-other-nothing", name=who.label)
    days, instead = reading.dates, None
    if turn.told and turn.told.dates and (before := _who_else(replace(turn, reading=turn.told))):
        instead = Absence(before.id, turn.told.dates)
    not_told = await services.absences.note_of(turn.actor, who, days, turn.at, instead)
    return maintainer_messages.noted_of(who, days, not_told, turn.texts)


def _told(held: Sequence[DaysAway], told: Days | None) -> DaysAway | None:
    """The one absence that was noted of what was ``told``; of any days, where its form was filled in with others."""
    met = [one for one in held if told and told.meet(one)] or held
    return met[0] if len({(one.start, one.end) for one in met}) == 1 else None


async def _moved_instead(services: Services, turn: Spoken, noted: DaysAway, to: Days) -> Outcome:
    """The absence goes to the days that were meant, and is covered by who was: at once, where these are plain."""
    form = await form_to_move(services, turn, noted, to)
    if cover := _cover_named(turn):
        form = replace(form, values={**form.values, "cover": cover})
    if turn.reading.unread or not turn.reading.absence.plain:
        return private(with_unread(form, turn.reading))
    return await send_in(_submit_away, services, turn, Submitted(form.id, form.subject, form.values))


def _nothing_to_note(turn: Spoken) -> Message | None:
    """Why nothing is noted of an absence that is none, or is over; None where it is neither."""
    reading = turn.reading
    if reading.absence.is_remote:
        return say(turn.language, "away-remote")
    if reading.absence.is_over and (reading.dates is None or reading.missing):
        return say(turn.language, "away-over-some-day")
    if reading.dates and not reading.missing and reading.dates.end < turn.today:
        return maintainer_messages.over(reading.dates, turn.texts, surely=reading.absence.is_over)
    return None


async def _noted_or_form(services: Services, turn: Spoken, reading: Reading) -> Message | Form:
    """Note the absence where all was said, else open the form with what was."""
    values = {"cover": _cover_named(turn), **(days_said(reading) or await _days_to_cover(services, turn))}
    if reading.absence.until_told:
        values |= {"start": values.get("start") or turn.today.isoformat(), "end": "", "until_told": "yes"}
    form = await open_form(services, turn, reminder_forms.AWAY, Opening(values=values))
    if reading.absence.names_cover and reading.strangers and not values["cover"]:
        form = replace(form, intro=turn.texts("away-who-covers"))
    is_named = bool(values["cover"]) and not reading.people  # who is named may be somebody else of that name
    if reading.unread or is_named or not all(values.get(key) for key in ("start", "end", "cover")):
        return with_unread(form, reading)
    cover = turn.register.named(values["cover"])
    if cover.id != turn.actor.person.id and not reading.absence.plain:
        days = Days(date.fromisoformat(values["start"]), date.fromisoformat(values["end"]))
        return maintainer_messages.to_confirm(days, cover, values["cover"], turn.texts)
    submitted = Submitted(form.id, form.subject, form.values)
    return (await send_in(_submit_away, services, turn, submitted)).reply


async def _press_note(services: Services, turn: Turn, start: str, end: str, cover: str) -> Outcome:
    """Note the absence that was confirmed."""
    form = await _form_on(services, turn, start, end, cover)
    sent = Submitted(form.id, form.subject, form.values)
    return replacing((await send_in(_submit_away, services, turn, sent)).reply)


async def _form_on(services: Services, turn: Turn, start: str, end: str, cover: str) -> Form:
    """The form with what a button carries. Raises StaleActionError where the days are none."""
    days = days_in(f"{start}/{end}")
    values = {"start": days.start.isoformat(), "end": days.end.isoformat(), "cover": cover}
    return await open_form(services, turn, reminder_forms.AWAY, Opening(values=values))


async def _days_to_cover(services: Services, turn: Spoken) -> FormValues:
    """The days of the one absence for which a cover is named, where none were said."""
    ahead = await _ahead(services, turn) if turn.reading.absence.names_cover else []
    if len(ahead) != 1 or turn.reading.unread:
        return {}
    return {"start": ahead[0].start.isoformat(), "end": ahead[0].end.isoformat()}


def _cover_named(turn: Spoken) -> str:
    """The reference of the cover who was mentioned, or named as the register has it; empty where nobody was."""
    if turn.reading.people or not turn.reading.absence.names_cover:
        return next(iter(turn.reading.people), "")
    others = turn.register.people.values()
    here = [one for one in others if one.id != turn.actor.person.id and not one.has_left(turn.today)]
    cover = named_as("cover", turn.text, here)
    return reference_of(turn.register, cover.id) if cover else ""


async def _submit_away(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Note the absence and say what follows, with the reminder that it answers, if any."""
    require_somebody_here(turn.actor)
    with FieldReader(submitted.values) as values:
        start = values.day("start")
        until_told = submitted.values.get("until_told") == "yes" and not submitted.values.get("end", "").strip()
        end = start if until_told else values.day("end")
        cover = values.person("cover") if submitted.values.get("cover", "").strip() else ""
    days = Days(start, start + LONGEST - timedelta(days=1)) if until_told else Days(start, end)
    reminder, moved = (*submitted.subject[1:3], "", "")[:2]
    answers = reminder or await services.reminder_answers.newest(turn.actor)
    reply = await _noted(services, turn, days, cover, answers)
    if instead := reminder_forms.days_carried(moved):
        for rest in instead.without(days):
            await services.absences.call_off(turn.actor, rest, turn.at)
    reply = await _with_the_rest(services, turn, days, reply, until_told=until_told)
    if not reminder:
        await services.reminder_answers.redraw(turn.actor, turn.at)
    return await reminders.with_reminder(services, turn, reminder, reply)


async def _noted(services: Services, turn: Turn, days: Days, cover: str, answers: str) -> Message:
    """Note the absence, with the cover whom ``cover`` names, if any."""
    if cover:
        result = await services.staffing.agree_cover(turn.actor, days.start, days.end, cover, turn.at, answers)
        duty = services.answers.duty("holiday_maintenance", turn.language)
        return maintainer_messages.away(result, days.start, days.end, duty, turn.texts)
    held = await services.absences.held_on(turn.register, turn.actor)
    is_partly = any(one.other is not None and days.meet(one) for one in held.away)
    await services.absences.note(turn.actor, days, turn.at, answers)
    return say(turn.language, "away-partly" if is_partly else "away-alone", start=days.start, end=days.end)


async def _with_the_rest(services: Services, turn: Turn, days: Days, reply: Message, *, until_told: bool) -> Message:
    """``reply`` with the days before and after that were noted earlier, each with a press that takes them back."""
    now = await services.after_change(turn)
    held = await services.absences.held_on(now.register, turn.actor)
    whole = in_a_row(held.away, days)
    return maintainer_messages.with_the_rest(reply, whole, days, turn.texts, until_told=until_told)


async def _back(services: Services, turn: Spoken) -> Outcome:
    """Take back the absence that there is, or that meets the days that were said; of several, ask which."""
    require_somebody_here(turn.actor)
    said = turn.reading.dates
    every = await _ahead(services, turn)
    ahead = {Days(one.start, one.end): one for one in every if said is None or said.meet(one)}
    held = list(ahead.values())
    if said and len(held) == 1 and turn.reading.guessed and held[0].start < said.start:  # back on a day of it: it ends
        to = Days(held[0].start, said.start - timedelta(days=1))
        return private(await form_to_move(services, turn, held[0], to))
    if turn.reading.absence.is_back and all(days.start > turn.today for days in ahead) and ahead:
        return private(maintainer_messages.which_absence(tuple(ahead.values()), turn.texts, still_ahead=True))
    if len(ahead) == 1:
        return private(await _called_off(services, turn, next(iter(ahead))))
    if not ahead:
        return private(say(turn.language, "back-none"))
    return private(maintainer_messages.which_absence(tuple(ahead.values()), turn.texts))


async def _ahead(services: Services, turn: Turn) -> list[DaysAway]:
    """The person's absences that are not over."""
    held = await services.absences.held_on(turn.register, turn.actor)
    return [one for one in held.away if one.end >= turn.today]


async def _press_call_off(services: Services, turn: Turn, start: str, end: str) -> Outcome:
    return replacing(await _called_off(services, turn, days_in(f"{start}/{end}")))


async def _called_off(services: Services, turn: Turn, days: Days) -> Message:
    not_told = await services.absences.call_off(turn.actor, days, turn.at)
    return maintainer_messages.called_off(days, not_told, turn.texts)


async def _press_away_form(services: Services, turn: Turn, start: str, end: str, cover: str = "") -> Outcome:
    return private(await _form_on(services, turn, start, end, cover))


async def _absences(services: Services, turn: Spoken) -> Outcome:
    """Who is away, as far as the person may know, and who stands in for them; or what a cover answers in words."""
    if turn.reading.absence.covers is not None:
        return private(await _cover_said(services, turn, agrees=turn.reading.absence.covers))
    away = await services.absences.away(turn.register, turn.actor, turn.today)
    days = turn.reading.dates
    shown = [one for one in away if days is None or days.meet(one)]
    if turn.reading.absence.own:
        shown = [one for one in shown if one.person.id == turn.actor.person.id]
        if not shown:
            return private(say(turn.language, "absences-own-none"))
    sees_all = turn.actor.is_ict_secretary
    return private(maintainer_messages.absences(shown, turn.actor.person, turn.texts, days=days, sees_all=sees_all))


async def _cover_said(services: Services, turn: Spoken, *, agrees: bool) -> Message:
    """Take the words for the answer to being asked to stand in; of several covers, ask which is meant."""
    require_somebody_here(turn.actor)
    held = await services.absences.held_on(turn.register, turn.actor)
    covers = [(one, one.other) for one in held.covering if one.end >= turn.today and one.other is not None]
    if not covers:
        return say(turn.language, "cover-none")
    if len(covers) > 1:
        return maintainer_messages.which_cover(covers, turn.texts, agrees=agrees)
    ((days, absent),) = covers
    answer = _accept_cover if agrees else _decline_cover
    reply = (await answer(services, turn, absent.id, f"{days.start}/{days.end}")).reply
    return reply if isinstance(reply, Message) else say(turn.language, "cover-none")


async def _accept_cover(services: Services, turn: Turn, absent: str, days: str) -> Outcome:
    """Stand in for ``absent`` on ``days``, the first and the last with a slash between them (ISO 8601)."""
    deed = services.agreements.accept_cover(turn.actor, absent, days_in(days), turn.at)
    return await answered(turn, deed, "cover-accepted", "cover-declined-gone")


async def _decline_cover(services: Services, turn: Turn, absent: str, days: str) -> Outcome:
    deed = services.agreements.decline_cover(turn.actor, absent, days_in(days), turn.at)
    return await answered(turn, deed, "cover-declined", "cover-declined-gone")


REPLIES: Mapping[Intent, Reply] = {Intent.AWAY: _away, Intent.BACK: _back, Intent.ABSENCES: _absences}
PRESSES: Mapping[Verb, Press] = {
    Verb.AWAY_FORM: _press_away_form,
    Verb.AWAY_MOVE: press_move,
    Verb.AWAY_NOTE: _press_note,
    Verb.CALL_OFF: _press_call_off,
    Verb.COVER_ACCEPT: _accept_cover,
    Verb.COVER_DECLINE: _decline_cover,
}
SUBMISSIONS: Mapping[str, Submission] = {reminder_forms.AWAY: _submit_away}
