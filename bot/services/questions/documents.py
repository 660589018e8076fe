"""What is kept of questions, and for how long: the log without people, the promises of an answer, and the answers."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import blake2b
from typing import Final

from bot.domain.language import Language
from bot.domain.people import Person, PersonId
from bot.knowledge.search.search import Answerability
from bot.language.analysis import fold
from bot.services.ports import Collection, State

ANSWERED_KEPT: Final = timedelta(days=30)
"""How long a question is kept after it was answered: until then the answer can be judged, and made an entry."""


@dataclass(frozen=True, slots=True)
class LoggedQuestion:
    """What was asked on a day, redacted: nobody's name, and ``times`` instead of the hours. ``entry`` is the one that
    answered, if any. Its key is a digest of the question, its day and how it was answered."""

    question: str
    language: Language
    on: date
    decision: Answerability
    sections: tuple[str, ...]
    entry: str = ""
    times: int = 1
    helped: int = 0
    not_helped: int = 0

    @property
    def key(self) -> str:
        """The same for all that is one in the log."""
        parts = (self.question, self.language, self.on.isoformat(), self.decision, *self.sections, self.entry)
        return blake2b("\n".join(parts).encode(errors="surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Given:
    """The ICT secretary's answer to an open question, from which ``entry`` was made; ``helped`` is the asker's word."""

    text: str
    language: Language
    section: str
    by: PersonId
    at: datetime
    entry: str = ""
    helped: bool | None = None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question to the ICT secretary, redacted, and who asked it: to them the answer is promised.

    ``nearest`` are ids of subsections. ``handed_on`` says that the question (the answer, once there is one) has been
    given to those it is for; what a crash leaves undone is done at the next start.
    """

    question: str
    language: Language
    asker: Person
    at: datetime
    nearest: tuple[str, ...] = ()
    guest: bool = False
    handed_on: bool = False
    given: Given | None = None


@dataclass(frozen=True, slots=True)
class EntryText:
    """One version of an entry: the question as it is shown, other wordings of it, the answer, the subsection it belongs
    to (or none), and who wrote it when. ``withdrawn`` says that with this version it stopped to be an answer."""

    question: str
    wordings: tuple[str, ...]
    answer: str
    section: str
    by: PersonId
    at: datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A question with the ICT secretary's answer, in one language, in all its versions, oldest first."""

    id: str
    language: Language
    versions: tuple[EntryText, ...]

    @property
    def now(self) -> EntryText:
        """The text that holds."""
        return self.versions[-1]

    @property
    def version(self) -> int:
        """The number of the text that holds, from 1."""
        return len(self.versions)


ASKED: Final = Collection("asked", LoggedQuestion)
OPEN: Final = Collection("open_questions", OpenQuestion)
ENTRIES: Final = Collection("entries", Entry)


def same_words(question: str) -> str:
    """What is the same in spellings of one question."""
    return " ".join(fold(question).strip(" ?!.").split())


def unanswered(documents: State) -> int:
    """How many questions to the ICT secretary wait for an answer."""
    return sum(question.given is None for question in documents.of(OPEN).values())


COLLECTIONS: Final = (ASKED, OPEN, ENTRIES)
"""All that the store of the questions holds."""
