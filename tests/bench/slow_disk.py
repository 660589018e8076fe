"""The bot on a disk that takes its time: each write to it lasts ``BENCH_DISK_SECONDS``."""

from __future__ import annotations

import os
import sys
import time
from typing import Any

from bot.cli import main

_SECONDS = float(os.environ["BENCH_DISK_SECONDS"])
_fsync = os.fsync


def _slow(fd: Any) -> None:
    time.sleep(_SECONDS)
    _fsync(fd)


if __name__ == "__main__":
    os.fsync = _slow
    sys.exit(main(["serve"]))
