"""Personal data in what people type: what must not be kept at all, and what is left out of what is kept."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Final

from bot.domain.people import IDENTITY_IN_TEXT
from bot.language.identity_codes import identity_codes

MARK: Final = "•••"
"""Stands where something was left out, in every language."""


class Secret(StrEnum):
    """What nobody should send to a bot."""

    IDENTITY_CODE = "identity_code"
    PASSWORD = "password"  # noqa: S105 - the name of one


def secrets_in(text: str) -> frozenset[Secret]:
    """The kinds of what ``text`` carries of these: it is then neither stored nor passed on.

    A near miss, a code whose check character is wrong, does not count: whoever asks about case numbers is not warned
    for nothing. ``redacted`` leaves it out all the same, as it may be a slip of the finger.
    """
    shown = _as_seen(text)
    has_code = any(found.valid for found in identity_codes(shown))
    found = ((Secret.IDENTITY_CODE, has_code), (Secret.PASSWORD, bool(_passwords(shown))))
    return frozenset(kind for kind, is_there in found if is_there)


def sensitive(text: str) -> bool:
    """Whether ``text`` carries any of these."""
    return bool(secrets_in(text))


def redacted(text: str) -> str:
    """``text`` without personal identity codes and near misses, passwords, bank account and phone numbers, e-mail and
    street addresses, and people named by an identity, with ``MARK`` in their places. Names stay: no rule of letters
    finds them."""
    text = _as_seen(text)
    text = _without(text, _passwords(text))
    text = _without(text, sorted((found.start, found.end) for found in identity_codes(text)))
    text = _without(text, [found.span() for found in _IBAN.finditer(text) if _is_account(found[0])])
    for pattern in (IDENTITY_IN_TEXT, _EMAIL, _STREET, _PHONE):
        text = pattern.sub(MARK, text)
    return _CALLED_PHONE.sub(rf"\1{MARK}", text)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with ``MARK`` in place of ``spans``, which come by where they begin and may overlap."""
    kept, done = [], 0
    for start, end in spans:
        kept += [text[done:start], MARK] if start >= done else []
        done = max(done, end)
    return "".join([*kept, text[done:]])


