"""Reminders as messages: what somebody is asked, with the buttons that answer; preview, digest, holidays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.evidence import EvidenceKind, State
from bot.domain.language import Language
from bot.domain.reminders.ladder import Step
from bot.domain.reminders.notice import (
    Answer,
    BrokenSource,
    ChannelName,
    HolidayQuestion,
    NotReachable,
    ReminderLine,
    ReminderNotice,
    SecretaryDigest,
    ShadowPreview,
)
from bot.domain.working_time import Days
from bot.messages.activity import failure_words
from bot.messages.model import (
    Actions,
    Block,
    Bold,
    Bullets,
    Button,
    Heading,
    Link,
    Message,
    Paragraph,
    Spans,
    Style,
    Text,
    Verb,
)
from bot.messages.parts import button, note, paragraph, people
from bot.messages.texts import Argument, Texts, texts_in
from bot.services.reminders.answers import PutOff

DAYS_LATER = (3, 7, 14)
"""The days by which a reminder can be put off at one press."""
ASKED, _SHOWN, _NAMED = 6, 3, 8
"""How many channels of a message have buttons, how many of each of the digest's groups do, and how many more are named.
An answer takes the place of the message it is on, so that all of it has to fit one message on every surface."""


def reminder(notice: ReminderNotice, language: Language) -> Message:
    """The one message of a day."""
    texts = texts_in(language)
    blocks: list[Block] = []
    if notice.lines:
        blocks += _asked(texts, notice)
    if notice.holidays is not None:
        blocks += _holidays(texts, notice.key, notice.holidays)
    if notice.preview is not None:
        blocks += _preview(texts, notice.key, notice.preview)
    if notice.digest is not None:
        blocks += _digest(texts, notice.key, notice.digest)
    return Message(tuple(blocks), language)


def paused(days: Days, language: Language) -> Message:
    """A pause of all reminders, and the button that ends it."""
    texts = texts_in(language)
    words = paragraph(texts("reminders-paused", start=days.start, end=days.end))
    return Message(
        (words, Actions((button(texts, texts("button-reminders-resume"), Verb.REMINDERS_RESUME),))), language
    )


def pause_of_what(language: Language) -> Message:
    """A question back to whoever named no channel to pause: perhaps it was not one that was meant."""
    texts = texts_in(language)
    return Message((paragraph(texts("nothing-to-choose")), Actions((_pause(texts, ""),))), language)


def snoozed(result: PutOff, language: Language) -> Message:
    """When reminders come again, and of which channels."""
    texts = texts_in(language)
    return Message((paragraph(texts("snoozed", on=result.on, channels=", ".join(result.channels))),), language)


def _asked(texts: Texts, notice: ReminderNotice) -> Iterator[Block]:
    to_keepers = [line for line in notice.lines if line.step is not Step.ICT_SECRETARY]
    heading = "reminder-heading" if to_keepers else "reminder-heading-list"
    yield Heading(texts(heading, count=len(notice.lines)))
    asked, named = (_SHOWN, _SHOWN) if notice.digest else (ASKED, _NAMED)
    shown, rest = notice.lines[:asked], notice.lines[asked:]
    for line in shown:
        if line.answer is not None:
            yield Paragraph((Text("✓ "), *_name(line), Text(f": {_answered(texts, line.answer)}")))
            continue
        yield Paragraph((*_name(line), Text(f" – {' '.join(_question(texts, line))}")))
        whole = len(shown) == 1 or notice.expanded == line.channel
        if line.step is Step.ICT_SECRETARY:
            yield Actions(tuple(_look_into(texts, notice.key, line)))
        else:
            yield Actions(tuple(_answers(texts, notice.key, line) if whole else _short(texts, notice.key, line)))
    if rest:
        yield paragraph(texts("reminder-rest"))
        yield Bullets(tuple(_name(line) for line in rest[:named]))
        yield from _more(texts, len(rest), named)
    still_open = [line for line in to_keepers if line.answer is None]
    if any(line.in_charge for line in still_open):
        yield Actions((_away(texts, notice.key),))
    if still_open:
        yield note(texts("reminder-in-words-last" if all(line.last for line in still_open) else "reminder-in-words"))


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


def _answers(texts: Texts, key: str, line: ReminderLine) -> Iterator[Button]:
    """All that can be answered of a channel."""
    channel = line.channel
    yield _updated(texts, key, channel)
    yield button(texts, texts("button-reminder-day"), Verb.REMINDER_FORM, "updated", key, channel)
    if not line.last:
        for days in DAYS_LATER:
            yield _later(texts, key, channel, days)
    if line.absent is None:  # who stands in for somebody has nothing to hand over
        yield button(texts, texts("button-reminder-not-mine"), Verb.REMINDER_FORM, "handover", key, channel)
    yield button(texts, texts("button-reminder-close"), Verb.REMINDER_CLOSE, key, channel)


def _short(texts: Texts, key: str, line: ReminderLine) -> Iterator[Button]:
    """The usual answers, where several channels are asked about, and the way to the others."""
    yield _updated(texts, key, line.channel)
    if not line.last:
        yield _later(texts, key, line.channel, 7)
    yield button(texts, texts("button-reminder-more"), Verb.REMINDER_MORE, key, line.channel)


def _look_into(texts: Texts, key: str, line: ReminderLine) -> Iterator[Button]:
    """What the ICT secretary can do of a channel of which nobody has said anything."""
    yield button(texts, texts("button-show"), Verb.OWNER, line.channel, style=Style.PRIMARY)
    yield button(texts, texts("button-reminder-checked"), Verb.REMINDER_FORM, "updated", key, line.channel)


def _updated(texts: Texts, key: str, channel: str) -> Button:
    return button(texts, texts("button-reminder-updated"), Verb.REMINDER_UPDATED, key, channel, style=Style.PRIMARY)


def _later(texts: Texts, key: str, channel: str, days: int) -> Button:
    return button(texts, texts(f"button-reminder-later-{days}"), Verb.REMINDER_LATER, key, channel, str(days))


def _away(texts: Texts, key: str) -> Button:
    return button(texts, texts("button-reminder-away"), Verb.REMINDER_FORM, "away", key, "")


def _name(line: ReminderLine) -> Spans:
    return (Link(line.name, line.url),) if line.url else (Bold(line.name),)


def _preview(texts: Texts, key: str, preview: ShadowPreview) -> Iterator[Block]:
    would_get = preview.would_get
    yield Heading(texts("preview-heading"))
    begin = texts("reminders-started", on=preview.start) if preview.started else ""
    yield paragraph(begin or texts("preview", count=len(would_get), start=preview.start))
    lines = ((*people([one.person]), Text(f": {_briefly(texts, one.channels)}")) for one in would_get[:_NAMED])
    yield Bullets(tuple(lines))
    yield from _more(texts, len(would_get), _NAMED)
    if not preview.started:
        start = button(texts, texts("button-reminders-start"), Verb.REMINDERS_START, key, style=Style.PRIMARY)
        yield Actions((start,))


def _digest(texts: Texts, key: str, digest: SecretaryDigest) -> Iterator[Block]:
    yield Heading(texts("digest-heading"))
    show, name = "digest-show", "digest-name"
    yield from _group(texts, texts("state-idle"), digest.idle, show)
    yield from _group(texts, texts("digest-unconfirmed"), digest.unconfirmed, show)
    yield from _broken(texts, digest.unknown)
    yield from _group(texts, texts("audit-orphaned"), digest.orphaned, name)
    yield from _group(texts, texts("audit-single-maintainer"), digest.single_maintainer, name)
    yield from _unreachable(texts, digest.unreachable)
    yield from _to_go_through(texts, digest)
    yield Actions((*_all_channels(texts, digest), _pause(texts, key)))


def _all_channels(texts: Texts, digest: SecretaryDigest) -> Iterator[Button]:
    """What leads on from the channels shown, where there are more: the audit names them all."""
    kinds = (digest.idle, digest.unconfirmed, digest.unknown, digest.orphaned, digest.single_maintainer)
    if any(len(channels) > _SHOWN for channels in kinds):
        yield button(texts, texts("button-audit"), Verb.SAY, texts("audit-command"))


def _to_go_through(texts: Texts, digest: SecretaryDigest) -> Iterator[Block]:
    """What the website and the open questions ask for: one block each of lines and of buttons, since a digest of all
    kinds is as long as a message may be."""
    lines: list[Spans] = []
    buttons: list[Button] = []
    if not_linked := digest.website.not_linked:
        named = _briefly(texts, [channel.name for channel in not_linked])
        lines.append((Bold(f"{texts('digest-not-linked')} ({len(not_linked)})"), Text(f": {named}")))
    if digest.website.unregistered:
        lines.append((Text(texts("digest-unregistered", count=digest.website.unregistered)),))
        buttons.append(button(texts, texts("button-website"), Verb.WEBSITE_LINKS, "0"))
    if digest.questions:
        lines.append((Text(texts("digest-questions", count=digest.questions)),))
        buttons.append(button(texts, texts("button-questions"), Verb.SAY, texts("questions-command")))
    if lines:
        yield Bullets(tuple(lines)) if len(lines) > 1 else Paragraph(lines[0])
    if buttons:
        yield Actions(tuple(buttons))


def _pause(texts: Texts, key: str) -> Button:
    return button(texts, texts("button-reminders-pause"), Verb.REMINDER_FORM, "nudges-pause", key, "")


def _group(texts: Texts, title: str, channels: Sequence[ChannelName], label: str) -> Iterator[Block]:
    """How many channels of one kind there are, and for the first of them the button that deals with it."""
    if not channels:
        return
    yield Paragraph((Bold(f"{title[:1].upper()}{title[1:]} ({len(channels)})"),))
    yield Actions(tuple(_deal(texts, channel, label) for channel in channels[:_SHOWN]))


def _broken(texts: Texts, sources: Sequence[BrokenSource]) -> Iterator[Block]:
    """The channels whose sources have failed for days, why, and the button that shows each."""
    if sources:
        reasons = "; ".join(dict.fromkeys(failure_words(texts, one.why) for one in sources[:_SHOWN]))
        yield Paragraph((Bold(f"{texts('digest-broken')} ({len(sources)})"), Text(f" – {reasons}")))
        yield Actions(tuple(_deal(texts, one, "digest-show") for one in sources[:_SHOWN]))


def _deal(texts: Texts, channel: ChannelName, label: str) -> Button:
    words = texts(label, channel=channel.name)
    if label == "digest-show":
        return button(texts, words, Verb.OWNER, channel.id)
    return button(texts, words, Verb.OPEN_FORM, "maintainers", channel.id, "")


def _unreachable(texts: Texts, found: Sequence[NotReachable]) -> Iterator[Block]:
    if not found:
        return
    yield Paragraph((Bold(f"{texts('digest-unreachable')} ({len(found)})"),))
    yield Bullets(
        tuple((*people([one.person]), Text(f": {texts(f'unreachable-{one.reason}')}")) for one in found[:_SHOWN])
    )
    presses = (
        button(texts, texts("digest-left", name=one.person.label), Verb.OPEN_FORM, "left", one.person.id, "")
        for one in found[:_SHOWN]
    )
    yield Actions(tuple(presses))
    yield from _more(texts, len(found), _SHOWN)


def _more(texts: Texts, count: int, shown: int) -> Iterator[Block]:
    if count > shown:
        yield note(texts("and-more", count=count - shown))


def _briefly(texts: Texts, names: Sequence[str]) -> str:
    """The first of ``names``, and how many others there are."""
    rest = f" {texts('and-more', count=len(names) - _SHOWN)}" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + rest


def _holidays(texts: Texts, key: str, question: HolidayQuestion) -> Iterator[Block]:
    yield Heading(texts(f"holidays-heading-{question.season}"))
    if question.stays or not question.channels:
        yield paragraph(texts("holidays-here" if question.stays else "holidays-agreed"))
        return
    yield paragraph(texts("holidays-ask", start=question.start, end=question.end))
    yield Bullets(tuple(_names(question.channels[:_NAMED])))
    yield from _more(texts, len(question.channels), _NAMED)
    here = button(texts, texts("button-holidays-here"), Verb.REMINDER_HERE, key)
    yield Actions((_away(texts, key), here))


def _names(channels: Iterable[ChannelName]) -> Iterator[Spans]:
    return ((Bold(channel.name),) for channel in channels)
