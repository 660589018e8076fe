"""Who may do what."""

from __future__ import annotations

import pytest

from bot.domain.channels import HolidayCover, Maintainer
from bot.domain.people import Actor, Person, Role
from bot.domain.register import Register
from bot.services.access import Access, NotAllowedError, require_ict_secretary, require_keeper
from tests.unit.services.support import AT, FIRST, SECOND, SECRETARY, THIRD, channel, guest, person, staff

ACCESS = Access(("slack:U0ICT0001", "it@kunta.example"), ("slack:U0BOSS001", "slack:U0ICT0001"))


@pytest.mark.parametrize(
    ("somebody", "roles"),
    [
        (person("slack:U0ICT0001"), {Role.ICT_SECRETARY, Role.DECIDER}),
        (Person("x", identities=("teams:x", "slack:U0BOSS001")), {Role.DECIDER}),
        (Person("x", email="IT@Kunta.Example", identities=("slack:U0X",)), {Role.ICT_SECRETARY}),
        (person("teams:U0ICT0001"), set()),
        (Person("slack-u0ict0001", "it@kunta.example"), set()),
        (Person("x"), set()),
    ],
)
def test_roles_come_from_identities_and_email_addresses_of_the_settings(somebody: Person, roles: set[Role]) -> None:
    assert ACCESS.actor(somebody) == Actor(somebody, frozenset(roles))


def test_a_guest_never_has_another_role() -> None:
    actor = ACCESS.actor(person("slack:U0ICT0001"), guest=True)
    assert actor.roles == {Role.GUEST}
    assert actor.is_guest
    assert not actor.is_ict_secretary


def test_nobody_has_a_role_where_the_settings_name_nobody() -> None:
    assert Access().actor(Person("x", email=None)).roles == frozenset()


def test_secretaries_are_as_the_register_knows_them_else_just_their_reference() -> None:
    known = Person("it", "ICT-sihteeri", "it@kunta.example")
    secretaries = ACCESS.secretaries(Register(people={"it": known}))
    assert secretaries == (person("slack:U0ICT0001"), known)


def test_a_secretary_who_is_named_twice_is_one_person() -> None:
    known = Person("it", "ICT-sihteeri", "it@kunta.example", identities=("slack:U0ICT0001",))
    assert ACCESS.secretaries(Register(people={"it": known})) == (known,)


def test_only_the_ict_secretary_keeps_the_register() -> None:
    require_ict_secretary(SECRETARY)
    for actor in (staff(FIRST), Actor(FIRST, frozenset({Role.DECIDER})), guest(FIRST)):
        with pytest.raises(NotAllowedError) as refused:
            require_ict_secretary(actor)
        assert refused.value.allowed == "ict-secretary"


def test_a_channels_keepers_are_its_people_and_the_ict_secretary_but_no_guest_and_no_cover() -> None:
    cover = HolidayCover(AT.date(), AT.date(), THIRD.id, FIRST.id)
    kept = channel(responsible=FIRST.id, maintainers=(Maintainer(SECOND.id),), holiday_covers=(cover,))
    for actor in (staff(FIRST), staff(SECOND), SECRETARY):
        require_keeper(actor, kept)
    for actor in (staff(THIRD), guest(FIRST), guest(SECOND)):
        with pytest.raises(NotAllowedError) as refused:
            require_keeper(actor, kept)
        assert refused.value.allowed == "keeper"
