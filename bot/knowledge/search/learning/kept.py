"""What was learnt is kept in a file, so that it is learnt once: that takes about ten seconds a language, and reading it
hundredths of one.

It is learnt anew where the content is another, or the code. Libraries that keep results, such as joblib's Memory, look
at the arguments and the code of one function: not at the files that it reads, nor at what it calls.
"""

import hashlib
import io
import logging
import pickle
import platform
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Final, ParamSpec, TypeVar, cast

import numpy as np

import bot
from bot.apart import apart
from bot.whole_files import write_whole

_Given = ParamSpec("_Given")
_Learnt = TypeVar("_Learnt")

_log = logging.getLogger(__name__)
_CODE: Final = ("knowledge", "language", "domain/guideline.py", "domain/language.py", "understanding/learnt")
"""What learns, or decides what is learnt from."""
_OURS: Final = ("bot.knowledge.", "bot.domain.", "bot.understanding.")
_OF_NUMPY: Final = frozenset({"numpy.dtype", "numpy.ndarray", "numpy._core.multiarray._reconstruct"})
_WORTH_KEEPING: Final = 200_000
"""In bytes: what is smaller is learnt in a moment."""
_MOST_OF_A_NAME: Final = 3
"""An edit of the content leaves what was learnt before behind: a few stay, for whoever goes back."""
_FOR_ALL: Final = 0o644
"""It is no secret, and whoever makes an image is another user than the one who runs it."""
_DIGEST_BYTES: Final = 16
_folder: Path | None = None


class _UnknownError(pickle.UnpicklingError):
    """A file names what nothing that is learnt is made of."""


class _Unpickler(pickle.Unpickler):
    """Makes nothing but what is learnt: a file that somebody put in its place can at most give wrong answers."""

    def find_class(self, module: str, name: str) -> object:
        ours = module.startswith(_OURS)
        if ours or f"{module}.{name}" in _OF_NUMPY:
            found: object = super().find_class(module, name)
            if not ours or (isinstance(found, type) and found.__module__ == module):
                return found
        raise _UnknownError(f"{module}.{name}")


def keep_in(folder: Path | None) -> None:
    """From now on, keep what is learnt in ``folder``, which is made where it is missing; with None, keep nothing."""
    global _folder
    _folder = folder


def kept(
    name: str, of: Iterable[Path], work: Callable[_Given, _Learnt], *given: _Given.args, **named: _Given.kwargs
) -> _Learnt:
    """What ``work``, a class or function of a module, learns from the files ``of`` and from what is ``given``: from a
    file, called by ``name``, where the same was learnt before.

    Raises what ``work`` raises, and StoppedError as `apart` does.
    """
    if _folder is None:
        return apart(work, *given, **named)
    path = _folder / f"{name}-{_digest(of, given, named)}"
    try:
        learnt = cast("_Learnt", _read(path))  # its name says what is in it
    except FileNotFoundError:
        pass
    except Exception as problem:  # what is in a file that is not ours, or not whole, raises anything
        _log.warning("What was learnt cannot be read, and is learnt anew", extra=_why(problem))
    else:
        return learnt
    learnt = apart(work, *given, **named)
    try:
        _write(path, name, pickle.dumps(learnt))
    except OSError as problem:
        advice = "name a folder for it, SOME_CACHE_DIR: now it is learnt at each start"
        _log.warning("What was learnt cannot be kept", extra={**_why(problem), "advice": advice})
    return learnt


def _why(problem: Exception) -> dict[str, str]:
    return {"error": type(problem).__name__}


def _read(path: Path) -> object:
    content = path.read_bytes()
    body = memoryview(content)[_DIGEST_BYTES:]
    if content[:_DIGEST_BYTES] != _sum(body):
        raise pickle.UnpicklingError
    return _Unpickler(io.BytesIO(body)).load()


def _write(path: Path, name: str, body: bytes) -> None:
    if len(body) < _WORTH_KEEPING:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, _sum(body) + body, _FOR_ALL)
    newest_last = sorted(path.parent.glob(f"{name}-*"), key=lambda one: one.stat().st_mtime_ns)
    for old in newest_last[:-_MOST_OF_A_NAME]:
        old.unlink(missing_ok=True)


def _digest(of: Iterable[Path], *given: object) -> str:
    """What is learnt is the same where this is."""
    hashed = hashlib.blake2b(_code(), digest_size=_DIGEST_BYTES)
    for path in of:
        hashed.update(_sum(path.read_bytes() if path.exists() else b""))
    hashed.update(repr(given).encode())
    return hashed.hexdigest()


@cache
def _code() -> bytes:
    """The digest of the code that learns, and of what it runs on."""
    hashed = hashlib.blake2b(f"{platform.python_version()} {np.__version__}".encode())
    for name in _CODE:
        there = Path(bot.__file__).parent / name
        for path in sorted(there.rglob("*.py")) if there.is_dir() else [there]:
            hashed.update(_sum(path.read_bytes()))
    return hashed.digest()


def _sum(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST_BYTES).digest()
