"""Puts the files of an import in place: all of them or none, checked first, and never over another."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.domain.guideline import Section
from bot.domain.language import Language
from bot.importing.document import DocumentError
from bot.knowledge.content.findings import Severity
from bot.knowledge.content.loader import check


def require_room(folder: Path, language: Language) -> None:
    """Raise DocumentError where ``folder`` cannot take sections in ``language`` without overwriting something."""
    if folder.exists() and not folder.is_dir():
        raise DocumentError(f"{folder}: is a file: give a folder with --to")
    target = folder / language
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise DocumentError(f"{target}: is there already, and nothing is overwritten: give another folder with --to")


@contextmanager
def workshop_beside(folder: Path) -> Iterator[Path]:
    """An empty folder on the same disk as ``folder``, gone at the end.

    Raises DocumentError where it cannot be made, or what is done with it cannot be written.
    """
    workshop: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=".import-", dir=folder if folder.is_dir() else folder.parent))
        yield workshop
    except OSError as problem:
        text = f"{folder}: cannot be written ({problem.strerror}): give another folder with --to"
        raise DocumentError(text) from problem
    finally:
        if workshop is not None:
            shutil.rmtree(workshop, ignore_errors=True)


def fill(workshop: Path, files: Mapping[str, str], sections: tuple[Section, ...], language: Language) -> None:
    """Write ``files`` to ``workshop``. Raises DocumentError unless the loader finds in them just the ``sections`` that
    are meant."""
    try:
        for name, text in files.items():
            path = workshop / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as problem:
        raise DocumentError(f"the files made of it cannot be written ({problem.strerror})") from problem
    _verify(workshop, sections, language)


def place(workshop: Path, folder: Path, language: Language) -> tuple[str, ...]:
    """Move what is in ``workshop`` to ``folder``.

    Of the files beside the sections' folder, those that are there already stay as they are; the others are returned.
    Raises DocumentError where something would be overwritten, OSError where the folder cannot be written; then nothing
    is left behind.
    """
    require_room(folder, language)
    folder.mkdir(exist_ok=True)
    placed: list[Path] = []
    try:
        for made in sorted(path for path in workshop.iterdir() if path.is_file()):
            if not (folder / made.name).exists():
                os.link(made, folder / made.name)  # unlike a move, never replaces a file
                placed.append(folder / made.name)
        # The sections' folder comes last: with it, the import is done. It replaces an empty folder at most.
        (workshop / language).rename(folder / language)
    except OSError:
        for path in placed:
            path.unlink()
        raise
    return tuple(path.name for path in placed)


def _verify(workshop: Path, sections: tuple[Section, ...], language: Language) -> None:
    guideline, findings = check(workshop)
    errors = [one for one in findings if one.severity is Severity.ERROR]
    if guideline is None:
        raise DocumentError(f"the text cannot be kept as section files: {errors[0].message}")
    if [*map(_words, guideline.sections[language])] != [*map(_words, sections)]:
        raise DocumentError("the text did not come through whole as section files: save it as plain text and try that")


def _words(section: Section) -> tuple[object, ...]:
    """All that a section says, without where it was read."""
    return section.id, section.title, [(one.id, one.title, one.body) for one in section.subsections]
