"""All that has to do with questions, put together on one store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.services.access import Access
from bot.services.ports import DocumentStore, Notifier, RegisterStore
from bot.services.questions.answers import Answers
from bot.services.questions.asking import Asking
from bot.services.questions.entries import Entries
from bot.services.questions.gaps import Gaps
from bot.services.questions.known_questions import KnownQuestions, Recording
from bot.services.questions.log import QuestionLog
from bot.services.questions.open import Questions


@dataclass(frozen=True, slots=True)
class QuestionServices:
    """Asking, the log of it, the questions that wait for the ICT secretary, and the entries that close gaps."""

    asking: Asking
    log: QuestionLog
    open: Questions
    entries: Entries
    gaps: Gaps
    recording: Recording

    @classmethod
    def on(
        cls,
        store: DocumentStore,
        *,
        register: RegisterStore,
        access: Access,
        notifier: Notifier,
        answers: Answers,
        known: KnownQuestions,
        log_days: int,
    ) -> QuestionServices:
        """The services on ``store``; the log is kept for ``log_days``."""
        log, entries = QuestionLog(store, log_days), Entries(store, answers.guideline)
        questions = Questions(store, register, access, notifier, answers, entries)
        return cls(
            asking=Asking(answers, entries, log),
            log=log,
            open=questions,
            entries=entries,
            gaps=Gaps(store, answers.guideline, log, entries, questions),
            recording=Recording(entries, answers.guideline, known),
        )

    async def start(self, at: datetime) -> None:
        """Hand on what a stop has left undone, and forget what was kept for long enough. Raises StoreError."""
        await self.open.resume(at)
        await self.log.expire(at)

    async def close(self) -> None:
        """Finish writing the log; to be called before the store is closed."""
        await self.log.settle()
