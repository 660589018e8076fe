"""A commit whose caller is gone goes on, and what comes of it is nobody's fault."""

from __future__ import annotations

import asyncio
import gc
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.support.documents import errand, opened


async def test_a_conflict_that_nobody_waits_for_any_more_is_not_reported_as_a_fault(tmp_path: Path) -> None:
    told: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: told.append(context))
    async with opened(tmp_path) as store:
        version = (await store.read()).version
        callers = [asyncio.create_task(store.commit([errand(key)], version)) for key in "abc"]
        await asyncio.sleep(0)
        for caller in callers:
            caller.cancel()
        for caller in callers:
            with suppress(asyncio.CancelledError):
                await caller
    # To close, the store waits for the commits before.
    async with opened(tmp_path, read_only=True) as reader:
        assert (await reader.read()).version == version + 1
    del callers, caller
    gc.collect()
    await asyncio.sleep(0)
    assert told == []
