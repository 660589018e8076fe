"""What Teams' own client does and the Playground's page does not: it shows on a form who has been picked beforehand, and
sends in people by their ids in the directory. Translated on the way to the page."""

from __future__ import annotations

import json
from typing import Any, Final

from tests.fake_teams.tenant import account_of
from tests.local_slack.workspace import PEOPLE

_PEOPLE: Final = [{"title": name, "value": account_of(user)} for user, name in PEOPLE.items()]


def shown(body: bytes) -> bytes:
    """What the bot has sent, as JSON, with everybody there is to choose from where people are picked."""
    return json.dumps(_shown(json.loads(body))).encode() if b"choices.data" in body else body


def _shown(sent: Any) -> Any:
    match sent:
        case {"choices.data": _, **element}:
            return {**element, "choices": _PEOPLE, "style": "expanded" if "isMultiSelect" in element else "compact"}
        case dict():
            return {key: _shown(value) for key, value in sent.items()}
        case list():
            return [_shown(one) for one in sent]
        case _:
            return sent
