"""Any message and any form, for property tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from bot.conversation.forms.form import FieldKind, Form, FormField, Option
from bot.domain.language import Language
from bot.messages.model import (
    Action,
    Actions,
    Block,
    Bold,
    Bullets,
    Button,
    Choice,
    Field,
    Fields,
    Heading,
    Link,
    Message,
    Note,
    Overflow,
    Paragraph,
    PersonSpan,
    Pick,
    Picture,
    Quote,
    Row,
    Span,
    Style,
    Text,
    Verb,
)
from tests.contract.examples import HOSTILE, UNSAFE_ADDRESSES

words = st.one_of(
    st.text(max_size=40),
    st.sampled_from(list(HOSTILE.values())),
    st.builds(lambda text, times: text * times, st.text(min_size=1, max_size=8), st.integers(1, 900)),
)
addresses = st.one_of(
    st.sampled_from(UNSAFE_ADDRESSES),
    st.sampled_from(["https://example.fi/kanavat?a=1&b=2", "http://example.fi", "HTTPS://EXAMPLE.FI/ä"]),
    words,
)
identities = st.one_of(st.from_regex(r"(slack|teams|console):[UW][A-Z0-9]{4,10}", fullmatch=True), words)
languages = st.sampled_from(Language)

spans = st.lists(
    st.one_of(
        st.builds(Text, words),
        st.builds(Bold, words),
        st.builds(Link, words, addresses),
        st.builds(PersonSpan, st.just("p"), words, st.booleans(), st.lists(identities, max_size=2).map(tuple)),
    ),
    max_size=6,
).map(lambda listed: tuple[Span, ...](listed))
actions = st.builds(
    Action,
    st.sampled_from(Verb),
    st.lists(st.text(max_size=100), max_size=3).map(tuple),
    st.none() | languages,
)
buttons = st.builds(Button, words, actions, st.sampled_from(Style), st.just("") | words)
picks = st.lists(st.builds(Pick, words, actions), max_size=7).map(tuple)
controls = st.one_of(buttons, st.builds(Choice, words, picks), st.builds(Overflow, picks))
blocks = st.one_of(
    st.builds(Heading, words),
    st.builds(Paragraph, spans),
    st.builds(Fields, st.lists(st.builds(Field, words, spans), max_size=12).map(tuple)),
    st.builds(Bullets, st.lists(spans, max_size=8).map(tuple)),
    st.builds(Quote, st.lists(words, max_size=4).map(tuple), words),
    st.builds(Actions, st.lists(controls, max_size=30).map(tuple)),
    st.builds(Row, words, buttons),
    st.builds(Note, spans),
    st.builds(Picture, words, words, st.binary(max_size=200)),
)
messages = st.builds(Message, st.lists(blocks, max_size=10).map(lambda listed: tuple[Block, ...](listed)), languages)

_slack_people = st.from_regex(r"slack:[UW][A-Z0-9]{4,10}", fullmatch=True)
_people = st.one_of(_slack_people, st.just("kirjasto@example.fi"), st.just("console:maintainer"))
_line = words.map(lambda text: " ".join("".join(c for c in text if c.isprintable() or c == " ").split())[:300])
_options = st.lists(
    st.builds(Option, st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=75), words),
    min_size=1,
    max_size=130,
    unique_by=lambda option: option.value,
).map(tuple)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Any form with values that its fields can have."""
    kinds = draw(st.lists(st.sampled_from(FieldKind), min_size=1, max_size=9))
    fields = tuple(draw(_field(f"{kind}-{n}", kind)) for n, kind in enumerate(kinds))
    values = {field.key: draw(_value(field)) for field in fields if draw(st.booleans())}
    wrong = draw(st.lists(st.sampled_from([*(field.key for field in fields), "", "elsewhere"]), max_size=4))
    return Form(
        id=draw(st.text(st.characters(codec="ascii", categories=["L"]), min_size=1, max_size=40)),
        title=draw(words),
        submit=draw(words),
        cancel=draw(words),
        fields=fields,
        language=draw(languages),
        subject=tuple(draw(st.lists(st.text(max_size=60), max_size=4))),
        intro=draw(words),
        values=values,
        errors={key: draw(words) for key in wrong},
    )


@st.composite
def _field(draw: st.DrawFn, key: str, kind: FieldKind) -> FormField:
    options = draw(_options) if kind is FieldKind.CHOICE else ()
    limit, group = draw(st.integers(1, 5000)), draw(st.just("") | words)
    return FormField(key, kind, draw(words), draw(st.booleans()), draw(words), options, limit, group)


def _value(field: FormField) -> st.SearchStrategy[str]:
    match field.kind:
        case FieldKind.DATE:
            return st.dates(date(1900, 1, 1)).map(date.isoformat) | st.just("ensi viikolla")
        case FieldKind.CHOICE:
            return st.sampled_from([option.value for option in field.options])
        case FieldKind.CHECK:
            return st.sampled_from(["", "yes"])
        case FieldKind.PERSON:
            return _people
        case FieldKind.PEOPLE:
            return st.lists(_people, unique=True, max_size=4).map(" ".join)
        case FieldKind.LONG_TEXT:
            return st.lists(_line, max_size=4).map("\n".join)
        case _:
            return _line
