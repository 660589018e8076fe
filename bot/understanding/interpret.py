"""From what somebody typed to what they want. Pure: no clock, no store, no surface."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.language import Language
from bot.domain.register import ChannelQuery
from bot.knowledge.content import common
from bot.language.days.spans import Prefer
from bot.language.detection import detect, is_loan
from bot.language.lexicon import words_of
from bot.understanding.aliases import parse_command
from bot.understanding.channels.vocabulary import Vocabulary
from bot.understanding.commands import Intent
from bot.understanding.hearing import Heard, cues_in, hear
from bot.understanding.language_wishes import wished_language
from bot.understanding.learnt.second_opinion import meant_by, ruled_by
from bot.understanding.parts_of_text import take_apart
from bot.understanding.plain_answers import Plain, plain_answer
from bot.understanding.reading import DECISION, LAST_UPDATED, Reading
from bot.understanding.said import facts
from bot.understanding.said.details import details_of, strangers
from bot.understanding.said.people import people_in
from bot.understanding.said.proper_names import of_no_language
from bot.understanding.said.times import days_meant, in_words, number_of_days, span_meant
from bot.understanding.said.told_apart import ToldOf, told_apart
from bot.understanding.several import who_asked_in
from bot.understanding.slips import parse_mistyped
from bot.understanding.typed import ASKING, has_failed, is_command, wants_something_else

LIMIT = 1_000
"""How many characters are read of a text."""

_AROUND = ".,:;!?…()[]{}\"'“”„’«»*`"
_NOT_FOR_ONESELF = frozenset({"reminds_others", "reminders_state"})
_OF_REMINDERS = frozenset({"all_reminders", "no_reminders", "reminders_on"})
"""What is said of reminders that are not the speaker's own."""
_LISTS = frozenset({Intent.CHANNELS, Intent.AUDIT})
_WRITTEN_DAY: Final = re.compile(r"\d{1,2}\.\d{1,2}\.")
"""A day as it is written in Finnish, with the point after the month that the number of a part does not have."""
_NO_ANSWERS = frozenset({Intent.READ, Intent.HELP, Intent.ME, Intent.MINE, Intent.UNDO})
"""What is meant as such also where the same words could answer a question: "4.8" is a part of the guideline."""
MOODS = ("distress", "insult", "unhelped", "thanks", "sorry")
"""What small talk may express, the weightiest first."""
_WITHOUT_CHANNEL = frozenset({Intent.ME, Intent.HELP, Intent.SECRETARY, Intent.SMALLTALK, Intent.UNKNOWN})


def interpret(text: str, vocabulary: Vocabulary, today: date, meant: Intent | None = None) -> Reading:
    """What ``text`` wants; what it says beside the intent, where somebody has said which one is ``meant``.

    Of a long text the first `LIMIT` characters are read; any text has a reading. Raises NotLearntError where it depends
    on what has to be learnt.
    """
    text = _cut(text)
    answer, wished = (plain_answer(text, today), wished_language(text)) if meant is None else (None, None)
    if answer and _tells_nothing(text):
        answer = None
    is_whole = answer is not None and answer.what in (Plain.NOT_MINE, Plain.NO_MORE)
    by_itself = wished is None and (answer is None or is_whole)
    reading = _read(text, vocabulary, today, meant, by_itself=by_itself)
    if meant is None and by_itself and (reading.guessed or reading.intent in _OF_REASONS):
        reading = _who_is_asked(text, vocabulary, today) or reading
    if reading.intent is Intent.TROUBLE:
        reading = replace(reading, happened=facts.happened(text))
    apart = _told_apart(text, reading, vocabulary, today) if meant is None else ()
    if apart and _tells_nothing(text):
        apart = ()
    if reading.intent in _NO_ANSWERS and not is_whole and not _WRITTEN_DAY.fullmatch(text.strip()):
        return replace(reading, apart=apart) if reading.guessed else reading
    return replace(reading, answer=answer or reading.answer, wished=wished, apart=apart)


def _who_is_asked(text: str, vocabulary: Vocabulary, today: date) -> Reading | None:
    """What is asked of who is behind a channel where it is told as well why: the reason may speak of anything."""
    if not (asked := who_asked_in(text)):
        return None
    reading = _read(asked, vocabulary, today, None, by_itself=True)
    return reading if reading.intent is Intent.OWNER and not reading.query.is_empty and not reading.guessed else None


_OF_REASONS: Final = frozenset({Intent.ASK, Intent.UNKNOWN, Intent.SMALLTALK})
"""What a text may seem to want that tells why it is asked who is behind a channel."""


