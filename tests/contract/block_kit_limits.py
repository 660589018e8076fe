"""What Slack refuses, as a table and a walk over the JSON: independent of the renderer and of its constants.

Sources: https://docs.slack.dev/reference/block-kit, the JSDoc of ``@slack/types`` 3.2, and what apps were refused for.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

MOST = {
    "message blocks": 50,
    "view blocks": 100,
    "fields": 10,
    "context": 10,
    "actions": 25,
    "options": 100,
    "checkboxes": 10,
}
LONGEST = {
    "message": 13_000,
    "text": 3000,
    "header": 150,
    "button": 75,
    "value": 2000,
    "option": 75,
    "option value": 150,
    "label": 2000,
    "title": 24,
    "metadata": 3000,
    "id": 255,
    "fallback": 4000,
    "picture": 2000,
}
MESSAGE_BLOCKS = {"header", "section", "rich_text", "context", "actions", "divider", "image"}
VIEW_BLOCKS = {*MESSAGE_BLOCKS - {"image"}, "input"}


def message_problems(blocks: list[dict[str, Any]], text: str) -> Iterator[str]:
    """What Slack would refuse, or what could call people, in a message."""
    if not text.strip() or len(text) > LONGEST["fallback"]:
        yield f"a fallback of {len(text)} characters"
    yield from _markup_problems(text)
    if len(blocks) > MOST["message blocks"]:
        yield f"{len(blocks)} blocks"
    if (length := len(json.dumps(blocks, ensure_ascii=False))) > LONGEST["message"]:
        yield f"{length} characters in one message"
    yield from _blocks_problems(blocks, MESSAGE_BLOCKS)


def view_problems(view: dict[str, Any]) -> Iterator[str]:
    """What Slack would refuse in a modal."""
    for part in ("title", "submit", "close"):
        if part in view:
            yield from _length(part, view[part]["text"], LONGEST["title"])
    yield from _length("metadata", view["private_metadata"], LONGEST["metadata"])
    yield from _length("callback id", view["callback_id"], LONGEST["id"])
    if "external_id" in view:
        yield from _length("external id", view["external_id"], LONGEST["id"])
    if not 1 <= len(view["blocks"]) <= MOST["view blocks"]:
        yield f"{len(view['blocks'])} blocks"
    yield from _blocks_problems(view["blocks"], VIEW_BLOCKS)
    yield from _sdk_problems(View(**view), view)


def walk(node: object) -> Iterator[dict[str, Any]]:
    """Every object in ``node``, in the order of reading."""
    if isinstance(node, dict):
        yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list | tuple) else ()
    for child in children:
        yield from walk(child)


def _blocks_problems(blocks: list[dict[str, Any]], known: set[str]) -> Iterator[str]:
    for block in blocks:
        if block["type"] not in known:
            yield f"an unknown block {block['type']}"
    for parsed, block in zip(Block.parse_all(blocks), blocks, strict=True):
        yield from _sdk_problems(parsed, block)
    for node in walk(blocks):
        yield from _node_problems(node)
    yield from _id_problems(blocks)


def _node_problems(node: dict[str, Any]) -> Iterator[str]:
    if isinstance(node.get("text"), str):
        yield from _length("text", node["text"], LONGEST["text"])
    if "elements" in node and not node["elements"]:
        yield f"an empty {node['type']}"
    if node.get("type") in {"broadcast", "usergroup", "channel"}:
        yield f"a {node['type']} is called"
    yield from _text_problems(node)
    yield from _number_problems(node)


def _text_problems(node: dict[str, Any]) -> Iterator[str]:
    match node:
        case {"type": "mrkdwn", "text": text}:
            yield from _markup_problems(text)
        case {"type": "button", "text": {"text": text}, "value": value}:
            yield from _length("button", text, LONGEST["button"])
            yield from _length("value", value, LONGEST["value"])
        case {"type": "link", "url": url} if not url.lower().startswith(("https://", "http://")):
            yield f"a link to {url}"
        case {"type": "image", "alt_text": alternative, "title": {"text": title}}:
            yield from _length("alternative text", alternative, LONGEST["picture"])
            yield from _length("title of a picture", title, LONGEST["picture"])
        case {"type": "header", "text": {"text": text}}:
            yield from _length("header", text, LONGEST["header"])


def _number_problems(node: dict[str, Any]) -> Iterator[str]:
    match node:
        case {"type": "context" | "actions" as kind, "elements": elements} if len(elements) > MOST[kind]:
            yield f"{len(elements)} elements in {kind}"
        case {"type": "section", "fields": fields} if len(fields) > MOST["fields"]:
            yield f"{len(fields)} fields"
        case {"type": "rich_text_section" | "rich_text_quote", "elements": elements}:
            if not any(element.get("text", "a person").strip() for element in elements):
                yield "a paragraph without words"
        case {"type": "input"}:
            yield from _input_problems(node)
        case {"type": "actions", "elements": elements}:
            for element in elements:
                yield from _list_problems(element)
        case {"confirm": {"title": title, "text": text, "confirm": confirm, "deny": deny}}:
            yield from _length("title of a question", title["text"], 100)
            yield from _length("question", text["text"], 300)
            yield from _length("yes", confirm["text"], 30)
            yield from _length("no", deny["text"], 30)


def _list_problems(element: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a list in a message that something is picked from."""
    if element["type"] not in {"button", "static_select", "overflow"}:
        yield f"a {element['type']} among the buttons"
    if element["type"] == "button":
        return
    most = 5 if element["type"] == "overflow" else MOST["options"]
    if not 1 <= len(element["options"]) <= most:
        yield f"{len(element['options'])} options of {element['type']}"
    values = [option["value"] for option in element["options"]]
    if len(set(values)) < len(values):
        yield "two options of one value"
    for option in element["options"]:
        yield from _length("option", option["text"]["text"], LONGEST["option"])
        yield from _length("option value", option["value"], LONGEST["option value"])
    if "placeholder" in element:
        yield from _length("placeholder", element["placeholder"]["text"], 150)


