"""Kills ``serve`` while people do things by signed requests that change something and that others are told of."""

from __future__ import annotations

import asyncio
import random
import shutil
from collections import Counter
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from aiohttp import ClientError

from bot.app.bootstrap import FORGETTING, KEPT
from bot.domain.language import Language
from bot.messages.notices import render
from bot.services.interruptions import UNANSWERED
from bot.services.ports import State
from bot.services.reminders.entries import OUTBOX, OutboxEntry, Stage
from bot.storage.embedded.stores import EmbeddedStores
from bot.storage.embedded.whole import check
from bot.surfaces.slack.rendering import blocks
from bot.surfaces.slack.rendering.rich import slack_user
from tests.fake_slack.server import RESPONSE_URL, FakeSlack, fake_slack
from tests.fake_slack.serving import run, serving, start
from tests.kills.at_slack_calls import Kill
from tests.kills.doing import SECRETARIES, TOO_LATE, Doing, Ledger, add_people
from tests.kills.told import done, require_told_once

_MOST_KILLS: Final = 40
"""After so many a new folder begins: a long history takes long to check."""
_BETWEEN_DELIVERIES: Final = 5
"""After so many kills all that waits in the outbox is delivered: while the bot runs, it is one notice a second."""
_CALLS: Final = ("chat.postMessage", RESPONSE_URL, "views.open", "views.update", "users.info")
_SECRETARIES: Final = ",".join(SECRETARIES)
_MOST_WRITES: Final = 12
"""A kill falls at the latest some milliseconds after so many writes of one life are acknowledged."""
_LONGEST_SECONDS: Final = 0.05
_PATIENCE: Final = 20.0


@dataclass
class Tally:
    """How often ``serve`` was killed, and what was there afterwards."""

    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    notices: Counter[str] = field(default_factory=Counter)
    arrived: int = 0
    uncertain: int = 0
    left_waiting: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills.total()} kills ({dict(self.kills)}): {self.acknowledged} writes acknowledged, none lost; "
            f"{self.notices.total()} notices ({dict(self.notices)}), none lost, none twice; {self.arrived} arrived, of "
            f"{self.uncertain} nobody knows; {self.left_waiting} were left without a reply, and told so"
        )


async def kill_serving(folder: Path, *, kills: int, seed: int) -> Tally:
    """Kill ``serve`` so often, with a new folder now and then, and see each time that nothing is lost."""
    dice, tally, number = random.Random(seed), Tally(), 0  # noqa: S311 - a test, no secret
    while (left := kills - tally.kills.total()) > 0:
        place = folder / f"{number}"
        place.mkdir()
        async with fake_slack() as slack:
            add_people(slack.workspace)
            await _Town(place, slack, dice, tally).go_through(min(left, _MOST_KILLS))
            assert slack.problems == [], slack.problems
        shutil.rmtree(place)
        number += 1
    return tally


