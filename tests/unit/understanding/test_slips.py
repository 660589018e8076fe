"""Sub-commands and names with a slip of the finger, and words that only look like one."""

from __future__ import annotations

import pytest

from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.slips import parse_mistyped
from tests.unit.understanding.interpret_support import TODAY, VOCABULARY, channels_of, intent_of


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("kanvat", Intent.CHANNELS),
        ("channles", Intent.CHANNELS),
        ("/some hsitory", Intent.HISTORY),
        ("komenot", Intent.HELP),
        ("päivtin kirjaston facen", Intent.UPDATED),
        ("upadted library facebook", Intent.UPDATED),
        ("muistta viikon päästä", Intent.SNOOZE),
        ("remnid me tomorrow", Intent.SNOOZE),
        ("muokaa kirjaston instagram", Intent.EDIT),
        ("retrie library facebook", Intent.RETIRE),
        ("hanodver library facebook", Intent.HANDOVER),
        ("avvecka bibliotekets facebook", Intent.RETIRE),
    ],
)
def test_one_slip_in_a_sub_command_is_forgiven(text: str, intent: Intent) -> None:
    assert intent_of(text) is intent


def test_a_mistyped_sub_command_keeps_its_language() -> None:
    assert interpret("kanvat", VOCABULARY, TODAY).language == "fi"
    assert interpret("hsitory", VOCABULARY, TODAY).language == "en"


@pytest.mark.parametrize(
    "word",
    ["mutta", "charge", "kanavan", "pause", "lomat", "owners", "aware", "lista", "luistelu", "", "???"],
)
def test_a_word_that_is_none_or_ends_otherwise_is_no_mistyped_sub_command(word: str) -> None:
    assert parse_mistyped(word) == ()


@pytest.mark.parametrize(
    "text",
    [
        "charge of the library facebook",
        "mutta kirjaston facebook saako siellä mainostaa",
        "muita kanavia ei saa käyttää työssä",
        "lager beer on facebook, is it allowed",
    ],
)
def test_an_ordinary_first_word_is_no_sub_command(text: str) -> None:
    assert intent_of(text) in {Intent.ASK, Intent.OWNER}


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("kuka hoitaa kirjaston isntaa", "kirjasto-instagram"),
        ("kirjatson facebok", "kirjasto-facebook"),
        ("nuorten tiktko", "nuoriso-tiktok"),
        ("kunnan yuotube", "kunta-youtube"),
        ("the libary instagram owner", "kirjasto-instagram"),
    ],
)
def test_one_slip_in_a_platform_or_unit_is_forgiven(text: str, channel: str) -> None:
    assert channels_of(text) == [channel]


@pytest.mark.parametrize(
    "word", ["kommentit", "kirjasta", "työajan", "insist", "disorder", "naming", "tester", "parser"]
)
def test_an_ordinary_word_is_no_mistyped_name(word: str) -> None:
    assert channels_of(word) == []
