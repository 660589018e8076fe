"""What a person does on local-slack's page."""

from __future__ import annotations

from playwright.async_api import Locator, Page


async def act_as(page: Page, user: str) -> None:
    """Be the person with this id from now on."""
    await page.locator(".actas select").select_option(user)


async def write(page: Page, text: str) -> None:
    """Write a message, or a slash command, where one is."""
    composer = page.locator(".main .composer-input").first
    await composer.fill(text)
    await composer.press("Enter")


async def go_to(page: Page, name: str) -> None:
    """Go to a channel, a direct message or an app by its name in the side bar."""
    await page.locator(".sidebar-item").filter(has_text=name).last.click()


def messages(page: Page) -> Locator:
    """The messages that the person sees of the conversation that is open."""
    return page.locator(".main .messages").first.locator(".msg").locator("visible=true")


def latest(page: Page) -> Locator:
    """The newest message of the conversation that is open."""
    return messages(page).last


async def press(message: Locator, label: str) -> None:
    """Press the first button of the message with this label."""
    await message.get_by_role("button", name=label).first.click()


def modal(page: Page) -> Locator:
    """The modal that is open."""
    return page.locator(".modal")


def field(page: Page, label: str) -> Locator:
    """The input of the modal's field with ``label``."""
    return (
        modal(page)
        .locator(".bk-input")
        .filter(has=page.get_by_text(label, exact=True))
        .locator("input, select, textarea")
        .first
    )
