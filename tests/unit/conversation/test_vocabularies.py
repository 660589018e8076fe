"""The vocabulary is built anew where channels are called otherwise, beside the event loop, and at no other change."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest

from bot.conversation.vocabularies import Vocabularies
from bot.domain.channels import Channel, UnitName
from bot.domain.people import Person
from bot.domain.register import Register
from bot.knowledge.content.common import platforms, words
from bot.understanding.channels.vocabulary import Vocabulary
from tests.conftest import ROOT

_GUIDELINE = ROOT / "knowledge" / "suomussalmi"
_CHANNEL = Channel(
    "c", "facebook", "Kirjaston sivu", UnitName("Kirjasto"), "keeper", url="https://facebook.com/kirjasto"
)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The threads in which a vocabulary was built."""
    threads, build = list[int](), Vocabulary.of

    def of(*arguments: Any) -> Vocabulary:
        threads.append(threading.get_ident())
        return build(*arguments)

    monkeypatch.setattr(Vocabulary, "of", of)
    return threads


async def test_what_is_told_of_a_channel_or_a_person_builds_no_vocabulary(built: list[int]) -> None:
    vocabularies = Vocabularies(platforms(_GUIDELINE), words(_GUIDELINE))
    await vocabularies.of(_register(_CHANNEL))
    for version, channel in enumerate((replace(_CHANNEL, purpose="new"), replace(_CHANNEL, responsible="other")), 2):
        register = _register(replace(channel, version=version), Person("keeper", f"Nimi {version}"))
        vocabulary = await vocabularies.of(register)
        assert vocabulary.fits(register)
    assert len(built) == 1


async def test_another_name_builds_one_beside_the_event_loop(built: list[int]) -> None:
    vocabularies = Vocabularies(platforms(_GUIDELINE), words(_GUIDELINE))
    await vocabularies.of(_register(_CHANNEL))
    await vocabularies.of(_register(replace(_CHANNEL, name="Aivan muuta")))
    assert len(built) == 2
    assert threading.get_ident() not in built


def _register(channel: Channel, *people: Person) -> Register:
    return Register({channel.id: channel}, {one.id: one for one in people})
