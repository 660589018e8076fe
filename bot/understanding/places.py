"""Which part of the guideline a text names by its number: "kohta 4.8", "kapitel fyra", "the third chapter"."""

import re
from dataclasses import dataclass
from typing import Final

from bot.language.analysis import fold
from bot.language.days.durations import NUMBERS, place

_ORDINALS: Final = (
    "ensimmai\\w+|forsta|first", "toinen|toise\\w+|andra|second", "kolmas|kolmann\\w+|kolmatt\\w+|tredje|third",
    "neljas|neljann\\w+|neljatt\\w+|fjarde|fourth", "viides|viidenn\\w+|viidett\\w+|femte|fifth",
    "kuudes|kuudenn\\w+|kuudett\\w+|sjatte|sixth", "seitsemas|seitsemann\\w+|seitsematt\\w+|sjunde|seventh",
    "kahdeksas|kahdeksann\\w+|kahdeksatt\\w+|attonde|eighth", "yhdeksas|yhdeksann\\w+|yhdeksatt\\w+|nionde|ninth",
    "kymmenes|kymmenenn\\w+|kymmenett\\w+|tionde|tenth",
)  # fmt: skip
_WORD_NUMBERS: Final = tuple(
    f"{one}|{other}".replace("|an?", "") for one, other in zip(NUMBERS, _ORDINALS, strict=True)
)
_PARTS: Final = (
    r"(?:ala)?luk(?:u|ua|uun|uja)|(?:ala)?luvu\w*|(?:ala)?koh(?:ta|taa|taan|da\w*)|pykal\w+|osio\w*|kappale(?:en|essa|esta|eseen)?"
    r"|kapit(?:el|let)|(?:under)?avsnitt(?:et)?|punkt(?:en)?|paragraf(?:en)?|moment"
    r"|chapters?|(?:sub)?sections?|paragraphs?|clause|point|§"
)
_DIGITS: Final = r"\d{1,2}(?:\.\d{1,3}){0,4}"
# What goes on as a date, a time, an amount or a law is no place: "4.8.2026", "1-31", "12:30", "306/2019", "5 %".
_ENDS: Final = r"(?![\w]|[.,:/–-]\d|\s?[%€])"
_STARTS: Final = r"(?<![\w–-])(?<!\d[.,:/])"
_WORDED: Final = "|".join(_WORD_NUMBERS)
_AFTER: Final = re.compile(
    rf"(?<!\w)(?:{_PARTS})(?!\w)\s{{0,2}}(?:n:?o|nro|nr|numero|nummer|number)?\.?\s{{0,2}}"
    rf"(?:(?P<digits>{_DIGITS}){_ENDS}|(?P<word>{_WORDED})(?!\w))"
)
_BEFORE: Final = re.compile(
    rf"{_STARTS}(?:(?P<digits>{_DIGITS})(?:\.|:[ea]|st|nd|rd|th)?|(?P<word>{'|'.join(_ORDINALS)}))\s?(?:{_PARTS})(?!\w)"
)
_DECIMAL: Final = re.compile(rf"{_STARTS}(?P<digits>\d{{1,2}}(?:\.\d{{1,3}}){{1,4}}){_ENDS}")
_ALONE: Final = re.compile(rf"\W*(?:(?P<digits>{_DIGITS})|(?P<word>{_WORDED}))[\s.?!]*")


@dataclass(frozen=True, slots=True)
class PartNumber:
    """The number of a part, such as ``4.8``, and the facts that rules go by: that the text calls it a part, that it has
    several places, that there is nothing else in the text."""

    number: str
    facts: frozenset[str]


def find_part(text: str) -> PartNumber | None:
    """The part that ``text`` names; None where it names none."""
    plain = fold(text)
    for fact, found in (
        ("numbered_part", _AFTER.search(plain) or _BEFORE.search(plain)),
        ("only_number", _ALONE.fullmatch(plain)),
        ("", _DECIMAL.search(plain)),
    ):
        if found is not None:
            number = _number(found)
            return PartNumber(number, frozenset({fact, "decimal" if "." in number else ""} - {""}))
    return None


def _number(found: re.Match[str]) -> str:
    if digits := found["digits"]:
        return ".".join(str(int(one)) for one in digits.split("."))
    return str(place(found["word"], _WORD_NUMBERS))
