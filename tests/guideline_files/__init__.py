"""Makes documents for the tests of the import: the same parts in each format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Part:
    """A piece of a document: its title, a heading of some level, a paragraph, or an item of a bulleted list."""

    kind: Literal["title", "heading", "text", "item"]
    text: str
    level: int = 1


def title(text: str) -> Part:
    return Part("title", text)


def heading(text: str, level: int = 1) -> Part:
    return Part("heading", text, level)


def text(words: str) -> Part:
    return Part("text", words)


def item(words: str) -> Part:
    return Part("item", words)


Parts = list[Part]

GUIDELINE: Parts = [
    title("Mallilan kunnan someohje"),
    text("Tämä ohje koskee kaikkia, jotka hoitavat Mallilan kunnan kanavia. Se on voimassa 1.7.2026 alkaen."),
    heading("1. Miksi olemme somessa"),
    text("Kerromme palveluista siellä, missä asukkaat jo ovat. Vuonna 2025 kanavillamme oli 2 000 seuraajaa."),
    text("Kaikki tärkeä on myös kunnan sivuilla."),
    heading("2. Kanavan perustaminen"),
    heading("2.1 Kuka päättää", 2),
    text("Uudesta kanavasta päättää viestintäpäällikkö. Ehdotukseen kirjataan:"),
    item("kenelle kanava on"),
    item("kuka sitä hoitaa, ja kuka sijaistaa"),
    text("Päätös tehdään kahdessa viikossa."),
    heading("2.2 Tunnukset", 2),
    text("Tunnukset säilytetään kunnan salasanaholvissa. Lain 306/2019 vaatimukset koskevat myös somea."),
    heading("3. Vastaaminen"),
    text("Kysymyksiin vastataan työpäivän kuluessa & ystävällisesti."),
    text("Neuvoa saa numerosta 08 123 4567."),
]
"""A made-up guideline, with what looks like headings and is not."""
