"""Changes to the register, and what its keeper should look at, as messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final

from bot.domain.changes import FieldChange, differences
from bot.domain.channels import (
    Channel,
    Closing,
    Confirmed,
    Decision,
    Exemption,
    HolidayCover,
    Maintainer,
    Pause,
    Status,
    UnitName,
)
from bot.domain.evidence import Evidence, Source, State, newest
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.register import Register
from bot.messages.duties.standings import duty_name
from bot.messages.model import (
    Actions,
    Block,
    Bold,
    Bullets,
    Button,
    Field,
    Fields,
    Heading,
    Message,
    Paragraph,
    Row,
    Spans,
    Style,
    Text,
    Verb,
)
from bot.messages.parts import briefly, button, channel_name, names, note, paragraph, people, say
from bot.messages.texts import Texts, texts_in
from bot.services.ports import EventKind, HistoryEntry
from bot.services.register.lookup import Audit, ChannelView
from bot.services.register.staffing import Registered

SHOWN = 10
"""How many changes are listed; the rest are counted."""
_NAMED = 100
"""How many channels of a kind the audit names besides those that have a button."""
_BESIDE = 3
"""How many channels of one change are named."""

_NO_PERSONS: Final = frozenset({"operator", "directory"})
"""In whose names changes are made that nobody in the workspace has made."""
NameOf = Callable[[str], str]


def registered(result: Registered, language: Language, *, tried: bool = False) -> Message:
    """A channel that is in the register from now on; with ``tried``, what can be seen at its address is told later."""
    return _changed("registered", result, language, tried=tried)


def edited(result: Registered, language: Language, *, tried: bool = False) -> Message:
    """A channel whose facts were changed; ``tried`` as for ``registered``."""
    return _changed("edited", result, language, tried=tried)


def retired(channel: Channel, register: Register, language: Language) -> Message:
    """A channel that is out of use, and what was agreed for its closing."""
    texts = texts_in(language)
    blocks: list[Block] = [paragraph(texts("retired", channel=channel.name))]
    if closing := channel.closing:
        person = register.person(closing.access_removed_by) if closing.access_removed_by else None
        fields = (
            Field(texts("field-closing-access-by"), people([person]) if person else (Text(texts("value-none")),)),
            Field(texts("field-closing-archive"), (Text(closing.archive or texts("value-none")),)),
            Field(texts("field-closing-announcement"), (Text(closing.announcement or texts("value-none")),)),
        )
        blocks.append(Fields(fields))
    return Message(tuple(blocks), language)


def resumed(channel: Channel, language: Language) -> Message:
    """A channel whose pause was ended."""
    return say(language, "resumed", channel=channel.name)


def paused(channel: Channel, pause: Pause, today: date, language: Language) -> Message:
    """A channel that rests, or will."""
    key = "paused" if pause.covers(today) else "paused-later"
    return say(language, key, channel=channel.name, start=pause.start, end=pause.end)


def history(entries: Sequence[HistoryEntry], register: Register, language: Language) -> Message:
    """What was changed, by whom and when, newest first; of more ``entries`` than ``SHOWN``, that there are more."""
    texts = texts_in(language)
    if not entries:
        return Message((paragraph(texts("history-none")),), language)
    newest_first = list(reversed(entries))
    lines = tuple(_entry_line(texts, entry, register) for entry in newest_first[:SHOWN])
    blocks: tuple[Block, ...] = (Heading(texts("history-heading")), Bullets(lines))
    if len(newest_first) > SHOWN:
        blocks = (*blocks, note(texts("history-more")))
    return Message(blocks, language)


def undo_question(entry: HistoryEntry | None, register: Register, language: Language) -> Message:
    """Shows the newest change and asks whether it is to be taken back, or says why it can not be at one press."""
    texts = texts_in(language)
    if entry is None:
        return Message((paragraph(texts("undo-none")),), language)
    line = Bullets((_entry_line(texts, entry, register),))
    if not entry.can_be_undone:
        why = {EventKind.IMPORT: "undo-import", EventKind.RETURNED: "undo-returned"}
        key = next((text for what, text in why.items() if entry.event.what == what), "undo-not")
        return Message((paragraph(texts(key)), line), language)
    press = button(texts, texts("button-undo"), Verb.UNDO, str(entry.seq), style=Style.DANGER)
    question = texts("undo-registration" if entry.added_channels else "undo-question")
    return Message((paragraph(question), line, Actions((press,))), language)


def undone(entry: HistoryEntry, register: Register, language: Language) -> Message:
    """A change that was taken back."""
    texts = texts_in(language)
    channels = ", ".join(channel.name for channel in entry.after.values())
    what = channels or register.person(entry.event.about).label
    return Message((paragraph(texts("undone", channels=what)),), language)


def audit(result: Audit, given_up: Sequence[tuple[Channel, Person]], language: Language) -> Message:
    """The channels that want attention, by why; ``given_up`` are those that somebody wants to give up."""
    texts = texts_in(language)
    show, staff = partial(_show, texts), partial(_staff, texts)
    groups: list[tuple[str, Sequence[ChannelView], Callable[[Channel], Button]]] = [
        *((f"state-{state}", result.by_state[state], show) for state in State if state is not State.ACTIVE),
        ("audit-single-maintainer", result.single_maintainer, staff),
        ("audit-orphaned", result.orphaned, staff),
        ("audit-leavers", result.with_leavers, show),
        ("audit-not-linked", result.not_linked, show),
    ]
    blocks = [block for key, views, deal in groups for block in _group(texts, texts(key), views, deal)]
    if given_up:
        wishes = ", ".join(f"{channel.name} ({person.label})" for channel, person in given_up)
        blocks.insert(0, Fields((Field(f"{_begin(texts('audit-given-up'))} ({len(given_up)})", (Text(wishes),)),)))
    if not blocks:
        return Message((paragraph(texts("audit-fine", count=result.total)),), language)
    for person in result.leavers[:SHOWN]:
        hand_over = button(texts, texts("button-handover-of"), Verb.OPEN_FORM, "handover-all", person.id, "")
        blocks.append(Row(f"{person.label} ({texts('has-left')})", hand_over))
    return Message((Heading(texts("audit-heading", count=result.total)), *blocks), language)


def _group(
    texts: Texts, title: str, views: Sequence[ChannelView], deal: Callable[[Channel], Button]
) -> Iterator[Block]:
    if views:
        yield Paragraph((Bold(f"{_begin(title)} ({len(views)})"),))
    yield from (Row(view.channel.name, deal(view.channel)) for view in views[:SHOWN])
    if rest := [view.channel.name for view in views[SHOWN:]]:
        yield note(f"{texts('and-more', count=len(rest))}: {briefly(texts, rest, _NAMED)}")


def _show(texts: Texts, channel: Channel) -> Button:
    return button(texts, texts("button-show-short"), Verb.OWNER, channel.id)


def _staff(texts: Texts, channel: Channel) -> Button:
    return button(texts, texts("button-name-maintainers"), Verb.OPEN_FORM, "maintainers", channel.id, "")


def change_words(texts: Texts, change: FieldChange, name_of: NameOf) -> str:
    """One field's change in words; ``name_of`` gives a person's name."""
    before, after = (_value_words(texts, value, name_of) for value in (change.before, change.after))
    return texts("change", field=texts(f"field-{change.field.replace('_', '-')}"), before=before, after=after)


def _changed(key: str, result: Registered, language: Language, *, tried: bool) -> Message:
    texts = texts_in(language)
    blocks: list[Block] = [
        Paragraph((Text(f"{texts(key)} "), *channel_name(result.channel))),
        Actions(
            (
                button(texts, texts("button-show"), Verb.OWNER, result.channel.id),
                button(texts, texts("button-more-facts"), Verb.OPEN_FORM, "edit", result.channel.id, ""),
            )
        ),
    ]
    if tried:
        blocks.append(note(texts("registered-tried")))
    if result.corrected:
        blocks.append(note(texts("registered-corrected", platform=result.corrected)))
    if result.resembles:
        others = ", ".join(channel.name for channel in result.resembles[:SHOWN])
        blocks.append(note(texts("registered-resembles", channels=others)))
    if result.not_told:
        blocks.append(note(texts("not-told", names=names(result.not_told))))
    return Message(tuple(blocks), language)


def _begin(words: str) -> str:
    """``words`` as the beginning of a line."""
    return words[:1].upper() + words[1:]


def _number(number: int) -> Spans:
    return (Text(str(number)),)


def _entry_line(texts: Texts, entry: HistoryEntry, register: Register) -> Spans:
    def name_of(person_id: str) -> str:
        return texts(f"history-by-{person_id}") if person_id in _NO_PERSONS else register.person(person_id).label

    about = name_of(entry.event.about) if entry.event.about else texts("history-people")
    channels = briefly(texts, [channel.name for channel in entry.after.values()], _BESIDE) or about
    changes = [
        change_words(texts, change, name_of)
        for key, after in entry.after.items()
        if key in entry.before
        for change in differences(entry.before[key], after)
    ]
    when = texts("history-when", at=entry.event.at.date(), time=entry.event.at)
    by = name_of(entry.event.by)
    tail = f" – {'; '.join(dict.fromkeys(changes))}" if changes else ""
    what = entry.event.what if entry.event.what in set(EventKind) else "other"
    return (Bold(channels), Text(f": {texts(f'event-{what}')}, {when}, {by}{tail}"))


def _value_words(texts: Texts, value: object, name_of: NameOf) -> str:
    match value:
        case None | "" | ():
            return texts("value-none")
        case bool():
            return texts("value-yes" if value else "value-no")
        case Status():
            return texts(f"status-{value.replace('_', '-')}")
        case date():
            return texts("value-date", day=value)
        case UnitName():
            return value.in_language(texts.language)
        case Pause():
            return texts("value-days", start=value.start, end=value.end)
        case Decision() | Source() | Closing():
            return _record_words(texts, value, name_of)
        case tuple():
            return _list_words(texts, value, name_of)
        case _:
            return str(value)


def _record_words(texts: Texts, value: Decision | Source | Closing, name_of: NameOf) -> str:
    parts: tuple[str, ...]
    match value:
        case Decision():
            day = texts("value-date", day=value.on) if value.on else ""
            parts = (name_of(value.by) if value.by else "", day, value.record, value.conditions)
        case Source():
            parts = (value.url,)
        case Closing():
            parts = (
                name_of(value.access_removed_by) if value.access_removed_by else "",
                value.archive,
                value.announcement,
            )
    return ", ".join(part for part in parts if part) or texts("value-none")


def _list_words(texts: Texts, values: tuple[object, ...], name_of: NameOf) -> str:
    evidence = [value for value in values if isinstance(value, Evidence)]
    if last := newest(evidence):
        return texts("value-date", day=last.on)
    words = []
    for value in values:
        match value:
            case Maintainer():
                words.append(name_of(value.person))
            case Exemption():
                words.append(f"{duty_name(texts, value.duty)} ({texts('value-date', day=value.until)})")
            case Confirmed():
                standing = texts(f"standing-{'kept' if value.kept else 'open'}")
                words.append(f"{duty_name(texts, value.duty)}: {standing} ({texts('value-date', day=value.on)})")
            case HolidayCover():
                words.append(f"{name_of(value.person)} {texts('value-days', start=value.start, end=value.end)}")
            case _:
                words.append(str(value))
    return ", ".join(words)
