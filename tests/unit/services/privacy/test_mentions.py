"""Who is meant, and who is not, by what is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.channels import Channel, Decision, Maintainer, UnitName
from bot.domain.people import Person
from bot.domain.register import Register
from bot.services.notices import Appointed, Notice, PersonLeft
from bot.services.privacy.mentions import CUT_OUT, DataSubject

ANNA = Person("anna", "Anna Aalto", "anna@kunta.example", identities=("slack:U0ANNA001",))
BERTA = Person("berta", "Berta Berg", identities=("slack:U0BERTA01",))
NOBODY = Person("person-erased-1")
CHANNEL = Channel("anna", "instagram", "Anna Aalto", UnitName("Anna"), "berta", maintainers=(Maintainer("anna"),))


def subject(*others: Person, person: Person = ANNA) -> DataSubject:
    return DataSubject.of(person, Register({}, {one.id: one for one in (ANNA, BERTA, *others)}))


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("kysy: Anna Aalto, anna@kunta.example", f"kysy: {CUT_OUT}, {CUT_OUT}"),
        ("soita ANNA AALTO.", f"soita {CUT_OUT}."),
        ("<@U0ANNA001> tai slack:U0ANNA001", f"<@{CUT_OUT}> tai {CUT_OUT}"),
        ("Anna Aaltonen, johanna@kunta.example, m.anna@kunta.example",) * 2,
        ("Anna tiedoksi", "Anna tiedoksi"),
    ],
)
def test_texts_lose_the_name_and_nothing_else(text: str, without: str) -> None:
    channel = replace(CHANNEL, purpose=text)
    assert subject().without(channel, NOBODY).purpose == without


def test_a_channels_own_name_and_id_stay_though_they_are_the_persons_as_well() -> None:
    new = subject().without(CHANNEL, NOBODY)
    assert new == replace(CHANNEL, maintainers=(Maintainer(NOBODY.id),))


def test_what_does_not_name_them_is_the_same_object() -> None:
    channel = Channel("c", "instagram", "C", UnitName("U"), "berta", decision=Decision("berta", record="§ 1"))
    for value in (channel, BERTA, (channel, BERTA), "text"):
        assert subject().without(value, NOBODY) is value


@pytest.mark.parametrize("notice", [Appointed(CHANNEL, ANNA), PersonLeft(ANNA, (CHANNEL,))])
def test_notices_lose_people_as_well(notice: Notice) -> None:
    assert "U0ANNA001" not in str(subject().without(notice, NOBODY))


def test_an_address_or_a_name_that_is_somebody_elses_now_is_not_theirs() -> None:
    namesake = Person("anna-2", "Anna Aalto", "anna@kunta.example", identities=("slack:U0ANNA002",))
    meant = subject(namesake)
    assert not meant.is_meant_by(namesake)
    assert not meant.is_meant_by("anna@kunta.example")
    assert meant.without(namesake, NOBODY) is namesake
    assert meant.without(replace(CHANNEL, purpose="Anna Aalto"), NOBODY).purpose == "Anna Aalto"


def test_what_was_kept_before_the_register_knew_them_is_theirs() -> None:
    asker = Person("slack-u0anna001", identities=("slack:U0ANNA001",))
    assert subject().is_meant_by(asker)
    assert subject().without(asker, NOBODY) == NOBODY
    assert subject().key("not-reached/slack-u0anna001/2026-11-23/berta", NOBODY).count(NOBODY.id) == 1


def test_what_the_register_knows_counts_where_the_surface_knows_less() -> None:
    assert subject(person=Person("anna")).is_meant_by("slack:U0ANNA001")
