"""Personal data in what people type: what must not be kept at all, and what is left out of what is kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from bot.domain.people import IDENTITY_IN_TEXT

MARK: Final = "•••"
"""Stands where something was left out, in every language."""


def sensitive(text: str) -> bool:
    """Whether ``text`` carries a personal identity code or a password: it is then neither stored nor passed on.

    A near miss, a code whose check character is wrong, does not count: whoever asks about case numbers is not warned
    for nothing. ``redacted`` leaves it out all the same, as it may be a slip of the finger.
    """
    shown = _as_seen(text)
    return any(_is_identity_code(found) for found in _IDENTITY_CODE.finditer(shown)) or bool(_passwords(shown))


def redacted(text: str) -> str:
    """``text`` without personal identity codes and near misses, passwords, phone numbers, e-mail and street addresses,
    and people named by an identity, with ``MARK`` in their places. Names stay: no rule of letters finds them."""
    text = _as_seen(text)
    kept, done = [], 0
    for start, end in _passwords(text):
        kept += [text[done:start], MARK] if start >= done else []
        done = max(done, end)
    text = "".join([*kept, text[done:]])
    text = _IDENTITY_CODE.sub(lambda found: MARK if _looks_like_code(found) else found[0], text)
    for pattern in (IDENTITY_IN_TEXT, _EMAIL, _STREET, _PHONE):
        text = pattern.sub(MARK, text)
    return _CALLED_PHONE.sub(rf"\1{MARK}", text)


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


# Personal identity codes: https://dvv.fi/en/personal-identity-code ---------------------------------------------------

# Day, month, year, the mark of the century (those after the plus, minus and A are in use since 2023), an individual
# number and the check character; people put spaces between them.
_IDENTITY_CODE: Final = re.compile(
    r"(?<!\d)(\d ?\d) ?(\d ?\d) ?(\d ?\d) ?([-–+A-FU-Y]) ?(\d ?\d ?\d) ?([A-Y](?![^\W\d_])|\d(?![^\W_]))",
    re.IGNORECASE,
)
_CHECK: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def _looks_like_code(found: re.Match[str]) -> bool:
    """Whether it begins with a day and a month."""
    day, month = (int(part.replace(" ", "")) for part in found.group(1, 2))
    return 1 <= day <= 31 and 1 <= month <= 12


def _is_identity_code(found: re.Match[str]) -> bool:
    digits = "".join(found.group(1, 2, 3, 5)).replace(" ", "")
    return _looks_like_code(found) and _CHECK[int(digits) % len(_CHECK)] == found[6].upper()


# Passwords -----------------------------------------------------------------------------------------------------------

_PASSWORD: Final = re.compile(
    r"(?<![^\W_])(?:salasan\w{0,12}|lösenord\w{0,6}|losenord\w{0,6}|passwords?|passwd|pwd|pass ?code)"
    r"(?P<link>\s{0,3}[:=]\s{0,3}|\s{1,3}(?:on|oli|är|var|is|was)\s{1,3}(?:[:=]\s{0,3})?|\s{1,3})"
    r"(?P<quote>[\"'“”‘’»«]?)(?P<secret>[^\s\"“”‘’»«]{3,200})",
    re.IGNORECASE,
)
_PIN: Final = re.compile(
    r"(?<![^\W_])(?:tunnusluku\w{0,6}|pin(?:[- ]?(?:koodi|kod|code)\w{0,8})?)"
    r"(?:\s{0,3}[:=]|\s{1,3}(?:on|är|is)(?=\s))\s{0,3}(?P<secret>\d{4,12})(?!\d)",
    re.IGNORECASE,
)
_ENDS: Final = ".,;:!?)'"
_END_OF_SENTENCE: Final = re.compile(r"\s{0,9}(?:$|[.,;!)\n])")
_SAID_OF_PASSWORDS: Final = re.compile(
    r".{3,}(?:n[uy]t|neet|t[uy]|t[aä]v[aä]|ss[aä]|ll[aä]|st[aä]|kin|aan|ään|t[oö]n|inen)"
    r"|.{3,}(?:at|ad|ats|it|[mt]t|ed|ing|en)"
    r"|väärä|sama|vanha|uusi|hyvä|huono|heikko|vahva|pitkä|lyhyt|helppo|vaikea|poissa|pakko|syytä|parempi|tarpeen"
    r"|meillä|mikä|mitä|kuka|joku|jo|ok|fel|borta|bort|samma|gammal|ny|nytt|svag|svagt|stark|starkt|hemligt|klart"
    r"|same|old|new|wrong|weak|strong|lost|gone|what|who|secret|safe|required|mandatory|there|here|known|kept|bad"
    r"|policy|rules|managers?|important|long|short|easy|public|private|unsafe|invalid|correct|right",
    re.IGNORECASE,
)
"""What stands after "the password is …" and tells about it rather than gives it away."""


def _passwords(text: str) -> list[tuple[int, int]]:
    """Where the passwords are, first to last."""
    spans = [found.span("secret") for found in _PIN.finditer(text)]
    for found in _PASSWORD.finditer(text):
        secret = found["secret"].rstrip(_ENDS)
        if len(secret) >= 3 and secret != MARK and _gives_away(found, secret, text):
            spans.append((found.start("secret"), found.start("secret") + len(secret)))
    return sorted(spans)


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
    return bool(ends) and (is_named or not _SAID_OF_PASSWORDS.fullmatch(secret))


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
    rf"|\(?0\d(?:{_SEPARATOR}\d){{5,12}}|0\d{{2,3}}(?:\.\d{{2,4}}){{2,3}})"  # with the area's number
    r"(?![\w%]|[/.,:-]\d| ?(?:€|eur\b))"
)
_CALLED_PHONE: Final = re.compile(
    r"(?<![^\W_])((?:puh|puhelin\w{0,10}|tel|tfn|telefon\w{0,8}|phone|gsm|soita|ring|call)\.?:? ?)"
    rf"(?!{_OTHER_NUMBERS})(\d(?:{_SEPARATOR}\d){{4,14}})(?![\w%]|[/.,:-]\d| ?(?:€|eur\b))",
    re.IGNORECASE,
)
_STREET: Final = re.compile(
    r"(?<![^\W_])(?!(?:valta|kanta|seutu|yhdys|moottori|rauta)tie)"  # these are numbered, and nobody's home
    r"(?:[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})?-?(?:"
    r"(?:ka[td]u|kuja|polk?u|tie|väylä|kaari|raitti|aukio|rinne|bulevardi|esplanadi)"
    r"(?:n|ll[aä]|lt[aä]|lle|ss[aä]|st[aä])?"
    r"|gata|gatan|väg|vägen|gränd|gränden|stig|stigen|torget|allén|esplanaden|svängen|backen|kajen)"
    r"|(?-i:[A-ZÅÄÖ])[^\W\d_]{2,30} (?:katu|tie|kuja|gatan|vägen|gränden|stigen)|esplanadi|bulevardi|esplanaden)"
    r" (?!(?:19|20)\d\d(?!\d))\d{1,4}(?:-\d{1,4})?(?![\d%]|[.:/]\d)"
    r"(?: ?[a-zåäö](?![^\W_])(?: ?\d{1,4}(?![^\W_]))?)?(?: ?(?:as|bst|lgh)\.? ?\d{1,4})?"
    r"(?:,? (?:FI-?|SE-?)?\d{5} [^\W\d_]{2,30})?",
    re.IGNORECASE,
)
