"""What is meant, by the rules and by what was learnt from examples: which of the two is followed, and where not."""

import math
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.wording.utterances import DISTRESS
from bot.understanding.commands import Intent
from bot.understanding.hearing import Heard
from bot.understanding.learnt.intent_model import likely

_KNOWN = frozenset(Intent)
_GUESS, _RULE, _SURE_RULE = 2.0, 6.0, 12.0
"""What a rule counts for beside what was learnt from examples, as the logarithm of odds: one that takes for a question
what nothing else is known of, any other, and the weightiest."""
_GUESSES_TO, _SURE_FROM, _CERTAIN_FROM = 2, 80, 88
"""The weights of such rules; one that is certain is not weighed at all."""
_AT_ONCE = frozenset({Intent.UPDATED, Intent.SNOOZE, Intent.AWAY, Intent.BACK, Intent.UNDO, Intent.HANDOVER})
"""Deeds that change something where nobody asks first, or of which something is said that only whoever may do them
understands."""
_DONE_FROM = 0.99
"""How likely such a deed must be meant, where no rule tells of it, for nobody to be asked first."""
_OF_A_WORD_FROM = 0.95
"""How likely anything must be meant by a text too short to tell its language."""
_NO_WISH = frozenset({Intent.SMALLTALK, Intent.UNKNOWN})
"""What nobody wants done, so that nobody can be asked whether it is meant: whoever meant no deed may ask something."""
_GRAVE = frozenset({Intent.RETIRE, Intent.PAUSE, Intent.LEFT, Intent.RETURNED})
"""What takes a channel or a person out of the register, or back in."""
_GRAVE_FROM = 0.9
"""How likely that must be meant, where no rule tells of it: a cry for help that names a channel is no order."""
_ENDS = frozenset({"close", "pause", "gone"})
"""By what a denial may tell of it all the same: "it is not used, close it"."""
_NOT_ENDED = frozenset({"spared", "maybe", "gone_by_others"})
"""What tells that nobody is to end it now."""
_REQUESTED = frozenset({Intent.REGISTER, Intent.EDIT, Intent.RETIRE, Intent.RETURNED})
_OF_CHANNELS = frozenset({"any_channel", "noun", "plural", "url", "handle", "book", "detail", "keeper", "interval"})
_DOES = frozenset({"change", "close", "add"})
_HARDLY, _SURELY = 0.45, 0.95
"""How likely such a deed must be meant at least, where a channel is spoken of, and where only what is done to it is."""
_OF_ACCOUNTS = frozenset(
    {"platform", "noun", "plural", "name", "our", "url", "handle", "credentials", "stranger", "fake"}
    | {"taken", "imitation", "odd", "shut_out", "password_gone", "incident"}
)
"""Of which something must be said for an account to be in trouble, where no rule tells of it."""
_OF_TROUBLE = frozenset(
    {"stranger", "fake", "taken", "imitation", "odd", "shut_out", "password_gone", "incident", "credentials"}
    | {"gone_by_others"}
)
_TROUBLE_FROM = 0.999
"""How likely an account must be in trouble where nobody else has a hand in it, as far as is said."""
_ASKS_OF_DEEDS = frozenset({"principle", "who"})
"""What makes a question of what would be a deed: "how do I undo it"."""
_IN_DOUBT = frozenset({"may", "not", "called", "another"})
"""What examples can not tell the sense of, in which words count and not how they stand: what may be asked or asked for,
what is denied, a colleague, and an unknown word, which may be the name of somebody else who is away or back."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The likeliest intent and any other that is close to it; the mood of small talk, where it was learnt; whether it
    is but ``guessed``, told by examples and by no rule."""

    intents: tuple[Intent, ...]
    mood: frozenset[str] = frozenset()
    guessed: bool = False


def meant_by(heard: Heard, language: Language | None) -> Meaning:
    """What is meant by the rules and by what was learnt. Who holds an office is told by rules alone: examples speak of
    channels. So is who needs comfort, where a rule tells, and what the rules are certain of.

    Raises NotLearntError.
    """
    ruled, weight = ruled_by(heard.facts)
    is_certain = weight >= _CERTAIN_FROM or "role" in heard.facts or heard.facts >= {"bare", "specific"}
    if not heard.plain or is_certain or (ruled == (Intent.SMALLTALK,) and DISTRESS in heard.facts):
        return Meaning(ruled)
    trust = _GUESS if weight <= _GUESSES_TO else _SURE_RULE if weight >= _SURE_FROM else _RULE
    learnt = likely(heard.written, language)
    odds = {intent: share * (math.exp(trust) if intent in ruled else 1) for intent, share in learnt.intents.items()}
    best = max(odds, key=odds.__getitem__)
    share = odds[best] / sum(odds.values())
    if best in ruled or not odds.keys() >= {*ruled} or (language is None and share < _OF_A_WORD_FROM):
        return Meaning(ruled)
    if _is_far_fetched(best, share, heard):
        return Meaning(ruled)
    if best is Intent.SMALLTALK:
        asks_why = "how" in heard.facts and "life" not in heard.facts  # "why not?"
        return Meaning((best,), frozenset({DISTRESS} if learnt.in_distress and not asks_why else ()))
    if best not in _AT_ONCE:
        return Meaning((best,), guessed=True)
    if heard.facts & _ASKS_OF_DEEDS:
        return Meaning(ruled)
    if heard.facts.isdisjoint(_IN_DOUBT) and share >= _DONE_FROM:
        return Meaning((best,), guessed=True)
    return Meaning((best, Intent.ASK if ruled[0] in _NO_WISH else ruled[0]), guessed=True)


def _is_far_fetched(best: Intent, share: float, heard: Heard) -> bool:
    """Whether what would alarm people, take something away or be asked of the ICT secretary is guessed from too
    little."""
    facts = heard.facts
    if best is Intent.TROUBLE:
        return facts.isdisjoint(_OF_ACCOUNTS) or (facts.isdisjoint(_OF_TROUBLE) and share < _TROUBLE_FROM)
    if best in _REQUESTED and _is_hardly_requested(best, share, facts):
        return True
    if best is Intent.PROPOSE:
        return facts >= {"not", "close"}
    if best is Intent.HANDOVER:
        return not facts.isdisjoint(_NOT_ENDED)
    is_denied = ("not" in facts and facts.isdisjoint(_ENDS)) or not facts.isdisjoint(_NOT_ENDED)
    return best in _GRAVE and (share < _GRAVE_FROM or is_denied)


def _is_hardly_requested(best: Intent, share: float, facts: frozenset[str]) -> bool:
    """Whether it is guessed from too little that something is to be registered, changed, retired or taken back in: of a
    sentence that speaks neither of a channel nor of what is done to one, or that only asks how it is done."""
    if best is Intent.RETURNED:
        return facts.isdisjoint({"person", "called", "role", "back_here", "gone"})
    if best is Intent.RETIRE and "principle" in facts:
        return True
    if best is Intent.REGISTER and "nothing_new" in facts:
        return True
    if not facts.isdisjoint(_OF_CHANNELS):
        return best is Intent.EDIT and share < _HARDLY
    return facts.isdisjoint(_DOES) or share < _SURELY


@lru_cache(maxsize=4_096)
def ruled_by(facts: frozenset[str]) -> tuple[tuple[Intent, ...], int]:
    """The intents of the weightiest rule that holds, and its weight."""
    for rule in common.intents().rules:
        if rule.holds(facts) and (found := tuple(Intent(name) for name in rule.intents if name in _KNOWN)):
            return found, rule.weight
    return (Intent.UNKNOWN,), 0
