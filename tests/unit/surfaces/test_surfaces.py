"""Several surfaces: each notice reaches a person once, where they can be found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.delivery import Delivered, Delivery, Reason, Retry, Unreachable
from bot.domain.people import Person
from bot.services.access import Access
from bot.services.notices import Notice, NotReached
from bot.services.notifying import HandOver, Post
from bot.services.ports import State
from bot.services.reminders.outbox import Outbox
from bot.storage.memory import MemoryStore
from bot.surfaces.surface import REMEMBERED, Surfaces
from tests.support.bot_in_memory import NOON
from tests.support.surface import PlainSurface, SilentSurface, bring

SCHEMES = ("slack:", "teams:", "console:")
NOTICE = NotReached(Person("somebody"), Reason.NO_ACCOUNT)


@dataclass
class Workspace(PlainSurface):
    """Reaches whoever has an identity of its own, as long as it is not ``trouble``."""

    scheme: str
    trouble: Retry | Unreachable | None = None
    by_email: bool = False
    sent: list[str] = field(default_factory=list)
    redrawn: list[str] = field(default_factory=list)

    async def send(self, person: Person, notice: Notice, at: object) -> Delivery:
        self.sent.append(person.id)
        return Delivered()

    async def prepare(
        self, person: Person, notice: Notice, at: object, place: str = ""
    ) -> HandOver | Retry | Unreachable:
        return self.trouble or await super().prepare(person, notice, NOON, place)

    async def redraw(self, place: str, notice: Notice) -> Delivery:
        self.redrawn.append(place)
        return Delivered(place)

    def refusal(self, person: Person) -> Unreachable | None:
        here = any(identity.startswith(self.scheme) for identity in person.identities)
        return None if here or (self.by_email and person.email) else Unreachable(Reason.NO_ACCOUNT)


def together(*workspaces: Workspace) -> Surfaces:
    surfaces = Surfaces()
    for workspace in workspaces:
        surfaces.add(SilentSurface(workspace, workspace.scheme))
    return surfaces


def somebody(*schemes: str, email: str | None = None) -> Person:
    return Person("somebody", email=email, identities=tuple(f"{scheme}U0ABC1" for scheme in schemes))


@given(configured=st.permutations(SCHEMES), own=st.sets(st.sampled_from(SCHEMES)), last=st.sampled_from(SCHEMES))
async def test_a_person_gets_a_notice_once_however_many_surfaces_they_are_on(
    configured: list[str], own: set[str], last: str
) -> None:
    workspaces = {scheme: Workspace(scheme) for scheme in configured}
    surfaces, person = together(*workspaces.values()), somebody(*own)
    surfaces.met(person, last)
    store = MemoryStore()
    outbox = Outbox(store, Access(()), surfaces)
    refused = outbox.refusal(person)
    if refused is None:
        await store.commit(outbox.posting(State(), [Post("one", person, NOTICE)], NOON), 0)
    await outbox.deliver_due(NOON)
    await outbox.deliver_due(NOON + timedelta(days=2))
    sent = [scheme for scheme, workspace in workspaces.items() for _ in workspace.sent]
    assert len(sent) == bool(own)
    assert isinstance(refused, Unreachable) == (not own)
    if own:
        assert sent == [last if last in own else next(scheme for scheme in configured if scheme in own)]


async def test_the_order_of_configuration_decides_until_a_person_is_met() -> None:
    slack, teams = Workspace("slack:"), Workspace("teams:")
    surfaces, person = together(slack, teams), somebody("teams:", "slack:")
    await bring(surfaces, person, NOTICE, NOON)
    surfaces.met(person, "teams:")
    await bring(surfaces, person, NOTICE, NOON)
    assert (len(slack.sent), len(teams.sent)) == (1, 1)


async def test_an_identity_counts_more_than_an_address_that_somebody_may_be_found_by() -> None:
    slack, teams = Workspace("slack:", by_email=True), Workspace("teams:")
    surfaces = together(slack, teams)
    await bring(surfaces, somebody("teams:", email="a@kunta.example"), NOTICE, NOON)
    await bring(surfaces, somebody(email="a@kunta.example"), NOTICE, NOON)
    assert (len(slack.sent), len(teams.sent)) == (1, 1)


async def test_a_closed_account_on_one_surface_leads_to_the_next_and_its_reason_is_told_where_there_is_none() -> None:
    closed = Unreachable(Reason.DEACTIVATED)
    slack, teams = Workspace("slack:", closed), Workspace("teams:")
    surfaces = together(slack, teams)
    assert await bring(surfaces, somebody("slack:", "teams:"), NOTICE, NOON) == Delivered()
    assert await bring(surfaces, somebody("slack:"), NOTICE, NOON) == closed
    assert len(teams.sent) == 1


async def test_what_is_redrawn_goes_to_the_surface_that_has_it() -> None:
    slack, teams = Workspace("slack:"), Workspace("teams:")
    surfaces, person = together(slack, teams), somebody("slack:", "teams:")
    for place, taken in (("teams:1", [0, 1]), ("slack:1", [1, 1])):
        prepared = await surfaces.prepare(person, NOTICE, NOON, place)
        assert not isinstance(prepared, Retry | Unreachable)
        assert await prepared() == Delivered(place)
        assert [len(workspace.redrawn) for workspace in (slack, teams)] == taken
    assert await surfaces.prepare(person, NOTICE, NOON, "console:1") == Unreachable(Reason.NO_SURFACE)
    assert slack.sent == teams.sent == []


async def test_a_busy_surface_is_waited_for() -> None:
    busy = Retry(NOON + timedelta(minutes=1))
    slack, teams = Workspace("slack:", busy), Workspace("teams:")
    assert await bring(together(slack, teams), somebody("slack:", "teams:"), NOTICE, NOON) == busy
    assert teams.sent == []


@pytest.mark.parametrize("schemes", [(), ("slack:",)])
async def test_without_a_surface_nobody_can_be_reached(schemes: tuple[str, ...]) -> None:
    nowhere = Unreachable(Reason.NO_SURFACE)
    assert Surfaces().refusal(somebody(*schemes)) == nowhere
    assert await bring(Surfaces(), somebody(*schemes), NOTICE, NOON) == nowhere


async def test_only_so_many_people_are_remembered() -> None:
    slack, teams = Workspace("slack:"), Workspace("teams:")
    surfaces, person = together(slack, teams), somebody("teams:", "slack:")
    surfaces.met(person, "teams:")
    for number in range(REMEMBERED):
        surfaces.met(Person(f"p{number}"), "slack:")
    await bring(surfaces, person, NOTICE, NOON)
    assert (len(slack.sent), len(teams.sent)) == (1, 0)
