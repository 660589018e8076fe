"""The cues and the rules as data: whether they hang together."""

from __future__ import annotations

from bot.conversation.commands import Intent
from bot.conversation.cues import SIGNALS
from bot.conversation.rules import FACTS, GROUPS, RULES


def test_every_name_in_the_rules_is_known() -> None:
    signals = [line.partition(":")[0] for line in SIGNALS.strip().splitlines() if not line.startswith(" ")]
    known = {*signals, *GROUPS, *FACTS.split()}
    assert len(signals) == len(set(signals))
    for members in GROUPS.values():
        assert set(members.split()) <= known
    for rule in RULES.strip().splitlines():
        if not rule.startswith("#"):
            told, _, conditions = rule.partition(":")
            weight, intent = told.split()
            assert weight.isdigit()
            assert Intent(intent)
            assert set(conditions.replace("!", " ").replace("|", " ").split()) <= known, rule


def test_the_cues_are_written_as_they_are_compared() -> None:
    assert SIGNALS.isascii()
    assert SIGNALS.lower() == SIGNALS


def test_every_intent_but_the_unreadable_and_two_lists_can_be_said_without_a_command() -> None:
    told = {rule.partition(":")[0].split()[-1] for rule in RULES.strip().splitlines() if not rule.startswith("#")}
    assert told == {intent.value for intent in Intent} - {"unknown", "gaps", "entries"}
