"""Hundreds of requests that are forged or mangled: each is refused, none breaks anything, and no log quotes them."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.fake_teams.issuer import bearer, confused, unsigned
from tests.fake_teams.tenant import STAFF, Tenant, a_tenant

SECRET = "nobody-may-read-this-in-a-log"
Json = dict[str, Any]
WILD: list[Any] = [
    None,
    True,
    0,
    -1.5,
    10**400,
    "",
    SECRET,
    "\x00",
    "\ud800",
    "x" * 5_000,
    [],
    [SECRET],
    {},
    {"id": {}},
]


def mangled(body: Json, at_random: random.Random) -> Json:
    """``body`` with something wild in one place."""
    body = json.loads(json.dumps(body))
    place: Any = body
    while True:
        key = at_random.choice(list(place))
        deeper = place[key]
        if isinstance(deeper, dict) and deeper and at_random.random() < 0.7:
            place = deeper
        elif at_random.random() < 0.2:
            del place[key]
            return body
        else:
            place[key] = at_random.choice(WILD)
            return body


def broken(body: bytes, at_random: random.Random) -> bytes:
    """``body`` that is no JSON, or none of an activity."""
    where = at_random.randrange(len(body))
    return at_random.choice(
        [body[:where], b"\xff" + body, b"[" * 5_000, b"", b"[]", b'"x"', b"NaN", body[where:], b'{"a":' * 3_000]
    )


def samples(tenant: Tenant) -> list[Json]:
    value = {"action": {"type": "Action.Execute", "verb": "act", "data": {"action": SECRET}}}
    return [
        tenant.activity(STAFF, text=SECRET),
        tenant.mention(STAFF, SECRET),
        tenant.activity(STAFF, "invoke", name="adaptiveCard/action", value=value),
        tenant.activity(STAFF, "invoke", name="task/fetch", value={"data": {"x": SECRET}}),
        tenant.activity(STAFF, "invoke", name="composeExtension/fetchTask", value={"messagePayload": {"body": {}}}),
        tenant.activity(STAFF, "installationUpdate", action="add"),
    ]


async def attack(number: int, caplog: pytest.LogCaptureFixture) -> dict[int, int]:
    """How often each status was answered to ``number`` forged requests and as many mangled ones that are signed."""
    caplog.set_level(logging.DEBUG)
    at_random, statuses = random.Random(number), dict[int, int]()  # noqa: S311 - no secret
    async with a_tenant() as tenant:
        at, url = tenant.clock.now(), tenant.service_url
        forgeries: list[Callable[[], str]] = [
            lambda: "",
            lambda: f"Bearer {SECRET}",
            lambda: unsigned(at),
            lambda: confused(at),
            lambda: bearer(at, key="stolen", key_id="one", serviceurl=url),
            lambda: bearer(at, aud=SECRET, serviceurl=url),
            lambda: bearer(at, serviceurl=f"https://{SECRET}/"),
            lambda: bearer(at, exp=1, serviceurl=url),
        ]
        for _ in range(number):
            sent = at_random.choice(samples(tenant))
            status, _ = await tenant.send(sent, at_random.choice(forgeries)())
            assert status in (401, 403)
            sent = mangled(sent, at_random)
            coded = json.dumps(sent).encode()
            status, _ = await tenant.send(broken(coded, at_random) if at_random.random() < 0.3 else coded)
            assert status in (200, 400, 401, 403, 413), sent
            statuses[status] = statuses.get(status, 0) + 1
        await tenant.settle()
        assert (await tenant.say(STAFF, "help")).text
    for record in caplog.records:
        assert SECRET not in f"{record.getMessage()} {vars(record)}"
        assert not record.exc_info
    return statuses


async def test_forged_and_mangled_requests_are_refused_and_not_quoted(caplog: pytest.LogCaptureFixture) -> None:
    statuses = await attack(250, caplog)
    assert statuses.keys() >= {200, 400, 401, 403}


@pytest.mark.soak
async def test_thousands_of_them_are_refused(caplog: pytest.LogCaptureFixture) -> None:
    await attack(5_000, caplog)


async def test_a_body_is_not_read_before_its_sender_is_known() -> None:
    async with a_tenant() as tenant:
        assert (await tenant.send(b"no json", "Bearer x"))[0] == 401
        assert (await tenant.send(b"no json"))[0] == 400


async def test_what_is_too_large_is_not_taken() -> None:
    async with a_tenant() as tenant:
        assert (await tenant.send(b"x" * 2_000_000))[0] == 413
