"""One round of reminders: who gets which message now, and all that is kept of it, from what is stored and the time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain.channels import Channel, ChannelId
from bot.domain.evidence import newest
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.notice import (
    Answer,
    Answered,
    ChannelName,
    HolidayQuestion,
    ReminderLine,
    ReminderNotice,
    ShadowPreview,
    WouldGet,
)
from bot.domain.reminders.plan import LIST, Affairs, DueMessage, Item, Plan, message_key, plan, quiet_at, together
from bot.domain.reminders.presence import Presence
from bot.domain.reminders.seasons import HolidayRound, holiday_round, monday_of
from bot.domain.reminders.silence import Quiet, Silence
from bot.domain.reminders.spells import Ladder, SpellRecord
from bot.domain.working_time import WorkingTime
from bot.services.ports import State
from bot.services.reminders.digest import digest_of
from bot.services.reminders.documents import ABSENCES, REMINDERS, Mode, Reminder, mode_on, records_of, switch_of


class Part(StrEnum):
    """What a message has in it, and so why it is sent."""

    REMINDER = "nudge"
    PREVIEW = "preview"
    DIGEST = "digest"
    HOLIDAYS = "holidays"


Lacking = Mapping[PersonId, Sequence[Channel]]
"""The channels of each maintainer for which nobody is agreed on in the holidays."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that is due: to whom, what it says, and of which items (in a preview, those of others)."""

    person: Person
    record: Reminder
    notice: ReminderNotice
    items: tuple[Item, ...]

    @property
    def key(self) -> str:
        """The name of the message."""
        return self.notice.key

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is in the message."""
        said = {
            Part.REMINDER: self.notice.lines,
            Part.PREVIEW: self.notice.preview,
            Part.DIGEST: self.notice.digest,
            Part.HOLIDAYS: self.notice.holidays,
        }
        return tuple(part for part, content in said.items() if content)


@dataclass(frozen=True, slots=True)
class Round:
    """The letters that are due at one moment, what the spells' records are once they are sent, and each silence."""

    letters: tuple[Letter, ...] = ()
    records: Mapping[ChannelId, SpellRecord] = field(default_factory=dict)
    silences: tuple[Silence, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What a round is reckoned from, besides the documents: the register, since when it has been kept (``installed``),
    the ICT secretaries, working time, after how many days a channel is asked about, and how many ``questions`` wait for
    an answer."""

    register: Register
    installed: date
    secretaries: tuple[Person, ...]
    working: WorkingTime
    interval_days: int
    questions: int = 0


def mode_at(setting: Setting, documents: State, today: date) -> Mode:
    """Whether people get reminders on ``today``."""
    return mode_on(today, switch_of(documents), setting.installed)


def affairs_of(setting: Setting, documents: State, today: date) -> Affairs:
    """What decides on ``today``'s reminders."""
    mode = mode_at(setting, documents, today)
    secretaries = (person.id for person in setting.secretaries)
    return Affairs(
        tuple(setting.register.channels.values()),
        Presence.on(today, setting.register, documents.of(ABSENCES).values(), secretaries),
        Ladder(setting.working, setting.interval_days, mode.since, switch_of(documents).pauses),
        records_of(documents, mode),
        {record.person for record in documents.of(REMINDERS).values() if record.day == today},
    )


def reckon(setting: Setting, documents: State, at: datetime) -> Round:
    """The round that is due ``at``."""
    today = at.astimezone(setting.working.zone).date()
    affairs = affairs_of(setting, documents, today)
    if quiet := quiet_at(at, setting.working, affairs.ladder):
        return Round(silences=(quiet,))
    mode = mode_at(setting, documents, today)
    due = _previewed(affairs, at) if mode.shadow else plan(affairs, at)
    drafts = _drafts(setting, affairs, mode, due)
    for person in affairs.presence.secretaries:
        if person not in affairs.messaged and _digest_is_due(documents, person, today):
            digest = digest_of(affairs, setting.register, documents, setting.questions, at)
            if not digest.is_empty:
                drafts[person] = replace(_draft(drafts, person, today), digest=digest)
    if not mode.shadow:
        for person, asked in _to_ask(affairs, documents, today):
            drafts[person] = replace(_draft(drafts, person, today), season=asked.season)
    items = [item for message in due.messages for item in message.items]
    records = {
        key: replace(record, shadow=mode.shadow) for key, record in together(affairs.records, items).items() if drafts
    }
    previewed = tuple(items) if mode.shadow else ()
    asking = holiday_round(today)
    lacking = asking.lacking(affairs.channels) if asking else {}
    letters = (
        _letter(setting, draft, previewed if draft.preview else draft.items, lacking) for draft in drafts.values()
    )
    return Round(tuple(letters), records, due.silences)


def notice_of(setting: Setting, record: Reminder) -> ReminderNotice:
    """What the message says as things stand now: of channels that were updated meanwhile, that they were."""
    asked = holiday_round(record.day) if record.season else None
    return _notice(setting.register, record, asked.lacking(setting.register.listed()) if asked else {})


def _notice(register: Register, record: Reminder, lacking: Lacking) -> ReminderNotice:
    answers = {one.channel: one.answer for one in record.answers}
    lines = tuple(_line(register, item, answers.get(item.channel), record.day) for item in record.items)
    key = message_key(record.person, record.day)
    question = _question(record, lacking)
    return ReminderNotice(key, lines, record.preview, record.digest, question, record.expanded)


def _previewed(affairs: Affairs, at: datetime) -> Plan:
    """What is due to people in the shadow; nothing where no ICT secretary can be told of it now."""
    if any(person not in affairs.messaged for person in affairs.presence.secretaries):
        # Nobody has had a message: what the ICT secretaries had today was a preview.
        return plan(replace(affairs, messaged=()), at)
    why = Quiet.HAD_TODAYS_MESSAGE if affairs.presence.secretaries else Quiet.NOBODY_HERE
    return Plan(silences=(Silence(why),))


def _drafts(setting: Setting, affairs: Affairs, mode: Mode, due: Plan) -> dict[PersonId, Reminder]:
    """The messages of ``due``; in the shadow, one preview of them for each ICT secretary."""
    today = affairs.presence.day
    if not mode.shadow:
        return {message.person: Reminder(message.person, today, message.items) for message in due.messages}
    if not due.messages:
        return {}
    preview = ShadowPreview(tuple(_would_get(setting.register, message) for message in due.messages), mode.start)
    to = [person for person in affairs.presence.secretaries if person not in affairs.messaged]
    return {person: Reminder(person, today, preview=preview) for person in to}


def _draft(drafts: Mapping[PersonId, Reminder], person: PersonId, today: date) -> Reminder:
    return drafts.get(person) or Reminder(person, today)


def _digest_is_due(documents: State, person: PersonId, today: date) -> bool:
    """Whether the ICT secretary has not had this week's digest yet."""
    monday = monday_of(today)
    return not any(
        record.digest and record.person == person and monday <= record.day
        for record in documents.of(REMINDERS).values()
    )


def _to_ask(affairs: Affairs, documents: State, today: date) -> Iterator[tuple[PersonId, HolidayRound]]:
    """The maintainers who have not been asked yet who looks after their channels in the holidays that come."""
    asking = holiday_round(today)
    if asking is None:
        return
    asked = {record.person for record in documents.of(REMINDERS).values() if record.season and record.day in asking.ask}
    for person in sorted(asking.lacking(affairs.channels).keys() - asked - set(affairs.messaged)):
        if affairs.presence.is_here(person):
            yield person, asking


def _letter(setting: Setting, record: Reminder, items: tuple[Item, ...], lacking: Lacking) -> Letter:
    known = {person.id: person for person in setting.secretaries}
    person = known.get(record.person) or setting.register.person(record.person)
    return Letter(person, record, _notice(setting.register, record, lacking), items)


def _would_get(register: Register, message: DueMessage) -> WouldGet:
    names = tuple(register.channels[item.channel].name for item in message.items)
    return WouldGet(register.person(message.person), names)


def _line(register: Register, item: Item, answer: Answer | None, day: date) -> ReminderLine:
    channel = register.channels[item.channel]
    evidence = newest(channel.evidence)
    if answer is None and evidence is not None and evidence.on > item.spell:
        answer = Answer(Answered.UPDATED, evidence.on)
    seats = [told.seat for told in item.told if told.seat not in (item.person, LIST)]
    own = any(told.seat in (item.person, LIST) for told in item.told)
    absent = register.person(seats[0]) if seats and not own else None
    in_charge = channel.is_kept_by(item.person) or any(one.person == item.person for one in channel.covers_on(day))
    return ReminderLine(
        channel=channel.id,
        name=channel.name,
        url=channel.url,
        evidence=evidence,
        state=item.state,
        step=item.step,
        last=item.last,
        absent=absent,
        answer=answer,
        in_charge=in_charge,
    )


def _question(record: Reminder, lacking: Lacking) -> HolidayQuestion | None:
    asked = holiday_round(record.day) if record.season else None
    if asked is None:
        return None
    channels = tuple(ChannelName(channel.id, channel.name) for channel in lacking.get(record.person, ()))
    return HolidayQuestion(asked.season, asked.days.start, asked.days.end, channels, record.stays)
