"""Keeping the register of channels (guideline 3.3): every change with who makes it and when."""

import asyncio
import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from bot.domain.accounts.addresses import keys_of
from bot.domain.accounts.lookalikes import Likeness, resembled
from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import Channel, ChannelId, Closing, Pause, Status
from bot.domain.evidence import Evidence, EvidenceKind, with_evidence
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.errors import SomebotError
from bot.services.access import require_ict_secretary, require_keeper
from bot.services.committing import Plan, channel_of, event_of, unknown
from bot.services.free_text import require_nothing_of_health, require_nothing_personal
from bot.services.notifying import Notifier, Post
from bot.services.ports import Change, EventKind, HistoryEntry, State, Store
from bot.services.register.changes import (
    ErasedPersonError,
    NothingToUndoError,
    Within,
    newest_of,
    newest_that_stands,
    undoing,
)
from bot.services.register.concerned import concerning, staying_posts
from bot.services.register.covers import LONGEST
from bot.services.register.documents import puts, register_of
from bot.services.register.people import PeopleFinder, gone
from bot.services.register.records.cells import plain_line
from bot.services.register.records.channel_records import (
    ChannelRecord,
    InvalidInputError,
    Problem,
    parse_record,
    require_none,
)
from bot.services.register.records.platform_cells import corrected
from bot.services.register.records.record_mapping import free_id, merged, texts_of, to_channel, with_unit_known
from bot.services.register.staffing import Registered
from bot.services.telling import Telling, appointing, retiring, update_and_tell


class ChangedMeanwhileError(SomebotError):
    """Somebody else changed the channel since the form was opened; ``current`` is how it is now."""

    def __init__(self, current: Channel) -> None:
        super().__init__(f"{current.id} was changed meanwhile: look at the difference and decide")
        self.current = current


class UpdateRefusedError(SomebotError):
    """The update cannot be noted on ``channel``; ``reason`` is ``future``, ``old`` or ``retired``."""

    def __init__(self, reason: str, channel: Channel) -> None:
        super().__init__(f"no update is noted: {reason}")
        self.reason = reason
        self.channel = channel


