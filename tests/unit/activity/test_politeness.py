"""When a source is looked at again."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.activity.politeness import next_look, retry_after
from tests.support.wild_feeds import AT

hours = st.integers(0, 24 * 400).map(lambda count: AT + timedelta(hours=count))


@given(st.text(), hours, st.integers(0, 10_000), st.none() | st.timedeltas(timedelta(), timedelta(days=7)))
def test_nobody_is_asked_more_than_hourly_nor_before_they_wish(
    address: str, at: datetime, failures: int, wish: timedelta | None
) -> None:
    wait = next_look(address, at, failures, wish) - at
    assert wait >= max(timedelta(hours=1), wish or timedelta())
    assert wait <= max(timedelta(hours=12), wish or timedelta()) + timedelta(minutes=6)


def test_each_failure_doubles_the_wait_up_to_half_a_day() -> None:
    waits = [(next_look("a", AT, failures) - AT) // timedelta(hours=1) for failures in range(7)]
    assert waits == [1, 1, 2, 4, 8, 12, 12]


def test_sources_that_were_registered_together_drift_apart() -> None:
    assert len({next_look(f"https://kunta.example/{number}", AT) for number in range(100)}) > 90


def test_both_forms_of_retry_after_are_read() -> None:
    assert retry_after("120", AT) == timedelta(minutes=2)
    assert retry_after("Tue, 24 Nov 2026 10:00:00 GMT", AT) == timedelta(hours=1)
    assert retry_after("Mon, 23 Nov 2026 10:00:00 GMT", AT) == timedelta()
    assert retry_after("99999999999999999999", AT) == timedelta(days=7)
    assert retry_after("", AT) is None
    assert retry_after("soon", AT) is None


@given(st.text())
def test_wild_text_asks_for_a_week_at_most(text: str) -> None:
    wish = retry_after(text, AT)
    assert wish is None or timedelta() <= wish <= timedelta(days=7)
