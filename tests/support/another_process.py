"""A program in another process, which a test talks with by lines."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT


@dataclass(frozen=True)
class AnotherProcess:
    """A process that reads lines and prints lines."""

    process: Process

    def send(self, text: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(text.encode())

    async def line(self) -> str:
        """The next line that it prints."""
        assert self.process.stdout is not None
        return (await self.process.stdout.readline()).decode().rstrip("\n")


@asynccontextmanager
async def another_process(program: str, folder: Path) -> AsyncIterator[AnotherProcess]:
    """A process that runs the text ``program`` on ``folder``, until it has read all that was sent to it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, str(folder), cwd=ROOT, stdin=PIPE, stdout=PIPE
    )
    try:
        yield AnotherProcess(process)
    finally:
        await process.communicate(b"")  # the end of its input ends it
