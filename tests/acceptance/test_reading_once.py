"""A turn reads the register once: all of a reply is of one moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from bot.conversation.exchange import Incoming, Pressed, Said, Submitted
from bot.domain.language import Language
from bot.messages.model import Action, Verb
from bot.services.ports import Collection, State
from bot.services.register.documents import CHANNELS
from bot.storage.memory import MemoryStore
from tests.acceptance.people import ICT, STAFF
from tests.support.bot_in_memory import make_bot

V = TypeVar("V")


class CountingStore(MemoryStore):
    """Counts how often the register is taken from it; other documents may be read besides."""

    reads = 0

    async def read(self) -> State:
        store, state = self, await super().read()

        class Counted(State):
            def view(self, make: Callable[[State], V], *collections: Collection[Any]) -> V:
                store.reads += CHANNELS in collections
                return super().view(make, *collections)

        return Counted(state.by_collection, state.version, state.seq, state.worked_out)


@pytest.mark.parametrize(
    ("who", "content"),
    [
        (STAFF, Said("who owns instagram")),
        (STAFF, Said("who owns the museum's myspace")),
        (STAFF, Said("how often is a password changed")),
        (STAFF, Said("list")),
        (STAFF, Said("mine")),
        (STAFF, Said("what do you know about me")),
        (STAFF, Said("register")),
        (ICT, Said("edit the library's instagram")),
        (ICT, Said("audit")),
        (STAFF, Pressed(Action(Verb.OWNER, ("kirjasto-instagram",), Language.EN))),
        (ICT, Pressed(Action(Verb.OPEN_FORM, ("edit", "kirjasto-instagram", ""), Language.EN))),
        (ICT, Submitted("register", ("en",), {})),
    ],
    ids=str,
)
async def test_what_changes_nothing_reads_the_register_once(who: str, content: Said | Pressed | Submitted) -> None:
    store = CountingStore()
    bot = await make_bot(store=store)
    person = await bot.person(who)
    store.reads = 0
    await bot.application.conversation.handle(Incoming(person, content, bot.clock.now(), locale=Language.EN))
    assert store.reads == 1