class RegisterKeeping:
    """The changes that can be made to the register, each checked against who makes it."""

    def __init__(self, store: Store, platforms: Platforms, notifier: Notifier) -> None:
        self._store = store
        self._platforms = platforms
        self._notifier = notifier

    async def add(
        self,
        actor: Actor,
        values: Mapping[str, object],
        at: datetime,
        *,
        settling: Plan = lambda state: (),
        telling: Telling | None = None,
    ) -> Registered:
        """Register the channel that ``values`` write down, and tell its people that they were named. What ``settling``
        plans is in the same commit; with ``telling``, that is told instead.

        Without evidence of its own, the channel counts as updated on the day of registering. Raises NotAllowedError and
        InvalidInputError.
        """
        require_ict_secretary(actor)
        record = self._parse(values)

        def plan(state: State) -> list[Change]:
            people = PeopleFinder(register_of(state))
            channel = self._new(register_of(state), record, people, at)
            new = puts((_with_first_evidence(channel, at.date(), actor.person.id),), people.with_person(actor.person))
            return [*settling(state), *new]

        event = event_of(actor, at, EventKind.REGISTER)
        told = await update_and_tell(self._store, self._notifier, plan, telling or appointing(actor), at, event)
        (new,) = told.after.channels.keys() - told.before.channels.keys()
        channel = told.after.channels[new]
        is_corrected = corrected(values, channel.platform, self._platforms)
        return Registered(channel, told.not_told, await self._resembled(told.before, channel), is_corrected)

    async def draft(self, actor: Actor, values: Mapping[str, object], at: datetime) -> Channel:
        """The channel as ``add`` would register it now. Raises as that does."""
        require_ict_secretary(actor)
        record, register = self._parse(values), register_of(await self._store.read())
        return self._new(register, record, PeopleFinder(register), at)

    async def edit(
        self, actor: Actor, channel_id: ChannelId, version: int, values: Mapping[str, object], at: datetime
    ) -> Registered:
        """Change the fields that ``values`` name, of the channel as it was at ``version``. Raises NotAllowedError,
        InvalidInputError, UnknownChannelError, and ChangedMeanwhileError where the channel is at another version by
        now."""
        require_ict_secretary(actor)

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            current = channel_of(register, channel_id)
            if current.version != version:
                raise ChangedMeanwhileError(current)
            record = self._parse(merged(register, current, values, self._platforms), texts_of(current))
            self._require_free(register, record, channel_id)
            people = PeopleFinder(register)
            edited = to_channel(record, channel_id, people.id_of, self._platforms)
            _require_nobody_gone(register, edited, current, at.date())
            new = dataclasses.replace(edited, version=current.version)
            return [] if new == current else puts((new,), people.new)

        event = event_of(actor, at, EventKind.EDIT)
        telling = concerning(actor, at.date(), channel_id)
        told = await update_and_tell(self._store, self._notifier, plan, telling, at, event)
        seen, channel = told.before.channels[channel_id], told.after.channels[channel_id]
        same = (channel.url, channel.handle) == (seen.url, seen.handle)
        resembles = () if same else await self._resembled(told.before, channel)
        return Registered(channel, told.not_told, resembles, corrected(values, channel.platform, self._platforms))

    async def retire(
        self, actor: Actor, channel_id: ChannelId, access_by: str, archive: str, announcement: str, at: datetime
    ) -> Channel:
        """Take the channel out of use, and tell its people and who removes the rights to it (``access_by``, a
        reference). It stays in the register with its history and with what was agreed: who that is, where its content
        is archived, what is announced. Raises NotAllowedError, InvalidInputError and UnknownChannelError."""
        require_ict_secretary(actor)
        require_nothing_personal(closing_archive=archive, closing_announcement=announcement)

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            people = PeopleFinder(register)
            closing = Closing(people.id_of(access_by), plain_line(archive), plain_line(announcement))
            channel = channel_of(register, channel_id)
            return puts((dataclasses.replace(channel, status=Status.RETIRED, closing=closing),), people.new)

        event, telling = event_of(actor, at, EventKind.RETIRE), retiring(actor, channel_id, at.date())
        return (await update_and_tell(self._store, self._notifier, plan, telling, at, event)).after.channels[channel_id]

    async def pause(self, actor: Actor, channel_id: ChannelId, pause: Pause | None, at: datetime) -> Channel:
        """Let the channel rest on the days of ``pause``, and then be back in use by itself; with None, at once. Tells
        who keeps it. Raises NotAllowedError, InvalidInputError and UnknownChannelError."""
        require_ict_secretary(actor)
        require_nothing_of_health(reason=pause.reason if pause else "")
        plain = pause and dataclasses.replace(pause, reason=plain_line(pause.reason))

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            channel = channel_of(register, channel_id)
            changed = dataclasses.replace(channel, pause=plain)
            return [] if changed == channel else puts((changed,), unknown(register, actor.person))

        telling, event = concerning(actor, at.date(), channel_id), event_of(actor, at, EventKind.PAUSE)
        return (await update_and_tell(self._store, self._notifier, plan, telling, at, event)).after.channels[channel_id]

    async def undo(self, actor: Actor, seq: int, at: datetime) -> HistoryEntry:
        """Take back the change with the number ``seq``, which is a change as well, and tell those who were told of it.
        A registration is taken back by retiring the channel: nothing vanishes. Raises NothingToUndoError where what it
        concerns has changed since, or where no press takes such a change back; ErasedPersonError."""
        require_ict_secretary(actor)
        entry = await self._store.entry(seq)
        if entry is None or not entry.can_be_undone:
            raise NothingToUndoError("there is no such change")

        about = entry.event.about

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            if about:
                return puts(people=(_here_again(register, about),))
            back = undoing(register, entry)
            for channel in back:
                self._require_free(register, channel, channel.id)
            return puts(back)

        def telling(before: Register, after: Register) -> Iterable[Post]:
            if about:
                return staying_posts(actor, after.person(about), after)
            return concerning(actor, at.date(), undone=True)(before, after)

        event = event_of(actor, at, EventKind.UNDO, about)
        await update_and_tell(self._store, self._notifier, plan, telling, at, event)
        return entry

    async def newest_change(
        self, actor: Actor, channels: Collection[ChannelId] = (), within: Within | None = None
    ) -> HistoryEntry | None:
        """The newest change to ``channels``, or to whatever where none are named, ``within`` some time or whenever,
        that stands: neither an undo nor what was taken back; None where there is none."""
        require_ict_secretary(actor)
        return await newest_that_stands(self._store, channels, within=within)

    async def history(self, actor: Actor, channel_id: ChannelId | None = None) -> Sequence[HistoryEntry]:
        """What was changed, oldest first."""
        require_ict_secretary(actor)
        return await self._store.history(*filter(None, [channel_id]))

    async def newest_changes(
        self, actor: Actor, channels: Collection[ChannelId], count: int, within: Within | None = None
    ) -> Sequence[HistoryEntry]:
        """The ``count`` newest changes to ``channels``, or to whatever where none are named, ``within`` some time
        or whenever, oldest first. Names that a
        directory told, which older versions kept in history, and the languages that people choose are left out: they
        would hide what was changed in the register."""
        require_ict_secretary(actor)
        return await newest_of(self._store, channels, count, within)

    def _new(self, register: Register, record: ChannelRecord, people: PeopleFinder, at: datetime) -> Channel:
        record = with_unit_known(register, record)
        self._require_free(register, record, None)
        channel_id = record.id or free_id(record, register.channels)
        if channel_id in register.channels:
            raise InvalidInputError([Problem("id", "id-taken", "there is a channel with this id")])
        channel = to_channel(record, channel_id, people.id_of, self._platforms)
        _require_nobody_gone(register, channel, None, at.date())
        return channel

    def _require_free(self, register: Register, wanted: Channel | ChannelRecord, own: ChannelId | None) -> None:
        """Raise InvalidInputError where another channel than ``own`` has the account ``wanted`` already, in whatever
        spelling."""
        keys = keys_of(wanted.platform, wanted.url, wanted.handle, self._platforms)
        other = next((channel for channel in register.with_keys(keys, self._platforms) if channel.id != own), None)
        if other:
            field = "url" if wanted.url else "handle"
            text = f"{other.name} has this address already"
            raise InvalidInputError([Problem(field, f"{field}-taken", text, {"channel": other.name})])

    async def _resembled(self, before: Register, channel: Channel) -> tuple[Channel, ...]:
        """The other channels that somebody might take this one for. The same name on another platform is usual."""
        others = [other for other in before.channels.values() if other.id != channel.id]
        address = channel.url or f"@{channel.handle}"
        found = await asyncio.to_thread(resembled, address, others, self._platforms)  # of many, it takes a while
        return found.channels if found and found.likeness is not Likeness.SAME_NAME else ()

    def _parse(self, values: object, kept: Collection[str] = ()) -> ChannelRecord:
        record = parse_record(values, self._platforms, kept=kept)
        if isinstance(record, tuple):
            raise InvalidInputError(record)
        return record


