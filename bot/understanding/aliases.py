"""The sub-command that a text begins with, by any of its aliases."""

import re
import unicodedata
from functools import cache

from bot.domain.language import Language
from bot.domain.people import IDENTITY_IN_TEXT
from bot.language.analysis import fold
from bot.understanding.commands import Command, commands

_Known = tuple[Command, Language | None]
# To whom a text is addressed: "/some", "@Somebot", somebody called at its start, or just the slash.
_ADDRESSED = re.compile(rf"^\s*(?:(?:(?i:/some\b|@?some-?bot\b)|{IDENTITY_IN_TEXT.pattern})[\s:,]*|/)")
_CALLING = frozenset("/@sSſtTcC")
"""How what is addressed begins."""
_WORDS = re.compile(r"[^\W_]+")


def addressed(text: str) -> str:
    """``text`` without the slash, the command's name, the bot's or the identity that it begins with."""
    text = text.strip()
    if text[:1] in _CALLING:
        text = _ADDRESSED.sub("", _ADDRESSED.sub("", text, count=1), count=1).strip()
    return text


Found = tuple[Command, Language | None, str]
"""A command, the language of the alias that was typed, and what follows it."""


def parse_command(text: str) -> Found | None:
    """The command whose alias ``text`` begins with, the alias's language, and what follows; None where there is none.

    The longest alias wins. The language is None where two languages share the alias. Letters without their dots
    (``paivitetty``) are understood where that leaves no doubt: ``mina`` is Swedish, ``minä`` Finnish.
    """
    plain = addressed(text)
    first, (begin, longest) = _WORDS.search(plain), _bounds()
    if first is None or fold(first[0]) not in begin:
        return None
    words = list(_WORDS.finditer(plain))[:longest]
    for count in range(len(words), 0, -1):
        typed = " ".join(match[0] for match in words[:count])
        if found := aliases().get(_small(typed)) or _folded().get(fold(typed)):
            command, language = found
            return command, language, plain[words[count - 1].end() :].lstrip(" \t\r\n:,.!-–")
    return None


def _small(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


@cache
def aliases() -> dict[str, _Known]:
    """All that sub-commands are called, as it is compared. Raises ValueError where two are called the same."""
    table: dict[str, _Known] = {}
    called = [(command, *of) for command in commands() for of in command.aliases.items()]
    for name, command, language in ((name, command, of) for command, of, names in called for name in names):
        alias = _small(" ".join(_WORDS.findall(name)))  # "ICT-sihteeri" is read as two words
        shared = table.get(alias)
        if shared is not None and shared[0] is not command:
            raise ValueError(f'"{alias}" is an alias of two commands: {shared[0].intent} and {command.intent}')
        table[alias] = (command, None if shared else language)
    return table


@cache
def _folded() -> dict[str, _Known]:
    return {fold(alias): found for alias, found in reversed(aliases().items())}


@cache
def _bounds() -> tuple[frozenset[str], int]:
    """The words that sub-commands are called by first, and how many they are called by at most."""
    called = [alias.split() for alias in _folded()]
    return frozenset(words[0] for words in called), max(map(len, called))
