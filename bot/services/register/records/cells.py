"""Values as people write them in a cell of a list or a field of a form, and how they are written for people.

Whatever ``as_text`` writes in a language, the functions here read back as the same, and they read what people write in
any of the languages. They pass on what they do not know, for the record to refuse.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from urllib.parse import quote, unquote

from pydantic_core import PydanticCustomError

from bot.domain.calendar.days import parse_day
from bot.domain.channels import Right, Scope, Status
from bot.domain.evidence import EvidenceKind
from bot.domain.language import Language

NOTHING = frozenset({"", "-", "–", "—"})
"""What people put where there is nothing to say."""

WORDS: Mapping[str, Mapping[Language, str]] = {
    value: dict(zip((Language.FI, Language.SV, Language.EN), words, strict=True))
    for value, words in {
        Status.PROPOSED.value: ("ehdotettu", "föreslagen", "proposed"),
        Status.AUTHORISED.value: ("valtuutettu", "med fullmakt", "authorised"),
        Status.DECIDED.value: ("päätetty", "beslutad", "decided"),
        Status.IN_USE.value: ("käytössä", "i bruk", "in use"),
        Status.PAUSED.value: ("tauolla", "pausad", "paused"),
        Status.RETIRED.value: ("poistettu", "avvecklad", "retired"),
        Scope.MUNICIPALITY.value: ("kunta", "kommun", "municipality"),
        Scope.UNIT.value: ("yksikkö", "enhet", "unit"),
        Right.UPDATE.value: ("päivitys", "uppdatering", "update"),
        Right.ADMIN.value: ("pääkäyttäjä", "administratör", "admin"),
        EvidenceKind.SEEN.value: ("nähty", "sedd", "seen"),
        EvidenceKind.TOLD.value: ("kerrottu", "meddelad", "told"),
        EvidenceKind.CHECKED.value: ("tarkistettu", "kontrollerad", "checked"),
        EvidenceKind.REGISTERED.value: ("kirjattu", "registrerad", "registered"),
    }.items()
}
_TICK = {
    True: {Language.FI: "kyllä", Language.SV: "ja", Language.EN: "yes"},
    False: {Language.FI: "ei", Language.SV: "nej", Language.EN: "no"},
}
_READ_WORDS = {word: value for value, words in WORDS.items() for word in (value, *words.values())}
_READ_TICKS = {word: tick for tick, words in _TICK.items() for word in words.values()} | {"x": True}

_DATE = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
_REFERENCE = r"[^\s,;()]+"
_MAINTAINER = re.compile(rf"(?P<person>{_REFERENCE})[^\S\n]*(?:\((?P<more>[^()]*)\))?")
_COVER = re.compile(
    rf"(?P<start>{_DATE})\s*[-–—]\s*(?P<end>{_DATE})\s+(?P<person>{_REFERENCE})(?:\s*\((?P<absent>{_REFERENCE})\))?"
)
_EVIDENCE = re.compile(rf"(?P<kind>[^\W\d]+)\s+(?P<on>{_DATE})(?:\s*\((?P<by>{_REFERENCE})\))?")
_EXEMPTION = re.compile(
    rf"(?P<on>{_DATE})\s*[-–—]\s*(?P<until>{_DATE})\s+(?P<duty>[a-z_]+)\s*\((?P<by>{_REFERENCE})\):[^\S\n]*(?P<reason>.*)"
)
_CONFIRMED = re.compile(
    rf"(?P<open>!?)(?P<on>{_DATE})\s+(?P<duty>[a-z_]+)\s*\((?P<by>{_REFERENCE})\)"
    rf"(?::(?P<holders>(?:[^\S\n]*,?[^\S\n]*(?!\n){_REFERENCE})+))?"
)
_SOURCE = re.compile(rf"(?P<url>\S+?)(?:\s+\([^()\d]*(?P<failing_since>{_DATE})\))?")
_BETWEEN = re.compile(r"[\s,;]*")


def read_date(value: object) -> object:
    """A day from ``2026-11-03``, ``3.11.2026`` or a moment of a spreadsheet; None from nothing."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    text = value.strip() if isinstance(value, str) else "?"
    if text in NOTHING:
        return None
    if day := parse_day(text):
        return day
    raise PydanticCustomError("date", "is not a date: write 2026-11-03 or 3.11.2026")


def _read(read: Callable[[str], object], value: object, nothing: object = None) -> object:
    """What ``read`` makes of a text, and ``nothing`` of one that says nothing; whatever is no text as it is."""
    if not isinstance(value, str):
        return value
    return nothing if (text := value.strip()) in NOTHING else read(text)


def read_tick(value: object) -> object:
    """Yes or no, in any of the languages; ``x`` is yes."""
    return _read(lambda text: _READ_TICKS.get(text.lower(), text.lower()), value)


def read_word(value: object) -> object:
    """The value that a word stands for, such as ``in_use`` for ``käytössä``."""
    return _READ_WORDS.get(" ".join(value.lower().split()), value) if isinstance(value, str) else value


def read_number(value: object) -> object:
    """A number that may have a decimal comma; None from nothing."""
    return _read(lambda text: text.replace(",", "."), value)


