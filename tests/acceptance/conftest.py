"""A bot for each test."""

from __future__ import annotations

import pytest

from tests.bot_in_memory import Bot, make_bot


@pytest.fixture
async def bot() -> Bot:
    """A bot on the small register."""
    return await make_bot()
