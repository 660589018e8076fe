"""What a short text says as an answer to something that waits for one, learnt from examples.

Bare words are certain by phrases (`plain_answers`); people say the same in countless others ("räkna med mig", "on it"),
which are learnt. What is said to the bot otherwise is learnt as no answer: it is used only where something waits.
"""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock
from typing import Final

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.wording.utterances import DISTRESS
from bot.knowledge.search.learning.classifier import Classifier
from bot.knowledge.search.learning.kept import kept
from bot.knowledge.search.learning.synonyms import Synonyms
from bot.knowledge.search.learning.training import Example, Schedule
from bot.language.lexicon import words_of
from bot.language.spoken_swedish import written
from bot.memory import give_back


class Question(StrEnum):
    """What was asked: something on behalf of others, or a reminder whether a channel was updated."""

    ASKED = "asked"
    REMINDED = "reminded"


class Said(StrEnum):
    """What an answer says; of a request, ``DENIED`` that what is told of was never promised, ``TERMS`` a yes on
    conditions; of a reminder, ``PROMISED`` that it will be done. ``MORE`` asks what it is about; ``OTHER`` is none."""

    YES = "yes"
    NO = "no"
    DENIED = "denied"
    TERMS = "terms"
    DONE = "done"
    NOT_DONE = "not_done"
    PROMISED = "promised"
    NOT_MINE = "not_mine"
    STOP = "stop"
    MORE = "more"
    OTHER = "other"


KINDS: Final[Mapping[Question, tuple[Said, ...]]] = {
    Question.ASKED: (Said.YES, Said.NO, Said.DENIED, Said.TERMS, Said.MORE),
    Question.REMINDED: (Said.DONE, Said.NOT_DONE, Said.PROMISED, Said.NOT_MINE, Said.STOP, Said.MORE),
}
_TOLD_ALIKE: Final[Mapping[Question, frozenset[str]]] = {
    Question.ASKED: frozenset({"decide", "absences", "handover", "away", "updated", "snooze"}),
    Question.REMINDED: frozenset({"updated", "snooze", "handover"}),
}
"""What may be said unasked in the very words of an answer: no examples of what is none."""
_OF_AN_INTENT: Final = 80
"""So many examples of what is said of each other intent are examples of what is no answer; of distress, all are."""
_OTHER: Final = 0.3
"""What such an example counts for, an answer being 1: there are many of them."""
_SCHEDULE: Final = Schedule(steps=20, evening=0.5, rate=0.15)
"""Set by cross-validation on the answers: a larger rate tells as many, and is too sure of what it takes wrong."""
_SAME_LANGUAGE: Final = 0.1
"""How much less of a text its language, or the person's, may know than another one does."""


@dataclass(frozen=True, slots=True)
class LikelyAnswer:
    """What an answer most likely says, and how likely (0 to 1); ``known`` is the share of the text that any example has
    something of."""

    said: Said
    share: float
    known: float


class AnswerModel:
    """Tells what answers in one language say."""

    def __init__(self, language: Language) -> None:
        self._language = language
        answers, synonyms = common.answers(language), Synonyms({}, language)
        self._classifiers: dict[Question, Classifier] = {}
        for question, kinds in KINDS.items():
            labels = (*kinds, Said.OTHER)
            own = [
                Example(self._written(text), labels.index(said)) for said in kinds for text in answers[question][said]
            ]
            others = [
                Example(self._written(text), labels.index(Said.OTHER), weight)
                for text, weight in _no_answers(question, language)
            ]
            self._classifiers[question] = Classifier([*own, *others], len(labels), language, synonyms, _SCHEDULE)

    def _written(self, text: str) -> str:
        return " ".join(written(words_of(text))) if self._language is Language.SV else text

    def likely(self, text: str, question: Question) -> LikelyAnswer:
        """What ``text`` says as an answer to ``question``."""
        found = self._classifiers[question].classify(self._written(text))
        best = int(found.probabilities.argmax())
        said = (*KINDS[question], Said.OTHER)[best]
        return LikelyAnswer(said, float(found.probabilities[best]), found.known)


def _no_answers(question: Question, language: Language) -> Iterator[tuple[str, float]]:
    """What is said to the bot otherwise, and what each counts for."""
    for intent, texts in common.utterances(language).items():
        if intent == DISTRESS:
            yield from ((text, 1.0) for text in texts)
        elif intent not in _TOLD_ALIKE[question]:
            yield from ((text, _OTHER) for text in texts[:: max(1, len(texts) // _OF_AN_INTENT)])
    yield from ((subject.asked[0], _OTHER) for subject in common.subjects(language))


_LEARNING: Final = Lock()
_LEARNT: Final = dict[Language, AnswerModel]()


async def learn(languages: Iterable[Language] = Language) -> None:
    """Learn those of ``languages`` that are not learnt yet, beside the event loop. Raises KnowledgeError."""
    for language in languages:
        if language not in _LEARNT:
            await asyncio.to_thread(_learn, language)


def _learn(language: Language) -> None:
    with _LEARNING:
        if language not in _LEARNT:
            learnt_from = common.learnt_from(language, "answers")
            _LEARNT[language] = kept(f"answers-{language}", learnt_from, AnswerModel, language)
            give_back()


async def likely_answer(
    text: str, question: Question, of_text: Language | None, of_person: Language | None
) -> LikelyAnswer:
    """What ``text`` most likely says as an answer to ``question``, in the language that knows most of it: what is short
    may not tell its language, or seem to be in another; ``of_person`` is what they are used to. Raises KnowledgeError.
    """
    among = [of_text, of_person] if of_text and of_person else [*Language]
    usual = of_text or of_person
    await learn(among)
    found = {one: _LEARNT[one].likely(text, question) for one in among}
    return found[max(among, key=lambda one: found[one].known + _SAME_LANGUAGE * (one is usual))]
