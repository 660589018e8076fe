"""The numbers that headings begin with, and what only looks like one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

_PLACES = r"[1-9]?\d(?:\.[1-9]?\d){0,3}"
# What follows a number must be a word: so no date (1.7.2026), amount (2 000), phone number or law (306/2019) is one.
_WORD = r"(?=[\"'“”‘’»«(\[]{0,2}[^\W\d_])"
_CHAPTER = r"luku|kapitel|chapter|avsnitt|section"
_FORMS = {
    "chapter": rf"(?:{_CHAPTER})\s+(?P<chapter>{_PLACES})(?!\d)[.:)]?(?:\s+(?:[–—-]\s+)?|$)"
    r"|(?P<luku>[1-9]?\d)\.?\s+luku[.:]?(?:\s+|$)",
    "paragraph": r"§\s*(?P<after>[1-9]?\d)(?!\d)[.:]?(?:\s+|$)|(?P<before>[1-9]?\d)\s*§[.:]?(?:\s+|$)",
    "decimal": rf"(?P<decimal>{_PLACES})(?P<mark>[.)]?)\s+{_WORD}",
    "roman": rf"(?P<roman>[IVX]{{1,6}})(?P<dot>[.)]?)\s+{_WORD}",
}
_AT_START = re.compile("|".join(_FORMS.values()), re.IGNORECASE)
_WITHIN = re.compile(rf"(?<!\S)(?:{_FORMS['decimal']})")
_BARE = re.compile(
    rf"(?:§\s*)?(?:{_PLACES}|[IVX]{{1,6}})[.)]?(?:\s*§)?|(?:{_CHAPTER})\s+{_PLACES}|\d\d?\.?\s+luku", re.IGNORECASE
)
_WORTHS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# "Liite 1 Kh", "kohdassa 3. Palvelujen": the number belongs to the word before it.
_REFERENCE = re.compile(
    r"(?:koh(?:ta|da)|liit|siv|luku|luvu|vaihe|taulukk|kuv|nro|bilag|punkt|sid|kapitel|avsnitt|appendi|page|chapter|"
    r"section|step|table|figur)\w*\.?$|(?:^|\s)(?:s|n|no|nr|puh|noin|§)\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A heading's number: its places (2.1 is (2, 1)), how it is written, and where it stands in the text."""

    places: tuple[int, ...]
    style: str
    start: int
    end: int


def number_at_start(text: str) -> Number | None:
    """The number that ``text`` begins with, as "3", "3.", "3)", "3.1.2", "§ 3", "3 §", "Luku 3" or "III"."""
    found = _AT_START.match(text)
    return _number(found) if found else None


def numbers_within(text: str) -> Iterator[Number]:
    """The numbers in ``text`` that might begin a heading in mid-line: before a capital, and not part of a reference."""
    for found in _WITHIN.finditer(text):
        number = _number(found)
        before = text[max(0, number.start - 40) : number.start].rstrip() if number else ""
        if number and begins_with_capital(text[number.end : number.end + 60]) and not _REFERENCE.search(before):
            yield number


def is_bare_number(text: str) -> bool:
    """Whether ``text`` is a heading's number and nothing else."""
    return _BARE.fullmatch(text) is not None


def begins_with_capital(text: str) -> bool:
    """Whether the first word of ``text`` has a capital (eLomake has one too)."""
    word = text[:60].lstrip("\"'“”‘’»«([").split(maxsplit=1)
    return bool(word) and (word[0][:1].isupper() or (word[0][:1].isalpha() and word[0][1:2].isupper()))


def counted(text: str) -> Number | None:
    """The number that a word processor counted, such as "2.1", "3." or "IV"; at the start of the text it belongs to."""
    found = number_at_start(f"{text} A")
    return Number(found.places, f"counted {found.style}", 0, 0) if found else None


def written(value: int, form: str) -> str:
    """``value`` as a list's number: in letters for the ``form`` "a", in Roman numerals, up to 39, for "I" and "i", else
    in figures."""
    if form == "a":
        return ascii_lowercase[(value - 1) % len(ascii_lowercase)]
    if form not in ("I", "i") or not 0 < value < 40:
        return str(value)
    text = ""
    for worth, sign in _WORTHS:
        text += sign * (value // worth)
        value %= worth
    return text if form == "I" else text.lower()


_ROMAN = {written(value, "I"): value for value in range(1, 40)}


def _number(found: re.Match[str]) -> Number | None:
    groups = found.groupdict()
    if groups.get("roman"):
        value = _ROMAN.get(groups["roman"])
        return Number((value,), f"roman{groups['dot']}", found.start(), found.end()) if value else None
    kinds = {"decimal": "decimal", "chapter": "chapter", "luku": "chapter", "after": "§", "before": "§"}
    name = next(key for key in kinds if groups.get(key))
    places = tuple(map(int, groups[name].split(".")))
    style = f"{kinds[name]}{groups.get('mark') or ''}"
    return Number(places, style, found.start(), found.end())
