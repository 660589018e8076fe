"""A municipality's own PDF: imported by one command, answered from at the console, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.cli import main
from tests.browser.driving import latest, picture, say
from tests.guideline_files import heading, item, text, title
from tests.guideline_files.pdf import pdf

pytestmark = pytest.mark.browser

GUIDELINE = [
    title("Tuntsan kaupungin someohje"),
    text("Kaupunginhallitus 14.4.2025 § 97"),
    heading("1 Kanavan avaaminen"),
    heading("1.1 Kuka päättää", 2),
    text("Uuden kanavan avaamisesta päättää hallintojohtaja, jolle tehdään kirjallinen ehdotus."),
    heading("1.2 Tunnukset", 2),
    text('Salasanat ovat holvissa, johon pääsee <a href="https://holvi.tuntsa.example">kirjautumalla</a>.'),
    heading("2 Kuvat"),
    text("Lapsen kuvan julkaisemiseen tarvitaan aina huoltajan kirjallinen lupa."),
    item("lupa säilytetään kaksi vuotta"),
    item("luvan voi perua"),
    heading("3 Facebook"),
    text("Facebookissa kerrotaan katutöistä ja tapahtumista. Pääsivua hoitaa viestintäsihteeri."),
    heading("4 Kommentit"),
    text("Kysymyksiin vastataan kahden arkipäivän kuluessa. Uhkaava kommentti piilotetaan."),
]
LEARNT = 60_000
"""Milliseconds in which what an answer waits for is learnt: the first for its language, the first that finds nothing
for the other languages, too."""
TEN = [
    ("kuka päättää uuden kanavan avaamisesta", "hallintojohtaja"),
    ("tarvitaanko lapsen kuvaan huoltajan lupa", "huoltajan kirjallinen lupa"),
    ("mitä facebookissa kerrotaan", "katutöistä"),
    ("kuinka nopeasti kysymyksiin vastataan", "kahden arkipäivän"),
    ("saako facebookissa järjestää arvonnan", "ei sanota tästä"),
    ("vem beslutar om en ny kanal", "hallintojohtaja"),
    ("krävs vårdnadshavarens lov för en bild på ett barn", "huoltajan kirjallinen lupa"),
    ("får man blockera någon på facebook", "säger ingenting"),
    ("who decides on a new channel", "hallintojohtaja"),
    ("how many hashtags does a post on facebook need", "does not say"),
]
"""Questions in three languages, and what the answer says, in whichever language it is: quoted, or silent."""


@pytest.fixture
def imported(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the imported guideline, from which the console answers."""
    folder = tmp_path_factory.mktemp("guideline")
    (folder / "ohje.pdf").write_bytes(pdf(GUIDELINE))
    assert main(["knowledge", "import", str(folder / "ohje.pdf"), "--lang", "fi", "--to", str(folder / "ours")]) == 0
    monkeypatch.setenv("SOME_KNOWLEDGE_DIR", str(folder / "ours"))
    return folder / "ours"


async def test_the_console_answers_from_an_imported_pdf(imported: Path, console: str, page: Page) -> None:
    edition = (imported / "guideline.toml").read_text(encoding="utf-8")
    assert 'approved_by = "Kaupunginhallitus"' in edition
    await page.goto(console)
    await say(page, "kuka päättää uuden kanavan avaamisesta")
    await expect(latest(page)).to_contain_text("päättää hallintojohtaja", timeout=LEARNT)
    await expect(latest(page)).to_contain_text("Kanavan avaaminen")
    await expect(latest(page).locator("figure figcaption")).to_have_count(0)  # the source stands below the quote
    await picture(page, "40-imported")
    await say(page, "tarvitaanko lapsen kuvaan huoltajan lupa")
    await expect(latest(page)).to_contain_text("huoltajan kirjallinen lupa")
    await say(page, "missä salasanat ovat")
    await expect(latest(page)).to_contain_text("https://holvi.tuntsa.example")


async def test_ten_questions_in_three_languages_are_answered_from_an_imported_pdf(
    imported: Path, console: str, page: Page
) -> None:
    await page.goto(console)
    for number, (question, said) in enumerate(TEN):
        await say(page, question)
        await expect(latest(page)).to_contain_text(said, timeout=LEARNT)
        if number in (4, 7, 9):
            await picture(page, f"41-ten-{number}")
