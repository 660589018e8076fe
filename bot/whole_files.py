"""Files that are there whole, or as they were before, whenever the machine stops."""

import os
import tempfile
from pathlib import Path
from typing import Final

PRIVATE: Final = 0o600
"""For the bot's own user alone: what holds personal data."""


def write_whole(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Put ``content`` in place of the file at ``path``, which only those that ``mode`` names may read. Raises OSError;
    the old file is then still in place."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # nobody else may read it
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(mode)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
