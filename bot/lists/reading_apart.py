"""Reads a list in a process of its own, with bounds on time and memory, as documents are read."""

import json
import sys
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from bot.isolation import SECONDS, Refusals, answer, isolated
from bot.lists.sheets import UnreadableFileError
from bot.lists.tables import Contents, read_contents, to_import

_TOO_MUCH: Final = "takes too long or too much memory to read: this is no list of channels"
_FAILED: Final = "cannot be read, and the log has the reason: save it as CSV, and try that"
_CONTENTS: Final[TypeAdapter[Contents]] = TypeAdapter(Contents)


def read_apart(path: Path, *, seconds: float = SECONDS) -> object:
    """What ``path`` holds, for an import, as ``read_register_file`` gives it. Raises UnreadableFileError."""
    refusals = Refusals(UnreadableFileError, f"{path}: {_TOO_MUCH}", f"{path}: {_FAILED}")
    printed = isolated(__name__, str(path), refusals=refusals, seconds=seconds)
    return to_import(_CONTENTS.validate_python(json.loads(printed)), path)


def main(path: str) -> int:
    """Print what is in a list, or why nothing can be read, as JSON."""

    def work() -> bytes:
        # Python's own JSON, as it gives all values back as they were, also those that JSON does not have.
        return json.dumps(_CONTENTS.dump_python(read_contents(Path(path)))).encode()

    return answer(work, UnreadableFileError)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
