"""Durations as people type them: "for two weeks", "viikon päästä", "för tre dagar sedan".

The text is compared in small letters without accents, and the patterns are written so.
"""

import re
from collections.abc import Iterable

NUMBERS = (
    "yksi|yhden|yhen|yhdeksi|yhdella|en|ett|an?|one",
    "kaksi|kaks|kahden|kahen|kahdeksi|kahdella|parin?|pariksi|parilla|tva|ett par|two|(?:a )?couple(?: of)?",
    "kolmen?|kolmeksi|kolmella|muutaman?|muutamaksi|muutamalla|tre|nagra|three|(?:a )?few",
    "neljan?|neljaksi|neljalla|fyra|four",
    "viisi|viiden|viideksi|fem|five", "kuusi|kuuden|kuudeksi|sex|six", "seitseman|seitsemaksi|sju|seven",
    "kahdeksan|kahdeksaksi|atta|eight", "yhdeksan|yhdeksaksi|nio|nine", "kymmenen|kymmeneksi|tio|ten",

)  # fmt: skip
_UNIT_DAYS = {182: "puol|half|ett halv", 7: "vii|vk|vec|wee", 14: "for", 30: "kuu|kk|man|mon", 365: "vuod|vuot|yea|ar$"}
_UNIT = (
    r"(?P<unit>paiva[na]?|pva?a?|paivaksi|vuorokautta|vrk|(?:arki|tyo)paiva[na]?|viikko[a]?|viikon|viikoksi|vk|kuukau\w+|kk"
    r"|vuotta|vuoden|vuodeksi|ar|da(?:ga)?r|dag|dygn|arbetsdag(?:ar)?|veck(?:a|or)|manad(?:er)?"
    r"|(?:working |work)?days?|weeks?|fortnights?|months?|years?)"
)
_TEENS = (
    "yksitoista|elva|eleven",
    "kaksitoista|tolv|twelve",
    "kolmetoista|tretton|thirteen",
    "neljatoista|fjorton|fourteen",
)
_NUMBERS = (*NUMBERS, *_TEENS)
_NUMBER = rf"\d{{1,3}}|{'|'.join(_NUMBERS)}"
_MANY = rf"(?!(?:[12]\d|3[01]) paiva\b)(?P<number>{_NUMBER}) {_UNIT}"
_MANY2 = _MANY.replace("<number", "<number2").replace("<unit", "<unit2222")
_BY = "paivalla|viikolla|kuukaudella"
"""By how much something moves: "siirtyi viikolla"; elsewhere, "viikolla" is when something is."""
# "viikon päästä", "viikoksi": the form of the word tells that it is one.
_AGO = re.compile(rf"\b(?:{_MANY}|(?P<unit2>viikko|kuukausi)) (?:sitt?e?n?|ago|back|sedan|sen)\b")
_AHEAD = re.compile(
    rf"\b(?:(?:{_MANY}|(?<!toista )(?P<unit2>paivan|viikon|kuukauden|puolen vuoden|vuoden))"
    r" (?:paasta|kuluttua|from now)"
    rf"|(?:in|om|after|efter) (?:(?P<unit222>half a year|ett halvar)|{_MANY2}))\b"
)
_LASTING = re.compile(
    rf"\b(?:(?P<unit22>puoli vuotta|puoleksi vuodeksi|half a year|ett halvar)|{_MANY}"
    r"|(?:siir[tr]\w+|lykka\w+|myohast\w+|aikaist\w+|pident\w+|piten\w+|jatk\w+|veny\w+) (?:tau[ko]\w+ )?"
    rf"(?:(?P<number2>{_NUMBER}) )?(?P<unit22222>{_BY})(?! \d)"
    r"|(?:\w*(?:vapaalla|lomalla)|poissa|pois|saikulla) "
    r"(?P<unit222222>paivan|viikon|kuukauden|vuoden)(?! (?:\d|loppu|alku|alus|paa|kulu))"
    r"|(?P<unit2>(?:paiva|viiko|kuukaude|vuode)ksi|(?:viikon|kuukauden)(?= (?:ajan|loma|poissa|vapaa))))\b"
)
_EARLIER = "earlier|before(?! yesterday)|prior|tidigare|innan|fore|forut|aiemmin|aikaisemmin|ennen"
_LATER = "later|after|senare|myohemmin"
_STOP = r"(?: (?:than |an )?(?:that|det|sita))?(?= *(?:$|[,.;!)]))"
_SHIFT = re.compile(
    rf"\b(?:{_MANY}|(?P<unit2>paivaa|viikkoa|kuukautta)) (?:(?:{_EARLIER})|(?P<later>{_LATER}))\b"
    r"(?: (?:than |an )?(?:that|det|sita)\b)?"
    r"|\b(?:the (?:(?P<unit22>day|week) (?:before|prior)|(?:previous|preceding) (?P<unit222>day|week))"
    r"|(?P<unit2222>dag|veck)[ea]n (?:innan|fore|forut|tidigare)|foregaende (?P<unit22222>dag|vecka)"
    rf"|(?:edellis|edeltava)\w* (?P<unit222222>paiva\w*|viiko\w*)){_STOP}"
    r"|\b(?P<later2>the (?:day after|(?:next|following) day)|dagen (?:efter|darpa)|(?:nasta|foljande) dag"
    rf"|seuraavana paivana){_STOP}"
)
"""From a day that was spoken of to an earlier one, or a later one: "two days earlier", "the day before"."""


def read_shift(text: str) -> tuple[int, str] | None:
    """By how many days another day is meant than the one that was spoken of (earlier: negative), and the text without
    what says so; None where nothing does."""
    match = _SHIFT.search(text)
    if match is None:
        return None
    days = 1 if match["later2"] else _count(match)
    is_later = match["later"] or match["later2"]
    return (days if is_later else -days), f"{text[: match.start()]} {text[match.end() :]}"


def read_duration(text: str) -> tuple[int | None, int | None]:
    """An offset from today (negative in the past) and a duration, in days; None what is not there."""
    if match := _AGO.search(text):
        return -_count(match), None
    if match := _AHEAD.search(text):
        return _count(match), None
    match = _LASTING.search(text)
    return None, _count(match) if match else None


def _count(match: re.Match[str]) -> int:
    """The days in a number and a unit, from whichever of the pattern's alternatives has them."""
    caught = {name.rstrip("2"): value for name, value in match.groupdict().items() if value}
    number = caught.get("number", "1")
    count = int(number) if number.isdecimal() else place(number, _NUMBERS)
    return count * next((days for days, starts in _UNIT_DAYS.items() if re.match(starts, caught["unit"])), 1)


def place(word: str, patterns: Iterable[str]) -> int:
    """Which of ``patterns`` fits the word, counted from 1."""
    return 1 + [re.fullmatch(pattern, word) is not None for pattern in patterns].index(True)
