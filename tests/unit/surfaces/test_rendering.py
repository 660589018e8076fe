"""What is too long for one message is divided, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.surfaces.rendering import divided, is_date


def weigh(node: object) -> int:
    return sum(map(weigh, node)) if isinstance(node, list) else int(str(node))


@given(st.lists(st.integers(0, 9)), st.integers(1, 20), st.none() | st.integers(1, 4))
def test_groups_join_to_the_whole_and_each_fits_unless_it_is_one_item(
    items: list[int], limit: int, most: int | None
) -> None:
    groups = list(divided(items, limit, weigh, most=most))
    assert [item for group in groups for item in group] == items
    assert all(groups)
    assert all(len(group) == 1 or (sum(group) <= limit and len(group) <= (most or len(group))) for group in groups)


def test_what_comes_between_items_counts_where_they_are_divided() -> None:
    assert list(divided([4, 4, 4], 10, weigh, between=2)) == [[4], [4], [4]]
    assert list(divided([4, 4, 4], 12, weigh, between=2)) == [[4, 4, 4]]


def test_only_a_whole_day_or_none_is_a_date() -> None:
    assert [is_date(value) for value in ("2026-03-02", "", "20260302", "ensi viikolla")] == [True, True, False, False]
