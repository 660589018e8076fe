"""Each thing once: a workspace sends again what it is unsure of, and Slack a mention as a message as well."""

from collections import OrderedDict
from collections.abc import Collection, Iterable
from hashlib import blake2b
from typing import Final, Protocol

from bot.errors import SomebotError

REMEMBERED: Final = 5_000
"""How many keys are remembered, the newest: Slack's last retry comes after some six minutes, in which nobody sends
fourteen things a second."""


class UnderWayError(SomebotError):
    """Another process is at it, or it takes too long to see whether one is: whoever sent it is to send it again."""


class Claims(Protocol):
    """Which of the things that workspaces send were taken on, by whichever process on the same stores.

    A claim holds while its process lives. Once it is settled, it outlives the process as well.
    """

    async def take(self, keys: Collection[str]) -> bool:
        """Whether the thing with these keys is new; from then on it is not. While the database is away, only this
        process's own claims count. Raises UnderWayError."""
        ...

    def settle(self, keys: Collection[str]) -> None:
        """Nobody need do it again, whatever becomes of this process; nothing where it was released."""
        ...

    def release(self, keys: Collection[str]) -> None:
        """Forget the thing, which could not be handled: when it comes again, it is new."""
        ...


DIGEST: Final = 24
"""Letters of a digest."""


def digests_of(keys: Collection[str]) -> list[str]:
    """What is kept of ``keys``: enough to know each again, and nothing of who has said something where."""
    return [blake2b(key.encode(errors="surrogatepass"), digest_size=DIGEST // 2).hexdigest() for key in keys]


class Remembered:
    """The newest keys, ``most`` of them."""

    def __init__(self, keys: Iterable[str] = (), most: int = REMEMBERED) -> None:
        self._most = most
        self._keys: OrderedDict[str, None] = OrderedDict()
        self._add(keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def take(self, keys: Collection[str]) -> bool:
        """Whether none of ``keys`` was there; then all are."""
        if any(key in self._keys for key in keys):
            return False
        self._add(keys)
        return True

    def forget(self, keys: Iterable[str]) -> None:
        """Be without ``keys``."""
        for key in keys:
            self._keys.pop(key, None)

    def _add(self, keys: Iterable[str]) -> None:
        self._keys.update(dict.fromkeys(keys))
        while len(self._keys) > self._most:
            self._keys.popitem(last=False)


class MemoryClaims:
    """``Claims`` of one process, which are gone with it."""

    def __init__(self) -> None:
        self._taken = Remembered()

    async def take(self, keys: Collection[str]) -> bool:
        """Whether the thing with these keys is new; from then on it is not."""
        return self._taken.take(keys)

    def settle(self, keys: Collection[str]) -> None:
        """Nothing outlives the process."""

    def release(self, keys: Collection[str]) -> None:
        """Forget the thing, which could not be handled: when it comes again, it is new."""
        self._taken.forget(keys)
