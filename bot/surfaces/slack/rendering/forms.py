"""Forms as modals, and what comes back from them (https://docs.slack.dev/surfaces/modals)."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, assert_never
from zlib import crc32

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Submitted
from bot.conversation.forms.form import FieldKind, Form, FormField, FormValues, Option
from bot.domain.people import parse_reference
from bot.messages.texts import texts_in
from bot.surfaces.rendering import is_date
from bot.surfaces.slack.origin import Origin
from bot.surfaces.slack.rendering.blocks import plain
from bot.surfaces.slack.rendering.rich import Json, slack_user
from bot.surfaces.slack.rendering.text import cut, one_line, size, split

_TITLE = 24
_LABEL = 2000
_HEADING = 150
_INPUT = 3000
_SECTION = 3000
_OPTION = 75
_OPTION_VALUE = 150
_OPTIONS = 100
_METADATA = 3000
_CHECKED: Final = "yes"
_PEOPLE: Final = (FieldKind.PERSON, FieldKind.PEOPLE)
_TYPED: Final = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.URL, FieldKind.NUMBER)


def render_form(form: Form, origin: Origin | None = None) -> Json:
    """``form`` as a modal view. ``read_submission`` reads what comes back; ``read_origin``, where it was opened from.

    A value that Slack's picker for its kind can not show (an e-mail address among people, half a date) makes the field
    a text field: a picker would send it back empty, and saving would lose it. Raises ValueError where the subject or
    an option's value is too long to travel; whoever builds a form keeps them short.
    """
    metadata = json.dumps(
        {"subject": list(form.subject), "origin": origin.to_json() if origin else None}, ensure_ascii=False
    )
    if size(metadata) > _METADATA:
        raise ValueError(f"the subject of the form {form.id} takes {size(metadata)} characters, {_METADATA} at most")
    # Slack keeps what was typed under the same ids, also where a drawn-anew modal has other values for a new subject.
    action_id = f"value:{crc32(json.dumps(form.subject).encode())}"
    view = {
        "type": "modal",
        "callback_id": form.id,
        "private_metadata": metadata,
        "title": plain(one_line(form.title), _TITLE),
        "submit": plain(one_line(form.submit), _TITLE, instead="OK"),
        "blocks": list(_blocks(form, action_id)),
    }
    close = one_line(form.cancel)
    return {**view, "close": plain(close, _TITLE)} if close else view


def errors_response(form: Form, sent: Submitted, origin: Origin | None = None) -> Json:
    """The answer to what somebody ``sent`` that shows ``form`` again: its errors in the open modal, below their fields.

    Slack takes errors of fields only, and leaves the rest of the modal as it was. Where something is wrong with the
    form as a whole, or its subject is another by now (a newer version of the channel), the modal is drawn anew.
    """
    if form.errors and not form.general_errors and form.subject == sent.subject:
        return {"response_action": "errors", "errors": dict(form.errors)}
    return {"response_action": "update", "view": render_form(form, origin)}


def read_submission(view: Mapping[str, Any]) -> Submitted:
    """What somebody sent in, from the ``view`` of a ``view_submission``.

    Raises StaleActionError for a modal that this version did not open.
    """
    try:
        subject = tuple(str(part) for part in _metadata(view)["subject"])
        return Submitted(str(view["callback_id"]), subject, read_values(view["state"]))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StaleActionError from error


def read_origin(view: Mapping[str, Any]) -> Origin | None:
    """Where the modal was opened from, None where that is not known."""
    try:
        return Origin.from_json(_metadata(view)["origin"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _metadata(view: Mapping[str, Any]) -> dict[str, Any]:
    metadata: dict[str, Any] = json.loads(view["private_metadata"])
    return metadata


def read_values(view_state: Mapping[str, Any]) -> FormValues:
    """The values by field from a view's ``state``, as ``FieldKind`` writes them; empty where nothing is filled in."""
    return {key: _read(element) for key, elements in view_state["values"].items() for element in elements.values()}


def _read(element: Mapping[str, Any]) -> str:
    match element:
        case {"selected_option": {"value": str(value)}} | {"value": str(value)} | {"selected_date": str(value)}:
            return value
        case {"selected_options": [*options]}:
            return _CHECKED if options else ""
        case {"selected_user": str(user)}:
            return f"slack:{user}"
        case {"selected_users": [*users]}:
            return " ".join(f"slack:{user}" for user in users)
        case _:
            return ""


