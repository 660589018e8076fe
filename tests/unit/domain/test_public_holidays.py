"""Public holidays, against a library that follows the law."""

from __future__ import annotations

import pytest

from bot.domain.calendar.public_holidays import public_holidays


@pytest.mark.parametrize("year", range(2020, 2100))
def test_public_holidays_are_those_of_the_law(year: int) -> None:
    from holidays import country_holidays  # takes a fifth of a second

    assert public_holidays(year) == set(country_holidays("FI", years=year))
