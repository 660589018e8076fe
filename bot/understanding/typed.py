"""Whether a text that begins as a command does is one: its first word may just be the first word of a sentence."""

from bot.understanding.commands import Command, Intent
from bot.understanding.hearing import Heard, cues_in

_DEEDS = frozenset(
    {Intent.REGISTER, Intent.EDIT, Intent.RETIRE, Intent.LEFT, Intent.UNDO, Intent.HANDOVER, Intent.PAUSE}
)
ASKING = frozenset({"asks", "who", "which", "question", "subject", "keeper"})
"""By what something is asked."""
_IS_OF_ALL = frozenset({"all_reminders", "reminders_on"})
"""What a command is about that names no channel and needs none."""
_NOT_IN_COMMANDS = frozenset(
    {"asks", "who", "which", "topic", "incident", "fake", "idle", "undo", "remind", "history", "change", "give", "mine"}
)
"""What shows that a text goes on as a sentence: "pause or close, which is allowed?"."""
_ELSE = frozenset({"pause_over", "pause_longer", "pause_begins", "pause_moves", "spared"})


def wants_something_else(text: str) -> bool:
    """Whether a text begins like a command and wants something else: "end the library's pause" retires no channel, nor
    does "do not close it"."""
    return not cues_in(text).isdisjoint(_ELSE)


def is_command(command: Command, rest: Heard) -> bool:
    """Whether what follows an alias fits the command; else the alias was just the first word of a sentence."""
    if not rest.parts.words and not rest.parts.addresses and not rest.parts.people:
        return True
    return bool(rest.facts & command.takes) and not rest.facts & (_NOT_IN_COMMANDS - command.takes)


def has_failed(command: Command, heard: Heard) -> bool:
    """Whether a text begins as a command to do something, does not fit it, and asks nothing."""
    return command.intent in _DEEDS and "brief" in heard.facts and heard.facts.isdisjoint(ASKING | _IS_OF_ALL)