class _Town:
    """A workspace and a folder, in which the bot is killed and started again."""

    def __init__(self, folder: Path, slack: FakeSlack, dice: random.Random, tally: Tally) -> None:
        self._folder, self._slack, self._dice, self._tally = folder, slack, dice, tally
        self._ledger = Ledger()
        self._to_be_told: list[set[str]] = []
        """For each one who was left without a reply, under which keys it may be kept that they wait."""

    async def go_through(self, kills: int) -> None:
        for number in range(kills):
            if number % _BETWEEN_DELIVERIES == _BETWEEN_DELIVERIES - 1:
                await self._deliver()
            await (self._killed_while_starting() if self._dice.random() < 0.1 else self._killed_at_work())
            await self._note_who_waits()
            if self._ledger.used_up:
                break
        async with serving(self._folder, self._slack, SOME_ICT_SECRETARIES=_SECRETARIES) as bot:
            assert await bot.stop() == 0
        await self._deliver()
        await self._check()

    async def _deliver(self) -> None:
        code, _, errors = await run(self._folder, self._slack, "remind", SOME_ICT_SECRETARIES=_SECRETARIES)
        assert code == 0, errors

    async def _killed_while_starting(self) -> None:
        process = await start(self._folder, self._slack, SOME_ICT_SECRETARIES=_SECRETARIES)
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), self._dice.uniform(0, 2))
        assert process.returncode is None, (self._folder / "log").read_text(encoding="utf-8")
        process.kill()
        await process.wait()
        self._tally.kills["starting"] += 1

    async def _killed_at_work(self) -> None:
        kill, method = Kill.at_random(self._dice), self._dice.choice(_CALLS)
        async with serving(self._folder, self._slack, SOME_ICT_SECRETARIES=_SECRETARIES) as bot:
            kill.process = bot.process
            if self._dice.random() < 0.7:
                self._slack.misbehave(method, kill, times=1, after=self._dice.randrange(3))
            works = [asyncio.create_task(_until_killed(doing)) for doing in Doing(bot, self._ledger).all()]
            enough = len(self._ledger.acknowledged) + self._dice.randrange(_MOST_WRITES)
            written = self._slack.until(lambda: len(self._ledger.acknowledged) >= enough)
            waits = {asyncio.create_task(written), asyncio.create_task(bot.process.wait())}
            _, left = await asyncio.wait(waits, timeout=_PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.sleep(self._dice.uniform(0, _LONGEST_SECONDS))  # so that the kill falls between any two
            by_call = bot.process.returncode is not None
            if not by_call:
                bot.process.kill()
                await bot.process.wait()
        self._tally.kills[f"{method} {kill.point}" if by_call else "at any time"] += 1
        self._slack.behave()
        for _ in range(100):  # what was sent before the kill still arrives
            await asyncio.sleep(0)
        for work in (*works, *left):
            work.cancel()
        for failed in await asyncio.gather(*works, return_exceptions=True):
            if isinstance(failed, Exception):
                raise failed

    async def _note_who_waits(self) -> None:
        """Whoever was left without a reply is kept as waiting."""
        _, forgetting = await self._held()
        for user in self._ledger.waiting:
            keys = {key for key, one in forgetting.of(UNANSWERED).items() if one.identity == f"slack:{user}"}
            assert keys, f"nobody will tell {user}, whose request was taken, that there is no reply"
            self._to_be_told.append(keys)
        self._ledger.waiting.clear()

    async def _held(self) -> tuple[State, State]:
        stores = await EmbeddedStores.open(self._folder / "data", kept=KEPT, questions=FORGETTING, read_only=True)
        held = await stores.kept.read(), await stores.questions.read()
        await stores.close()
        return held

    async def _check(self) -> None:
        kept, forgetting = await self._held()
        check(self._folder / "data" / "kept")
        lost = self._ledger.acknowledged - done(kept, forgetting)
        assert lost == set(), f"acknowledged and lost: {sorted(lost)}"
        self._tally.notices += require_told_once(kept, forgetting, named=2, secretaries=len(SECRETARIES))
        self._tally.acknowledged += len(self._ledger.acknowledged)
        told = {key.removeprefix("interrupted/") for key in kept.of(OUTBOX) if key.startswith("interrupted/")}
        assert all(keys & told for keys in self._to_be_told), "somebody waits for a reply for ever"
        assert forgetting.of(UNANSWERED) == {}
        self._tally.left_waiting += len(self._to_be_told)
        self._check_arrived(list(kept.of(OUTBOX).values()))

    def _check_arrived(self, entries: list[OutboxEntry]) -> None:
        """What was delivered has arrived once; what nobody knows of, once at most; nothing else has."""
        posted = Counter(
            (str(call.arguments["channel"]), str(call.arguments["text"]))
            for call in self._slack.called("chat.postMessage")
            if TOO_LATE not in str(call.arguments["text"])  # a reply, which nobody has to have in the outbox
        )
        delivered = Counter(_as_posted(entry) for entry in entries if entry.stage is Stage.DELIVERED)
        uncertain = Counter(_as_posted(entry) for entry in entries if entry.stage is Stage.UNCERTAIN)
        missing, too_many = delivered - posted, posted - delivered - uncertain
        assert not missing, f"delivered, and not there: {missing}"
        assert not too_many, f"twice, or never meant: {too_many}"
        assert uncertain.total() <= self._tally.kills.total(), "more than one in flight at a kill"
        self._tally.arrived += posted.total()
        self._tally.uncertain += uncertain.total()


def _as_posted(entry: OutboxEntry) -> tuple[str, str]:
    """To whom the entry goes, and the first words of it."""
    first = blocks.render(render(entry.notice, Language.FI))[0]
    return slack_user(entry.person.identities) or "", first.text


async def _until_killed(doing: Coroutine[Any, Any, None]) -> None:
    with suppress(ClientError):
        await doing
