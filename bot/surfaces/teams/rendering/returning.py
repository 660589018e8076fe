"""What comes back from a card: a press or a form that was sent in."""

from collections.abc import Mapping
from typing import Any

from bot.conversation.actions import StaleActionError, decode
from bot.conversation.exchange import Pressed, Submitted
from bot.surfaces.teams.rendering.forms import CHECKED, FIELD_PREFIX, Entered


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
