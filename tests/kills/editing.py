"""Fifty people who change something, one thing after the other, in a workspace whose bots are killed meanwhile. What
was not taken is sent again, to any of the bots, as Slack does; now and then also what was."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from aiohttp import ClientError, ClientSession

from bot.services.ports import HistoryEntry, State
from bot.services.register.documents import register_of
from tests.fake_slack import sending
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.workspace import Json, Shown
from tests.kills.fleet import Fleet, Member

WRITERS: Final = 50
_AT_ONCE: Final = 5
"""How many of them wait for a reply at a time: the machine has to start bots meanwhile."""
_SAVED: Final = "Tiedot on tallennettu"
_REPLY: Final = 15.0
"""Seconds after which somebody whose bot was killed writes the next thing."""
_WAITS: Final = 8
"""So often somebody waits for so long where none was killed: the machine may do much else."""
_TRIES: Final = 60
"""More than the seconds after which a killed bot's claims are free."""


def writer(number: int) -> str:
    return f"U0EDIT{number:03}"


@dataclass
class Write:
    """One thing that somebody has changed: the interval of their channel, to ``number``."""

    of: int
    number: int
    acknowledged: bool = False
    calm: bool = False
    """Whether nothing was stopped before the reply had come."""


@dataclass
class Editing:
    """The people, who write until they are told to stop."""

    slack: FakeSlack
    fleet: Fleet
    session: ClientSession
    dice: random.Random
    writes: list[Write] = field(default_factory=list)
    stopping: bool = False
    _at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def run(self) -> None:
        """Let all of them write."""
        await asyncio.gather(*(self._write_on(number) for number in range(WRITERS)))

    async def _write_on(self, of: int) -> None:
        for number in range(1, 366):
            async with self._at_once:
                if self.stopping:
                    return
                self.writes.append(write := Write(of, number))
                await self._write(write)
            await asyncio.sleep(0)

    async def _write(self, write: Write) -> None:
        user, stops, out = writer(write.of), self.fleet.stops, self.fleet.is_out
        place, ts = self.slack.workspace.direct(user).id, self.slack.workspace.ts()
        words = f"muokkaa {channel_name(write.of)} päivitysväli={write.number}"
        envelope = sending.envelope(sending.message(user, words, place=place, ts=ts, thread=ts))
        await self._send(envelope)

        def reply() -> Shown | None:
            return next((one for one in self.slack.workspace.shown if (one.place, one.thread) == (place, ts)), None)

        words = "no reply"
        for _ in range(_WAITS):
            with suppress(TimeoutError):
                async with asyncio.timeout(_REPLY):
                    words = (await self.slack.until(reply)).words
                break
            if self.fleet.stops != stops:
                break
        write.acknowledged = _SAVED in words
        write.calm = self.fleet.stops == stops and not out
        assert write.acknowledged or not write.calm, f"{words}, though nothing was stopped"

    async def _send(self, envelope: Json) -> None:
        """Send it as Slack does: again where it is not taken, and sometimes at once to two of them."""
        for retry in range(_TRIES):
            ready = self.fleet.ready
            chosen = self.dice.sample(ready, min(len(ready), 1 + (self.dice.random() < 0.3)))
            statuses = await asyncio.gather(*(self._status(one, envelope, retry) for one in chosen))
            if 200 in statuses:
                return
            await asyncio.sleep(1)
        raise AssertionError("nobody has taken what somebody wrote")

    async def _status(self, member: Member, envelope: Json, retry: int) -> int:
        try:
            return (await self.fleet.sender_to(member, self.session).event(envelope, retry=retry)).status
        except (ClientError, TimeoutError):
            return 0


def channel_name(of: int) -> str:
    return f"Näyttely {of:03}"


def require_whole(writes: list[Write], state: State, history: list[HistoryEntry]) -> int:
    """See that what was acknowledged is there, and each entry of history follows from the one before it; how many of
    the writes were done twice, as only those can be that something was stopped amid."""
    done: Counter[tuple[str, int]] = Counter()
    for channel in register_of(state).channels.values():
        own = [entry for entry in history if channel.id in entry.after]
        for earlier, later in pairwise(own):
            assert later.before[channel.id] == earlier.after[channel.id], "half of a commit"
        assert own[-1].after[channel.id] == channel, "the register and its history differ"
        done.update((channel.name, entry.after[channel.id].update_interval_days or 0) for entry in own[1:])
    times = {(write.of, write.number): done.pop((channel_name(write.of), write.number), 0) for write in writes}
    assert not done, "what nobody wrote"
    for write in writes:
        time = times[write.of, write.number]
        assert time or not write.acknowledged, f"acknowledged and lost: {write}"
        assert time <= (1 if write.calm else 2), f"done {time} times: {write}"
    return sum(time > 1 for time in times.values())
