"""DOCX and ODT files, written part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from tests.guideline_files import Part, Parts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>{more}</w:style>'
    for style, name, more in (
        ("Normaali", "Normal", ""),
        ("Otsikko", "Title", ""),
        ("Otsikko1", "heading 1", ""),
        ("Otsikko2", "heading 2", ""),
        ("Vliotsikko", "Oma", '<w:basedOn w:val="Otsikko2"/>'),
        ("Sisluet1", "toc 1", ""),
    )
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(parts: Parts) -> bytes:
    """A Word document with heading styles, under their Finnish ids."""
    return docx_of("".join(map(_paragraph, parts)))


def docx_of(body: str, **more: str) -> bytes:
    """A Word document with this XML in its body; ``more`` are further parts, XML unless named otherwise."""
    return zipped(
        {
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {W}>{_STYLES}</w:styles>",
            "word/numbering.xml": f"<w:numbering {W}>{_NUMBERING}</w:numbering>",
            **{f"word/{name}" if "." in name else f"word/{name}.xml": content for name, content in more.items()},
        }
    )


def paragraph(
    text: str, style: str = "Normaali", *, numbered: tuple[int, int] | None = None, bold: bool = False
) -> str:
    """A paragraph's XML; ``numbered``: the list (1 has bullets, 2 counts) and the level in it."""
    number = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>' if numbered else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _paragraph(part: Part) -> str:
    if part.kind == "item":
        return paragraph(part.text, numbered=(1, 0))
    style = {"title": "Otsikko", "heading": f"Otsikko{part.level}", "text": "Normaali"}[part.kind]
    return paragraph(part.text, style)


ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (("office", "office"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"))
)


def odt(parts: Parts) -> bytes:
    """A LibreOffice document."""
    return odt_of("".join(map(_odf, parts)))


def odt_of(body: str, styles: str = "") -> bytes:
    """A LibreOffice document with this XML as its text."""
    content = f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body>"
    styles = f"<office:styles>{styles}</office:styles>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{content}</office:document-content>",
            "styles.xml": f"<office:document-styles {ODF}>{styles}</office:document-styles>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def _odf(part: Part) -> str:
    words = escape(part.text)
    match part.kind:
        case "title":
            return f'<text:p text:style-name="Title">{words}</text:p>'
        case "heading":
            return f'<text:h text:outline-level="{part.level}">{words}</text:h>'
        case "item":
            return f"<text:list><text:list-item><text:p>{words}</text:p></text:list-item></text:list>"
        case _:
            return f"<text:p>{words}</text:p>"
