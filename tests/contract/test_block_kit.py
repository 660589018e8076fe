"""What only Slack needs: its limits, several messages for a long one, and who is called to a message."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.messages.model import (
    Action,
    Actions,
    Block,
    Bold,
    Button,
    Field,
    Fields,
    Heading,
    Link,
    Message,
    Note,
    Paragraph,
    PersonSpan,
    Quote,
    Text,
    Verb,
)
from bot.surfaces.slack.rendering.blocks import ACTION_ID, SlackMessage, render
from bot.surfaces.slack.rendering.text import cut, escape, size, split
from tests.contract.block_kit_limits import message_problems, view_problems, walk
from tests.contract.examples import EMPTY, HOSTILE, MANY, MESSAGES, REALISTIC, everywhere


def rendered(*blocks: Block) -> SlackMessage:
    (page,) = render(Message(blocks, Language.FI))
    return page


def nodes(message: Message, kind: str) -> list[dict[str, Any]]:
    return [node for page in render(message) for node in walk(page.blocks) if node.get("type") == kind]


@pytest.mark.parametrize("message", REALISTIC.values(), ids=REALISTIC)
def test_a_message_of_usual_length_is_one_message(message: Message) -> None:
    assert len(render(message)) == 1


def test_a_message_without_words_still_has_a_text() -> None:
    assert render(EMPTY) == (SlackMessage([], "…", Language.SV),)


def test_a_long_message_becomes_several_with_a_text_of_their_own() -> None:
    pages = render(MANY)
    assert len(pages) > 2
    assert pages[0].text.startswith("Kanavat")
    assert all("Huomautus 59" not in page.text for page in pages[:-1])
    assert "Huomautus 59" in pages[-1].text


def test_nothing_is_markup_that_slack_reads() -> None:
    assert [node for message in MESSAGES.values() for node in nodes(message, "mrkdwn")] == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_does_not_call_anybody(text: str) -> None:
    called = [node for kind in ("user", "usergroup", "broadcast") for node in nodes(everywhere(text), kind)]
    assert called == []


def test_a_person_is_called_only_where_that_is_meant_and_slack_knows_them() -> None:
    people = (
        PersonSpan("a", "Called", notify=True, identities=("teams:x", "slack:U0CALLED1", "slack:U0SECOND1")),
        PersonSpan("b", "Named", notify=False, identities=("slack:U0NAMED01",)),
        PersonSpan("c", "Elsewhere", notify=True, identities=("teams:U0TEAMS01",)),
        PersonSpan("d", "Forged", notify=True, identities=("slack:U1> <!channel>", "slack:S0GROUP1", "slack:")),
    )
    message = Message((Paragraph(people), Note(people)), Language.EN)
    assert [node["user_id"] for node in nodes(message, "user")] == ["U0CALLED1", "U0CALLED1"]
    shown = "".join(node["text"] for node in nodes(message, "text"))
    assert shown == "NamedElsewhereForged" * 2


def test_the_ids_of_buttons_are_unique_in_all_messages_of_one_and_the_same_each_time() -> None:
    ids = [node["action_id"] for node in nodes(MANY, "button")]
    assert len(ids) == len(set(ids)) == 189  # with those of the lists that are too long for Slack
    assert all(ACTION_ID.match(id_) for id_ in ids)
    assert ids == [node["action_id"] for node in nodes(MANY, "button")]


def test_a_heading_that_is_too_long_for_slack_is_a_bold_paragraph() -> None:
    title = "Sosiaalinen media työssä " * 10
    (block,) = rendered(Heading(title)).blocks
    assert block["elements"][0]["elements"] == [{"type": "text", "text": title.strip(), "style": {"bold": True}}]


def test_a_label_that_is_too_long_for_a_button_stands_above_it() -> None:
    label = "Saako kunnan tunnuksilla kommentoida naapurikunnan päätöksiä, jos asia koskee omaa yksikköä?"
    words, actions = rendered(Actions((Button(label, Action(Verb.SECTION, ("6.4",))),))).blocks
    assert words["elements"][0]["type"] == "rich_text_list"
    assert label in str(words)
    assert actions["elements"][0]["text"]["text"] == label[:74].rstrip() + "…"


def test_small_print_of_words_is_small_and_with_a_link_it_is_italic() -> None:
    small, italic = rendered(Note((Text("Ohje on "), Text("luonnos."))), Note((Link("Ohje", "https://a.fi"),))).blocks
    assert small == {
        "type": "context",
        "elements": [{"type": "plain_text", "text": "Ohje on luonnos.", "emoji": False}],
    }
    (link,) = italic["elements"][0]["elements"]
    assert link == {"type": "link", "url": "https://a.fi", "text": "Ohje", "style": {"italic": True}}


def test_small_print_is_whole_though_it_has_a_long_gap() -> None:
    message = Message((Note((Text("alku" + " " * 3_500 + "loppu"),)),), Language.FI)
    assert "loppu" in "".join(str(part.blocks) for part in render(message))


def test_a_field_without_a_label_has_no_colon() -> None:
    (block,) = rendered(Fields((Field("Tila", (Bold("käytössä"),)), Field(" ", (Text("x"),))))).blocks
    assert [element["text"] for element in block["elements"][0]["elements"]] == ["Tila: ", "käytössä", "\n", "x"]


def test_a_quotation_names_its_section_below() -> None:
    quote, cite = rendered(Quote(("Ensin.", "Sitten."), "luku 5")).blocks
    assert [element["text"] for element in quote["elements"][0]["elements"]] == ["Ensin.", "\n\n", "Sitten."]
    assert cite["elements"][0]["text"] == "– luku 5"


def test_the_text_beside_the_blocks_is_escaped_and_cut_between_escapes() -> None:
    assert rendered(Paragraph((Text("<!channel> & co"),))).text == "&lt;!channel&gt; &amp; co"
    long = rendered(Paragraph((Text("&" * 1500),))).text
    assert long == "&amp;" * (len(long) // 5) + "…"
    assert len(long) <= 3000


@given(st.text(), st.integers(10, 60))
def test_the_pieces_of_a_text_fit_and_join_to_the_whole(text: str, limit: int) -> None:
    pieces = list(split(text * 3, limit))
    assert "".join(pieces) == text * 3
    assert all(size(piece) <= limit for piece in pieces)


def test_a_text_is_split_between_paragraphs_else_lines_else_words() -> None:
    assert list(split("one two\n\nthree four", 12)) == ["one two\n\n", "three four"]
    assert list(split("one two\nthree four", 12)) == ["one two\n", "three four"]
    assert list(split("one two three four", 12)) == ["one two ", "three four"]


@given(st.text(max_size=80), st.integers(1, 40))
def test_a_cut_text_fits_also_when_it_is_escaped(text: str, limit: int) -> None:
    shortened = cut(text, limit)
    assert len(escape(shortened)) <= limit
    assert shortened == text or shortened.endswith("…")


_WORDS = {"type": "plain_text", "text": "words"}
_BUTTON = {"type": "button", "text": _WORDS, "value": "v", "action_id": "a:1"}


@pytest.mark.parametrize(
    "block",
    [
        {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}},
        {"type": "header", "text": {"type": "plain_text", "text": ""}},
        {"type": "section", "text": {"type": "mrkdwn", "text": "<!channel>"}},
        {"type": "section", "text": {"type": "mrkdwn", "text": "R&D"}},
        {"type": "section", "text": {"type": "plain_text", "text": "x" * 3001}},
        {"type": "section", "fields": [_WORDS] * 11},
        {"type": "section", "text": _WORDS, "misspelt": 1},
        {"type": "context", "elements": [_WORDS] * 11},
        {"type": "actions", "elements": [_BUTTON, _BUTTON]},
        {"type": "actions", "elements": [{**_BUTTON, "action_id": f"a:{n}"} for n in range(26)]},
        {"type": "actions", "elements": [{**_BUTTON, "text": {"type": "plain_text", "text": "x" * 76}}]},
        {"type": "rich_text", "elements": []},
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]},
        {"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": [{"type": "text", "text": " "}]}]},
        {"type": "rich_text", "elements": [{"type": "broadcast", "range": "channel"}]},
        {"type": "input", "label": _WORDS, "element": {"type": "plain_text_input"}},
        {"type": "marquee"},
    ],
)
def test_the_limits_of_this_test_are_limits(block: dict[str, Any]) -> None:
    assert list(message_problems([block], "text"))


def test_the_limits_of_messages_and_views_are_limits() -> None:
    section = {"type": "section", "text": _WORDS}
    assert list(message_problems([section], "text")) == []
    assert list(message_problems([section], ""))
    assert list(message_problems([section], "<!here>"))
    assert list(message_problems([section] * 51, "text"))
    assert list(message_problems([{"type": "section", "text": {**_WORDS, "text": "x" * 2900}}] * 5, "text"))
    view = {"type": "modal", "callback_id": "id", "private_metadata": "[]", "title": _WORDS, "blocks": [section]}
    assert list(view_problems(view)) == []
    assert list(view_problems({**view, "title": {"type": "plain_text", "text": "x" * 25}}))
