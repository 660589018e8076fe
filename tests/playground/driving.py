"""What a person does on the Playground's page."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from playwright.async_api import Locator, Page, expect

from tests.browser import driving

PHONE: Final = "330px"
"""The width of a card on a phone."""
CUT_OFF: Final = """card => {
    const edge = card.getBoundingClientRect().right
    const over = (what, limit) => [...card.querySelectorAll(what)].filter(
        one => one.getBoundingClientRect().right > limit
    )
    const cutOff = [...over('button, input, textarea', edge - 15), ...over('span, p', edge)]
    return cutOff.map(one => one.textContent)
}"""
"""The buttons and fields on a card that reach into its right margin, where they are cut off, and words that leave it: a
space at the end of a line may hang there."""


async def write(page: Page, text: str) -> None:
    """Write a message in the conversation that is open."""
    await page.get_by_role("textbox").last.fill(text)
    await page.get_by_role("button", name="Send Message").last.click()


async def mention(page: Page, where: Locator, text: str) -> None:
    """Call the bot at the beginning of a text in the text box ``where``; it is not sent yet."""
    await where.click()
    await page.keyboard.type("@Some")
    await page.locator("#typeahead-menu").get_by_role("menuitem", name="Somebot").click()
    await page.keyboard.type(f" {text}")


async def go_to(page: Page, name: str) -> None:
    """Go to a chat or a channel by its name in the side bar."""
    await page.get_by_role("treeitem", name=name).click()


async def trigger(page: Page, what: str) -> None:
    """Let Teams tell the bot of something that nobody does on a page."""
    await page.get_by_role("button", name="Mock an Activity").click()
    await page.get_by_text(what, exact=True).click()
    async with page.expect_response("**/customActivities"):
        await page.get_by_role("button", name="Send activity").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


def messages(page: Page) -> Locator:
    """The bot's cards in the conversation that is open."""
    return page.locator(".ac-preview-panel")


def latest(page: Page) -> Locator:
    """The newest card of the conversation that is open."""
    return messages(page).last


async def press(card: Locator, label: str) -> None:
    await card.get_by_role("button", name=label).first.click()


def field(card: Locator, label: str) -> Locator:
    """The input with ``label`` of the form on ``card``."""
    return card.get_by_label(label)


async def choose(card: Locator, label: str, option: str) -> None:
    """Choose from the list with ``label`` of the form on ``card``."""
    await card.get_by_role("combobox", name=label).click()
    await card.page.get_by_role("option", name=option, exact=True).click()


async def tick(card: Locator, option: str) -> None:
    """Tick the box beside ``option``, or no longer."""
    await card.get_by_text(option, exact=True).click()


async def picture(page: Page, card: Locator, name: str) -> None:
    """What is seen of ``card`` on a desk and on a phone. On neither is anything on it cut off."""
    await _seen(page, card, f"{name}-desktop")
    usual = await card.get_attribute("style") or ""
    # The Playground's cards have the same width in any window.
    await card.evaluate("(card, width) => { card.style.width = width }", PHONE)
    await _seen(page, card, f"{name}-phone")
    await card.evaluate("(card, usual) => { card.setAttribute('style', usual) }", usual)


async def _seen(page: Page, card: Locator, name: str) -> None:
    await expect(card).to_be_visible()
    await card.scroll_into_view_if_needed()
    if driving.PICTURES:
        await driving.picture(page, f"teams-{name}-page")
        await card.screenshot(path=Path(driving.PICTURES) / f"teams-{name}.png")
    cut_off = await card.evaluate(CUT_OFF)
    assert cut_off == [], f"{name}: cut off are {cut_off}"
