"""Files that nobody should be able to do harm with, and files that are simply broken."""

from __future__ import annotations

import io
import zipfile
import zlib

from pypdf import PdfReader, PdfWriter

from tests.guideline_files import GUIDELINE
from tests.guideline_files.office import ODF, W, docx, docx_of, odt, paragraph, zipped
from tests.guideline_files.pdf import pdf, pdf_of_pages

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + bytes(64)
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
WORD_2003 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le") + bytes(500)
ENCRYPTED_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


def _zip_bomb(name: str) -> bytes:
    """Some kilobytes that unpack to 200 MiB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(200):
            part.write(b" " * 1024 * 1024)
    return out.getvalue()


def _lying_zip_bomb(name: str) -> bytes:
    """The same, its index claiming that the part is 10 bytes long."""
    content = bytearray(_zip_bomb(name))
    for sign, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = content.find(sign) + offset
        content[place : place + 4] = (10).to_bytes(4, "little")
    return bytes(content)


def _deep(before: str, tag: str, after: str, levels: int = 100_000) -> str:
    return f"{before}{f'<{tag}>' * levels}x{f'</{tag}>' * levels}{after}"


def _encrypted_pdf() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(GUIDELINE))))
    writer.encrypt("salainen", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _pdf_bomb() -> bytes:
    """One page whose content unpacks to 300 MiB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"BT (Kunta kertoo) Tj ET\n" * 44_000) for _ in range(300)) + packer.flush()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    return _assembled(objects)


def _pages_in_a_circle() -> bytes:
    """Its tree of pages leads back to its root, and it claims to have one page."""
    return _assembled(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1 /Parent 2 0 R >>"]
    )


def _assembled(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        out
        + head
        + table
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            len(out),
        )
    )


def hostile() -> dict[str, tuple[str, bytes, str]]:
    """By what it is: a file's name, its content, and a word of what must be said about it."""
    cut = {name: made[: len(made) // 2] for name, made in (("pdf", pdf(GUIDELINE)), ("docx", docx(GUIDELINE)))}
    locked = zipped({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "x"})
    document = f"<w:document {W}><w:body>{{}}</w:body></w:document>"
    return {
        "zip bomb in DOCX": ("a.docx", _zip_bomb("word/document.xml"), "unpacks to over"),
        "zip bomb in ODT": ("a.odt", _zip_bomb("content.xml"), "unpacks to over"),
        "zip bomb that lies": ("a.docx", _lying_zip_bomb("word/document.xml"), "damaged"),
        "entity bomb in DOCX": (
            "a.docx",
            zipped({"word/document.xml": BOMB + document.format("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>")}),
            "damaged",
        ),
        "entity bomb in ODT": ("a.odt", zipped({"content.xml": f"{BOMB}<x {ODF}>&i;</x>"}), "damaged"),
        "outside entity in DOCX": (
            "a.docx",
            zipped({"word/document.xml": OUTSIDE + document.format("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")}),
            "damaged",
        ),
        "nested DOCX": ("a.docx", docx_of(_deep("", "w:p", "")), "nests"),
        "nested ODT": ("a.odt", zipped({"content.xml": _deep(f"<x {ODF}>", "text:p", "</x>")}), "nests"),
        "5,000 pages": ("a.pdf", pdf_of_pages(5_000, "Kunta"), "has 5000 pages"),
        "packed page": ("a.pdf", _pdf_bomb(), ""),
        "pages in a circle": ("a.pdf", _pages_in_a_circle(), ""),
        "encrypted PDF": ("a.pdf", _encrypted_pdf(), "encrypted"),
        "encrypted DOCX": ("a.docx", ENCRYPTED_WORD, "password"),
        "encrypted ODT": ("a.odt", locked, "password"),
        "Word before 2007": ("a.docx", WORD_2003, "before 2007"),
        "scanned PDF": ("a.pdf", pdf_of_pages(3), "text recognition"),
        "PNG called PDF": ("a.pdf", PNG, "PNG picture"),
        "PDF called DOCX": ("a.docx", pdf(GUIDELINE), "rename it to .pdf"),
        "DOCX called PDF": ("a.pdf", docx(GUIDELINE), "rename it to .docx"),
        "DOCX called text": ("a.txt", docx(GUIDELINE), "rename it to .docx"),
        "ODT called DOCX": ("a.docx", odt(GUIDELINE), "damaged"),
        "text called PDF": ("a.pdf", b"1. Alku\nKunta.", "is no PDF, though its name ends in .pdf"),
        "cut PDF": ("a.pdf", cut["pdf"], "damaged"),
        "cut DOCX": ("a.docx", cut["docx"], "damaged"),
        "old Word": ("a.doc", WORD_2003, "save it as DOCX"),
        "no suffix": ("ohje", b"1. Alku", "cannot be read"),
        "empty text": ("a.txt", b"", "is empty"),
        "empty PDF": ("a.pdf", b"", "is empty"),
        "blank text": ("a.txt", b" \n\n\t\n", "no text"),
        "empty DOCX": ("a.docx", docx_of(""), "no text"),
        "NUL bytes": ("a.txt", b"1. Alku\x00\nKunta.\n2. Loppu\nKunta.", "characters that no text has"),
        "no text at all": ("a.txt", bytes(range(256)) * 20, "UTF-8"),
        "nothing but a cover": ("a.docx", docx_of(paragraph("Luonnos") + paragraph("1.2.2024")), "lines of a cover"),
        "one endless line": ("a.txt", b"kunta " * 4_000_000, "characters of text"),
        "line of a million words": ("a.txt", b"kunta " * 300_000, "no numbered headings"),
        "too large": ("a.txt", b"x" * (31 * 1024 * 1024), "larger than 30 MiB"),
        "millions of headings": ("a.txt", b"".join(b"%d. A\n" % n for n in range(2_000_000)), "characters of text"),
        "a line of headings": ("a.txt", b"1. A 2. B " * 150_000, "numbers that might be headings"),
        "words divided without end": ("a.txt", b"a-\n" * 500_000, "no numbered headings"),
        "headings without end": ("a.html", b"<h1>A</h1><p>b</p>" * 100_000, "over 50000 paragraphs"),
        "too many sections": ("a.html", b"<h1>Alku</h1><p>b</p>" * 2_001, "2001 main headings"),
        "nested Markdown": ("a.md", b"> " * 50_000 + b"x", ""),
    }
