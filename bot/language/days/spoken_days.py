"""Days as they are spoken, in figures: "den tolfte november", "kahdeskymmenes joulukuuta", "the fifth of May".

The text is in small letters without accents. An ordinal is a day only where a month stands by it, or where it stands
alone: "den femte bilden" is none.
"""

import re
from itertools import chain
from typing import Final

_FI_ONES = [
    ("ensimmainen", "ensimmaisena", "yhdes", "yhdentena"), ("toinen", "toisena", "kahdes", "kahdentena", "kahes"),
    ("kolmas", "kolmantena"), ("neljas", "neljantena"), ("viides", "viidentena"), ("kuudes", "kuudentena"),
    ("seitsemas", "seitsemantena", "seittemas"), ("kahdeksas", "kahdeksantena", "kaheksas"),
    ("yhdeksas", "yhdeksantena", "yheksas"),
]  # fmt: skip
_SV = """
    forsta andra tredje fjarde femte sjatte sjunde attonde nionde tionde elfte tolfte trettonde fjortonde femtonde
    sextonde sjuttonde artonde nittonde tjugonde tjugoforsta tjugoandra tjugotredje tjugofjarde tjugofemte tjugosjatte
    tjugosjunde tjugoattonde tjugonionde trettionde trettioforsta
"""
_EN = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth
    twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
"""


def _finnish() -> dict[str, int]:
    """The ordinals up to 31, as what is and as when it is."""
    days = {form: day for day, forms in enumerate(_FI_ONES, 1) for form in forms}
    teens = {f"{form}toista": day + 10 for form, day in days.items() if not form.startswith(("ens", "toi"))}
    tens = {"kymmenes": 10, "kymmenentena": 10}
    tens |= dict.fromkeys(("kahdeskymmenes", "kahdentenakymmenentena", "kaheskymmenes"), 20)
    tens |= dict.fromkeys(("kolmaskymmenes", "kolmantenakymmenentena"), 30)
    more = {f"{ten}{form}": value + day for ten, value in tens.items() if value > 10 for form, day in days.items()}
    return {**days, **teens, **tens, **more}


_DAYS: Final = {word: day for words in (_SV, _EN) for day, word in enumerate(words.split(), 1)} | _finnish()
_ANY = "|".join(sorted((word.replace("-", "[ -]?") for word in _DAYS), key=len, reverse=True))
_MONTH = (
    r"(?:tammi|helmi|maalis|huhti|touko|kesa|heina|elo|syys|loka|marras|joulu)kuu\w*|januar[iy]|februar[iy]|mars|march"
    r"|april|maj|may|jun[ie]|jul[iy]|augusti?|september|o[ck]tober|november|december"
)
_ALONE = r"(?= *(?:$|[,.;!)]| (?:pa|till?|och|men|on|and|but|to|as|fran|from)\b))"
_SPOKEN = re.compile(
    rf"\b(?P<of>{_ANY})(?= (?:day )?(?:of )?(?:{_MONTH})\b| paiva(?:na|n)?\b)"
    rf"|\b(?P<after>(?:{_MONTH}) (?:the )?)(?P<last>{_ANY})\b"
    rf"|\b(?P<article>den |on the )(?P<alone>{_ANY}){_ALONE}"
)
_WEEKDAYS = re.compile(r"\b(man|tis|ons|tors|fre|lor|son)dan\b")
_EVENING = re.compile(r"\b(ma|ti|ke|to|pe|la|su)(?= (?:aamu|ilta|yo)(?:na|lla|paivalla)?\b| (?:aamulla|illalla))")
_IN_FULL: Final = dict(zip(
    ("ma", "ti", "ke", "to", "pe", "la", "su"),
    ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"), strict=True,
))  # fmt: skip
_HINTS: Final = (*{word[:4] for word in chain(_SV.split(), _EN.split(), _finnish())}, "dan", " il", " aam")
"""How what is spoken here begins, or what is in it: most texts have none of these."""


def in_figures(text: str) -> str:
    """``text`` with the days that are spoken in it in figures, and weekdays as they are written."""
    if not any(hint in text for hint in _HINTS):
        return text
    text = _WEEKDAYS.sub(r"\1dagen", text)
    text = _EVENING.sub(lambda match: _IN_FULL[match[1]] + "na", text)
    return _SPOKEN.sub(_figure, text)


def _figure(match: re.Match[str]) -> str:
    if match["of"]:
        return f"{_day(match['of'])}."
    if match["after"]:
        return f"{match['after']}{_day(match['last'])}"
    return f"the {_day(match['alone'])}th"


def _day(word: str) -> int:
    return next(day for spoken, day in _DAYS.items() if spoken.replace("-", "") == re.sub("[ -]", "", word))
