"""What staff say whose account somebody else has got into, or imitates; and what is near that and is something else.

Of ``tests/data/utterances/trouble.jsonl`` those that are held back were written before the cues and are not looked at
when cues are edited, so that their figure tells how well words of others are understood.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.domain.language import Language
from bot.surfaces.slack.markup import words_of
from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from tests.unit.understanding.interpret_support import TODAY
from tests.unit.understanding.test_utterances import DATA, VOCABULARY

ROWS = [json.loads(line) for line in (DATA / "trouble.jsonl").read_text(encoding="utf-8").splitlines()]
TOLD = [row for row in ROWS if row["intent"] == "trouble"]
NEAR = [row for row in ROWS if row["intent"] != "trouble"]


def _intent(row: dict[str, Any]) -> str:
    return str(interpret(words_of(row["text"]), VOCABULARY, TODAY).intent)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("held_back", "at_least"), [(False, 19), (True, 17)])
def test_most_of_twenty_who_tell_of_an_account_in_trouble_are_understood(
    language: Language, held_back: bool, at_least: int
) -> None:
    rows = [row for row in TOLD if row["lang"] == language and row["held_back"] is held_back]
    understood = [row for row in rows if _intent(row) == "trouble"]
    assert len(rows) == 20
    assert len(understood) >= at_least


@pytest.mark.parametrize("row", NEAR, ids=lambda row: row["text"])
def test_what_is_asked_about_such_accounts_is_no_trouble(row: dict[str, Any]) -> None:
    assert _intent(row) == row["intent"]


@pytest.mark.parametrize(
    "text",
    [
        "I posted by mistake while logged in with my own account",
        "by accident I published it from my own profile",
        "jag publicerade av misstag inloggad på mitt eget konto",
        "julkaisin vahingossa omalla tilillä kirjautuneena",
    ],
)
def test_what_one_has_posted_oneself_by_mistake_is_no_trouble_with_strangers(text: str) -> None:
    assert interpret(text, VOCABULARY, TODAY).intent is Intent.ASK
