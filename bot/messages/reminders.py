"""Reminders as messages: what somebody is asked, with the buttons that answer; preview, digest, holidays."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.calendar.working_time import Days
from bot.domain.evidence import EvidenceKind, State
from bot.domain.reminders.ladder import Step
from bot.domain.reminders.notice import (
    Answer,
    Beginning,
    HolidayQuestion,
    ReminderLine,
    ReminderNotice,
    ShadowPreview,
    WouldGet,
)
from bot.domain.reminders.proposals import ProposalLine
from bot.messages.duties.access import to_take_away
from bot.messages.duties.confirming import confirming
from bot.messages.model import Block, Bold, Button, Choice, Control, Heading, Message, Overflow, Row, Spans, Style, Verb
from bot.messages.parts import (
    actions,
    briefly,
    bullets,
    button,
    channel_name,
    message,
    more,
    note,
    paragraph,
    people,
    pick,
    spans,
)
from bot.messages.register.week import pause_button, week
from bot.messages.texts import Argument, Texts
from bot.services.reminders.switching import Standing

DAYS_LATER = (3, 7, 14)
"""The days by which a reminder can be put off at one press."""
ASKED, _SHOWN, _NAMED, _PREVIEWED = 6, 3, 8, 12
"""How many channels of a message have buttons, how many of each of the digest's groups do, how many more are named, and
how many lines a preview has.
An answer takes the place of the message it is on, so that all of it has to fit one message on every surface."""


def reminder(notice: ReminderNotice, texts: Texts) -> Message:
    """The one message of a day."""
    blocks: list[Block] = []
    if notice.lines:
        blocks += _asked(texts, notice)
    if notice.holidays is not None:
        blocks += _holidays(texts, notice.key, notice.holidays)
    if notice.confirming:
        blocks += confirming(texts, notice.key, notice.confirming)
    if notice.access:
        is_long = len(notice.lines) > 1 or notice.digest or notice.holidays or notice.confirming
        blocks += to_take_away(texts, notice.key, notice.access, 1 if is_long else _SHOWN)
    if notice.proposals:
        blocks.append(Heading(texts("proposals-still-wait")))
        blocks += (_proposal(texts, line) for line in notice.proposals[:_NAMED])
    if notice.begins is not None:
        blocks += _begins(texts, notice, notice.begins)
    if notice.preview is not None:
        blocks += _preview(texts, notice.key, notice.preview)
    if notice.digest is not None:
        has_more = bool(notice.lines or (notice.begins and notice.preview))
        blocks += week(texts, notice.key, notice.digest, _SHOWN - has_more)
    return message(texts, blocks)


def paused(key: str, days: Days, texts: Texts) -> Message:
    """A pause of all reminders, and the button that ends it; both stand on the reminder ``key`` where there is one."""
    words = paragraph(texts("reminders-paused", start=days.start, end=days.end))
    resume = button(texts, texts("button-reminders-resume"), Verb.REMINDERS_RESUME, key)
    return message(texts, words, actions(resume))


def standing(how: Standing, texts: Texts) -> Message:
    """How all reminders stand, to whoever named no channel to pause or to let go on."""
    return message(texts, standing_rows(texts, how), note(texts("reminders-of-a-channel")))


def standing_rows(texts: Texts, how: Standing) -> Iterator[Row]:
    """Whether reminders go out, each with the button that changes it."""
    if how.can_start:
        yield Row(texts("home-shadow"), button(texts, texts("home-start"), Verb.REMINDERS_START, ""))
    resume = button(texts, texts("button-reminders-resume"), Verb.REMINDERS_RESUME, "")
    for days in (how.pause,) if how.pause else how.planned:  # one press ends the pause that goes on, or all to come
        yield Row(texts("reminders-paused", start=days.start, end=days.end), resume)
    if how.pause is None:
        pause = button(texts, texts("home-pause"), Verb.REMINDER_FORM, "nudges-pause", "", "")
        yield Row(texts("home-reminders"), pause)


def _asked(texts: Texts, notice: ReminderNotice) -> Iterator[Block]:
    """The channels: one alone is asked about in a sentence, with all that can be answered; of several each has a row
    with the usual answer, and the one that was opened has them all."""
    to_keepers = [line for line in notice.lines if line.step is not Step.ICT_SECRETARY]
    if len(notice.lines) > 1:
        heading = "reminder-heading" if to_keepers else "reminder-heading-list"
        yield Heading(texts(heading, count=len(notice.lines)))
    asked, named = (_SHOWN, _SHOWN) if notice.digest else (ASKED, _NAMED)
    shown, rest = notice.lines[:asked], notice.lines[asked:]
    alone = len(shown) == 1 and not (notice.preview or notice.holidays or notice.confirming)
    for line in shown:
        yield from _line(texts, notice, line, whole=len(shown) == 1 or notice.expanded == line.channel, alone=alone)
    still_open = [line for line in to_keepers if line.answer is None]
    if len(shown) > 1:
        yield from _other_answers(texts, notice, [line for line in shown if line.answer is None])
    if rest:
        yield paragraph(texts("reminder-rest"))
        yield bullets(map(channel_name, rest[:named]))
        yield from more(texts, len(rest), named)
    if still_open:
        yield note(texts("reminder-in-words-last" if all(line.last for line in still_open) else "reminder-in-words"))


def _line(texts: Texts, notice: ReminderNotice, line: ReminderLine, *, whole: bool, alone: bool) -> Iterator[Block]:
    """A channel: what was answered, or the question with its buttons."""
    question = " ".join(_question(texts, line))
    if line.answer is not None:
        yield paragraph("✓ ", channel_name(line), f": {_answered(texts, line.answer)}")
    elif whole:
        yield paragraph(channel_name(line), f" – {question}")
        answers = _look_into if line.step is Step.ICT_SECRETARY else _answers
        yield from actions(*answers(texts, notice, line, Style.PRIMARY if alone else Style.PLAIN))
    elif line.step is Step.ICT_SECRETARY:
        yield Row(f"{line.name}\n{question}", button(texts, texts("button-show-short"), Verb.OWNER, line.channel))
    else:
        yield Row(f"{line.name}\n{question}", _updated(texts, notice.key, line.channel))


def _other_answers(texts: Texts, notice: ReminderNotice, still_open: Sequence[ReminderLine]) -> Iterator[Block]:
    """The way to what else can be answered of several channels, and to an absence, which is of all of them."""
    controls: list[Control] = []
    others = [line for line in still_open if line.step is not Step.ICT_SECRETARY and line.channel != notice.expanded]
    to_check = [line for line in still_open if line.step is Step.ICT_SECRETARY]
    if others:
        picks = (pick(texts, line.name, Verb.REMINDER_MORE, notice.key, line.channel) for line in others)
        controls.append(Choice(texts("button-reminder-more"), tuple(picks)))
    if to_check:
        checked = (pick(texts, one.name, Verb.REMINDER_FORM, "updated", notice.key, one.channel) for one in to_check)
        controls.append(Choice(texts("button-reminder-checked"), tuple(checked)))
    in_charge = any(line.in_charge for line in still_open if line.step is not Step.ICT_SECRETARY)
    if in_charge and notice.holidays is None:
        controls.append(_away(texts, notice.key))
    yield from actions(*controls)


def _question(texts: Texts, line: ReminderLine) -> Iterator[str]:
    """The question, or what is seen where a source shows it, and why it comes to the reader."""
    if line.step is Step.ICT_SECRETARY and line.evidence is not None:
        yield f"{texts(f'evidence-{line.evidence.kind}', on=line.evidence.on)}."
    elif line.evidence is not None:
        if line.state is State.IDLE:
            key = "reminder-idle"
        else:
            key = "reminder-ask-registered" if line.evidence.kind is EvidenceKind.REGISTERED else "reminder-ask"
        yield texts(key, on=line.evidence.on)
    if line.absent is not None:
        yield texts("reminder-stands-in", name=line.absent.label)
    elif line.step is Step.RESPONSIBLE:
        yield texts("reminder-as-responsible")
    elif line.step is Step.ICT_SECRETARY:
        yield texts("reminder-as-secretary")
    if line.last and line.step is Step.MAINTAINER:
        yield texts("reminder-last")


def _answered(texts: Texts, answer: Answer) -> str:
    given: dict[str, Argument] = {"day": answer.day} if answer.day else {}
    return texts(f"reminder-answer-{answer.what.replace('_', '-')}", **given)


def _answers(texts: Texts, notice: ReminderNotice, line: ReminderLine, style: Style) -> Iterator[Control]:
    """All that can be answered of a channel: the usual in sight, the rest out of the way."""
    key, channel = notice.key, line.channel
    yield _updated(texts, key, channel, style)
    yield button(texts, texts("button-reminder-day"), Verb.REMINDER_FORM, "updated", key, channel)
    if not line.last:
        later = (
            pick(texts, texts(f"button-reminder-later-{days}"), Verb.REMINDER_LATER, key, channel, str(days))
            for days in DAYS_LATER
        )
        yield Choice(texts("button-reminder-later"), tuple(later))
    question = texts("reminder-close-confirm", channel=line.name)
    close = button(texts, texts("button-reminder-close"), Verb.REMINDER_CLOSE, key, channel)
    yield replace(close, confirm=question)
    seldom = []
    if line.in_charge and notice.holidays is None:
        seldom.append(pick(texts, texts("button-reminder-away"), Verb.REMINDER_FORM, "away", key, ""))
    if line.absent is None:  # who stands in for somebody has nothing to hand over
        not_mine = texts("button-reminder-not-mine")
        seldom.append(pick(texts, not_mine, Verb.REMINDER_FORM, "handover", key, channel))
    if seldom:
        yield Overflow(tuple(seldom))


def _look_into(texts: Texts, notice: ReminderNotice, line: ReminderLine, style: Style) -> Iterator[Control]:
    """What the ICT secretary can do of a channel of which nobody has said anything."""
    yield button(texts, texts("button-show"), Verb.OWNER, line.channel, style=style)
    yield button(texts, texts("button-reminder-checked"), Verb.REMINDER_FORM, "updated", notice.key, line.channel)


def _updated(texts: Texts, key: str, channel: str, style: Style = Style.PLAIN) -> Button:
    return button(texts, texts("button-reminder-updated"), Verb.REMINDER_UPDATED, key, channel, style=style)


def _away(texts: Texts, key: str) -> Button:
    return button(texts, texts("button-reminder-away"), Verb.REMINDER_FORM, "away", key, "")


def _preview(texts: Texts, key: str, preview: ShadowPreview) -> Iterator[Block]:
    """Who would have got what by now; once reminders begin, that they do, and nothing more to press."""
    would_get = preview.would_get
    yield Heading(texts("preview-heading"))
    begin = texts("reminders-started", on=preview.start) if preview.started else ""
    persons = {one.person.id for one in would_get}
    yield paragraph(begin or texts("preview", count=len(persons), start=preview.start))
    yield bullets(_would_get(texts, one) for one in would_get[:_PREVIEWED])
    yield from more(texts, len(would_get), _PREVIEWED)
    if not preview.started:
        label = texts("button-reminders-start")
        yield from actions(button(texts, label, Verb.REMINDERS_START, key, style=Style.PRIMARY))


def _would_get(texts: Texts, one: WouldGet) -> Spans:
    """A person, the channels and, where it is known, the day."""
    day = f" – {texts('preview-day', on=one.on)}" if one.on else ""
    return spans(people(one.person), f": {briefly(texts, one.channels, _SHOWN)}{day}")


def _begins(texts: Texts, notice: ReminderNotice, begins: Beginning) -> Iterator[Block]:
    """When people get their first reminders, and the way to put it off; the week's look has that at its own end."""
    yield Heading(texts("begins-heading"))
    when = texts("begins", on=begins.on, time=datetime.combine(begins.on, begins.at))
    yield paragraph(f"{when} {texts('begins-to', people=begins.people, channels=begins.channels)}")
    if notice.digest is None:
        yield from actions(pause_button(texts, notice.key))


def _holidays(texts: Texts, key: str, question: HolidayQuestion) -> Iterator[Block]:
    yield Heading(texts(f"holidays-heading-{question.season}"))
    if question.stays or not question.channels:
        yield paragraph(texts("holidays-here" if question.stays else "holidays-agreed"))
        return
    yield paragraph(texts("holidays-ask", start=question.start, end=question.end))
    yield bullets(Bold(channel.name) for channel in question.channels[:_NAMED])
    yield from more(texts, len(question.channels), _NAMED)
    here = button(texts, texts("button-holidays-here"), Verb.REMINDER_HERE, key)
    yield from actions(_away(texts, key), here)


def _proposal(texts: Texts, line: ProposalLine) -> Row:
    show = button(texts, texts("button-show-short"), Verb.PROPOSAL, line.id)
    return Row(f"{line.name}\n{texts(f'proposal-waits-{line.waits_for}')}", show)
