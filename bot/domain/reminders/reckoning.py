"""One round of reminders: who gets which message now, and all that is kept of it, from what is kept and the time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Channel, ChannelId, FormerAccess
from bot.domain.duties import NOTHING_ASKED, Asked
from bot.domain.evidence import EvidenceKind, newest
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.access import line_of as access_line_of
from bot.domain.reminders.access import to_take
from bot.domain.reminders.confirming import ALONE_AFTER, HalfYear, ToConfirm, line_of, to_confirm
from bot.domain.reminders.digest import as_it_is_now, digest_of
from bot.domain.reminders.kept import Kept, Mode, Reminder, mode_on
from bot.domain.reminders.notice import (
    NO_FINDINGS,
    Answer,
    Answered,
    ChannelName,
    HolidayQuestion,
    ReminderLine,
    ReminderNotice,
    WebsiteFindings,
)
from bot.domain.reminders.plan import LIST, Affairs, Item, Plan, plan, quiet_at, together
from bot.domain.reminders.presence import Presence
from bot.domain.reminders.proposals import ProposalLine, reminded_of
from bot.domain.reminders.seasons import HolidayRound, holiday_round, monday_of
from bot.domain.reminders.shadow import beginning, begun, first_day, previews, to_tell, would_be_due
from bot.domain.reminders.silence import Silence
from bot.domain.reminders.spells import Ladder, SpellRecord

Lacking = Mapping[PersonId, Sequence[Channel]]
"""The channels of each maintainer for which nobody is agreed on in the holidays."""


@dataclass(frozen=True, slots=True)
class Round:
    """The ``reminders`` that are due at one moment and the ``changed`` ones that were sent before, the items that a
    preview among them shows, what the spells' records are once they are sent, and each silence."""

    reminders: tuple[Reminder, ...] = ()
    changed: tuple[Reminder, ...] = ()
    previewed: tuple[Item, ...] = ()
    records: Mapping[ChannelId, SpellRecord] = field(default_factory=dict)
    silences: tuple[Silence, ...] = ()

    def items_of(self, reminder: Reminder) -> tuple[Item, ...]:
        """What ``reminder`` speaks of: the person's own items or, in a preview, those of others."""
        return self.previewed if reminder.preview else reminder.items


@dataclass(frozen=True, slots=True)
class Setting:
    """What a round is reckoned from, besides what is kept: the register, since when it has been kept (``installed``),
    the ICT secretaries, working time, after how many days a channel is asked about, and how many ``questions`` wait for
    an answer, what the ``website`` shows, which duties are ``asked`` of channels, and the ``deciders`` on channels."""

    register: Register
    installed: date
    secretaries: tuple[Person, ...]
    working: WorkingTime
    interval_days: int
    questions: int = 0
    website: WebsiteFindings = NO_FINDINGS
    asked: Asked = NOTHING_ASKED
    deciders: tuple[Person, ...] = ()

    def person(self, person: PersonId) -> Person:
        """The person with this id, who may have a role and be none of whom the register knows."""
        known = {one.id: one for one in (*self.secretaries, *self.deciders)}
        return known.get(person) or self.register.person(person)


def reckon(setting: Setting, kept: Kept, at: datetime) -> Round:
    """The round that is due ``at``."""
    today = at.astimezone(setting.working.zone).date()
    mode = mode_on(today, kept.switch, setting.installed)
    affairs = _affairs(setting, kept, mode, today)
    if quiet := quiet_at(at, setting.working, affairs.ladder):
        return Round(silences=(quiet,))
    found = would_be_due(affairs, kept, at) if mode.shadow else plan(affairs, at)
    drafts, changed = _drafts(setting, affairs, kept, mode, found)
    for person in affairs.presence.secretaries:
        if person not in affairs.messaged and _digest_is_due(kept, person, today):
            digest = digest_of(affairs, setting.register, kept, setting.questions, setting.website, at)
            if not digest.is_empty:
                drafts[person] = replace(_draft(drafts, person, today), digest=digest)
    if not mode.shadow:
        _add_what_else_is_asked(setting, affairs, kept, drafts)
    items = tuple(item for due in found.due.values() for item in due)
    records = {key: replace(record, shadow=mode.shadow) for key, record in together(affairs.records, items).items()}
    return Round(tuple(drafts.values()), changed, items if mode.shadow else (), records, found.silences)


