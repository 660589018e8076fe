"""Does a piece of work in a process of its own, which takes with it all the memory that only the work has needed.

What is learnt from takes several times the memory of what is learnt, in small pieces between those that stay, so that
Python cannot give it back. ``serve --console`` holds an eighth less when it has learnt apart, and hardly a reply shares
the interpreter with the learning.
"""

import gc
import logging
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from threading import Lock
from typing import Final, ParamSpec, TypeVar

from bot.errors import SomebotError
from bot.isolation import own_program

_Given = ParamSpec("_Given")
_Done = TypeVar("_Done")

_log = logging.getLogger(__name__)
_SECONDS: Final = 120.0
_ONE_AT_A_TIME: Final = Lock()
"""Each takes about as much memory as the bot itself."""
_STOPPED: Final = frozenset({-signal.SIGTERM, -signal.SIGINT})
"""How a process ends that is stopped with the bot, by a supervisor or from a terminal."""
_is_apart = False
_working: subprocess.Popen[bytes] | None = None
_is_ending = False


class StoppedError(SomebotError):
    """The work was stopped, as it is not needed any more."""


def work_apart() -> None:
    """From now on, have `apart` start a process. A command that ends at once has nothing to gain from it."""
    global _is_apart, _is_ending
    _is_apart, _is_ending = True, False


def end_work() -> None:
    """Stop the work that goes on apart, and start none any more: who waits for it gets StoppedError."""
    global _is_ending
    _is_ending = True
    if (process := _working) is not None:
        process.kill()


def apart(work: Callable[_Given, _Done], *given: _Given.args, **named: _Given.kwargs) -> _Done:
    """What ``work``, a class or function of a module, gives. It is done here where `work_apart` was not called, or
    where the process fails, as it does for want of memory; so whatever ``work`` raises is raised here.

    Raises StoppedError where the process was stopped because the bot ends.
    """
    if not _is_apart:
        return work(*given, **named)
    with _ONE_AT_A_TIME:
        try:
            done: _Done = pickle.loads(_sent_by_another(pickle.dumps((work, given, named))))  # noqa: S301 - it is ours
        except StoppedError:
            raise
        except Exception as problem:  # what is sent by other code than this raises anything: this process can do it
            why = {"error": type(problem).__name__, "exit": getattr(problem, "returncode", None)}
            _log.warning("A process of its own could not do its work", extra=why)
        else:
            return done
    return work(*given, **named)


def _sent_by_another(order: bytes) -> bytes:
    """What a process that is given ``order`` sends. Raises OSError or SubprocessError where it fails."""
    global _working
    command, environment = own_program(__name__)
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - our own program
        command, env=environment, stdin=pipe, stdout=pipe, stderr=nothing
    ) as process:
        _working = process
        try:
            if _is_ending:
                process.kill()
            sent: bytes = process.communicate(order, timeout=_SECONDS)[0]
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        finally:
            _working = None
    if _is_ending or process.returncode in _STOPPED:
        raise StoppedError("the bot ends")
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return sent


def _main() -> None:
    """Do the work that comes in, and send what it gives."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the bot, which waits for this
    gc.disable()  # the process ends before there is much to gather
    work, given, named = pickle.load(sys.stdin.buffer)  # noqa: S301 - whoever started this process has written it
    sys.stdout.buffer.write(pickle.dumps(work(*given, **named)))


if __name__ == "__main__":
    _main()
