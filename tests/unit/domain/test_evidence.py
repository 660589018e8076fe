"""The state of a channel: what is known of its updates, and what may be said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.evidence import Evidence, EvidenceKind, SourceState, State, newest, state_of, with_evidence, with_seen

TODAY = date(2026, 11, 23)
FEED = SourceState("https://example.fi/feed", read_on=TODAY, is_whole=True)
evidence = st.builds(Evidence, st.sampled_from(EvidenceKind), st.dates(date(2026, 1, 1), date(2026, 1, 4)))


def told(days_ago: int) -> Evidence:
    return Evidence(EvidenceKind.TOLD, TODAY - timedelta(days=days_ago), "first")


def failing(days: int, *, told: bool = True) -> SourceState:
    """A source that has failed for so many days; by a whole platform's fault where it is not ``told`` of it."""
    since = TODAY - timedelta(days=days)
    return replace(FEED, read_on=since, fails=True, failing_since=since if told else None)


def test_there_is_no_newest_of_no_evidence() -> None:
    assert newest([]) is None


def test_the_newest_evidence_is_that_of_the_latest_day_whatever_its_kind() -> None:
    registered = Evidence(EvidenceKind.REGISTERED, TODAY)
    assert newest([told(3), registered, told(1)]) == registered


@pytest.mark.parametrize("reverse", [False, True])
def test_of_one_days_evidence_what_was_seen_weighs_most_and_a_registration_least(reverse: bool) -> None:
    ranked = [EvidenceKind.SEEN, EvidenceKind.TOLD, EvidenceKind.CHECKED, EvidenceKind.REGISTERED]
    for place, kind in enumerate(ranked):
        listed = [Evidence(one, TODAY) for one in ranked[place:]]
        assert newest(reversed(listed) if reverse else listed) == Evidence(kind, TODAY)


def test_new_evidence_takes_the_place_of_older_evidence_of_its_kind_only() -> None:
    seen = Evidence(EvidenceKind.SEEN, TODAY - timedelta(days=9))
    assert set(with_evidence((seen, told(5)), told(1))) == {seen, told(1)}


def test_evidence_that_is_older_than_what_is_known_changes_nothing() -> None:
    assert with_evidence((told(1),), told(5)) == (told(1),)


def test_of_one_day_the_later_word_is_kept() -> None:
    later = Evidence(EvidenceKind.TOLD, TODAY, "second")
    assert with_evidence((told(0),), later) == (later,)


@given(st.lists(evidence, max_size=5), evidence)
@settings(deadline=None)
def test_the_newest_evidence_of_each_kind_is_kept_and_no_more(known: list[Evidence], new: Evidence) -> None:
    kept = with_evidence(known, new)

    by_kind = {item.kind: item.on for item in kept}
    assert len(by_kind) == len(kept)
    assert by_kind == {
        item.kind: max(one.on for one in [*known, new] if one.kind is item.kind) for item in [*known, new]
    }


@pytest.mark.parametrize("source", [None, FEED, failing(30)])
def test_a_channel_is_active_to_the_last_day_of_its_interval(source: SourceState | None) -> None:
    assert state_of([told(14)], source, 14, TODAY) is State.ACTIVE
    assert state_of([told(15)], source, 14, TODAY) is not State.ACTIVE


def test_the_newest_evidence_decides() -> None:
    assert state_of([told(100), told(2)], FEED, 14, TODAY) is State.ACTIVE


def test_without_a_source_an_old_channel_is_unconfirmed_never_idle() -> None:
    assert state_of([told(400)], None, 14, TODAY) is State.UNCONFIRMED


def test_a_working_source_that_shows_nothing_newer_makes_a_channel_idle() -> None:
    assert state_of([told(15)], FEED, 14, TODAY) is State.IDLE


@pytest.mark.parametrize(
    ("days", "state"), [(0, State.UNCONFIRMED), (3, State.UNCONFIRMED), (4, State.UNKNOWN), (40, State.UNKNOWN)]
)
def test_while_its_source_fails_a_channel_is_never_idle_and_after_three_days_unknown(days: int, state: State) -> None:
    assert state_of([told(15)], failing(days), 14, TODAY) is state


def test_a_platforms_outage_makes_no_channel_unknown() -> None:
    assert state_of([told(15)], failing(30, told=False), 14, TODAY) is State.UNCONFIRMED


def test_a_source_that_was_not_read_since_the_day_before_yesterday_says_nothing_of_today() -> None:
    days = [replace(FEED, read_on=TODAY - timedelta(days=days)) for days in (1, 2)]
    assert [state_of([told(15)], one, 14, TODAY) for one in days] == [State.IDLE, State.UNCONFIRMED]


def test_a_source_that_does_not_show_all_can_not_say_that_there_was_nothing() -> None:
    assert state_of([told(15)], replace(FEED, is_whole=False), 14, TODAY) is State.UNCONFIRMED


def test_what_a_source_has_shown_is_evidence_also_when_it_fails() -> None:
    seen = replace(failing(30), seen_on=TODAY - timedelta(days=3))
    assert newest(with_seen([told(15)], seen)) == Evidence(EvidenceKind.SEEN, TODAY - timedelta(days=3))
    assert state_of(with_seen([told(15)], seen), seen, 14, TODAY) is State.ACTIVE


def test_without_any_evidence_the_source_alone_decides() -> None:
    assert state_of([], None, 14, TODAY) is State.UNCONFIRMED
    assert state_of([], FEED, 14, TODAY) is State.IDLE
    assert state_of([], failing(20), 14, TODAY) is State.UNKNOWN
