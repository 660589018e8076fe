"""A whole store, read and checked to its first line, or written anew: for backups, migrations and rewriting."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pydantic_core import from_json

from bot.domain.channels import Channel, ChannelId
from bot.errors import StoreError
from bot.services.ports import State
from bot.services.register.documents import CHANNELS, COLLECTIONS
from bot.storage.embedded import state_file
from bot.storage.embedded.damage import HOW_TO_RESTORE
from bot.storage.embedded.encoding import Encoding, first_line
from bot.storage.embedded.files import create_folder, disk_errors, replace_file, replacing_file
from bot.storage.embedded.history.lines import from_line, require_seq
from bot.storage.embedded.history.reading import History
from bot.storage.embedded.journal.reading import place_of
from bot.storage.embedded.journal.sealing import is_sealed, require_intact
from bot.storage.embedded.loading import HISTORY, JOURNAL, STATE, Loaded, load
from bot.storage.embedded.schema import HISTORY as HISTORY_SCHEMA

AS_THEY_ARE: Final = Encoding(COLLECTIONS)
"""Reads and writes the register by its types, which the history has to agree with, all else as plain JSON."""


def history_of(folder: Path, held: Loaded) -> History:
    """The history of the store in ``folder``, of which ``held`` is what it holds."""
    return History(folder / HISTORY, held.state.seq, held.recent)


def check(folder: Path) -> Loaded:
    """What the store in ``folder`` holds, once its whole history has been read as well.

    Raises StoreError where something is damaged, or does not belong together.
    """
    held = load(folder, AS_THEY_ARE)
    if _channels_by(folder / HISTORY, history_of(folder, held)) != held.state.of(CHANNELS):
        raise StoreError(f"{folder}: the register does not agree with its history. {HOW_TO_RESTORE}")
    return held


def _channels_by(path: Path, history: History) -> dict[ChannelId, Channel]:
    """The channels as ``history``, at ``path``, leaves them. Of a line whose checksum is right, only the last word on a
    channel is read as what it is: to read all would take a minute where there are a hundred thousand."""
    last: dict[ChannelId, int] = {}
    for seq, line in history.lines():
        require_intact(line, place_of(path, seq))
        is_read = not is_sealed(line) or require_seq(line, seq, path).schema != HISTORY_SCHEMA.number
        touched = from_line(line, seq, path).after if is_read else from_json(line)["after"]
        last.update(dict.fromkeys(touched, seq))
    entries = {seq: history.entry(seq) for seq in set(last.values())}
    return {key: entry.after[key] for key, seq in last.items() if (entry := entries[seq]) is not None}


def lay_down(folder: Path, state: State, history: Iterable[bytes], encoding: Encoding = AS_THEY_ARE) -> None:
    """Write a store with ``state`` and ``history`` into ``folder``, where there is none. Raises StoreError."""
    with disk_errors(folder, "writing"):
        create_folder(folder)
        if state.seq:
            with replacing_file(folder / HISTORY) as file:
                file.writelines(history)
    lay_down_state(folder, state, encoding)


def lay_down_state(folder: Path, state: State, encoding: Encoding) -> None:
    """Write a store with ``state`` into ``folder``, where there is none but its history. Raises StoreError."""
    with disk_errors(folder, "writing"):
        create_folder(folder)
        replace_file(folder / JOURNAL, first_line(state))
    state_file.save(folder / STATE, encoding, state)
