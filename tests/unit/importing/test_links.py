"""Links in files of word processors and in PDFs keep their addresses."""

from __future__ import annotations

from pathlib import Path

from bot.domain.language import Language
from bot.importing.formats.any_format import read
from bot.importing.sectioning import sections_of
from tests.guideline_files import heading, text
from tests.guideline_files.office import docx_of, odt_of, paragraph
from tests.guideline_files.pdf import pdf
from tests.unit.importing.support import text_of

REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def section(folder: Path, name: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    path = folder / name
    path.write_bytes(content)
    found = sections_of(read(path), Language.FI)
    return text_of(found, "1"), found.left_out


def test_links_of_word_keep_their_addresses(tmp_path: Path) -> None:
    def run(words: str) -> str:
        return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"

    def field(kind: str) -> str:
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    cell = f"<w:tc><w:p><w:hyperlink {REL} r:id='r1'>{run('Opas')}</w:hyperlink></w:p></w:tc>"
    body = (
        paragraph("1. Alku", "Otsikko1")
        + f"<w:p>{run('Katso ')}<w:hyperlink {REL} r:id='r1'>{run('opas')}</w:hyperlink>{run(' ja ')}"
        + f"<w:fldSimple w:instr=' HYPERLINK &quot;https://b.example&quot; '>{run('toinen')}</w:fldSimple>{run(' ja ')}"
        + field("begin")
        + '<w:r><w:instrText> HYPERLINK </w:instrText></w:r><w:r><w:instrText>"https://c.example" </w:instrText></w:r>'
        + f"{field('separate')}{run('kolmas')}{field('end')}{run(' ja ')}"
        + f"<w:hyperlink w:anchor='x'>{run('loppu')}</w:hyperlink>{run('.')}</w:p><w:tbl><w:tr>{cell}</w:tr></w:tbl>"
        + paragraph("2. Loppu", "Otsikko1")
        + paragraph("Kysy.")
    )
    relation = (
        '<Relationship Id="r1" Target="https://a.example/x" TargetMode="External"/><Relationship Id="r2" Target="y"/>'
    )
    content = docx_of(body, **{"_rels/document.xml.rels": f"<Relationships>{relation}</Relationships>"})
    assert section(tmp_path, "ohje.docx", content) == (
        "Katso opas (https://a.example/x) ja toinen (https://b.example) ja kolmas (https://c.example) ja loppu.\n"
        "Opas (https://a.example/x)",
        (),
    )


def test_links_of_libreoffice_keep_their_addresses(tmp_path: Path) -> None:
    link = '<text:a xmlns:x="http://www.w3.org/1999/xlink" x:href="https://a.example/x">opas<text:span>ta</text:span></text:a>'
    table = (
        '<table:table xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><table:table-row><table:table-cell>'
        f"<text:p>Lue {link}</text:p></table:table-cell></table:table-row></table:table>"
    )
    body = (
        f"<text:h>1. Alku</text:h><text:p>Katso {link}.</text:p>{table}<text:h>2. Loppu</text:h><text:p>Kysy.</text:p>"
    )
    assert section(tmp_path, "ohje.odt", odt_of(body)) == (
        "Katso opasta (https://a.example/x).\nLue opasta (https://a.example/x)",
        (),
    )


def test_links_of_a_pdf_keep_their_addresses(tmp_path: Path) -> None:
    content = pdf(
        [
            heading("1. Alku"),
            text('Katso <a href="https://a.example/opas">kunnan opas</a> ensin.'),
            text('Sivu on <a href="https://b.example">b.example</a>.'),
            heading("2. Loppu"),
            text("Kysy."),
        ],
        frame=False,
    )
    assert section(tmp_path, "ohje.pdf", content) == (
        "Katso kunnan opas ensin. (https://a.example/opas)\nSivu on b.example.",
        (),
    )
