"""How many questions a person may ask in a minute."""

from __future__ import annotations

from datetime import timedelta

from bot.services.rate_limit import RateLimit
from tests.unit.services.support import AT

SECOND = timedelta(seconds=1)


def test_without_a_limit_everybody_asks_as_they_like() -> None:
    limit = RateLimit(0)
    assert all(limit.allows("a", AT) for _ in range(1000))


def test_a_person_asks_so_often_in_any_minute_and_then_waits() -> None:
    limit = RateLimit(3)
    assert [limit.allows("a", AT + 10 * n * SECOND) for n in range(5)] == [True, True, True, False, False]
    assert limit.allows("b", AT), "others are not held up"
    assert not limit.allows("a", AT + 59 * SECOND)
    assert limit.allows("a", AT + 60 * SECOND), "the first is a minute ago"
    assert not limit.allows("a", AT + 61 * SECOND)


def test_a_clock_that_is_set_back_locks_nobody_out() -> None:
    limit = RateLimit(1)
    assert limit.allows("a", AT)
    assert limit.allows("a", AT - timedelta(days=1))


def test_those_who_have_not_asked_for_a_minute_are_forgotten() -> None:
    limit = RateLimit(1)
    for number in range(3000):
        assert limit.allows(f"person {number}", AT + number * SECOND)
    assert not limit.allows("person 2999", AT + 3000 * SECOND)
