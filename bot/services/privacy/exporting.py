"""All that is kept of a person, for that person: what is theirs, and of the rest the parts that name them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final

from pydantic_core import to_jsonable_python

from bot.domain.channels import Channel
from bot.domain.people import Person, parse_reference
from bot.services.ports import HistoryEntry, State
from bot.services.privacy.mentions import DataSubject, person_fields
from bot.services.privacy.terms import BY_COLLECTION
from bot.services.register.documents import CHANNELS, PEOPLE, register_of

SOMEBODY_ELSE: Final = "somebody else"

Found = Mapping[str, Any]
"""What is kept of the person in one place, as plain JSON."""


@dataclass(frozen=True, slots=True)
class Export:
    """All that is kept of ``person``: by collection what was found there, and the commits in history that they made or
    in which something about them changed. Of others it is only said that there is somebody else."""

    person: Person
    kept: Mapping[str, Sequence[Found]]
    history: Sequence[Found]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept of the person."""
        return not self.kept and not self.history

    def as_json(self) -> dict[str, Any]:
        """The whole as plain JSON, with the reason and the term of each collection."""
        terms = {name: {"why": BY_COLLECTION[name].why, "kept": BY_COLLECTION[name].how_long} for name in self.kept}
        return {
            "person": to_jsonable_python(self.person),
            "kept": {name: {**terms[name], "documents": list(found)} for name, found in self.kept.items()},
            "history": list(self.history),
        }


def export(person: Person, kept: State, questions: State, history: Iterable[HistoryEntry]) -> Export:
    """All that is kept of ``person`` in both stores and in ``history``."""
    register = register_of(kept)
    subject = DataSubject.of(person, register)
    found: dict[str, Sequence[Found]] = {}
    for state in (kept, questions):
        for name, documents in state.by_collection.items():
            if name in BY_COLLECTION and (ours := list(_found(name, documents, subject))):
                found[name] = ours
    entries = [one for entry in history if (one := _entry(entry, subject))]
    return Export(register.people.get(person.id, person), found, entries)


def _found(name: str, documents: Mapping[str, Any], subject: DataSubject) -> Iterable[Found]:
    for key, document in documents.items():
        owners = (document,) if name == PEOPLE.name else BY_COLLECTION[name].owners(document)
        if any(map(subject.is_meant_by, owners)):
            yield plain(document, subject)
        elif parts := [plain(part, subject) for part in subject.parts(document)]:
            called = {"id": key, "name": document.name} if name == CHANNELS.name else {}
            yield {**called, "parts": parts}


def _entry(entry: HistoryEntry, subject: DataSubject) -> Found | None:
    """What the commit says of the person; None where it says nothing that the one before it did not."""
    is_theirs, is_about = entry.event.by in subject.ids, entry.event.about in subject.ids
    channels = {}
    for key, after in entry.after.items():
        before, now = _parts(entry.before.get(key), subject), _parts(after, subject)
        if is_theirs or before != now:
            channels[key] = {"before": before, "after": now}
    if not is_theirs and not is_about and not channels:
        return None
    head = {"seq": entry.seq, "at": entry.event.at.isoformat(), "what": str(entry.event.what), "by_you": is_theirs}
    return {**head, "channels": channels}


def _parts(channel: Channel | None, subject: DataSubject) -> list[Any]:
    return [plain(part, subject) for part in subject.parts(channel)]


def plain(value: Any, subject: DataSubject) -> Any:
    """``value`` as plain JSON, without what is empty and without the names and ids of others."""
    if isinstance(value, Person) and not subject.is_meant_by(value):
        return SOMEBODY_ELSE
    if isinstance(value, str) and parse_reference(value) and not subject.is_meant_by(value):
        return SOMEBODY_ELSE
    if isinstance(value, tuple | list):
        return [plain(item, subject) for item in value]
    if isinstance(value, Mapping):
        return {key: _id(item, subject) for key, item in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return to_jsonable_python(value)
    ids = person_fields(type(value))
    found = {field.name: getattr(value, field.name) for field in fields(value)}
    return {
        name: _id(one, subject) if name in ids else plain(one, subject)
        for name, one in found.items()
        if one is not None and one not in ("", ())
    }


def _id(value: Any, subject: DataSubject) -> Any:
    if isinstance(value, tuple):
        return [_id(one, subject) for one in value]
    return value if value in subject.ids else SOMEBODY_ELSE
