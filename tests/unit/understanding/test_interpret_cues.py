"""The cues and the rules as data: whether they hang together."""

from __future__ import annotations

from bot.understanding.all_cues import SIGNALS
from bot.understanding.commands import Intent
from bot.understanding.intents import FACTS, GROUPS, RULES


def test_every_name_in_the_rules_is_known() -> None:
    signals = [line.partition(":")[0] for line in SIGNALS.strip().splitlines() if not line.startswith(" ")]
    known = {*signals, *GROUPS, *FACTS.split()}
    assert len(signals) == len(set(signals))
    for members in GROUPS.values():
        assert set(members.split()) <= known
    for rule in RULES.strip().splitlines():
        if not rule.startswith("#"):
            told, _, conditions = rule.partition(":")
            weight, intents = told.split()
            assert weight.isdigit()
            assert all(Intent(intent) for intent in intents.split("/"))
            assert set(conditions.replace("!", " ").replace("|", " ").split()) <= known, rule


def test_the_cues_are_written_as_they_are_compared() -> None:
    assert SIGNALS.isascii()
    assert SIGNALS.lower() == SIGNALS


def test_every_intent_but_the_unreadable_and_two_lists_can_be_said_without_a_command() -> None:
    rules = [rule for rule in RULES.strip().splitlines() if not rule.startswith("#")]
    told = {intent for rule in rules for intent in rule.partition(":")[0].split()[-1].split("/")}
    assert told == {intent.value for intent in Intent} - {"unknown", "gaps", "entries"}
