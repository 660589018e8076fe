"""Whom people mean by a name, as they say it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from bot.domain.people import Person
from bot.domain.register import Register
from bot.language.inflection import is_form_of
from bot.language.lexicon import words_of

_SHORTEST = 3
"""Letters of a name that tells somebody by itself."""


def called_so(register: Register, text: str, strangers: Collection[str], on: date | None = None) -> tuple[Person, ...]:
    """The people whom ``text`` names; where they have to work here ``on`` a day, those who do. They are told by their
    whole names, or else one by a first or last name among the ``strangers``, the words that mean nothing else. Of
    several who are called so, none is told."""
    here = [one for one in register.people.values() if one.display_name and not (on and one.has_left(on))]
    words = words_of(text)
    whole = tuple(one for one in here if _is_named(words, words_of(one.display_name)))
    if whole:
        return whole if len({one.display_name for one in whole}) == len(whole) else ()
    found = {name: tuple(_called_by(name, here)) for name in strangers if len(name) >= _SHORTEST}
    told = [people[0] for people in found.values() if len(people) == 1]
    return tuple(dict.fromkeys(told)) if all(len(people) <= 1 for people in found.values()) else ()


def _is_named(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words of a name of several follow one another among ``words``, in whatever case."""
    count = len(name)
    runs = (words[place : place + count] for place in range(len(words) - count + 1))
    return count > 1 and any(all(map(is_form_of, run, name)) for run in runs)


def _called_by(stranger: str, people: Collection[Person]) -> Iterator[Person]:
    typed = words_of(stranger)
    for person in people:
        if any(is_form_of(word, known) for word in typed for known in words_of(person.display_name)):
            yield person