def notices_of(register: Register, reminders: Iterable[Reminder], channels: Iterable[Channel]) -> list[ReminderNotice]:
    """What messages of one day say as things stand now: of channels that were updated meanwhile, that they were.

    Covers for the holidays are asked about for those of ``channels`` that lack them, in that order.
    """
    reminders = tuple(reminders)
    seasonal = next((reminder for reminder in reminders if reminder.season), None)
    asking = holiday_round(seasonal.day) if seasonal else None
    lacking = asking.lacking(channels) if asking else {}
    return [_notice(register, reminder, asking if reminder.season else None, lacking) for reminder in reminders]


def notice_of(register: Register, reminder: Reminder) -> ReminderNotice:
    """What the message says as things stand now."""
    return notices_of(register, [reminder], register.listed())[0]


def _affairs(setting: Setting, kept: Kept, mode: Mode, today: date) -> Affairs:
    """What decides on ``today``'s reminders."""
    return Affairs(
        tuple(setting.register.channels.values()),
        Presence.on(today, setting.register, kept.absences, (person.id for person in setting.secretaries)),
        Ladder(setting.working, setting.interval_days, mode.since, kept.switch.pauses, setting.register.sources),
        kept.told_in(mode),
        kept.messaged_on(today),
    )


def _notice(register: Register, reminder: Reminder, asking: HolidayRound | None, lacking: Lacking) -> ReminderNotice:
    answers = {one.channel: one.answer for one in reminder.answers}
    lines = tuple(_line(register, item, answers.get(item.channel), reminder.day) for item in reminder.items)
    question = _question(reminder, asking, lacking) if asking else None
    digest = as_it_is_now(reminder.digest, register, reminder.day) if reminder.digest else None
    return ReminderNotice(
        reminder.key,
        lines,
        reminder.preview,
        digest,
        question,
        confirming=tuple(line_of(register, one, reminder.day) for one in reminder.confirming),
        expanded=reminder.expanded,
        proposals=reminder.proposals,
        access=tuple(access_line_of(register, one, reminder.day) for one in reminder.access),
        begins=reminder.begins,
    )


def _drafts(
    setting: Setting, affairs: Affairs, kept: Kept, mode: Mode, found: Plan
) -> tuple[dict[PersonId, Reminder], tuple[Reminder, ...]]:
    """The messages with what was ``found`` to be due, and the earlier ones that change: in the shadow, the ICT
    secretaries' previews of it; after that, people's own, while the previews say that these go out."""
    today = affairs.presence.day
    if not mode.shadow:
        drafts = {person: Reminder(person, today, items) for person, items in found.due.items()}
        return drafts, begun(kept, affairs.ladder.day(mode.start, 0))
    shown = previews(setting.register, affairs, kept, mode, found)
    drafts = {person: Reminder(person, today, preview=preview) for person, preview in shown.new.items()}
    if day := first_day(affairs, kept, mode):
        first = setting.working.moment(day, setting.working.remind_at)
        begins = beginning(reckon(setting, kept, first).reminders, first)
        for person in to_tell(affairs, kept, day):
            drafts[person] = replace(_draft(drafts, person, today), begins=begins)
    return drafts, shown.changed


def _add_what_else_is_asked(setting: Setting, affairs: Affairs, kept: Kept, drafts: dict[PersonId, Reminder]) -> None:
    """Put into ``drafts`` what people are asked and told besides their channels' updates."""
    today = affairs.presence.day
    for person, asking in _to_ask(affairs, kept, today):
        drafts[person] = replace(_draft(drafts, person, today), season=asking.season)
    for person, waiting in _to_remind(setting, affairs, kept).items():
        drafts[person] = replace(_draft(drafts, person, today), proposals=waiting)
    for person, left in _to_take(setting, affairs, kept).items():
        drafts[person] = replace(_draft(drafts, person, today), access=left)
    for person, lines in _to_confirm(setting, affairs, kept, drafts, today):
        drafts[person] = replace(_draft(drafts, person, today), confirming=lines)


def _draft(drafts: Mapping[PersonId, Reminder], person: PersonId, today: date) -> Reminder:
    return drafts.get(person) or Reminder(person, today)


