"""A process that sends what Slack or Teams sends, signed, over connections that stay open, and takes the time.

Reads a `Job` as JSON from standard input, and writes what became of it as JSON to standard output.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import cycle, islice

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from tests.fake_slack.sending import FORM, sign


@dataclass(frozen=True)
class Job:
    """``requests`` requests to ``url``, their bodies taken in turn from ``bodies``, by ``concurrency`` senders: slash
    commands signed with ``secret``, or with a ``bearer`` activities of Teams' as JSON, sent with that token.

    Each sender waits between two requests for up to twice ``pause``, in seconds. What ``warming`` requests take is not
    counted.
    """

    url: str
    secret: str
    bodies: tuple[str, ...]
    requests: int
    concurrency: int
    warming: int = 0
    pause: float = 0.0
    bearer: str = ""


@dataclass(frozen=True)
class Outcome:
    """The milliseconds of each request, the seconds of all together, the seconds that this process worked itself, and
    how many answers had something in them."""

    took: tuple[float, ...]
    seconds: float
    worked: float
    answered: int


async def run(job: Job) -> Outcome:
    """Do ``job``. Raises AssertionError where an answer is not 200."""
    requests = list(_signed(job))
    connector = TCPConnector(limit=job.concurrency)
    async with ClientSession(connector=connector, timeout=ClientTimeout(30)) as session:
        await _send_all(job, session, requests[: job.warming])
        return await _send_all(job, session, requests[job.warming :])


async def _send_all(job: Job, session: ClientSession, requests: list[tuple[bytes, dict[str, str]]]) -> Outcome:
    waiting = iter(requests)
    took: list[float] = []
    answered = 0
    dice = random.Random(1)  # noqa: S311 - for pauses

    async def send() -> None:
        nonlocal answered
        if job.pause:
            await asyncio.sleep(dice.uniform(0, 2 * job.pause))
        for body, headers in waiting:
            begin = time.perf_counter()
            async with session.post(job.url, data=body, headers=headers) as response:
                content = await response.read()
            took.append((time.perf_counter() - begin) * 1000)
            assert response.status == 200, response.status
            answered += bool(content)
            if job.pause:
                await asyncio.sleep(dice.uniform(0, 2 * job.pause))

    begin, worked = time.perf_counter(), time.process_time()
    await asyncio.gather(*(send() for _ in range(job.concurrency)))
    return Outcome(tuple(took), time.perf_counter() - begin, time.process_time() - worked, answered)


def _signed(job: Job) -> Iterator[tuple[bytes, dict[str, str]]]:
    # All signed beforehand: that is no work of the bot's, and the signatures hold for five minutes.
    timestamp = str(int(time.time()))
    for number, text in enumerate(islice(cycle(job.bodies), job.warming + job.requests)):
        # Each is another one: what comes twice is not answered twice.
        if job.bearer:
            headers = {"Content-Type": "application/json", "Authorization": job.bearer}
            yield json.dumps({**json.loads(text), "id": f"a{number}"}).encode(), headers
            continue
        body = f"{text}&number={number}".encode()
        headers = {
            "Content-Type": FORM,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": sign(job.secret, timestamp, body),
        }
        yield body, headers


def main() -> None:
    """Do the job of standard input."""
    content = json.load(sys.stdin)
    job = Job(**{**content, "bodies": tuple(content["bodies"])})
    json.dump(asdict(asyncio.run(run(job))), sys.stdout)


if __name__ == "__main__":
    main()
