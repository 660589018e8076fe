"""Finnish personal identity codes, in the spellings that people give them: https://dvv.fi/en/personal-identity-code.

Day, month, year, the mark of the century (those after the plus, minus and A are in use since 2023), an individual
number and the check character. People put spaces, dots and line breaks between them, write the year in full, leave the
mark out and hang an ending on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_CHECK: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_END: Final = r"(?:(?-i:(?<=[A-Y\d])[a-zåäö]{1,6}))?(?:(?<=\d)(?![^\W_])|(?<=\D)(?![^\W\d_]))"
"""Right after the check character, or after an ending in small letters: ``123Mn``, ``123Mlle``."""
_USUAL: Final = re.compile(
    rf"(?<!\d)(?P<d>\d ?\d) ?(?P<m>\d ?\d) ?(?P<y>\d ?\d) ?[-–+A-FU-Y] ?(?P<n>\d ?\d ?\d) ?(?P<c>[A-Y]|\d){_END}",
    re.IGNORECASE,
)
_MARKED: Final = re.compile(
    r"(?<!\d)(?<!\d\.)(?P<d>\d ?\d|\d(?=\.)) ?\.? ?(?P<m>\d ?\d|\d(?=\.)) ?\.? ?(?P<y>(?:(?:1[89]|20) ?)?\d ?\d)"
    rf"\s{{0,3}}[-–+_A-FU-Y]\s{{0,3}}(?P<n>\d ?\d ?\d)\s{{0,2}}(?P<c>[A-Y]|\d){_END}",
    re.IGNORECASE,
)
_UNMARKED: Final = re.compile(
    r"(?<![\d+])(?!0[1-5]0[1-9]\d\d\s{0,3}\d{4})"  # numbers of phones are not taken for codes
    rf"(?P<d>\d\d)(?P<m>\d\d)(?P<y>\d\d)\s{{0,3}}(?P<n>\d\d\d)(?P<c>[A-Y]|\d){_END}",
    re.IGNORECASE,
)
# After a day of any kind and a space, a number with a unit may stand: "1.2.2026 120k" is none.
_AFTER_DAY: Final = re.compile(
    rf"(?<!\d)(?<!\d\.)(?P<d>\d?\d)\.(?P<m>\d?\d)\.(?P<y>(?:1[89]|20)?\d\d)\s{{1,3}}(?P<n>\d\d\d)(?P<c>[A-Y]){_END}"
    rf"|(?<!\d)(?P<d2>\d\d)(?P<m2>\d\d)(?P<y2>(?:1[89]|20)\d\d)\s{{0,3}}(?P<n2>\d\d\d)(?P<c2>[A-Y]){_END}"
)
_PATTERNS: Final = (_USUAL, _MARKED, _UNMARKED, _AFTER_DAY)
_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class IdentityCode:
    """Where a code is in a text. One that is not ``valid`` has the usual shape and a wrong check character: it may be a
    slip of the finger."""

    start: int
    end: int
    valid: bool


def identity_codes(text: str) -> Iterator[IdentityCode]:
    """The codes in ``text``, and near misses; those of one kind of spelling after the other."""
    for pattern in _PATTERNS if _DIGIT.search(text) else ():
        for found in pattern.finditer(text):
            valid = _is_valid(found)
            if valid or (pattern is _USUAL and _is_day(*_digits(found)[:2])):
                yield IdentityCode(found.start(), found.end(), valid)


def _digits(found: re.Match[str]) -> tuple[str, str, str, str, str]:
    """Day, month, the year's last two digits, the individual number and the check character."""
    groups = found.groupdict()
    day, month, year, number, check = (groups[name] or groups[f"{name}2"] for name in "dmync")
    plain = [part.replace(" ", "") for part in (day, month, year, number)]
    return plain[0].zfill(2), plain[1].zfill(2), plain[2][-2:], plain[3], check.upper()


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def _is_valid(found: re.Match[str]) -> bool:
    day, month, year, number, check = _digits(found)
    return _is_day(day, month) and _CHECK[int(day + month + year + number) % len(_CHECK)] == check
