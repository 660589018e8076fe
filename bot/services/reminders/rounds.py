"""The run: what is due is claimed, posted and so sent once, however often it is run and wherever it stops.

A message, what it says of each spell, and its entry in the outbox are put in place by one commit. What the outbox could
not deliver on its day is taken back by the next run, which decides anew.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import ChannelId
from bot.domain.duties import NOTHING_ASKED, Asked
from bot.domain.evidence import newest
from bot.domain.register import Register
from bot.domain.reminders.day import Setting
from bot.domain.reminders.kept import Reminder
from bot.domain.reminders.reckoning import Round, notices_of, reckon
from bot.domain.reminders.spells import SpellRecord
from bot.services.access import Access
from bot.services.activity.website import WebsiteLooks
from bot.services.committing import update
from bot.services.notifying import Notifier, Post
from bot.services.ports import Change, State, Store
from bot.services.questions.documents import unanswered
from bot.services.register.documents import register_of
from bot.services.reminders.documents import REMINDERS, SPELLS, kept_of
from bot.services.reminders.entries import OUTBOX, OutboxEntry, Stage, outbox_key
from bot.services.reminders.redrawing import rewriting

logger = logging.getLogger(__name__)

KEPT: Final = timedelta(days=90)
"""How long messages are kept, so that their buttons go on working, and what was told of spells that are over."""
PAUSES_KEPT: Final = timedelta(days=400)
"""How long a pause of all reminders is kept: its days do not count in spells that go on."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the settings say of reminders: working time, and after how many days a channel is asked about; and which
    duties the guideline lays down."""

    working: WorkingTime
    interval_days: int
    asked: Asked = NOTHING_ASKED


class ReminderRounds:
    """Reckons what is due, and sends it."""

    def __init__(
        self,
        store: Store,
        access: Access,
        notifier: Notifier,
        rules: Rules,
        questions: Store | None = None,
        website: WebsiteLooks | None = None,
    ) -> None:
        self._store = store
        self._access = access
        self._notifier = notifier
        self._rules = rules
        self._questions = questions
        self._website = website or WebsiteLooks(store)
        self._installed: date | None = None

    async def due(self, at: datetime) -> Round:
        """What is due ``at``, and why everything else is not. Nothing is changed."""
        setting, documents = await self.setting(at), await self._store.read()
        return reckon(setting, kept_of(documents.after(_taken_back(documents, at))), at)

    async def run(self, at: datetime) -> Round:
        """Claim what is due ``at`` and put it into the outbox; run again, it finds nothing more to do."""
        setting = await self.setting(at)
        done = Round()

        def claim(documents: State) -> list[Change]:
            nonlocal done
            back = _taken_back(documents, at)
            now = documents.after(back)
            done = reckon(setting, kept_of(now), at)
            return [*back, *self._claims(now, setting, done, at)]

        await update(self._store, claim)
        if done.reminders:
            logger.info("Reminders were put into the outbox", extra={"messages": len(done.reminders)})
        if done.reminders or done.changed:
            self._notifier.posted()
        return done

    async def setting(self, at: datetime) -> Setting:
        """What a round at that time is reckoned from, besides what is kept."""
        state = await self._store.read()
        register = register_of(state)
        return Setting(
            register,
            await self._installed_on(at),
            self._access.secretaries(register),
            self._rules.working,
            self._rules.interval_days,
            unanswered(await self._questions.read()) if self._questions else 0,
            self._website.findings(state, at),
            self._rules.asked,
            self._access.deciders_in(register),
        )

    async def _installed_on(self, at: datetime) -> date:
        """The day of the register's first change; today's, as long as there was none."""
        if self._installed is None:
            first = await self._store.entry(1)
            if first is None:
                return at.astimezone(self._rules.working.zone).date()
            self._installed = first.event.at.astimezone(self._rules.working.zone).date()
        return self._installed

    def _claims(self, now: State, setting: Setting, done: Round, at: datetime) -> Iterator[Change]:
        for key, record in done.records.items():
            yield Change.put(SPELLS, key, record)
        notices = notices_of(setting.register, done.reminders, setting.register.channels.values())
        posts = []
        for reminder, notice in zip(done.reminders, notices, strict=True):
            yield Change.put(REMINDERS, reminder.key, reminder)
            until = self._rules.working.closing(reminder.day).astimezone(UTC)
            posts.append(Post(outbox_key(reminder.key), setting.person(reminder.person), notice, until))
        yield from self._notifier.posting(now, posts, at)
        yield from rewriting(now, done.changed, at)


def _taken_back(documents: State, at: datetime) -> list[Change]:
    """Take back the messages that did not go out in time, with all that they would have said."""
    outbox = documents.of(OUTBOX)
    records: dict[ChannelId, SpellRecord] = {}
    changes: list[Change] = []
    for key, message in documents.of(REMINDERS).items():
        entry = outbox.get(outbox_key(key))
        if entry is None or not _has_expired(entry, at):
            continue
        changes += [Change.remove(REMINDERS, key), Change.remove(OUTBOX, outbox_key(key))]
        for channel in _spoken_of(message, documents):
            kept = records.get(channel) or documents.of(SPELLS)[channel]
            without = tuple(told for told in kept.told if not _was_in(message, told.person, told.on, kept))
            records[channel] = replace(kept, told=without)
    return [*changes, *(Change.put(SPELLS, key, record) for key, record in records.items())]


def _has_expired(entry: OutboxEntry, at: datetime) -> bool:
    return entry.stage is Stage.EXPIRED or (entry.stage is Stage.WAITING and entry.expires_at <= at)


def _spoken_of(message: Reminder, documents: State) -> list[ChannelId]:
    """The channels of whose spells ``message`` speaks; a preview may speak of any."""
    records = documents.of(SPELLS)
    return list(records) if message.preview else [item.channel for item in message.items if item.channel in records]


def _was_in(message: Reminder, person: str, on: date, record: SpellRecord) -> bool:
    """Whether ``message`` has said, or has shown in its preview, what was told ``person`` on that day."""
    return on == message.day and (record.shadow if message.preview else person == message.person)


def goes_on(record: SpellRecord, register: Register) -> bool:
    """Whether the channel is still in the spell of the record, or would be again if it came back into use."""
    evidence = newest(register.evidence_of(register.channels[record.channel]))
    return evidence is not None and evidence.on == record.spell
