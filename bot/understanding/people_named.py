"""Who is named by a name: colleagues are spoken of as they are called, and seldom mentioned by a reference."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from bot.domain.people import Person
from bot.knowledge.content import common
from bot.language.inflection import is_form_of
from bot.language.lexicon import words_of

_NEAR: Final = 3
"""How many words a name is away at most from the phrase that says what its bearer is."""
_TWO: Final = 2


def named_as(cue: str, text: str, people: Collection[Person]) -> Person | None:
    """The one of ``people`` whom ``text`` names: by the name, be it without its first word, anywhere, or by the given
    name near a phrase of ``cue``, such as "sijaisena". None where it is nobody, or may be several."""
    words = words_of(text)
    names = {person.id: words_of(person.display_name) for person in people}
    of_all = {person.id: person for person in people}
    for is_named in (_wholly, _without_first, lambda name, words: _by_given_name(cue, name, words)):
        found = [key for key, name in names.items() if is_named(name, words)]
        if found:
            return of_all[found[0]] if len(found) == 1 else None
    return None


def _wholly(name: Sequence[str], words: Sequence[str]) -> bool:
    return bool(_places(name, words))


def _without_first(name: Sequence[str], words: Sequence[str]) -> bool:
    return len(name) > _TWO and bool(_places(name[1:], words))


def _by_given_name(cue: str, name: Sequence[str], words: Sequence[str]) -> bool:
    find = common.cues().find
    return any(
        cue in find(words[max(place - _NEAR, 0) : place + _NEAR + 1]).names and cue not in find([words[place]]).names
        for place in _places(name[:1], words)
    )


def _places(name: Sequence[str], words: Sequence[str]) -> list[int]:
    """Where all of ``name`` stands in ``words``, with whatever endings."""
    starts = range(len(words) - len(name) + 1) if name else ()
    return [start for start in starts if all(map(_is_form, words[start : start + len(name)], name))]


def _is_form(typed: str, word: str) -> bool:
    return typed == word or is_form_of(typed, word)
