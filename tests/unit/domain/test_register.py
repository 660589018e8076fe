"""Look-up in the register: which channels are meant, and in which order."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.domain.channels import Channel, Maintainer, Scope, Status, UnitName
from bot.domain.people import Person
from bot.domain.register import ChannelQuery, Register, in_list_order
from tests.unit.services.support import FIRST, SECOND, THIRD, channel

LIBRARY, YOUTH, ADMIN = (UnitName(name) for name in ("Kirjasto", "Nuoriso", "Hallinto"))
CHANNELS = (
    channel("kirjasto-instagram", unit=LIBRARY, url="https://www.instagram.com/Kirjasto/", handle="kirjasto"),
    channel("kunta-facebook", platform="facebook", unit=ADMIN, scope=Scope.MUNICIPALITY, responsible=SECOND.id),
    channel("vanha-instagram", unit=YOUTH, status=Status.RETIRED, url="https://instagram.com/vanha", handle="vanha"),
    channel("kirjasto-facebook", platform="facebook", unit=LIBRARY, maintainers=(Maintainer(SECOND.id),)),
    channel("kunta-instagram", unit=ADMIN, scope=Scope.MUNICIPALITY, handle="esimerkki.kunta"),
    channel("nuoriso-instagram", unit=YOUTH, status=Status.PROPOSED, responsible=THIRD.id),
)


def register(*channels: Channel) -> Register:
    return Register({one.id: one for one in channels or CHANNELS}, {FIRST.id: FIRST})


def found(**query: object) -> list[str]:
    return [one.id for one in register().find(ChannelQuery(**query))]  # type: ignore[arg-type]


def test_the_whole_municipalitys_channels_come_first_then_the_registers_order() -> None:
    listed = ["kunta-facebook", "kunta-instagram", "kirjasto-instagram", "kirjasto-facebook", "nuoriso-instagram"]
    assert [one.id for one in register().listed()] == listed
    assert found() == listed
    for some in permutations(CHANNELS, 3):
        ordered = in_list_order(some)
        assert sorted(ordered, key=some.index) == list(some)
        assert [one.scope for one in ordered] == sorted((one.scope for one in some), key=str)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({"platforms": ("instagram",)}, ["kunta-instagram", "kirjasto-instagram", "nuoriso-instagram"]),
        ({"units": ("Kirjasto",)}, ["kirjasto-instagram", "kirjasto-facebook"]),
        ({"scope": Scope.MUNICIPALITY}, ["kunta-facebook", "kunta-instagram"]),
        ({"platforms": ("facebook",), "units": ("Kirjasto",)}, ["kirjasto-facebook"]),
        ({"platforms": ("facebook", "instagram"), "scope": Scope.MUNICIPALITY}, ["kunta-facebook", "kunta-instagram"]),
        ({"names": ("kirjasto-facebook",)}, ["kirjasto-facebook"]),
        ({"names": ("kirjasto-facebook", "kirjasto-instagram")}, ["kirjasto-facebook", "kirjasto-instagram"]),
        ({"names": ("kirjasto-facebook",), "units": ("Nuoriso",)}, ["kirjasto-facebook"]),
        ({"names": ("vanha-instagram",)}, []),
        ({"platforms": ("tiktok",)}, []),
    ],
)
def test_channels_are_found_by_what_was_said(query: dict[str, object], ids: list[str]) -> None:
    assert found(**query) == ids


def test_a_query_is_empty_where_nothing_was_said() -> None:
    assert ChannelQuery().is_empty
    assert not ChannelQuery(scope=Scope.UNIT).is_empty
    assert not ChannelQuery(names=("a",)).is_empty


@pytest.mark.parametrize(
    "typed", ["instagram.com/kirjasto", "<http://m.instagram.com/KIRJASTO?hl=fi>", "@Kirjasto", "kirjasto"]
)
def test_a_channel_is_found_at_any_spelling_of_its_address_or_handle(typed: str) -> None:
    assert [one.id for one in register().at_address(typed)] == ["kirjasto-instagram"]


@pytest.mark.parametrize("typed", ["@esimerkki.kunta", "esimerkki.kunta"])
def test_a_handle_with_a_dot_in_it_is_a_handle_still(typed: str) -> None:
    assert [one.id for one in register().at_address(typed)] == ["kunta-instagram"]


def test_a_retired_channel_is_found_at_its_address() -> None:
    assert [one.id for one in register().at_address("https://www.instagram.com/vanha/")] == ["vanha-instagram"]


@pytest.mark.parametrize("typed", ["", "  ", "@", "instagram.com/toinen", "@toinen"])
def test_at_an_address_that_is_nobodys_there_is_no_channel(typed: str) -> None:
    assert register().at_address(typed) == ()


def test_the_channels_that_somebody_keeps_are_those_one_is_named_in() -> None:
    assert [one.id for one in register().kept_by(SECOND.id)] == ["kunta-facebook", "kirjasto-facebook"]
    retired = channel("vanha", status=Status.RETIRED, responsible="fourth")
    assert register(retired).kept_by("fourth") == ()


def test_a_person_of_whom_nothing_is_known_has_an_id_only() -> None:
    assert register().person(FIRST.id) == FIRST
    assert register().person("fourth") == Person("fourth")


def test_a_person_is_found_by_identity_or_by_email_in_any_capitals() -> None:
    fourth = Person("fourth", "Fourth", "Fourth@Kunta.Example", identities=("slack:U0D", "teams:d"))
    people = Register(people={FIRST.id: FIRST, "fourth": fourth})
    assert people.person_by_reference("teams:d") == fourth
    assert people.person_by_reference("fourth@kunta.example") == fourth
    assert people.person_by_reference("slack:U0E") is None
    assert people.person_by_reference("nobody@kunta.example") is None
