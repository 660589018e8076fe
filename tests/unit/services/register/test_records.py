"""A channel as people write it: what is accepted, and what is said of each field that is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.channels import Right, Scope, Status
from bot.services.register.records.channel_records import ChannelRecord, Problem, parse_record
from bot.services.register.records.record_parts import MaintainerRecord
from tests.unit.services.support import PLATFORMS, values
from tests.unit.understanding.interpret_support import PLATFORMS as ALL_PLATFORMS

SMALLEST = {"platform", "name", "unit", "responsible"}
ONE_DAY = {"pause_from": "2026-07-01", "pause_to": "2026-07-01"}
HOSTILE_LINES = {
    "kirjasto\u202egnp.exe": "kirjastognp.exe",
    "kir\u200bjas\ufeffto\x00\x1b": "kirjasto",
    "\u2066Kirjasto\u2069": "Kirjasto",
    " Kirjaston\tInsta\n gram\u2028": "Kirjaston Insta gram",
    "\u200b" * 5000 + "a": "a",
    "🎉 <b>&amp; *kirjasto*": "🎉 <b>&amp; *kirjasto*",
}


def record(**changes: object) -> ChannelRecord:
    parsed = parse_record(values(**changes), PLATFORMS)
    assert isinstance(parsed, ChannelRecord), parsed
    return parsed


def problems(given: object) -> list[Problem]:
    parsed = parse_record(given, PLATFORMS)
    assert isinstance(parsed, tuple), parsed
    return list(parsed)


def codes(**changes: object) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in problems(values(**changes))]


def test_four_fields_are_enough() -> None:
    plain = record()
    assert plain.responsible == "slack:U0FIRST"
    assert (plain.scope, plain.status, plain.maintainers) == (Scope.UNIT, Status.IN_USE, ())
    assert plain.website_link is None


def test_a_form_sends_text_for_everything() -> None:
    filled = record(
        maintainers="U0FIRST, slack:U0SECOND;Third@Kunta.Example\nslack:U0FOURTH",
        weekly_hours=" 1,5 ",
        update_interval_days="30",
        website_link="yes",
        announced="no",
        official_marked="",
        decision_on="2026-01-31",
        decision_by="boss@kunta.example",
        scope="municipality",
        id="",
        source="",
        pause_from="",
        url="",
    )
    assert [one.person for one in filled.maintainers] == [
        "slack:U0FIRST",
        "slack:U0SECOND",
        "third@kunta.example",
        "slack:U0FOURTH",
    ]
    assert (filled.weekly_hours, filled.update_interval_days) == (1.5, 30)
    assert (filled.website_link, filled.announced, filled.official_marked) == (True, False, None)
    assert (filled.decision_on, filled.decision_by) == (date(2026, 1, 31), "boss@kunta.example")
    assert (filled.scope, filled.id, filled.source, filled.pause_from, filled.url) == (
        Scope.MUNICIPALITY,
        None,
        None,
        None,
        "",
    )


def test_a_file_has_values_of_their_own_types() -> None:
    filled = record(
        maintainers=["U0FIRST", {"person": "U0SECOND", "right": "admin", "authorised_by": "U0FIRST"}],
        weekly_hours=1.5,
        update_interval_days=30,
        website_link=True,
        announced=False,
        official_marked=None,
        source={"url": "https://example.fi/feed", "failing_since": "2026-11-01"},
        evidence=[{"kind": "seen", "on": "2026-11-20"}],
    )
    assert filled.maintainers == (
        MaintainerRecord(person="slack:U0FIRST"),
        MaintainerRecord(person="slack:U0SECOND", right=Right.ADMIN, authorised_by="slack:U0FIRST"),
    )
    assert (filled.weekly_hours, filled.update_interval_days) == (1.5, 30)
    assert (filled.website_link, filled.announced, filled.official_marked) == (True, False, None)
    assert filled.source is not None
    assert filled.source.url == "https://example.fi/feed"


@pytest.mark.parametrize("blank", ["", "  ", None])
@pytest.mark.parametrize("field", sorted(SMALLEST))
def test_a_field_that_must_be_given_is_missing_where_it_is_blank(field: str, blank: str | None) -> None:
    assert codes(**{field: blank}) == [(field, "missing")]


def test_a_name_of_hidden_characters_alone_is_missing() -> None:
    assert codes(name="\u200b\u202e", unit="\x00") == [("name", "missing"), ("unit", "missing")]


def test_all_fields_that_must_be_given_are_asked_for_at_once() -> None:
    assert {(problem.field, problem.code) for problem in problems({})} == {(field, "missing") for field in SMALLEST}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "x" * 301, "too-long"),
        ("purpose", "x" * 2001, "too-long"),
        ("responsible", "First", "person"),
        ("maintainers", "U0FIRST, Second", "person"),
        ("maintainers", [{"person": "U0FIRST", "authorised_by": "esimies"}], "person"),
        ("maintainers", [{"person": "U0FIRST", "right": "king"}], "malformed"),
        ("maintainers", 5, "malformed"),
        ("decision_by", "johtaja", "person"),
        ("decision_on", "eilen", "date"),
        ("decision_on", "2026-02-30", "date"),
        ("holiday_covers", [{"start": "x", "end": "2026-01-01", "person": "U0FIRST"}], "date"),
        ("evidence", [{"kind": "told", "on": "eilen"}], "date"),
        ("weekly_hours", "paljon", "hours"),
        ("weekly_hours", "169", "hours"),
        ("weekly_hours", -1, "hours"),
        ("weekly_hours", "nan", "hours"),
        ("weekly_hours", "inf", "hours"),
        ("update_interval_days", "0", "days"),
        ("update_interval_days", "367", "days"),
        ("update_interval_days", "1.5", "days"),
        ("url", "kirjaston sivu", "url"),
        ("url", "javascript:alert(1)", "url"),
        ("id", "Kirjasto Instagram", "id"),
        ("id", "kirjasto\n", "id"),
        ("id", "k" * 81, "id"),
        ("platform", "myspace", "platform"),
        ("scope", "village", "malformed"),
        ("status", "gone", "malformed"),
        ("website_link", "maybe", "malformed"),
        ("version", 3, "unknown-field"),
    ],
)
def test_each_wrong_field_is_named_with_its_code(field: str, value: object, code: str) -> None:
    assert codes(**{field: value}) == [(field, code)]


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert set(codes(name="", platform="myspace", weekly_hours="paljon")) == {
        ("name", "missing"),
        ("platform", "platform"),
        ("weekly_hours", "hours"),
    }


@pytest.mark.parametrize("given", [None, 5, "x", [], [["name", "x"]]])
def test_what_is_no_record_is_said_to_be_none(given: object) -> None:
    assert [(problem.field, problem.code) for problem in problems(given)] == [("record", "malformed")]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"pause_from": "2026-07-01"}, "pause"),
        ({"pause_to": "2026-07-01"}, "pause"),
        ({"status": "paused"}, "pause"),
        ({"pause_from": "2026-07-02", "pause_to": "2026-07-01"}, "pause-order"),
    ],
)
def test_a_pause_has_a_first_and_a_last_day_in_this_order(changes: dict[str, Any], code: str) -> None:
    assert codes(**changes) == [("pause_to", code)]


def test_a_pause_of_one_day_is_a_pause() -> None:
    assert record(status="paused", **ONE_DAY).pause_to == date(2026, 7, 1)


def test_a_cover_that_ends_before_it_begins_is_refused() -> None:
    cover = {"start": "2026-07-02", "end": "2026-07-01", "person": "U0FIRST"}
    assert [field for field, _ in codes(holiday_covers=[cover])] == ["holiday_covers"]


def test_an_address_on_another_platform_is_refused_and_that_platform_named() -> None:
    (problem,) = problems(values(url="https://fi-fi.facebook.com/kirjasto"))
    assert (problem.field, problem.code, dict(problem.context)) == ("url", "other-platform", {"platform": "Facebook"})


def test_an_address_on_no_known_platform_may_be_any_platforms() -> None:
    assert record(url="https://insta.kunta.example/kirjasto").url
    assert record(platform="website", url="https://www.facebook.com/kirjasto").url


@pytest.mark.parametrize("typed", ["instagram.com/kirjasto", "<https://www.instagram.com/kirjasto|insta>"])
def test_an_address_is_kept_as_one_that_a_browser_opens(typed: str) -> None:
    url = record(url=typed).url
    assert url.startswith("https://")
    assert url.endswith("instagram.com/kirjasto")


@pytest.mark.parametrize(("typed", "kept"), HOSTILE_LINES.items())
def test_no_hidden_character_gets_into_a_name(typed: str, kept: str) -> None:
    hidden = record(name=typed, unit_sv=typed, handle=typed, pause_reason=typed)
    assert (hidden.name, hidden.unit_sv, hidden.handle, hidden.pause_reason) == (kept, kept, kept, kept)


def test_a_purpose_has_lines_but_no_characters_that_reorder_or_hide_text() -> None:
    assert record(purpose="Uutisia\n\nja \u202eviineit\u00e4\x00").purpose == "Uutisia\n\nja viineitä"


json_values: st.SearchStrategy[object] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["U0FIRST", "a.fi", "2026-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(ChannelRecord.model_fields)), json_values))
@settings(deadline=None, max_examples=300)
def test_wild_values_raise_nothing_and_only_their_fields_are_named(changes: dict[str, object]) -> None:
    parsed = parse_record(values(**changes), PLATFORMS)
    if isinstance(parsed, tuple):
        assert parsed
        assert {problem.field for problem in parsed} <= {*changes, "pause_to"}
        assert all(problem.code and problem.text for problem in parsed)


@pytest.mark.parametrize(
    ("platform", "url"),
    [
        ("facebook", "https://www.facebook.com/notes/museo/1"),
        ("x", "https://x.com/"),
        ("youtube", "https://youtu.be/Ab1"),
    ],
)
def test_an_address_that_names_no_account_is_asked_about(platform: str, url: str) -> None:
    parsed = parse_record(values(platform=platform, url=url), ALL_PLATFORMS)
    assert isinstance(parsed, tuple)
    assert [(problem.field, problem.code) for problem in parsed] == [("url", "no-account")]
    assert not isinstance(parse_record(values(platform=platform, url=url), ALL_PLATFORMS, kept=(url,)), tuple)


def test_an_address_that_is_kept_still_has_to_be_on_the_service_that_is_chosen() -> None:
    url = "https://www.instagram.com/museo"
    parsed = parse_record(values(platform="facebook", url=url), ALL_PLATFORMS, kept=(url,))
    assert isinstance(parsed, tuple)
    assert [(problem.field, problem.code) for problem in parsed] == [("url", "other-platform")]
