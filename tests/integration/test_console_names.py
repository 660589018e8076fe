"""The made-up people of the console are called by what they do, in the language of the page."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from importlib import resources
from pathlib import Path

import pytest

from bot.app.sandbox import build_sandbox
from bot.domain.language import Language
from bot.messages.plain_text import plain_text
from bot.settings import Settings
from bot.surfaces.console.console import Console
from bot.surfaces.console.directory import accounts
from bot.surfaces.console.surface import ConsoleSurface
from bot.surfaces.console.transcript import Reply

SEVEN_DAYS = timedelta(days=7)
SAMPLE = json.loads(resources.files("bot.surfaces.console").joinpath("sample_register.json").read_text("utf-8"))
ASKED = {
    Language.FI: "kuka hoitaa kirjaston instagramia",
    Language.SV: "vem sköter bibliotekets instagram",
    Language.EN: "who looks after the library instagram",
}


@pytest.fixture
async def console(tmp_path: Path) -> AsyncIterator[Console]:
    async with build_sandbox(Settings(data_dir=tmp_path)) as application:
        (surface,) = application.surfaces
        assert isinstance(surface, ConsoleSurface)
        yield surface.console


def names_in(language: Language) -> dict[str, str]:
    return {account.identity: account.display_name for account in accounts(language)}


async def told(console: Console, persona: str, text: str) -> str:
    session = console.sessions.named(persona)
    assert session is not None
    await console.say(session, text)
    reply = list(session.transcript)[-1].content
    assert isinstance(reply, Reply)
    return plain_text(reply.message)


def test_everybody_of_the_sample_has_a_name_in_each_language_and_the_finnish_one_is_the_samples() -> None:
    of_sample = {person["identities"][0]: person["display_name"] for person in SAMPLE["people"]}
    assert names_in(Language.FI) == of_sample
    for language in (Language.SV, Language.EN):
        names = names_in(language)
        assert names.keys() == of_sample.keys()
        assert set(names.values()).isdisjoint(of_sample.values())
        assert len(set(names.values())) == len(names)


async def test_people_are_called_in_the_language_of_the_page_that_asks(console: Console) -> None:
    for persona, language in (("staff", Language.SV), ("ict-secretary", Language.EN), ("manager", Language.FI)):
        session = console.sessions.named(persona)
        assert session is not None
        await console.speak(session, language)
    for persona, language in (("staff", Language.SV), ("ict-secretary", Language.EN), ("manager", Language.FI)):
        card = await told(console, persona, ASKED[language])
        names = names_in(language)
        assert f": {names['console:sample-library']}" in card
        assert names["console:maintainer"] in card
        assert names["console:manager"] in card


async def test_what_comes_by_itself_after_a_change_of_language_has_the_names_of_that(console: Console) -> None:
    session = console.sessions.named("ict-secretary")
    assert session is not None
    await console.speak(session, Language.EN)
    await console.move_clock(lambda clock: clock.move(SEVEN_DAYS))
    inbox = "\n".join(plain_text(entry.content.message) for entry in session.inbox if isinstance(entry.content, Reply))
    assert names_in(Language.EN)["console:sample-communications"] in inbox
    assert [name for name in names_in(Language.FI).values() if name in inbox] == []


@pytest.mark.parametrize("language", Language)
async def test_a_console_begins_in_the_language_of_the_settings(tmp_path: Path, language: Language) -> None:
    async with build_sandbox(Settings(data_dir=tmp_path, language=language)) as application:
        register = await application.services.lookup.register()
        labels = {person.label for person in register.people.values()}
    assert set(names_in(language).values()) <= labels