def read_maintainers(value: object) -> object:
    """Maintainers from ``PERSON, PERSON (admin; WHO AUTHORISED)``."""
    if value is None:
        return ()
    if isinstance(value, list):
        return [{"person": item} if isinstance(item, str) else item for item in value]
    return _read_list(_MAINTAINER, _maintainer, "PERSON or PERSON (admin; WHO AUTHORISED)", value)


def read_source(value: object) -> object:
    """A source from ``ADDRESS``, or from ``ADDRESS (fails since 2026-11-20)`` as lists said once; None from nothing."""
    return _read(lambda text: _found(match) if (match := _SOURCE.fullmatch(text)) else {"url": text}, value)


def read_identities(value: object) -> object:
    """Identities from ``slack:U0123ABCD, teams:…``."""
    return [unquote(item) for item in re.split(r"[\s,;]+", value) if item] if isinstance(value, str) else value


def _read_list(item: re.Pattern[str], read: Callable[[re.Match[str]], object], form: str, value: object) -> object:
    """The items of a list, each written as ``form``."""

    def items(text: str) -> list[object]:
        place, found = 0, []
        while place < len(text):
            match = item.match(text, place)
            if match is None:
                raise PydanticCustomError("form", "write each as {form}", {"form": form})
            found.append(read(match))
            between = _BETWEEN.match(text, match.end())
            place = between.end() if between else match.end()
        return found

    return _read(items, value, nothing=())


def _found(match: re.Match[str]) -> dict[str, object]:
    people = {key: unquote(match[key]) for key in ("person", "absent", "by") if match.groupdict().get(key)}
    return {**{key: value for key, value in match.groupdict().items() if value}, **people}


def _said(match: re.Match[str]) -> dict[str, object]:
    holders = [{"person": unquote(one)} for one in re.findall(_REFERENCE, match["holders"] or "")]
    found = {key: match[key] for key in ("on", "duty")}
    return {**found, "by": unquote(match["by"]), "kept": not match["open"], "holders": holders}


def _maintainer(match: re.Match[str]) -> dict[str, object]:
    written: dict[str, object] = {"person": unquote(match["person"])}
    for part in re.split(r"[;,]", match["more"] or ""):
        word = read_word(part.strip())
        if word in [*Right]:
            written["right"] = word
        elif part.strip():
            written["authorised_by"] = unquote(part.strip())
    return written


read_covers = partial(_read_list, _COVER, _found, "2026-07-01–2026-07-31 COVER (ABSENT)")
read_evidence = partial(_read_list, _EVIDENCE, _found, "told 2026-11-20 (PERSON)")
read_exemptions = partial(_read_list, _EXEMPTION, _found, "2026-11-23–2026-12-31 website_link (WHO GRANTED): REASON")
read_confirmed = partial(_read_list, _CONFIRMED, _said, "2026-11-23 access_checked (WHO): WHO HAS ACCESS, …")
"""What is not kept has ``!`` before its day."""


def as_text(value: object, language: Language) -> str:
    """A value of a record, as JSON has it, written in ``language`` for people to read and change."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _TICK[value][language]
    if isinstance(value, float):
        return repr(value).removesuffix(".0").replace(".", "." if language is Language.EN else ",")
    if isinstance(value, list | tuple):
        return "\n".join(_item(item, language) for item in value)
    return _item(value, language) if isinstance(value, Mapping) else str(value)


def as_word(value: str, language: Language) -> str:
    """The word for a value such as ``in_use``."""
    return WORDS[value][language]


def _item(item: object, language: Language) -> str:
    match item:
        case {"person": person, "start": start, "end": end, "absent": absent}:
            return f"{start}–{end} {_safe(person)}{_in_brackets(_safe(absent))}"
        case {"person": person, "right": right, "authorised_by": authorised_by}:
            word = as_word(right, language) if right != Right.UPDATE else ""
            return f"{_safe(person)}{_in_brackets(word, _safe(authorised_by))}"
        case {"duty": duty, "reason": reason, "by": by, "on": on, "until": until}:
            return f"{on}–{until} {duty} ({_safe(by)}): {reason}".rstrip()
        case {"duty": duty, "on": on, "by": by, "kept": kept, "holders": holders}:
            named = ", ".join(_safe(one["person"]) for one in holders)
            return f"{'' if kept else '!'}{on} {duty} ({_safe(by)}){f': {named}' if named else ''}"
        case {"kind": kind, "on": on, "by": by}:
            return f"{as_word(kind, language)} {on}{_in_brackets(_safe(by))}"
        case {"url": url}:
            return str(url)
        case _:
            return _safe(item)


def _in_brackets(*parts: str) -> str:
    said = "; ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def _safe(reference: object) -> str:
    """A reference in which what separates references is written in hexadecimal, as in a web address."""
    return re.sub(r"[%,;()]", lambda found: quote(found[0], safe=""), str(reference)) if reference else ""


def plain_lines(value: str) -> str:
    """``value`` with its lines, without control, bidirectional and zero-width characters, which could deceive."""
    return "\n".join(_visible(line) for line in re.split(r"\r\n?|\n", value))


def plain_line(value: str) -> str:
    """``value`` in one line, without characters that could make a name look like another."""
    return " ".join(_visible(value).split())


def _visible(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Cs") or c in "\t\n ")
