"""Who is let in and who is not, by tokens that we sign ourselves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.surfaces.teams.gate import BRAKE, KEPT, PlaygroundGate, SigningKeys, TokenGate, Trust, UntrustedError
from tests.fake_teams.issuer import (
    APP_ID,
    SERVICE_URL,
    TENANT,
    Issuer,
    altered,
    bearer,
    claims,
    confused,
    published,
    unsigned,
)
from tests.support.bot_in_memory import NOON

Json = dict[str, Any]


@dataclass
class World:
    issuer: Issuer
    gate: TokenGate

    async def check(self, authorization: str, activity: Json, at: datetime = NOON) -> Trust:
        trust = await self.gate.trust(authorization, at)
        trust.check(activity)
        return trust


@pytest.fixture
async def world() -> AsyncIterator[World]:
    issuer, app = Issuer(), web.Application()
    issuer.add_to(app)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        keys = SigningKeys(session, str(server.make_url("/metadata")))
        yield World(issuer, TokenGate(APP_ID, frozenset({TENANT}), keys))


def activity(**different: Any) -> Json:
    good = {
        "type": "message",
        "id": "1",
        "channelId": "msteams",
        "serviceUrl": SERVICE_URL,
        "conversation": {"id": "c"},
        "channelData": {"tenant": {"id": TENANT}},
    }
    return {key: value for key, value in {**good, **different}.items() if value is not None}


def seconds(**ahead: float) -> int:
    return int((NOON + timedelta(**ahead)).timestamp())


@pytest.mark.parametrize(
    ("token", "body"),
    [
        (lambda: bearer(NOON), activity()),
        (lambda: bearer(NOON).replace("Bearer", "bearer"), activity()),
        (lambda: bearer(NOON, exp=seconds(minutes=-4)), activity()),
        (lambda: bearer(NOON, nbf=seconds(minutes=4), iat=seconds(minutes=4)), activity()),
        (lambda: bearer(NOON, nbf=None, iat=None), activity()),
        (lambda: bearer(NOON, serviceurl=SERVICE_URL.rstrip("/")), activity()),
        (lambda: bearer(NOON), activity(channelData=None, conversation={"id": "c", "tenantId": TENANT})),
    ],
)
async def test_what_teams_has_signed_is_let_in(world: World, token: Callable[[], str], body: Json) -> None:
    assert (await world.check(token(), body)).service_url.rstrip("/") == SERVICE_URL.rstrip("/")


REFUSED: list[tuple[str, Callable[[], str], Json]] = [
    ("no header", lambda: "", activity()),
    ("no token", lambda: "Bearer", activity()),
    ("an empty token", lambda: "Bearer ", activity()),
    ("another scheme", lambda: bearer(NOON).replace("Bearer", "Basic"), activity()),
    ("no scheme", lambda: bearer(NOON).removeprefix("Bearer "), activity()),
    ("no token at all", lambda: "Bearer a.b.c", activity()),
    ("two parts", lambda: bearer(NOON).rpartition(".")[0], activity()),
    ("a very long one", lambda: f"Bearer {'x' * 9_000}", activity()),
    ("letters of no token", lambda: f"{bearer(NOON)}ä", activity()),
    ("not signed", lambda: unsigned(NOON), activity()),
    ("signed with the public key", lambda: confused(NOON), activity()),
    ("claims altered", lambda: altered(bearer(NOON, aud="other"), aud=APP_ID), activity()),
    ("another's key", lambda: bearer(NOON, key="stolen", key_id="one"), activity()),
    ("an unknown key", lambda: bearer(NOON, key="two"), activity()),
    ("another issuer", lambda: bearer(NOON, iss="https://sts.windows.net/x/"), activity()),
    ("no issuer", lambda: bearer(NOON, iss=None), activity()),
    ("another audience", lambda: bearer(NOON, aud="b"), activity()),
    ("several audiences", lambda: bearer(NOON, aud=[APP_ID, "b"]), activity()),
    ("no audience", lambda: bearer(NOON, aud=None), activity()),
    ("expired", lambda: bearer(NOON, exp=seconds(minutes=-6)), activity()),
    ("without an end", lambda: bearer(NOON, exp=None), activity()),
    ("an end that is no number", lambda: bearer(NOON, exp="9999999999"), activity()),
    ("an endless one", lambda: bearer(NOON, exp=float("inf")), activity()),
    ("an end that is nothing", lambda: bearer(NOON, exp=float("nan")), activity()),
    ("not yet valid", lambda: bearer(NOON, nbf=seconds(minutes=6)), activity()),
    ("given in the future", lambda: bearer(NOON, iat=seconds(minutes=6)), activity()),
    ("for another address", lambda: bearer(NOON, serviceurl="https://evil.example/"), activity()),
    ("for no address", lambda: bearer(NOON, serviceurl=None), activity()),
    ("for an address that is none", lambda: bearer(NOON, serviceurl=7), activity()),
    ("an activity from elsewhere", lambda: bearer(NOON), activity(serviceUrl="https://evil.example/")),
    ("an activity from nowhere", lambda: bearer(NOON), activity(serviceUrl=None)),
    ("another channel", lambda: bearer(NOON), activity(channelId="webchat")),
    ("no channel", lambda: bearer(NOON), activity(channelId=None)),
    ("another tenant", lambda: bearer(NOON), activity(channelData={"tenant": {"id": "t2"}})),
    ("no tenant", lambda: bearer(NOON), activity(channelData=None)),
    ("a tenant that is none", lambda: bearer(NOON), activity(channelData={"tenant": [TENANT]})),
]


@pytest.mark.parametrize(("token", "body"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
async def test_what_teams_has_not_signed_for_us_is_refused(world: World, token: Callable[[], str], body: Json) -> None:
    await world.check(bearer(NOON), activity())
    with pytest.raises(UntrustedError) as refused:
        await world.check(token(), body)
    assert refused.value.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)


@pytest.mark.parametrize("endorsed", [(), ("webchat",), ("MSTEAMS",)])
async def test_a_key_that_is_not_endorsed_for_teams_is_no_good(world: World, endorsed: tuple[str, ...]) -> None:
    world.issuer.keys = [published("one", *endorsed)]
    with pytest.raises(UntrustedError):
        await world.check(bearer(NOON), activity())


async def test_unknown_keys_do_not_make_the_gate_ask_again_and_again(world: World) -> None:
    await world.check(bearer(NOON), activity())
    for number in range(50):
        with pytest.raises(UntrustedError):
            await world.check(bearer(NOON, key_id=f"made-up-{number}"), activity(), NOON + timedelta(seconds=number))
    assert world.issuer.asked == 1


async def test_a_new_key_is_learnt_and_an_old_one_forgotten(world: World) -> None:
    await world.check(bearer(NOON), activity())
    world.issuer.keys = [published("two", "msteams")]
    later = NOON + BRAKE + timedelta(seconds=1)
    await world.check(bearer(later, key="two"), activity(), later)
    with pytest.raises(UntrustedError):
        await world.check(bearer(later), activity(), later)


async def test_the_keys_of_before_are_good_while_the_service_does_not_answer(world: World) -> None:
    await world.check(bearer(NOON), activity())
    world.issuer.status = 503
    later = NOON + KEPT + timedelta(hours=1)
    await world.check(bearer(later), activity(), later)
    assert world.issuer.asked == 2


@pytest.mark.parametrize("keys", [[{"kty": "RSA", "kid": "one", "n": "!", "e": "AQAB"}], ["one"], {"one": 1}, None])
async def test_keys_that_are_none_let_nobody_in(world: World, keys: Any) -> None:
    world.issuer.keys = keys
    with pytest.raises(UntrustedError):
        await world.check(bearer(NOON), activity())


async def test_the_playground_needs_no_token_and_has_one_address() -> None:
    gate = PlaygroundGate("http://127.0.0.1:56150/_connector", frozenset({TENANT}))
    trust = await gate.trust("", NOON)
    trust.check(activity(serviceUrl="http://127.0.0.1:56150/_connector"))
    for wrong in (activity(), activity(serviceUrl="http://127.0.0.1:56150/_connector", channelData=None)):
        with pytest.raises(UntrustedError):
            trust.check(wrong)


def test_the_claims_of_a_good_token_are_those_that_microsoft_writes() -> None:
    assert set(claims(NOON)) == {"iss", "aud", "iat", "nbf", "exp", "serviceurl"}
