"""Changing the register: read, plan, commit, and plan anew when somebody else was quicker."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.register import Register
from bot.errors import StoreError
from bot.services.ports import Changes, Event, RegisterStore, VersionConflictError

_ATTEMPTS = 100
"""Each failed attempt means that another change went through, so only a flood of changes gets here."""


async def change(store: RegisterStore, event: Event, plan: Callable[[Register], Changes]) -> tuple[Register, Register]:
    """Commit what ``plan`` makes of the register as it is, and give the register before and after.

    ``plan`` is pure: it is called again with a newer register after a conflict, and raises to refuse the change.
    """
    for _ in range(_ATTEMPTS):
        register = await store.read()
        changes = plan(register)
        try:
            return register, await store.commit(changes, register.version, event)
        except VersionConflictError:
            continue
    raise StoreError("the register changes too fast just now: try again in a moment")
