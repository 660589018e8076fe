"""The forms with which maintainers tell of their channels, also in answer to a reminder."""

from collections.abc import Mapping

from bot.conversation.forms.form import FieldKind, Form, FormField
from bot.conversation.forms.making import make_field, make_form, successor
from bot.conversation.forms.opening import FormSpec, Opening, by_anybody, by_keeper, by_keeper_or_cover
from bot.conversation.turn import Services, Turn
from bot.domain.calendar.days import parse_day
from bot.domain.calendar.working_time import Days
from bot.messages.texts import Texts
from bot.services.committing import channel_of

AWAY, HANDOVER, UPDATED, REMINDERS_PAUSE = "away", "handover", "updated", "nudges-pause"


async def _away(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form in which a maintainer tells of an absence, and names a cover (guideline 4.8) if there is one; opened on
    the days of an absence, it moves these."""
    texts, moved = turn.texts, days_carried(opening.subject)
    start = make_field(texts, "start", FieldKind.DATE, required=True)
    end = make_field(texts, "end", FieldKind.DATE)
    until_told = make_field(texts, "until_told", FieldKind.CHECK)
    cover = make_field(texts, "cover", FieldKind.PERSON, hint="hint-cover")
    subject = (opening.reminder,) if moved is None else (opening.reminder, opening.subject)
    intro = "" if moved is None else texts("away-moves", start=moved.start, end=moved.end)
    return make_form(AWAY, texts, subject, (start, end, until_told, cover), opening.values, intro=intro)


def days_carried(subject: str) -> Days | None:
    """The first and the last day that ``subject`` says, with a slash between them (ISO 8601), if it does."""
    start, end = map(parse_day, subject.partition("/")[::2])
    return Days(start, end) if start and end else None


async def _handover(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that hands a channel over; the superior who authorises is named (guideline 3.5). Whoever knows no
    successor says so."""
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    fields = (*successor(texts, required=False), make_field(texts, "no_successor", FieldKind.CHECK))
    return make_form(HANDOVER, texts, (channel.id, opening.reminder), fields, opening.values, intro=channel.name)


async def _updated(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that asks on which day a channel was updated."""
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    on = (make_field(texts, "on", FieldKind.DATE, required=True),)
    return make_form(UPDATED, texts, (channel.id, opening.reminder), on, opening.values, intro=channel.name)


async def _reminders_pause(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that lets nobody get reminders for some days; opened on the days of a pause, in place of these."""
    texts, subject = turn.texts, (opening.reminder, *filter(None, (opening.subject,)))
    return make_form(REMINDERS_PAUSE, texts, subject, _days(texts), opening.values)


FORMS: Mapping[str, FormSpec] = {
    AWAY: FormSpec(_away, by_anybody),
    HANDOVER: FormSpec(_handover, by_keeper),
    UPDATED: FormSpec(_updated, by_keeper_or_cover),
    REMINDERS_PAUSE: FormSpec(_reminders_pause),
}


def _days(texts: Texts) -> tuple[FormField, FormField]:
    return (
        make_field(texts, "start", FieldKind.DATE, required=True),
        make_field(texts, "end", FieldKind.DATE, required=True),
    )
