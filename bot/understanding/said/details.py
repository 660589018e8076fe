"""What a text says that the form of what is meant asks for, beside days and people."""

from collections.abc import Iterator, Mapping

from bot.domain.accounts.addresses import normalise_url
from bot.language.analysis import fold
from bot.language.days.date_patterns import speaks_of_time
from bot.language.days.dates import Dates
from bot.language.lexicon import Kind, Lexicon, words_of
from bot.understanding.commands import Intent
from bot.understanding.hearing import Heard
from bot.understanding.said.intervals import interval_said
from bot.understanding.said.record_numbers import record_number

_AROUND = ".,:;!?…()[]{}\"'“”„’«»*`"


def details_of(intent: Intent, heard: Heard, address: str, dates: Dates, lexicon: Lexicon) -> Mapping[str, str]:
    """What a channel is to be, by the fields of its form: of one that is registered its name; of one that is changed
    its new name, an ``address`` that is none of ours yet, by ``dates`` how many days may lie between updates, or when
    and with which number it was decided on."""
    if intent is Intent.REGISTER:
        said = {"name": heard.new_name or _name_of_new(heard, lexicon)}
    elif intent is Intent.EDIT:
        days = interval_said(heard.plain) or (dates.days if "interval" in heard.facts else None)
        interval = str(days) if days else ""
        is_url = normalise_url(address) is not None
        account = {"url": address} if is_url else {"handle": address.removeprefix("@")}
        said = {"name": heard.new_name, "update_interval_days": interval, **account}
        if heard.facts & {"decided", "record_number"}:
            said |= {"decision_on": dates.span.start.isoformat() if dates.span else ""}
            said |= {"decision_record": record_number(heard.plain)}
    else:
        return {}
    return {key: value for key, value in said.items() if value}


def strangers(heard: Heard) -> Iterator[str]:
    """The words by which somebody may be called, as they were typed: those of which nothing is known, and those within
    a sentence that begin with a capital and name no channel. Of time, neither speaks."""
    begins = True
    for chunk, places in zip(heard.parts.words, _places(heard.parts.words), strict=True):
        word = chunk.strip(_AROUND)
        is_name = word[:1].isupper() and len(word) > 1 and not begins and not places & heard.mentions.covered
        if (is_name or not heard.unheard.isdisjoint(words_of(word))) and not speaks_of_time(fold(word)):
            yield word
        begins = chunk.endswith((".", "!", "?", ":"))


def _name_of_new(heard: Heard, lexicon: Lexicon) -> str:
    """Whose channel it is and on which service, as it was typed: what stands before a service, as far as it names a
    channel; empty where nothing does."""
    words = [word.strip(_AROUND) for word in heard.parts.words]
    places = list(_places(words))
    sought = set(words_of(heard.mentions.query.sought))
    for index, word in enumerate(words):
        if not any(meaning.kind is Kind.PLATFORM for one in words_of(word) for meaning in lexicon.find(one)):
            continue
        first = index
        while first and (places[first - 1] & heard.mentions.covered or sought & set(words_of(words[first - 1]))):
            if any(meaning.kind is Kind.NOUN for one in words_of(words[first - 1]) for meaning in lexicon.find(one)):
                break
            first -= 1
        if first < index:
            return " ".join(words[first : index + 1])
    return ""


def _places(words: list[str]) -> Iterator[set[int]]:
    """Of each of ``words``, the places that it has among all words of the text."""
    place = 0
    for word in words:
        count = len(words_of(word))
        yield set(range(place, place + count))
        place += count
