"""Signed requests that Slack would never send: usual ones in which a few values are gone, or are something else."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from tests.fake_slack import sending
from tests.fake_slack.sending import FORM, JSON
from tests.fake_slack.workspace import GENERAL, User
from tests.fake_slack.workspace import Json as JsonObject

STAFF = "U0STAFF01"
USER = User(STAFF, "Työntekijä").as_json(locale=False, email=False)
ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e300,
    "",
    "abc",
    "\ud800",
    "ä" * 300,
    [],
    [[]],
    [None],
    ["a"],
    [{}],
    {},
    {"type": None},
    {"id": 7},
    {"callback_id": []},
    {"": {"": {}}},
)


def usual_payloads() -> Iterator[JsonObject]:
    """One of each kind of what Slack sends as JSON."""
    button = {"type": "button", "action_id": "share:0", "block_id": "b", "value": '[1,"share","fi","moi"]'}
    view = {
        "id": "V1",
        "type": "modal",
        "callback_id": "register",
        "private_metadata": "[]",
        "hash": "1",
        "blocks": [],
        "state": {"values": {"name": {"name": {"type": "plain_text_input", "value": "Nimi"}}}},
    }
    place = {"id": GENERAL, "name": "yleinen"}
    message = {"type": "message", "user": STAFF, "ts": "1.2", "text": "moi"}
    yield sending.interaction("block_actions", USER, trigger="1", actions=[button], channel=place, message=message)
    yield sending.interaction("view_submission", USER, trigger="1", view=view, response_urls=[])
    yield sending.interaction("view_closed", USER, trigger="1", view=view, is_cleared=False)
    yield sending.interaction("shortcut", USER, trigger="1", callback_id="ask")
    yield sending.interaction("message_action", USER, trigger="1", callback_id="ask", message=message, channel=place)
    yield sending.envelope(sending.message("U0NOBODY1", "moi", place="D0NOBODY1", ts="1.2"))
    yield sending.envelope(sending.mention("U0NOBODY1", "moi", place="C0NOWHERE", ts="1.3"))
    yield sending.envelope({"type": "user_change", "user": USER, "event_ts": "1.4"})
    yield sending.envelope({"type": "team_join", "user": USER, "event_ts": "1.4"})
    yield sending.envelope({"type": "app_home_opened", "user": STAFF, "tab": "home", "channel": "D0STAFF01"})


def paths(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each value in ``node``."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield (*path, key)
        yield from paths(child, (*path, key))


def mutated(dice: random.Random) -> tuple[bytes, str]:
    """The body of a request, and its content type."""
    if dice.random() < 0.2:
        return _mutated_command(dice), FORM
    payload = copy.deepcopy(dice.choice(list(usual_payloads())))
    is_event = "event" in payload
    if is_event:
        payload["event_id"] = f"Ev{dice.getrandbits(60)}"
    for _ in range(dice.randint(1, 3)):
        ways = list(paths(payload))
        if not ways:
            break
        *way, last = dice.choice(ways)
        inner: Any = payload
        for key in way:
            inner = inner[key]
        if dice.random() < 0.75:
            inner[last] = copy.deepcopy(dice.choice(ODD))
        else:
            del inner[last]
    text = json.dumps(payload)
    return (text.encode(), JSON) if is_event else (urlencode({"payload": text}).encode(), FORM)


def _mutated_command(dice: random.Random) -> bytes:
    fields = sending.command(STAFF, "moi", place=GENERAL, response_url="http://127.0.0.1:1/", trigger="1")
    name = dice.choice([*fields])
    match dice.randrange(3):
        case 0:
            del fields[name]
        case 1:
            fields[name] = "".join(chr(dice.randrange(1, 0xD7FF)) for _ in range(30))
        case _:
            return urlencode(fields).encode() + b"&payload=" + dice.choice([b"[]", b"1", b"{}", b"null", b'"x"'])
    return urlencode(fields).encode()
