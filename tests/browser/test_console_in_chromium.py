"""The main job, once through: somebody at the console, in a real browser, on ``serve --console`` as it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.bench.__main__ import free_port, wait_until_ready
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

# Without these, Chromium looks for the services of its maker on the network.
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PICTURES = os.environ.get("SOME_TEST_PICTURES")
"""A folder for pictures of what was seen, for people to look at."""


@pytest.fixture
def console(tmp_path: Path) -> Iterator[str]:
    """The address of a console that runs for one test, with a register of its own."""
    port = free_port()
    environment = {**os.environ, "PORT": str(port), "SOME_DATA_DIR": str(tmp_path)}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve", "--console"], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
    )
    try:
        wait_until_ready(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0, "the bot did not stop gracefully"


@pytest_asyncio.fixture
async def page(chromium: str) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser: Browser = await playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        page = await browser.new_page(viewport={"width": 1280, "height": 1000}, locale="fi-FI")
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        yield page
        await browser.close()
        assert problems == [], "the page's script failed"


async def say(page: Page, text: str) -> None:
    field = page.get_by_role("textbox").and_(page.locator("#text"))
    await field.fill(text)
    await field.press("Enter")


async def picture(page: Page, name: str) -> None:
    if PICTURES:
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def test_staff_ask_who_owns_instagram_and_get_three_owners(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "who owns instagram")
    reply = page.locator(".transcript .entry").last
    await expect(reply.get_by_role("listitem")).to_have_count(3)
    await expect(reply.get_by_role("listitem").first).to_contain_text("Esimerkkikunnan Instagram")
    await expect(reply).to_contain_text("Hallintojohtaja")
    await expect(reply).to_contain_text("Kirjastotoimenjohtaja")
    await expect(reply).to_contain_text("Nuorisopalvelujen vastaava")
    await picture(page, "1-owners")


async def test_staff_ask_about_working_time_and_get_section_6_quoted(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "saanko päivittää facebookia työajalla")
    reply = page.locator(".transcript .entry").last
    await expect(reply.get_by_role("heading")).to_contain_text("6 Henkilöstö sosiaalisen median käyttäjänä")
    await expect(reply.locator("blockquote")).to_contain_text("työaika")
    await picture(page, "2-section-6")
    await reply.get_by_role("button", name="Lue koko kohta").click()
    whole = page.locator(".transcript .entry").last
    await expect(whole.locator("blockquote")).to_contain_text("Facebook-sivuja ei päivitetä eikä kommentoida työaikana")


async def test_staff_ask_the_weather_and_are_told_that_the_guideline_does_not_say(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "millainen sää huomenna on")
    reply = page.locator(".transcript .entry").last
    await expect(reply).to_contain_text("Ohjeessa ei sanota tästä mitään")
    await reply.get_by_role("button", name="Kysy ICT-sihteeriltä").click()
    await expect(page.locator(".transcript .entry").last).to_contain_text("ICT-sihteeri")
    await picture(page, "3-not-covered")
    await page.get_by_role("link", name=re.compile("ICT-sihteeri")).click()
    await expect(page.locator(".inbox .entry").first).to_contain_text("millainen sää huomenna on")
    await picture(page, "4-inbox")


async def test_the_ict_secretary_errs_in_the_form_mends_it_and_the_channel_is_found(console: str, page: Page) -> None:
    await page.goto(f"{console}console/?as=ict-secretary")
    await say(page, "rekisteröi")
    form = page.locator(".form-card")
    await form.get_by_label("Palvelu").select_option("threads")
    await form.get_by_label("Kanavan nimi").fill("Museon Threads")
    await form.get_by_label("Osoite").fill("threads museo")
    await form.get_by_label("Yksikkö", exact=False).first.fill("Museopalvelut")
    await form.get_by_label("Vastuuhenkilö").fill("console:manager")
    await form.get_by_label("Ylläpitäjät").fill("console:maintainer")
    await form.get_by_role("button", name="Tallenna").click()

    address = form.get_by_label("Osoite")
    await expect(address).to_have_attribute("aria-invalid", "true")
    await expect(form.locator(".error")).to_contain_text("Kirjoita koko osoite")
    await expect(form.get_by_label("Kanavan nimi")).to_have_value("Museon Threads")
    await picture(page, "5-error-at-the-field")

    await address.fill("https://www.threads.net/@esimerkkimuseo")
    await form.get_by_role("button", name="Tallenna").click()
    await expect(page.locator(".transcript .entry").last).to_contain_text("Museon Threads")

    await say(page, "kuka vastaa museon threadsista")
    reply = page.locator(".transcript .entry").last
    await expect(reply.get_by_role("heading")).to_contain_text("Museon Threads")
    await expect(reply).to_contain_text("Kunnanjohtaja")
    await picture(page, "6-found")
    await page.get_by_role("link", name=re.compile("Ylläpitäjä")).click()
    await expect(page.locator(".inbox .entry").first).to_contain_text("Museon Threads")


async def test_the_console_works_without_scripts(console: str, chromium: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        context = await browser.new_context(java_script_enabled=False)
        page = await context.new_page()
        await page.goto(console)
        await say(page, "kanavat")
        await expect(page.locator(".transcript .entry").last).to_contain_text("Esimerkkikunnan verkkosivut")
        await browser.close()
