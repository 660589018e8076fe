"""One slip of the finger, by its definition: an optimal string alignment distance of 1 at most."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lexicon import is_one_slip

WORDS = st.text("abä", max_size=6)


def distance(one: str, other: str) -> int:
    """The fewest letters to replace, add, leave out or swap with the next, none of them twice."""
    rows = [[row + column for column in range(len(other) + 1)] for row in range(len(one) + 1)]
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            costs = int(one[row - 1] != other[column - 1])
            rows[row][column] = min(
                rows[row - 1][column] + 1, rows[row][column - 1] + 1, rows[row - 1][column - 1] + costs
            )
            if row > 1 and column > 1 and one[row - 2 : row] == other[column - 2 : column][::-1]:
                rows[row][column] = min(rows[row][column], rows[row - 2][column - 2] + 1)
    return rows[-1][-1]


@pytest.mark.parametrize(
    "typed", ["kirjasto", "kirjastto", "kirjato", "kirjasta", "kirajsto", "irjasto", "kirjastok", "ikrjasto"]
)
def test_one_letter_wrong_missing_too_much_or_swapped_is_one_slip(typed: str) -> None:
    assert is_one_slip(typed, "kirjasto")


@pytest.mark.parametrize("typed", ["", "kirjat", "kirjsato ", "otsajrik", "kjrisato"])
def test_more_than_that_is_not(typed: str) -> None:
    assert not is_one_slip(typed, "kirjasto")


@given(WORDS, WORDS)
def test_a_slip_is_a_distance_of_one_at_most(typed: str, meant: str) -> None:
    assert is_one_slip(typed, meant) == (distance(typed, meant) <= 1)
