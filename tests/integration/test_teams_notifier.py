"""Notices in Teams: who is reached where, what becomes of each, and what is tried again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.domain.delivery import Delivered, Delivery, Reason, Retry, Uncertain, Unreachable
from bot.domain.language import Language
from bot.domain.people import Person, Standing, WorkspaceAccount
from bot.errors import StoreError
from bot.services.conversation_references import (
    CONVERSATION_REFERENCES,
    ConversationReference,
    ConversationReferences,
)
from bot.services.notices import Interrupted
from bot.services.ports import State
from bot.storage.memory import MemoryStore
from tests.fake_teams.service import Misbehaviour, busy, no_json, reset
from tests.fake_teams.tenant import ICT, STAFF, Tenant, a_tenant, object_id
from tests.support.bot_in_memory import NOON
from tests.support.surface import bring

SOMEBODY = Person("somebody", identities=(f"teams:{STAFF}",), language=Language.EN)
OWN = f"a:29:{STAFF}"
SOON = NOON + timedelta(minutes=1)


@pytest.fixture
async def tenant() -> AsyncIterator[Tenant]:
    async with a_tenant() as made:
        yield made


async def keep(tenant: Tenant) -> None:
    reference = ConversationReference(f"teams:{STAFF}", tenant.service_url, OWN)
    await ConversationReferences(tenant.application.store).keep(reference)


async def notify(tenant: Tenant, person: Person = SOMEBODY) -> Delivery:
    return await bring(tenant.surface.notifier, person, Interrupted(), NOON)


async def kept(tenant: Tenant) -> set[str]:
    return set((await tenant.application.store.read()).of(CONVERSATION_REFERENCES))


async def test_a_notice_goes_to_the_persons_own_conversation(tenant: Tenant) -> None:
    await keep(tenant)
    assert await notify(tenant) == Delivered(f"teams:{OWN}/m1")
    (posted,) = tenant.service.posted
    assert (posted.conversation, posted.activity["locale"]) == (OWN, "en")
    assert posted.text


async def test_a_notice_takes_the_place_of_an_earlier_one(tenant: Tenant) -> None:
    await keep(tenant)
    first = await notify(tenant)
    assert isinstance(first, Delivered)
    hand_over = await tenant.surface.notifier.prepare(SOMEBODY, Interrupted(), NOON, first.place)
    assert callable(hand_over)
    assert await hand_over() == first
    assert [one.replaces for one in tenant.service.posted] == ["", "m1"]


async def test_who_has_not_been_met_is_found_by_their_account(tenant: Tenant) -> None:
    assert isinstance(await notify(tenant), Delivered)
    assert tenant.service.posted[0].conversation == f"a:{STAFF}"
    assert await kept(tenant) == {f"teams:{STAFF}"}


async def test_whom_the_bot_is_not_installed_for_is_not_reached(tenant: Tenant) -> None:
    tenant.service.not_installed.add(STAFF)
    assert await notify(tenant) == Unreachable(Reason.NO_ACCOUNT)
    assert not tenant.service.posted


@pytest.mark.parametrize(
    "person",
    [
        Person("a", identities=("slack:U0123ABCD",), email="a@example.fi"),
        Person("b", email="b@example.fi"),
        Person("c", identities=("teams:29:anonymous",)),
    ],
)
async def test_who_has_no_account_here_is_not_tried(tenant: Tenant, person: Person) -> None:
    assert tenant.surface.notifier.refusal(person) == Unreachable(Reason.NO_ACCOUNT)
    assert await notify(tenant, person) == Unreachable(Reason.NO_ACCOUNT)
    assert not tenant.service.told


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("ConversationBlockedByUser", Reason.REFUSED),
        ("BotNotInConversationRoster", Reason.NO_ACCOUNT),
        ("ForbiddenOperationException", Reason.NO_ACCOUNT),
        ("SomethingNew", Reason.REFUSED),
    ],
)
async def test_who_cannot_be_written_to_is_forgotten_until_they_are_met_again(
    tenant: Tenant, code: str, reason: Reason
) -> None:
    await keep(tenant)
    tenant.service.blocked[OWN] = code
    assert await notify(tenant) == Unreachable(reason)
    assert await kept(tenant) == set()


@pytest.mark.parametrize(
    ("misbehaves", "outcome"),
    [
        (busy(429, "120"), Retry(NOON + timedelta(minutes=2), for_all=True)),
        (busy(429), Retry(SOON, for_all=True)),
        (busy(412), Retry(SOON)),
        (busy(502), Retry(SOON)),
        (busy(503, "30"), Retry(NOON + timedelta(seconds=30))),
        (busy(504), Retry(SOON)),
        (no_json, Retry(SOON)),
        (busy(401), Retry(SOON, for_all=True)),
        (busy(413, code="MessageSizeTooBig"), Unreachable(Reason.NOT_SHOWN)),
        (busy(400, code="BadSyntax"), Unreachable(Reason.NOT_SHOWN)),
        (busy(404, code="ConversationNotFound"), Unreachable(Reason.NO_ACCOUNT)),
        (busy(500), Uncertain()),
        (reset, Uncertain()),
    ],
)
async def test_what_becomes_of_a_notice_is_said(tenant: Tenant, misbehaves: Misbehaviour, outcome: Delivery) -> None:
    await keep(tenant)
    await tenant.surface.notifier.is_up()
    tenant.service.misbehaves = [misbehaves]
    assert await notify(tenant) == outcome
    assert not tenant.service.posted
    assert len([call for call in tenant.service.told if call.endswith("activities")]) == 1


@pytest.mark.parametrize("misbehaves", [busy(429), busy(503), busy(500), reset])
async def test_a_conversation_that_could_not_be_opened_is_tried_again(tenant: Tenant, misbehaves: Misbehaviour) -> None:
    tenant.service.misbehaves = [misbehaves]
    assert isinstance(await notify(tenant), Retry)
    assert isinstance(await notify(tenant), Delivered)


async def test_a_wrong_secret_keeps_the_notice(tenant: Tenant) -> None:
    await keep(tenant)
    tenant.service.token_status = 401
    assert await notify(tenant) == Retry(SOON, for_all=True)
    tenant.service.token_status = 200
    assert isinstance(await notify(tenant), Delivered)


class Unreadable(MemoryStore):
    """A store that cannot be read just now."""

    broken = False

    async def read(self) -> State:
        if self.broken:
            raise StoreError("no disk")
        return await super().read()


async def test_a_store_that_cannot_be_read_keeps_the_notice_and_knows_nobody() -> None:
    store = Unreadable()
    async with a_tenant(store=store) as tenant:
        store.broken = True
        assert await notify(tenant) == Retry(SOON)
        assert await tenant.surface.account(f"teams:{STAFF}", NOON) is None


async def test_an_account_is_known_once_the_person_has_been_met(tenant: Tenant) -> None:
    assert await tenant.surface.account(f"teams:{STAFF}", NOON) is None
    await tenant.say(STAFF, "help")
    assert await tenant.surface.account(f"teams:{STAFF}", NOON) == WorkspaceAccount(
        f"teams:{STAFF}", "Person3 Somebody", "person3@example.fi", Standing.STAFF
    )
    for unknown in (f"teams:{object_id(99)}", "person3@example.fi", "slack:U0123ABCD", "teams:x"):
        assert await tenant.surface.account(unknown, NOON) is None


async def test_where_somebody_is_written_to_goes_when_their_data_are_erased(tenant: Tenant) -> None:
    for who in (STAFF, ICT):
        await tenant.say(who, "help")
    person = await tenant.application.services.people.by_identity(f"teams:{STAFF}")
    await tenant.application.services.privacy.erase(person, NOON)
    assert await kept(tenant) == {f"teams:{ICT}"}
