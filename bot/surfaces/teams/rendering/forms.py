"""Forms as cards with inputs, which stand in a message or a dialog, and what comes back from them.

The client checks no more than that what is required is filled in: its inputs for numbers and addresses refuse what we
accept ("7,5", "instagram.com/x"), in words of their own.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final, assert_never

from bot.conversation.actions import StaleActionError, decode
from bot.conversation.exchange import Pressed, Submitted
from bot.conversation.forms.form import FieldKind, Form, FormField, Option
from bot.domain.language import Language
from bot.domain.people import parse_reference
from bot.messages.texts import texts_in
from bot.surfaces.rendering import is_date
from bot.surfaces.teams.rendering.buttons import label_of
from bot.surfaces.teams.rendering.cards import frame, heading
from bot.surfaces.teams.rendering.rich import SMALL, WRONG, Json, close, teams_user, words
from bot.surfaces.teams.rendering.text import cut, one_line, unmarked


def submitted(value: object) -> Pressed | Submitted | None:
    """What somebody did, by the ``value`` of the activity: of a message, ``adaptiveCard/action``, ``task/fetch`` or
    ``task/submit``. None where they closed a form without sending it in.

    Raises StaleActionError for what no card of this version sends.
    """
    match _data(value):
        case {"action": str(action)}:
            return Pressed(decode(action))
        case {"form": str(form_id), "subject": [*subject], "fields": dict(fields), **data} if _all_words(subject):
            return Submitted(form_id, tuple(subject), _values(fields, data))
        case {"cancel": str()}:
            return None
        case _:
            raise StaleActionError


def _data(value: object) -> object:
    """What a button carries, together with what was filled in: each kind of activity wraps it in its own way."""
    match value:
        case {"action": {"data": data}} | {"data": data}:
            return data
        case _:
            return value


def _values(fields: Mapping[Any, object], data: Mapping[Any, object]) -> dict[str, str]:
    """The values as ``FieldKind`` writes them; Teams sends nothing of an input in which nothing was chosen."""
    return {str(key): _value(entered, data.get(f"{FIELD_PREFIX}{key}")) for key, entered in fields.items()}


def _value(entered: object, value: object) -> str:
    if not isinstance(value, str):
        return CHECKED if value is True else ""
    match entered:
        case Entered.CHECK:
            return CHECKED if value == CHECKED else ""  # one that nobody touched comes back as "false"
        case Entered.PEOPLE:
            return " ".join(one if ":" in one else f"teams:{one.lower()}" for one in value.replace(",", " ").split())
        case _:
            return value


def _all_words(parts: list[object]) -> bool:
    return all(isinstance(part, str) for part in parts)


FIELD_PREFIX: Final = "field."
"""Stands before a field's key in the id of its input, so that no key can be taken for what the form itself carries."""
CHECKED, UNCHECKED = "yes", "no"
_OPTION: Final = 100


class Entered(StrEnum):
    """How what is entered in an input comes back. Travels in the form, whose fields may be others by then."""

    TEXT = "text"
    CHECK = "check"
    PEOPLE = "people"


def form(form: Form) -> Json:
    """``form`` as a card with inputs, each error above its field, and what is wrong with the whole above all.

    A value that the input for its kind can not show (an e-mail address among people, half a date) makes the field a
    text: a picker would send it back empty, and saving would lose it.
    """
    inputs = [(field, _input(field, form.values.get(field.key, ""))) for field in form.fields]
    entered = {field.key: _entered(field, element) for field, element in inputs}
    carried = {"form": form.id, "subject": list(form.subject), "fields": entered}
    submit = {"type": "Action.Submit", "title": label_of(form.submit, "OK"), "style": "positive", "data": carried}
    cancel = {"type": "Action.Submit", "title": label_of(form.cancel), "data": {"cancel": form.id}}
    body = [*_top(form)]
    for field, element in inputs:
        body += heading(field.group)
        body += words(form.errors.get(field.key, ""), WRONG)
        body.append(_labelled(field, element, form.language))
        body += close(words(field.hint, SMALL))
    actions = [submit, {**cancel, "associatedInputs": "none"}] if one_line(form.cancel) else [submit]
    return {**frame(body, form.language), "fallbackText": unmarked(one_line(form.title)), "actions": actions}


def _top(form: Form) -> Iterator[Json]:
    yield from heading(form.title)
    yield from words(form.intro)
    for error in form.general_errors:
        yield from words(error, WRONG)


def _labelled(field: FormField, element: Json, language: Language) -> Json:
    label = one_line(field.label) or field.key
    # Beside a box stands the field's label already, where the form offers no words of its own and it is not cut.
    twice = element.get("title") == unmarked(label)
    labelled = {**element, "id": FIELD_PREFIX + field.key, **({} if twice else {"label": label})}
    needed = {"isRequired": True, "errorMessage": texts_in(language)("problem-missing")} if field.required else {}
    return {**labelled, **needed}


def _entered(field: FormField, element: Json) -> Entered:
    if "choices.data" in element:
        return Entered.PEOPLE
    return Entered.CHECK if field.kind is FieldKind.CHECK else Entered.TEXT


def _input(field: FormField, value: str) -> Json:
    match field.kind:
        case FieldKind.TEXT | FieldKind.LONG_TEXT | FieldKind.URL | FieldKind.NUMBER:
            return _typed(field, value, field.limit)
        case FieldKind.DATE:
            return {"type": "Input.Date", **_given(value)} if is_date(value) else _typed(field, value)
        case FieldKind.CHOICE:
            return _choice(field, value)
        case FieldKind.CHECK:
            return _toggle(field, value)
        case FieldKind.PERSON | FieldKind.PEOPLE:
            return _picker(field.kind is FieldKind.PEOPLE, value) or _typed(field, value)
        case _:
            assert_never(field.kind)


def _given(value: str) -> Json:
    return {"value": value} if value else {}


def _typed(field: FormField, value: str, limit: int | None = None) -> Json:
    several = {"isMultiline": True} if field.kind is FieldKind.LONG_TEXT or "\n" in value else {}
    # A limit below what stands there already would cut it.
    limited = {"maxLength": limit} if limit is not None and len(value) <= limit else {}
    return {"type": "Input.Text", **several, **limited, **_given(value)}


def _choice(field: FormField, value: str) -> Json:
    offered = {option.value: option for option in field.options}
    if value and value not in offered:
        offered[value] = Option(value, value)
    if not field.required:  # what was chosen can be taken back
        offered = {"": Option("", "–"), **offered}
    return {
        "type": "Input.ChoiceSet",
        "style": "compact",
        "choices": [*map(_option, offered.values())],
        **_given(value),
    }


def _option(option: Option) -> Json:
    return {"title": cut(one_line(option.label), _OPTION) or option.value, "value": option.value}


def _toggle(field: FormField, value: str) -> Json:
    label = one_line(field.options[0].label if field.options else field.label)
    state = CHECKED if value == CHECKED else UNCHECKED
    title = unmarked(cut(label, _OPTION) or field.key)
    return {"type": "Input.Toggle", "title": title, "valueOn": CHECKED, "valueOff": UNCHECKED, "value": state}


def _picker(several: bool, value: str) -> Json | None:
    """The element to choose people with; None for a value that it could not show."""
    users = [teams_user([parse_reference(reference) or ""]) for reference in value.split()]
    if None in users or (len(users) > 1 and not several):
        return None
    directory = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
    element = {"type": "Input.ChoiceSet", "style": "filtered", "choices": [], "choices.data": directory}
    return {**element, **({"isMultiSelect": True} if several else {}), **_given(",".join(filter(None, users)))}
