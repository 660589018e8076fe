"""What somebody most likely wants, learnt from what people say: a second opinion beside the rules.

The rules know what they were written for, and take the rest for questions on the guideline; measured on 200 messages of
somebody who had not seen them, that was right for two of three. What is learnt from examples needs no rule.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.wording.utterances import DISTRESS
from bot.knowledge.search.learning.classifier import Classifier
from bot.knowledge.search.learning.kept import kept
from bot.knowledge.search.learning.synonyms import Synonyms
from bot.knowledge.search.learning.training import Example, Schedule
from bot.memory import give_back
from bot.understanding.commands import Intent

_KNOWN: Final = frozenset({*Intent, DISTRESS})
_OF_A_SUBJECT: Final = 6
"""So many questions on each subject are examples of what is asked of the guideline."""
_QUESTION: Final = 0.5
"""What such a question counts for, what was said to the bot being 1: there are many of them."""
_SCHEDULE: Final = Schedule(steps=20, evening=0.25)
"""What people want is said in so many ways that it takes longer to learn than what they ask about. Set on messages of
people who have seen neither rules nor examples."""


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely each intent is meant, and whether small talk, if it is that, tells of distress; which share of the
    text (0 to 1) is known."""

    intents: Mapping[Intent, float]
    in_distress: bool
    known: float


class IntentModel:
    """Tells what people want in one language."""

    def __init__(self, language: Language) -> None:
        said = {name: texts for name, texts in common.utterances(language).items() if name in _KNOWN}
        self._names = tuple(said)
        labels = {name: label for label, name in enumerate(self._names)}
        examples = [Example(text, labels[name]) for name, texts in said.items() for text in texts]
        examples += [
            Example(text, labels[Intent.ASK], _QUESTION)
            for subject in common.subjects(language)
            for text in subject.asked[:_OF_A_SUBJECT]
        ]
        synonyms = Synonyms(common.synonyms(language), language)
        self._classifier = Classifier(examples, len(labels), language, synonyms, _SCHEDULE)

    def likely(self, text: str) -> Likely:
        """What ``text`` most likely wants."""
        found = self._classifier.classify(text)
        shares = dict(zip(self._names, found.probabilities.tolist(), strict=True))
        distress = shares.pop(DISTRESS, 0.0)
        intents = {Intent(name): share for name, share in shares.items()}
        rest = intents.get(Intent.SMALLTALK, 0.0)
        return Likely({**intents, Intent.SMALLTALK: rest + distress}, distress > rest, found.known)


_LEARNING: Final = Lock()
_LEARNT: Final = dict[Language, IntentModel]()


class NotLearntError(Exception):
    """What a text wants can only be told when ``languages`` are learnt: `learn` them, and read it again."""

    def __init__(self, languages: Sequence[Language]) -> None:
        super().__init__(", ".join(languages))
        self.languages = languages


def likely(text: str, language: Language | None) -> Likely:
    """What ``text`` most likely wants; in the language that knows most of it, where it is too short to tell which.
    Raises NotLearntError: learning takes too long to be done while others wait."""
    among = [*Language] if language is None else [language]
    if not _LEARNT.keys() >= {*among}:
        raise NotLearntError(among)
    return max((_LEARNT[one].likely(text) for one in among), key=lambda found: found.known)


async def learn(languages: Iterable[Language] = Language) -> None:
    """Learn those of ``languages`` that are not learnt yet, beside the event loop. Raises KnowledgeError."""
    for language in languages:  # each by itself, so that a stop need not wait for all
        if language not in _LEARNT:
            await asyncio.to_thread(_learn, language)


def _learn(language: Language) -> None:
    with _LEARNING:
        if language not in _LEARNT:
            _LEARNT[language] = kept(f"intents-{language}", common.learnt_from(language), IntentModel, language)
            give_back()
