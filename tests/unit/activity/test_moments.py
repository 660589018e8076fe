"""Dates of posts: any usual way of writing one, and never one that a post cannot have."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.activity.moments import SKEW, from_seconds, moment_of, newest_of
from tests.support.wild_feeds import AT

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(datetime.fromtimestamp, st.integers(800_000_000, 2_900_000_000), zones)


@given(moments)
def test_a_date_is_read_as_it_was_written(moment: datetime) -> None:
    assert moment_of(moment.isoformat()) == moment
    assert moment_of(format_datetime(moment)) == moment
    assert moment_of(format_datetime(moment).partition(", ")[2]) == moment
    assert moment_of(f" {moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}\n") == moment


@given(moments)
def test_a_date_without_a_zone_is_universal_time(moment: datetime) -> None:
    naive = moment.replace(tzinfo=None)
    assert moment_of(naive.isoformat(" ")) == naive.replace(tzinfo=UTC)
    assert moment_of(f"{naive.day}.{naive.month}.{naive.year} klo {naive:%H.%M}") == naive.replace(second=0, tzinfo=UTC)


@given(st.text(max_size=80))
def test_wild_text_is_a_date_of_our_time_or_none(text: str) -> None:
    moment = moment_of(text)
    assert moment is None or (moment.tzinfo is UTC and moment.year >= 1995)


@given(st.lists(st.none() | moments))
def test_the_newest_is_never_later_than_now_and_never_one_that_is_announced(found: list[datetime | None]) -> None:
    newest = newest_of(found, AT)
    come = [moment for moment in found if moment is not None and moment <= AT + SKEW]
    assert newest == (min(max(come), AT) if come else None)


def test_a_day_more_than_zones_can_be_wrong_by_is_announced() -> None:
    assert newest_of([AT + timedelta(hours=26)], AT) == AT
    assert newest_of([AT + timedelta(hours=26, seconds=1)], AT) is None


@given(st.one_of(st.integers(), st.floats(), st.booleans(), st.none(), st.text()))
def test_seconds_are_a_moment_only_where_they_are_some(seconds: object) -> None:
    moment = from_seconds(seconds)
    assert moment is None or moment.timestamp() >= 1
