"""The bot in Slack and in Teams at once: how soon what Teams sends is acknowledged, and what Teams adds in memory."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import cycle, islice

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.bench.commands import owner_texts
from tests.bench.figures import Figure, Figures, percentile
from tests.bench.http import BOT, Running, a_folder, loaded, running
from tests.bench.load import Job
from tests.fake_slack.server import FakeSlack, fake_slack
from tests.fake_teams.issuer import APP_ID, TENANT, Issuer, bearer
from tests.fake_teams.service import Json, Service, member
from tests.fake_teams.tenant import object_id

_PEOPLE, _MESSAGES = 50, 1_000
_PAUSE = 1.0
"""Seconds between two messages of one of the 50 people, on average."""


async def teams_figures() -> Figures:
    """50 people in Teams ask who owns a channel; and beside that a bot that serves Slack alone."""
    async with fake_slack() as slack, a_folder() as folder:
        async with running(BOT, slack, folder) as alone:
            in_slack = alone.resident()
        async with _tenant() as (service, url):
            settings = {
                "TEAMS_CLIENT_ID": APP_ID,
                "TEAMS_CLIENT_SECRET": "made-up",
                "TEAMS_TENANT_ID": TENANT,
                "BENCH_KEYS": f"{url}metadata",
                "BENCH_LOGIN": url.rstrip("/"),
            }
            async with running(("tests.bench.teams_bot",), slack, folder, **settings) as app:
                ready = app.resident()
                figures = await _asked(app, slack, service, url)
    more = {"teams_memory_more": Figure(ready - in_slack, "MiB", "<= 15")}
    return {**figures, "slack_memory": Figure(in_slack, "MiB"), **more}


async def _asked(app: Running, slack: FakeSlack, service: Service, url: str) -> Figures:
    job = Job(
        url=f"http://127.0.0.1:{app.port}/api/messages",
        secret=slack.signing_secret,
        bearer=bearer(datetime.now(UTC), serviceurl=url),
        bodies=tuple(json.dumps(_message(text, number % _PEOPLE, url)) for number, text in enumerate(_texts())),
        requests=_MESSAGES,
        warming=_PEOPLE,
        concurrency=_PEOPLE,
        pause=_PAUSE,
    )
    outcome = await loaded(job)
    await service.until_posted(_PEOPLE + _MESSAGES)  # an acknowledgement without its reply would be no figure
    return {
        "ack_teams_p50": Figure(percentile(outcome.took, 50), "ms"),
        "ack_teams_p99": Figure(percentile(outcome.took, 99), "ms", "<= 50"),
        "ack_teams_max": Figure(max(outcome.took), "ms", "<= 5000"),
        "teams_memory_asked": Figure(app.resident(), "MiB", "<= 170"),
    }


def _texts() -> list[str]:
    return list(islice(cycle(owner_texts(200)), _PEOPLE + _MESSAGES))


def _message(text: str, person: int, url: str) -> Json:
    """What Teams sends when somebody writes to the bot, without the id, which is another one each time."""
    return {
        "type": "message",
        "text": text,
        "channelId": "msteams",
        "serviceUrl": url,
        "from": {"id": f"29:{object_id(person)}", "aadObjectId": object_id(person)},
        "recipient": {"id": f"28:{APP_ID}"},
        "conversation": {"id": f"a:29:{object_id(person)}", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
    }


@asynccontextmanager
async def _tenant() -> AsyncIterator[tuple[Service, str]]:
    """The service that takes messages and gives keys and tokens, and its address."""
    service, issuer, outside = Service(), Issuer(), web.Application()
    service.add_to(outside)
    issuer.add_to(outside)
    for person in range(_PEOPLE):
        service.members[object_id(person)] = member(f"29:{object_id(person)}", object_id(person), f"Person{person} X")
    async with TestServer(outside) as server:
        yield service, str(server.make_url("/"))
