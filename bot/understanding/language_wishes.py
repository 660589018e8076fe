"""The wish that the bot speak a certain language."""

from collections.abc import Mapping
from typing import Final

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.language.lexicon import words_of
from bot.understanding.aliases import addressed

_MOST: Final = 8
_LONGEST: Final = 100
"""How many words, and characters, a wish has at most."""
_NAMES: Final[Mapping[str, Language]] = {f"speak_{language}": language for language in Language}
_BESIDE: Final = frozenset({"speak", "beside", "all", *_NAMES})


def wished_language(text: str) -> Language | None:
    """The language that the bot is wished to speak; None where the text says anything else besides."""
    words = words_of(addressed(text)) if len(text) <= _LONGEST else []
    said = common.dialogue().signals(words) if 0 < len(words) <= _MOST else None
    named = [_NAMES[one] for one in (said or ()) if one in _NAMES]
    return named[0] if said and said <= _BESIDE and len(named) == 1 else None
