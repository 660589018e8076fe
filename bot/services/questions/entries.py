"""Entries: questions that the guideline does not cover, with the ICT secretary's answers (guideline 3.4)."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import accumulate
from typing import Final

from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.domain.people import Actor, without_people
from bot.errors import SomebotError
from bot.knowledge.search.similarity import Similarity
from bot.language.detection import detect
from bot.language.redaction import redacted, sensitive
from bot.services.access import require_ict_secretary
from bot.services.committing import update
from bot.services.ports import Change, State, Store
from bot.services.questions.aboutness import Subjects, is_about_the_same, subjects_of
from bot.services.questions.documents import ENTRIES, Entry, EntryText
from bot.services.register.records.channel_records import Problem, require_none
from bot.services.register.records.record_parts import SENSITIVE

# Set on 30 pairs of our own in three languages. Of those that ask the same in other words, ten of 17 are above 0.5 and
# 13 above 0.25; of those that ask something else, one of 13 is above 0.5, and the guideline answers that.
SAME_FROM: Final = 0.7
"""From this likeness on, two questions are the same but for their words: the entry goes before the guideline."""
LIKE_FROM: Final = 0.5
"""From here on, they ask the same, as far as the guideline has no answer of its own."""
NEAR_FROM: Final = 0.3
"""From here on, an entry is worth a look."""
ANSWER_LIMIT: Final = 2000
QUESTION_LIMIT: Final = 300
WORDINGS_LIMIT: Final = 2000
"""Characters of all other wordings together, a line each: as many as the field of a form takes."""


class UnknownEntryError(SomebotError):
    """There is no such entry, or none any more."""


class EntryChangedError(SomebotError):
    """Somebody else has changed the entry meanwhile; ``current`` is what it is now."""

    def __init__(self, current: Entry) -> None:
        super().__init__(f"the entry {current.id} was changed meanwhile: look at it again")
        self.current = current


@dataclass(frozen=True, slots=True)
class EntryHit:
    """An entry that may answer, and how like (0 to 1) its question is to the one asked."""

    entry: Entry
    likeness: float


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What the ICT secretary wrote."""

    question: str
    answer: str
    wordings: tuple[str, ...] = ()
    section: str = ""

    def checked(self, guideline: Guideline) -> EntryDraft:
        """The same, neat and redacted; the answer is left as it is written, as it is meant to be read. Raises
        InvalidInputError."""
        question = neat(self.question)
        wordings = dict.fromkeys(neat(one) for one in self.wordings)
        others = fitting(one for one in wordings if one and one != question)
        require_answer(self.answer, self.section, guideline, question)
        return EntryDraft(question, self.answer.strip(), others, self.section)


def neat(question: str, limit: int = QUESTION_LIMIT) -> str:
    """A question as it is kept: in one line, redacted, of at most ``limit`` characters."""
    return " ".join(redacted(question).split())[:limit].strip()


def fitting(wordings: Iterable[str]) -> tuple[str, ...]:
    """As many of ``wordings``, from the first on, as an entry takes."""
    given = tuple(wordings)
    lengths = accumulate(len(one) + 1 for one in given)
    return tuple(one for one, length in zip(given, lengths, strict=True) if length <= WORDINGS_LIMIT)


def require_answer(answer: str, section: str, guideline: Guideline, question: str | None = None) -> None:
    """Raise InvalidInputError unless this can be an answer: not empty or too long, nothing sensitive in it, and the
    subsection it names there."""
    problems = []
    if question is not None and not question:
        problems.append(Problem("question", "missing", "is missing"))
    if not answer.strip():
        problems.append(Problem("answer", "missing", "is missing"))
    elif len(answer.strip()) > ANSWER_LIMIT:
        problems.append(Problem("answer", "too-long", "is too long"))
    elif sensitive(answer):
        problems.append(Problem("answer", "sensitive", SENSITIVE))
    if section and guideline.locate(section, guideline.edition.languages[0]) is None:
        problems.append(Problem("section", "section", "is no subsection of the guideline"))
    require_none(problems)


