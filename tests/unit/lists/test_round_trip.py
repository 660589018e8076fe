"""What is exported is imported as it was, in each kind of file and each language."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.domain.channels import Closing, Decision, HolidayCover, Maintainer, Right
from bot.domain.evidence import Evidence, EvidenceKind, Source
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.register import Register
from bot.services.register.lists.transfer import ImportResult
from bot.storage.memory import MemoryStore
from tests.support.registers import register_in, state_of
from tests.unit.lists.support import exported, imported, without_versions
from tests.unit.services.strategies import registers
from tests.unit.services.support import FIRST, PLATFORMS, SECOND, THIRD, TODAY, channel

SUFFIXES = ["csv", "xlsx", "json"]
HOSTILE = [
    "=1+1",
    "+358 40",
    "-",
    "@kirjasto",
    "'=1",
    "''@x",
    "'",
    '"',
    "a;b,c",
    "#N/A",
    "_x0041_",
    "1,5",
    "3.11.2026",
    "yes",
]


def full() -> Register:
    """A register with something in every field."""
    one = channel(
        url="https://www.instagram.com/esimerkkikirjasto/",
        handle="@kirjasto",
        purpose='Uutisia\n=lomat\n\nja; "viineitä"',
        maintainers=(
            Maintainer(FIRST.id),
            Maintainer(SECOND.id, Right.ADMIN, THIRD.id),
            Maintainer(THIRD.id, Right.ADMIN),
        ),
        decision=Decision(THIRD.id, TODAY, "§ 12/2026"),
        weekly_hours=0.0,
        update_interval_days=7,
        website_link=True,
        announced=False,
        holiday_covers=(HolidayCover(TODAY, TODAY, SECOND.id, FIRST.id), HolidayCover(TODAY, TODAY, FIRST.id)),
        source=Source("https://example.fi/feed;a(b)"),
        evidence=(Evidence(EvidenceKind.SEEN, TODAY), Evidence(EvidenceKind.CHECKED, TODAY, "operator")),
        closing=Closing(FIRST.id, "Arkisto", "Verkkosivuilla"),
    )
    people = (replace(FIRST, email="first@kunta.example", left_on=TODAY), replace(SECOND, language=Language.SV), THIRD)
    odd = Person("odd", "Other", identities=("teams:a(b)%2C", "console:x"))
    plain = channel("toinen", responsible="odd", maintainers=(Maintainer("odd"), Maintainer("comma")))
    return Register(
        {one.id: one, plain.id: plain},
        {who.id: who for who in (*people, odd, Person("comma", email="a,b;c@kunta.example"))},
        version=2,
    )


def hostile(text: str) -> Register:
    one = channel(name=text, handle=text, purpose=text, decision=Decision(record=text), closing=Closing(archive=text))
    return Register({one.id: one}, {FIRST.id: replace(FIRST, display_name=text)}, version=1)


async def there_and_back(register: Register, suffix: str, language: Language) -> None:
    store, empty = MemoryStore(state_of(register)), MemoryStore()
    with tempfile.TemporaryDirectory() as folder:
        path = await exported(store, Path(folder) / f"rekisteri.{suffix}", language)
        if register.channels or register.people:
            assert await imported(store, path, PLATFORMS) == ImportResult((), (), tuple(register.channels))
            await imported(empty, path, PLATFORMS)
    assert await register_in(store) == register
    assert await store.history() == []
    assert without_versions(await register_in(empty)) == without_versions(register)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(registers(), st.sampled_from(Language))
@example(full(), Language.FI)
@example(full(), Language.SV)
@example(full(), Language.EN)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
async def test_an_export_changes_nothing_and_fills_an_empty_register(
    suffix: str, register: Register, language: Language
) -> None:
    await there_and_back(register, suffix, language)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("text", HOSTILE)
async def test_a_text_that_looks_like_something_else_stays_as_it_is(suffix: str, text: str) -> None:
    await there_and_back(hostile(text), suffix, Language.FI)


@pytest.mark.parametrize("suffix", SUFFIXES)
async def test_two_people_with_one_address_are_not_taken_for_each_other(suffix: str) -> None:
    twins = tuple(Person(key, email="info@kunta.example") for key in ("a", "b"))
    one = channel(responsible="a", maintainers=(Maintainer("b"),))
    await there_and_back(Register({one.id: one}, {who.id: who for who in (*twins, FIRST)}), suffix, Language.FI)


@pytest.mark.parametrize("suffix", SUFFIXES)
async def test_a_person_known_under_another_id_is_not_doubled(suffix: str, tmp_path: Path) -> None:
    one = channel()
    path = await exported(MemoryStore(state_of(Register({one.id: one}, {FIRST.id: FIRST}))), tmp_path / f"a.{suffix}")
    other = MemoryStore(state_of(Register(people={"first": replace(FIRST, id="first", display_name="Oma nimi")})))
    await imported(other, path, PLATFORMS)
    register = await register_in(other)
    assert register.channels[one.id].responsible == "first"
    assert [who.display_name for who in register.people.values()] == ["Oma nimi"]
