"""Runs a piece of work in a process of its own, so that no file, however made, takes more than a set time and memory.

Libraries that read foreign formats have faults; what they cost must not depend on who made the file.
"""

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

import bot
from bot.errors import SomebotError, without_words

SECONDS: Final = 50.0
MEMORY_BYTES: Final = 1024 * 1024 * 1024

_ENVIRONMENT: Final = ("PATH", "PYTHON", "LANG", "LC_", "SYSTEMROOT")
"""How the names begin of what a process needs to know: no setting of the bot's, and so no secret, is among them."""

_log = logging.getLogger(__name__)
_PROBLEM: Final = TypeAdapter(dict[str, str])
_TOO_MUCH: Final = "too much"


@dataclass(frozen=True, slots=True)
class Refusals:
    """What is raised where the work is not done: ``error`` made of one of the texts, or of the one that the work gave.

    ``too_much`` is for what takes more time or memory than it may, ``failed`` for a fault of our own, which is logged.
    """

    error: Callable[[str], SomebotError]
    too_much: str
    failed: str


def isolated(module: str, *arguments: str, refusals: Refusals, seconds: float = SECONDS) -> bytes:
    """What ``module``, run as a program with ``arguments``, gives with ``answer``. Raises the error of ``refusals``."""
    command, environment = own_program(module, *arguments)
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and the arguments are no shell's to read
            command,
            env=environment,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise refusals.error(refusals.too_much) from problem
    if done.returncode == 0:
        return done.stdout
    if done.returncode != 1 or not done.stdout:  # ended from outside, or without the memory to say why
        raise refusals.error(refusals.too_much)
    told = _PROBLEM.validate_json(done.stdout)
    if _TOO_MUCH in told:
        raise refusals.error(refusals.too_much)
    if "problem" in told:
        raise refusals.error(told["problem"])
    _log.error("A file could not be read", extra=told)
    raise refusals.error(refusals.failed)


def own_program(module: str, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """The command that runs ``module`` of ours, wherever it is started, and its environment, which has no secrets."""
    root = str(Path(bot.__file__).parent.parent)
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    known = {name: value for name, value in os.environ.items() if name.startswith(_ENVIRONMENT)}
    return [sys.executable, "-m", module, *arguments], {**known, "PYTHONPATH": paths}


def answer(work: Callable[[], bytes], refusal: type[SomebotError]) -> int:
    """In the process of its own: do ``work`` within the limits, and print what it gives, or why it gives nothing; the
    exit code. What ``refusal`` says goes through to whoever waits."""
    limit()
    out = sys.stdout.buffer
    try:
        result = work()
    except refusal as problem:
        out.write(_PROBLEM.dump_json({"problem": str(problem)}))
    except MemoryError:
        out.write(_PROBLEM.dump_json({_TOO_MUCH: ""}))
    except Exception as error:  # whatever a hostile file brings about, whoever waits for this process gets its kind
        out.write(_PROBLEM.dump_json(without_words(error)))
    else:
        out.write(result)
        return 0
    return 1


def limit() -> None:
    """Bound this process's time and memory, as far as the system can."""
    if sys.platform == "win32":  # there, only the time is bounded, from outside
        return
    import resource

    # A system that sets no such limit (macOS has none on memory) still bounds the time.
    for kind, value in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, int(SECONDS))):
        _, most = resource.getrlimit(kind)
        try:
            resource.setrlimit(kind, (value if most == resource.RLIM_INFINITY else min(value, most), most))
        except (OSError, ValueError):
            continue
