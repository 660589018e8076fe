"""How often something is to be done, where it is said: "once a month", "var tredje vecka", "kahden viikon välein"."""

import re
from typing import Final

from bot.language.analysis import fold
from bot.language.days.durations import NUMBERS, place

_UNITS: Final = {
    1: r"paiva\w*|pv|dag\w*|dygn\w*|days?|daily",
    7: r"viiko\w*|viikko\w*|vk|veck\w*|weeks?|weekly",
    14: r"fortnights?",
    30: r"kuukau\w*|kuussa|kuu|kk|manad\w*|months?|monthly",
    90: r"kvartal\w*|neljannesvuo\w*|quarters?|quarterly",
    365: r"vuod\w*|vuosi\w*|ar(?:et)?|years?|yearly",
}
_UNIT: Final = rf"(?P<unit>{'|'.join(_UNITS.values())})\b"
_NTH: Final = (
    "", r"toinen|toisen|toista|other|second|2nd|2\.", r"kolmas|kolmannen|kolmatta|tredje|third|3rd|3\.",
    r"neljas|neljannen|fjarde|fourth|4th|4\.", r"viides|viidennen|femte|fifth|5th|5\.",
    r"kuudes|kuudennen|sjatte|sixth|6th|6\.",
)  # fmt: skip
_NTHS: Final = "|".join(filter(None, _NTH))
_NUMBER: Final = rf"\d{{1,3}}|{'|'.join(NUMBERS)}"
_WITHIN: Final = ("", "kahdessa", "kolmessa", "neljassa", "viidessa", "kuudessa")
"""Numbers of what something is done within, once."""
_TIMES: Final = (
    r"(?:kerran|kerta|yhden kerran|en gang|1 gang|once|one time|1 kerta|1 kerran)",
    r"(?:kahdesti|kaksi kertaa|2 kertaa|tva ganger|2 ganger|twice|two times|2 times|pari kertaa|ett par ganger)",
    r"(?:kolmesti|kolme kertaa|3 kertaa|tre ganger|3 ganger|three times|3 times)",
)
_IN: Final = (
    rf"(?:(?:i|om|pa|per|in|every|each|varje|joka) )?(?:the )?(?:(?P<number>{_NUMBER}|{'|'.join(_WITHIN[1:])}) )?"
)
_OFTEN: Final = re.compile(rf"\b(?P<times>{'|'.join(_TIMES)}) {_IN}{_UNIT}")
_EVERY_NTH: Final = re.compile(rf"\b(?:(?:joka|var|vart|every) (?P<nth>{_NTHS})|(?P<other>varannan|vartannat)) {_UNIT}")
_EVERY: Final = re.compile(
    rf"\b(?:joka|var|vart|varje|every|each|per) (?:(?P<number>{_NUMBER})(?::[den]+|th|\.)? )?{_UNIT}"
)
_APART: Final = re.compile(
    rf"\b(?:(?P<number>{_NUMBER}) )?{_UNIT} (?:valein|valin|vali|mellanrum|intervall\w*|interval\w*|apart)"
)
_ADVERB: Final = re.compile(
    r"\b(?:(?P<d1>paivittain|dagligen)|(?P<d7>viikoittain|veckovis|weekly)|(?P<d14>fortnightly|biweekly)"
    r"|(?P<d30>kuukausittain|manatligen|manadsvis|monthly)|(?P<d90>neljannesvuosittain|kvartalsvis|quarterly)"
    r"|(?P<d365>vuosittain|arligen|yearly|annually))\b"
)


def interval_said(text: str) -> int | None:
    """After how many days it is to be done again; None where that is not said."""
    text = fold(text).replace("-", " ")
    if found := _OFTEN.search(text):
        return max(1, round(_days(found) * _number(found["number"]) / place(found["times"], _TIMES)))
    if found := _APART.search(text) or _EVERY.search(text):
        return _days(found) * _number(found["number"])
    if found := _EVERY_NTH.search(text):
        return _days(found) * (place(found["nth"], _NTH) if found["nth"] else 2)
    if found := _ADVERB.search(text):
        return next(int(name[1:]) for name, value in found.groupdict().items() if value)
    return None


def _days(found: re.Match[str]) -> int:
    return next(days for days, unit in _UNITS.items() if re.fullmatch(unit, found["unit"]))


def _number(said: str | None) -> int:
    if not said:
        return 1
    if said in _WITHIN:
        return _WITHIN.index(said) + 1
    return int(said) if said.isdecimal() else place(said, NUMBERS)
