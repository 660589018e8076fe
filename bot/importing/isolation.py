"""Reads a document in a process of its own, so that no file, however made, takes more than a set time and memory.

Libraries that read foreign formats have faults; what they cost must not depend on who made the file.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

import bot
from bot.domain.language import Language
from bot.errors import without_words
from bot.importing.document import MIB, DocumentError, Sections
from bot.importing.formats.any_format import read
from bot.importing.sectioning import sections_of

SECONDS: Final = 60.0
MEMORY_BYTES: Final = 1024 * MIB

_TOO_MUCH = "takes too long or too much memory to read: save the text alone as DOCX, and import that"
_log = logging.getLogger(__name__)
_SECTIONS: TypeAdapter[Sections] = TypeAdapter(Sections)
_PROBLEM: TypeAdapter[dict[str, str]] = TypeAdapter(dict[str, str])


def sections_in(path: Path, language: Language, *, seconds: float = SECONDS) -> Sections:
    """The sections of the document in ``path``; raises DocumentError, with the file's name, where there are none."""
    root = str(Path(bot.__file__).parent.parent)
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and the file's path is no shell's to read
            [sys.executable, "-m", __name__, str(path.absolute()), language],
            env={**os.environ, "PYTHONPATH": paths},
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise DocumentError(f"{path}: {_TOO_MUCH}") from problem
    if done.returncode == 0:
        return _SECTIONS.validate_json(done.stdout)
    if done.returncode == 1 and done.stdout:
        told = _PROBLEM.validate_json(done.stdout)
        if "problem" in told:
            raise DocumentError(f"{path}: {told['problem']}")
        _log.error("a document could not be imported", extra=told)
        raise DocumentError(f"{path}: cannot be imported, and the log has the reason: save it as DOCX, and try that")
    raise DocumentError(f"{path}: {_TOO_MUCH}")


def main(path: str, language: str) -> int:
    """Print the sections of a document, or why there are none, as JSON."""
    _limit()
    out = sys.stdout.buffer
    try:
        sections = sections_of(read(Path(path)), Language(language))
    except DocumentError as problem:
        out.write(_PROBLEM.dump_json({"problem": str(problem)}))
    except MemoryError:
        out.write(_PROBLEM.dump_json({"problem": _TOO_MUCH}))
    except Exception as error:  # whatever a hostile file brings about, whoever waits for this process gets its kind
        out.write(_PROBLEM.dump_json(without_words(error)))
    else:
        out.write(_SECTIONS.dump_json(sections))
        return 0
    return 1


def _limit() -> None:
    if sys.platform == "win32":  # there, only the time is bounded
        return
    import resource

    # A system that sets no such limit (macOS has none on memory) still bounds the time.
    for kind, value in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, int(SECONDS))):
        _, most = resource.getrlimit(kind)
        try:
            resource.setrlimit(kind, (value if most == resource.RLIM_INFINITY else min(value, most), most))
        except (OSError, ValueError):
            continue


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
