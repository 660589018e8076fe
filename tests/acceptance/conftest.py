"""A bot for each test, and a talk in which wild input is tried."""

from __future__ import annotations

import pytest

from tests.acceptance.wild import Rewindable, Talk
from tests.support.bot_in_memory import Bot, make_bot


@pytest.fixture
async def bot() -> Bot:
    """A bot on the small register."""
    return await make_bot()


@pytest.fixture
async def talk() -> Talk:
    """A talk with a bot whose register begins anew for each example."""
    store = Rewindable()
    bot = await make_bot(store=store)
    store.beginning = await store.read()
    return Talk(bot, store)