def _digest_is_due(kept: Kept, person: PersonId, today: date) -> bool:
    """Whether the ICT secretary has not had this week's digest yet."""
    monday = monday_of(today)
    return not any(one.digest and one.person == person and monday <= one.day for one in kept.messages.values())


def _to_ask(affairs: Affairs, kept: Kept, today: date) -> Iterator[tuple[PersonId, HolidayRound]]:
    """The maintainers who have not been asked yet who looks after their channels in the holidays that come."""
    asking = holiday_round(today)
    if asking is None:
        return
    asked = {one.person for one in kept.messages.values() if one.season and one.day in asking.ask}
    for person in sorted(asking.lacking(affairs.channels).keys() - asked - set(affairs.messaged)):
        if affairs.presence.is_here(person):
            yield person, asking


def _to_remind(setting: Setting, affairs: Affairs, kept: Kept) -> dict[PersonId, tuple[ProposalLine, ...]]:
    """The proposals that each person is to be reminded of who has not been yet, and has had no message today."""
    reminded = {(one.person, line) for one in kept.messages.values() for line in one.proposals}
    due: dict[PersonId, tuple[ProposalLine, ...]] = {}
    deciders = [person.id for person in setting.deciders]
    for person, line in dict.fromkeys(reminded_of(kept.proposals, affairs.presence, setting.working, deciders)):
        if (person, line) not in reminded and person not in affairs.messaged:
            due[person] = (*due.get(person, ()), line)
    return due


def _to_take(setting: Setting, affairs: Affairs, kept: Kept) -> dict[PersonId, tuple[FormerAccess, ...]]:
    """The access that each person is to be told of who has had no message today."""
    told = [(message.person, message.day, one) for message in kept.messages.values() for one in message.access]
    due = to_take(setting.register, affairs.presence, told)
    return {person: left for person, left in due.items() if person not in affairs.messaged}


def _to_confirm(
    setting: Setting, affairs: Affairs, kept: Kept, drafts: Mapping[PersonId, Reminder], today: date
) -> Iterator[tuple[PersonId, tuple[ToConfirm, ...]]]:
    """The people who are asked what they alone know: inside a message that they get anyway; by itself where none has
    come for a while. On the day of the ICT secretary's week they are not: the two do not fit in one message."""
    half_year = HalfYear.of(today)
    if half_year is None:
        return
    may_come_alone = today >= half_year.month.start + ALONE_AFTER
    not_about = _not_to_confirm(setting, affairs, kept, half_year)
    for person, lines in to_confirm(setting.register, setting.asked, not_about, affairs.presence, half_year).items():
        draft = drafts.get(person)
        has_room = draft.digest is None if draft else may_come_alone
        if has_room and person not in affairs.messaged:
            yield person, lines


def _not_to_confirm(setting: Setting, affairs: Affairs, kept: Kept, half_year: HalfYear) -> set[ChannelId]:
    """The channels that were asked about in this half-year. After its month also those of whoever had any message in
    it that had room for the question, and so was not away in all of it; and all where reminders began later."""
    within = [message for message in kept.messages.values() if message.day in half_year.days]
    asked = {one.channel for message in within for one in message.confirming}
    if affairs.presence.day in half_year.month:
        return asked
    heard = {message.person for message in within if message.day in half_year.month and message.digest is None}
    began_later = affairs.ladder.since > half_year.month.end
    late = (one for one in setting.register.channels.values() if began_later or one.responsible in heard)
    return asked | {one.id for one in late}


def _line(register: Register, item: Item, answer: Answer | None, day: date) -> ReminderLine:
    channel = register.channels[item.channel]
    evidence = newest(register.evidence_of(channel))
    if answer is None and evidence is not None and evidence.on > item.spell:
        answer = Answer(Answered.SEEN if evidence.kind is EvidenceKind.SEEN else Answered.UPDATED, evidence.on)
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


def _question(reminder: Reminder, asking: HolidayRound, lacking: Lacking) -> HolidayQuestion:
    channels = tuple(ChannelName(channel.id, channel.name) for channel in lacking.get(reminder.person, ()))
    return HolidayQuestion(asking.season, asking.days.start, asking.days.end, channels, reminder.stays)
