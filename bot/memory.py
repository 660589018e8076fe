"""The process's memory."""

import ctypes
import sys
from collections.abc import Callable
from typing import Final

_ONE_ARENA: Final = -8
"""``M_ARENA_MAX`` of `mallopt(3)`."""


def keep_together() -> None:
    """Have all threads take memory from one place: the C library of Linux would give each its own, for threads that
    run at the same time, as Python's do not. ``serve`` holds 6 MiB less after a day in Slack. Call it at the start."""
    if mallopt := _of_the_c_library("mallopt"):
        mallopt(_ONE_ARENA, 1)


def give_back() -> None:
    """Return memory that is not in use any more to the system, for after something large: the C library of Linux would
    keep some of it for later. ``serve --console`` holds some 8 MiB less when all is learnt."""
    if trim := _of_the_c_library("malloc_trim"):
        trim(0)


def _of_the_c_library(function: str) -> Callable[..., int] | None:
    """None where there is no such function: on other systems, and beside other C libraries."""
    return getattr(ctypes.CDLL(None), function, None) if sys.platform == "linux" else None
