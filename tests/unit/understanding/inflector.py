"""Finnish nouns as a grammar inflects them, for the tests: nothing of how the bot reads them back is used; no tests."""

from __future__ import annotations

CASES = ("genitive", "partitive", "inessive", "elative", "illative", "adessive", "ablative", "allative")

_WEAK = {
    "kk": "k", "pp": "p", "tt": "t", "nt": "nn", "nk": "ng", "mp": "mm", "lt": "ll", "rt": "rr", "ht": "hd",
}  # fmt: skip
_ENDINGS = {
    "inessive": "ssA", "elative": "stA", "adessive": "llA", "ablative": "ltA", "allative": "lle",
}  # fmt: skip
_VOWELS = "aeiouyäö"


def inflected(noun: str, case: str) -> str:
    """``noun``, which is in the nominative, in ``case``."""
    strong, weak, partitive = _stems(noun)
    back = next((vowel in "aou" for vowel in reversed(noun.lower()) if vowel in "aouyäö"), False)
    match case:
        case "genitive":
            form = f"{weak}n"
        case "partitive":
            form = partitive
        case "illative":
            form = f"{strong}seen" if strong[-1] == strong[-2] else f"{strong}{strong[-1]}n"
        case _:
            form = weak + _ENDINGS[case]
    return form.replace("A", "a" if back else "ä")


def _stems(noun: str) -> tuple[str, str, str]:
    """The strong stem, the weak one and the partitive."""
    if noun.endswith("nen"):
        stem = noun[:-3] + "se"
        return stem, stem, noun[:-3] + "stA"
    if noun.endswith(("us", "ys", "is")):
        stem = noun[:-1] + "kse"
        return stem, stem, noun + "tA"
    if noun.endswith("e"):
        stem = _strengthened(noun) + "e"
        return stem, stem, noun + "ttA"
    partitive = noun + ("tA" if noun[-2] in _VOWELS else "A")
    return noun, _weakened(noun), partitive


def _weakened(noun: str) -> str:
    body, vowel = noun[:-1], noun[-1]
    for strong, weak in _WEAK.items():
        if body.endswith(strong):
            return body.removesuffix(strong) + weak + vowel
    if body[-1] in "tp" and body[-2] in _VOWELS:
        return body[:-1] + {"t": "d", "p": "v"}[body[-1]] + vowel
    return noun


def _strengthened(noun: str) -> str:
    body, vowel = noun[:-1], noun[-1]
    return body[:-1] + "t" + vowel if body.endswith("d") else noun
