"""Does a piece of work in a process of its own, which takes with it all the memory that only the work has needed.

What is learnt from takes several times the memory of what is learnt, in small pieces between those that stay, so that
Python cannot give it back. ``serve --console`` holds a fifth less when it has learnt apart, and no reply shares the
interpreter with the learning.
"""

from __future__ import annotations

import gc
import logging
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from bot.isolation import own_program

_Given = ParamSpec("_Given")
_Done = TypeVar("_Done")

_log = logging.getLogger(__name__)
_SECONDS = 120.0
_is_apart = False


def work_apart() -> None:
    """From now on, have `apart` start a process. A command that ends at once has nothing to gain from it."""
    global _is_apart
    _is_apart = True


def apart(work: Callable[_Given, _Done], *given: _Given.args, **named: _Given.kwargs) -> _Done:
    """What ``work``, a class or function of a module, gives. It is done here where `work_apart` was not called, or
    where the process fails, as it does for want of memory; so whatever ``work`` raises is raised here."""
    if not _is_apart:
        return work(*given, **named)
    command, environment = own_program(__name__)
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            input=pickle.dumps((work, given, named)),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=_SECONDS,
            check=True,
        )
        result: _Done = pickle.loads(done.stdout)  # noqa: S301 - our own process has written it
    except (OSError, subprocess.SubprocessError, pickle.PickleError, EOFError) as problem:
        _log.warning("A process of its own could not do its work", extra={"error": type(problem).__name__})
        return work(*given, **named)
    return result


def _main() -> None:
    """Do the work that comes in, and send what it gives."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the bot, which waits for this
    gc.disable()  # the process ends before there is much to gather
    work, given, named = pickle.load(sys.stdin.buffer)  # noqa: S301 - whoever started this process has written it
    sys.stdout.buffer.write(pickle.dumps(work(*given, **named)))


if __name__ == "__main__":
    _main()
