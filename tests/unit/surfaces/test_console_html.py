"""Details of the console's HTML that are its own; what all renderers promise is in the contract tests."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.conversation.actions import encode
from bot.conversation.forms.form import FieldKind, Form, FormField, Option
from bot.domain.language import Language
from bot.messages.model import (
    Action,
    Actions,
    Block,
    Bold,
    Bullets,
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
    Row,
    Style,
    Text,
    Verb,
)
from bot.surfaces.console.html import Place, render_form, render_message

PLACE = Place(entry="e7", persona="ict-secretary", token="t&t")


def html_of(*blocks: Block, place: Place = PLACE) -> str:
    return str(render_message(Message(blocks, Language.SV), place))


def form_of(*fields: FormField, **values: str) -> Form:
    return Form("f", "Title", "Send", "Cancel", fields, Language.EN, values=values)


def test_a_message_says_its_language() -> None:
    assert '<div class="message" lang="sv">' in html_of()


def test_blocks_are_told_by_their_elements() -> None:
    html = html_of(
        Heading("Title"),
        Fields((Field("Unit", (Text("Library"),)),)),
        Bullets(((Text("one"),), (Text("two"),))),
        Quote(("first", "second"), "Section 4"),
        Note((Text("a draft"),)),
    )
    assert "<h3>Title</h3>" in html
    assert "<div><dt>Unit</dt><dd>Library</dd></div>" in html
    assert "<ul>\n<li>one</li>\n<li>two</li>\n</ul>" in html
    assert "<blockquote>\n<p>first</p>\n<p>second</p>\n</blockquote>\n<figcaption><cite>Section 4</cite>" in html
    assert '<p class="note"><small>a draft</small></p>' in html


def test_empty_lists_leave_nothing_behind() -> None:
    html = html_of(Fields(()), Bullets(()), Actions(()))
    assert not re.search("<(dl|ul|form)", html)


def test_a_person_who_is_called_is_marked_and_one_who_is_mentioned_is_not() -> None:
    called, mentioned = PersonSpan("a", "The ICT secretary", notify=True), PersonSpan("b", "The maintainer")
    html = html_of(Paragraph((called, Text(" "), mentioned)))
    assert '<mark class="person">@The ICT secretary</mark> The maintainer</p>' in html


@pytest.mark.parametrize("url", ["https://example.org/a?b=1", "http://example.org"])
def test_web_addresses_become_links(url: str) -> None:
    assert f'<a href="{url}" rel="noopener noreferrer">here</a>' in html_of(Paragraph((Link("here", url),)))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "/x", "https://", "http://[", ""]
)
def test_other_addresses_stay_text(url: str) -> None:
    html = html_of(Paragraph((Link("here", url),)))
    assert "<a " not in html
    assert "here" in html


def test_buttons_send_their_value_with_the_entry_the_token_and_the_persona() -> None:
    action = Action(Verb.SECTION, ('"4"',), Language.FI)
    html = html_of(Actions((Button("Show", action, Style.PRIMARY),)))
    assert 'method="post" action="/console/press?as=ict-secretary"' in html
    assert '<input type="hidden" name="entry" value="e7">' in html
    assert '<input type="hidden" name="token" value="t&amp;t">' in html
    value = encode(action).replace('"', "&#34;")
    assert f'<button type="submit" class="primary" name="action" value="{value}">Show</button>' in html


def test_buttons_that_are_called_the_same_say_what_each_is_about_to_those_who_only_hear_them() -> None:
    show = [Button("Show", Action(Verb.OWNER, (one,), Language.EN)) for one in ("a", "b")]
    rows = html_of(Row("Library\nup to date", show[0]), Row("Museum", show[1]))
    assert [re.sub("<[^>]+>", "", one) for one in re.findall("<button.*?</button>", rows)] == [
        "Show – Library",
        "Show – Museum",
    ]
    assert "Show<span" not in html_of(Row("Library", show[0]))
    about = [Paragraph((Bold(one),)) for one in ("Library", "Museum")]
    below = html_of(about[0], Actions((show[0],)), about[1], Actions((show[1],)))
    assert [" – Library</span>" in below, " – Museum</span>" in below] == [True, True]


def test_a_form_carries_its_id_and_its_subject() -> None:
    html = render_form(replace(form_of(), subject=("fi", "library", "3")), PLACE)
    assert 'action="/console/form?as=ict-secretary"' in html
    assert '<input type="hidden" name="form" value="f">' in html
    assert re.findall('name="subject" value="(.*)">', html) == ["fi", "library", "3"]


def test_each_kind_of_field_has_its_control() -> None:
    html = render_form(form_of(*(FormField(kind, kind, kind, options=(Option("a", "A"),)) for kind in FieldKind)))
    assert re.findall(r'<(input type="[a-z]+"|textarea|select) id="form-f\d"', html) == [
        *('input type="text"', "textarea", 'input type="url"', 'input type="text"', 'input type="date"', "select"),
        *('input type="checkbox"', 'input type="text"', 'input type="text"'),
    ]


def test_a_field_is_described_by_its_hint_and_its_error() -> None:
    form = form_of(FormField("name", FieldKind.TEXT, "Name", required=True, hint="As people know it"), name="x")
    html = render_form(replace(form, errors={"name": "Too <short>"}), PLACE)
    assert '<p class="hint" id="e7-f1-hint">As people know it</p>' in html
    assert '<p class="error" id="e7-f1-error" role="alert">Too &lt;short&gt;</p>' in html
    assert 'aria-describedby="e7-f1-hint e7-f1-error" aria-invalid="true" required>' in html
    assert '<label for="e7-f1">Name <span class="required">required</span></label>' in html


def test_the_summary_leads_to_the_fields_and_says_what_is_wrong_with_none_of_them() -> None:
    form = form_of(FormField("name", FieldKind.TEXT, "Name"), FormField("url", FieldKind.URL, "Address"))
    html = render_form(replace(form, errors={"url": "Missing", "other": "Changed meanwhile"}), PLACE)
    assert "Please correct 2 fields:" in html
    assert '<li><a href="#e7-f2">Address: Missing</a></li>' in html
    assert "<li>Changed meanwhile</li>" in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert "error" not in render_form(form_of(FormField("name", FieldKind.TEXT, "Name")))


def test_values_are_kept_in_every_kind_of_field() -> None:
    choice = FormField("choice", FieldKind.CHOICE, "c", options=(Option("a", "A"), Option("b", "B")))
    fields = (choice, FormField("check", FieldKind.CHECK, "k"), FormField("long", FieldKind.LONG_TEXT, "l"))
    html = render_form(form_of(*fields, choice="b", check="yes", long="\nsecond line"))
    assert '<option value="b" selected>B</option>' in html
    assert html.count("selected") == 1
    assert 'value="yes" checked>' in html
    assert ">\n\nsecond line</textarea>" in html  # the first line break is the one that HTML drops


def test_a_date_that_a_date_field_would_drop_is_shown_as_text() -> None:
    field = FormField("on", FieldKind.DATE, "On")
    assert '<input type="date" id="form-f1" name="field.on" value="2026-03-02"' in render_form(
        form_of(field, on="2026-03-02")
    )
    assert '<input type="text" id="form-f1" name="field.on" value="31.2."' in render_form(form_of(field, on="31.2."))


def test_people_are_suggested_where_one_is_asked_for() -> None:
    html = render_form(form_of(FormField("to", FieldKind.PERSON, "To"), FormField("all", FieldKind.PEOPLE, "All")))
    assert html.count("<datalist") == 1
    assert '<option value="console:maintainer">Maintainer</option>' in html
    assert "for example console:staff console:maintainer." in html


def test_below_an_answer_one_button_leads_on_and_the_others_stand_back() -> None:
    pressed = {
        verb: Button(verb.value, Action(verb))
        for verb in (Verb.SECTION, Verb.SHARE, Verb.ASK_SECRETARY, Verb.FEEDBACK, Verb.CHANNELS)
    }
    *of_an_answer, of_channels = pressed.values()
    html = html_of(Actions(tuple(of_an_answer)))
    assert classes_of(html) == {
        "section": "plain",
        "share": "quiet",
        "ask_secretary": "quiet",
        "feedback": "quiet vote",
    }
    # Where asking is one of few ways on, it is as large as the others; and what is the main thing stays it.
    ask = pressed[Verb.ASK_SECRETARY]
    assert set(classes_of(html_of(Actions((of_channels, ask)))).values()) == {"plain"}
    main = replace(ask, style=Style.PRIMARY)
    assert classes_of(html_of(Actions((main, pressed[Verb.SHARE])))) == {"ask_secretary": "primary", "share": "quiet"}


def classes_of(html: str) -> dict[str, str]:
    return {label: look for look, label in re.findall('<button type="submit" class="([^"]*)"[^>]*>([^<]*)<', html)}
