"""The names of platforms in a question: where it is asked from, rather than what about."""

import re
from functools import lru_cache
from typing import Final

from bot.knowledge.content import common
from bot.language.inflection import is_form_of

_WORD: Final = re.compile(r"[^\W_]+(?::\w+)?")
_KEPT: Final = 4_096
_FEWEST_LETTERS: Final = 2
"""A single letter, ``x``, is a platform's name and much else."""


def without_platforms(question: str) -> str:
    """``question`` without the names of platforms, in whatever case and however called; the same where none is named,
    or nothing else is said."""
    rest = _WORD.sub(lambda found: "" if _is_platform(found[0].casefold().split(":")[0]) else found[0], question)
    return rest if _WORD.search(rest) else question


@lru_cache(_KEPT)
def _is_platform(word: str) -> bool:
    return any(is_form_of(word, name) for name in load_names())


@lru_cache(1)
def load_names() -> tuple[str, ...]:
    """What people call platforms that are services of others: a website or a blog is a thing one asks about."""
    services = (one for one in common.platforms(common.FOLDER).values() if one.hosts)
    names = {name for one in services for name in (one.name.casefold(), *one.nicknames)}
    return tuple(sorted(name for name in names if len(name) >= _FEWEST_LETTERS))
