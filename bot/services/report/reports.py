"""The report: the channels in figures, with what was open, asked and answered, on a day and over time: the register
as it was comes of replaying its history."""

import asyncio
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

from bot.domain.channels import Channel, ChannelId
from bot.domain.duties import Asked
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import ChannelQuery, Register
from bot.domain.reminders.notice import Answered
from bot.domain.report import Figures, figures
from bot.errors import SomebotError
from bot.services.access import NotAllowedError, sees_all
from bot.services.ports import EventKind, HistoryEntry, State, Store
from bot.services.questions.documents import ASKED, unanswered
from bot.services.questions.gaps import Gaps
from bot.services.register.documents import register_of
from bot.services.register.duties import seen_by
from bot.services.reminders.documents import REMINDERS


def day_of(entry: HistoryEntry, zone: tzinfo) -> date:
    """The day of the change, as it was in the ``zone``."""
    return entry.event.at.astimezone(zone).date()


def registers_on(
    days: Iterable[date], history: Sequence[HistoryEntry], people: Mapping[PersonId, Person], zone: tzinfo
) -> Iterator[Register]:
    """The register at the end of each of ``days``, which are in order, from the whole ``history``, oldest first.

    What people wrote down is in history, with who was marked as having left; what sources and the website show, and the
    names of ``people``, are not: the registers hold nothing of the former, and the latter as they are now.
    """
    channels: dict[ChannelId, Channel] = {}
    left: dict[PersonId, date | None] = {}
    newest = {entry.event.about: entry for entry in history if _marks(entry)}
    waiting = iter(history)
    entry = next(waiting, None)
    for day in days:
        while entry is not None and (on := day_of(entry, zone)) <= day:
            channels.update(entry.after)
            if _marks(entry):
                about = entry.event.about
                still_holds = newest[about] is entry and about in people
                told = on if entry.event.what == EventKind.LEFT else None
                left[about] = people[about].left_on if still_holds else told
            entry = next(waiting, None)
        then = {key: replace(people[key], left_on=on) for key, on in left.items() if key in people}
        yield Register(dict(channels), {**people, **then})


def _marks(entry: HistoryEntry) -> bool:
    """Whether it says of somebody that they leave, on a day that only the newest such word is kept with, or are here
    again."""
    return bool(entry.event.about) and entry.event.what in (EventKind.LEFT, EventKind.RETURNED, EventKind.UNDO)


WINDOW: Final = timedelta(days=30)
"""The days up to the report's over which reminders and questions are counted."""
MONTHS: Final = 12
"""How many months back the development goes."""


class NoSuchDayError(SomebotError):
    """The day lies ahead, or before the ``first`` one that the register knows of."""

    def __init__(self, first: date) -> None:
        super().__init__(f"the register knows nothing of that day, but of those from {first} to today")
        self.first = first


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many times people were asked about a channel in the `WINDOW`, and how often each answer was given."""

    asked: int
    answers: Mapping[Answered, int]

    @property
    def unanswered(self) -> int:
        """How often there was no answer."""
        return self.asked - sum(self.answers.values())


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """How many questions on the guideline were asked in the `WINDOW`, how many gaps there are now, and how many people
    wait for an answer."""

    asked: int
    gaps: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Report:
    """The channels in ``figures``, and how these have developed, oldest first. A day of the past (``is_past``) is told
    by history alone, and so is the development: nothing that only sources have shown is in them. ``reminded`` and
    ``questions`` are counted for today's report alone; the latter is of the whole municipality."""

    figures: Figures
    is_past: bool
    development: tuple[Figures, ...]
    reminded: Reminded | None = None
    questions: QuestionFigures | None = None


class Reports:
    """Makes reports of what is in ``store`` and ``questions``, for those whom it concerns."""

    def __init__(self, store: Store, questions: Store, gaps: Gaps) -> None:
        self._store = store
        self._questions = questions
        self._gaps = gaps

    async def report(self, actor: Actor, query: ChannelQuery, asked: Asked, day: date | None, at: datetime) -> Report:
        """The report of the channels that ``query`` means and the actor sees, as of the ``day``, today where it is
        None. The ICT secretary and the deciders see all, others those that they keep. Raises NotAllowedError where the
        actor sees none, NoSuchDayError, and StoreError."""
        state, history = await self._store.read(), await self._store.history()
        register, today, zone = register_of(state), at.date(), at.tzinfo or UTC
        day = day or today
        named = _meant(register, query)
        seen = seen_by(actor, named)
        if not seen and (named or not sees_all(actor)):
            raise NotAllowedError("report")
        first = day_of(history[0], zone) if history else today
        if not first <= day <= today:
            raise NoSuchDayError(first)
        keys = {channel.id for channel in seen}
        days = [one for one in (*month_ends(day, MONTHS), day) if first <= one]
        past = await asyncio.to_thread(_replayed, days, history, register, keys, asked, zone)
        if day < today:
            return Report(past[-1], is_past=True, development=past)
        now = figures(register, seen, asked, today)
        questions = await self._question_figures(at) if sees_all(actor) else None
        return Report(now, is_past=False, development=past, reminded=_reminded(state, keys, today), questions=questions)

    async def _question_figures(self, at: datetime) -> QuestionFigures:
        gaps = await self._gaps.count(at)
        documents = await self._questions.read()
        since = at.date() - WINDOW
        asked = sum(one.times for one in documents.of(ASKED).values() if one.on > since)
        return QuestionFigures(asked, gaps, unanswered(documents))


def month_ends(day: date, months: int) -> Iterator[date]:
    """The last day of each of the ``months`` before that of ``day``, oldest first."""
    for back in range(months, 0, -1):
        index = day.year * 12 + day.month - back
        yield date(index // 12, index % 12 + 1, 1) - timedelta(days=1)


def _meant(register: Register, query: ChannelQuery) -> tuple[Channel, ...]:
    """The channels meant, retired ones as well: a day of the past may have had them in use."""
    if query.is_empty:
        return tuple(register.channels.values())
    return (*register.find(query), *register.find_retired(query))


def _replayed(
    days: Sequence[date],
    history: Sequence[HistoryEntry],
    register: Register,
    keys: Collection[ChannelId],
    asked: Asked,
    zone: tzinfo,
) -> tuple[Figures, ...]:
    then = registers_on(days, history, register.people, zone)
    return tuple(
        figures(past, [channel for key, channel in past.channels.items() if key in keys], asked, day)
        for day, past in zip(days, then, strict=True)
    )


def _reminded(state: State, keys: Collection[ChannelId], today: date) -> Reminded:
    messages = [one for one in state.of(REMINDERS).values() if today - WINDOW < one.day <= today]
    items = ((message, item) for message in messages for item in message.items if item.channel in keys)
    given = [{one.channel: one.answer.what for one in message.answers}.get(item.channel) for message, item in items]
    return Reminded(len(given), Counter(what for what in given if what is not None))