def noting_update(register: Register, actor: Actor, channel_id: ChannelId, on: date, at: datetime) -> list[Change]:
    """The change that notes the actor's word that the channel was updated ``on`` that day (guideline 4.5). Raises
    NotAllowedError, UnknownChannelError, and UpdateRefusedError for a channel out of use, a day to come and one long
    gone."""
    actor, today, channel = actor.on(at.date()), at.date(), channel_of(register, channel_id)
    require_keeper(actor, channel, today)
    if channel.status is Status.RETIRED:
        raise UpdateRefusedError("retired", channel)
    if not today - LONGEST <= on <= today:
        raise UpdateRefusedError("future" if on > today else "old", channel)
    kind = EvidenceKind.CHECKED if actor.is_ict_secretary else EvidenceKind.TOLD
    told = with_evidence(channel.evidence, Evidence(kind, on, actor.person.id))
    return puts((dataclasses.replace(channel, evidence=told),), unknown(register, actor.person))


def _here_again(register: Register, person_id: PersonId) -> Person:
    """The person who was marked as having left, as one who has not. Raises NothingToUndoError."""
    person = register.person(person_id)
    if person.is_erased:
        raise ErasedPersonError("the data of the person were erased")
    if person.left_on is None:
        raise NothingToUndoError("the person is not marked as having left any more")
    return dataclasses.replace(person, left_on=None)


def _with_first_evidence(channel: Channel, today: date, by: PersonId) -> Channel:
    if channel.evidence:
        return channel
    return dataclasses.replace(channel, evidence=(Evidence(EvidenceKind.REGISTERED, today, by),))


def _require_nobody_gone(register: Register, channel: Channel, before: Channel | None, today: date) -> None:
    """Raise InvalidInputError where somebody who is new on the channel has left."""
    known = before.keeper_ids if before else ()
    new = [person for person in channel.maintainer_ids if person not in known]
    responsible = [] if channel.responsible in known else [channel.responsible]
    require_none([*gone(register, "responsible", responsible, today), *gone(register, "maintainers", new, today)])
