"""A local Slack with the bot in it, and a browser that looks at its page."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, async_playwright, expect

from tests.browser.driving import QUIET
from tests.fake_slack.serving import BOT_COMMAND, import_register
from tests.local_slack.workspace import LocalSlack, find_binary, local_slack

LENS = Path(__file__).with_name("lens.js")

expect.set_options(timeout=60_000)  # a machine that does much else besides takes its time


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the small register in it; each bot gets a copy."""
    return import_register(tmp_path_factory.mktemp("register"))


@pytest.fixture
def workspace(imported: Path, tmp_path: Path) -> Iterator[LocalSlack]:
    shutil.copytree(imported, tmp_path / "data")
    with local_slack(find_binary(), tmp_path, [*BOT_COMMAND, "serve"]) as workspace:
        yield workspace


@pytest_asyncio.fixture
async def page(workspace: LocalSlack, chromium: str) -> AsyncIterator[Page]:
    """The workspace's page, as the first of its people sees it."""
    inside = workspace.inside.wrapper(chromium, workspace.folder)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=inside, args=QUIET)
        context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
        await context.add_init_script(path=LENS)
        page = await context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(workspace.url)
        yield page
        await browser.close()
        assert problems == [], "the page's script failed"
