"""Open questions: what the ICT secretary was asked (guideline 3.4), whose answer is promised to the asker."""

import logging
import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.domain.guideline import Section
from bot.domain.language import Language
from bot.domain.people import Actor, Person
from bot.domain.register import Register
from bot.errors import SomebotError, StoreError, without_words
from bot.language.redaction import sensitive
from bot.services.access import Access, require_ict_secretary
from bot.services.committing import update
from bot.services.notices import AnswerArrived, QuestionForSecretary
from bot.services.notifying import Notifier, Post, posts_to
from bot.services.ports import Change, State, Store
from bot.services.questions.answers import Answers
from bot.services.questions.documents import ENTRIES, OPEN, Entry, Given, OpenQuestion, same_words
from bot.services.questions.entries import Entries, EntryDraft, neat, require_answer
from bot.services.questions.names import without_names
from bot.services.register.documents import register_of
from bot.services.telling import Telling, tell

logger = logging.getLogger(__name__)

OPEN_LIMIT: Final = 600
"""Characters of a question that is passed on: as many as a button carries."""


class SensitiveTextError(SomebotError):
    """The text carries a personal identity code or a password: it is not stored and not passed on."""


class UnknownQuestionError(SomebotError):
    """There is no such open question, or none any more."""


class AlreadyAnsweredError(SomebotError):
    """Another ICT secretary was quicker; ``question`` has the answer, ``by`` is who gave it."""

    def __init__(self, question: OpenQuestion, by: Person) -> None:
        super().__init__("the question was answered already")
        self.question = question
        self.by = by


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A question on its way to the ICT secretaries: whom it reached, and whom it did not. ``waiting`` says that the
    same person had asked the same before, and that it was not sent again; ``shortened``, that ways to reach somebody
    were left out."""

    reached: tuple[Person, ...] = ()
    not_reached: tuple[Person, ...] = ()
    waiting: bool = False
    shortened: bool = False


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """An open question with its answer, and whether that is on its way to the asker."""

    key: str
    question: OpenQuestion
    reached: bool


class OpenQuestions:
    """Brings questions to the ICT secretaries, and their answers back."""

    def __init__(
        self,
        store: Store,
        register: Store,
        access: Access,
        notifier: Notifier,
        answers: Answers,
        entries: Entries,
    ) -> None:
        self._store = store
        self._register = register
        self._access = access
        self._notifier = notifier
        self._answers = answers
        self._entries = entries

    async def ask_secretary(self, actor: Actor, question: str, language: Language, at: datetime) -> Forwarded:
        """Bring a question to the ICT secretaries, with the nearest sections. It is kept before it goes out. Raises
        SensitiveTextError, and KnowledgeError where nothing can be learnt."""
        if sensitive(question):
            raise SensitiveTextError("the question carries a personal identity code or a password: ask without it")
        register = register_of(await self._register.read())
        kept = neat(without_names(question, register.people.values()), OPEN_LIMIT)
        if not self._access.secretaries(register):
            return Forwarded()
        answer = await self._answers.when_learnt(lambda: self._answers.ask(kept, language))
        nearest = tuple(hit.subsection.id for hit in answer.hits[:3])
        asked = OpenQuestion(kept, language, actor.person, at, nearest, guest=actor.is_guest)
        key = secrets.token_hex(8)

        def plan(documents: State) -> list[Change]:
            return [] if _is_waiting(documents, asked) else [Change.put(OPEN, key, asked)]

        before, after = await update(self._store, plan)
        if before is after:
            return Forwarded(waiting=True)
        forwarded = await self._forward(key, asked, at)
        return replace(forwarded, shortened=kept != " ".join(question.split())[:OPEN_LIMIT].strip())

    async def open(self, actor: Actor, key: str) -> OpenQuestion:
        """The question that an answer is to be written to. Raises NotAllowedError, UnknownQuestionError and
        AlreadyAnsweredError."""
        require_ict_secretary(actor)
        return self._unanswered(await self._store.read(), key, register_of(await self._register.read()))

    async def answer(
        self, actor: Actor, key: str, text: str, language: Language, section: str, at: datetime
    ) -> AnsweredQuestion:
        """Answer a question, once, and bring the answer to the asker. It is kept before it goes out. Raises
        NotAllowedError, InvalidInputError, UnknownQuestionError and AlreadyAnsweredError."""
        require_ict_secretary(actor)
        require_answer(text, section, self._answers.guideline)
        given = Given(text.strip(), language, section, actor.person.id, at)
        register = register_of(await self._register.read())

        def plan(documents: State) -> list[Change]:
            question = self._unanswered(documents, key, register)
            return [Change.put(OPEN, key, replace(question, given=given, handed_on=False))]

        _, after = await update(self._store, plan)
        (answered,) = await self.bring([key], after, at)
        return answered

    async def bring(self, keys: Iterable[str], documents: State, at: datetime) -> Sequence[AnsweredQuestion]:
        """Bring the answers to the questions ``keys`` to those who asked. What cannot be sent now is kept, and goes out
        with the next round."""
        asked = {key: documents.of(OPEN)[key] for key in keys}

        def telling(before: Register, after: Register) -> list[Post]:
            return [
                Post(f"answer/{key}", question.asker, arrived(key, question, after)) for key, question in asked.items()
            ]

        def reached(not_told: Collection[Person]) -> list[str]:
            return [key for key, one in asked.items() if one.asker not in not_told]

        not_told = await self._hand_on(telling, reached, at, answered=True)
        return [AnsweredQuestion(key, one, reached=one.asker not in not_told) for key, one in asked.items()]

    async def make_entry(self, actor: Actor, key: str, at: datetime) -> Entry:
        """Make an entry of an answered question, so that it answers others; the one that there is, the second time.
        Raises NotAllowedError and UnknownQuestionError."""
        require_ict_secretary(actor)
        question, given = _given(await self._store.read(), key)
        draft = EntryDraft(question.question, given.text, (), given.section).checked(self._answers.guideline)
        entry = self._entries.new(actor, draft, given.language, at)

        def plan(documents: State) -> list[Change]:
            question, answer = _given(documents, key)
            if answer.entry:
                return []
            made = replace(question, given=replace(answer, entry=entry.id))
            return [Change.put(ENTRIES, entry.id, entry), Change.put(OPEN, key, made)]

        _, after = await update(self._store, plan)
        return await self._entries.one(_given(after, key)[1].entry)

    async def judge(self, actor: Actor, key: str, *, helped: bool) -> AnswerArrived:
        """Keep whether the answer helped the one who asked, and give it once more, to be shown with thanks. Raises
        UnknownQuestionError, also where somebody else had asked."""

        def plan(documents: State) -> list[Change]:
            question, given = _given(documents, key)
            if question.asker.id != actor.person.id:
                raise UnknownQuestionError("the question is somebody else's")
            return [Change.put(OPEN, key, replace(question, given=replace(given, helped=helped)))]

        _, after = await update(self._store, plan)
        return arrived(key, after.of(OPEN)[key], register_of(await self._register.read()))

    async def answered(self, actor: Actor, question: str, people: Collection[Person]) -> Given | None:
        """The newest answer that the actor got to the same ``question``, which is kept without the names of ``people``,
        where it is not for everybody: such an answer is found as an entry. None also where they cannot be read: the
        guideline is answered from all the same."""
        try:
            held = await self.held_on(actor)
        except StoreError as error:
            logger.warning("The ICT secretary's answers could not be read", extra=without_words(error))
            return None
        kept = same_words(neat(without_names(question, people), OPEN_LIMIT))
        found = (one.given for one in held if same_words(one.question) == kept)
        given = (one for one in found if one is not None and not one.entry)
        return max(given, key=lambda one: one.at, default=None)

    async def held_on(self, actor: Actor) -> tuple[OpenQuestion, ...]:
        """The questions that are kept with the actor's name: those that wait for an answer, or had one of late."""
        kept = (await self._store.read()).of(OPEN).values()
        return tuple(question for question in kept if question.asker.id == actor.person.id)

    async def resume(self, at: datetime) -> None:
        """Hand on what a stop, or a full disk, has left undone. What was handed on already stays as it is."""
        documents = await self._store.read()
        left = {key: question for key, question in documents.of(OPEN).items() if not question.handed_on}
        for key, question in left.items():
            if question.given is None:
                await self._forward(key, question, at)
        await self.bring([key for key, question in left.items() if question.given], documents, at)

    async def _forward(self, key: str, question: OpenQuestion, at: datetime) -> Forwarded:
        notice = QuestionForSecretary(question.asker, question.question, self._sections(question), key)

        def telling(before: Register, after: Register) -> list[Post]:
            return posts_to(self._access.secretaries(after), f"question/{key}", notice)

        def reached(not_told: Collection[Person]) -> list[str]:
            return [key] if len(not_told) < len(secretaries) else []

        secretaries = self._access.secretaries(register_of(await self._register.read()))
        not_told = await self._hand_on(telling, reached, at, answered=False)
        return Forwarded(tuple(one for one in secretaries if one not in not_told), not_told)

    def _sections(self, question: OpenQuestion) -> tuple[Section, ...]:
        located = (self._answers.book.passage(one, question.language) for one in question.nearest)
        return tuple({one.section.id: one.section for one in located if one}.values())

    async def _hand_on(
        self, telling: Telling, reached: Callable[[Collection[Person]], list[str]], at: datetime, *, answered: bool
    ) -> tuple[Person, ...]:
        """Tell of questions, or of their answers, and keep which are with those they are for: those that are
        ``reached`` where nobody else could not be told, who are given."""
        not_told: tuple[Person, ...] = ()

        def plan(documents: State) -> list[Change]:
            found = ((key, documents.of(OPEN).get(key)) for key in reached(not_told))
            right = ((key, one) for key, one in found if one and (one.given is not None) == answered)
            return [Change.put(OPEN, key, replace(one, handed_on=True)) for key, one in right]

        try:
            not_told = (await tell(self._register, self._notifier, telling, at)).not_told
            await update(self._store, plan)
        except StoreError as error:  # they are kept
            logger.warning("A question or an answer goes out with the next round", extra=without_words(error))
        return not_told

    def _unanswered(self, documents: State, key: str, register: Register) -> OpenQuestion:
        question = documents.of(OPEN).get(key)
        if question is None:
            raise UnknownQuestionError("there is no such question any more")
        if question.given is not None:
            raise AlreadyAnsweredError(question, register.person(question.given.by))
        return question


def arrived(key: str, question: OpenQuestion, register: Register) -> AnswerArrived:
    """The answer to ``question``, which has one, as the asker is told; guests are told of nobody."""
    given = question.given
    if given is None:
        raise UnknownQuestionError("the question has no answer yet")
    by = None if question.guest else register.person(given.by)
    return AnswerArrived(key, question.question, given.text, given.at.date(), by, given.section, given.language)


def _given(documents: State, key: str) -> tuple[OpenQuestion, Given]:
    question = documents.of(OPEN).get(key)
    if question is None or question.given is None:
        raise UnknownQuestionError("there is no such answer any more")
    return question, question.given


def _is_waiting(documents: State, asked: OpenQuestion) -> bool:
    return any(
        one.given is None and one.asker.id == asked.asker.id and one.question == asked.question
        for one in documents.of(OPEN).values()
    )
