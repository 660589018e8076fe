"""Swedish as it is spoken, and typed so, in Finland: short words, and a preterite without its ending."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_WRITTEN: Final = {
    "va": "vad", "e": "ar", "int": "inte", "ti": "till", "nan": "nagon", "nat": "nagot", "nara": "nagra",
    "sku": "skulle", "mej": "mig", "dej": "dig", "me": "med", "hadd": "hade", "sen": "sedan",
}  # fmt: skip
_I: Final = {"ja": "jag", "jag": "jag", "vi": "vi"}
_THEY: Final = frozenset({"han", "hon", "hen", "ni", "du", "dom"})
_BEFORE_INFINITIVES: Final = frozenset(
    {"ska", "skall", "skulle", "kan", "kunde", "far", "fick", "maste", "bor", "borde", "vill", "ville", "behover"}
)
_VERBS: Final = frozenset({"posta", "dela", "fixa", "ladda"})
_PAST: Final = frozenset({"igar", "iforrgar", "nyss"})
_PAST_AFTER_I: Final = frozenset({"gar", "forrgar", "morse"})


def written(words: Sequence[str]) -> list[str]:
    """``words``, which are folded, as they are written in books: "int" is "inte", "ja uppdatera" is "jag uppdaterade".
    For a text that is in Swedish."""
    told = [_WRITTEN.get(word, word) for word in words]
    is_past, is_spoken = _speaks_of_the_past(words), told != [*words]
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        before = words[place - 1] if place else ""
        if word == "ha" and before in _I.keys() | _THEY:
            told[place] = "har"
        elif _is_verb(word) and _BEFORE_INFINITIVES.isdisjoint(words[:place]):
            told[place] = f"{word}de" if is_past or before in _I or following in _I else word
        elif word == "ja" and (following == "ha" or _is_verb(following) or (is_spoken and place)):
            told[place] = _I[word]
    return told


def _is_verb(word: str) -> bool:
    return word in _VERBS or (word.endswith("era") and len(word) > len("opera"))


def _speaks_of_the_past(words: Sequence[str]) -> bool:
    after_i = (after for before, after in pairwise(words) if before == "i")
    return not _PAST.isdisjoint(words) or any(one in _PAST_AFTER_I or one.endswith("dags") for one in after_i)
