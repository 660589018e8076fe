"""A round over many sources: of one service one after the other, of several services side by side.

Results come as they are known. What fails is told when all sources of its service were looked at, since only then one
can tell a service's outage from a channel's own trouble.

A source is due after an hour and some minutes, so rounds are worth having every ten minutes or so; one in which nothing
is due costs nothing. After a night without rounds, one at seven is in time for nine.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from datetime import datetime
from typing import Final

from bot.activity.looking import look
from bot.activity.model import Result, SourceReport, Watched
from bot.activity.outages import PlatformOut, outage
from bot.activity.politeness import GAP
from bot.activity.reading import Readers

Told = SourceReport | PlatformOut
Pause = Callable[[float], Awaitable[None]]

_SIDE_BY_SIDE: Final = 8


async def watch(
    sources: Iterable[Watched], readers: Readers, at: datetime, *, pause: Pause = asyncio.sleep, gap: float = GAP
) -> AsyncGenerator[Told]:
    """Look at the sources that are due at ``at``. Those that are not, give nothing; those that no reader is for, give
    ``Result.NONE`` each time. Close the iterator (``aclosing``) where it is left early: what is under way ends with it.
    """
    services: dict[str, list[Watched]] = {}
    for one in sources:
        if one.ref is None or one.ref.kind not in readers:
            yield SourceReport(one.key, one.ref, Result.NONE, one.visit)
        else:
            services.setdefault(one.ref.service, []).append(one)
    told: asyncio.Queue[Told | None] = asyncio.Queue()
    free = asyncio.Semaphore(_SIDE_BY_SIDE)

    async def go_through(service: list[Watched]) -> None:
        try:
            async with free:
                await _one_service(service, readers, at, told.put_nowait, lambda: pause(gap))
        finally:
            told.put_nowait(None)

    under_way = [asyncio.create_task(go_through(service)) for service in services.values()]
    try:
        left = len(under_way)
        while left:
            item = await told.get()
            if item is None:
                left -= 1
            else:
                yield item
        await asyncio.gather(*under_way)
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)


async def _one_service(
    service: list[Watched],
    readers: Readers,
    at: datetime,
    tell: Callable[[Told], None],
    rest: Callable[[], Awaitable[None]],
) -> None:
    reports: list[SourceReport] = []
    for one in service:
        if not one.visit.is_due(at):
            continue
        if reports:
            await rest()
        report = await look(one, readers, at)
        reports.append(report)
        if report.result is not Result.FAILING:
            tell(report)
    out = outage(service, reports)
    if out is not None:
        tell(out)
    held = {report.key for report in out.held} if out else frozenset()
    for report in reports:
        if report.result is Result.FAILING and report.key not in held:
            tell(report)
