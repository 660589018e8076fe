"""Files as version 1 of the store left them, and what is in them; no tests."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from bot.app.bootstrap import KEPT
from bot.services.ports import HistoryEntry, State
from bot.services.questions.documents import COLLECTIONS as QUESTIONS
from bot.storage.embedded.stores import EmbeddedStores
from tests.conftest import ROOT

VERSION_1: Final = ROOT / "tests" / "data" / "version_1"
BACKUP: Final = VERSION_1 / "backup.zip"


def copied(to: Path) -> Path:
    """A folder that was written by a bot which was killed: commits are in the journals that no snapshot holds."""
    return Path(shutil.copytree(VERSION_1 / "data", to))


def what_it_holds() -> dict[str, Any]:
    """The documents of each collection by key, and the number of the last commit in history, as JSON; fields that have
    come since are as they are where nothing was kept of them."""
    expected: dict[str, Any] = json.loads((VERSION_1 / "expected.json").read_text("utf-8"))
    read = {
        name: {key: _TYPES[name].validate_python(document) for key, document in documents.items()}
        for name, documents in expected.items()
        if name in _TYPES
    }
    return {**expected, **_plain(State(read))}


async def held_in(folder: Path, *, read_only: bool = False) -> tuple[dict[str, Any], list[HistoryEntry]]:
    """What the stores in ``folder`` hold, in the same form, and the history."""
    stores = await EmbeddedStores.open(folder, kept=KEPT, questions=QUESTIONS, read_only=read_only, lock_timeout=0)
    try:
        kept, questions, history = await stores.kept.read(), await stores.questions.read(), await stores.kept.history()
    finally:
        await stores.close()
    return {"seq": kept.seq, **_plain(kept), **_plain(questions)}, list(history)


_TYPES: Final = {collection.name: TypeAdapter(collection.type) for collection in (*KEPT, *QUESTIONS)}


def _plain(state: State) -> dict[str, Any]:
    return {
        name: {key: _TYPES[name].dump_python(document, mode="json") for key, document in documents.items()}
        for name, documents in state.by_collection.items()
    }
