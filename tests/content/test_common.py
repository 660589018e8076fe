"""The words and rules that come with the bot, ``knowledge/common/``: held to what ``knowledge check`` asks of them."""

from __future__ import annotations

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.findings import Report
from bot.knowledge.content.wording.cue_files import read_cue_files
from bot.knowledge.content.wording.intents import FACTS
from bot.understanding.commands import Intent, commands

FILES = read_cue_files(common.CUES, Report())


def test_nothing_is_wrong_with_the_words_and_rules() -> None:
    assert [str(one) for one in common.check([*Intent])] == []


def test_every_signal_has_phrases_in_every_language() -> None:
    first, *others = [set(file.phrases) for file in FILES]
    assert len(FILES) == len(Language)
    assert all(one == first for one in others)


def test_every_intent_but_the_unreadable_and_some_lists_can_be_said_without_a_command() -> None:
    told = {intent for rule in common.intents().rules for intent in rule.intents}
    assert told == {intent.value for intent in Intent} - {
        "unknown",
        "gaps",
        "entries",
        "website",
        "duties",
        "home",
    }


def test_what_commands_take_is_known_to_the_rules() -> None:
    known = {*FILES[0].phrases, *common.intents().groups, *FACTS}
    assert {name for command in commands() for name in command.takes} <= known
