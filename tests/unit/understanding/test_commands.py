from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.understanding.aliases import parse_command
from bot.understanding.commands import Audience, Intent, commands

FREE_TEXT_LEADS = {Intent.ASK, Intent.SMALLTALK, Intent.UNKNOWN}


def test_every_intent_that_is_no_free_text_has_one_command() -> None:
    assert sorted(command.intent for command in commands()) == sorted(set(Intent) - FREE_TEXT_LEADS)


def test_every_command_has_aliases_in_every_language() -> None:
    for command in commands():
        assert set(command.aliases) == set(Language)
        assert all(command.aliases.values())


def test_aliases_are_written_as_they_are_compared() -> None:
    aliases = [alias for command in commands() for group in command.aliases.values() for alias in group]
    assert aliases == [" ".join(alias.casefold().split()) for alias in aliases]


@pytest.mark.parametrize(
    ("alias", "language", "intent"),
    [
        (alias, lang, command.intent)
        for command in commands()
        for lang, group in command.aliases.items()
        for alias in group
    ],
)
def test_every_alias_leads_to_its_command(alias: str, language: Language, intent: Intent) -> None:
    found = parse_command(f"  {alias.upper()}: kirjasto")
    assert found is not None
    assert found[0].intent is intent
    assert found[1] in (language, None)
    assert found[2] == "kirjasto"


@pytest.mark.parametrize(
    ("intent", "audience"),
    [
        (Intent.OWNER, Audience.EVERYONE),
        (Intent.PROPOSE, Audience.EVERYONE),
        (Intent.AWAY, Audience.MAINTAINERS),
        (Intent.REGISTER, Audience.ICT_SECRETARY),
        (Intent.UNDO, Audience.ICT_SECRETARY),
    ],
)
def test_a_command_says_for_whom_it_is(intent: Intent, audience: Audience) -> None:
    assert [command.who for command in commands() if command.intent is intent] == [audience]


@pytest.mark.parametrize(
    ("text", "intent", "language", "rest"),
    [
        ("/some list kirjasto", Intent.CHANNELS, Language.EN, "kirjasto"),
        ("/list", Intent.CHANNELS, Language.EN, ""),
        ("slack:U0SOMEBOT Kuka omistaa instagramin?", Intent.OWNER, Language.FI, "instagramin?"),
        ("@Somebot vem äger facebook", Intent.OWNER, Language.SV, "facebook"),
        ("teams:8b7c-11 help", Intent.HELP, Language.EN, ""),
        ("somebot, apua!", Intent.HELP, Language.FI, ""),
        ("lista", Intent.CHANNELS, None, ""),
        ("omat kanavat", Intent.MINE, Language.FI, ""),
        ("minä", Intent.ME, Language.FI, ""),
        ("mina", Intent.MINE, Language.SV, ""),
        ("paivitetty eilen", Intent.UPDATED, Language.FI, "eilen"),
        ("poista käytöstä museon facebook", Intent.RETIRE, Language.FI, "museon facebook"),
    ],
)
def test_the_longest_alias_at_the_start_decides(
    text: str, intent: Intent, language: Language | None, rest: str
) -> None:
    found = parse_command(text)
    assert found is not None
    assert (found[0].intent, found[1], found[2]) == (intent, language, rest)


@pytest.mark.parametrize("text", ["", "   ", "listen to me", "kirjasto lista", "historiallinen", "???", "/"])
def test_what_does_not_begin_with_an_alias_is_no_command(text: str) -> None:
    assert parse_command(text) is None


@given(st.text())
def test_any_text_can_be_sought_for_a_command(text: str) -> None:
    parse_command(text)
