"""Days as they are written: one day is one date."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.language import Language
from bot.messages.texts import texts_in

FI, SV, EN = Language
FIRST, LAST = date(2026, 11, 27), date(2026, 12, 2)


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        (FI, "Poissa 27.11.2026.", "Poissa 27.11.2026–2.12.2026."),
        (SV, "Frånvarande 27 nov. 2026.", "Frånvarande 27 nov. 2026–2 dec. 2026."),
        (EN, "Away on 27 Nov 2026.", "Away from 27 Nov 2026 to 2 Dec 2026."),
    ],
)
def test_one_day_is_one_date(language: Language, one: str, several: str) -> None:
    texts = texts_in(language)
    assert texts("away-alone", start=FIRST, end=FIRST).startswith(one)
    assert texts("away-alone", start=FIRST, end=LAST).startswith(several)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("key", ["value-days", "from-to", "button-away-days"])
def test_it_is_so_wherever_days_are_told(language: Language, key: str) -> None:
    texts = texts_in(language)
    assert texts(key, start=FIRST, end=FIRST) == texts("value-date", day=FIRST)
