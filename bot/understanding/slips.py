"""Sub-commands that were mistyped: one letter is wrong, missing, too much, or swapped with its neighbour."""

import re
from functools import cache

from bot.knowledge.content import common
from bot.language.lexicon import is_one_slip, letter_less, words_of
from bot.understanding.aliases import Found, addressed, aliases, parse_command

_SHORTEST = 5
"""A shorter word has too many neighbours."""
_FIRST = re.compile(r"\W*([^\W\d_]+)")


def parse_mistyped(text: str) -> tuple[Found, ...]:
    """The sub-commands that the first word of ``text`` may have been meant for, each as `parse_command` gives them.

    A word that says something by itself, or is known to be no command, is taken at its word; and a slip at the end of a
    word is an ending.
    """
    plain = addressed(text)
    match = _FIRST.match(plain)
    typed = "".join(words_of(match[1])) if match else ""
    if match is None or len(typed) < _SHORTEST or common.cues().find([typed]).names:
        return ()
    meant = {alias for key in letter_less(typed) for alias in _aliases().get(key, ())}
    corrected = (alias for alias in sorted(meant) if is_one_slip(typed, alias) and not _differs_in_ending(typed, alias))
    found = (parse_command(f"{alias} {plain[match.end() :]}") for alias in corrected)
    return tuple({command[0].intent: command for command in found if command is not None}.values())


def _differs_in_ending(typed: str, alias: str) -> bool:
    """Whether all but the last letter is the same: ``kanavan`` is no ``kanavat``."""
    same = min(len(typed), len(alias)) - (len(typed) == len(alias))
    return typed[:same] == alias[:same]


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    """The aliases of one word, by what is left of them without one letter."""
    found: dict[str, tuple[str, ...]] = {}
    for alias in sorted({words[0] for words in map(words_of, aliases()) if len(words) == 1}):
        for key in letter_less(alias) if len(alias) >= _SHORTEST else ():
            found[key] = (*found.get(key, ()), alias)
    return found
