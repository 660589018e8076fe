"""From a wish to a channel of the register, as a journey at the console: each does their part where they see it."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.driving import latest, picture, say

pytestmark = pytest.mark.browser

WISH = {
    "Kanavan nimi": "Museon TikTok",
    "Yksikkö": "Museopalvelut",
    "Tarkoitus": "Esineiden tarinoita nuorille",
    "Kenelle kanava on": "yläkoululaiset",
    "Ylläpitäjät": "console:maintainer",
    "Työaika viikossa": "2",
    "Ylläpitäjien esihenkilö": "console:ict-secretary",
}


async def form_of(page: Page) -> Locator:
    form = page.locator(".form-card").last
    await expect(form).to_be_visible()
    return form


async def send(form: Locator, name: str, **values: str) -> None:
    for label, value in values.items():
        await form.get_by_label(label, exact=False).first.fill(value)
    await form.get_by_role("button", name=name).click()


async def test_from_a_wish_to_the_register_with_a_condition_and_a_question(console: str, page: Page) -> None:
    await page.goto(f"{console}console/?as=staff")
    await say(page, "ehdota uutta kanavaa")
    await latest(page).get_by_role("button", name="Ehdota kanavaa").click()
    form = await form_of(page)
    await form.get_by_label("Palvelu").select_option("tiktok")
    await send(form, "Lähetä", **WISH | {"Työaika viikossa": "paljon"})
    form = await form_of(page)
    await expect(form.locator(".error")).to_have_count(1)
    await expect(form.get_by_label("Tarkoitus")).to_have_value(WISH["Tarkoitus"])
    await picture(page, "20-proposal-form")
    await send(form, "Lähetä", **{"Työaika viikossa": "2"})
    await expect(latest(page)).to_contain_text("Museon TikTok")

    await page.goto(f"{console}console/?as=ict-secretary")
    await expect(page.locator("body")).to_contain_text("Esineiden tarinoita nuorille")
    await picture(page, "21-authorise")
    await page.get_by_role("button", name="Valtuutan ehdoin").last.click()
    await send(await form_of(page), "Lähetä", ehdot="Kesäkuun loppuun")
    await expect(page.locator("body")).to_contain_text("Valtuutus on annettu")

    await page.goto(f"{console}console/?as=manager")
    await expect(page.locator("body")).to_contain_text("Kesäkuun loppuun")
    await picture(page, "22-decide")
    await page.get_by_role("button", name="Kysy lisää").last.click()
    await send(await form_of(page), "Lähetä", Kysymys="Kuka vastaa kommentteihin?")
    await expect(page.locator("body")).to_contain_text("Kysymys on lähetetty")

    await page.goto(f"{console}console/?as=staff")
    await page.get_by_role("button", name="Vastaa kysymykseen").last.click()
    await send(await form_of(page), "Lähetä", Vastauksesi="Ylläpitäjä arkisin.")
    await expect(page.locator("body")).to_contain_text("Vastaus on lähetetty")

    await page.goto(f"{console}console/?as=manager")
    await expect(page.locator("body")).to_contain_text("Ylläpitäjä arkisin.")
    await page.get_by_role("button", name="Hyväksy käyttöönotto").last.click()
    form = await form_of(page)
    await expect(form.get_by_label("Vastuuhenkilö")).to_have_value("console:maintainer")
    await send(form, "Tallenna", **{"Päätöksen numero": "Kj 12/2026", "Ehdot": "Vuoden kokeilu"})
    await expect(page.locator("body")).to_contain_text("Päätös on kirjattu")

    await page.goto(f"{console}console/?as=ict-secretary")
    await page.get_by_role("button", name="Vie rekisteriin").last.click()
    form = await form_of(page)
    await expect(form.get_by_label("Päätöksen numero")).to_have_value("Kj 12/2026")
    await picture(page, "23-enter")
    await send(form, "Tallenna", Osoite="https://www.tiktok.com/@esimerkkimuseo")
    await expect(page.locator("body")).to_contain_text("Kanava on lisätty rekisteriin")
    await say(page, "kuka vastaa museon tiktokista")
    await expect(latest(page)).to_contain_text("Museon TikTok")
