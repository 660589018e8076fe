"""A Playground with the bot in it, and a browser that looks at its page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, async_playwright, expect

from tests.browser.driving import QUIET
from tests.playground.driving import messages
from tests.playground.workspace import Playground, a_playground

expect.set_options(timeout=60_000)  # a machine that does much else besides takes its time


@pytest.fixture
def playground(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Playground]:
    """A Playground, at whose page is the person that the test names."""
    with a_playground(tmp_path, request.param) as playground:
        yield playground


@pytest_asyncio.fixture
async def pages(playground: Playground, chromium: str) -> AsyncIterator[Mapping[str, Page]]:
    """The page of each person, on which the bot has just been installed: it has said so already."""
    inside = playground.inside.wrapper(chromium, playground.folder)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=inside, args=QUIET)
        problems: list[str] = []
        pages: dict[str, Page] = {}
        for user in playground.people:
            # A window for each: what is in a tab that nobody sees is slow.
            context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
            page = pages[user] = await context.new_page()
            page.on("pageerror", lambda error: problems.append(str(error)))
            await page.goto(playground.url(user))
            await page.get_by_title("Hide log panel").click()
            await expect(messages(page)).to_have_count(1)
        yield pages
        await browser.close()
        assert problems == [], "the page's script failed"


@pytest.fixture
def page(pages: Mapping[str, Page]) -> Page:
    """The page of the one person."""
    (page,) = pages.values()
    return page
