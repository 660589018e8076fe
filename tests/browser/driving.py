"""What a person does on the console's page, and pictures of what they see."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.async_api import Locator, Page, expect

# Without these, Chromium looks for the services of its maker on the network.
QUIET = [
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


async def say(page: Page, text: str) -> None:
    field = page.get_by_role("textbox").and_(page.locator("#text"))
    await field.fill(text)
    await field.press("Enter")


async def picture(page: Page, name: str) -> None:
    """Keep what is seen as ``name``, also as it looks in a small window and on a phone."""
    if PICTURES and (usual := page.viewport_size):
        for width in (usual["width"], 700, 375):
            await page.set_viewport_size({"width": width, "height": usual["height"]})
            await page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png")
        await page.set_viewport_size(usual)


def latest(page: Page) -> Locator:
    """The newest entry of the conversation."""
    return page.locator(".transcript .entry").last


async def let_a_week_go_by(page: Page) -> None:
    """Move the console's clock, and wait until the page shows it: what is pressed sooner is pressed on the old page."""
    clock = page.locator(".now time")
    before = await clock.get_attribute("datetime") or ""
    await page.get_by_role("button", name="+1 viikko").click()
    await expect(clock).not_to_have_attribute("datetime", before)
