"""The main job, once through: somebody at the console, in a real browser, on ``serve --console`` as it is."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.browser.driving import QUIET, latest, picture, say

pytestmark = pytest.mark.browser


async def test_staff_ask_who_owns_instagram_and_get_three_owners(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "who owns instagram")
    reply = latest(page)
    await expect(reply.locator(".row")).to_have_count(3)
    await expect(reply.locator(".row").first).to_contain_text("Esimerkkikunnan Instagram")
    await expect(reply).to_contain_text("Hallintojohtaja")
    await expect(reply).to_contain_text("Kirjastotoimenjohtaja")
    await expect(reply).to_contain_text("Nuorisopalvelujen vastaava")
    await picture(page, "1-owners")


async def test_staff_ask_about_working_time_and_get_section_6_quoted(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "saanko päivittää facebookia työajalla")
    reply = latest(page)
    await expect(reply.locator(".note")).to_contain_text("luku 6 Henkilöstö sosiaalisen median käyttäjänä")
    await expect(reply.locator("blockquote")).to_contain_text("työaika")
    await picture(page, "2-section-6")
    await reply.get_by_role("button", name="Lue koko kohta").click()
    whole = latest(page)
    await expect(whole.locator("blockquote")).to_contain_text("Facebook-sivuja ei päivitetä eikä kommentoida työaikana")


async def test_staff_ask_the_weather_and_are_told_that_the_guideline_does_not_say(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "millainen sää huomenna on")
    reply = latest(page)
    await expect(reply).to_contain_text("Ohjeessa ei sanota tästä mitään")
    await reply.get_by_role("button", name="Kysy ICT-sihteeriltä").click()
    # What the button is called says ICT-sihteeri too: only when it has been pressed may the page be left.
    await expect(latest(page)).to_contain_text("on lähetetty ICT-sihteerille")
    await picture(page, "3-not-covered")
    await page.get_by_role("link", name=re.compile("ICT-sihteeri")).click()
    await expect(page.locator(".inbox .entry").first).to_contain_text("millainen sää huomenna on")
    await picture(page, "4-inbox")


async def test_the_ict_secretary_errs_in_the_form_mends_it_and_the_channel_is_found(console: str, page: Page) -> None:
    await page.goto(f"{console}console/?as=ict-secretary")
    await say(page, "rekisteröi")
    form = page.locator(".form-card")
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
    await expect(latest(page)).to_contain_text("Museon Threads")

    await say(page, "kuka vastaa museon threadsista")
    reply = latest(page)
    await expect(reply.get_by_role("heading")).to_contain_text("Museon Threads")
    await expect(reply).to_contain_text("Kunnanjohtaja")
    await picture(page, "6-found")
    await page.get_by_role("link", name=re.compile("Ylläpitäjä")).click()
    await expect(page.locator(".inbox .entry").first).to_contain_text("Museon Threads")


async def test_the_console_works_without_scripts(console: str, chromium: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=QUIET)
        context = await browser.new_context(java_script_enabled=False)
        page = await context.new_page()
        await page.goto(console)
        await say(page, "kanavat")
        await expect(latest(page)).to_contain_text("Esimerkkikunnan verkkosivut")
        await browser.close()