def _told_apart(text: str, reading: Reading, vocabulary: Vocabulary, today: date) -> tuple[ToldOf, ...]:
    """What is told of each channel; where neither an update nor a wish for a later day is told, only a few words may
    be an answer."""
    freely = reading.intent in _OF_CHANNELS_APART and not reading.close
    if not freely and (len(text.split()) > _FEW or cues_in(text) & _WHO_ASKS):
        return ()
    prefer = Prefer.FUTURE if reading.intent is Intent.SNOOZE else Prefer.PAST
    return told_apart(text, vocabulary, today, prefer, freely=freely)


_OF_CHANNELS_APART = frozenset({Intent.UPDATED, Intent.SNOOZE})
_WHO_ASKS: Final = frozenset({"who", "which", "how"})
"""Whoever says that answers nothing."""
_FEW: Final = 10
"""How many words an answer has at most that names channels."""


def _read(text: str, vocabulary: Vocabulary, today: date, meant: Intent | None, *, by_itself: bool) -> Reading:
    """``by_itself``: it means something also where nobody has asked anything."""
    typed = parse_command(text)
    typed = None if typed and wants_something_else(text) else typed
    alias = None if typed is None or is_loan(text.split()[0]) else typed[1]  # "done" is said in any language
    language = detect(_of_no_language(text, vocabulary), alias)
    commands = (typed,) if typed else parse_mistyped(text)
    of_reply = language or (commands[0][1] if commands and not is_loan(text.split()[0]) else None)
    if commands:
        rest = hear(commands[0][2], language, vocabulary, today)
        rest.parts.first = rest.parts.first or take_apart(text).first  # "@somebody has left"
        fitting = [command.intent for command, _, _ in commands if is_command(command, rest)]
        if meant in fitting or (meant is None and fitting):
            intent = meant or fitting[0]
            close = tuple(other for other in fitting if meant is None and other is not intent)
            return _reading(intent, text, rest, of_reply, vocabulary, today, close)
    heard = hear(text, language, vocabulary, today)
    if meant is not None:
        return _reading(meant, text, heard, of_reply, vocabulary, today)
    ruled, weight = ruled_by(heard.facts)
    intents, guessed = ruled, False
    is_tried = typed is not None and language is None  # a command, and nothing that would be a sentence
    if by_itself and not is_tried and not _is_aside(heard):
        meaning = meant_by(heard, language)
        intents, guessed = meaning.intents, meaning.guessed
        heard = replace(heard, facts=heard.facts | meaning.mood)
    reading = replace(_reading(intents[0], text, heard, of_reply, vocabulary, today, intents[1:]), guessed=guessed)
    failed = typed if typed is not None and has_failed(typed[0], heard) else None
    if failed is not None and intents[0] not in (failed[0].intent, *(() if weight >= _TELLING else ruled)):
        failed = None  # the word is there, and something else is meant
    is_other = _is_aside(heard) or _is_name(heard) or _only_tells(heard) or failed is not None
    return replace(reading, is_question=False, failed=failed) if is_other else reading


def _tells_nothing(text: str) -> bool:
    """Whether it is asked whether something was updated, or somebody was about to do it: no update is told of."""
    return not cues_in(text).isdisjoint(("asks_updated", "would_have"))


def _of_no_language(text: str, vocabulary: Vocabulary) -> str:
    return of_no_language(text, vocabulary.names.of_several_words, vocabulary.register.people.values())


def _is_aside(heard: Heard) -> bool:
    """Whether a text goes on from what was said before, or wishes for another language."""
    return heard.facts >= {"aside", "brief"}


def _is_name(heard: Heard) -> bool:
    """Whether a text is nothing but two or three words as names are written, which mean nothing here."""
    words = heard.parts.words
    return 2 <= len(words) <= 3 and heard.facts <= {"word", "brief"} and all(map(str.istitle, words))


def _only_tells(heard: Heard) -> bool:
    """Whether a few words tell of a day or a deed, and ask nothing: what they answer is not known."""
    return "brief" in heard.facts and bool(heard.facts & _TOLD) and heard.facts.isdisjoint(ASKING)


_TOLD = frozenset({"date", "days", "updated", "absent", "not_done", "will_do"})
"""What is told, and asked by nobody."""
_TELLING: Final = 60
"""The weight from which a rule knows what is meant, also where the text begins as a command does."""


def _aspects(intent: Intent, heard: Heard) -> tuple[str, ...]:
    """What is asked about the guideline itself, rather than about something that it deals with; or about a channel."""
    if intent is Intent.OWNER:
        asked = {DECISION: {"past_decision"}, LAST_UPDATED: {"last_updated"}}
        if heard.facts >= {"how", "idle"}:
            return (LAST_UPDATED,)
        return tuple(one for one, cues in asked.items() if cues & heard.facts)
    if intent is not Intent.ASK:
        return ()
    return () if "subject" in heard.facts else tuple(sorted(heard.facts & common.intents().groups["edition"]))


