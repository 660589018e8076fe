"""``remind``: one round of reminders, by hand or by another scheduler; with ``--dry-run``, what it would be and why."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from bot.app.application import Application
from bot.app.bootstrap import build
from bot.app.workspaces import workspaces
from bot.commands.command import DONE, FOUND, Commands, add_json, declare, print_json
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.day import Setting
from bot.domain.reminders.kept import Part, Reminder
from bot.domain.reminders.plan import Item, Why
from bot.domain.reminders.reckoning import Round
from bot.domain.reminders.silence import Quiet, Silence
from bot.errors import SettingsError
from bot.services.register.people import reference_of
from bot.settings import Settings

PARTS = {
    Part.REMINDER: "channels to ask about",
    Part.PREVIEW: "a preview: people get nothing yet",
    Part.DIGEST: "the week's digest",
    Part.HOLIDAYS: "covers for the holidays are to be agreed",
    Part.PROPOSALS: "proposals of channels wait for somebody",
    Part.CONFIRMING: "what they alone know of channels is to be confirmed",
    Part.ACCESS: "access to channels is to be taken away",
    Part.BEGINNING: "a word that reminders begin the next working day",
}
_CHANGED = "the preview that they have is brought up to date"
_WHYS = {
    Why.DUE: "it is due today",
    Why.CATCH_UP: "it was due before and could not be sent then",
    Why.PUT_OFF: "the person put it off until now",
    Why.COVER: "the person covers for somebody who is away",
    Why.IN_PLACE: "whoever should be told, and their cover, are away",
}
_SILENCES = {
    Quiet.DAY_OFF: "it is no working day",
    Quiet.OUTSIDE_HOURS: "it is outside working hours",
    Quiet.BEFORE_THE_HOUR: "it is before the hour at which reminders go out",
    Quiet.ALL_PAUSED: "all reminders are paused",
    Quiet.PROPOSED: "the channel is not in use yet",
    Quiet.PAUSED: "the channel is paused",
    Quiet.RETIRED: "the channel is retired",
    Quiet.ACTIVE: "it was updated within its interval",
    Quiet.NO_EVIDENCE: "nothing is known of its updates; the week's digest lists it",
    Quiet.UNKNOWN: "its source cannot be read; the week's digest lists it",
    Quiet.SOURCE_FAILS: "its source could not be read the last time",
    Quiet.NOT_YET: "their turn has not come",
    Quiet.PUT_OFF: "they put it off",
    Quiet.TOLD: "they have been told",
    Quiet.ENOUGH: "they were told of it often enough",
    Quiet.IS_MAINTAINER: "they are told as a maintainer",
    Quiet.HAS_LEFT: "they have left",
    Quiet.HAD_TODAYS_MESSAGE: "they have had today's message",
    Quiet.NOBODY_HERE: "nobody who should be told is at work",
}


def add(commands: Commands) -> None:
    """Declare ``remind``."""
    reminding = declare(commands, "remind", run, "send what is due to whom, once, and say why")
    reminding.add_argument("--at", metavar="ISO8601", help="as of that time instead of now")
    reminding.add_argument("--dry-run", action="store_true", help="only print it, and why nothing else is due")
    add_json(reminding)


async def run(settings: Settings, options: argparse.Namespace) -> int:
    """Print what is due, and send it unless it is a dry run; the code says whether all that was sent has arrived, as
    far as is known. Raises SettingsError where ``--at`` is not a time."""
    at = _time(settings, options.at) if options.at else None
    if options.dry_run:
        opening = build(settings, read_only=True)
    else:
        opening = build(settings, *workspaces(settings), lock_timeout=options.lock_timeout)
    async with opening as application:
        moment = at or application.clock.now()
        rounds = application.services.rounds
        unheard: list[Person] = []
        if options.dry_run:
            done = await rounds.due(moment)
        else:
            done, unheard = await _go_watched_round(application, moment, now=at is None)
        setting, waiting = await rounds.setting(moment), await application.outbox.waiting()
    for reminder in (*done.reminders, *done.changed):
        items = done.items_of(reminder)
        reason = _CHANGED if reminder in done.changed else "; ".join(_reasons(reminder, items))
        _print_reminder(reminder, reason, items, setting, as_json=options.json)
    if not setting.register.listed():
        print(f"no channels in use in {settings.data_dir}: nobody is reminded of any", file=sys.stderr)
    elif options.dry_run and not options.json:
        for silence in done.silences:
            print(f"silence: {_silence_line(silence, setting.register)}")
    if unheard:
        names = ", ".join(f"{_name(setting, person.id)} ({n})" for person, n in Counter(unheard).items())
        print(f"the workspace did not answer: these messages may not have arrived: {names}", file=sys.stderr)
    if waiting and application.reaches_people and not options.dry_run:
        print(f"messages that wait in the outbox for another try: {waiting}", file=sys.stderr)
    return FOUND if unheard else DONE


async def _go_watched_round(application: Application, at: datetime, *, now: bool) -> tuple[Round, list[Person]]:
    """The same as ``_go_round``; the monitor, where there is one, hears of a round of ``now``, as from ``serve``. One
    of another time says nothing of today."""
    heartbeat = application.heartbeat if now else None
    try:
        gone = await _go_round(application, at, look=now)
    except Exception:
        if heartbeat is not None:
            await heartbeat.beat(well=False)
        raise
    if heartbeat is not None:
        await heartbeat.beat(well=True)
    return gone


async def _go_round(application: Application, at: datetime, *, look: bool) -> tuple[Round, list[Person]]:
    """Go the round of ``at``, with ``look`` after a look at the sources, and hand the messages to the surface, also
    those that an earlier run was stopped before it could bring; what that run left open is settled first. Where there
    is no surface they wait in the outbox for the day. Gives with it the person of each message that may not have
    arrived."""
    await application.outbox.recover(at)
    before = await application.outbox.unheard_of()
    if look:
        await application.look(at)
    done = await application.services.rounds.run(at)
    if look:
        await application.punctuality.note(at)
    await application.deliver(at)
    after = await application.outbox.unheard_of()
    if done.reminders and not application.reaches_people:
        print("no surface is set up: the messages wait in the outbox until the end of working hours", file=sys.stderr)
    return done, [person for key, person in after.items() if key not in before]


def _time(settings: Settings, text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"--at {text}: write a time such as 2026-11-30T09:00") from None
    return at.astimezone(settings.zone) if at.tzinfo else at.replace(tzinfo=settings.zone)


def _print_reminder(
    reminder: Reminder, reason: str, items: tuple[Item, ...], setting: Setting, *, as_json: bool
) -> None:
    name = _name(setting, reminder.person)
    if as_json:
        told = [{"channel": item.channel, "step": item.step, "n": item.n} for item in items]
        print_json({"to": name, "key": reminder.key, "reason": reason, "items": told})
        return
    print(f"{name}: {reason}")
    for item in items:
        print(f"    {_item_line(item, setting.register, reminder)}")


def _name(setting: Setting, person: PersonId) -> str:
    if person in setting.register.people:
        return reference_of(setting.register, person)
    return next(iter(setting.person(person).identities), person)


def _reasons(reminder: Reminder, items: tuple[Item, ...]) -> Iterator[str]:
    yield from (PARTS[part] for part in reminder.parts)
    if Part.REMINDER in reminder.parts:
        yield from dict.fromkeys(_WHYS[item.why] for item in items)


def _item_line(item: Item, register: Register, reminder: Reminder) -> str:
    to = "" if item.person == reminder.person else f" to {reference_of(register, item.person)}"
    return f"{item.channel}{to}: {item.step} {item.n}, no word since {item.spell} ({item.state}); {_WHYS[item.why]}"


def _silence_line(silence: Silence, register: Register) -> str:
    about = ", ".join(filter(None, (silence.channel, silence.person and reference_of(register, silence.person))))
    until = f" (until {silence.until})" if silence.until else ""
    return f"{about}{': ' if about else ''}{_SILENCES[silence.why]}{until}"
