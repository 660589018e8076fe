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
]


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
    await expect(latest(page)).to_contain_text("päättää hallintojohtaja")
    await expect(latest(page)).to_contain_text("Kanavan avaaminen")
    await picture(page, "40-imported")
    await say(page, "tarvitaanko lapsen kuvaan huoltajan lupa")
    await expect(latest(page)).to_contain_text("huoltajan kirjallinen lupa")
    await say(page, "missä salasanat ovat")
    await expect(latest(page)).to_contain_text("https://holvi.tuntsa.example")
