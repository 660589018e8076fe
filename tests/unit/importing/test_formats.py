"""The same guideline gives the same sections from each format, and each format's own ways of saying things are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.guideline import BulletList, Prose
from bot.domain.language import Language
from bot.importing.document import Block, BlockKind, Document, Sections
from bot.importing.formats.any_format import read
from bot.importing.sectioning import sections_of
from tests.guideline_files import GUIDELINE, Parts, heading, text
from tests.guideline_files.markup import html, markdown, plain
from tests.guideline_files.office import W, docx, docx_of, odt, odt_of, paragraph
from tests.guideline_files.pdf import columns_pdf, pdf, plain_pdf, two_column_pdf
from tests.unit.importing.support import subtitles, text_of, titles

MAKERS: dict[str, Callable[[Parts], bytes]] = {
    "pdf": pdf,
    "docx": docx,
    "odt": odt,
    "html": html,
    "md": markdown,
    "txt": plain,
}


def document(folder: Path, suffix: str, content: bytes) -> Document:
    path = folder / f"ohje.{suffix}"
    path.write_bytes(content)
    return read(path)


def sections(folder: Path, suffix: str, content: bytes) -> Sections:
    return sections_of(document(folder, suffix, content), Language.FI)


@pytest.mark.parametrize("suffix", MAKERS)
def test_a_guideline_gives_the_same_sections_from_each_format(tmp_path: Path, suffix: str) -> None:
    found = sections(tmp_path, suffix, MAKERS[suffix](GUIDELINE))
    assert found.title == "Mallilan kunnan someohje"
    assert titles(found) == {
        "0": "Mallilan kunnan someohje",
        "1": "Miksi olemme somessa",
        "2": "Kanavan perustaminen",
        "3": "Vastaaminen",
    }
    assert subtitles(found, "2") == {"2.1": "Kuka päättää", "2.2": "Tunnukset"}
    assert found.sections[2].subsections[0].body == (
        Prose("Uudesta kanavasta päättää viestintäpäällikkö. Ehdotukseen kirjataan:"),
        BulletList(("kenelle kanava on", "kuka sitä hoitaa, ja kuka sijaistaa")),
        Prose("Päätös tehdään kahdessa viikossa."),
    )
    assert found.sections == sections(tmp_path, "docx", docx(GUIDELINE)).sections
    assert found.doubts == ()


def test_the_frame_of_pdf_pages_is_left_out_and_told(tmp_path: Path) -> None:
    found = sections(tmp_path, "pdf", pdf(GUIDELINE))
    assert found.left_out == ('"Mallilan kunta, viestintä" (4 times)', "page number (4 times)")


def test_a_pdf_in_one_font_is_divided_by_its_numbers(tmp_path: Path) -> None:
    lines = plain(GUIDELINE).decode().splitlines()
    found = sections(tmp_path, "pdf", plain_pdf([line for line in lines if line]))
    assert list(titles(found)) == ["0", "1", "2", "3"]
    assert "2 000 seuraajaa" in text_of(found, "1")


def test_pages_without_text_in_a_pdf_are_said(tmp_path: Path) -> None:
    lines = plain(GUIDELINE).decode().splitlines()
    found = document(tmp_path, "pdf", plain_pdf([*lines, *[""] * (50 - len(lines) % 50), " "]))
    assert found.doubts == ("no text on page 2: is there a picture of text?",)


def test_a_pdf_in_two_columns_is_read_one_after_the_other(tmp_path: Path) -> None:
    sentence = "Kunta kertoo kanavissaan, mitä palveluissa tapahtuu, ja vastaa kaikille, jotka kysyvät. "
    parts = [part for n in range(1, 9) for part in (heading(f"{n}. Osa {'ABCDEFGH'[n - 1]}"), text(sentence * 9))]
    found = sections(tmp_path, "pdf", two_column_pdf(parts))
    assert [*titles(found).values()] == [f"Osa {name}" for name in "ABCDEFGH"]
    assert text_of(found, "5").replace("\n", " ") == (sentence * 9).strip()
    assert found.doubts == ()


def test_columns_that_are_drawn_line_by_line_are_doubtful(tmp_path: Path) -> None:
    left, right = ([f"Kunta kertoo {side} asiasta {n}" for n in range(20)] for side in ("vasen", "oikea"))
    found = document(tmp_path, "pdf", columns_pdf(["1. Alku", *left], ["2. Loppu", *right]))
    assert found.doubts == ("page 1 has text side by side, line by line: is it in the right order?",)


def test_headings_that_word_numbers_itself_have_their_numbers(tmp_path: Path) -> None:
    body = [
        paragraph("Tarkoitus", "Otsikko1", numbered=(2, 0)),
        paragraph("Kunta kertoo."),
        paragraph("Laajuus", "Vliotsikko", numbered=(2, 1)),
        paragraph("Koskee kaikkia."),
        paragraph("", "Otsikko1", numbered=(2, 0)),
        paragraph("Muuta", "Otsikko1", numbered=(2, 0)),
        paragraph("Kysy", numbered=(1, 0)),
        paragraph("Laajuus", "Otsikko2", numbered=(2, 1)),
        paragraph("Loppu."),
    ]
    found = sections(tmp_path, "docx", docx_of("".join(body)))
    assert titles(found) == {"1": "Tarkoitus", "2": "Muuta"}
    assert subtitles(found, "1") == {"1": "Tarkoitus", "1.1": "Laajuus"}
    assert subtitles(found, "2") == {"2": "Muuta", "2.1": "Laajuus"}


def test_headings_in_bold_that_word_numbers_as_a_list_are_headings(tmp_path: Path) -> None:
    body = "".join(
        paragraph(name, numbered=(2, 0), bold=True) + paragraph("Kunta kertoo.") for name in ("Alku", "Keski", "Loppu")
    )
    assert titles(sections(tmp_path, "docx", docx_of(body))) == {"1": "Alku", "2": "Keski", "3": "Loppu"}


def test_numbers_that_word_counts_in_a_list_are_kept(tmp_path: Path) -> None:
    body = [paragraph("1. Alku", "Otsikko1"), paragraph("Toimi:"), paragraph("Ota", numbered=(2, 0))]
    body += [paragraph("Odota", numbered=(2, 0)), paragraph("2. Loppu", "Otsikko1"), paragraph("Kysy.")]
    found = sections(tmp_path, "docx", docx_of("".join(body)))
    assert text_of(found, "1") == "Toimi:\n1. Ota\n2. Odota"


def test_words_table_of_contents_is_told_from_the_text(tmp_path: Path) -> None:
    body = [paragraph("1 Alku 2", "Sisluet1"), paragraph("2 Loppu 3", "Sisluet1"), paragraph("1 Alku")]
    body += [paragraph("Kunta kertoo."), paragraph("2 Loppu"), paragraph("Kysy.")]
    found = sections(tmp_path, "docx", docx_of("".join(body)))
    assert titles(found) == {"1": "Alku", "2": "Loppu"}
    assert found.left_out == ("the table of contents",)


def test_deleted_and_hidden_text_of_word_is_not_read_and_notes_tables_and_boxes_are(tmp_path: Path) -> None:
    body = (
        paragraph("1. Alku", "Otsikko1")
        + "<w:p><w:r><w:t>Kunta</w:t></w:r><w:del><w:r><w:delText>ei</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t xml:space='preserve'> kertoo</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>salaa</w:t></w:r>"
        "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t xml:space='preserve"
        "'> kaikesta.</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Facebook</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>viestintä</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Muista tauot.</w:t></w:r></w:p></w:txbxContent></w:pict>"
        "</w:r></w:p>" + paragraph("2. Loppu", "Otsikko1") + paragraph("Kysy.")
    )
    note = "<w:footnote w:id='2'><w:p><w:r><w:t>Laki 1/2020.</w:t></w:r></w:p></w:footnote>"
    found = sections(tmp_path, "docx", docx_of(body, footnotes=f"<w:footnotes {W}>{note}</w:footnotes>"))
    assert text_of(found, "1").splitlines() == [
        "Kunta kertoo kaikesta.",
        "Laki 1/2020.",
        "Facebook – viestintä",
        "Muista tauot.",
    ]


def test_headings_that_libreoffice_numbers_itself_have_their_numbers(tmp_path: Path) -> None:
    styles = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = (
        '<text:h text:outline-level="1">Alku</text:h><text:h text:outline-level="2">Laajuus</text:h><text:p>Kunta.'
        '</text:p><text:h text:outline-level="1">Loppu</text:h><text:p>Kysy<text:s/>aina<text:note>'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>Heti.</text:p></text:note-body></text:note>.</text:p>"
    )
    found = sections(tmp_path, "odt", odt_of(body, styles))
    assert titles(found) == {"1": "Alku", "2": "Loppu"}
    assert subtitles(found, "1") == {"1.1": "Laajuus"}
    assert text_of(found, "2") == "Kysy aina.\nHeti."


def test_tracked_changes_and_contents_of_libreoffice_are_no_text(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:p>Poistettu.</text:p></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>1 Alku 2</text:p><text:p>2 Loppu 3</text:p></text:index-body>"
        "</text:table-of-content><text:p>1 Alku</text:p><text:p>Kunta.</text:p><text:p>2 Loppu</text:p>"
        "<text:p>Kysy.</text:p>"
    )
    found = sections(tmp_path, "odt", odt_of(body))
    assert [(section.id, section.subsections[0].text) for section in found.sections] == [
        ("1", "Kunta."),
        ("2", "Kysy."),
    ]


def test_what_a_page_does_not_show_or_has_for_finding_ones_way_is_not_read(tmp_path: Path) -> None:
    found = document(tmp_path, "html", html(GUIDELINE))
    whole = " ".join(block.text for block in found.blocks)
    for word in ("Skripti", "Selain", "Etusivu", "Evästeet", "color"):
        assert word not in whole
    page = b"<body><p>Reuna</p><main><h2>1 A</h2><p hidden>x</p><p style='display: none'>y</p><p>z<br>w</main></body>"
    found = document(tmp_path, "html", page)
    assert [block.text for block in found.blocks] == ["1 A", "z w"]
    assert found.left_out == ("what stands outside the page's main part",)


def test_tables_and_numbered_lists_of_a_page_are_read_in_order(tmp_path: Path) -> None:
    page = (
        "<h2>1. Alku</h2><table><tr><th>Tili<td>Hoitaja</tr><tr><td>Insta<td>Nuoret</tr></table>"
        "<ol start=3><li>Ota<li><p>Odota</p></ol><p><b>Huom</b></p><div>Loose <i>text</i></div>"
    )
    assert document(tmp_path, "html", page.encode()).blocks == (
        Block("1. Alku", BlockKind.HEADING, 2),
        Block("Tili – Hoitaja", BlockKind.ITEM),
        Block("Insta – Nuoret", BlockKind.ITEM),
        Block("Ota", BlockKind.ITEM, number="3."),
        Block("Odota", BlockKind.ITEM, number="4."),
        Block("Huom", emphasis=True),
        Block("Loose text"),
    )


def test_a_numbered_line_of_markdown_is_a_heading_where_it_counts_as_one(tmp_path: Path) -> None:
    page = "1. Alku\n\nKunta *kertoo* [meistä](https://example.org).\n\n2. Keski\n\nKysy.\n\n3. Loppu\n\nVastaa.\n"
    found = sections(tmp_path, "md", page.encode())
    assert titles(found) == {"1": "Alku", "2": "Keski", "3": "Loppu"}
    assert text_of(found, "1") == "Kunta kertoo meistä (https://example.org)."


@pytest.mark.parametrize(
    ("encoding", "doubts"), [("utf-8-sig", 0), ("utf-16", 0), ("cp1252", 1), ("latin-1", 1), ("utf-8", 0)]
)
def test_text_is_read_in_the_encodings_that_editors_write(tmp_path: Path, encoding: str, doubts: int) -> None:
    found = document(tmp_path, "txt", plain(GUIDELINE).decode().encode(encoding))
    assert "siellä, missä asukkaat" in " ".join(block.text for block in found.blocks)
    assert len(found.doubts) == doubts


def test_a_page_names_its_encoding_itself(tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-15"><h1>1 Hyvää €</h1>'.encode("iso-8859-15")
    assert document(tmp_path, "html", page).blocks[0].text == "1 Hyvää €"


@pytest.mark.parametrize("suffix", ["docx", "odt", "html", "md"])
def test_paragraphs_that_are_whole_pages_are_read_as_pages(tmp_path: Path, suffix: str) -> None:
    filler = "Kunta kertoo palveluistaan ja vastaa kysymyksiin. " * 8
    pages = [f"1 1 1. Alku {filler}", f"2 2 Lisää. {filler} 2. Keski {filler}", f"3 3 {filler} 3. Loppu {filler}"]
    found = sections(tmp_path, suffix, MAKERS[suffix]([text(page) for page in pages]))
    assert titles(found) == {"1": "Alku", "2": "Keski", "3": "Loppu"}
    assert found.left_out == ("page number (3 times)",)
