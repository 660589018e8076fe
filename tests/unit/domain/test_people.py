"""People: how somebody is named, and who that is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.domain.people import Person, is_email, parse_reference, person_from_reference

references = st.one_of(
    st.from_regex(r"[ab.\-_+]{1,3}@[ab]\.(fi|se)", fullmatch=True),
    st.from_regex(r"[äö]{1,2}@[äö]\.å", fullmatch=True),
    st.from_regex(r"(slack|teams|console):[UuAa0_.\-]{1,3}", fullmatch=True),
    st.from_regex(r"[UW][A-Z0-9]{3,5}", fullmatch=True),
)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("U0123ABCD", "slack:U0123ABCD"),
        ("W0123ABCD", "slack:W0123ABCD"),
        (" slack:U0123ABCD ", "slack:U0123ABCD"),
        ("slack:U0123ABCD", "slack:U0123ABCD"),
        ("teams:00000000-0000-4000-8000-000000000001", "teams:00000000-0000-4000-8000-000000000001"),
        ("console:maintainer", "console:maintainer"),
        ("First.Laine@Kunta.Example", "first.laine@kunta.example"),
    ],
)
def test_a_person_is_named_by_an_identity_or_an_email_address(text: str, reference: str) -> None:
    assert parse_reference(text) == reference
    assert is_email(reference) == ("@" in reference)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "First",
        "@first",
        "C0123ABCD",
        "irc:first",
        "slack:",
        "slack:U0 1",
        "a@b",
        "a b@c.fi",
        "<@first>",
        "<@U0123ABCD>",
        "U01 x",
    ],
)
def test_what_names_nobody_is_none(text: str) -> None:
    assert parse_reference(text) is None


@given(st.text() | st.text(alphabet="<@UW0>|:.slack ").map(lambda text: f"slack:{text}"))
@settings(deadline=None)
def test_a_reference_in_its_one_spelling_stays_as_it_is(text: str) -> None:
    reference = parse_reference(text)
    if reference is not None:
        assert parse_reference(reference) == reference


@given(references, references)
@example("a.b@a.fi", "a-b@a.fi")
@example("slack:Ua", "slack:ua")
@example("ä@ö.å", "ö@ö.å")
@settings(deadline=None, max_examples=300)
def test_different_references_are_different_people(one: str, other: str) -> None:
    first, second = parse_reference(one), parse_reference(other)
    assume(first is not None and second is not None and first != second)
    assert first is not None
    assert second is not None

    assert person_from_reference(first).id != person_from_reference(second).id


@given(references)
@settings(deadline=None)
def test_a_person_from_a_reference_has_just_that_and_the_same_id_each_time(text: str) -> None:
    reference = parse_reference(text)
    assume(reference is not None)
    assert reference is not None

    person = person_from_reference(reference)

    assert person.id
    assert person == person_from_reference(reference)
    assert (person.email, person.identities) == ((reference, ()) if is_email(reference) else (None, (reference,)))


def test_a_person_is_shown_by_name_else_email_else_bare_identity_else_id() -> None:
    assert Person("a", "First", "first@kunta.example", identities=("slack:U0A",)).label == "First"
    assert Person("a", email="first@kunta.example", identities=("slack:U0A",)).label == "first@kunta.example"
    assert Person("a", identities=("slack:U0A",)).label == "U0A"
    assert Person("a").label == "a"


def test_a_person_has_left_from_the_day_of_leaving_on() -> None:
    leaving = Person("a", left_on=date(2026, 12, 1))
    assert not leaving.has_left(date(2026, 11, 30))
    assert leaving.has_left(date(2026, 12, 1))
    assert not Person("a").has_left(date(2026, 12, 1))