def _input_problems(block: dict[str, Any]) -> Iterator[str]:
    yield from _length("label", block["label"]["text"], LONGEST["label"])
    if "hint" in block:
        yield from _length("hint", block["hint"]["text"], LONGEST["label"])
    element = block["element"]
    options = [option for node in walk(element) for option in node.get("options", ())]
    most = MOST["checkboxes"] if element["type"] == "checkboxes" else MOST["options"]
    groups = element.get("option_groups", [element])
    if any(len(group.get("options", ())) > most for group in groups) or len(groups) > MOST["options"]:
        yield f"{len(options)} options"
    if element["type"] == "static_select" and not options:
        yield "a choice of nothing"
    for option in options:
        yield from _length("option", option["text"]["text"], LONGEST["option"])
        yield from _length("option value", option["value"], LONGEST["option value"])
    if "initial_option" in element and element["initial_option"] not in options:
        yield "an initial option that is not offered"
    if not 1 <= element.get("max_length", 1) <= LONGEST["text"]:
        yield f"a max_length of {element['max_length']}"
    if len(element.get("initial_value", "")) > element.get("max_length", 1_000_000):
        yield "an initial value longer than allowed"


def _id_problems(blocks: list[dict[str, Any]]) -> Iterator[str]:
    block_ids = [block["block_id"] for block in blocks if "block_id" in block]
    action_ids = [node["action_id"] for node in walk(blocks) if node.get("type") in {"button", "overflow"}]
    for id_, number in Counter([*block_ids, *action_ids]).items():
        yield from _length("id", id_, LONGEST["id"])
        if number > 1:
            yield f"{number} times the id {id_}"


def _markup_problems(text: str) -> Iterator[str]:
    if "<" in text or ">" in text:
        yield f"markup that is not escaped: {text[:80]}"
    unescaped = text.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "")
    if "&" in unescaped:
        yield f"an ampersand that is not escaped: {text[:80]}"


def _length(what: str, text: str, limit: int) -> Iterator[str]:
    if not 1 <= len(text) <= limit:
        yield f"a {what} of {len(text)} characters"


def _sdk_problems(parsed: Any, original: dict[str, Any]) -> Iterator[str]:
    """What Slack's own Python models say; what they do not know they leave out."""
    try:
        if parsed is None or parsed.to_dict() != original:
            yield f"slack_sdk knows it otherwise: {original}"
    except SlackObjectFormationError as error:
        yield str(error)
