"""The loop of a question that the guideline does not cover, at the console, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.driving import latest, picture, say

pytestmark = pytest.mark.browser
QUESTION = "voiko valtuuston kokouksen striimata youtubeen"
ANSWER = "Kyllä voi. Varaa striimaus viestinnästä."


async def persona(page: Page, name: str) -> None:
    await page.get_by_role("link", name=re.compile(name)).click()


async def test_a_question_is_answered_by_the_secretary_and_then_by_the_bot(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, QUESTION)
    await latest(page).get_by_role("button", name="Kysy ICT-sihteeriltä").click()
    await expect(latest(page)).to_contain_text("on lähetetty ICT-sihteerille")
    await picture(page, "20-asked")

    await persona(page, "ICT-sihteeri")
    notice = page.locator(".inbox .entry").first
    await expect(notice).to_contain_text(QUESTION)
    await notice.get_by_role("button", name="Vastaa").click()
    form = page.locator(".form-card")
    await expect(form).to_contain_text(QUESTION)
    await form.get_by_role("button", name="Lähetä").click()
    await expect(form.locator(".error")).to_contain_text("Täytä tämä kenttä")
    await form.get_by_label("Vastaus", exact=False).first.fill(ANSWER)
    await form.get_by_label("Ohjeen kohta").select_option(label="7 YouTube")
    await picture(page, "21-answering")
    await form.get_by_role("button", name="Lähetä").click()
    # The notice that was answered says what became of it.
    await expect(notice).to_contain_text("lähetettiin kysyjälle")
    await notice.get_by_role("button", name="Lisää vastaus kaikille").click()
    await expect(notice).to_contain_text("saavat nyt kaikki")
    await picture(page, "22-entry")

    await persona(page, "Työntekijä")
    arrived = page.locator(".inbox .entry").first
    await expect(arrived).to_contain_text(ANSWER)
    await arrived.get_by_role("button", name="Auttoi").click()
    await expect(arrived).to_contain_text("Kiitos palautteesta")
    await expect(arrived.get_by_role("button", name="Auttoi")).to_have_count(0)
    await picture(page, "23-arrived")

    await persona(page, "Ylläpitäjä")
    await say(page, "saako valtuuston kokouksia striimata suorana youtubessa")
    await expect(latest(page).locator("blockquote")).to_contain_text(ANSWER)
    await expect(latest(page)).to_contain_text("ei ohjeen tekstiä")
    await picture(page, "24-found")


async def test_a_gap_is_closed_from_the_list(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "mitä kahvinkeitin maksaa")
    await expect(latest(page)).to_contain_text("Ohjeessa ei sanota")
    await persona(page, "ICT-sihteeri")
    await say(page, "puutteet")
    await expect(latest(page)).to_contain_text("kahvinkeitin")
    await picture(page, "25-gaps")
    await latest(page).get_by_role("button", name="Vastaa").click()
    form = page.locator(".form-card")
    await form.get_by_label("Vastaus", exact=False).first.fill("Kahvi on ilmaista.")
    await picture(page, "26-closing")
    await form.get_by_role("button", name="Tallenna").click()
    await expect(latest(page)).to_contain_text("Kahvi on ilmaista.")
    await say(page, "puutteet")
    await expect(latest(page)).to_contain_text("Vastaamattomia kysymyksiä ei ole")
