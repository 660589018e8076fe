"""An absence that goes to other days, with its cover."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.conversation.actions import StaleActionError, day_in
from bot.conversation.exchange import Outcome
from bot.conversation.forms import reminders as reminder_forms
from bot.conversation.forms.form import Form
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.said import with_unread
from bot.conversation.forms.table import open_form
from bot.conversation.turn import Services, Spoken, Turn, private
from bot.domain.calendar.working_time import Days
from bot.messages.model import Message
from bot.messages.register import maintainers as maintainer_messages
from bot.services.people.absences import DaysAway
from bot.services.register.people import reference_of
from bot.understanding.reading import Reading


async def moved(services: Services, turn: Spoken, held: Sequence[DaysAway]) -> Form | Message:
    """The form on the days to which the absence goes; of several, ask which."""
    if len({(one.start, one.end) for one in held}) > 1:
        return maintainer_messages.which_moves(held, turn.texts)
    form = await form_to_move(services, turn, held[0], to=_moved_to(turn.reading, held[0], turn.today))
    return with_unread(form, turn.reading)


def _moved_to(reading: Reading, held: DaysAway, today: date) -> Days:
    """The days that were said; as many as before where only the first was, or by how much they are moved."""
    if reading.dates is None:
        by = timedelta(days=reading.days or 0) * (-1 if reading.absence.sooner else 1)
        return Days(held.start + by, held.end + by)
    start, end = reading.dates.start, reading.dates.end
    if reading.absence.starts and start == end:
        return Days(start, held.end if start <= held.end else start + (held.end - held.start))
    if (reading.absence.ends or reading.absence.corrects) and start in (end, today):
        return Days(held.start, end if end >= held.start else held.end)
    if start == today:  # up to a day: it is to that day that it moves
        start = end
    return Days(start, start + (held.end - held.start) if start == end else end)


async def form_to_move(services: Services, turn: Turn, held: DaysAway, to: Days) -> Form:
    """The form that puts other days in place of the absence, filled in with the days ``to`` and its cover."""
    values = {"start": to.start.isoformat(), "end": to.end.isoformat()}
    if held.other is not None:
        values["cover"] = reference_of(turn.register, held.other.id)
    subject = f"{held.start}/{held.end}"
    return await open_form(services, turn, reminder_forms.AWAY, Opening(subject, values=values))


async def press_move(services: Services, turn: Turn, start: str, end: str) -> Outcome:
    """Open that form with the days of the absence as they are. Raises StaleActionError where it is there no more."""
    days = days_in(f"{start}/{end}")
    held = await services.absences.held_on(turn.register, turn.actor)
    moved = next((one for one in held.away if (one.start, one.end) == (days.start, days.end)), None)
    if moved is None:
        raise StaleActionError
    return private(await form_to_move(services, turn, moved, days))


def days_in(carried: str) -> Days:
    """The days that a button carries. Raises StaleActionError where it carries others."""
    first, _, last = carried.partition("/")
    return Days(day_in(first), day_in(last))