class Entries:
    """Keeps the entries and finds the one that answers."""

    def __init__(self, store: Store, guideline: Guideline) -> None:
        self._store = store
        self._guideline = guideline
        self._seen: Mapping[str, Entry] = {}
        self._indexes: dict[Language, EntryIndex] = {}
        self._renewing = asyncio.Lock()

    async def find(self, question: str, language: Language) -> EntryHit | None:
        """The entry that comes nearest to ``question``, where any is worth a look: one that has the question in
        ``language``, or else one in another language that is about the same. Raises StoreError."""
        indexes = await self.indexes()
        hit = indexes[language].find(question) if language in indexes else None
        if (hit and hit.likeness >= LIKE_FROM) or indexes.keys() <= {language}:
            return hit
        return await asyncio.to_thread(find_elsewhere, question, language, indexes) or hit

    async def all(self) -> tuple[Entry, ...]:
        """The entries that hold, newest first. Raises StoreError."""
        entries = (await self._store.read()).of(ENTRIES).values()
        return tuple(
            sorted((one for one in entries if not one.now.withdrawn), key=lambda one: one.now.at, reverse=True)
        )

    async def one(self, entry_id: str) -> Entry:
        """The entry with this id, a withdrawn one too. Raises UnknownEntryError."""
        return _entry(await self._store.read(), entry_id)

    def new(self, actor: Actor, draft: EntryDraft, language: Language, at: datetime) -> Entry:
        """An entry of a draft that is checked, for whoever commits it together with documents of their own."""
        require_ict_secretary(actor)
        return Entry(secrets.token_hex(4), language, (_text(actor, draft, at),))

    async def edit(self, actor: Actor, entry_id: str, version: int, draft: EntryDraft, at: datetime) -> Entry:
        """Put ``draft`` in place of the text with the number ``version``, which is kept; a withdrawn entry holds again.
        Raises InvalidInputError, UnknownEntryError and EntryChangedError."""
        require_ict_secretary(actor)
        return await self._add(entry_id, version, _text(actor, draft.checked(self._guideline), at))

    async def withdraw(self, actor: Actor, entry_id: str, at: datetime, *, withdrawn: bool = True) -> Entry:
        """Let an entry not answer any more; or, where ``withdrawn`` is false, answer again. Raises
        UnknownEntryError."""
        require_ict_secretary(actor)
        entry = await self.one(entry_id)
        if entry.now.withdrawn == withdrawn:
            return entry
        text = replace(entry.now, by=actor.person.id, at=at, withdrawn=withdrawn)
        return await self._add(entry_id, entry.version, text)

    async def _add(self, entry_id: str, version: int, text: EntryText) -> Entry:
        def plan(documents: State) -> list[Change]:
            entry = _entry(documents, entry_id)
            if entry.version != version:
                raise EntryChangedError(entry)
            return [Change.put(ENTRIES, entry_id, replace(entry, versions=(*entry.versions, text)))]

        _, after = await update(self._store, plan)
        return _entry(after, entry_id)

    async def indexes(self) -> Mapping[Language, EntryIndex]:
        """The entries that hold, to be searched by language; built anew, off the event loop, when one has changed.
        Raises StoreError."""
        entries = (await self._store.read()).of(ENTRIES)
        if entries is self._seen:
            return self._indexes
        async with self._renewing:
            if dict(entries) != dict(self._seen):
                self._indexes = await asyncio.to_thread(_indexes, tuple(entries.values()), self._guideline)
            self._seen = entries
        return self._indexes


class EntryIndex:
    """The entries whose questions, or some wordings of these, are in one language."""

    def __init__(self, texts: Sequence[tuple[Entry, str]], language: Language, guideline: Guideline) -> None:
        self._texts = texts
        self._language = language
        self._likeness = likeness([text for _, text in texts], language, guideline)

    def find(self, question: str) -> EntryHit | None:
        """The entry that comes nearest, where it is worth a look."""
        found = self._likeness.to(without_people(question))
        best = int(found.argmax())
        return EntryHit(self._texts[best][0], float(found[best])) if found[best] >= NEAR_FROM else None

    def about(self, subjects: Subjects) -> Entry | None:
        """The first entry that is about these subjects."""
        return next((one for one, found in self._subjects if is_about_the_same(found, subjects)), None)

    @cached_property
    def _subjects(self) -> list[tuple[Entry, Subjects | None]]:
        return [(one, subjects_of(text, self._language)) for one, text in self._texts]


def find_elsewhere(question: str, language: Language, indexes: Mapping[Language, EntryIndex]) -> EntryHit | None:
    """The entry in another language than ``language`` that is about the same as ``question``."""
    subjects = subjects_of(question, language)
    others = (index for one, index in indexes.items() if one is not language)
    found = (index.about(subjects) for index in others) if subjects is not None else ()
    return next((EntryHit(one, LIKE_FROM) for one in found if one is not None), None)


def likeness(texts: Sequence[str], language: Language, guideline: Guideline) -> Similarity:
    """How alike questions are, with the guideline to tell which words are rare here."""
    passages = (f"{section.title} {one.title} {one.text}" for section, one in guideline.passages(language))
    return Similarity(texts, language, passages)


def _indexes(entries: Sequence[Entry], guideline: Guideline) -> dict[Language, EntryIndex]:
    """By the language of each question and wording, which may be others than that of the answer."""
    texts: dict[Language, list[tuple[Entry, str]]] = {}
    for one in entries:
        if not one.now.withdrawn:
            texts.setdefault(one.language, []).append((one, one.now.question))
            for wording in one.now.wordings:
                texts.setdefault(detect(wording) or one.language, []).append((one, wording))
    return {language: EntryIndex(of_language, language, guideline) for language, of_language in texts.items()}


def _text(actor: Actor, draft: EntryDraft, at: datetime) -> EntryText:
    return EntryText(draft.question, draft.wordings, draft.answer, draft.section, actor.person.id, at)


def _entry(documents: State, entry_id: str) -> Entry:
    entry = documents.of(ENTRIES).get(entry_id)
    if entry is None:
        raise UnknownEntryError(f"there is no entry {entry_id!r}")
    return entry
