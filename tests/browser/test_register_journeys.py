"""The ICT secretary's work in the register, as journeys at the console."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.driving import latest, picture, say

pytestmark = pytest.mark.browser


async def as_secretary(console: str, page: Page) -> None:
    await page.goto(f"{console}console/?as=ict-secretary")


async def test_a_channel_is_registered_with_one_line_and_found(console: str, page: Page) -> None:
    await as_secretary(console, page)
    address = "https://www.threads.net/@esimerkkimuseo"
    await say(page, f"rekisteröi {address} nimi=Museon Threads yksikkö=Museopalvelut vastuu=console:manager")
    await expect(latest(page)).to_contain_text("Museon Threads")
    await say(page, "kuka vastaa museon threadsista")
    await expect(latest(page)).to_contain_text("Kunnanjohtaja")
    await picture(page, "7-one-line")


async def test_the_later_of_two_editors_sees_the_difference_and_decides(console: str, page: Page) -> None:
    await as_secretary(console, page)
    await say(page, "muokkaa kirjaston instagram")
    other = await page.context.new_page()
    await as_secretary(console, other)
    await say(other, "muokkaa kirjaston instagram nimi=Kirjasto Instassa")
    await expect(latest(other)).to_contain_text("Kirjasto Instassa")

    form = page.locator(".form-card").first
    await form.get_by_label("Tarkoitus").fill("Tapahtumat ja uutuudet")
    await form.get_by_role("button", name="Tallenna").click()
    await expect(form).to_contain_text("Kirjaston Instagram → Kirjasto Instassa")
    await expect(form.get_by_label("Tarkoitus")).to_have_value("Tapahtumat ja uutuudet")
    await picture(page, "8-edited-meanwhile")
    await form.get_by_label("Kanavan nimi").fill("Kirjasto Instassa")
    await form.get_by_role("button", name="Tallenna").click()
    await expect(page.locator(".form-card")).to_have_count(0)
    await say(page, "historia kirjaston instagram")
    await expect(latest(page)).to_contain_text("Tapahtumat ja uutuudet")
    await expect(latest(page)).to_contain_text("Kirjaston Instagram → Kirjasto Instassa")


async def test_a_channel_is_retired_with_its_checklist_and_the_change_is_taken_back(console: str, page: Page) -> None:
    await as_secretary(console, page)
    await say(page, "poista käytöstä kirjaston facebook")
    form = page.locator(".form-card")
    await form.get_by_role("button", name="Poista käytöstä").click()
    await expect(form.locator(".error")).to_have_count(3)
    await picture(page, "9-closing-checklist")
    await form.get_by_label("Pääsyoikeuksien poistaja").fill("console:maintainer")
    await form.get_by_label("Sisällön säilytyspaikka").fill("Kunnan arkisto")
    await form.get_by_label("Miten lopettamisesta tiedotetaan").fill("Verkkosivuilla ja viimeisessä julkaisussa")
    await form.get_by_role("button", name="Poista käytöstä").click()
    await expect(latest(page)).to_contain_text("Kunnan arkisto")
    await say(page, "kanavat")
    await expect(latest(page)).not_to_contain_text("Kirjaston Facebook")

    await say(page, "peru")
    await latest(page).get_by_role("button", name=re.compile("Peru")).click()
    await say(page, "kanavat")
    await expect(latest(page)).to_contain_text("Kirjaston Facebook")


async def test_the_channels_of_somebody_who_left_are_handed_over_at_once(console: str, page: Page) -> None:
    await as_secretary(console, page)
    await say(page, "lähtenyt console:maintainer")
    await latest(page).get_by_role("button", name="Merkitse lähteneeksi").click()
    await expect(latest(page)).to_contain_text("Kirjaston Instagram")
    await picture(page, "10-left")
    await latest(page).get_by_role("button", name="Luovuta kaikki kanavat").click()
    form = page.locator(".form-card")
    await form.get_by_label("Uusi ylläpitäjä").fill("console:staff")
    await form.get_by_label("Valtuutuksen antanut esihenkilö").fill("console:manager")
    await form.get_by_role("button", name="Tallenna").click()
    await expect(latest(page)).to_contain_text("2 kanavaa on luovutettu")
    await page.get_by_role("link", name=re.compile("Työntekijä")).click()
    await expect(page.locator(".inbox .entry")).to_have_count(2)
    await picture(page, "11-handed-over")


async def test_an_impostor_is_told_from_our_own_account(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "onko https://instagram.com/esimerkkikirjasto/?hl=fi meidän")
    await expect(latest(page)).to_contain_text("Kirjaston Instagram")
    await say(page, "onko https://www.instagram.com/esimerkkikirjast0 meidän")
    await expect(latest(page)).to_contain_text("Kirjaston Instagram")
    await expect(latest(page)).to_contain_text("älä", ignore_case=True)
    await picture(page, "12-impostor")
