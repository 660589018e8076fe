"""Gaps: what was asked and not answered, grouped, so that the ICT secretary can answer it for everybody at once."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.domain.people import Actor, Person
from bot.errors import SomebotError
from bot.knowledge.search.search import Answerability
from bot.services.access import require_ict_secretary
from bot.services.committing import update
from bot.services.ports import Change, State, Store
from bot.services.questions.aboutness import Subjects, is_about_the_same, subjects_of
from bot.services.questions.documents import ASKED, ENTRIES, OPEN, Entry, Given, LoggedQuestion, same_words
from bot.services.questions.entries import (
    LIKE_FROM,
    NEAR_FROM,
    Entries,
    EntryDraft,
    EntryIndex,
    find_elsewhere,
    likeness,
)
from bot.services.questions.log import QuestionLog
from bot.services.questions.open import OpenQuestions

ALIKE_FROM: Final = 0.6
"""From this likeness on, two questions are shown as one; from `NEAR_FROM` on, if they are about the same subject."""


class UnknownGapError(SomebotError):
    """There is no such gap any more: it was answered, or its questions have expired."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that ask the same, in any language: the newest is shown, ``wordings`` are all, newest first.

    ``language`` and ``key`` are those of the newest, ``keys`` are all. ``not_helped`` counts how often an answer was
    said not to help, ``waiting`` names the open questions whose askers wait.
    """

    key: str
    question: str
    wordings: tuple[str, ...]
    language: Language
    count: int
    last: date
    not_helped: int
    waiting: tuple[str, ...]
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class GapAnswered:
    """A gap that has become an entry: how many of those who waited were told, and who could not be."""

    entry: Entry
    told: int
    not_told: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    key: str
    question: str
    language: Language
    on: date
    times: int = 0
    not_helped: int = 0
    is_open: bool = False

    @property
    def words(self) -> str:
        """What is the same in spellings of one text."""
        return same_words(self.question)


class Gaps:
    """Reports the gaps and closes them."""

    def __init__(
        self, store: Store, guideline: Guideline, log: QuestionLog, entries: Entries, questions: OpenQuestions
    ) -> None:
        self._store = store
        self._guideline = guideline
        self._log = log
        self._entries = entries
        self._questions = questions

    async def report(self, actor: Actor, at: datetime) -> tuple[Gap, ...]:
        """The gaps, newest first. Raises NotAllowedError."""
        require_ict_secretary(actor)
        return await self._found(at)

    async def count(self, at: datetime) -> int:
        """How many gaps there are, for figures that say nothing of what was asked."""
        return len(await self._found(at))

    async def _found(self, at: datetime) -> tuple[Gap, ...]:
        await self._log.settle()
        items = tuple(_items(await self._store.read(), self._log.oldest(at.date())))
        indexes = await self._entries.indexes()
        return await asyncio.to_thread(_gaps, items, indexes, self._guideline)

    async def one(self, actor: Actor, key: str, at: datetime) -> Gap:
        """The gap in which the question with that key is now. Raises NotAllowedError and UnknownGapError."""
        found = next((gap for gap in await self.report(actor, at) if key in gap.keys), None)
        if found is None:
            raise UnknownGapError("there is no such gap any more")
        return found

    async def answer(self, actor: Actor, key: str, draft: EntryDraft, at: datetime) -> GapAnswered:
        """Make an entry of a gap, and bring the answer to those who wait for it. Raises NotAllowedError,
        InvalidInputError and UnknownGapError."""
        gap = await self.one(actor, key, at)
        draft = draft.checked(self._guideline)
        entry = self._entries.new(actor, draft, gap.language, at)
        given = Given(draft.answer, gap.language, draft.section, actor.person.id, at, entry.id)

        def plan(documents: State) -> list[Change]:
            return [Change.put(ENTRIES, entry.id, entry), *_closed(documents, gap.waiting, given)]

        _, after = await update(self._store, plan)
        closed = [key for key in gap.waiting if (one := after.of(OPEN).get(key)) and one.given == given]
        brought = await self._questions.bring(closed, after, at)
        not_told = tuple(one.question.asker for one in brought if not one.reached)
        return GapAnswered(entry, len(brought) - len(not_told), not_told)

    async def dismiss(self, actor: Actor, key: str, at: datetime) -> Gap:
        """Forget the questions of a gap that wants no answer; those that somebody waits for stay. Raises
        NotAllowedError and UnknownGapError."""
        gap = await self.one(actor, key, at)

        def plan(documents: State) -> list[Change]:
            return [Change.remove(ASKED, key) for key in gap.keys if key in documents.of(ASKED)]

        await update(self._store, plan)
        return gap


def _closed(documents: State, keys: Iterable[str], given: Given) -> Iterator[Change]:
    for key in keys:
        question = documents.of(OPEN).get(key)
        if question is not None and question.given is None:
            yield Change.put(OPEN, key, replace(question, given=given, handed_on=False))


def _items(documents: State, oldest: date) -> Iterator[_Item]:
    """What has no answer, or one that did not help; and the open questions, however old: they are promises. What was
    asked before the ICT secretary has answered the same, be it to one person alone, waits no more."""
    given = {
        same_words(one.question): one.given for one in documents.of(OPEN).values() if one.given and not one.given.entry
    }
    for key, asked in documents.of(ASKED).items():
        answer = given.get(same_words(asked.question))
        is_answered = answer is not None and answer.helped is not False and asked.on <= answer.at.date()
        if asked.on >= oldest and _is_gap(asked) and not is_answered:
            yield _Item(key, asked.question, asked.language, asked.on, asked.times, asked.not_helped)
    for key, question in documents.of(OPEN).items():
        if question.given is None:
            yield _Item(key, question.question, question.language, question.at.date(), is_open=True)


def _is_gap(asked: LoggedQuestion) -> bool:
    return asked.decision is not Answerability.ANSWER or asked.not_helped > asked.helped


def _gaps(items: Sequence[_Item], indexes: Mapping[Language, EntryIndex], guideline: Guideline) -> tuple[Gap, ...]:
    groups: list[list[_Item]] = []
    for language in dict.fromkeys(item.language for item in items):
        groups += _groups([item for item in items if item.language is language], language, guideline)
    gaps = (_gap(group) for group in _across_languages(groups))
    return tuple(sorted((gap for gap in gaps if not _is_closed(gap, indexes)), key=lambda gap: gap.last, reverse=True))


def _across_languages(groups: Sequence[list[_Item]]) -> list[list[_Item]]:
    """The groups, those in different languages that are about the same as one."""
    if len({group[0].language for group in groups}) < 2:
        return [*groups]
    joined: list[tuple[Subjects | None, list[_Item]]] = []
    for group in groups:
        subjects = subjects_of(group[0].question, group[0].language)
        for known, others in joined:
            is_new = group[0].language not in {item.language for item in others}
            if is_new and is_about_the_same(known, subjects):
                others += group
                break
        else:
            joined.append((subjects, [*group]))
    return [group for _, group in joined]


def _groups(items: Iterable[_Item], language: Language, guideline: Guideline) -> Iterator[list[_Item]]:
    """The items that ask the same, each group gathered around the newest question that is in no other."""
    by_words: dict[str, list[_Item]] = {}
    for item in sorted(items, key=lambda item: item.on)[::-1]:  # of one day, the one that was noted last comes first
        by_words.setdefault(item.words, []).append(item)
    same = list(by_words.values())
    alike = likeness([each[0].question for each in same], language, guideline)
    about = [subjects_of(each[0].question, language) if len(same) > 1 else None for each in same]
    left = dict.fromkeys(range(len(same)))
    while left:
        first = next(iter(left))
        scores = alike.to(same[first][0].question)
        members = [
            place
            for place in left
            if place == first
            or scores[place] >= ALIKE_FROM
            or (scores[place] >= NEAR_FROM and is_about_the_same(about[first], about[place]))
        ]
        for place in members:
            del left[place]
        yield [item for place in members for item in same[place]]


def _gap(group: Sequence[_Item]) -> Gap:
    """The gap of a group, which is in order within each of its wordings."""
    ordered = sorted(group, key=lambda item: item.on, reverse=True)
    waiting = tuple(item.key for item in group if item.is_open)
    newest = ordered[0]
    return Gap(
        key=newest.key,
        question=newest.question,
        wordings=tuple(dict.fromkeys(item.question for item in ordered)),
        language=newest.language,
        count=max(sum(item.times for item in group), len(waiting)),  # who waits for an answer is in the log as well
        last=newest.on,
        not_helped=sum(item.not_helped for item in group),
        waiting=waiting,
        keys=frozenset(item.key for item in group),
    )


def _is_closed(gap: Gap, indexes: Mapping[Language, EntryIndex]) -> bool:
    """Whether an entry answers it by now, nobody waits, and nobody has said since that it does not help."""
    if gap.waiting or not indexes:
        return False
    hit = indexes[gap.language].find(gap.question) if gap.language in indexes else None
    if hit is None or hit.likeness < LIKE_FROM:
        hit = find_elsewhere(gap.question, gap.language, indexes) if indexes.keys() - {gap.language} else None
    return hit is not None and (not gap.not_helped or hit.entry.now.at.date() > gap.last)
