"""Thousands of personal identity codes, in each spelling that people give them."""

from __future__ import annotations

import random

import pytest

from bot.language.redaction import redacted, sensitive
from tests.unit.language.test_redaction import CENTURIES, WITHOUT_MARK, code_of, is_like_a_phone_number, spellings

pytestmark = pytest.mark.soak


def test_each_code_is_found_in_each_spelling(capsys: pytest.CaptureFixture[str]) -> None:
    dice, tried, left_out = random.Random(1), 0, 0  # noqa: S311 - reproducible
    for century in CENTURIES:
        for _ in range(1200):
            code = code_of(dice.randint(1, 31), dice.randint(1, 12), dice.randint(0, 99), century, dice.randint(2, 999))
            for what, written in spellings(code).items():
                ambiguous = what in WITHOUT_MARK and is_like_a_phone_number(code)
                if ambiguous or (what == "dots and a space" and code[10].isdigit()):
                    left_out += 1
                    continue
                tried += 1
                assert sensitive(f"Hän on {written}."), (what, written)
                assert code[7:10] not in redacted(f"Hän on {written}."), (what, written)
    with capsys.disabled():
        print(f"\n{tried} found, {left_out} that may be other numbers left out")  # noqa: T201
