"""The same messages and forms as Adaptive Cards: what each block, field and button becomes in Teams.

The cards are written by hand, one for each kind of reply, as the model of a renderer to come. Text stands in
``TextRun`` wherever people had a hand in it: a ``TextBlock`` and a ``FactSet`` read Markdown, a ``TextRun`` nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from microsoft_teams import cards
from pydantic import BaseModel, ValidationError

from bot.conversation.actions import decode
from bot.conversation.forms.form import FieldKind
from bot.messages import model

Node = dict[str, Any]

CARDS: dict[str, Node] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent.parent / "data" / "adaptive_cards").glob("*.json"))
}
each_card = pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)

REPLIES = {"answer", "not_covered", "candidates", "owners", "channels", "form_register", "help", "notice"}
NEEDED = {
    "TextBlock": {"text"},
    "TextRun": {"text"},
    "RichTextBlock": {"inlines"},
    "Container": {"items"},
    "Table": {"columns", "rows"},
    "ActionSet": {"actions"},
    "ColumnSet": {"columns"},
    "Input.Text": {"id", "label"},
    "Input.Date": {"id", "label"},
    "Input.Toggle": {"id", "label", "title", "valueOn", "valueOff"},
    "Input.ChoiceSet": {"id", "label", "choices"},
    "Action.Execute": {"title", "verb", "data"},
    "Action.OpenUrl": {"url"},
}
"""The elements of Adaptive Cards 1.5 that we use, and what they make no sense without: the models ask for little."""
PARTS = {"AdaptiveCard", "Column", "TableRow", "TableCell", "Data.Query", "mention"}

BLOCKS: dict[type[model.Block], Callable[[Node], bool]] = {
    model.Heading: lambda node: node["type"] == "TextBlock" and node.get("style") == "heading",
    model.Paragraph: lambda node: node["type"] == "RichTextBlock" and not _is_small(node),
    model.Fields: lambda node: node["type"] == "Table" and all(len(row["cells"]) == 2 for row in node["rows"]),
    model.Bullets: lambda node: node["type"] == "Container" and all(_first_word(item) == "•" for item in node["items"]),
    model.Quote: lambda node: node["type"] == "Container" and node.get("style") == "emphasis",
    model.Actions: lambda node: node["type"] == "ActionSet",
    model.Row: lambda node: node["type"] == "ColumnSet" and len(node["columns"]) == 2,
    model.Note: lambda node: node["type"] == "RichTextBlock" and _is_small(node),
}
SPANS: dict[type[model.Span], Callable[[Node], bool]] = {
    model.Text: lambda node: node["type"] == "TextRun" and node.keys() == {"type", "text"},
    model.Bold: lambda node: node["type"] == "TextRun" and node.get("weight") == "Bolder",
    model.Link: lambda node: node["type"] == "TextRun" and node.get("selectAction", {}).get("type") == "Action.OpenUrl",
    model.PersonSpan: lambda node: node["type"] == "mention",
}
FIELDS: dict[FieldKind, Node] = {
    FieldKind.TEXT: {"type": "Input.Text", "id": "name"},
    FieldKind.LONG_TEXT: {"type": "Input.Text", "id": "purpose", "isMultiline": True},
    FieldKind.URL: {"type": "Input.Text", "id": "url"},
    FieldKind.NUMBER: {"type": "Input.Text", "id": "weekly_hours"},
    FieldKind.DATE: {"type": "Input.Date", "id": "decision_on"},
    FieldKind.CHOICE: {"type": "Input.ChoiceSet", "id": "platform", "style": "compact"},
    FieldKind.CHECK: {"type": "Input.Toggle", "id": "website_link", "valueOn": "yes", "valueOff": ""},
    FieldKind.PERSON: {"type": "Input.ChoiceSet", "id": "responsible", "style": "filtered"},
    FieldKind.PEOPLE: {"type": "Input.ChoiceSet", "id": "maintainers", "style": "filtered", "isMultiSelect": True},
}


def test_every_kind_of_reply_has_a_card() -> None:
    assert CARDS.keys() == REPLIES


@each_card
def test_a_card_is_valid(card: Node) -> None:
    assert list(problems(card)) == []


@each_card
def test_a_card_is_of_the_version_that_teams_shows(card: Node) -> None:
    assert card["version"] == "1.5"
    assert card["$schema"] == "http://adaptivecards.io/schemas/adaptive-card.json"
    assert {node["type"] for node in typed(card)} <= NEEDED.keys() | PARTS


@each_card
def test_a_card_is_small_enough_and_has_few_enough_buttons(card: Node) -> None:
    assert len(json.dumps(card).encode()) < 80_000
    assert len(buttons(card)) <= 6


@each_card
def test_a_button_carries_its_action_or_the_form_that_it_sends(card: Node) -> None:
    for button in buttons(card):
        if button["verb"] == "press":
            assert button["data"].keys() == {"action"}
            assert decode(button["data"]["action"]).language == card["lang"]
            assert button["associatedInputs"] == "none"
        else:
            assert button["data"] == {"form": "register", "subject": ["fi"]}


@each_card
def test_an_input_has_an_id_of_its_own(card: Node) -> None:
    ids = [node["id"] for node in typed(card) if node["type"].startswith("Input.")]
    assert len(ids) == len(set(ids))


@each_card
def test_a_mention_has_a_place_in_the_text(card: Node) -> None:
    texts = " ".join(node.get("text", "") for node in typed(card) if node["type"] == "TextBlock")
    mentions = [node["text"] for node in typed(card) if node["type"] == "mention"]
    assert texts.count("<at>") == len(mentions)
    assert all(mention in texts for mention in mentions)


def test_every_block_and_every_span_of_a_message_has_its_element() -> None:
    assert BLOCKS.keys() == set(get_args(model.Block))
    assert SPANS.keys() == set(get_args(model.Span))
    elements = [node for card in CARDS.values() for node in typed(card)]
    for kind, is_that in [*BLOCKS.items(), *SPANS.items()]:
        assert any(map(is_that, elements)), kind


def test_every_kind_of_field_has_its_input() -> None:
    assert FIELDS.keys() == set(FieldKind)
    inputs = {node["id"]: node for node in typed(CARDS["form_register"]) if node["type"].startswith("Input.")}
    for expected in FIELDS.values():
        assert inputs[expected["id"]].items() >= expected.items()


def test_an_error_stands_before_its_field() -> None:
    body = CARDS["form_register"]["body"]
    followed = [body[n + 1].get("id") for n, node in enumerate(body) if node.get("color") == "Attention"]
    assert followed == ["url", "weekly_hours"]


@pytest.mark.parametrize(
    "element",
    [
        {"type": "TextBlok", "text": "a misspelt element"},
        {"type": "TextBlock", "text": "a misspelt property", "wrapp": True},
        {"type": "TextBlock", "text": "an unknown value", "size": "Huge"},
        {"type": "TextBlock", "text": "a wrong kind of value", "wrap": "perhaps"},
        {"type": "TextBlock"},
        {"type": "Input.Text", "label": "no id"},
        {"type": "Container", "items": [{"type": "RichTextBlock", "inlines": [{"type": "TextRan", "text": "deep"}]}]},
        {"type": "Input.ChoiceSet", "id": "a", "label": "b", "choices": [{"titel": "c", "value": "d"}]},
        {"type": "ActionSet", "actions": [{"type": "Action.Exekute", "title": "a", "verb": "press", "data": {}}]},
    ],
    ids=lambda element: json.dumps(element)[:60],
)
def test_a_misspelt_card_is_not_valid(element: Node) -> None:
    assert list(problems({"type": "AdaptiveCard", "version": "1.5", "body": [element]}))


def typed(node: object) -> Iterator[Node]:
    """Every element, input, action and part in ``node`` that says its type; not what a button carries."""
    if isinstance(node, dict):
        if "type" in node:
            yield node
        for name, child in node.items():
            if name != "data":
                yield from typed(child)
    elif isinstance(node, list):
        for child in node:
            yield from typed(child)


def buttons(card: Node) -> list[Node]:
    return [node for node in typed(card) if node["type"] in {"Action.Execute", "Action.Submit"}]


def problems(card: Node) -> Iterator[str]:
    """What is wrong with ``card``. The models take any element in the place of any other, and any property beside their
    own: so each element is looked at by itself, as what it says to be."""
    for node in typed(card):
        known = _MODELS.get(node["type"])
        if known is None:
            yield f"there is no {node['type']}"
            continue
        yield from (f"{node['type']} without {name}" for name in NEEDED.get(node["type"], set()) - node.keys())
        try:
            # The model calls the schema's address by another name.
            parsed = known.model_validate({name: node[name] for name in node if name != "$schema"})
        except ValidationError as error:
            yield str(error)
        else:
            yield from (f"{node['type']} has no {name}" for name in _extras(parsed))


def _extras(parsed: BaseModel) -> Iterator[str]:
    yield from parsed.model_extra or ()
    for value in parsed.__dict__.values():
        for child in value if isinstance(value, list) else [value]:
            # What says its type comes by itself; here are the parts that do not, such as the choices of a choice set.
            if isinstance(child, BaseModel) and type(child) not in _ANY and "type" not in type(child).model_fields:
                yield from _extras(child)


def _models() -> Iterator[tuple[str, type[BaseModel]]]:
    for known in vars(cards).values():
        if isinstance(known, type) and issubclass(known, BaseModel) and "type" in known.model_fields:
            yield known.model_fields["type"].default, known


_MODELS = dict(_models())
_ANY = {cards.CardElement, cards.Action, cards.ContainerLayout, cards.SubmitActionData}


def _is_small(node: Node) -> bool:
    return all(run.get("size") == "Small" for run in node["inlines"])


def _first_word(node: Node) -> str:
    return str(node["inlines"][0]["text"]).strip() if "inlines" in node else ""
