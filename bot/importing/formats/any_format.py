"""Reads a document of any format that can be imported, after a look at what the file really is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.importing.document import FILE_BYTES, MIB, Block, Document, DocumentError, require_size
from bot.importing.formats.lines import blocks_of
from bot.importing.formats.pages import PageLine, is_flowing, without_frames

FORMATS = {
    ".pdf": "PDF",
    ".docx": "DOCX",
    ".odt": "ODT",
    ".html": "HTML",
    ".htm": "HTML",
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".txt": "text",
}
_ZIPPED = ("DOCX", "ODT")
_ADVICE = {
    ".doc": "open it in a word processor and save it as DOCX",
    ".rtf": "open it in a word processor and save it as DOCX",
    ".pages": "export it as DOCX",
    ".xlsx": "a guideline is text: put it into a DOCX file",
    ".pptx": "a guideline is text: put it into a DOCX file",
}
# What a file begins with tells what it is, whatever its name says.
_SIGNS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_RENAMED = {"PDF": "rename it to .pdf", "zip": "rename it to .docx or .odt if it is one, or unpack it first"}
_LOOKED_AT = 1024


def read(path: Path) -> Document:
    """The document in the file ``path``; raises DocumentError, without the file's name, where it cannot be read."""
    name = FORMATS.get(path.suffix.lower())
    if name is None:
        advice = _ADVICE.get(path.suffix.lower(), f"give one that ends in {', '.join(FORMATS)}")
        ending = f"ends in {path.suffix}" if path.suffix else "has no ending"
        raise DocumentError(f"a file whose name {ending} cannot be read: {advice}")
    _check_kind(path, name)
    document = _reader(name)(path)
    if name not in ("PDF", "text"):  # those have been read by their lines already
        document = _reflowed(document)
    require_size(sum(len(block.text) for block in document.blocks))
    return document


def _reflowed(document: Document) -> Document:
    """A document whose paragraphs are whole pages of plain text, read as a text with a page a line is."""
    pages = [[PageLine(block.text)] for block in document.blocks]
    if len(pages) < 2 or not is_flowing(pages) or any(block != Block(block.text) for block in document.blocks):
        return document
    cleaned, left_out = without_frames(pages)
    return replace(document, blocks=blocks_of(cleaned), left_out=(*document.left_out, *left_out))


def _check_kind(path: Path, name: str) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
            content = head + file.read() if head.startswith(b"\xd0\xcf\x11\xe0") and size <= FILE_BYTES else head
    except OSError as problem:
        raise DocumentError(f"cannot be read ({problem.strerror}): check the path and the permissions") from problem
    if not size:
        raise DocumentError("is empty: is it the right file?")
    if size > FILE_BYTES:
        raise DocumentError(f"is larger than {FILE_BYTES // MIB} MiB: save the text without its pictures")
    kind = next((kind for sign, kind in _SIGNS if head.startswith(sign)), "")
    # A PDF may have a few bytes before its own beginning.
    kind = "PDF" if not kind and b"%PDF-" in head and name == "PDF" else kind
    expected = "PDF" if name == "PDF" else "zip" if name in _ZIPPED else ""
    if kind == "ole":
        raise DocumentError(_ole(content))
    if kind != expected:
        is_what = {"": f"no {name}", "PDF": "a PDF", "zip": "a zipped file"}.get(kind, kind)
        advice = _RENAMED.get(kind, "give the document itself, under its own name")
        raise DocumentError(f"is {is_what}, though its name ends in {path.suffix}: {advice}")


def _ole(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "is locked with a password: save a copy without one, and import that"
    return "is in the format of Word before 2007: open it in a word processor and save it as DOCX"


def _reader(name: str) -> Callable[[Path], Document]:
    """What reads the format; each reader's library is loaded only when it is needed."""
    if name == "PDF":
        from bot.importing.formats.from_pdf import read_pdf

        return read_pdf
    if name == "DOCX":
        from bot.importing.formats.from_docx import read_docx

        return read_docx
    if name == "ODT":
        from bot.importing.formats.from_odt import read_odt

        return read_odt
    if name in ("HTML", "Markdown"):
        from bot.importing.formats.from_html import read_html, read_markdown

        read_content = read_html if name == "HTML" else read_markdown
        return lambda path: read_content(path.read_bytes())
    from bot.importing.formats.from_text import read_text

    return lambda path: read_text(path.read_bytes())
