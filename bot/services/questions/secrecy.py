"""Questions that carry a secret, or are about publishing something of a client: what the guideline says on secrecy is
the answer, whatever else comes near, and the question is kept nowhere. Whoever asks in general about pictures of such
people, or their permission, gets the passage on that first, and what is said on secrecy after it."""

import re
from dataclasses import replace
from typing import Final

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.wording.cues import INDIVIDUAL, SHOWING
from bot.knowledge.search.platform_names import without_platforms
from bot.knowledge.search.search import Answerability, Hit
from bot.language.redaction import Secret, secrets_in
from bot.services.questions.answers import Answers, GuidelineAnswer, Quoted, signals_in

_DUTIES: Final = ("secret_information", "public_information_only")
"""What lays down secrecy, where a guideline's duties are named; else it is found by these subjects."""
_SUBJECTS: Final = ("secret-information", "client-matters", "client-information", "personal-data")
_SHOWN: Final = 2
_ASKING: Final = ("may", "could", "must", "how", "who", "which", "decide", "rule")
_CLAUSE: Final = re.compile(r"[,;:.!?–]\s|\s-\s")
_CAPITAL: Final = re.compile(r"[^\W\d_,]\s+(?!I\b)[A-ZÅÄÖ]\w")


class Secrecy:
    """Answers questions that must be kept nowhere."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def answer(self, question: str, language: Language) -> GuidelineAnswer | None:
        """The answer to a question that is to be kept nowhere; None where it is none."""
        secrets, of_client = secrets_in(question), _publishes_of_client(question)
        if not secrets and not of_client:
            return None
        found = replace(self._answers.ask(question, language), secrets=secrets, of_client=of_client)
        names_somebody = of_client or Secret.IDENTITY_CODE in secrets
        if not names_somebody or found.decision is not Answerability.ANSWER:
            return self._on_secrecy(found) if names_somebody else found
        if not secrets and _asks_in_general(question):
            return self._with_secrecy(found)
        return self._on_secrecy(found) if of_client or publishes(question) else found

    def _with_secrecy(self, found: GuidelineAnswer) -> GuidelineAnswer:
        """``found``, which answers, and what the guideline says on secrecy after it; that alone if it is the same."""
        quoted = self._passages(found.language)
        first = found.hits[0]
        if first.subsection.id in {one.subsection.id for one in quoted}:
            return self._on_secrecy(found)
        also = tuple(Hit(one.section, one.subsection, first.score) for one in quoted)
        return replace(found, hits=(first, *also), secrecy=quoted)

    def _on_secrecy(self, found: GuidelineAnswer) -> GuidelineAnswer:
        """``found`` with what the guideline says on secrecy before it; what else may answer is only pointed at."""
        quoted = self._passages(found.language)
        first = tuple(Hit(one.section, one.subsection, 1.0) for one in quoted)
        known = {hit.subsection.id for hit in first}
        others = found.hits[:1] if found.decision is Answerability.ANSWER else ()
        written = self._answers.book.language_of(quoted[0].subsection.id, found.language) if quoted else found.written
        return replace(
            found,
            written=written,
            decision=Answerability.ANSWER,
            hits=(*first, *(hit for hit in others if hit.subsection.id not in known)),
            quote=quoted[0].quote if quoted else (),
            secrecy=quoted,
            is_secret=True,
            topic=None,
        )

    def _passages(self, language: Language) -> tuple[Quoted, ...]:
        found: dict[str, Quoted] = {}
        for passage in filter(None, (self._answers.duty(name, language) for name in _DUTIES)):
            quote = self._answers.quote("", passage.subsection, language)
            found[passage.subsection.id] = Quoted(passage.section, passage.subsection, quote)
        if found:
            return tuple(found.values())[:_SHOWN]
        titles = common.subject_titles(language)
        for subject in _SUBJECTS:
            on = self._answers.ask(titles[subject], language)
            if on.decision is Answerability.ANSWER:
                best = on.hits[0]
                found.setdefault(best.subsection.id, Quoted(best.section, best.subsection, on.quote))
        return tuple(found.values())[:_SHOWN]


def publishes(text: str) -> bool:
    """Whether ``text`` is about publishing something."""
    return "publish" in signals_in(text)


def _publishes_of_client(text: str) -> bool:
    return {"client", "publish"} <= signals_in(text)


def _asks_in_general(text: str) -> bool:
    """Whether a text about a client asks how pictures of such people, or their permission, are to be dealt with, and
    tells of nobody: no name, nobody pointed at, and the clause that has the client in it is the one that asks."""
    said = signals_in(text)
    clauses = [names for one in _CLAUSE.split(text) if "client" in (names := signals_in(one))]
    asked = all(not names.isdisjoint(_ASKING) for names in clauses)
    return SHOWING in said and INDIVIDUAL not in said and asked and not _named(text)


def _named(text: str) -> bool:
    """Whether a word within a sentence has a capital that no platform's name accounts for."""
    return _CAPITAL.search(without_platforms(text)) is not None
