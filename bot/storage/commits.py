"""What a commit does to the register, as pure functions that every store shares."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.register import Register
from bot.services.ports import Changes, Event, HistoryEntry, VersionConflictError
from bot.storage.records import Record


def prepare(register: Register, changes: Changes, expected_version: int, event: Event) -> Record:
    """The record of the commit that puts ``changes`` into ``register``.

    Raises VersionConflictError where the register is not at ``expected_version``.
    """
    if register.version != expected_version:
        raise VersionConflictError(
            f"Somebody else changed the register in the meantime (it is at version {register.version}, "
            f"not {expected_version}): read it again and decide anew"
        )
    put = {channel.id: channel for channel in changes.channels}
    before = {key: register.channels[key] for key in put if key in register.channels}
    after = {
        key: replace(channel, version=before[key].version + 1 if key in before else 1) for key, channel in put.items()
    }
    return Record(HistoryEntry(register.version + 1, event, before, after), changes.people)


def apply(register: Register, record: Record) -> Register:
    """``register`` after the commit that ``record`` keeps. Channels keep their place; new ones come last."""
    return Register(
        channels={**register.channels, **record.entry.after},
        people={**register.people, **{person.id: person for person in record.people}},
        version=record.entry.seq,
    )
