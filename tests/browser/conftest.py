"""A console that runs, and a browser that looks at it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from tests.bench.starting import free_port, wait_until_ready
from tests.browser.driving import QUIET
from tests.conftest import ROOT


@pytest.fixture
def console(tmp_path: Path) -> Iterator[str]:
    """The address of a console that runs for one test, with a register of its own."""
    port = free_port()
    environment = {**os.environ, "PORT": str(port), "SOME_DATA_DIR": str(tmp_path)}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve", "--console"], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
    )
    try:
        wait_until_ready(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0, "the bot did not stop gracefully"


@pytest_asyncio.fixture
async def page(chromium: str) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser: Browser = await playwright.chromium.launch(executable_path=chromium, args=QUIET)
        context = await browser.new_context(viewport={"width": 1280, "height": 1000}, locale="fi-FI")
        page = await context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        yield page
        await browser.close()
        assert problems == [], "the page's script failed"
