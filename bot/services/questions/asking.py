"""Asking: the guideline and the ICT secretary's answers, searched beside each other."""

import logging
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from bot.domain.language import Language
from bot.domain.people import Actor, Person
from bot.errors import StoreError, without_words
from bot.knowledge.search.confidence import CANDIDATES_FROM
from bot.knowledge.search.search import Answerability, Hit
from bot.language.analysis import stems, words
from bot.services.questions.answers import Answers, GuidelineAnswer
from bot.services.questions.documents import LoggedQuestion
from bot.services.questions.entries import LIKE_FROM, SAME_FROM, Entries, EntryHit, neat
from bot.services.questions.log import QuestionLog
from bot.services.questions.names import without_names
from bot.services.questions.secrecy import Secrecy

logger = logging.getLogger(__name__)


class Asking:
    """Answers questions and notes in the log what was asked."""

    def __init__(self, answers: Answers, entries: Entries, log: QuestionLog) -> None:
        self._answers = answers
        self._secrecy = Secrecy(answers)
        self._entries = entries
        self._log = log
        self.decisions: Counter[Answerability] = Counter()
        """What was decided of the questions so far, in this process."""

    async def ask(
        self, actor: Actor, question: str, language: Language, at: datetime, people: Collection[Person] = ()
    ) -> GuidelineAnswer:
        """The answer in ``language``. The question goes into the log without the names of ``people``, unless it is
        sensitive, was not understood, or is about something else altogether."""
        answer = await self.find(question, language, guest=actor.is_guest)
        elsewhere = answer.topic is not None and answer.topic.off_topic
        is_question = not (answer.sensitive or answer.is_unclear or elsewhere)
        kept = neat(without_names(answer.question, people)) if is_question else ""
        if not kept:
            return answer
        self.decisions[answer.decision] += 1
        entry = answer.entry.id if answer.entry else ""
        sections = tuple(section.id for section in answer.sections)
        key = self._log.note(LoggedQuestion(kept, language, at.date(), answer.decision, sections, entry))
        return replace(answer, key=key)

    async def add(
        self, question: str, added: str, before: str, language: Language, *, guest: bool = False
    ) -> GuidelineAnswer:
        """The answer to ``question``, which is ``before`` with something ``added``. Raises KnowledgeError."""
        answer = await self.find(question, language, guest=guest)
        if answer.decision is not Answerability.ANSWER or answer.entry or answer.sensitive:
            return answer
        first, alone = [await self.find(one, language, guest=guest) for one in (before, added)]
        if first.quote != answer.quote or not first.hits or _place(first) != _place(answer):
            return answer
        return replace(answer, no_more=not _speaks_of(answer, alone, before))

    async def find(self, question: str, language: Language, *, guest: bool = False) -> GuidelineAnswer:
        """The answer in ``language``. A guest gets what is public: the guideline, not the ICT secretary's answers.
        Raises KnowledgeError where nothing can be learnt."""
        secrecy, answers = self._secrecy, self._answers
        answer = await answers.when_learnt(
            lambda: secrecy.answer(question, language) or answers.ask(question, language)
        )
        hit = None if guest or answer.sensitive else await self._entry(answer)
        if hit is None:
            return answer
        if hit.likeness >= (SAME_FROM if answer.decision is Answerability.ANSWER else LIKE_FROM):
            return self._answered_by(hit, answer)
        return replace(answer, near=hit.entry)

    async def _entry(self, answer: GuidelineAnswer) -> EntryHit | None:
        """The entry that comes nearest; none where they cannot be read: the guideline answers all the same."""
        try:
            return await self._entries.find(answer.question, answer.language)
        except StoreError as error:
            logger.warning("The ICT secretary's answers could not be read", extra=without_words(error))
            return None

    def _answered_by(self, hit: EntryHit, answer: GuidelineAnswer) -> GuidelineAnswer:
        """``answer`` given by an entry, whose own section comes first."""
        linked = self._answers.book.passage(hit.entry.now.section, answer.language) if hit.entry.now.section else None
        first = (Hit(linked.section, linked.subsection, hit.likeness),) if linked else ()
        others = tuple(one for one in answer.hits if not linked or one.subsection.id != linked.subsection.id)
        return replace(
            answer,
            decision=Answerability.ANSWER,
            hits=(*first, *others),
            quote=(),
            confidence=hit.likeness,
            entry=hit.entry,
        )


def _place(answer: GuidelineAnswer) -> str:
    return answer.hits[0].subsection.id


def _speaks_of(answer: GuidelineAnswer, alone: GuidelineAnswer, before: str) -> bool:
    """Whether what ``answer`` quotes is also found by the addition that is asked ``alone``, or has a word of it that
    was not in the question ``before``."""
    found = any(hit.subsection.id == _place(answer) and hit.score >= CANDIDATES_FROM for hit in alone.hits)
    texts = " ".join(answer.quote), alone.question, before
    said, added, asked = ({*stems(words(text, answer.written), answer.written)} for text in texts)
    return found or not said.isdisjoint(added - asked)
