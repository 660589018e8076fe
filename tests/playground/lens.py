"""What Teams does and the Playground does not: it shows on a form who was picked beforehand, sends people in by their
ids in the directory, tells who has such an id, and opens a dialog from the button of a card: here the button sends a
message, and the form comes in another. Translated on the way to the Playground."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote

from tests.fake_teams.tenant import account_of
from tests.local_slack.workspace import PEOPLE

_PEOPLE: Final = [{"title": name, "value": account_of(user)} for user, name in PEOPLE.items()]
_IDS: Final = {account_of(user): quote(f"29:{user}") for user in PEOPLE}


def shown(body: bytes) -> bytes:
    """What the bot has sent, as JSON, with everybody there is to choose from where people are picked."""
    return json.dumps(_shown(json.loads(body))).encode() if b"choices.data" in body or b"task/fetch" in body else body


def asked(path: str) -> str:
    """The path of what the bot asks for, with the id in conversations of whom it asks about."""
    *place, last = path.split("/")
    return "/".join([*place, _IDS.get(last, last)])


def _shown(sent: Any) -> Any:
    match sent:
        case {"choices.data": _, **element}:
            return {**element, "choices": _PEOPLE, "style": "expanded" if "isMultiSelect" in element else "compact"}
        case {"msteams": {"type": "task/fetch"}, **data}:
            return data
        case dict():
            return {key: _shown(value) for key, value in sent.items()}
        case list():
            return [_shown(one) for one in sent]
        case _:
            return sent
