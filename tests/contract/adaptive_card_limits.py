"""What Teams takes of a card, and what it would read into one: the public schema of Adaptive Cards 1.5, Microsoft's
models, Teams' limits, Markdown, mentions, addresses."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from microsoft_teams import cards
from pydantic import BaseModel, ValidationError

Node = dict[str, Any]

_SCHEMA: Node = json.loads(
    (Path(__file__).parent.parent / "data" / "adaptive_cards" / "adaptive-card-1.5.0.json").read_text(encoding="utf-8")
)
_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "object": dict,
    "array": list,
    "number": (int, float),
    "null": type(None),
}
_MODELS: dict[str, type[BaseModel]] = {
    known.model_fields["type"].default: known
    for known in vars(cards).values()
    if isinstance(known, type) and issubclass(known, BaseModel) and "type" in known.model_fields
}
"""Microsoft's own models know what Teams adds to the schema, and take any element in the place of any other: so each
is looked at by itself, as what it says to be."""
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_WORDS = {"text", "text_special", "softbreak", "hardbreak"}
_MOST_BYTES, _MOST_BUTTONS = 80_000, 6
_MACRO = re.compile(r"\{\{(DATE|TIME)\(", re.IGNORECASE)


def card_problems(card: Node) -> Iterator[str]:
    """What is wrong or dangerous about ``card``."""
    if not valid(card):
        yield f"invalid: {[node for node in typed(card) if not valid(node, node['type'])]}"
    if size(card) >= _MOST_BYTES:
        yield f"{size(card)} bytes"
    entities = card.get("msteams", {}).get("entities", [])
    if entities and card["body"][0].get("text") != " ".join(entity["text"] for entity in entities):
        yield "mentions without their place"
    texts = [
        (node, node["text"]) for node in typed(card["body"][1 if entities else 0 :]) if node["type"] == "TextBlock"
    ]
    texts += [(node, node["title"]) for node in typed(card) if node["type"] == "Input.Toggle"]
    for _, text in [*texts, (card, card["fallbackText"])]:
        yield from (f"Markdown reads {mark} in {text[:80]}" for mark in read(text)[1])
        if "<at" in text:
            yield f"a mention in {text}"
    for node in typed(card):
        yield from _element_problems(node)
    ids = Counter(node["id"] for node in typed(card) if node["type"].startswith("Input."))
    yield from (f"{number} inputs are called {id_}" for id_, number in ids.items() if number > 1)


def _element_problems(node: Node) -> Iterator[str]:
    try:
        # The model calls the schema's address by another name.
        _MODELS[node["type"]].model_validate({name: node[name] for name in node if name != "$schema"})
    except ValidationError as error:
        yield str(error)
    shown = [action for action in node.get("actions", ()) if action.get("mode") != "secondary"]
    if len(shown) > _MOST_BUTTONS:
        yield f"{len(shown)} buttons"
    if node["type"] == "Action.OpenUrl" and not re.match(r"https?://", node["url"], re.IGNORECASE):
        yield f"a link to {node['url']}"
    if node["type"] == "Image" and not node["url"].startswith("data:image/png;base64,"):
        yield f"a picture from {node['url']}"
    for name in ("text", "title", "label", "altText"):
        if _MACRO.search(node.get(name, "")):
            yield f"a date in {node[name]}"
        if node["type"] != "TextRun" and not node.get(name, "…").strip():
            yield f"no {name} in {node['type']}"


def size(card: Node) -> int:
    """The bytes of ``card`` in the worse of two ways to write it."""
    return max(len(json.dumps(card)), len(json.dumps(card, ensure_ascii=False).encode("utf-16-le")))


def read(text: str) -> tuple[str, list[str]]:
    """``text`` as a reader of Markdown shows it, and what it read that is more than words."""
    shown, marks = "", []
    for token in _MARKDOWN.parse(text):
        if token.type == "inline":
            shown += "".join(child.content or "\n" for child in token.children or ())
            marks += [child.type for child in token.children or () if child.type not in _WORDS]
        elif token.type not in {"paragraph_open", "paragraph_close"}:
            marks.append(token.type)
    return shown, marks


def typed(node: object) -> Iterator[Node]:
    """Every element, input, action and part in ``node`` that says its type; not what a button carries."""
    if isinstance(node, dict):
        if "type" in node:
            yield node
        for name, child in node.items():
            if name not in {"data", "msteams", "choices.data"}:
                yield from typed(child)
    elif isinstance(node, list):
        for child in node:
            yield from typed(child)


def valid(node: Node, definition: str = "AdaptiveCard") -> bool:
    """Whether the public schema takes ``node`` as what its ``definition`` describes."""
    return definition in _SCHEMA["definitions"] and _fits(_public(node), _SCHEMA["definitions"][definition])


def _public(node: object) -> object:
    """``node`` without what Teams adds to version 1.5 (mentions, the picker of people), and without what the schema
    calls ``firstRowAsHeader`` and every renderer ``firstRowAsHeaders``."""
    if isinstance(node, list):
        return [_public(child) for child in node]
    if not isinstance(node, dict):
        return node
    own = {"msteams", "choices.data", "firstRowAsHeaders"} | ({"style"} if "choices.data" in node else set())
    return {name: child if name == "data" else _public(child) for name, child in node.items() if name not in own}


def _fits(node: object, schema: Mapping[str, Any]) -> bool:
    if "$ref" in schema:
        return _fits(node, _SCHEMA["definitions"][schema["$ref"].removeprefix("#/definitions/")])
    return (
        ("type" not in schema or _is(node, schema["type"]))
        and ("enum" not in schema or node in schema["enum"])
        and ("pattern" not in schema or not isinstance(node, str) or bool(re.search(schema["pattern"], node)))
        and (not isinstance(node, dict) or _properties_fit(node, schema))
        and (not isinstance(node, list) or all(_fits(child, schema.get("items", {})) for child in node))
        and all(_fits(node, part) for part in schema.get("allOf", ()))
        and ("anyOf" not in schema or any(_fits(node, part) for part in schema["anyOf"]))
    )


def _is(node: object, kind: str) -> bool:
    return isinstance(node, _TYPES[kind]) and (kind == "boolean" or not isinstance(node, bool))


def _properties_fit(node: Node, schema: Mapping[str, Any]) -> bool:
    known: Mapping[str, Any] = schema.get("properties", {})
    more = schema.get("additionalProperties", True)
    if any(name not in node for name in schema.get("required", ())):
        return False
    return all(
        _fits(node[name], known[name]) if name in known else more
        for name in sorted(node, key=lambda name: name != "type")
    )
