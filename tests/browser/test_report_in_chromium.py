"""The report's pictures in a real browser: they load, have a text, and fit on every screen."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from tests.browser.driving import latest, picture, say

pytestmark = pytest.mark.browser


async def ten_months_later(page: Page) -> int:
    """Move the clock, and say how many days the report then compares: the ends of the months that have passed, today's
    among them, and the last day."""
    field = page.locator("#clock-at")
    now = datetime.fromisoformat(await field.input_value())
    then = now + timedelta(days=300)
    await field.fill(then.strftime("%Y-%m-%dT%H:%M"))
    await page.locator("button[name=move][value=set]").click()
    await expect(page.locator(".pill.moved").first).to_be_attached(timeout=60_000)  # each day between goes by
    days = (now.date() + timedelta(days=n) for n in range(300))
    return sum((day + timedelta(days=1)).day == 1 for day in days) + 1


@pytest.mark.parametrize("width", [320, 375, 700])
async def test_a_report_shows_its_pictures_whole(console: str, page: Page, width: int) -> None:
    await page.set_viewport_size({"width": width, "height": 1000})
    await page.goto(f"{console}console/?as=ict-secretary")
    compared = await ten_months_later(page)
    await say(page, "raportti")
    pictures = latest(page).get_by_role("img")
    await expect(pictures).to_have_count(2)
    for number, title in enumerate(("Käytössä", "Avoimia velvoitteita")):
        one = pictures.nth(number)
        await expect(latest(page).get_by_role("figure", name=title)).to_be_visible()
        assert (await one.get_attribute("alt") or "").count(": ") == compared
        await one.scroll_into_view_if_needed()
        await expect(one).to_have_js_property("naturalWidth", 480)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await picture(page, f"report-{width}")
