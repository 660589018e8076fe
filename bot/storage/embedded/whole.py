"""A whole store, read and checked to its first line, or written anew: for backups and migrations."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bot.domain.channels import Channel, ChannelId
from bot.errors import StoreError
from bot.services.ports import State
from bot.services.register.documents import CHANNELS, COLLECTIONS
from bot.storage.embedded import state_file
from bot.storage.embedded.damage import HOW_TO_RESTORE
from bot.storage.embedded.encoding import Encoding, first_line
from bot.storage.embedded.files import create_folder, disk_errors, replace_file, replacing_file
from bot.storage.embedded.history import History
from bot.storage.embedded.store import HISTORY, JOURNAL, STATE, Held, load

AS_THEY_ARE: Final = Encoding(COLLECTIONS)
"""Reads and writes the register by its types, which the history has to agree with, all else as plain JSON."""


def history_of(folder: Path, held: Held) -> History:
    """The history of the store in ``folder``, of which ``held`` is what it holds."""
    return History(folder / HISTORY, held.state.seq, held.recent)


def check(folder: Path) -> Held:
    """What the store in ``folder`` holds, once its whole history has been read as well.

    Raises StoreError where something is damaged, or does not belong together.
    """
    held = load(folder, AS_THEY_ARE)
    last: dict[ChannelId, Channel] = {}
    for entry in history_of(folder, held).entries():
        last.update(entry.after)
    if last != held.state.of(CHANNELS):
        raise StoreError(f"{folder}: the register does not agree with its history. {HOW_TO_RESTORE}")
    return held


def lay_down(folder: Path, state: State, history: Iterable[bytes], encoding: Encoding = AS_THEY_ARE) -> None:
    """Write a store with ``state`` and ``history`` into ``folder``, where there is none. Raises StoreError."""
    with disk_errors(folder, "writing"):
        create_folder(folder)
        if state.seq:
            with replacing_file(folder / HISTORY) as file:
                file.writelines(history)
        replace_file(folder / JOURNAL, first_line(state))
    state_file.save(folder / STATE, encoding, state)
