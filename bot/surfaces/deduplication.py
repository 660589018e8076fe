"""Each event once: a workspace sends an event again when it is unsure, and Slack a mention as a message as well."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from typing import Final

REMEMBERED: Final = 20_000
"""How many keys are remembered, the newest: Slack's last retry comes after some six minutes."""


class Claims:
    """The events that are being handled or were. In memory: what a restart forgets is hardly sent again."""

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._keys: OrderedDict[str, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._keys)

    def take(self, keys: Collection[str]) -> bool:
        """Whether the event with these keys is new; from then on it is not."""
        if any(key in self._keys for key in keys):
            return False
        self._keys.update(dict.fromkeys(keys))
        while len(self._keys) > self._remembered:
            self._keys.popitem(last=False)
        return True

    def release(self, keys: Collection[str]) -> None:
        """Forget the event, which could not be handled: when it comes again, it is new."""
        for key in keys:
            self._keys.pop(key, None)
