"""Buttons' values: an action as a short string with a version, and back.

The strings live on in messages that people received long ago, so the format has a version, and a value that can not be
read is an expected error, never a crash.
"""

import json
import re
from datetime import date

from bot.domain.language import Language
from bot.errors import SomebotError
from bot.messages.model import Action, Verb

VERSION = 1
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
LIMIT = 2000
"""The longest value that every surface carries, in characters (Slack: block elements, button ``value``)."""


class StaleActionError(SomebotError):
    """The button or form is of a message that this version of the bot does not understand any more."""

    def __init__(self) -> None:
        super().__init__("this is of an older message: ask again to get a new one")


def encode(action: Action) -> str:
    """``action`` as a button's value of at most ``LIMIT`` characters.

    Raises ValueError where the arguments do not fit; whoever builds a button keeps them short.
    """
    parts = [VERSION, action.verb, action.language or "", *action.args]
    value = _to_json(parts)
    if len(value) > LIMIT:
        raise ValueError(f"the value of a {action.verb} button has {len(value)} characters, {LIMIT} at most")
    return value


def decode(value: str) -> Action:
    """The action that ``value`` stands for.

    Raises StaleActionError where it is malformed, or of a version or verb that is not known.
    """
    try:
        version, verb, language, *args = json.loads(value[:LIMIT])
        readable = version == VERSION and all(isinstance(arg, str) for arg in args)
        action = Action(Verb(verb), tuple(args), Language(language) if language else None)
    except (ValueError, TypeError, RecursionError) as error:
        raise StaleActionError from error
    if not readable:
        raise StaleActionError
    return action


def day_in(argument: str) -> date:
    """The day that a button carries (ISO 8601). Raises StaleActionError where it is none."""
    try:
        return date.fromisoformat(argument)
    except ValueError as error:
        raise StaleActionError from error


def number_in(argument: str) -> int:
    """The number that a button or a form carries as digits. Raises StaleActionError where it is none."""
    if not re.fullmatch(r"[0-9]{1,9}", argument):
        raise StaleActionError
    return int(argument)
