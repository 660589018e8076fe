"""A town whose days are lived by a whole bot on files: changes, reminders, questions, absences and notices."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from random import Random

from bot.app.application import Application
from bot.app.bootstrap import build
from bot.domain.channels import Channel
from bot.domain.delivery import Delivered, Delivery, Reason, Unreachable
from bot.domain.language import Language
from bot.domain.people import Actor, Person, PersonId, Role
from bot.domain.reminders.kept import Handover
from bot.services.committing import update
from bot.services.notices import Notice
from bot.services.ports import Change, Event, EventKind, State
from bot.services.register.documents import CHANNELS, puts, register_of
from bot.services.reminders.documents import ABSENCES, HANDOVERS
from bot.settings import Settings
from tests.support.bot_in_memory import HELSINKI, StoppedClock, answers_of_ours
from tests.support.surface import PlainSurface, SilentSurface
from tests.town.town import Town

FIRST = date(2026, 1, 12)
SECRETARY = "slack:U0ICT-1"


class Sometimes(PlainSurface):
    """A surface that reaches most."""

    def __init__(self, random: Random) -> None:
        self._random = random

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        return Unreachable(Reason.NO_SURFACE) if self._random.random() < 0.1 else Delivered()


@asynccontextmanager
async def bot_of(folder: Path, random: Random, at: datetime) -> AsyncIterator[tuple[Application, StoppedClock]]:
    """The bot on the files in ``folder``."""
    clock = StoppedClock(at)
    settings = Settings(data_dir=folder, ict_secretaries=(SECRETARY,))
    async with build(settings, clock=clock, answers=answers_of_ours()) as application:
        application.surfaces.add(SilentSurface(Sometimes(random)))
        yield application, clock


async def live(folder: Path, days: int, *, seed: int, channels: int = 12) -> datetime:
    """Live so many days in ``folder``; the last moment."""
    random = Random(seed)  # noqa: S311 - a simulation, no secret
    town = Town.founded(random, FIRST, channels)
    async with bot_of(folder, random, _at(FIRST)) as (application, clock):
        for _ in range(days):
            town.next_day()
            town.by_noon()
            clock.at = _at(town.today)
            await _keep(application, town, random, clock.at)
            await application.go_round_and_deliver(clock.at)
            await _ask(application, town, random, clock.at)
        return clock.at


async def hand_all_over(application: Application, person: PersonId, at: datetime) -> None:
    """Let nothing stand against erasing ``person``, as the secretary would."""

    def plan(state: State) -> list[Change]:
        register = register_of(state)
        heir = next(one for one in register.people if one not in (person, "ict-1") and one.startswith("person-"))
        return puts(_without(one, person, heir) for one in register.channels.values() if _names(one, person))

    await update(application.store, plan, Event("ict-1", at, EventKind.HANDOVER))


def _without(channel: Channel, person: PersonId, heir: PersonId) -> Channel:
    return replace(
        channel,
        responsible=heir if channel.responsible == person else channel.responsible,
        maintainers=tuple(one for one in channel.maintainers if one.person != person),
        holiday_covers=tuple(one for one in channel.holiday_covers if one.person != person),
    )


def _names(channel: Channel, person: PersonId) -> bool:
    return channel.is_kept_by(person) or any(one.person == person for one in channel.holiday_covers)


async def _keep(application: Application, town: Town, random: Random, at: datetime) -> None:
    """Commit what has happened since yesterday, each channel on behalf of somebody."""
    people = [_known(one) for one in town.people.values()]
    for channel in list(town.channels.values()):
        before = (await application.store.read()).of(CHANNELS).get(channel.id)
        now = replace(channel, purpose=f"Kysy: {_known(town.people[channel.responsible]).display_name}")
        if before is None or replace(now, version=before.version) != before:
            put = puts([now], people)
            await update(application.store, partial(_always, put), Event(town.anybody(), at, EventKind.EDIT))
    await update(application.store, partial(_always, [*_absences(town), *_handovers(town, random)]))


def _always(changes: list[Change], state: State) -> list[Change]:
    return changes


def _known(person: Person) -> Person:
    account = f"U0TOWN{person.id.upper().replace('-', '')}X"
    return replace(person, identities=person.identities or (f"slack:{account}",), email=f"{person.id}@kunta.example")


def _absences(town: Town) -> Iterator[Change]:
    for absence in town.absences:
        yield Change.put(ABSENCES, f"{absence.person}/{absence.days.start}", absence)


def _handovers(town: Town, random: Random) -> Iterator[Change]:
    if random.random() < 0.3:
        channel, by, to = random.choice(list(town.channels)), town.anybody(), _known(town.people[town.anybody()])
        yield Change.put(HANDOVERS, f"{town.today}", Handover(channel, by, to.identities[0], SECRETARY, town.today))


async def _ask(application: Application, town: Town, random: Random, at: datetime) -> None:
    """Somebody asks the secretary, who answers some, and makes an entry of some of these."""
    asker = _known(town.people[town.anybody()])
    questions, secretary = application.services.open_questions, Actor(_known(town.people["ict-1"]))
    secretary = replace(secretary, roles=frozenset({Role.ICT_SECRETARY}))
    text = f"Saako kanavalla {random.randint(1, 999)} kertoa kesästä, kysyy {asker.display_name}?"
    await questions.ask_secretary(Actor(asker), text, Language.FI, at)
    if random.random() < 0.5:
        open_ones = (await application.questions.read()).by_collection.get("open_questions", {})
        key = next((key for key, one in open_ones.items() if one.given is None), None)
        if key is not None:
            await questions.answer(secretary, key, "Saa.", Language.FI, "", at)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 30, tzinfo=HELSINKI)
