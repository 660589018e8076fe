"""The days that were said, as they go into a form: a half that was not read is said there, and left to be filled in."""

from dataclasses import replace

from bot.conversation.forms.form import Form, FormValues
from bot.language.days.dates import Half
from bot.messages.texts import Texts, texts_in
from bot.understanding.reading import PauseChange, Reading


def days_said(reading: Reading) -> FormValues:
    """The first and the last day, each as far as it was said."""
    if reading.dates is None:
        return {}
    days = {Half.START: reading.dates.start, Half.END: reading.dates.end}
    return {half.value: day.isoformat() for half, day in days.items() if half is not reading.missing}


def days_of_pause(reading: Reading) -> FormValues:
    """The days of a pause that were said; of one that is agreed and changes, only the day that is another."""
    said = days_said(reading)
    match None if reading.of_reminders else reading.changes_pause:
        case None:
            return said
        case PauseChange.BOTH:
            return said if len(set(said.values())) > 1 else {}
        case change:  # "until the end of January", "from 5 December"
            return {change.value: said.get(change.value, "")}


def not_read(reading: Reading, texts: Texts) -> str:
    """What speaks of a day and was not read, and why; empty where all was read."""
    return " ".join(texts(f"day-unread-{one.why}", day=one.text) for one in reading.unread)


def with_unread(form: Form, reading: Reading) -> Form:
    """``form`` with what was not read of the days."""
    return replace(form, intro=" ".join(filter(None, (form.intro, not_read(reading, texts_in(form.language))))))
