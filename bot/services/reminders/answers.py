"""What people answer to reminders. Each answer changes the message it was given on: the result is what it says now."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.channels import ChannelId
from bot.domain.people import Actor
from bot.domain.register import Register
from bot.domain.reminders.kept import Reminder, mode_on
from bot.domain.reminders.notice import Answer, Answered, ReminderNotice
from bot.domain.reminders.reckoning import notice_of
from bot.domain.reminders.spells import SpellRecord
from bot.errors import SomebotError
from bot.services.access import Access, NotAllowedError, require_keeper, require_somebody_here
from bot.services.committing import Plan, channel_of, event_of, update
from bot.services.notices import ClosingProposed
from bot.services.notifying import Notifier, Post, posts_to
from bot.services.ports import Change, Event, EventKind, HistoryEntry, State, Store
from bot.services.register.changes import newest_that_stands, undoing
from bot.services.register.documents import puts, register_of
from bot.services.register.keeping import noting_update
from bot.services.reminders.answering import (
    ASKED,
    answering,
    answering_in_words,
    changing,
    newest_of,
    notice_now,
    reopening,
    replied_to,
    waits,
)
from bot.services.reminders.documents import SPELLS, switch_of
from bot.services.reminders.redrawing import redrawing, redrawing_again, redrawing_replied
from bot.services.reminders.rounds import ReminderRounds, goes_on
from bot.services.telling import update_and_tell

LATEST: Final = timedelta(days=366)
"""A reminder can be put off by less than this."""


class NothingToPutOffError(SomebotError):
    """No reminder is to come that could be put off."""


class WrongDayError(SomebotError):
    """Reminders come on a day ahead, and within a year."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """The reminders of these channels, by name, come again ``on`` that day."""

    channels: tuple[str, ...]
    on: date


class ReminderAnswers:
    """The answers, each checked against who gives it."""

    def __init__(
        self,
        store: Store,
        rounds: ReminderRounds,
        access: Access,
        notifier: Notifier,
    ) -> None:
        self._store = store
        self._rounds = rounds
        self._access = access
        self._notifier = notifier

    async def updated(
        self, actor: Actor, key: str, channels: Collection[ChannelId], on: date, at: datetime
    ) -> ReminderNotice | None:
        """Note that ``channels`` were updated ``on`` that day, and that this was answered, in one; what others were
        asked of them says so as well. Raises what ``noting_update`` raises."""

        def plan(state: State) -> list[Change]:
            answered = answering(state, actor.person.id, key, channels, Answer(Answered.UPDATED, on))
            return _noting(state, actor, channels, on, answered, at)

        await update(self._store, plan, event_of(actor, at, EventKind.UPDATED))
        self._notifier.posted()
        return await self.now(actor, key)

    async def told(
        self, actor: Actor, channels: Collection[ChannelId], on: date, at: datetime, place: str = ""
    ) -> Register:
        """The same in words rather than on a reminder: the one at ``place`` that they reply to, else the newest one,
        says so where it stands. Gives the register after it."""

        def plan(state: State) -> list[Change]:
            record = replied_to(state, actor.person.id, place)
            answered = answering_in_words(state, record, channels, Answer(Answered.UPDATED, on))
            return _noting(state, actor, channels, on, answered, at)

        event = event_of(actor, at, EventKind.UPDATED)
        return register_of(await self._update_and_redraw(actor, plan, at, place, event))

    async def newest_told(self, actor: Actor, channels: Collection[ChannelId], at: datetime) -> HistoryEntry | None:
        """The newest update of ``channels``, or of whatever where none are named, that the actor has told of today and
        may take back. Raises NotAllowedError for somebody who is not of the staff."""
        require_somebody_here(actor)
        midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
        newest = await newest_that_stands(self._store, channels, by=actor.person.id, since=midnight)
        return newest if newest and newest.event.what == EventKind.UPDATED else None

    async def take_back(self, actor: Actor, seq: int, at: datetime) -> HistoryEntry:
        """Take back the update with the number ``seq`` that the actor has told of today: what was answered with it is
        asked again. Raises NotAllowedError for any other change, and what ``undoing`` raises."""
        require_somebody_here(actor)
        entry = await self._store.entry(seq)
        is_own = entry and (entry.event.by, entry.event.what) == (actor.person.id, EventKind.UPDATED)
        if entry is None or not is_own or entry.event.at.astimezone(at.tzinfo).date() != at.date():
            raise NotAllowedError("ict-secretary")

        def plan(state: State) -> list[Change]:
            reopened = list(reopening(state, actor.person.id, entry.after))
            back = [*puts(undoing(register_of(state), entry)), *reopened]
            return [*back, *redrawing_again(state.after(back), [change.key for change in reopened], at)]

        await update(self._store, plan, event_of(actor, at, EventKind.UNDO))
        self._notifier.posted()
        return entry

    async def asked(self, actor: Actor, at: datetime, place: str = "") -> ReminderNotice | None:
        """The reminder at ``place``, else the newest one, with only those of its channels that wait for the actor's
        answer; None where none does, or it came long ago."""
        state = await self._store.read()
        record, today = replied_to(state, actor.person.id, place), at.date()
        if record is None or not record.day <= today <= record.day + ASKED or not actor.may_keep_channels:
            return None
        register = register_of(state)
        notice = notice_of(register, record)
        lines = tuple(line for line in notice.lines if waits(line, actor, register, today))
        return replace(notice, lines=lines) if lines else None

    async def later(self, actor: Actor, key: str, channel: ChannelId, days: int, at: datetime) -> ReminderNotice | None:
        """Put off the rest of the channel's spell for the actor by that many days. Raises NothingToPutOffError where
        nothing more was to come."""
        until = at.date() + timedelta(days=days)
        await self._put_off(
            actor,
            [channel],
            until,
            at,
            lambda state, on, _: answering(state, actor.person.id, key, [channel], Answer(Answered.LATER, on)),
        )
        return await self.now(actor, key)

    async def put_off(
        self, actor: Actor, channels: Collection[ChannelId] | None, until: date, at: datetime, place: str = ""
    ) -> PutOff:
        """Put off the actor's reminders of ``channels``, of all where it is None, until the first working day from
        ``until`` on; the one at ``place``, else the newest one, says so where it stands.

        Raises NotAllowedError for somebody who is not of the staff, NothingToPutOffError where none was to come,
        WrongDayError where the day is past or far away.
        """

        def besides(state: State, on: date, moved: Collection[ChannelId]) -> list[Change]:
            record = replied_to(state, actor.person.id, place)
            return answering_in_words(state, record, moved, Answer(Answered.LATER, on), only_open=True)

        done = await self._put_off(actor, channels, until, at, besides)
        await self.redraw(actor, at, place)
        return done

    async def _put_off(
        self,
        actor: Actor,
        channels: Collection[ChannelId] | None,
        until: date,
        at: datetime,
        besides: Callable[[State, date, Collection[ChannelId]], list[Change]],
    ) -> PutOff:
        """As ``put_off``, in one with what is changed ``besides`` where the reminders come again on that day."""
        require_somebody_here(actor)
        if not at.date() < until <= at.date() + LATEST:
            raise WrongDayError("a reminder comes tomorrow or later, and within a year")
        setting = await self._rounds.setting(at)
        on = setting.working.next_working_day(until)
        moved: list[ChannelId] = []

        def plan(documents: State) -> list[Change]:
            mode = mode_on(at.date(), switch_of(documents), setting.installed)
            records = [
                record
                for key, record in documents.of(SPELLS).items()
                if (channels is None or key in channels) and record.shadow is mode.shadow
            ]
            to_come = [record for record in records if _is_to_come(record, actor, setting.register)]
            moved[:] = [record.channel for record in to_come]
            if not moved:
                raise NothingToPutOffError("no reminder is to come")
            put_off = [Change.put(SPELLS, one.channel, one.put_off(actor.person.id, on)) for one in to_come]
            return [*put_off, *besides(documents, on, moved)]

        await update(self._store, plan)
        return PutOff(tuple(setting.register.channels[key].name for key in moved), on)

    async def expand(self, actor: Actor, key: str, channel: ChannelId) -> ReminderNotice | None:
        """Show all that can be answered of the channel."""
        return await self._change(actor, key, lambda record: replace(record, expanded=channel))

    async def propose_closing(
        self, actor: Actor, key: str, channel_id: ChannelId, at: datetime
    ) -> ReminderNotice | None:
        """Ask the ICT secretaries to take the channel out of use, once a day. Raises NotAllowedError."""

        def plan(state: State) -> list[Change]:
            require_keeper(actor.on(at.date()), channel_of(register_of(state), channel_id), at.date())
            require_somebody_here(actor)
            return answering(state, actor.person.id, key, [channel_id], Answer(Answered.CLOSING))

        def telling(before: Register, after: Register) -> list[Post]:
            proposed = ClosingProposed(after.channels[channel_id], actor.person)
            about = f"closing/{channel_id}/{actor.person.id}/{at.date()}"
            return posts_to(self._access.secretaries(after), about, proposed, but=actor.person.id)

        await update_and_tell(self._store, self._notifier, plan, telling, at)
        return await self.now(actor, key)

    async def stay(self, actor: Actor, key: str) -> ReminderNotice | None:
        """Keep that the actor is not away in the holidays that were asked about."""
        return await self._change(actor, key, lambda record: replace(record, stays=True))

    async def now(self, actor: Actor, key: str) -> ReminderNotice | None:
        """What the message says now; None where it is not kept any more, or is not the actor's."""
        return notice_now(await self._store.read(), actor.person.id, key)

    async def newest(self, actor: Actor) -> str:
        """The key of the actor's newest reminder, empty where there is none: what is answered elsewhere answers it."""
        record = newest_of(await self._store.read(), actor.person.id)
        return record.key if record else ""

    async def redraw(self, actor: Actor, at: datetime, place: str = "") -> None:
        """Let the actor's reminder at ``place``, else the newest one, say where it stands what has changed since."""
        await self._update_and_redraw(actor, lambda state: [], at, place)

    async def _update_and_redraw(
        self, actor: Actor, plan: Plan, at: datetime, place: str, event: Event | None = None
    ) -> State:
        """Commit the plan together with what the actor's reminder at ``place``, else the newest, is to say then."""

        def with_reminder(state: State) -> list[Change]:
            changes = list(plan(state))
            return [*changes, *redrawing_replied(state.after(changes), actor.person.id, place, at)]

        _, after = await update(self._store, with_reminder, event)
        self._notifier.posted()
        return after

    async def _change(self, actor: Actor, key: str, change: Callable[[Reminder], Reminder]) -> ReminderNotice | None:
        require_somebody_here(actor)
        await update(self._store, lambda state: changing(state, actor.person.id, key, change))
        return await self.now(actor, key)


def _noting(
    state: State, actor: Actor, channels: Collection[ChannelId], on: date, answered: Sequence[Change], at: datetime
) -> list[Change]:
    """That ``channels`` were updated ``on`` that day and what was ``answered`` with it, shown wherever it was asked."""
    register = register_of(state)
    noted = [change for channel in channels for change in noting_update(register, actor, channel, on, at)]
    changes = [*noted, *answered]
    return [*changes, *redrawing(state, state.after(changes), channels, at)]


def _is_to_come(record: SpellRecord, actor: Actor, register: Register) -> bool:
    """Whether the actor was told of this spell, which goes on, and more was to come."""
    person = actor.person.id
    return record.days_of(person) > 0 and not record.is_over_for(person) and goes_on(record, register)
