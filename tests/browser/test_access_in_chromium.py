"""The console for those who hear it, go by keys, see little or read it on paper."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.driving import latest, let_a_week_go_by, picture, say
from tests.conftest import ROOT, missing

pytestmark = pytest.mark.browser

INSTALLED = ROOT / "build" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
AXE = Path(os.environ.get("SOME_TEST_AXE", INSTALLED))


async def led_to_reminders(page: Page, console: str) -> None:
    """As the README says: a week, the ICT secretary starts them, another week."""
    await page.goto(f"{console}console/?as=ict-secretary")
    await let_a_week_go_by(page)
    await page.get_by_role("button", name="Aloita muistutukset").first.click()
    await expect(page.locator(".inbox")).to_contain_text("Muistutuksia lähetetään")
    await let_a_week_go_by(page)
    await expect(page.locator(".tabs a", has_text="Ylläpitäjä").locator(".count")).to_be_visible()
    await page.goto(f"{console}console/?as=maintainer")
    await expect(page.locator(".inbox")).to_contain_text("Onko näitä kanavia päivitetty?")


@pytest_asyncio.fixture
async def axe(page: Page) -> AsyncIterator[Any]:
    if not AXE.exists():
        missing("axe", "npm install --prefix build/npm axe-core@4.14.1, or set SOME_TEST_AXE")

    async def found() -> list[str]:
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        result = await page.evaluate("axe.run()")
        return [f"{one['id']}: {node['html'][:120]}" for one in result["violations"] for node in one["nodes"]]

    yield found


async def test_a_reply_is_announced_in_its_own_language_by_its_heading_and_quote(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "how quickly should we answer messages")
    announcer = page.locator("#announcer")
    await expect(announcer).to_have_attribute("lang", "en")
    heading = await latest(page).get_by_role("heading").inner_text()
    await expect(announcer).to_contain_text(heading)
    await expect(announcer).not_to_contain_text("Ask the ICT secretary")
    await say(page, "kanavat")
    await expect(announcer).to_have_attribute("lang", "fi")


async def test_reminders_arrive_as_readme_says_and_their_buttons_say_which_channel(console: str, page: Page) -> None:
    await led_to_reminders(page, console)
    await picture(page, "a-reminders")
    names = [await one.inner_text() for one in await page.locator(".inbox .entry").first.get_by_role("button").all()]
    updated = [name for name in names if name.startswith("Päivitetty tänään")]
    assert len(updated) > 1
    assert len(set(updated)) == len(updated), updated


async def test_the_arrows_bring_back_what_was_typed(console: str, page: Page) -> None:
    await page.goto(console)
    for text in ("kanavat", "apua"):
        await say(page, text)
        await expect(page.locator(".typed .body").last).to_contain_text(text)
    line = page.locator("#text")
    await line.fill("kesken")
    for key, there in (("Up", "apua"), ("Up", "kanavat"), ("Up", "kanavat"), ("Down", "apua"), ("Down", "kesken")):
        await line.press(f"Arrow{key}")
        await expect(line).to_have_value(there)


async def test_on_a_phone_the_inbox_is_beside_the_input_line(console: str, page: Page) -> None:
    await page.set_viewport_size({"width": 375, "height": 700})
    await page.goto(console)
    for text in ("kanavat", "kuka hoitaa instagramia", "apua"):
        await say(page, text)
        await expect(page.locator(".typed .body").last).to_contain_text(text)
    await picture(page, "a-phone")
    link = page.get_by_role("link", name="Saapuneet viestit")
    await expect(link).to_be_in_viewport()
    await link.click()
    await expect(page.get_by_role("heading", name="Saapuneet viestit")).to_be_in_viewport()


async def test_whoever_goes_by_keys_sees_where_they_are_after_a_press(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "kuka hoitaa instagramia")
    await latest(page).get_by_role("button").first.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".pressed")).to_have_count(1)
    await expect(latest(page)).to_be_focused()
    width = await latest(page).locator(".body").evaluate("body => getComputedStyle(body).outlineWidth")
    assert width == "3px"


async def test_in_forced_colours_only_the_current_tab_is_marked(console: str, page: Page) -> None:
    await page.emulate_media(forced_colors="active")
    await page.goto(console)
    await picture(page, "a-forced-colours")
    colours = [
        await tab.evaluate("tab => getComputedStyle(tab).borderBottomColor")
        for tab in await page.locator(".tabs a").all()
    ]
    assert colours[0] not in colours[1:]
    assert len(set(colours[1:])) == 1


async def test_on_paper_is_the_conversation_and_nothing_to_press(console: str, page: Page) -> None:
    await page.goto(console)
    await say(page, "saanko päivittää facebookia työajalla")
    await page.emulate_media(media="print")
    await expect(latest(page).locator("blockquote")).to_be_visible()
    for gone in ("nav", ".languages", "aside", ".say", ".actions"):
        await expect(page.locator(gone).first).to_be_hidden()
    await picture(page, "a-paper")


@pytest.mark.parametrize("width", [320, 1280])
async def test_no_rule_finds_a_barrier(console: str, page: Page, axe: Any, width: int) -> None:
    await page.set_viewport_size({"width": width, "height": 800})
    await page.goto(console)
    assert await axe() == []
    await say(page, "saanko päivittää facebookia työajalla")
    await expect(latest(page).locator("blockquote")).to_be_visible()
    assert await axe() == []
    await page.goto(f"{console}console/?as=ict-secretary")
    await say(page, "rekisteröi")
    await page.get_by_role("button", name="Tallenna").click()
    await expect(page.locator(".error-summary")).to_be_visible()
    assert await axe() == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await led_to_reminders(page, console)
    assert await axe() == []
