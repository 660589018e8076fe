"""The languages of the bot, and which of them a text is in."""

from __future__ import annotations

import re
from enum import StrEnum


class Language(StrEnum):
    """A language that the bot speaks; the value is its ISO 639-1 code."""

    FI = "fi"
    SV = "sv"
    EN = "en"


# Words that carry grammar rather than a topic. They decide in a short question, where topics ("instagram") are the
# same in every language. A library (py3langid) is as good from three words on and takes 50 MB of memory.
_FUNCTION_WORDS: dict[Language, frozenset[str]] = {
    Language.FI: frozenset(
        """
        ei en et emme ette eivät se ne nää noi tää toi tämä tuo mä sä me te he hän minä sinä mun sun meidän
        meiän teidän heidän sen niiden tän tämän on oon ole olen olet olla oli olisi ois ovat onko oonko
        kuka ketkä kenen kenellä kellä kenelle kelle keneltä ketä mikä mitkä mitä minkä mistä missä mihin
        mille millä miten miksi milloin koska kuinka montako paljonko kai ja tai vai eli että jos kun ku
        kuin niin myös mutta vaan vain kanssa ilman ennen jälkeen voi voiko voinko voidaanko voisiko saa
        saako saanko saadaanko pitää pitääkö pitäis pitäisi täytyy tarvii onks saaks voiks mites mistäs
        kuinkas jo nyt sitten sit enää vielä aina koskaan joku jokin mitään kukaan kaikki uusi oma itse ite
        omaa omalla kiitos moi hei terve huomenta
        eilen tänään huomenna äsken viime ensi viikolla
        """.split()
    ),
    Language.SV: frozenset(
        """
        jag du han hon vi ni de dem man mig dig oss er min mitt mina din ditt dina vår vårt våra deras hans
        hennes den det denna detta dessa en ett och eller men att som om när var vart vem vems vad vilken
        vilket vilka hur varför är inte har hade ska skall skulle kan kunde får fick måste bör vill behöver
        gör blir blev av på för från till med utan under över mellan hos efter före innan också bara redan
        nu alltid aldrig någon något några ingen inget alla allt själv egen eget egna ny nytt nya här där
        finns tack hej hejsan god morgon
        går dag imorgon igår idag förra nästa veckan
        """.split()
    ),
    Language.EN: frozenset(
        """
        i you he she we they me him her us them my your his its our their the a an this that these those and
        or but if when where who whose whom what which how why is are am was were be been do does did done
        has have had can could may might must should would will shall not no of on in at to for from with
        without about by as into over under after before also only already now always never any some someone
        anyone anything everything all own new there here please thanks hello hi hey good morning it so just
        get got need want
        yesterday today tomorrow last next week
        """.split()
    ),
}
_LETTERS: dict[Language, re.Pattern[str]] = {
    # Doubled vowels and case endings; å and definite endings; -ing, -tion and th.
    Language.FI: re.compile(
        r"[äö]|yy|aa|uu|ii|ee\b|kk|(?:ssa|ssä|sta|stä|lla|llä|lle|lta|ltä|ksi|jen|iden|vat|vät|ko|kö)\b"
    ),
    Language.SV: re.compile(r"[åäö]|(?:arna|erna|orna|ens|ets|ande|ning|ningen|tjänst|skap|het|lig|isk)\b|sj|skö|ck"),
    Language.EN: re.compile(r"(?:ing|tion|ed|ly|ment|ness|'s|ies)\b|th|wh|ou|ea|sh"),
}
_WORD = re.compile(r"[^\W\d_]+(?:'s)?")
# Written so that no letter is looked at again and again, however long the word is.
_MARK = re.compile(r"<[^<>]*>")
_LINK = re.compile(r"https?://\S+|\bwww\.\S+|(?<![\w-])(?<![\w-]\.)[\w-]+(?:\.[\w-]+)+/\S*")
_DIGIT = re.compile(r"\d")
MINIMUM_WORDS = 3
"""A question of fewer words does not choose the language of its reply."""


def detect(text: str) -> Language | None:
    """The language that ``text`` is in, or None where it has under three words or the signs are not clear.

    Links, handles and mentions do not count as words.
    """
    words = [word.lower() for word in _WORD.findall(_prose(text[:1000]))]
    if len(words) < MINIMUM_WORDS:
        return None
    scores = {language: _score(words, language) for language in Language}
    best, second = sorted(scores.values(), reverse=True)[:2]
    if best == 0 or best - second < 0.5:
        return None
    return max(scores, key=lambda language: scores[language])


def _prose(text: str) -> str:
    """``text`` without a surface's marks, handles, ids, e-mail addresses and links."""
    words = (word for word in _MARK.sub(" ", text).split() if not ("@" in word or _DIGIT.search(word)))
    return _LINK.sub(" ", " ".join(words))


def _score(words: list[str], language: Language) -> float:
    function_words = sum(word in _FUNCTION_WORDS[language] for word in words)
    letters = sum(len(_LETTERS[language].findall(word)) > 0 for word in words)
    return 2.0 * function_words + 0.5 * letters
