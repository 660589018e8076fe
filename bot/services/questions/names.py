"""Names of the register's people in what somebody asks: whoever is named is no subject, and is not kept."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from bot.domain.people import Person
from bot.knowledge.content import common
from bot.language.lexicon import Kind, Lexicon, Meaning, words_of
from bot.language.redaction import MARK

_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def without_names(text: str, people: Iterable[Person]) -> str:
    """``text`` with a mark in the place of each name of ``people``, whole or a part of it, with endings too."""
    names = frozenset(name for person in people if " " in (name := person.display_name.strip()))
    if not names:
        return text
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}\w{{0,6}}", MARK, text, flags=re.IGNORECASE)
    known = _lexicon(names)
    return _WORD.sub(lambda found: MARK if known.knows("".join(words_of(found[0]))) else found[0], text)


@lru_cache(maxsize=2)
def _lexicon(names: frozenset[str]) -> Lexicon:
    lexicon = Lexicon()
    for part in {part for name in names for part in _parts(name)}:
        lexicon.add(part, Meaning(Kind.NAME, part))
    return lexicon


def _parts(name: str) -> Iterator[str]:
    """The parts that tell somebody: of a person's name, all words are in capitals; of a role's ("Kirjaston hoitaja"),
    some are not, and a word that people talk with anyway tells nobody."""
    words = name.split()
    if all(word[:1].isupper() and _WORD.fullmatch(word.replace("-", "")) for word in words):
        yield from (word for word in words if not common.cues().find(words_of(word)).names)
