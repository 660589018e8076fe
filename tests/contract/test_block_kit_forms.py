"""Forms as Slack's modals, and what Slack sends back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.conversation.exchange import Submitted
from bot.conversation.forms.form import FieldKind, Form, FormField, Option
from bot.domain.language import Language
from bot.surfaces.slack.rendering.forms import errors_response, read_submission, read_values, render_form
from tests.contract.block_kit_limits import view_problems
from tests.contract.examples import MENDING, REGISTER
from tests.contract.renderings import form_in_block_kit


def element(kind: FieldKind, value: str = "", *, options: tuple[Option, ...] = (), limit: int = 300) -> dict[str, Any]:
    form = replace(
        REGISTER, fields=(FormField("key", kind, "Label", options=options, limit=limit),), values={"key": value}
    )
    found: dict[str, Any] = render_form(form)["blocks"][-1]["element"]
    assert form_in_block_kit(form).values == {"key": value}
    return {name: found[name] for name in found if name != "action_id"}


def sent(form: Form) -> Submitted:
    return Submitted(form.id, form.subject, form.values)


@pytest.mark.parametrize(
    ("kind", "value", "picker"),
    [
        (FieldKind.DATE, "2026-11-22", "datepicker"),
        (FieldKind.PERSON, "slack:U0RESP001", "users_select"),
        (FieldKind.PEOPLE, "slack:U0MAIN001 slack:W0MAIN002", "multi_users_select"),
        (FieldKind.CHECK, "yes", "checkboxes"),
        (FieldKind.CHOICE, "a", "static_select"),
    ],
)
def test_what_slack_can_pick_is_picked_also_when_nothing_is_chosen_yet(
    kind: FieldKind, value: str, picker: str
) -> None:
    options = (Option("a", "A"), Option("b", "B"))
    assert element(kind, value, options=options)["type"] == picker
    assert element(kind, "", options=options)["type"] == picker


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldKind.DATE, "ensi viikolla"),
        (FieldKind.DATE, "20261122"),
        (FieldKind.PERSON, "kirjasto@example.fi"),
        (FieldKind.PERSON, "slack:U0RESP001 slack:U0RESP002"),
        (FieldKind.PEOPLE, "slack:U0MAIN001 kirjasto@example.fi console:maintainer"),
    ],
)
def test_a_value_that_the_picker_can_not_show_is_kept_in_a_text_field(kind: FieldKind, value: str) -> None:
    assert element(kind, value) == {"type": "plain_text_input", "initial_value": value}


@pytest.mark.parametrize("kind", [FieldKind.PERSON, FieldKind.PEOPLE])
def test_how_people_are_typed_is_said_only_where_they_are_not_picked(kind: FieldKind) -> None:
    field = FormField("key", kind, "Label", hint="Kaksi riittää.")

    def hint(value: str) -> str:
        return str(render_form(replace(REGISTER, fields=(field,), values={"key": value}))["blocks"][-1]["hint"]["text"])

    assert hint("") == hint("slack:U0MAIN001") == "Kaksi riittää."
    assert hint("joku@example.fi").startswith("Kaksi riittää. ")


def test_numbers_and_addresses_are_typed_freely_for_we_say_ourselves_what_is_wrong() -> None:
    expected = {"type": "plain_text_input", "initial_value": "7,5", "max_length": 300}
    assert element(FieldKind.NUMBER, "7,5") == expected
    assert element(FieldKind.URL, "7,5") == expected


def test_a_text_longer_than_its_limit_is_not_refused_before_we_can_say_so() -> None:
    assert element(FieldKind.TEXT, "x" * 301) == {"type": "plain_text_input", "initial_value": "x" * 301}
    assert element(FieldKind.LONG_TEXT, limit=9000) == {
        "type": "plain_text_input",
        "multiline": True,
        "max_length": 3000,
    }


def test_a_choice_that_is_not_offered_any_more_stays_chosen() -> None:
    found = element(FieldKind.CHOICE, "google+", options=(Option("x", "X"),))
    assert [option["value"] for option in found["options"]] == ["x", "google+"]
    assert found["initial_option"]["value"] == "google+"


def test_a_choice_among_hundreds_is_in_groups() -> None:
    options = tuple(Option(str(n), f"Kanava {n}") for n in range(250))
    groups = element(FieldKind.CHOICE, "249", options=options)["option_groups"]
    assert [len(group["options"]) for group in groups] == [100, 100, 50]
    assert groups[2]["label"]["text"] == "Kanava 200 – Kanava 249"


def test_a_box_has_words_of_its_own_where_the_form_gives_them() -> None:
    assert element(FieldKind.CHECK)["options"][0]["text"]["text"] == "Label"
    assert element(FieldKind.CHECK, options=(Option("yes", "Kyllä"),))["options"][0]["text"]["text"] == "Kyllä"


def test_a_title_too_long_for_slack_stands_in_the_form_as_well() -> None:
    view = render_form(MENDING)
    assert view["title"]["text"] == "Edit the facts of the l…"
    assert view["blocks"][0]["text"]["text"] == MENDING.title


def test_a_form_that_is_opened_with_errors_shows_them_at_their_fields() -> None:
    blocks = render_form(MENDING)["blocks"]
    shown = [block.get("block_id") or block["text"]["text"] for block in blocks]
    assert shown[1] == "⚠ Somebody else has changed the channel meanwhile."
    assert shown[shown.index("decision_on") - 1] == "⚠ Write the day as 2026-11-02."


def test_errors_of_fields_are_shown_by_slack_below_them() -> None:
    form = replace(REGISTER, errors={"url": "Tämä ei ole verkko-osoite.", "name": "Nimi puuttuu."})
    assert errors_response(form, sent(form)) == {"response_action": "errors", "errors": form.errors}


def test_what_is_wrong_with_the_whole_form_draws_it_anew() -> None:
    form = replace(REGISTER, errors={"": "Rekisteriin ei juuri nyt voi kirjoittaa.", "url": "Osoite puuttuu."})
    assert errors_response(form, sent(form)) == {"response_action": "update", "view": render_form(form)}


def test_a_form_about_a_newer_version_is_drawn_anew_with_fields_that_forget_what_was_typed() -> None:
    newer = replace(REGISTER, subject=("fi", "kirjasto-instagram", "8"), intro="Muuttunut: nimi.")
    response = errors_response(newer, sent(REGISTER))
    assert response["response_action"] == "update"
    assert list(view_problems(response["view"])) == []
    before, after = (view["blocks"][-1]["element"]["action_id"] for view in (render_form(REGISTER), response["view"]))
    assert before != after


def test_a_form_shown_again_without_errors_is_drawn_anew() -> None:
    assert errors_response(REGISTER, sent(REGISTER))["response_action"] == "update"


def test_a_subject_too_long_to_travel_is_an_error_of_whoever_built_the_form() -> None:
    with pytest.raises(ValueError, match="subject of the form register"):
        render_form(replace(REGISTER, subject=("x" * 3000,)))


def test_an_option_too_long_to_travel_is_an_error_of_whoever_built_the_form() -> None:
    with pytest.raises(ValueError, match="option"):
        element(FieldKind.CHOICE, options=(Option("x" * 151, "X"),))


def test_what_slack_sends_is_read_as_the_fields_kinds_say() -> None:
    view = {
        "callback_id": "register",
        "private_metadata": '{"subject": ["fi", "kirjasto-instagram", "7"], "origin": null}',
        "state": {
            "values": {
                "name": {"value:1": {"type": "plain_text_input", "value": "Kirjasto"}},
                "purpose": {"value:1": {"type": "plain_text_input", "value": None}},
                "decision_on": {"value:1": {"type": "datepicker", "selected_date": "2026-11-02"}},
                "paused": {"value:1": {"type": "datepicker", "selected_date": None}},
                "platform": {
                    "value:1": {
                        "type": "static_select",
                        "selected_option": {"text": {"type": "plain_text", "text": "Instagram"}, "value": "instagram"},
                    }
                },
                "scope": {"value:1": {"type": "static_select", "selected_option": None}},
                "website_link": {"value:1": {"type": "checkboxes", "selected_options": [{"value": "yes"}]}},
                "announced": {"value:1": {"type": "checkboxes", "selected_options": []}},
                "responsible": {"value:1": {"type": "users_select", "selected_user": "U0RESP002"}},
                "decision_by": {"value:1": {"type": "users_select", "selected_user": None}},
                "maintainers": {
                    "value:1": {"type": "multi_users_select", "selected_users": ["U0MAIN004", "W0MAIN005"]}
                },
                "covers": {"value:1": {"type": "multi_users_select", "selected_users": []}},
            }
        },
    }
    submitted = read_submission(view)
    assert submitted.form_id == "register"
    assert submitted.subject == ("fi", "kirjasto-instagram", "7")
    assert submitted.values == {
        "name": "Kirjasto",
        "purpose": "",
        "decision_on": "2026-11-02",
        "paused": "",
        "platform": "instagram",
        "scope": "",
        "website_link": "yes",
        "announced": "",
        "responsible": "slack:U0RESP002",
        "decision_by": "",
        "maintainers": "slack:U0MAIN004 slack:W0MAIN005",
        "covers": "",
    }


def test_a_view_without_fields_has_no_values() -> None:
    assert read_values({"values": {}}) == {}


def test_the_labels_of_a_form_are_whole() -> None:
    view = render_form(REGISTER)
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    assert [block["label"]["text"] for block in inputs] == [field.label for field in REGISTER.fields]
    assert (view["submit"]["text"], view["close"]["text"]) == ("Tallenna", "Peruuta")
    assert REGISTER.language is Language.FI
