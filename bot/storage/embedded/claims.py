"""Claims in a file: what was settled is known after a restart, when workspaces send again what they are unsure of."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import IO, Final

from bot.services.claims import DIGEST, REMEMBERED, Remembered, digests_of
from bot.storage.embedded.files import opened_to_append, replace_file

FILE: Final = "claims"
"""A line for each key that was settled, after a minus where it was released again; the oldest first."""


class FileClaims:
    """``Claims`` of the process that writes in ``folder``. Nothing waits for the disk, which a killed process does not
    need either; where it refuses, a restart has forgotten more."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._file: IO[bytes] | None = None

    async def take(self, keys: Collection[str]) -> bool:
        """Whether the thing with these keys is new; from then on it is not."""
        return self._taken.take(digests_of(keys))

    def settle(self, keys: Collection[str]) -> None:
        """Keep that it was done."""
        self._write(key for key in digests_of(keys) if key in self._taken)

    def release(self, keys: Collection[str]) -> None:
        """Forget the thing, which could not be handled: when it comes again, it is new."""
        digests = digests_of(keys)
        self._taken.forget(digests)
        self._write(f"-{key}" for key in digests)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()

    @cached_property
    def _taken(self) -> Remembered:
        """What was taken; read when it is first asked for, as commands that hear nobody never do."""
        return Remembered(self._read())

    def _read(self) -> list[str]:
        kept: dict[str, None] = {}
        try:
            lines = self._path.read_text(encoding="ascii", errors="replace").splitlines()
            for line in lines:
                if line.startswith("-"):
                    kept.pop(line[1:], None)
                elif len(line) == DIGEST:  # a shorter one is what a crash has cut off
                    kept[line] = None
            newest = list(kept)[-REMEMBERED:]
            if len(newest) < len(lines):  # while the bot runs, the file only grows: by a megabyte in 40,000 events
                replace_file(self._path, "".join(f"{key}\n" for key in newest).encode())
        except OSError:
            return list(kept)
        return newest

    def _write(self, lines: Iterable[str]) -> None:
        with suppress(OSError):
            if self._file is None:
                self._file = opened_to_append(self._path)
            self._file.write("".join(f"{line}\n" for line in lines).encode())
            self._file.flush()
