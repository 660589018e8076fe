"""Kills a process at its calls to Slack, so that a kill falls before, while or after Slack does what was asked."""

from __future__ import annotations

import asyncio
import random
from asyncio.subprocess import Process
from dataclasses import dataclass
from typing import Self

from aiohttp import web

from tests.fake_slack.misbehaving import Usual

POINTS = ("before", "done", "after")


@dataclass
class Kill:
    """Answers a call and kills the caller: ``before`` anything is done, once it is ``done`` and not yet answered, or
    ``rest`` seconds ``after`` the answer, while it is being recorded."""

    point: str
    rest: float
    process: Process | None = None

    @classmethod
    def at_random(cls, dice: random.Random) -> Self:
        return cls(dice.choice(POINTS), dice.random() * 0.005)

    async def answer(self, request: web.Request, usual: Usual) -> web.StreamResponse:
        assert self.process is not None
        if self.point == "before":
            self._kill()
            return web.Response(status=503)
        answer = await usual()
        if self.point == "done":
            self._kill()
        else:
            asyncio.get_running_loop().call_later(self.rest, self._kill)
        return answer

    def _kill(self) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
