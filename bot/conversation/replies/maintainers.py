"""Replies to maintainers who tell of their channels."""

from __future__ import annotations

from datetime import date, timedelta

from bot.conversation.exchange import Outcome
from bot.conversation.forms import register as catalogue
from bot.conversation.forms.model import Form
from bot.conversation.replies import reminders
from bot.conversation.turn import Services, Spoken, Turn, private
from bot.messages import channels as channel_messages
from bot.messages import maintainers as messages
from bot.messages import reminders as reminder_messages
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.texts import Argument
from bot.services.access import NotAllowedError, is_keeper, require_somebody_here
from bot.services.register.keeping import UpdateRefusedError
from bot.services.register.lookup import ChannelView
from bot.services.register.records import InvalidInputError
from bot.services.reminders.answers import NothingToPutOffError, WrongDayError

_A_WEEK = timedelta(days=7)


async def updated(services: Services, turn: Spoken) -> Outcome:
    """Note that a channel was updated, or ask which one of several."""
    require_somebody_here(turn.actor)
    on = turn.reading.dates.start if turn.reading.dates else turn.today
    meant = await _meant(services, turn)
    if len(meant) == 1:
        return private(await note_update(services, turn, meant[0].channel.id, on))
    if not meant:
        return private(channel_messages.mine((), turn.language))
    return private(
        channel_messages.which_channel(
            meant, "updated-which", Verb.UPDATED, lambda channel: (channel, on.isoformat()), turn.language
        )
    )


async def note_update(services: Services, turn: Turn, channel_id: str, on: date) -> Message:
    """Note the update and thank, or say why it is not noted."""
    try:
        channel = await services.keeping.record_update(turn.actor, channel_id, on, turn.at)
    except UpdateRefusedError as error:
        about: dict[str, Argument] = {"channel": error.channel.name} if error.reason == "retired" else {"on": on}
        return say(turn.language, f"updated-{error.reason}", **about)
    return messages.updated(channel, on, turn.language)


async def snooze(services: Services, turn: Spoken) -> Outcome:
    """Put off the person's reminders, of the channels that were named or of all: until the day that was said, or by a
    week."""
    require_somebody_here(turn.actor)
    until = turn.reading.dates.start if turn.reading.dates else turn.today + _A_WEEK
    query = turn.reading.query
    meant = None if query.is_empty else await services.lookup.find(turn.actor, query, turn.at)
    channels = [view.channel.id for view in meant.channels] if meant else None
    try:
        return private(
            reminder_messages.snoozed(
                await services.reminder_answers.put_off(turn.actor, channels, until, turn.at), turn.language
            )
        )
    except NothingToPutOffError:
        return private(say(turn.language, "snooze-none"))
    except WrongDayError:
        return private(say(turn.language, "snooze-past"))


async def away(services: Services, turn: Spoken) -> Outcome:
    """Agree on a cover: at once where days and person were given, else by a form with what was given in it."""
    require_somebody_here(turn.actor)
    dates, people = turn.reading.dates, turn.reading.people
    if not await services.lookup.may_name_cover(turn.actor, turn.at):
        return private(channel_messages.mine((), turn.language))
    if dates is None or not people:
        values = {"cover": people[0] if people else ""}
        if dates is not None:
            values |= {"start": dates.start.isoformat(), "end": dates.end.isoformat()}
        return private(catalogue.away(turn.language, values))
    return private(await agree_cover(services, turn, dates.start, dates.end, people[0]))


async def agree_cover(
    services: Services, turn: Turn, start: date, end: date, cover: str, reminder: str = ""
) -> Message | Form:
    """Agree on the cover and say what was agreed, with the ``reminder`` that it answers, or show the form with what is
    wrong."""
    try:
        result = await services.staffing.agree_cover(turn.actor, start, end, cover, turn.at)
    except InvalidInputError as error:
        values = {"start": start.isoformat(), "end": end.isoformat(), "cover": cover}
        return catalogue.with_problems(catalogue.away(turn.language, {}), values, error.problems)
    duty = services.answers.duty("holiday_maintenance", turn.language)
    reply = messages.away(result, start, end, duty, turn.language)
    return await reminders.with_cover(services, turn, reminder, [channel.id for channel in result.channels], end, reply)


async def handover(services: Services, turn: Spoken) -> Outcome:
    """Open the form that hands a channel over: the authorising superior is always asked for."""
    require_somebody_here(turn.actor)
    meant = await _meant(services, turn)
    if meant and not any(is_keeper(turn.actor, view.channel) for view in meant):
        raise NotAllowedError("keeper")
    to = turn.reading.people[0] if turn.reading.people else ""
    if len(meant) == 1:
        return private(catalogue.handover(meant[0].channel, turn.language, {"to": to}))
    if not meant:
        return private(channel_messages.mine((), turn.language))
    return private(
        channel_messages.which_channel(
            meant, "handover-which", Verb.OPEN_FORM, lambda channel: ("handover", channel, to), turn.language
        )
    )


async def _meant(services: Services, turn: Spoken) -> tuple[ChannelView, ...]:
    """The channels that were meant: all of the person's own where none was named; of those named, first their own."""
    own = await services.lookup.mine(turn.actor, turn.at)
    if turn.reading.query.is_empty:
        return own
    found = (await services.lookup.find(turn.actor, turn.reading.query, turn.at)).channels
    among_own = tuple(view for view in found if view.channel.is_kept_by(turn.actor.person.id))
    # A channel that is named but not the person's own goes on: the service says kindly who may change it.
    return among_own or found
