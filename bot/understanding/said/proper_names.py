"""Names in a text: colleagues are spoken of as they are called, and seldom mentioned by a reference; and what is called
by a name says nothing of the language that it stands in."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from bot.domain.people import Person
from bot.domain.register import Register
from bot.knowledge.content import common
from bot.language.inflection import is_form_of
from bot.language.lexicon import words_of

_NEAR: Final = 3
"""How many words a name is away at most from the phrase that says what its bearer is."""
_TWO: Final = 2
_SHORTEST: Final = 3
"""Letters of a name that tells somebody by itself."""
_NO_LANGUAGE: Final = "Facebook"
"""A name that is the same in every language."""


def of_no_language(text: str, channels: Iterable[str], people: Iterable[Person]) -> str:
    """``text`` with names that are the same in every language in place of those of ``channels`` and ``people`` that
    have several words."""
    if not any(map(str.isupper, text[1:])):  # names are written with capitals
        return text
    for name in (*channels, *(one.display_name for one in people)):
        if name in text and " " in name:
            text = re.sub(rf"\b{re.escape(name)}\b", " ".join(_NO_LANGUAGE for _ in name.split()), text)
    return text


Called = Mapping[str, Person]
"""People by the names that they are called by."""


def called_so(register: Register, text: str, strangers: Collection[str], on: date | None = None) -> Called:
    """The people whom ``text`` names, in its order; where they have to work here ``on`` a day, those who do. They are
    told by their whole names, or else one by a first or last name among the ``strangers``, the words that mean nothing
    else. Of several who are called so, none is told."""
    named = (one for one in register.people.values() if one.display_name and one.references)
    here = [one for one in named if not (on and one.has_left(on))]
    words = words_of(text)
    names = [(one, words_of(one.display_name)) for one in here]
    places = [(places_of(name, words), one) for one, name in names if len(name) >= _TWO]
    whole = [one for found, one in sorted(places, key=lambda each: min(each[0], default=0)) if found]
    if whole:
        called = {one.display_name: one for one in whole}
        return called if len(called) == len(whole) else {}
    found = {name: tuple(_called_by(name, here)) for name in strangers if len(name) >= _SHORTEST}
    if any(len(people) > 1 for people in found.values()):
        return {}
    return {name: people[0] for name, people in found.items() if people}


def mentioned(text: str, called: Called) -> str:
    """``text`` with a mention, with its Finnish ending, of each who is ``called`` by name: "Aino Esimerkille" is
    "<slack:U0123ABCD>:lle"."""
    typed = list(re.finditer(r"[^\W_]+", text))
    words = ["".join(words_of(one[0])) for one in typed]
    mentions: list[tuple[int, int, str]] = []
    for name, person in called.items():
        for start in places_of(words_of(name), words):
            last = start + len(words_of(name)) - 1
            own = words_of(person.display_name)
            ending = next((f":{one}" for one in _ENDINGS if words[last].endswith(one) and words[last] not in own), "")
            mentions.append((typed[start].start(), typed[last].end(), f"<{person.references[0]}>{ending}"))
    for begin, end, mention in sorted(mentions, reverse=True):
        text = text[:begin] + mention + text[end:]
    return text


_ENDINGS: Final = ("lta", "lle")


def _called_by(stranger: str, people: Collection[Person]) -> Iterator[Person]:
    typed = words_of(stranger)
    for person in people:
        if any(is_form_of(word, known) for word in typed for known in words_of(person.display_name)):
            yield person


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
    return bool(places_of(name, words))


def _without_first(name: Sequence[str], words: Sequence[str]) -> bool:
    return len(name) > _TWO and bool(places_of(name[1:], words))


def _by_given_name(cue: str, name: Sequence[str], words: Sequence[str]) -> bool:
    find = common.cues().find
    return any(
        cue in find(words[max(place - _NEAR, 0) : place + _NEAR + 1]).names and cue not in find([words[place]]).names
        for place in places_of(name[:1], words)
    )


def places_of(name: Sequence[str], words: Sequence[str]) -> list[int]:
    """Where all of ``name`` stands in ``words``, with whatever endings."""
    starts = range(len(words) - len(name) + 1) if name else ()
    return [start for start in starts if all(map(_is_form, words[start : start + len(name)], name))]


def _is_form(typed: str, word: str) -> bool:
    return typed == word or is_form_of(typed, word)
