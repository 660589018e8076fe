"""What speaks of a day and is none that can be read: a month or a season, a feast that is not known, a weekday that is
mistyped, "the week after". Beside a day it is the other half of a time, which must not be dropped."""

import re
from difflib import get_close_matches
from typing import Final

_MONTHS = (
    r"(?:tammi|helmi|maalis|huhti|touko|kesa|heina|elo|syys|loka|marras|joulu)kuu\w*"
    r"|(?:jan|febr)uar[iy]|march|mars|april|maj|ju[nl](?:[ey]|i)|august[i]?|(?:septem|o[ck]to|novem|de[cs]em)ber"
)
_SEASONS = (
    r"kevat\w*|kevaa\w+|kesa|kesa(?:an|sta|lle|lta|ksi)|syks\w+|talv[ei]\w*|varen|hosten|vintern?|sommaren"
    r"|spring|summer|autumn|winter"
)
_FEASTS = (
    r"uudenvuo\w*|newyear\w*|xmas|tretton\w*|tapaninpaiv\w*|annandag\w*|boxing day|hellunta\w*|pingst\w*|pentecost"
    r"|whitsun\w*|whit (?:sunday|monday)"
    r"|pyhainpaiv\w*|allhelgona\w*|all saints\w*"
    r"|(?:syys|hiihto|talvi|joulu|kesa)lom(?:a|an|alle|alla|aan|asta|ien|ille|illa|iin)"
    r"|(?:host|sport|vinter|jul|sommar)lov\w*|(?:autumn|half term|spring|winter|summer|christmas) (?:break|holidays?)"
)
_FOLLOWING = (
    r"(?:sita )?seuraav\w+|(?:vecka|dag)e?n (?:efter|darpa)|(?:the )?(?:week|day|one|month) after(?: (?:that|next))?"
)
_PART = (
    rf"(?:{_MONTHS}) (?:viimei|ensimmai|toi|kolma)\w+ viik\w+|(?:last|first|second|third) week (?:of|in) (?:{_MONTHS})"
    rf"|(?:sista|forsta|andra|tredje) veckan (?:i|av) (?:{_MONTHS})|"
    rf"(?:{_MONTHS}) ?(?:puoliva\w+|loppupuol\w+|alkupuol\w+|lopulla|lopusta)"
    rf"|(?:mid|middle of|mitten av|borjan av|beginning of|early|late)[ -](?:{_MONTHS})"
)
_PAST_SEASONS = (
    r"(?:keva\w+|kesa\w*|syks\w+|talv\w+|vuo\w+|spring|summer|autumn|fall|winter|year"
    r"|varen|sommaren|hosten|vintern|aret)"
)
PAST_VAGUE: Final = re.compile(
    rf"\b(?:(?:viime|last|forra) {_PAST_SEASONS}|(?:in|vuonna|ar) (?:19|20)\d\d|i (?:fjol|varas|somras|hostas|vintras)"
    r"|harom(?:dagen|dan|sistens)|nyligen|(?:for )?(?:ett tag|lange) (?:sedan|sen)"
    r"|the other day|recently|lately|(?:a while|some time|ages) (?:ago|back)"
    rf"|(?:in|during|over|pa|under) (?:the )?{_PAST_SEASONS}|(?:kesa|kevaa|syksy|talve)lla"
    r"|hiljattain|askettain|taannoin|(?:(?:jo\w*n? )?aikaa?|kauan) sitten)\b"
)
"""What tells that something has passed, and not when."""
VAGUE: Final = re.compile(rf"\b(?:{_MONTHS}|{_FEASTS}|{_SEASONS}|{_FOLLOWING})\b")
WORD: Final = re.compile(r"[a-z]{5,}")
"""What may be a weekday with a slip in it."""
PART_OF_MONTH: Final = rf"\b(?:{_PART})\b"
"""A part of a month: to be sought before the month is."""
OPEN: Final = r"toistaiseksi|tills vidare|(?:un)?till? further notice"
"""How it is said that an end is not known yet."""

_WEEKDAYS = [
    *(f"{day}{ending}" for day in ("maanantai", "tiistai", "torstai", "perjantai", "lauantai", "sunnuntai")
      for ending in ("", "na", "sta", "hin", "n")),
    *("keskiviikko", "keskiviikkona", "keskiviikosta", "keskiviikkoon", "keskiviikon"),
    *("mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
]  # fmt: skip
_ALIKE = 0.83
"""One letter of six that is wrong or missing."""


def is_like_a_weekday(word: str) -> bool:
    """Whether ``word``, in small letters without accents, is a weekday with a slip in it."""
    return bool(get_close_matches(word, _WEEKDAYS, 1, _ALIKE))
