"""Messages and forms as HTML. Templates escape everything; nothing here knows the web server."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, assert_never
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.conversation.actions import encode
from bot.conversation.forms.form import FieldKind, Form, FormField
from bot.messages.model import (
    Actions,
    Block,
    Bold,
    Bullets,
    Button,
    Control,
    Fields,
    Heading,
    Link,
    Message,
    Note,
    Paragraph,
    PersonSpan,
    Picture,
    Quote,
    Row,
    Span,
    Spans,
    Style,
    Text,
    Verb,
)
from bot.messages.plain_text import spans_text
from bot.surfaces.console.personas import PERSONAS
from bot.surfaces.console.phrases import phrases_in
from bot.surfaces.rendering import is_date

FIELD_PREFIX = "field."
"""Stands before a field's key in what a form sends, so that no key can be taken for one of the console's own."""

_VOTES: Final = frozenset({Verb.FEEDBACK, Verb.ARRIVED_FEEDBACK})
_ASIDE: Final = _VOTES | {Verb.SHARE}
"""What stands below an answer alone, and is wanted now and then."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the page something is shown, which its buttons send along: the entry's id, the persona whose page it is,
    and the token that proves that the page is ours."""

    entry: str = ""
    persona: str = ""
    token: str = ""


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Input:
    """A field of a form as the template needs it: what is in it, what is wrong with it, and the ids that tie its parts
    together for assistive technology."""

    field: FormField
    id: str
    value: str
    error: str
    type: str
    hint: str

    @property
    def name(self) -> str:
        """What the field is called in what the form sends."""
        return FIELD_PREFIX + self.field.key

    @property
    def described_by(self) -> str:
        """The ids of the hint and the error, where there are any."""
        return " ".join(f"{self.id}-{part}" for part in ("hint", "error") if getattr(self, part))


def render_message(message: Message, place: Place = NOWHERE) -> Markup:
    """``message`` as HTML, its buttons in forms that post to ``/console/press``."""
    blocks = Markup().join(_block(block, place, number) for number, block in enumerate(_told_apart(message)))
    return Markup('<div class="message" lang="{}">{}</div>').format(message.language, blocks)


def render_form(form: Form, place: Place = NOWHERE) -> Markup:
    """``form`` as an HTML form that posts to ``/console/form``: with its values, and what is wrong at each field."""
    inputs = [_input(form, field, f"{place.entry or 'form'}-f{number}") for number, field in enumerate(form.fields, 1)]
    return Markup(  # noqa: S704  # the template has escaped it
        ENVIRONMENT.get_template("form.html").render(
            form=form,
            inputs=inputs,
            people=[(persona.identity, phrases_in(form.language)(persona.label_key)) for persona in PERSONAS],
            place=place,
            t=phrases_in(form.language),
        )
    )


def render_reply(reply: Message | Form, place: Place = NOWHERE) -> Markup:
    """A message or a form as HTML."""
    return render_form(reply, place) if isinstance(reply, Form) else render_message(reply, place)


def render_spans(spans: Spans) -> Markup:
    """``spans`` as HTML phrases."""
    return Markup().join(_span(span) for span in spans)


def picture_in(message: Message, number: int) -> Picture | None:
    """The picture that ``message`` shows under that ``number``, None where there is none."""
    block = message.blocks[number] if number < len(message.blocks) else None
    return block if isinstance(block, Picture) else None


def _told_apart(message: Message) -> Iterator[Block]:
    """The blocks; of several buttons that are called the same, each says to those who only hear it what it is about:
    what the paragraph above it begins with."""
    called = Counter(one.label for block in message.blocks for one in _buttons(block))
    subject = ""
    for block in message.blocks:
        match block:
            case Row() if called[block.button.label] > 1:
                yield replace(block, button=_named(block.button, block.text.partition("\n")[0]))
            case Actions() if subject:
                named = (
                    _named(one, subject) if isinstance(one, Button) and called[one.label] > 1 else one
                    for one in block.controls
                )
                yield replace(block, controls=tuple(named))
            case _:
                yield block
        subject = _subject(block)


def _buttons(block: Block) -> Iterator[Button]:
    match block:
        case Row():
            yield block.button
        case Actions():
            yield from (one for one in block.controls if isinstance(one, Button))


def _subject(block: Block) -> str:
    first = block.spans[0] if isinstance(block, Paragraph) and block.spans else None
    return first.text if isinstance(first, Bold | Link) else ""


def _named(button: Button, subject: str) -> Button:
    hidden = Markup('<span class="visually-hidden"> – {}</span>').format(subject)
    return replace(button, label=Markup().join([button.label, hidden]))


def _block(block: Block, place: Place, number: int) -> Markup:
    macros: Any = ENVIRONMENT.get_template("blocks.html").module
    html: Markup
    match block:
        case Heading():
            html = macros.heading(block)
        case Paragraph():
            html = macros.paragraph(block)
        case Fields():
            html = macros.fields(block)
        case Bullets():
            html = macros.bullets(block)
        case Quote():
            html = macros.quote(block)
        case Actions():
            html = macros.actions(block, place, _looks(block.controls))
        case Row():
            html = macros.row(block, place)
        case Note():
            html = macros.note(block)
        case Picture():
            # A PNG says how large it is at its beginning (https://www.w3.org/TR/png-3/#11IHDR): room is kept for it.
            width, height = (int.from_bytes(block.png[at : at + 4]) for at in (16, 20))
            html = macros.picture(block, place, number, width, height)
        case _:
            assert_never(block)
    return html


def _looks(controls: Sequence[Control]) -> dict[Control, str]:
    """How each control presents itself. What one may do with an answer once it is read, to share it, to ask further or
    to say whether it helped, stands back behind what leads on."""
    of_an_answer = any(isinstance(one, Button) and one.action.verb in _ASIDE for one in controls)
    return {one: _look(one, of_an_answer=of_an_answer) for one in controls}


def _look(control: Control, *, of_an_answer: bool) -> str:
    if not isinstance(control, Button) or not of_an_answer or control.style is not Style.PLAIN:
        return control.style.value if isinstance(control, Button) else Style.PLAIN.value
    verb = control.action.verb
    if verb in _VOTES:
        return "vote"
    return "quiet" if verb in _ASIDE or verb is Verb.ASK_SECRETARY else Style.PLAIN.value


def _span(span: Span) -> Markup:
    match span:
        case Text():
            return Markup().join([span.text])
        case Bold():
            return Markup("<strong>{}</strong>").format(span.text)
        case Link() if _is_web_address(span.url):
            return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(span.url, span.text)
        case Link():
            return Markup().join([spans_text((span,))])
        case PersonSpan() if span.notify:
            return Markup('<mark class="person">@{}</mark>').format(span.name)
        case PersonSpan():
            return Markup().join([span.name])
        case _:
            assert_never(span)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


_INPUT_TYPES = {FieldKind.URL: "url", FieldKind.DATE: "date"}
_PEOPLE = {FieldKind.PERSON, FieldKind.PEOPLE}


def _input(form: Form, field: FormField, id_: str) -> Input:
    value = form.values.get(field.key, "")
    return Input(
        field=field,
        id=id_,
        value=value,
        error=form.errors.get(field.key, ""),
        type="text" if field.kind is FieldKind.DATE and not is_date(value) else _INPUT_TYPES.get(field.kind, "text"),
        hint="\n".join(filter(None, [field.hint, _reference_hint(form, field)])),
    )


def _reference_hint(form: Form, field: FormField) -> str:
    return phrases_in(form.language)(f"console-{field.kind}-hint") if field.kind in _PEOPLE else ""


ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters["spans"] = render_spans
ENVIRONMENT.filters["encode"] = encode