def _blocks(form: Form, action_id: str) -> Iterator[Json]:
    yield from _whole(one_line(form.title), _TITLE)
    yield from _sections(form.intro)
    for error in form.general_errors:
        yield from _sections(f"⚠ {error}")
    for field in form.fields:
        if group := one_line(field.group):
            yield from _whole(group, _HEADING)
            yield {"type": "header", "text": plain(group, _HEADING)}
        if field.key in form.errors:
            yield from _sections(f"⚠ {form.errors[field.key]}")
        yield from _whole(one_line(field.label), _LABEL)
        yield from _whole(field.hint, _LABEL)
        yield _input(field, form, action_id)


def _whole(text: str, limit: int) -> Iterator[Json]:
    """What is cut at its own place stands above it as well, whole."""
    return _sections(text) if size(text) > limit else iter(())


def _sections(text: str) -> Iterator[Json]:
    return ({"type": "section", "text": plain(piece, _SECTION)} for piece in split(text, _SECTION) if piece.strip())


def _input(field: FormField, form: Form, action_id: str) -> Json:
    value = form.values.get(field.key, "")
    picker, hint = _picker(field, value), field.hint
    if picker is None and field.kind in _PEOPLE:  # typed instead of picked: it has to be said how
        hint = f"{hint} {texts_in(form.language)('hint-references')}".strip()
    block = {
        "type": "input",
        "block_id": field.key,
        "optional": not field.required,
        "label": plain(one_line(field.label), _LABEL, instead=field.key),
        "element": {"action_id": action_id, **(picker or _text_input(field, value))},
    }
    return {**block, "hint": plain(hint, _LABEL)} if hint.strip() else block


def _picker(field: FormField, value: str) -> Json | None:
    """The element to choose with; None for what is typed, and for a value that the element could not show."""
    match field.kind:
        # Slack's inputs for URLs and numbers refuse what we accept ("instagram.com/x", "7,5"), in words of their own.
        case FieldKind.TEXT | FieldKind.LONG_TEXT | FieldKind.URL | FieldKind.NUMBER:
            return None
        case FieldKind.DATE:
            return _chooser("datepicker", "initial_date", value) if is_date(value) else None
        case FieldKind.CHOICE:
            return _select(field.options, value)
        case FieldKind.CHECK:
            return _checkbox(field, value)
        case FieldKind.PERSON | FieldKind.PEOPLE:
            return _people_picker(field.kind is FieldKind.PEOPLE, value)
        case _:
            assert_never(field.kind)


def _text_input(field: FormField, value: str) -> Json:
    element: Json = {"type": "plain_text_input"}
    if field.kind is FieldKind.LONG_TEXT or "\n" in value:
        element["multiline"] = True
    if value:
        element["initial_value"] = value
    limit = min(field.limit, _INPUT)
    if field.kind in _TYPED and size(value) <= limit:
        element["max_length"] = limit
    return element


def _chooser(kind: str, initial: str, chosen: object) -> Json:
    """The element of a ``kind``, with what is ``chosen`` in it, if anything is."""
    return {"type": kind, initial: chosen} if chosen else {"type": kind}


def _select(offered: tuple[Option, ...], value: str) -> Json | None:
    options = {option.value: _option(option) for option in offered if option.value.strip()}
    if value and value not in options:
        options[value] = _option(Option(value, value))
    if not options:
        return None
    element: Json = {"type": "static_select", **_choices(list(options.values()))}
    return {**element, "initial_option": options[value]} if value else element


def _choices(options: list[Json]) -> Json:
    if len(options) <= _OPTIONS:
        return {"options": options}
    hundreds = [options[start : start + _OPTIONS] for start in range(0, len(options), _OPTIONS)]
    return {"option_groups": [{"label": _range(group), "options": group} for group in hundreds]}


def _range(options: list[Json]) -> Json:
    first, last = (cut(option["text"]["text"], _OPTION // 2 - 2) for option in (options[0], options[-1]))
    return plain(f"{first} – {last}", _OPTION)


def _option(option: Option) -> Json:
    if size(option.value) > _OPTION_VALUE:
        raise ValueError(f"the option {option.value} is longer than {_OPTION_VALUE} characters")
    return {"text": plain(one_line(option.label), _OPTION, instead=option.value), "value": option.value}


def _checkbox(field: FormField, value: str) -> Json:
    # The field's label stands above the box already; where the form offers words for the box itself, they stand there.
    label = field.options[0].label if field.options else field.label
    option = _option(Option(_CHECKED, label))
    element: Json = {"type": "checkboxes", "options": [option]}
    return {**element, "initial_options": [option]} if value == _CHECKED else element


def _people_picker(several: bool, value: str) -> Json | None:
    users = [slack_user([parse_reference(reference) or ""]) for reference in value.split()]
    if None in users or (len(users) > 1 and not several):
        return None
    if several:
        return _chooser("multi_users_select", "initial_users", users)
    return _chooser("users_select", "initial_user", "".join(filter(None, users)))
