"""The intents and the sub-commands: what is parsed and the help come from here. What sub-commands are called is in
``knowledge/common/commands.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.domain.language import Language
from bot.knowledge.content import common


class Intent(StrEnum):
    """What somebody wants."""

    OWNER = "owner"
    CHANNELS = "channels"
    VERIFY = "verify"
    ASK = "ask"
    READ = "read"
    MINE = "mine"
    HOME = "home"
    ME = "me"
    PROPOSE = "propose"
    DECIDE = "decide"
    UPDATED = "updated"
    SNOOZE = "snooze"
    AWAY = "away"
    BACK = "back"
    ABSENCES = "absences"
    HANDOVER = "handover"
    REGISTER = "register"
    EDIT = "edit"
    RETIRE = "retire"
    PAUSE = "pause"
    LEFT = "left"
    RETURNED = "returned"
    AUDIT = "audit"
    HISTORY = "history"
    UNDO = "undo"
    REPORT = "report"
    GAPS = "gaps"
    WEBSITE = "website"
    DUTIES = "duties"
    TROUBLE = "trouble"
    ENTRIES = "entries"
    EXPORT = "export"
    SECRETARY = "secretary"
    HELP = "help"
    SMALLTALK = "smalltalk"
    UNKNOWN = "unknown"


class Audience(StrEnum):
    """For whom a command is; the ICT secretary may do what everybody may."""

    EVERYONE = "everyone"
    MAINTAINERS = "maintainers"
    ICT_SECRETARY = "ict_secretary"


@dataclass(frozen=True, slots=True)
class Command:
    """A sub-command: what it is for, for whom, and what it is called; the first alias in each language is shown.

    ``takes`` are the facts (see `rules`) of which one must be in what is typed after an alias; where there is none, the
    alias was just the first word of a sentence.
    """

    intent: Intent
    aliases: Mapping[Language, tuple[str, ...]]
    who: Audience
    takes: frozenset[str]


@cache
def commands() -> tuple[Command, ...]:
    """All sub-commands, in the order of the help. Raises KnowledgeError."""
    return tuple(
        Command(
            Intent(name),
            {language: tuple(called[language]) for language in Language},
            Audience("".join(called.get("who", [Audience.EVERYONE]))),
            frozenset(called.get("takes", ())),
        )
        for name, called in common.commands().items()
    )
