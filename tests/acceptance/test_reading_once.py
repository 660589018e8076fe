"""A turn reads the register once: all of a reply is of one moment."""

from __future__ import annotations

import pytest

from bot.conversation.exchange import Incoming, Pressed, Said, Submitted
from bot.domain.language import Language
from bot.messages.model import Action, Verb
from bot.services.ports import State
from bot.storage.memory import MemoryStore
from tests.acceptance.people import ICT, STAFF
from tests.support.bot_in_memory import make_bot


class CountingStore(MemoryStore):
    """A register that counts how often it is read."""

    reads = 0

    async def read(self) -> State:
        self.reads += 1
        return await super().read()


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