def _as_seen(text: str) -> str:
    """``text`` as it looks: wide digits as plain ones, every dash and space alike, nothing that is invisible."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_plain, unicodedata.normalize("NFKC", text)))


@lru_cache(maxsize=1_024)
def _plain(char: str) -> str:
    match unicodedata.category(char):
        case "Cc" | "Cf" | "Cs":
            return char if char.isspace() else ""
        case "Pd":
            return "-" if char in "-‐‑﹣－" else "–"
        case "Nd":
            return str(unicodedata.decimal(char))
        case "Zs":
            return " "
        case _:
            return "-" if char == "−" else char


# Passwords -----------------------------------------------------------------------------------------------------------

_PASSWORD: Final = re.compile(
    r"(?<![^\W_])(?:salasan\w{0,12}|lösenord\w{0,6}|losenord\w{0,6}|passwords?|passwd|pwd|pass ?code)"
    r"(?P<link>\s{0,3}[:=]\s{0,3}|\s{1,3}(?:on|oli|är|var|is|was)\s{1,3}(?:[:=]\s{0,3})?|\s{1,3})"
    r"(?P<quote>[\"'“”‘’»«]?)(?P<secret>[^\s\"“”‘’»«]{3,200})",
    re.IGNORECASE,
)
_PIN: Final = re.compile(
    r"(?<![^\W_])(?:tunnusluku\w{0,6}|pin(?:[- ]?(?:koodi|kod|code)\w{0,8})?)"
    r"(?:(?:\s{0,3}[:=]|\s{1,3}(?:on|är|is)(?=\s))\s{0,3}(?P<secret>\d{4,12})(?!\d)"
    r"|\s{1,3}(?!(?:19|20)\d\d(?!\d))(?P<bare>\d{4,8})(?![\w-]|[.,]\d))",
    re.IGNORECASE,
)
_LOGIN: Final = re.compile(
    r"(?<![^\W_])(?:käyttäjätunnu\w{0,8}|käyttäjänim\w{0,6}|tunnus|tunnukset|användarnamn\w{0,4}|inloggning\w{0,6}"
    r"|user ?names?|login|credentials)\s{0,3}[:=]?\s{0,3}[^\s/]{2,60}\s{0,3}/\s{0,3}"
    r"(?P<secret>[^\s/@#\"“”‘’»«]{3,200})",
    re.IGNORECASE,
)
_PHRASE: Final = re.compile(r"(?:[ -][^\W\d_]{2,30}){1,3}(?=\s{0,9}(?:$|[.,;!)\n]))")
"""The rest of a password of a few plain words, to the end of the sentence."""
_POINTS_ELSEWHERE: Final = re.compile(
    r"ks|katso|kts|kysy|kysyy|lue|pyydä|löytyy|ohje\w*|sama|kuin|ja|tai|ei|ole|se|joka|kun|jos|miten|voi|saa|pitää"
    r"|täytyy|on|tästä|tässä|vain|aina|itse|turva\w*|kassa\w*|salasana\w*"
    r"|se|fråga|läs|finns|samma|som|och|eller|inte|är|den|det|när|hur|ska|måste|får|alltid|lösen\w*|i|på|av|hos|enligt"
    r"|see|ask|read|same|as|and|or|not|is|the|an?|in|on|at|by|if|how|when|must|should|may|can|never|always|to|for|from"
    r"|pass\w*",
    re.IGNORECASE,
)
"""Words of a sentence that tells about passwords, or where they are, where it begins with the word and a colon."""
_ENDS: Final = ".,;:!?)'"
_END_OF_SENTENCE: Final = re.compile(r"\s{0,9}(?:$|[.,;!)\n])")
_SAID_OF_PASSWORDS: Final = re.compile(
    r".{3,}(?:n[uy]t|neet|t[uy]|t[aä]v[aä]|ss[aä]|ll[aä]|st[aä]|kin|aan|ään|t[oö]n|inen)"
    r"|.{3,}(?:at|ad|ats|it|[mt]t|ed|ing|en)"
    r"|väärä|sama|vanha|uusi|hyvä|huono|heikko|vahva|pitkä|lyhyt|helppo|vaikea|poissa|pakko|syytä|parempi|tarpeen"
    r"|meillä|mikä|mitä|kuka|joku|jo|ok|fel|borta|bort|bytt|satt|lagt|gett|känt|svårt|lätt|kort|långt|samma|gammal|ny|nytt|svag|svagt|stark|starkt|hemligt|klart"
    r"|same|old|new|wrong|weak|strong|lost|gone|what|who|secret|safe|required|mandatory|there|here|known|kept|bad"
    r"|policy|rules|managers?|important|long|short|easy|public|private|unsafe|invalid|correct|right",
    re.IGNORECASE,
)
"""What stands after "the password is …" and tells about it rather than gives it away."""


def _passwords(text: str) -> list[tuple[int, int]]:
    """Where the passwords are, first to last."""
    spans = [found.span("bare" if found["bare"] else "secret") for found in _PIN.finditer(text)]
    spans += [found.span("secret") for found in _LOGIN.finditer(text) if _is_mixed(found["secret"].rstrip(_ENDS))]
    for found in _PASSWORD.finditer(text):
        if phrase := _phrase(found, text):
            spans.append(phrase)
            continue
        secret = found["secret"].rstrip(_ENDS)
        if len(secret) >= 3 and secret != MARK and _gives_away(found, secret, text):
            spans.append((found.start("secret"), found.start("secret") + len(secret)))
    return sorted(spans)


def _phrase(found: re.Match[str], text: str) -> tuple[int, int] | None:
    """Where a password of a few plain words is, after a colon; None where the words tell something else."""
    if found["link"].strip() not in (":", "=") or not found["secret"].isalpha():
        return None
    rest = _PHRASE.match(text, found.end("secret"))
    words = [found["secret"], *re.split("[ -]", rest[0].strip(" -"))] if rest else []
    told = any(_SAID_OF_PASSWORDS.fullmatch(word) or _POINTS_ELSEWHERE.fullmatch(word) for word in words)
    return None if told or rest is None else (found.start("secret"), rest.end())


def _gives_away(found: re.Match[str], secret: str, text: str) -> bool:
    """Whether ``secret`` is one: what looks like one right after the word; after "is" or a colon also a plain word that
    ends the sentence."""
    if _is_mixed(secret):
        return "365" not in secret and "://" not in secret  # a name of Microsoft's, and a link
    if not found["link"].strip():
        return False
    if found["quote"] or secret.isdigit():
        return True
    ends = _END_OF_SENTENCE.match(text, found.start("secret") + len(secret))
    is_named = found["link"].strip() in (":", "=")
    if is_named:
        return bool(ends) and not _POINTS_ELSEWHERE.fullmatch(secret)
    return bool(ends) and not _SAID_OF_PASSWORDS.fullmatch(secret)


def _is_mixed(secret: str) -> bool:
    """Whether letters stand with digits or with signs that words do not have."""
    letters = any(char.isalpha() for char in secret)
    return letters and any(char.isdigit() or char in "!#$%&*+=?@^_~€£§" for char in secret)


# Ways to reach somebody ----------------------------------------------------------------------------------------------

_EMAIL: Final = re.compile(
    r"(?<![\w.%+@-])[\w.%+-]+(?:@| ?[(\[] ?(?:at|ät|miukumauku) ?[)\]] ?)[^\W_](?:[\w-]{0,62}\.){1,8}[^\W\d_]{2,24}",
    re.IGNORECASE,
)
_SEPARATOR: Final = r"(?:-|\)[ -]?| ?\(| )?"
_OTHER_NUMBERS: Final = (
    r"(?:\d{1,2}[- ]\d{1,2}[- ](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}"  # days
    r"|(?:[01]\d|2[0-3]) ?[0-5]\d-(?:[01]\d|2[0-4]) ?[0-5]\d"  # hours, from and to
    r"|\d{7}-\d)(?!\d)"  # a business id
)
_PHONE: Final = re.compile(
    rf"(?<![\w/+-])(?<!\d[.,:])(?!{_OTHER_NUMBERS})"
    rf"(?:\+ ?\(?\d(?:{_SEPARATOR}\d){{6,14}}"  # with the country's number
    rf"|358(?:{_SEPARATOR}\d){{8,10}}"
    rf"|\(?0\d(?:{_SEPARATOR}\d){{5,12}}|0\d{{2,3}}(?:\.\d{{2,4}}){{2,3}}"
    r"|0(?:[45]\d{1,2}|\d{1,2})/\d{5,8}|0 [45](?: \d){7,10})"  # with the area's number
    r"(?![\w%]|[/.,:-]\d| ?(?:€|eur\b))"
)
_CALLED_PHONE: Final = re.compile(
    r"(?<![^\W_])((?:puh|puhelin\w{0,10}|tel|tfn|telefon\w{0,8}|phone|gsm|soita|ring|call)\.?:? ?)"
    rf"(?!{_OTHER_NUMBERS})(\d(?:{_SEPARATOR}\d){{4,14}})(?![\w%]|[/.,:-]\d| ?(?:€|eur\b))",
    re.IGNORECASE,
)
_IBAN: Final = re.compile(r"(?<![^\W_])[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![^\W_])", re.IGNORECASE)
_HOMES: Final = (
    r"ranta|rannalla|mäki|mäellä|mäentie|kaarre|kaarteella|niemi|harju|piha|pihalla|portti|silta|laita|notko|laakso"
    r"|penger|törmä|niitty|kallio|kumpu|kulma|taival|rinne|lehto|kierto|syrjä|stranden|strand|backe|berget|kroken"
    r"|ringen|parken|platsen|udden|gården|åsen|tåget"
)
"""What the names of streets end with that other words end with too: they count after a capital letter alone."""
_STREET: Final = re.compile(
    r"(?<![^\W_])(?!(?:valta|kanta|seutu|yhdys|moottori|rauta)tie)"  # these are numbered, and nobody's home
    r"(?:[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})?-?(?:"
    r"(?:ka[td]u|kuja|polk?u|tie|väylä|kaari|raitti|aukio|rinne|bulevardi|esplanadi)"
    r"(?:n|ll[aä]|lt[aä]|lle|ss[aä]|st[aä])?"
    r"|gata|gatan|väg|vägen|gränd|gränden|stig|stigen|torget|allén|esplanaden|svängen|backen|kajen)"
    rf"|(?-i:[A-ZÅÄÖ])[^\W\d_]{{1,30}}(?:{_HOMES})"
    r"|(?-i:[A-ZÅÄÖ])[^\W\d_]{2,30} (?:katu|tie|kuja|gatan|vägen|gränden|stigen)|esplanadi|bulevardi|esplanaden)"
    r" (?!(?:19|20)\d\d(?!\d))\d{1,4}(?:-\d{1,4})?(?![\d%]|[.:/]\d)"
    r"(?: ?[a-zåäö](?![^\W_])(?: ?\d{1,4}(?![^\W_]))?)?(?: ?(?:as|bst|lgh)\.? ?\d{1,4})?"
    r"(?:,? (?:FI-?|SE-?)?\d{5} [^\W\d_]{2,30})?"
    r"|(?<![\w.,/-])\d{1,4}(?-i: [A-Z][a-z]{1,30}){1,2}(?-i: (?:Street|Road|Avenue|Lane))(?![^\W_])",
    re.IGNORECASE,
)


def _is_account(written: str) -> bool:
    """Whether the check digits of an international bank account number are right."""
    number = written.replace(" ", "").upper()
    return int("".join(str(int(char, 36)) for char in number[4:] + number[:4])) % 97 == 1
