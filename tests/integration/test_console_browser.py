"""The console in a browser: what the script adds, and that it all works without."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from aiohttp.test_utils import BaseTestServer, TestServer
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.conversation.exchange import Incoming, Outcome, Said, Submitted
from bot.conversation.forms.form import FieldKind, Form, FormField
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Action, Actions, Button, Message, Paragraph, Text, Verb
from bot.surfaces.console.clock import MovableClock
from bot.surfaces.console.sessions import Sessions
from tests.support.consoles import console_app

pytestmark = pytest.mark.browser

FIELDS = (FormField("name", FieldKind.TEXT, "Name"), FormField("url", FieldKind.URL, "Address", required=True))
FORM = Form("register", "New channel", "Save", "Cancel", FIELDS, Language.EN)
BUTTON = Button("Open", Action(Verb.OPEN_FORM))
# Without these, Chromium looks for the services of its maker on the network.
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


def reply(text: str) -> Message:
    return Message((Paragraph((Text(text),)), Actions((BUTTON,))), Language.EN)


async def handle(incoming: Incoming) -> Outcome:
    match incoming.content:
        case Said(text):
            return Outcome(reply(f"heard {text}"))
        case Submitted(values={"url": "", **rest}):
            return Outcome(replace(FORM, values={"url": "", **rest}, errors={"url": "Give the address."}))
        case Submitted():
            return Outcome(reply("registered"), replaces=True)
        case _:
            return Outcome(FORM)


async def person_of(identity: str) -> Person:
    return Person(identity, identities=(identity,))


class Noon:
    def now(self) -> datetime:
        return datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class Visit:
    """A page that is open, and the server behind it."""

    page: Page
    server: BaseTestServer
    complaints: list[str]


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture(params=[True], ids=["with script"])
async def visit(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Visit]:
    app = console_app(handle, person_of, MovableClock(Noon()), Sessions(Language.EN))
    async with TestServer(app) as server:
        page = await (await browser.new_context(java_script_enabled=request.param)).new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(str(server.make_url("/console/")))
        yield Visit(page, server, complaints)
        await page.close()


async def say(page: Page, text: str) -> None:
    await page.get_by_label("Message to the bot").fill(text)
    await page.get_by_role("button", name="Send").click()


@pytest.mark.parametrize("visit", [True, False], ids=["with script", "without script"], indirect=True)
async def test_one_talks_presses_and_fills_in(visit: Visit) -> None:
    page = visit.page
    await say(page, "hello")
    await expect(page.locator("main").get_by_text("heard hello")).to_be_visible()
    await page.get_by_role("button", name="Open").click()
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("textbox", name="Address")).to_have_attribute("aria-invalid", "true")
    await page.get_by_role("textbox", name="Address").fill("https://example.org/")
    await page.get_by_role("button", name="Save").click()
    await expect(page.locator("main").get_by_text("registered")).to_be_visible()
    await page.get_by_role("button", name="+1 week").click()
    await expect(page.locator("main").get_by_text("9 March 2026")).to_be_visible()
    assert visit.complaints == []


async def test_the_focus_goes_where_one_goes_on(visit: Visit) -> None:
    page = visit.page
    await say(page, "hello")
    await expect(page.get_by_label("Message to the bot")).to_be_focused()
    await page.get_by_role("button", name="Open").click()
    await expect(page.get_by_role("textbox", name="Name")).to_be_focused()
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("textbox", name="Address")).to_be_focused()
    await page.get_by_role("button", name="+1 week").click()
    await expect(page.get_by_role("button", name="+1 week")).to_be_focused()


async def test_the_reply_is_announced(visit: Visit) -> None:
    await say(visit.page, "hello")
    await expect(visit.page.locator("#announcer")).to_contain_text("heard hello")


async def test_what_is_typed_elsewhere_outlives_a_reply(visit: Visit) -> None:
    page = visit.page
    await say(page, "hello")
    await page.get_by_role("button", name="Open").click()
    await page.get_by_role("textbox", name="Name").fill("half a na")
    await say(page, "and now this")
    await expect(page.locator("main").get_by_text("heard and now this")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Name")).to_have_value("half a na")


async def test_what_is_typed_stays_when_the_bot_refuses_or_is_gone(visit: Visit) -> None:
    page = visit.page
    await page.get_by_label("Message to the bot").evaluate("field => field.removeAttribute('maxlength')")
    await say(page, "x" * 70_000)
    await expect(page.get_by_role("status")).to_contain_text("The message is too long.")
    await expect(page.get_by_label("Message to the bot")).to_have_value("x" * 70_000)
    await visit.server.close()
    await say(page, "hello")
    await expect(page.get_by_role("status")).to_contain_text("The bot is not answering right now.")
    await expect(page.get_by_label("Message to the bot")).to_have_value("hello")


@pytest.mark.parametrize("width", [320, 640, 1280])
async def test_the_page_never_scrolls_sideways(visit: Visit, width: int) -> None:
    page = visit.page
    await page.set_viewport_size({"width": width, "height": 700})
    await say(page, "https://example.org/" + "a" * 300)
    await page.get_by_role("button", name="Open").click()
    await expect(page.get_by_role("button", name="Save")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