def _cut(text: str) -> str:
    """The beginning of ``text`` that is read; a sign that stands for many letters (a ligature) counts as these."""
    text = text[:LIMIT]
    spelled = unicodedata.normalize("NFKC", text)
    return text if len(spelled) <= LIMIT else spelled[:LIMIT]


def _reading(
    intent: Intent,
    text: str,
    heard: Heard,
    language: Language | None,
    vocabulary: Vocabulary,
    today: date,
    close: tuple[Intent, ...] = (),
) -> Reading:
    address = next(iter(heard.parts.addresses), "")
    is_sought = address and intent is not Intent.VERIFY
    names = vocabulary.channels_at(address, heard.mentions.query.platforms) if is_sought else ()
    if intent is Intent.VERIFY and not address:
        address = _account_named(heard)
    if intent is Intent.OWNER and address and not names:  # whose it is, we can not say; that it is not ours, we can
        intent = Intent.VERIFY
    narrowing = facts.narrowed(heard.facts) if intent in _LISTS else None
    dates = days_meant(intent, heard, today)
    people = people_in(intent, text, heard, vocabulary.register, today)
    return Reading(
        intent=intent,
        query=_query(intent, names, heard),
        language=language,
        address=address,
        people=people.named,
        dates=span_meant(intent, dates, today, is_moved="moved" in heard.facts),
        missing=dates.missing,
        unread=dates.unread,
        days=number_of_days(intent, dates, today),
        when=in_words(dates.span, today) if intent is Intent.UPDATED else "",
        rest="" if intent is Intent.SECRETARY and heard.facts >= {"secretary", "who"} else heard.plain,
        close=close,
        narrowed=narrowing,
        beyond=narrowing is None and intent in _LISTS and _chooses(intent, heard),
        part=_part(heard) if intent is Intent.READ else "",
        everything=intent is Intent.UPDATED and bool(heard.facts & {"all", "both"}),
        both=intent is Intent.UPDATED and "both" in heard.facts,
        ends_pause=intent is Intent.PAUSE and facts.is_back(heard.facts),
        changes_pause=facts.pause_changed(heard.facts) if intent is Intent.PAUSE else None,
        of_reminders=intent is Intent.PAUSE and not heard.facts.isdisjoint(_OF_REMINDERS),
        staffs=people.staffs,
        roles=people.roles,
        reminds_others=intent is Intent.SNOOZE and not heard.facts.isdisjoint(_NOT_FOR_ONESELF),
        details=details_of(intent, heard, "" if names else address, dates, vocabulary.lexicon),
        strangers=tuple(strangers(heard)),
        absence=facts.of_absence(intent, heard, today),
        leaving=facts.of_leaving(intent, heard.facts),
        mood=next((mood for mood in MOODS if mood in heard.facts), "") if intent is Intent.SMALLTALK else "",
        aspects=_aspects(intent, heard),
        advice=facts.advice(heard.facts) if intent is Intent.ASK else (),
        answer=facts.answered(heard.facts) if intent is Intent.SNOOZE else None,
    )


def _chooses(intent: Intent, heard: Heard) -> bool:
    """Whether channels are chosen in a way that no list is narrowed by, such as a year."""
    choosing = common.commands()[intent].get("chooses", ())
    return not heard.facts.isdisjoint(choosing) or _YEAR.search(heard.plain) is not None


_YEAR: Final = re.compile(r"\b20\d\d\b")


def _account_named(heard: Heard) -> str:
    """What an account is called that is given by a bare name, as it was typed: what neither asks nor names one of our
    channels; empty where nothing is left, or a channel is named."""
    query = heard.mentions.query
    if query.names or query.units or query.scope:
        return ""
    words = [chunk.strip(_AROUND) for chunk in heard.parts.words]
    named = [word for word in words if not heard.unheard.isdisjoint(words_of(word))]
    is_sentence = "brief" not in heard.facts and not any(map(_may_be_called_so, words[1:]))
    return "" if is_sentence else " ".join(named)


def _may_be_called_so(word: str) -> bool:
    """Whether ``word`` is written as names and handles are."""
    return word[:1].isupper() or any(sign in word for sign in "_.0123456789")


def _part(heard: Heard) -> str:
    """The number of the part of the guideline that is to be read, or else the words that may be its title."""
    if heard.part or "part" not in heard.facts:
        return heard.part
    return " ".join(word for word in heard.parts.words if not _ASKS_TO_READ & cues_in(word))


_ASKS_TO_READ = frozenset({"reads", "part", "show"})


def _query(intent: Intent, names: tuple[str, ...], heard: Heard) -> ChannelQuery:
    """The channels meant; none where the intent concerns no channel, whatever was named. A question on the guideline
    concerns a channel only where it names a certain one: what holds for Facebook holds for every page."""
    if intent in _WITHOUT_CHANNEL or (intent is Intent.ASK and not names and "specific" not in heard.facts):
        return ChannelQuery()
    return ChannelQuery(names=names) if names else heard.mentions.query
