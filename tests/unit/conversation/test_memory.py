"""What was just said is kept for a while, for so many people, and for each conversation by itself."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.memory import KEPT, REMEMBERED, LastReply, Memory
from bot.domain.language import Language
from tests.support.bot_in_memory import NOON

REPLY = LastReply(Language.SV, NOON)


def test_a_reply_is_remembered_for_its_time_and_not_before_it_was_said() -> None:
    memory = Memory()
    memory.keep("a", "D1", REPLY)
    assert memory.of("a", "D1", NOON + KEPT) is REPLY
    assert memory.of("a", "D1", NOON + KEPT + timedelta(seconds=1)) is None
    assert memory.of("a", "D1", NOON - timedelta(seconds=1)) is None
    assert memory.of("b", "D1", NOON) is memory.of("a", "D2", NOON) is None


def test_where_conversations_are_not_told_apart_nothing_is_remembered() -> None:
    memory = Memory()
    memory.keep("a", "", REPLY)
    assert memory.of("a", "", NOON) is None


def test_who_has_been_silent_the_longest_is_forgotten_first() -> None:
    memory = Memory()
    for number in range(REMEMBERED):
        memory.keep(f"p{number}", "D1", REPLY)
    memory.keep("p0", "D1", REPLY)
    memory.keep("new", "D1", REPLY)
    assert memory.of("p0", "D1", NOON) is REPLY
    assert memory.of("p1", "D1", NOON) is None
