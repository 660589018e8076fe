"""What every text is written with: times of day, as each language writes them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.messages.texts import texts_in
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("language", "hour", "written"),
    [
        (Language.FI, 9, "klo\u00a09.05"),
        (Language.SV, 9, "kl.\u00a09.05"),
        (Language.EN, 9, "at 09:05"),
        (Language.FI, 17, "klo\u00a017.05"),
        (Language.SV, 17, "kl.\u00a017.05"),
        (Language.EN, 17, "at 17:05"),
    ],
)
@pytest.mark.parametrize(("key", "day"), [("history-when", "at"), ("begins", "on")])
def test_a_time_of_day_is_written_as_its_language_writes_it(
    language: Language, hour: int, written: str, key: str, day: str
) -> None:
    at = datetime(2026, 12, 7, hour, 5)  # noqa: DTZ001 - shown as it is
    assert written in texts_in(language)(key, time=at, **{day: at.date()})


@pytest.mark.parametrize("file", sorted(ROOT.glob("bot/**/texts/*.ftl")), ids=lambda file: str(file.relative_to(ROOT)))
def test_no_text_writes_times_in_a_way_of_its_own(file: Path) -> None:
    assert "timeStyle" not in file.read_text(encoding="utf-8")
