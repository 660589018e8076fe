"""The disk refuses at any call while the stores are rewritten: all is done or nothing, the caller is told which, and
whatever is acknowledged afterwards is there at the next start."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.app.bootstrap import KEPT
from bot.errors import StoreError
from bot.services.questions.documents import COLLECTIONS as QUESTIONS
from bot.services.register.documents import CHANNELS, puts
from bot.storage.embedded.stores import EmbeddedStores
from bot.storage.embedded.whole import check
from tests.unit.storage.support import EVENT, INSTAGRAM, KEEPER
from tests.unit.storage.test_rewriting import renamed

_CALLS = ("open", "write", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir", "ftruncate")


class RefusingDisk:
    """Refuses the call number ``refused`` of those that change something, and all after it where it is ``for_good``."""

    def __init__(self, patch: pytest.MonkeyPatch, *, for_good: bool) -> None:
        self.refused = self.calls = 0
        self._for_good = for_good
        self._is_watched = False
        for name in _CALLS:
            patch.setattr(os, name, self._watched(name, getattr(os, name)))

    @contextmanager
    def refusing(self, number: int) -> Iterator[None]:
        self.refused, self.calls, self._is_watched = number, 0, True
        try:
            yield
        finally:
            self._is_watched = False

    def _watched(self, name: str, real: Any) -> Any:
        def call(*arguments: Any, **more: Any) -> Any:
            if self._is_watched and not (name == "open" and not arguments[1] & (os.O_WRONLY | os.O_RDWR)):
                self.calls += 1
                if self.calls == self.refused or (self._for_good and self.calls > self.refused):
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
            return real(*arguments, **more)

        return call


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
async def test_all_or_nothing_is_done_and_the_caller_is_told_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, for_good: bool
) -> None:
    disk, number, outcomes = RefusingDisk(monkeypatch, for_good=for_good), 0, set[str]()
    while number <= disk.calls:
        number += 1
        outcomes.add(await _rewritten_in(tmp_path / f"{number}", disk, number))
    assert outcomes == {"done", "refused"}
    assert number > 40


async def _rewritten_in(folder: Path, disk: RefusingDisk, number: int) -> str:
    stores = await _opened(folder)
    await stores.kept.commit(puts([INSTAGRAM], [KEEPER]), 0, EVENT)
    outcome = "refused"
    with disk.refusing(number):
        try:
            await stores.rewrite(renamed)
            outcome = "done"
        except StoreError:
            pass
    purpose = await _noted(stores)
    await stores.close()

    stores = await _opened(folder)
    channel = (await stores.kept.read()).of(CHANNELS)[INSTAGRAM.id]
    past = [one.after[INSTAGRAM.id].name for one in await stores.kept.history()]
    await stores.close()
    check(folder / "kept")
    name = "other" if outcome == "done" else INSTAGRAM.name
    assert (channel.name, past[0]) == (name, name), f"call {number}: {outcome}, and not so"
    assert channel.purpose == purpose, f"call {number}: acknowledged and lost"
    assert {path.name for path in folder.iterdir()} == {"lock", "kept", "questions"}
    return outcome


async def _noted(stores: EmbeddedStores) -> str:
    """Change something; what is acknowledged of it."""
    state = await stores.kept.read()
    before = state.of(CHANNELS)[INSTAGRAM.id]
    try:
        await stores.kept.commit(puts([replace(before, purpose="noted", version=2)]), state.version, EVENT)
    except StoreError:
        return before.purpose
    return "noted"


async def _opened(folder: Path) -> EmbeddedStores:
    return await EmbeddedStores.open(folder, kept=KEPT, questions=QUESTIONS, lock_timeout=0)
