"""PDF files, drawn by reportlab."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, SimpleDocTemplate

from tests.guideline_files import Part, Parts


def pdf(parts: Parts, *, frame: bool = True, encrypt: str | None = None) -> bytes:
    """A typeset PDF, each main section on a page of its own; ``frame``: with running header and page marks."""
    out = io.BytesIO()
    pages = sum(part.kind == "heading" and part.level == 1 for part in parts) + 1

    def around(canvas: Any, document: Any) -> None:
        if frame:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(72, 810, "Mallilan kunta, viestintä")
            canvas.drawRightString(520, 30, f"Sivu {document.page} ({pages})")

    flow: list[Flowable] = []
    for part in parts:
        if part.kind == "heading" and part.level == 1:
            flow.append(PageBreak())
        flow.append(_paragraph(part))
    template = SimpleDocTemplate(out, pagesize=A4, encrypt=encrypt, invariant=1)
    template.build(flow, onFirstPage=around, onLaterPages=around)
    return out.getvalue()


def _paragraph(part: Part) -> Paragraph:
    """A paragraph; text with a link in it is markup already."""
    styles = getSampleStyleSheet()
    style = {"title": "Title", "heading": f"Heading{part.level}", "text": "Normal", "item": "Normal"}[part.kind]
    return Paragraph(
        part.text if "</a>" in part.text else escape(part.text),
        styles[style],
        bulletText="•" if part.kind == "item" else None,
    )


def plain_pdf(lines: list[str], *, lines_a_page: int = 50) -> bytes:
    """A PDF of these lines in one font."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for start in range(0, len(lines), lines_a_page):
        for place, line in enumerate(lines[start : start + lines_a_page]):
            canvas.drawString(50, 800 - 14 * place, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def columns_pdf(left: list[str], right: list[str]) -> bytes:
    """A PDF of a page with two columns, drawn line by line."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for place, lines in enumerate(zip(left, right, strict=True)):
        for x, line in zip((50, 320), lines, strict=True):
            canvas.drawString(x, 780 - 14 * place, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def two_column_pdf(parts: Parts) -> bytes:
    """A typeset PDF in two columns, one after the other."""
    out = io.BytesIO()
    frames = [Frame(50, 50, 240, 740), Frame(310, 50, 240, 740)]
    BaseDocTemplate(out, pageTemplates=[PageTemplate(frames=frames)], invariant=1).build([*map(_paragraph, parts)])
    return out.getvalue()


def pdf_of_pages(count: int, text: str = "") -> bytes:
    """A PDF of ``count`` pages, with the same text on each, or a picture of none."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for _ in range(count):
        canvas.rect(50, 50, 400, 600)
        if text:
            canvas.drawString(50, 800, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
