"""One round of reminders: who gets which message now, and all that is kept of it, from what is kept and the time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.domain.channels import Channel, ChannelId, FormerAccess
from bot.domain.evidence import EvidenceKind, newest
from bot.domain.people import PersonId
from bot.domain.register import Register
from bot.domain.reminders.access import line_of as access_line_of
from bot.domain.reminders.access import to_take
from bot.domain.reminders.confirming import ALONE_AFTER, HalfYear, ToConfirm, line_of, to_confirm
from bot.domain.reminders.day import Day, Setting
from bot.domain.reminders.digest import as_it_is_now, digest_of
from bot.domain.reminders.kept import Kept, Reminder
from bot.domain.reminders.notice import (
    Answer,
    Answered,
    ChannelName,
    HolidayQuestion,
    ReminderLine,
    ReminderNotice,
)
from bot.domain.reminders.plan import LIST, Item, Plan, plan, quiet_at, together
from bot.domain.reminders.proposals import ProposalLine, reminded_of
from bot.domain.reminders.seasons import HolidayRound, holiday_round, monday_of
from bot.domain.reminders.shadow import beginning, begun, first_day, previews, to_tell, would_be_due
from bot.domain.reminders.silence import Silence
from bot.domain.reminders.spells import SpellRecord

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


def reckon(setting: Setting, kept: Kept, at: datetime) -> Round:
    """The round that is due ``at``."""
    day = Day.of(setting, kept, at.astimezone(setting.working.zone).date())
    if quiet := quiet_at(at, setting.working, day.ladder):
        return Round(silences=(quiet,))
    shadow = day.mode.shadow
    found = would_be_due(day, at) if shadow else plan(day, at)
    drafts, changed = _drafts(day, found)
    for person in day.presence.secretaries:
        if person not in day.messaged and _digest_is_due(day, person):
            digest = digest_of(day, at)
            if not digest.is_empty:
                drafts[person] = replace(_draft(drafts, person, day), digest=digest)
    if not shadow:
        _add_what_else_is_asked(day, drafts)
    items = tuple(item for due in found.due.values() for item in due)
    records = {key: replace(record, shadow=shadow) for key, record in together(day.records, items).items()}
    return Round(tuple(drafts.values()), changed, items if shadow else (), records, found.silences)


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


def _drafts(day: Day, found: Plan) -> tuple[dict[PersonId, Reminder], tuple[Reminder, ...]]:
    """The messages with what was ``found`` to be due, and the earlier ones that change: in the shadow, the ICT
    secretaries' previews of it; after that, people's own, while the previews say that these go out."""
    today = day.presence.day
    if not day.mode.shadow:
        drafts = {person: Reminder(person, today, items) for person, items in found.due.items()}
        return drafts, begun(day.kept, day.ladder.day(day.mode.start, 0))
    shown = previews(day, found)
    drafts = {person: Reminder(person, today, preview=preview) for person, preview in shown.new.items()}
    if start := first_day(day):
        first = day.setting.working.moment(start, day.setting.working.remind_at)
        begins = beginning(reckon(day.setting, day.kept, first).reminders, first)
        for person in to_tell(day, start):
            drafts[person] = replace(_draft(drafts, person, day), begins=begins)
    return drafts, shown.changed


def _add_what_else_is_asked(day: Day, drafts: dict[PersonId, Reminder]) -> None:
    """Put into ``drafts`` what people are asked and told besides their channels' updates."""
    for person, asking in _to_ask(day):
        drafts[person] = replace(_draft(drafts, person, day), season=asking.season)
    for person, waiting in _to_remind(day).items():
        drafts[person] = replace(_draft(drafts, person, day), proposals=waiting)
    for person, left in _to_take(day).items():
        drafts[person] = replace(_draft(drafts, person, day), access=left)
    for person, lines in _to_confirm(day, drafts):
        drafts[person] = replace(_draft(drafts, person, day), confirming=lines)


def _draft(drafts: Mapping[PersonId, Reminder], person: PersonId, day: Day) -> Reminder:
    return drafts.get(person) or Reminder(person, day.presence.day)


