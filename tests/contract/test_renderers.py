"""Every renderer keeps the same promises: nothing is lost, everything can be pressed, and no text harms anybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings

from bot.conversation.actions import decode
from bot.conversation.forms.form import FieldKind, Form
from bot.messages.model import (
    Block,
    Button,
    Fields,
    Heading,
    Link,
    Message,
    PersonSpan,
    Pick,
    Picture,
    Quote,
    Row,
    Span,
    Spans,
    presses,
)
from tests.contract import strategies
from tests.contract.examples import FORMS, MESSAGES, REALISTIC, UNSAFE_ADDRESSES
from tests.contract.renderings import RENDERERS, Renderer, Seen, SeenForm, all_spans, missing, spans_of, squeezed

any_message = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(params=RENDERERS)
def renderer(request: pytest.FixtureRequest) -> Renderer:
    return RENDERERS[request.param]


each_message = pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def test_the_examples_have_every_block_and_every_span() -> None:
    blocks = [block for message in REALISTIC.values() for block in message.blocks]
    spans = [span for message in REALISTIC.values() for span in all_spans(message)]
    assert {type(block) for block in blocks} == set(get_args(Block))
    assert {type(span) for span in spans} == set(get_args(Span))


def test_the_examples_have_every_kind_of_field() -> None:
    for form in FORMS.values():
        assert {field.kind for field in form.fields} == set(FieldKind)


def test_the_examples_are_in_every_language() -> None:
    assert len({message.language for message in REALISTIC.values()}) == 3
    assert len({form.language for form in FORMS.values()}) == 3


@each_message
def test_a_message_is_shown_as_promised(renderer: Renderer, message: Message) -> None:
    _check_message(message, renderer.message(message))


@each_form
def test_a_form_is_shown_as_promised(renderer: Renderer, form: Form) -> None:
    _check_form(form, renderer.form(form))


@any_message
@given(message=strategies.messages)
@pytest.mark.parametrize("name", RENDERERS)
def test_any_message_is_shown_as_promised(name: str, message: Message) -> None:
    _check_message(message, RENDERERS[name].message(message))


@any_message
@given(form=strategies.forms())
@pytest.mark.parametrize("name", RENDERERS)
def test_any_form_is_shown_as_promised(name: str, form: Form) -> None:
    _check_form(form, RENDERERS[name].form(form))


def test_an_address_that_is_not_of_the_web_is_no_link(renderer: Renderer) -> None:
    seen = renderer.message(MESSAGES["unsafe links"])
    assert seen.links == []
    assert missing((f"words {n}" for n in range(len(UNSAFE_ADDRESSES))), seen.text) == []


def _check_message(message: Message, seen: Seen) -> None:
    assert seen.problems == []
    assert missing(_texts(message), seen.text) == []
    for asked in _asked_back(message):
        assert missing(iter([asked]), seen.text) == []
    _check_buttons(list(presses(message)), seen)
    assert _plain_addresses(message) <= set(seen.links)


def _check_buttons(buttons: list[Button | Pick], seen: Seen) -> None:
    # A surface may put aside what is seldom pressed: the order is its own. The most telling labels choose first.
    there = [(squeezed(label), decode(value)) for label, value in seen.buttons]
    for button in sorted(buttons, key=lambda button: -len(squeezed(button.label))):
        shown = [one for one in there if one[1] == button.action and _is_label_of(button, one[0], seen)]
        assert shown, (button, there)
        there.remove(max(shown, key=lambda one: len(one[0])))
    assert there == []


def _is_label_of(button: Button | Pick, shown: str, seen: Seen) -> bool:
    """Whether ``button`` may be ``shown`` so: a surface may cut a label that is too long for a button where it shows
    the whole beside it, and gives one of its own to a button that has none."""
    whole = squeezed(button.label)
    return shown == (whole or shown) or (whole.startswith(shown.rstrip("…")) and whole in squeezed(seen.text))


def _check_form(form: Form, seen: SeenForm) -> None:
    assert seen.problems == []
    for text in _form_texts(form):
        assert missing(iter([text]), seen.text) == []
    assert missing((field.label for field in form.fields), seen.text) == []
    assert seen.values == {field.key: form.values.get(field.key, "") for field in form.fields}
    assert seen.required == {field.key for field in form.fields if field.required}


def _form_texts(form: Form) -> Iterator[str]:
    yield from (form.title, form.intro, *form.errors.values(), *map(_short, (form.submit, form.cancel)))
    for field in form.fields:
        yield from (
            field.group,
            field.hint,
            *(_short(option.label) for option in field.options if field.kind is FieldKind.CHOICE),
        )


def _short(text: str) -> str:
    """``text``, or its beginning where it is longer than any button or option should be."""
    return text if len(text) <= 24 and text.isascii() and squeezed(text).isalnum() else text[:4]


def _texts(message: Message) -> Iterator[str]:
    for block in message.blocks:
        match block:
            case Heading():
                yield block.text
            case Quote():
                yield from (*block.paragraphs, block.cite)
            case Row():
                yield block.text
            case Picture():
                yield from (block.title, block.words)
            case Fields():
                for field in block.fields:
                    yield from (field.label, *_words(field.value))
            case _:
                for spans in spans_of(block):
                    yield from _words(spans)


def _asked_back(message: Message) -> Iterator[str]:
    """What is asked before a press counts, wherever it stands."""
    return (one.confirm for one in presses(message) if isinstance(one, Button))


def _words(spans: Spans) -> Iterator[str]:
    for span in spans:
        yield span.name if isinstance(span, PersonSpan) else span.text


def _plain_addresses(message: Message) -> set[str]:
    """The addresses of the message's links that any surface can link to."""
    links = [span.url for span in all_spans(message) if isinstance(span, Link) and len(span.text) < 200]
    return {url for url in links if url.startswith(("https://example.fi", "http://example.fi"))}
