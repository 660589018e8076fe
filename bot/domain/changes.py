"""What differs between two states of a channel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from bot.domain.channels import Channel

_BOOKKEEPING = frozenset({"id", "version"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a channel before and after a change; the values are those of the channel."""

    field: str
    before: object
    after: object


def differences(before: Channel, after: Channel) -> tuple[FieldChange, ...]:
    """The fields in which ``after`` differs from ``before``, in the order of the channel's fields."""
    return tuple(_differences(before, after))


def _differences(before: Channel, after: Channel) -> Iterator[FieldChange]:
    for field in fields(Channel):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name not in _BOOKKEEPING and old != new:
            yield FieldChange(field.name, old, new)
