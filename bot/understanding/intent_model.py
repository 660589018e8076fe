"""What somebody most likely wants, learnt from what people say: a second opinion beside the rules.

The rules know what they were written for, and take the rest for questions on the guideline; measured on 200 messages of
somebody who had not seen them, that was right for two of three. What is learnt from examples needs no rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from threading import Lock
from typing import Final

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.search.classifier import Classifier
from bot.knowledge.search.synonyms import Synonyms
from bot.knowledge.search.training import Example
from bot.memory import give_back
from bot.understanding.commands import Intent

_OF_A_SUBJECT: Final = 6
"""So many questions on each subject are examples of what is asked of the guideline."""
_QUESTION: Final = 0.5
"""What such a question counts for, what was said to the bot being 1: there are many of them."""


class IntentModel:
    """Tells what people want in one language."""

    def __init__(self, language: Language) -> None:
        said = {Intent(name): texts for name, texts in common.utterances(language).items() if name in set(Intent)}
        self._intents = tuple(said)
        labels = {intent: label for label, intent in enumerate(self._intents)}
        examples = [Example(text, labels[intent]) for intent, texts in said.items() for text in texts]
        examples += [
            Example(text, labels[Intent.ASK], _QUESTION)
            for subject in common.subjects(language)
            for text in subject.asked[:_OF_A_SUBJECT]
        ]
        synonyms = Synonyms(common.synonyms(language), language)
        self._classifier = Classifier(examples, len(labels), language, synonyms)

    def probabilities(self, text: str) -> Mapping[Intent, float]:
        """How likely ``text`` wants each."""
        return dict(zip(self._intents, self._classifier.classify(text).probabilities.tolist(), strict=True))


_LEARNING = Lock()


def intent_model(language: Language) -> IntentModel:
    """The model for ``language``, learnt once in some tenths of a second, by whoever comes first."""
    with _LEARNING:
        return _learnt(language)


def learn_all() -> None:
    """Learn every language, before anybody waits for it."""
    for language in Language:
        intent_model(language)
    common.put_away()
    give_back()


@cache
def _learnt(language: Language) -> IntentModel:
    return IntentModel(language)
