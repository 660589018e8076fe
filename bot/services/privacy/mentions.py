"""Where a person is in what is kept: as a person, by an id, by what names them, or in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from itertools import chain
from operator import is_
from typing import Any, Final

from bot.domain.people import Person, PersonId, person_from_reference
from bot.domain.register import Register

CUT_OUT: Final = "…"
"""What a text says in the place of somebody's name."""

_PUBLIC: Final = frozenset({"id", "channel", "expanded", "name", "url", "handle", "platform", "fi", "sv", "en"})
"""The fields in which a word that is also in somebody's name is a channel's own, and public."""
_SHORTEST_ACCOUNT: Final = 8
"""How many characters of an account's id are no word of any language."""

_person_fields: dict[type[Any], frozenset[str]] = {}


@dataclass(frozen=True, slots=True)
class DataSubject:
    """The person whom it is about: the ``ids``, ``references`` (identities, e-mail address) and ``names`` that they and
    nobody else go by, and patterns of what names them in texts, with and without their names."""

    ids: frozenset[PersonId]
    references: frozenset[str]
    names: frozenset[str]
    _in_texts: re.Pattern[str]
    _in_public: re.Pattern[str]

    @classmethod
    def of(cls, person: Person, register: Register) -> DataSubject:
        """``person``, whom ``register`` may know: what was kept before it did goes by the id that follows from the
        reference. What somebody else there goes by, such as an address that was theirs before, is that one's."""
        known = (person, register.person(person.id))
        others = [one for one in register.people.values() if one.id != person.id]
        references = frozenset(chain(*map(_references, known))) - set(chain(*map(_references, others)))
        names = frozenset(map(_telling_name, known)) - set(map(_telling_name, others)) - {""}
        ids = {person.id} | ({person_from_reference(one).id for one in references} - register.people.keys())
        accounts = {account for one in references if len(account := one.partition(":")[2]) >= _SHORTEST_ACCOUNT}
        words = references | accounts
        return cls(frozenset(ids), references, names, _any_of(words | names), _any_of(words))

    def is_meant_by(self, one: Person | str) -> bool:
        """Whether ``one``, a person or what names one, is the person."""
        if isinstance(one, Person):
            return one.id in self.ids or not self.references.isdisjoint(_references(one))
        return one in self.ids or one in self.references or one.lower() in self.references

    @property
    def words(self) -> frozenset[str]:
        """What tells in a file that the person is in it; an id, which may be any word, as JSON has it."""
        return self.references | self.names | {f'"{one}"' for one in self.ids}

    def cut_out(self, text: str, *, is_public: bool = False) -> str:
        """``text`` without what names the person; a public one may have a word that is in their name."""
        return (self._in_public if is_public else self._in_texts).sub(CUT_OUT, text)

    def without(self, value: Any, instead: Person) -> Any:
        """``value``, a document or what it is made of, with ``instead`` in the person's place; itself where they are
        not in it."""
        if isinstance(value, Person):
            return instead if self.is_meant_by(value) else value
        if isinstance(value, str):
            return value if isinstance(value, Enum) else self._text(value, instead)
        if isinstance(value, tuple | list):
            items = [self.without(item, instead) for item in value]
            return value if all(map(is_, items, value)) else type(value)(items)
        if isinstance(value, Mapping):
            pairs = {self.key(key, instead): self.without(item, instead) for key, item in value.items()}
            return value if pairs == value else pairs
        return self._record(value, instead) if is_dataclass(value) and not isinstance(value, type) else value

    def key(self, key: str, instead: Person) -> str:
        """The key of a document without the person, who may be a part of it."""
        return "/".join(instead.id if part in self.ids else part for part in key.split("/"))

    def _record(self, value: Any, instead: Person) -> Any:
        changed = {}
        for name in (field.name for field in fields(value)):
            old = getattr(value, name)
            if name in person_fields(type(value)):
                new = self._ids_without(old, instead)
            elif isinstance(old, str) and not isinstance(old, Enum) and name in _PUBLIC:
                new = self.cut_out(old, is_public=True)
            else:
                new = self.without(old, instead)
            if new is not old and new != old:
                changed[name] = new
        return replace(value, **changed) if changed else value

    def _ids_without(self, value: Any, instead: Person) -> Any:
        if isinstance(value, tuple):
            return tuple(self._ids_without(item, instead) for item in value)
        return instead.id if value in self.ids else value

    def _text(self, value: str, instead: Person) -> str:
        if value in self.references:
            return instead.id
        return self.key(value, instead) if "/" in value and self.key(value, instead) != value else self.cut_out(value)

    def parts(self, value: Any) -> Iterator[Any]:
        """The smallest parts of ``value`` that name the person; of one that is large, a dictionary of the fields."""
        if isinstance(value, Person):
            if self.is_meant_by(value):
                yield value
        elif isinstance(value, tuple | list):
            for item in value:
                yield from self.parts(item)
        elif is_dataclass(value) and not isinstance(value, type):
            own = {name: getattr(value, name) for name in person_fields(type(value))}
            named = {name: one for name, one in own.items() if isinstance(one, str) and one in self.ids}
            inner = [one for field in fields(value) for one in self.parts(getattr(value, field.name))]
            if named and not inner and not hasattr(value, "id"):
                yield value
            else:
                yield from (named, *inner) if named else inner


def person_fields(of: type[Any]) -> frozenset[str]:
    """The fields of a type of documents, or of what they are made of, that are declared as ``PersonId``."""
    if of not in _person_fields:
        _person_fields[of] = frozenset(field.name for field in fields(of) if "PersonId" in str(field.type))
    return _person_fields[of]


def _references(person: Person) -> Iterator[str]:
    yield from person.identities
    if person.email:
        yield person.email.lower()


def _telling_name(person: Person) -> str:
    """The person's name, where it tells them: one word of letters alone may be anybody's, or anything."""
    name = person.display_name.strip()
    return "" if name.isalpha() else name


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    known = [re.escape(word) for word in sorted(words, key=len, reverse=True)]
    return re.compile(rf"(?<![\w+-])(?<!\w[@.])(?:{'|'.join(known)})(?![\w@])" if known else r"(?!)", re.IGNORECASE)
