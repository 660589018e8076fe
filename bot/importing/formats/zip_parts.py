"""The parts of a zipped document (DOCX, ODT), read within bounds."""

import io
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Self
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from bot.importing.document import DEPTH, MIB, UNPACKED_BYTES, DocumentError

_BAD = (zipfile.BadZipFile, OSError, ValueError, EOFError)
DAMAGED = "is damaged or cut off: open it in a word processor, save it anew, and import that"


class Archive:
    """A zipped document. All that is read of it together is at most `UNPACKED_BYTES`, whatever its index claims."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except _BAD as problem:
            raise DocumentError(DAMAGED) from problem
        self._left = UNPACKED_BYTES

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """A part's content; raises DocumentError where it is missing, damaged, locked or too large."""
        try:
            with self._zip.open(name) as part:
                content = part.read(self._left + 1)
        except (*_BAD, KeyError, zlib.error, NotImplementedError) as problem:
            raise DocumentError(DAMAGED) from problem
        except RuntimeError as problem:  # what zipfile raises for a part with a password
            raise DocumentError("is locked with a password: save a copy without one, and import that") from problem
        self._left -= len(content)
        if self._left < 0:
            raise DocumentError(f"unpacks to over {UNPACKED_BYTES // MIB} MiB: save the text without its pictures")
        return content

    def xml(self, name: str) -> Element:
        """The root of an XML part; entities, outside references and endless nesting are refused."""
        depth, content = 0, io.BytesIO(self.read(name))
        root: Element | None = None
        try:
            for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
                root = element if root is None else root
                depth += 1 if event == "start" else -1
                if depth > DEPTH:
                    raise DocumentError("nests its parts too deeply to be a document that a word processor made")
        except (ParseError, DefusedXmlException, LookupError, ValueError) as problem:
            raise DocumentError(DAMAGED) from problem
        if root is None:
            raise DocumentError(DAMAGED)
        return root

    def xml_if_any(self, name: str) -> Element | None:
        """As `xml`; None where there is no such part."""
        return self.xml(name) if name in self.names else None
