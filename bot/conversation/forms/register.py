"""The forms that there are. A form's subject is its language and what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bot.conversation.exchange import Outcome
from bot.conversation.forms.model import FieldKind, Form, FormField, FormValues, Option
from bot.conversation.forms.parts import make_field as _field
from bot.conversation.forms.parts import make_form as _form
from bot.domain.channels import Channel, Scope
from bot.domain.language import Language
from bot.domain.people import Person, PersonId
from bot.domain.platforms import Platforms
from bot.domain.register import Register
from bot.messages.problems import problem
from bot.messages.texts import Texts, texts_in
from bot.services.register.people import reference_of
from bot.services.register.record_mapping import to_record
from bot.services.register.records import Problem

REGISTER, EDIT, PAUSE, RETIRE, MAINTAINERS = "register", "edit", "pause", "retire", "maintainers"
AWAY, HANDOVER, HANDOVER_ALL, LEFT = "away", "handover", "handover-all", "left"
ASK, UPDATED, REMINDERS_PAUSE = "ask", "updated", "nudges-pause"


def ask(language: Language) -> Form:
    """The form for a question, where there is no line to type it on."""
    texts = texts_in(language)
    question = _field(texts, "question", FieldKind.LONG_TEXT, required=True, hint="hint-question")
    return replace(_form(ASK, texts, (), (question,), {}), submit=texts("form-ask-submit"))


def register(platforms: Platforms, language: Language, values: FormValues) -> Form:
    """The form that registers a channel (guideline 3.3, 4.1 to 4.5)."""
    texts = texts_in(language)
    values = {"scope": Scope.UNIT, **values}
    return _form(REGISTER, texts, (), tuple(_channel_fields(texts, platforms)), values)


def edit(channel: Channel, reference: Callable[[PersonId], str], platforms: Platforms, language: Language) -> Form:
    """The form that changes a channel, as it is now; ``reference`` gives what a person is named by."""
    texts = texts_in(language)
    fields = tuple(_channel_fields(texts, platforms))
    record = to_record(channel, reference)
    values = {field.key: _as_text(record[field.key]) for field in fields}
    form = _form(EDIT, texts, (channel.id, str(channel.version)), fields, values)
    return replace(form, title=texts("form-edit"), intro=channel.name)


def pause(channel: Channel, language: Language, values: FormValues) -> Form:
    """The form that lets a channel rest; with both days emptied, a pause that was agreed ends."""
    texts = texts_in(language)
    fields = (
        _field(texts, "start", FieldKind.DATE, hint="hint-pause"),
        _field(texts, "end", FieldKind.DATE),
        _field(texts, "reason", FieldKind.TEXT, hint="hint-pause-reason"),
    )
    agreed = channel.pause
    now = {"start": agreed.start.isoformat(), "end": agreed.end.isoformat(), "reason": agreed.reason} if agreed else {}
    return replace(_form(PAUSE, texts, (channel.id,), fields, {**now, **values}), intro=channel.name)


def retire(channel: Channel, language: Language, values: FormValues) -> Form:
    """The form that takes a channel out of use, with what has to be agreed for its closing."""
    texts = texts_in(language)
    fields = (
        _field(texts, "closing_access_by", FieldKind.PERSON, required=True, hint="hint-closing-access"),
        _field(texts, "closing_archive", FieldKind.TEXT, required=True, hint="hint-closing-archive"),
        _field(texts, "closing_announcement", FieldKind.TEXT, required=True, hint="hint-closing-announcement"),
    )
    intro = texts("retire-intro", channel=channel.name)
    return replace(_form(RETIRE, texts, (channel.id,), fields, values), submit=texts("button-retire"), intro=intro)


def maintainers(channel: Channel, language: Language, values: FormValues) -> Form:
    """The form that adds and removes maintainers; a superior has authorised the new ones (guideline 3.5)."""
    texts = texts_in(language)
    fields = (
        _field(texts, "add", FieldKind.PEOPLE, hint="hint-maintainers"),
        _field(texts, "authorised_by", FieldKind.PERSON, hint="hint-authorised"),
        _field(texts, "remove", FieldKind.PEOPLE),
    )
    return replace(_form(MAINTAINERS, texts, (channel.id,), fields, values), intro=channel.name)


def left(language: Language, values: FormValues) -> Form:
    """The form that marks a person as somebody who has left."""
    texts = texts_in(language)
    fields = (
        _field(texts, "person", FieldKind.PERSON, required=True, hint="hint-person"),
        _field(texts, "on", FieldKind.DATE, required=True),
    )
    return _form(LEFT, texts, (), fields, values)


def handover_all(person: Person, language: Language) -> Form:
    """The form that hands all channels of a person over at once."""
    texts = texts_in(language)
    return replace(_form(HANDOVER_ALL, texts, (person.id,), _successor(texts), {}), intro=person.label)


def away(language: Language, values: FormValues, reminder: str = "") -> Form:
    """The form in which a maintainer names a cover for an absence (guideline 4.8), opened from that ``reminder``."""
    texts = texts_in(language)
    cover = _field(texts, "cover", FieldKind.PERSON, required=True, hint="hint-person")
    return _form(AWAY, texts, (reminder,), (*_days(texts), cover), values)


def handover(channel: Channel, language: Language, values: FormValues, reminder: str = "") -> Form:
    """The form that hands a channel over; the superior who authorises is named (guideline 3.5)."""
    texts = texts_in(language)
    return replace(_form(HANDOVER, texts, (channel.id, reminder), _successor(texts), values), intro=channel.name)


def updated(channel: Channel, language: Language, values: FormValues, reminder: str = "") -> Form:
    """The form that asks on which day a channel was updated."""
    texts = texts_in(language)
    on = (_field(texts, "on", FieldKind.DATE, required=True),)
    return replace(_form(UPDATED, texts, (channel.id, reminder), on, values), intro=channel.name)


def reminders_pause(language: Language, values: FormValues, reminder: str = "") -> Form:
    """The form that lets nobody get reminders for some days."""
    texts = texts_in(language)
    return _form(REMINDERS_PAUSE, texts, (reminder,), _days(texts), values)


def of_channel(
    form_id: str, channel: Channel, register: Register, platforms: Platforms, language: Language
) -> Form | None:
    """The form with this id, of a channel as it is now; None where there is no such form."""
    match form_id:
        case "edit":
            return edit(channel, lambda person: reference_of(register, person), platforms, language)
        case "pause":
            return pause(channel, language, {})
        case "retire":
            return retire(channel, language, {})
        case "maintainers":
            return maintainers(channel, language, {})
        case "handover":
            return handover(channel, language, {})
        case "updated":
            return updated(channel, language, {})
        case _:
            return None


def with_problems(form: Form, values: FormValues, problems: tuple[Problem, ...]) -> Form:
    """``form`` once more, with what was typed and what is wrong with it at each field.

    A problem with something that the form does not ask for is shown at its first field, so that it is seen.
    """
    texts = texts_in(form.language)
    keys = [field.key for field in form.fields]
    errors: dict[str, str] = {}
    for found in problems:
        key = found.field if found.field in keys else keys[0]
        errors.setdefault(key, problem(texts, found))
    return replace(
        form, values=dict(values), errors=errors, intro=" – ".join(filter(None, (form.intro, texts("form-errors"))))
    )


def again(opened: Outcome, values: FormValues, problems: tuple[Problem, ...], intro: str = "") -> Outcome:
    """The form that ``opened`` shows once more, as ``with_problems``; what is no form stays as it is."""
    form = opened.reply
    if not isinstance(form, Form):
        return opened
    mended = with_problems(form, values, problems) if problems else replace(form, values=dict(values))
    return replace(opened, reply=replace(mended, intro=intro or mended.intro))


def _channel_fields(texts: Texts, platforms: Platforms) -> Iterator[FormField]:
    platform_options = tuple(Option(platform.id, platform.name) for platform in platforms.values())
    scopes = tuple(Option(scope, texts(f"scope-{scope}")) for scope in Scope)
    yield _field(texts, "platform", FieldKind.CHOICE, required=True, options=platform_options)
    yield _field(texts, "name", FieldKind.TEXT, required=True)
    yield _field(texts, "url", FieldKind.URL, hint="hint-url")
    yield _field(texts, "handle", FieldKind.TEXT)
    yield _field(texts, "scope", FieldKind.CHOICE, required=True, options=scopes)
    yield _field(texts, "unit", FieldKind.TEXT, required=True)
    yield _field(texts, "unit_sv", FieldKind.TEXT)
    yield _field(texts, "unit_en", FieldKind.TEXT)
    yield _field(texts, "responsible", FieldKind.PERSON, required=True, hint="hint-person")
    yield _field(texts, "maintainers", FieldKind.PEOPLE, hint="hint-maintainers")
    yield _field(texts, "purpose", FieldKind.LONG_TEXT, hint="hint-purpose")
    yield _field(texts, "decision_by", FieldKind.PERSON, hint="hint-decision")
    yield _field(texts, "decision_on", FieldKind.DATE)
    yield _field(texts, "decision_record", FieldKind.TEXT)
    yield _field(texts, "weekly_hours", FieldKind.NUMBER)
    yield _field(texts, "update_interval_days", FieldKind.NUMBER, hint="hint-interval")
    for key in ("website_link", "announced", "official_marked"):
        yield _field(texts, key, FieldKind.CHECK)


def _successor(texts: Texts) -> tuple[FormField, FormField]:
    return (
        _field(texts, "to", FieldKind.PERSON, required=True, hint="hint-person"),
        _field(texts, "authorised_by", FieldKind.PERSON, required=True, hint="hint-authorised"),
    )


def _days(texts: Texts) -> tuple[FormField, FormField]:
    return (
        _field(texts, "start", FieldKind.DATE, required=True),
        _field(texts, "end", FieldKind.DATE, required=True),
    )


def _as_text(value: object) -> str:
    """A record's value as a form carries it."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case list():
            return " ".join(_reference(item) for item in value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def _reference(item: object) -> str:
    return str(item["person"]) if isinstance(item, Mapping) else str(item)
