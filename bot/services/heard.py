"""What has come of each kind from a workspace, and when last: what never comes points at a setting there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.errors import StoreError
from bot.services.committing import update
from bot.services.ports import Change, Collection, State, Store


@dataclass(frozen=True, slots=True)
class LastHeard:
    """The day on which something of a kind came last; ``name`` is what it was called, where that tells something."""

    on: date
    name: str = ""


HEARD: Final = Collection("heard", LastHeard)


class Heard:
    """Keeps in ``store`` when each kind came last from the surface with ``scheme``: once a day, and each other name."""

    def __init__(self, store: Store, scheme: str) -> None:
        self._store = store
        self._scheme = scheme
        self._noted: dict[str, LastHeard] = {}

    async def note(self, kind: str, on: date, name: str = "") -> None:
        """Something of that kind has come. Raises StoreError."""
        heard = LastHeard(on, name)
        if self._noted.get(kind) == heard:
            return
        before = self._noted.get(kind)
        self._noted[kind] = heard  # before it is written: nobody else need do it as well
        key = self._scheme + kind

        def plan(state: State) -> list[Change]:
            return [] if state.of(HEARD).get(key) == heard else [Change.put(HEARD, key, heard)]

        try:
            if plan(await self._store.read()):
                await update(self._store, plan)
        except StoreError:
            self._noted.pop(kind)
            if before is not None:
                self._noted[kind] = before
            raise

    async def load(self) -> None:
        """Know what others have heard as well, and what came before the start. Raises StoreError."""
        for kind, heard in heard_in(await self._store.read(), self._scheme).items():
            self._noted[kind] = max(heard, self._noted.get(kind, heard), key=lambda one: one.on)

    @property
    def last(self) -> Mapping[str, LastHeard]:
        """What has come last of each kind, as far as is known here."""
        return dict(self._noted)


def heard_in(state: State, scheme: str) -> dict[str, LastHeard]:
    """What has come last of each kind from the surface with ``scheme``."""
    return {key.removeprefix(scheme): one for key, one in state.of(HEARD).items() if key.startswith(scheme)}
