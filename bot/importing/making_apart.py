"""Reads a document and makes its files in a process of its own, with bounds on time and memory."""

import sys
from functools import partial
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from bot.domain.language import Language
from bot.importing.document import DocumentError, Sections, clean
from bot.importing.formats.any_format import read
from bot.importing.placing import fill
from bot.importing.sectioning import sections_of
from bot.importing.writing import files_of
from bot.isolation import SECONDS, Refusals, answer, isolated

_TOO_MUCH: Final = "takes too long or too much memory to read: save the text alone as DOCX, and import that"
_FAILED: Final = "cannot be imported, and the log has the reason: save it as DOCX, and try that"
_SECTIONS: Final[TypeAdapter[Sections]] = TypeAdapter(Sections)


def make(path: Path, language: Language, workshop: Path, *, seconds: float = SECONDS) -> Sections:
    """The sections of the document in ``path``; ``workshop``, an empty folder, gets their files. Raises DocumentError,
    with the file's name, where there are none."""
    arguments = [str(path.absolute()), language, str(workshop.absolute())]
    refusals = Refusals(lambda text: DocumentError(f"{path}: {text}"), _TOO_MUCH, _FAILED)
    return _SECTIONS.validate_json(isolated(__name__, *arguments, refusals=refusals, seconds=seconds))


def main(path: str, language: str, workshop: str) -> int:
    """Make the files of a document, and print its sections, or why there are none, as JSON."""
    return answer(partial(_made, Path(path), Language(language), Path(workshop)), DocumentError)


def _made(path: Path, language: Language, workshop: Path) -> bytes:
    sections = sections_of(read(path), language)
    fill(workshop, files_of(sections, language, clean(path.name)), sections.sections, language)
    return _SECTIONS.dump_json(sections)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