def _digest_is_due(day: Day, person: PersonId) -> bool:
    """Whether the ICT secretary has not had this week's digest yet."""
    monday = monday_of(day.presence.day)
    return not any(one.digest and one.person == person and monday <= one.day for one in day.kept.messages.values())


def _to_ask(day: Day) -> Iterator[tuple[PersonId, HolidayRound]]:
    """The maintainers who have not been asked yet who looks after their channels in the holidays that come."""
    asking = holiday_round(day.presence.day)
    if asking is None:
        return
    asked = {one.person for one in day.kept.messages.values() if one.season and one.day in asking.ask}
    for person in sorted(asking.lacking(day.channels).keys() - asked - set(day.messaged)):
        if day.presence.is_here(person):
            yield person, asking


def _to_remind(day: Day) -> dict[PersonId, tuple[ProposalLine, ...]]:
    """The proposals that each person is to be reminded of who has not been yet, and has had no message today."""
    reminded = {(one.person, line) for one in day.kept.messages.values() for line in one.proposals}
    due: dict[PersonId, tuple[ProposalLine, ...]] = {}
    deciders = [person.id for person in day.setting.deciders]
    for person, line in dict.fromkeys(reminded_of(day.kept.proposals, day.presence, day.setting.working, deciders)):
        if (person, line) not in reminded and person not in day.messaged:
            due[person] = (*due.get(person, ()), line)
    return due


def _to_take(day: Day) -> dict[PersonId, tuple[FormerAccess, ...]]:
    """The access that each person is to be told of who has had no message today."""
    told = [(message.person, message.day, one) for message in day.kept.messages.values() for one in message.access]
    due = to_take(day.setting.register, day.presence, told)
    return {person: left for person, left in due.items() if person not in day.messaged}


def _to_confirm(day: Day, drafts: Mapping[PersonId, Reminder]) -> Iterator[tuple[PersonId, tuple[ToConfirm, ...]]]:
    """The people who are asked what they alone know: inside a message that they get anyway; by itself where none has
    come for a while. On the day of the ICT secretary's week they are not: the two do not fit in one message."""
    half_year = HalfYear.of(day.presence.day)
    if half_year is None:
        return
    may_come_alone = day.presence.day >= half_year.month.start + ALONE_AFTER
    setting, not_about = day.setting, _not_to_confirm(day, half_year)
    for person, lines in to_confirm(setting.register, setting.asked, not_about, day.presence, half_year).items():
        draft = drafts.get(person)
        has_room = draft.digest is None if draft else may_come_alone
        if has_room and person not in day.messaged:
            yield person, lines


def _not_to_confirm(day: Day, half_year: HalfYear) -> set[ChannelId]:
    """The channels that were asked about in this half-year. After its month also those of whoever had any message in
    it that had room for the question, and so was not away in all of it; and all where reminders began later."""
    within = [message for message in day.kept.messages.values() if message.day in half_year.days]
    asked = {one.channel for message in within for one in message.confirming}
    if day.presence.day in half_year.month:
        return asked
    heard = {message.person for message in within if message.day in half_year.month and message.digest is None}
    began_later = day.ladder.since > half_year.month.end
    return asked | {one.id for one in day.channels if began_later or one.responsible in heard}


def _line(register: Register, item: Item, answer: Answer | None, day: date) -> ReminderLine:
    channel = register.channels[item.channel]
    evidence = newest(register.evidence_of(channel))
    if answer is None and evidence is not None and evidence.on > item.spell:
        answer = Answer(Answered.SEEN if evidence.kind is EvidenceKind.SEEN else Answered.UPDATED, evidence.on)
    seats = [told.seat for told in item.told if told.seat not in (item.person, LIST)]
    own = any(told.seat in (item.person, LIST) for told in item.told)
    absent = register.person(seats[0]) if seats and not own else None
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
        in_charge=channel.is_kept_by(item.person) or channel.is_covered_by(item.person, day),
    )


def _question(reminder: Reminder, asking: HolidayRound, lacking: Lacking) -> HolidayQuestion:
    channels = tuple(ChannelName(channel.id, channel.name) for channel in lacking.get(reminder.person, ()))
    return HolidayQuestion(asking.season, asking.days.start, asking.days.end, channels, reminder.stays)
