"""Changes to the register, and what its keeper should look at, as messages."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final

from bot.domain.channels import (
    Channel,
    Closing,
    Confirmed,
    Decision,
    Exemption,
    FieldChange,
    HolidayCover,
    Maintainer,
    Pause,
    Status,
    UnitName,
    differences,
)
from bot.domain.evidence import Evidence, Source, State, newest
from bot.domain.people import Person
from bot.domain.register import Register
from bot.messages.duties.standings import duty_name
from bot.messages.model import Block, Bold, Button, Fields, Heading, Message, Row, Spans, Style, Verb
from bot.messages.parts import (
    actions,
    begin,
    briefly,
    bullets,
    button,
    channel_name,
    fact,
    message,
    not_told,
    note,
    paragraph,
    people,
    spans,
)
from bot.messages.texts import Texts
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


def changed(key: str, result: Registered, texts: Texts, *, tried: bool = False) -> Message:
    """A channel that is in the register from now on, or whose facts were changed, as the text ``key`` says; with
    ``tried``, what can be seen at its address is told later."""
    channel, others = result.channel, ", ".join(one.name for one in result.resembles[:SHOWN])
    return message(
        texts,
        paragraph(f"{texts(key)} ", channel_name(channel)),
        actions(
            button(texts, texts("button-show"), Verb.OWNER, channel.id),
            button(texts, texts("button-more-facts"), Verb.OPEN_FORM, "edit", channel.id, ""),
        ),
        paragraph(texts("channel-unkept")) if key == "edited" and not channel.maintainers else (),
        note(texts("registered-tried")) if tried else (),
        note(texts("registered-corrected", platform=result.corrected)) if result.corrected else (),
        note(texts("registered-resembles", channels=others)) if others else (),
        not_told(texts, result.not_told),
    )


def retired(channel: Channel, register: Register, texts: Texts) -> Message:
    """A channel that is out of use, and what was agreed for its closing."""
    blocks: list[Block] = [paragraph(texts("retired", channel=channel.name))]
    if closing := channel.closing:
        none, by = texts("value-none"), closing.access_removed_by
        facts = (
            fact(texts("field-closing-access-by"), people(register.person(by)) if by else none),
            fact(texts("field-closing-archive"), closing.archive or none),
            fact(texts("field-closing-announcement"), closing.announcement or none),
        )
        blocks.append(Fields(facts))
    return message(texts, blocks)


def history(entries: Sequence[HistoryEntry], register: Register, texts: Texts) -> Message:
    """What was changed, by whom and when, newest first; of more ``entries`` than ``SHOWN``, that there are more."""
    if not entries:
        return message(texts, paragraph(texts("history-none")))
    return message(
        texts,
        Heading(texts("history-heading")),
        bullets(_entry_line(texts, entry, register) for entry in list(reversed(entries))[:SHOWN]),
        note(texts("history-more")) if len(entries) > SHOWN else (),
    )


def undo_question(entry: HistoryEntry | None, register: Register, texts: Texts) -> Message:
    """Shows the newest change and asks whether it is to be taken back, or says why it can not be at one press."""
    if entry is None:
        return message(texts, paragraph(texts("undo-none")))
    line = bullets([_entry_line(texts, entry, register)])
    if not entry.can_be_undone:
        why = {EventKind.IMPORT: "undo-import", EventKind.RETURNED: "undo-returned"}
        key = next((text for what, text in why.items() if entry.event.what == what), "undo-not")
        return message(texts, paragraph(texts(key)), line)
    press = button(texts, texts("button-undo"), Verb.UNDO, str(entry.seq), style=Style.DANGER)
    question = texts("undo-registration" if entry.added_channels else "undo-question")
    stays = note(texts("undo-same-day")) if _leaves_the_day(entry) else ()
    return message(texts, paragraph(question), line, stays, actions(press))


def _leaves_the_day(entry: HistoryEntry) -> bool:
    """Whether an update was noted that changes no channel's newest day: others tell of the same, or of a later one."""
    if entry.event.what != EventKind.UPDATED:
        return False
    days = [(newest(entry.before[key].evidence), newest(after.evidence)) for key, after in entry.after.items()]
    return all(old and new and old.on == new.on for old, new in days)


def undone(entry: HistoryEntry, register: Register, texts: Texts) -> Message:
    """A change that was taken back."""
    channels = ", ".join(channel.name for channel in entry.after.values())
    what = channels or register.person(entry.event.about).label
    return message(texts, paragraph(texts("undone", channels=what)))


def audit(result: Audit, given_up: Sequence[tuple[Channel, Person]], texts: Texts) -> Message:
    """The channels that want attention, by why; ``given_up`` are those that somebody wants to give up."""
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
        blocks.insert(0, Fields((fact(f"{begin(texts('audit-given-up'))} ({len(given_up)})", wishes),)))
    if not blocks:
        return message(texts, paragraph(texts("audit-fine", count=result.total)))
    for person in result.leavers[:SHOWN]:
        hand_over = button(texts, texts("button-handover-of"), Verb.OPEN_FORM, "handover-all", person.id, "")
        blocks.append(Row(f"{person.label} ({texts('has-left')})", hand_over))
    return message(texts, Heading(texts("audit-heading", count=result.total)), blocks)


def _group(
    texts: Texts, title: str, views: Sequence[ChannelView], deal: Callable[[Channel], Button]
) -> Iterator[Block]:
    if views:
        yield paragraph(Bold(f"{begin(title)} ({len(views)})"))
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
    return spans(Bold(channels), f": {texts(f'event-{what}')}, {when}, {by}{tail}")


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
        case tuple() if last := newest(one for one in value if isinstance(one, Evidence)):
            return texts("value-date", day=last.on)
        case tuple():
            return ", ".join(_record_words(texts, one, name_of) for one in value)
        case _:
            return _record_words(texts, value, name_of) or texts("value-none")


def _record_words(texts: Texts, value: object, name_of: NameOf) -> str:
    """What a record says, without those of its parts that are empty."""
    match value:
        case Decision():
            day = texts("value-date", day=value.on) if value.on else ""
            by = name_of(value.by) if value.by else ""
            return ", ".join(filter(None, (by, day, value.record, value.conditions)))
        case Closing():
            by = name_of(value.access_removed_by) if value.access_removed_by else ""
            return ", ".join(filter(None, (by, value.archive, value.announcement)))
        case Pause():
            return texts("value-days", start=value.start, end=value.end)
        case Source():
            return value.url
        case Maintainer():
            return name_of(value.person)
        case Exemption():
            return f"{duty_name(texts, value.duty)} ({texts('value-date', day=value.until)})"
        case Confirmed():
            standing = texts(f"standing-{'kept' if value.kept else 'open'}")
            return f"{duty_name(texts, value.duty)}: {standing} ({texts('value-date', day=value.on)})"
        case HolidayCover():
            return f"{name_of(value.person)} {texts('value-days', start=value.start, end=value.end)}"
        case _:
            return str(value)
