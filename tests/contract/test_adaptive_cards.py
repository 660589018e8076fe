"""What is Teams' own: each block, button and field as an Adaptive Card, and what comes back from one."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.actions import StaleActionError, encode
from bot.conversation.exchange import Pressed, Submitted
from bot.conversation.forms.form import FieldKind, Form, FormField
from bot.domain.language import Language
from bot.messages.model import (
    Action,
    Actions,
    Button,
    Choice,
    Heading,
    Message,
    Overflow,
    Paragraph,
    PersonSpan,
    Pick,
    Row,
    Style,
    Text,
    Verb,
)
from bot.messages.texts import texts_in
from bot.surfaces.teams.rendering import card, cards, form, submitted
from bot.surfaces.teams.rendering.text import unmarked
from bot.surfaces.teams.showing import dialog, in_place
from tests.contract import strategies
from tests.contract.adaptive_card_limits import Node, card_problems, read, size, typed, valid
from tests.contract.examples import BLANK, EMPTY, HOSTILE, MANY, MENDING, REALISTIC, REGISTER

PERSON = "5b1f0f3e-0000-4000-8000-00000000000a"
OTHER = "5b1f0f3e-0000-4000-8000-00000000000b"


def nodes(message: Message, kind: str) -> list[Node]:
    return [node for one in cards(message) for node in typed(one) if node["type"] == kind]


def inputs(of: Form) -> dict[str, Node]:
    shown = form(of)
    return {node["id"].removeprefix("field."): node for node in typed(shown) if node["type"].startswith("Input.")}


def sent(of: Form, **filled: object) -> object:
    """What comes of sending ``of`` in with nothing filled in but ``filled``."""
    carried = form(of)["actions"][0]["data"]
    return submitted({"data": {**carried, **{f"field.{key}": value for key, value in filled.items()}}})


def values(of: Form, **filled: object) -> dict[str, str]:
    came = sent(of, **filled)
    assert isinstance(came, Submitted)
    return dict(came.values)


@pytest.mark.parametrize("message", REALISTIC.values(), ids=REALISTIC)
def test_a_message_of_usual_length_is_one_card_in_its_language(message: Message) -> None:
    (only,) = cards(message)
    assert only == card(message)
    assert only["lang"] == message.language
    assert only["version"] == "1.5"
    assert size(only) < 10_000


def test_where_one_card_alone_is_shown_a_long_message_says_that_it_goes_on() -> None:
    assert in_place(MANY)["value"] == card(MANY)
    assert dialog(MANY)["task"]["value"]["card"]["content"] == card(MANY)


def test_a_message_without_words_still_has_something_to_see() -> None:
    (only,) = cards(EMPTY)
    assert only["body"][0]["inlines"][0]["text"] == "…"
    assert only["fallbackText"].endswith("…")


def test_a_long_message_becomes_several_cards_and_alone_its_first_says_so() -> None:
    several = cards(MANY)
    assert len(several) > 1
    assert len({one["fallbackText"] for one in several}) == len(several)
    alone = card(MANY)
    assert alone["body"][:-1] == several[0]["body"]
    assert alone["body"][-1]["inlines"][0]["text"] == texts_in(MANY.language)("message-cut")
    assert list(card_problems(alone)) == []


def test_six_buttons_are_shown_and_the_others_are_in_the_menu() -> None:
    presses = tuple(Button(f"{n}", Action(Verb.OWNER, (f"{n}",))) for n in range(9))
    (row,) = nodes(Message((Actions(presses),), Language.FI), "ActionSet")
    assert [action.get("mode") for action in row["actions"]] == [None] * 6 + ["secondary"] * 3


def test_long_buttons_stand_in_several_rows_so_that_none_is_cut_off() -> None:
    presses = tuple(Button(f"Kirjaston kanava {n}", Action(Verb.OWNER, (f"{n}",))) for n in range(5))
    rows = nodes(Message((Actions(presses),), Language.FI), "ActionSet")
    assert [len(row["actions"]) for row in rows] == [2, 2, 1]
    assert [row.get("spacing") for row in rows] == [None, "Small", "Small"]


def test_a_button_that_would_be_wider_than_its_card_is_short_and_says_the_whole_when_rested_on() -> None:
    long, short = "Edellinen: 6.2 Somen käyttö työtehtävien tukena työaikana", "Luku 6"
    presses = tuple(Button(label, Action(Verb.SECTION, (label,))) for label in (long, short))
    first, second = nodes(Message((Actions(presses),), Language.FI), "Action.Execute")
    assert first["title"] == "Edellinen: 6.2 Somen käyttö t…"
    assert first["tooltip"] == long
    assert (second["title"], second.get("tooltip")) == (short, None)


def test_what_is_seldom_wanted_is_in_the_menu_and_takes_no_place_of_a_button() -> None:
    seldom = Overflow(tuple(Pick(f"{n}", Action(Verb.GAPS, (f"{n}",))) for n in range(3)))
    presses = tuple(Button(f"{n}", Action(Verb.OWNER, (f"{n}",))) for n in range(6))
    (row,) = nodes(Message((Actions((seldom, *presses)),), Language.FI), "ActionSet")
    assert [action.get("mode") for action in row["actions"]] == ["secondary"] * 3 + [None] * 6


def test_a_list_opens_below_its_label_and_shows_all_that_it_offers() -> None:
    offered = Choice(
        "Muistuta", tuple(Pick(f"{n} pv", Action(Verb.REMINDER_LATER, ("r", "c", f"{n}"))) for n in range(8))
    )
    message = Message((Actions((offered,)),), Language.FI)
    (opening,) = nodes(message, "Action.ShowCard")
    assert opening["title"] == "Muistuta"
    shown = [[action["title"] for action in row["actions"]] for row in opening["card"]["body"]]
    assert shown == [[f"{n} pv" for n in range(6)], ["6 pv", "7 pv"]]
    assert all("mode" not in action for action in nodes(message, "Action.Execute"))


def test_a_button_that_asks_back_counts_only_below_its_question() -> None:
    button = Button("Poista", Action(Verb.REMOVE_MY_DATA_NOW), Style.DANGER, confirm="Poistetaanko kaikki?")
    (row,) = cards(Message((Actions((button,)),), Language.FI))[0]["body"]
    (opening,) = row["actions"]
    assert (opening["type"], opening["title"], opening["style"]) == ("Action.ShowCard", "Poista", "destructive")
    question, below = opening["card"]["body"]
    assert question["inlines"][0]["text"] == "Poistetaanko kaikki?"
    assert submitted(below["actions"][0]["data"]) == Pressed(button.action)


def test_what_opens_is_never_in_the_menu_which_could_not_open_it() -> None:
    presses = tuple(Button(f"{n}", Action(Verb.OWNER, (f"{n}",)), confirm="?" * (n % 2)) for n in range(12))
    rows = [node for node in cards(Message((Actions(presses),), Language.FI))[0]["body"] if node["type"] == "ActionSet"]
    assert len(rows) == 2
    assert all("mode" not in node for row in rows for node in row["actions"] if node["type"] == "Action.ShowCard")


def test_a_row_has_its_button_beside_its_text_and_below_it_where_it_asks_back() -> None:
    button = Button("Päivitetty", Action(Verb.UPDATED, ("kirjasto", "")))
    plain, asking = Row("Kirjasto", button), Row("Kirjasto", replace(button, confirm="Onko?"))
    (beside,) = cards(Message((plain,), Language.FI))[0]["body"]
    assert [column["items"][0]["type"] for column in beside["columns"]] == ["RichTextBlock", "ActionSet"]
    assert [node["type"] for node in cards(Message((asking,), Language.FI))[0]["body"]] == [
        "RichTextBlock",
        "ActionSet",
    ]


def test_a_button_is_the_stored_verb_with_its_value() -> None:
    action = Action(Verb.SECTION, ("4.1",), Language.FI)
    (button,) = nodes(Message((Actions((Button("Lue", action),)),), Language.FI), "Action.Execute")
    assert button["verb"] == "section"
    assert button["data"] == {"action": encode(action)}
    assert submitted({"action": {"type": "Action.Execute", "verb": "section", "data": button["data"]}}) == Pressed(
        action
    )


def test_a_button_that_is_answered_with_a_form_opens_a_dialog() -> None:
    action = Action(Verb.OPEN_FORM, ("away", "", ""), Language.FI)
    (button,) = nodes(Message((Actions((Button("Poissa", action),)),), Language.FI), "Action.Submit")
    assert button["data"]["msteams"] == {"type": "task/fetch"}
    assert submitted({"data": button["data"], "context": {"theme": "dark"}}) == Pressed(action)


def test_who_is_to_be_notified_is_called_once_at_the_top_whatever_their_name_is() -> None:
    person = PersonSpan(
        "p", "**Kirjasto**_some <at>x</at>", notify=True, identities=("slack:U0123ABCD", f"teams:{PERSON}")
    )
    other = PersonSpan("q", "Kirjasto some at x at", notify=True, identities=(f"teams:{OTHER}",))
    silent = PersonSpan("r", "Nuoriso", identities=(f"teams:{OTHER[:-1]}c",))
    (only,) = cards(Message((Heading("a"), Paragraph((person, other, silent, person))), Language.FI))
    entities = only["msteams"]["entities"]
    assert [entity["mentioned"]["id"] for entity in entities] == [PERSON, OTHER]
    assert len({entity["text"] for entity in entities}) == 2
    assert only["body"][0]["text"].split(" <")[0] == entities[0]["text"] == "<at>Kirjasto some at x at</at>"
    assert list(card_problems(only)) == []


def test_somebody_who_has_no_account_in_teams_is_named_and_not_called() -> None:
    (only,) = cards(
        Message((Paragraph((PersonSpan("p", "Nuoriso", notify=True, identities=("slack:U01",)),)),), Language.FI)
    )
    assert "msteams" not in only
    assert only["body"][0]["inlines"] == [{"type": "TextRun", "text": "Nuoriso"}]


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE.values(),
        "1. yksi\n2) kaksi\n- kolme\n+ neljä\n# viisi\n> kuusi\n---\n***",
        "    code\n```\nmore\n```\n~~~",
        "![kuva](https://evil.example/x.png) [a]: https://evil.example",
        "<https://evil.example> <b>b</b> &#42;a&#42; &lt;at&gt;",
        "a_b_c *d* __e__ ~~f~~ `g` \\*h\\*",
        "| a | b |\n|---|---|\n| c | d |",
        "otsikko\n=======",
    ],
)
def test_markdown_reads_nothing_into_any_text(text: str) -> None:
    _check_unmarked(text)


@given(text=st.text(st.sampled_from("ab1 \n\t\\`*_{}[]()<>#+-.!|~&;:/@$^=\"'ä\u200b"), max_size=60) | strategies.words)
def test_markdown_reads_nothing_into_wild_texts(text: str) -> None:
    _check_unmarked(text)


def _check_unmarked(text: str) -> None:
    shown, marks = read(unmarked(text))
    assert marks == []
    assert _visible(shown) == _visible(text)
    assert not re.search(r"<at|\]\(", unmarked(text))


def _visible(text: str) -> str:
    return "".join(one for one in text if one.isprintable() and not one.isspace())


def test_a_text_is_not_taken_for_a_date() -> None:
    macro = "{{DATE(2026-11-29T00:00:00Z, SHORT)}} {{time(2026-11-29T00:00:00Z)}}"
    (only,) = cards(Message((Heading(macro), Paragraph((Text(macro),))), Language.FI))
    assert list(card_problems(only)) == []
    assert not re.search(r"\{\{(DATE|TIME)", json.dumps(only["body"]), re.IGNORECASE)


KINDS: dict[FieldKind, Node] = {
    FieldKind.TEXT: {"type": "Input.Text", "maxLength": 300},
    FieldKind.LONG_TEXT: {"type": "Input.Text", "isMultiline": True, "maxLength": 2000},
    FieldKind.URL: {"type": "Input.Text"},
    FieldKind.NUMBER: {"type": "Input.Text"},
    FieldKind.DATE: {"type": "Input.Date"},
    FieldKind.CHOICE: {"type": "Input.ChoiceSet", "style": "compact"},
    FieldKind.CHECK: {"type": "Input.Toggle", "valueOn": "yes", "valueOff": "no"},
    FieldKind.PERSON: {"type": "Input.ChoiceSet", "style": "filtered"},
    FieldKind.PEOPLE: {"type": "Input.ChoiceSet", "style": "filtered", "isMultiSelect": True},
}


def test_each_kind_of_field_has_its_input() -> None:
    assert KINDS.keys() == set(FieldKind)
    shown = inputs(BLANK)
    for field in BLANK.fields:
        assert shown[field.key].items() >= KINDS[field.kind].items()


def test_an_error_stands_above_its_field_which_keeps_what_was_typed() -> None:
    body = form(MENDING)["body"]
    wrong = [n for n, node in enumerate(body) if node["type"] == "RichTextBlock" and "color" in node["inlines"][0]]
    assert [body[n]["inlines"][0]["text"] for n in wrong] == [
        MENDING.errors[key] for key in ("", "decision_on", "responsible")
    ]
    assert [body[n + 1].get("value") for n in wrong[1:]] == ["2nd of November", "kirjasto@example.fi"]


def test_people_come_back_as_identities() -> None:
    picked = values(BLANK, responsible=PERSON, maintainers=f"{PERSON.upper()},{OTHER}")
    assert picked["responsible"] == f"teams:{PERSON}"
    assert picked["maintainers"] == f"teams:{PERSON} teams:{OTHER}"


def test_people_of_teams_are_in_the_picker_and_a_typed_reference_comes_back_as_typed() -> None:
    known = replace(BLANK, values={"responsible": f"teams:{PERSON}", "maintainers": f"teams:{PERSON} teams:{OTHER}"})
    assert inputs(known)["responsible"]["value"] == PERSON
    assert inputs(known)["maintainers"]["value"] == f"{PERSON},{OTHER}"
    assert values(MENDING, responsible="Kirjasto Tiimi")["responsible"] == "Kirjasto Tiimi"


@pytest.mark.parametrize(
    ("came", "value"), [("yes", "yes"), ("no", ""), ("false", ""), (None, ""), (True, "yes"), (False, "")]
)
def test_a_toggle_that_nobody_touched_is_no_yes(came: object, value: str) -> None:
    assert values(BLANK, website_link=came)["website_link"] == value


def test_what_is_not_filled_in_comes_back_empty_and_what_is_typed_as_typed() -> None:
    assert values(BLANK) == dict.fromkeys((field.key for field in BLANK.fields), "")
    assert values(BLANK, name="false", url="no", weekly_hours=" 7,5 ") == {
        **values(BLANK),
        "name": "false",
        "url": "no",
        "weekly_hours": " 7,5 ",
    }


def test_no_key_of_a_field_is_taken_for_what_the_form_carries() -> None:
    keys = ("form", "subject", "fields", "cancel", "action", "data", "msteams")
    of = replace(BLANK, fields=tuple(FormField(key, FieldKind.TEXT, key) for key in keys))
    filled = {key: f"typed {key}" for key in keys}
    assert sent(of, **filled) == Submitted(of.id, of.subject, filled)


def test_a_form_comes_back_the_same_from_a_dialog_and_from_a_message() -> None:
    carried = form(REGISTER)["actions"][0]["data"]
    assert submitted({"data": carried, "context": {"theme": "default"}}) == submitted(carried)
    assert submitted({"data": {"cancel": "register"}}) is submitted({"cancel": "register"}) is None


JUNK: list[Any] = [
    None,
    "",
    7,
    [],
    {},
    {"action": "[1]"},
    {"action": {"data": {"action": '[9,"section"]'}}},
    {"action": {"verb": "section"}},
    {"data": {"form": "away"}},
    {"data": {"form": "away", "subject": "fi", "fields": {}}},
    {"data": {"form": "away", "subject": [7], "fields": {}}},
    {"data": {"form": 7, "subject": [], "fields": {}}},
    {"data": {"form": "away", "subject": [], "fields": ["a"]}},
    {"data": {"data": {"cancel": "away"}}},
]


@pytest.mark.parametrize("value", JUNK, ids=map(repr, JUNK))
def test_what_no_card_of_ours_sends_is_stale(value: object) -> None:
    with pytest.raises(StaleActionError):
        submitted(value)


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["action", "data", "form", "subject", "fields", "cancel", "field.a", "a"]), inner
            )
        ),
        max_leaves=12,
    )
)
def test_nothing_that_is_sent_does_harm(value: object) -> None:
    try:
        came = submitted(value)
    except StaleActionError:
        return
    if isinstance(came, Submitted):
        assert all(isinstance(one, str) for one in (came.form_id, *came.subject, *came.values.values()))


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
    assert valid({"type": "AdaptiveCard", "version": "1.5", "body": []})
    assert not valid({"type": "AdaptiveCard", "version": "1.5", "body": [element]})
