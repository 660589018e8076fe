"""What people answer to reminders. Each answer changes the message it was given on: the result is what it says now."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.channels import ChannelId
from bot.domain.people import Actor
from bot.domain.register import Register
from bot.domain.reminders.kept import Reminder, Switch, mode_on
from bot.domain.reminders.notice import Answer, Answered, ReminderNotice
from bot.domain.reminders.reckoning import notice_of
from bot.domain.reminders.spells import SpellRecord
from bot.domain.working_time import Days
from bot.errors import SomebotError
from bot.services.access import Access, require_ict_secretary, require_keeper, require_somebody_here
from bot.services.committing import channel_of, event_of, update
from bot.services.notices import ClosingProposed
from bot.services.ports import Change, EventKind, Notifier, Post, State, Store
from bot.services.register.documents import register_of
from bot.services.register.keeping import noting_update
from bot.services.reminders.answering import answering, changing, reminder_of
from bot.services.reminders.documents import SPELLS, SWITCHES, THE_SWITCH, switch_of
from bot.services.reminders.redrawing import redrawing
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
        self, actor: Actor, key: str, channel: ChannelId, on: date, at: datetime
    ) -> ReminderNotice | None:
        """Note that the channel was updated ``on`` that day, and that this was answered, in one; what others were asked
        of it says so as well. Raises what ``noting_update`` raises."""

        def plan(state: State) -> list[Change]:
            noted = noting_update(register_of(state), actor, channel, on, at)
            answered = [*noted, *answering(state, actor.person.id, key, [channel], Answer(Answered.UPDATED, on))]
            return [*answered, *redrawing(state, state.after(answered), [channel], at)]

        await update(self._store, plan, event_of(actor, at, EventKind.UPDATED))
        self._notifier.posted()
        return await self.now(actor, key, at)

    async def later(self, actor: Actor, key: str, channel: ChannelId, days: int, at: datetime) -> ReminderNotice | None:
        """Put off the rest of the channel's spell for the actor by that many days.

        Raises NothingToPutOffError where nothing more was to come.
        """
        until = at.date() + timedelta(days=days)
        await self._put_off(
            actor,
            [channel],
            until,
            at,
            lambda state, on: answering(state, actor.person.id, key, [channel], Answer(Answered.LATER, on)),
        )
        return await self.now(actor, key, at)

    async def put_off(self, actor: Actor, channels: Collection[ChannelId] | None, until: date, at: datetime) -> PutOff:
        """Put off the actor's reminders of ``channels``, of all where it is None, until the first working day from
        ``until`` on.

        Raises NotAllowedError for somebody who is not of the staff, NothingToPutOffError where none was to come,
        WrongDayError where the day is past or far away.
        """
        return await self._put_off(actor, channels, until, at, lambda state, on: [])

    async def _put_off(
        self,
        actor: Actor,
        channels: Collection[ChannelId] | None,
        until: date,
        at: datetime,
        besides: Callable[[State, date], list[Change]],
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
            open_records = [record for record in records if _is_to_come(record, actor, setting.register)]
            moved[:] = [record.channel for record in open_records if record.channel in setting.register.channels]
            if not moved:
                raise NothingToPutOffError("no reminder is to come")
            put_off = [Change.put(SPELLS, one.channel, one.put_off(actor.person.id, on)) for one in open_records]
            return [*put_off, *besides(documents, on)]

        await update(self._store, plan)
        return PutOff(tuple(setting.register.channels[key].name for key in moved), on)

    async def expand(self, actor: Actor, key: str, channel: ChannelId, at: datetime) -> ReminderNotice | None:
        """Show all that can be answered of the channel."""
        return await self._change(actor, key, lambda record: replace(record, expanded=channel), at)

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
            secretaries = (person for person in self._access.secretaries(after) if person.id != actor.person.id)
            return [Post(f"{about}/{person.id}", person, proposed) for person in secretaries]

        await update_and_tell(self._store, self._notifier, plan, telling, at)
        return await self.now(actor, key, at)

    async def answer(
        self, actor: Actor, key: str, channels: Collection[ChannelId], answer: Answer, at: datetime
    ) -> ReminderNotice | None:
        """Keep ``answer`` for ``channels``, and give what the message says now; None where it is not kept any more, or
        is not the actor's."""
        require_somebody_here(actor)
        await update(self._store, lambda state: answering(state, actor.person.id, key, channels, answer))
        return await self.now(actor, key, at)

    async def stay(self, actor: Actor, key: str, at: datetime) -> ReminderNotice | None:
        """Keep that the actor is not away in the holidays that were asked about."""
        return await self._change(actor, key, lambda record: replace(record, stays=True), at)

    async def start(self, actor: Actor, key: str, at: datetime) -> tuple[date, ReminderNotice | None]:
        """Let reminders begin, the next time that they can go out; gives that day."""
        require_ict_secretary(actor)
        setting = await self._rounds.setting(at)
        begun = mode_on(at.date(), switch_of(await self._store.read()), setting.installed).start
        first = min(setting.working.next_round(at).date(), setting.working.next_working_day(begun))

        def started(record: Reminder) -> Reminder:
            preview = record.preview and replace(record.preview, start=first, started=True)
            return replace(record, preview=preview)

        def plan(state: State) -> list[Change]:
            switched = _switched(state, lambda switch: replace(switch, started=first))
            return [*switched, *changing(state, actor.person.id, key, started)]

        await update(self._store, plan)
        return first, await self.now(actor, key, at)

    async def pause(self, actor: Actor, key: str, days: Days, at: datetime) -> ReminderNotice | None:
        """Let there be no reminders for anybody on ``days``."""
        require_ict_secretary(actor)
        await update(
            self._store,
            lambda state: _switched(state, lambda switch: replace(switch, pauses=(*switch.pauses, days))),
        )
        return await self.now(actor, key, at)

    async def resume(self, actor: Actor, at: datetime) -> None:
        """End the pauses that go on now."""
        require_ict_secretary(actor)
        today = at.date()

        def end(switch: Switch) -> Switch:
            yesterday = today - timedelta(days=1)
            ended = (Days(one.start, min(one.end, yesterday)) if today in one else one for one in switch.pauses)
            return replace(switch, pauses=tuple(one for one in ended if one.start <= one.end))

        await update(self._store, lambda state: _switched(state, end))

    async def now(self, actor: Actor, key: str, at: datetime) -> ReminderNotice | None:
        """What the message says now; None where it is not kept any more, or is not the actor's."""
        state = await self._store.read()
        record = reminder_of(state, actor.person.id, key)
        return None if record is None else notice_of(register_of(state), record)

    async def _change(
        self, actor: Actor, key: str, change: Callable[[Reminder], Reminder], at: datetime
    ) -> ReminderNotice | None:
        require_somebody_here(actor)
        await update(self._store, lambda state: changing(state, actor.person.id, key, change))
        return await self.now(actor, key, at)


def _switched(state: State, change: Callable[[Switch], Switch]) -> list[Change]:
    return [Change.put(SWITCHES, THE_SWITCH, change(switch_of(state)))]


def _is_to_come(record: SpellRecord, actor: Actor, register: Register) -> bool:
    """Whether the actor was told of this spell, which goes on, and more was to come."""
    person = actor.person.id
    return record.days_of(person) > 0 and not record.is_over_for(person) and goes_on(record, register)
