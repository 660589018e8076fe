"""What people see of a card, and what goes back when they press or send in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.surfaces.teams.rendering.forms import FIELD_PREFIX

Json = dict[str, Any]


def words_of(card: Json) -> str:
    """All that can be read on ``card``, each text on a line, inputs as label and value, buttons in brackets."""
    return "\n".join(map("".join, _lines(card)))


def button(card: Json, label: str) -> Json:
    """What the button whose label has ``label`` in it sends."""
    data: Json = next(one["data"] for one in _nodes(card) if "data" in one and label in str(one.get("title")))
    return data


def filled(card: Json, label: str, **values: str) -> Json:
    """What the form on ``card`` sends at its button ``label``, with ``values`` entered in its fields."""
    inputs = {one["id"]: one.get("value", "") for one in _nodes(card) if str(one.get("type")).startswith("Input.")}
    return {**inputs, **{f"{FIELD_PREFIX}{key}": value for key, value in values.items()}, **button(card, label)}


def _lines(node: object) -> Iterator[list[str]]:
    match node:
        case {"type": "RichTextBlock", "inlines": [*runs]}:
            yield [run["text"] for run in runs]
        case {"type": "TableRow", "cells": [*cells]}:
            yield [": ".join(filter(None, ("\n".join(map("".join, _lines(cell))) for cell in cells)))]
        case {"type": "TextBlock", "text": str(text)}:
            yield [text.replace("\u200b", "").replace("\\", "")]
        case {"type": str(kind), "id": str()} if kind.startswith("Input."):
            yield [f"{node.get('label', '')}={node.get('value', '')}"]  # type: ignore[attr-defined]
        case {"type": str(kind), "title": str(title)} if kind.startswith("Action."):
            yield [f"[{title}]"]
        case dict():
            for child in node.values():
                yield from _lines(child)
        case list() | tuple():
            for child in node:
                yield from _lines(child)


def _nodes(node: object) -> Iterator[Json]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _nodes(child)
