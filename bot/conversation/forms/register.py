"""The forms with which the register is kept, all of them the ICT secretary's."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.forms.form import FieldKind, Form, FormField, Option
from bot.conversation.forms.making import make_field, make_form, successor
from bot.conversation.forms.opening import FormSpec, Opening
from bot.conversation.turn import Services, Turn
from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import Channel, Scope, UnitName
from bot.domain.register import Register
from bot.messages.parts import platform_name
from bot.messages.texts import Texts
from bot.services.committing import channel_of
from bot.services.register.fields import FORM_FIELDS
from bot.services.register.people import reference_of
from bot.services.register.records.record_mapping import to_record
from bot.understanding.reading import Staffs

REGISTER, EDIT, PAUSE, RESUME, RETIRE, MAINTAINERS = "register", "edit", "pause", "resume", "retire", "maintainers"
LEFT, RETURNED, HANDOVER_ALL = "left", "returned", "handover-all"
ALL = "all"
"""The subject of the form that registers a channel where it asks for everything."""
_FIRST = ("url", "name", "unit", "responsible", "maintainers", "purpose")
"""What that form asks for at first: service and handle are read from the address."""


_GROUPS: Mapping[str, str] = {
    "platform": "group-channel",
    "responsible": "group-people",
    "purpose": "group-decision",
    "weekly_hours": "group-upkeep",
    "website_link": "group-visibility",
}
"""The headings of the form with all fields, by the field that each stands above."""


def of_change(staffs: Staffs | None) -> str:
    """The form by which a channel is changed: that of its maintainers, where it is they who change."""
    return MAINTAINERS if staffs and staffs.is_of_maintainers else EDIT


def unit_called(turn: Turn, unit: str) -> str:
    """What the reader calls the unit that is called so in whichever language."""
    return turn.register.with_all_names(UnitName(unit)).in_language(turn.language)


async def _register(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that registers a channel (guideline 3.3, 4.1 to 4.5): what nobody can read from its address. On
    ``ALL`` it asks for all that the register keeps."""
    texts = turn.texts
    fields = channel_fields(texts, services.platforms)
    values = {"scope": Scope.UNIT, **opening.values, "unit": unit_called(turn, opening.values.get("unit", ""))}
    if opening.subject == ALL:
        return make_form(REGISTER, texts, (ALL,), fields, values)
    by_key = {field.key: field for field in fields}
    return make_form(REGISTER, texts, (), tuple(replace(by_key[key], group="") for key in _FIRST), values)


async def _edit(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that changes a channel, as it is now."""
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    values = {**channel_values(turn.register, channel), **opening.values}
    fields = channel_fields(texts, services.platforms)
    return make_form(EDIT, texts, (channel.id, str(channel.version)), fields, values, intro=channel.name)


async def _pause(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that lets a channel rest; with both days emptied, a pause that was agreed ends."""
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    fields = (
        make_field(texts, "start", FieldKind.DATE, hint="hint-pause"),
        make_field(texts, "end", FieldKind.DATE),
        make_field(texts, "reason", FieldKind.TEXT, hint="hint-pause-reason"),
    )
    agreed = channel.pause
    now = {"start": agreed.start.isoformat(), "end": agreed.end.isoformat(), "reason": agreed.reason} if agreed else {}
    return make_form(PAUSE, texts, (channel.id,), fields, {**now, **opening.values}, intro=channel.name)


async def _resume(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that ends the pause of a channel: at once, or on a day."""
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    fields = (make_field(texts, "end", FieldKind.DATE, hint="hint-resume"),)
    agreed = channel.pause
    days = {"start": agreed.start, "end": agreed.end} if agreed else {}
    intro = texts("resume-intro" if agreed else "resume-none", channel=channel.name, **days)
    return make_form(RESUME, texts, (channel.id,), fields, opening.values, intro=intro, submit="button-resume")


async def _retire(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that takes a channel out of use, with what has to be agreed for its closing."""
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    fields = (
        make_field(texts, "closing_access_by", FieldKind.PERSON, required=True, hint="hint-closing-access"),
        make_field(texts, "closing_archive", FieldKind.TEXT, required=True, hint="hint-closing-archive"),
        make_field(texts, "closing_announcement", FieldKind.TEXT, required=True, hint="hint-closing-announcement"),
    )
    intro = texts("retire-intro", channel=channel.name)
    return make_form(RETIRE, texts, (channel.id,), fields, opening.values, intro=intro, submit="button-retire")


async def _maintainers(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that adds and removes maintainers; a superior has authorised the new ones (guideline 3.5)."""
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    fields = (
        make_field(texts, "add", FieldKind.PEOPLE, hint="hint-maintainers"),
        make_field(texts, "authorised_by", FieldKind.PERSON, hint="hint-authorised"),
        make_field(texts, "remove", FieldKind.PEOPLE),
    )
    return make_form(MAINTAINERS, texts, (channel.id, opening.reminder), fields, opening.values, intro=channel.name)


async def _left(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that marks a person as somebody who has left; from today on, where nothing else was said."""
    texts = turn.texts
    fields = (
        make_field(texts, "person", FieldKind.PERSON, required=True),
        make_field(texts, "on", FieldKind.DATE, required=True),
    )
    person = reference_of(turn.register, opening.subject) if opening.subject else ""
    values = {"person": person, "on": turn.today.isoformat(), **opening.values}
    return make_form(LEFT, texts, (), fields, values)


async def _returned(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that brings back a person who was marked as having left."""
    texts = turn.texts
    person = make_field(texts, "person", FieldKind.PERSON, required=True)
    return make_form(RETURNED, texts, (), (person,), opening.values)


async def _handover_all(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that hands all channels of a person over at once."""
    texts, person = turn.texts, turn.register.person(opening.subject)
    return make_form(HANDOVER_ALL, texts, (person.id,), successor(texts), opening.values, intro=person.label)


FORMS: Mapping[str, FormSpec] = {
    REGISTER: FormSpec(_register),
    EDIT: FormSpec(_edit),
    PAUSE: FormSpec(_pause),
    RESUME: FormSpec(_resume),
    RETIRE: FormSpec(_retire),
    MAINTAINERS: FormSpec(_maintainers),
    LEFT: FormSpec(_left),
    RETURNED: FormSpec(_returned),
    HANDOVER_ALL: FormSpec(_handover_all),
}


def channel_values(register: Register, channel: Channel) -> dict[str, str]:
    """What the form of the channel has in it."""
    record = to_record(channel, lambda person: reference_of(register, person))
    return {field.key: _as_text(record[field.key]) for field in FORM_FIELDS}


def channel_fields(texts: Texts, platforms: Platforms) -> tuple[FormField, ...]:
    """All that the form of a channel asks for."""
    options = {
        "platform": tuple(Option(platform.id, platform_name(texts, platform)) for platform in platforms.values()),
        "scope": tuple(Option(scope, texts(f"scope-{scope}")) for scope in Scope),
    }
    fields = (
        make_field(
            texts,
            field.key,
            field.kind,
            required=field.required or field.kind is FieldKind.CHOICE,
            hint=field.hint,
            options=options.get(field.key, ()),
        )
        for field in FORM_FIELDS
    )
    return tuple(replace(one, group=texts(_GROUPS[one.key])) if one.key in _GROUPS else one for one in fields)


def _as_text(value: object) -> str:
    """A record's value as a form carries it."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case {"url": url}:
            return str(url)
        case list():
            return " ".join(_reference(item) for item in value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def _reference(item: object) -> str:
    return str(item["person"]) if isinstance(item, Mapping) else str(item)
