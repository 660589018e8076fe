"""How words are inflected: the stems of a basic form and the endings that these take, and back from a form.

All words are folded. What is generous here does no harm: a stem that no language has is a word that nobody types.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

# Endings of Finnish (number, case, possessive, clitic), Swedish and English. After a stem without its last vowel only
# those are right that bring another vowel.
_CASES = (
    "n|t|a|ta|tta|in|en|an|on|un|yn|een|iin|hin|han|hon|hun|hen|hyn|seen|siin|den|ten|tten|ien|jen|iden"
    "|ssa|sta|lla|lta|lle|ksi|kse|na|ss|st|ll|lt|ks|s"
)
_CLITICS = "(?:ni|si|mme|nne|nsa)?(?:kos?|ks|kin|kaan|han|pa)?"
ENDING = re.compile(
    rf"[kpt]?(?:[eo]?[ij])?(?:{_CASES})?{_CLITICS}|(?:e?n|e?t|ar|or|er|a|na|arna|orna|erna|e)?s?|es|ies"
)
_PLURAL = re.compile(rf"[eo]?[ij](?:{_CASES}){_CLITICS}|t?ten|ta|or(?:na)?s?")
_SHORT_ENDING = re.compile(r"(?:n|t|in|ia|aan|ssa|sta|lla|lle|hen|iin|issa|ista|illa|ille|s|s[st])?")
WHOLE = re.compile("")
_GRADATION: Mapping[str, str] = {
    "kk": "k", "pp": "p", "tt": "t", "nt": "nn", "nk": "ng", "mp": "mm", "lt": "ll", "rt": "rr", "ht": "hd", "lp": "lv",
    "rp": "rv", "uku": "uvu", "yky": "yvy", "aik": "aj", "oik": "oj",
}  # fmt: skip
_SINGLE: Mapping[str, str] = {"t": "d", "p": "v", "k": ""}
_STRENGTH: Mapping[str, str] = {
    "nn": "nt", "ng": "nk", "mm": "mp", "ll": "lt", "rr": "rt", "hd": "ht", "lv": "lp", "rv": "rp", "d": "t", "t": "tt",
    "p": "pp", "v": "p", "k": "kk",
}  # fmt: skip
_VOWELS = frozenset("aeiouy")
_SHORT, LONG = 3, 6
"""Up to ``_SHORT`` letters a word takes only the plainest endings; from ``LONG`` on it is long."""
_REMEMBERED = 8_192

Stem = tuple[str, re.Pattern[str]]
"""A stem, and the endings that it takes."""


def is_ending(text: str) -> bool:
    """Whether ``text`` is an ending, in any of the languages; nothing at all is one."""
    return ENDING.fullmatch(text) is not None


def stems(word: str) -> Iterator[Stem]:
    """The stems of a word in its basic form."""
    if len(word) <= _SHORT:
        yield word, _SHORT_ENDING if len(word) > 1 else WHOLE
        return
    yield word, ENDING
    if word.endswith(("nen", "set")):  # tekninen, tekniset: teknisen, teknistä
        yield word[:-3] + "nen", ENDING
        yield word[:-3] + "se", ENDING
        yield word[:-3] + "s", _PLURAL
    elif word[-1] == "s" and word[-2] in _VOWELS:
        yield from _stems_in_s(word)
    elif word[-1] == "t" and word[-2] in _VOWELS and len(word) >= LONG:  # kotisivut: kotisivujen
        yield from stems(word[:-1])
    elif word[-1] in _VOWELS:
        yield from _vowel_stems(word)


def _stems_in_s(word: str) -> Iterator[Stem]:
    """Koulutus: koulutuksen; leppis: leppiksestä; terveys: terveyden; opas: oppaan."""
    yield word[:-1] + "kse", ENDING
    yield word[:-1] + "ks", _PLURAL
    if word.endswith(("us", "ys")):
        for stem in ("de", "te", "tee"):
            yield word[:-1] + stem, ENDING
    elif word[-2] in "aei":
        for grade in filter(None, (word[:-1], _strong_grade(word[:-1]))):
            yield grade + word[-2], ENDING
            yield grade, _PLURAL


def _vowel_stems(word: str) -> Iterator[Stem]:
    for grade in filter(None, (word, _weak_grade(word))):
        yield grade, ENDING
        if word[-1] in "aei":  # kirja: kirjoja; blogi: blogeja; skola: skolor
            yield grade[:-1], _PLURAL
        if word[-1] == "i":  # nuori: nuoren
            yield grade[:-1] + "e", ENDING
    if word[-1] == "e":  # perhe: perheen; lähde: lähteen
        for grade in filter(None, (word, _strong_grade(word))):
            yield grade + "e", ENDING
            yield grade, _PLURAL
    if word.endswith("si"):  # vesi: veden, vettä
        yield word[:-2] + "de", ENDING
        yield word[:-2] + "te", ENDING
        yield word[:-2] + "t", _PLURAL
    if word[-1] == "y":
        yield word[:-1] + "ies", WHOLE


def _weak_grade(word: str) -> str:
    """The stem of ``liikunnan`` to ``liikunta``; empty where the consonants do not change."""
    body, vowel = word[:-1], word[-1]
    for strong, weak in _GRADATION.items():
        if strong[-1] in _VOWELS and word.endswith(strong):  # luku: luvun
            return word.removesuffix(strong) + weak
        if body.endswith(strong):
            return body.removesuffix(strong) + weak + vowel
    single = _SINGLE.get(body[-1])
    changes = single is not None and body[-2] in _VOWELS and (single or len(word) >= LONG)
    return f"{body[:-1]}{single}{vowel}" if changes else ""


def _strong_grade(word: str) -> str:
    """The stem of ``lähteen`` to ``lähde``, of ``liikunta`` to ``liikunna``; empty where there is none."""
    body, vowel = word[:-1], word[-1]
    for weak, strong in _STRENGTH.items():
        if body.endswith(weak):
            return body.removesuffix(weak) + strong + vowel
    return f"{body}k{vowel}" if body and body[-1] in _VOWELS else ""


def basic_forms(word: str) -> Iterator[str]:
    """The word, and what it may be the Finnish or Swedish genitive of (suomussalmen: suomussalmi)."""
    yield word
    if len(word) <= _SHORT or word[-1] not in "ns":
        return
    body = word[:-1]
    yield body
    if word[-1] == "s":  # bibliotekets, skolans
        yield from (body[:-cut] for cut in (1, 2) if body.endswith(("et", "en", "n")[-cut:]) and len(body) > LONG)
        return
    yield from _nominatives(body)


def _nominatives(body: str) -> Iterator[str]:
    """What ``body`` may be the stem of the Finnish genitive of."""
    strong = _strong_grade(body)
    if strong:
        yield strong  # liikunnan, uimahallin: also what is none
    if body.endswith(("je", "te", "ie", "de")):  # koulujen, nuorten
        yield body[:-2]
        yield body[:-2] + "et"
        yield body[:-2] + "i"
    for ending, basic in (("kse", "s"), ("se", "nen"), ("yde", "ys"), ("ude", "us"), ("ee", "e"), ("aa", "as")):
        if body.endswith(ending):
            yield body.removesuffix(ending) + basic
    if body[-1] == "e":
        yield from (grade[:-1] + "i" for grade in (body, strong) if grade)


@lru_cache(maxsize=_REMEMBERED)
def _forms(word: str) -> tuple[Stem, ...]:
    return tuple(dict.fromkeys(stem for form in basic_forms(word) for stem in stems(form)))


def is_form_of(typed: str, word: str) -> bool:
    """Whether ``typed`` may be a form of the word that ``word`` is a form of: its basic form, or its genitive."""
    return any(
        typed.startswith(stem) and endings.fullmatch(typed, len(stem)) is not None for stem, endings in _forms(word)
    )
