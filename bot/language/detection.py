"""Which of the bot's languages a text is in."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from bot.domain.language import Language
from bot.domain.people import IDENTITY_IN_TEXT

# Words that carry grammar rather than a topic. They decide in a short question, where topics ("instagram") are the
# same in every language. A library (py3langid) is as good from three words on and takes 50 MB of memory.
_FUNCTION_WORDS: dict[Language, frozenset[str]] = {
    Language.FI: frozenset(
        """
        ei en et emme ette eivät se ne nää noi tää toi tämä tuo mä sä me te he hän minä sinä mun sun meidän
        meiän teidän heidän sen niiden tän tämän on oon ole olen olet olla oli olisi ois ovat onko oonko kuka
        ketkä kenen kenellä kellä kenelle kelle keneltä ketä mikä mitkä mitä minkä mistä missä mihin mille millä
        miten miksi milloin koska kuinka montako paljonko kai ja tai vai eli että jos kun ku kuin niin myös
        mutta vaan vain kanssa ilman ennen jälkeen voi voiko voinko voidaanko voisiko saa saako saanko saadaanko
        pitää pitääkö pitäis pitäisi täytyy tarvii onks saaks voiks mites mistäs kuinkas jo nyt sitten sit enää
        vielä aina koskaan joku jokin mitään kukaan kaikki uusi oma itse ite omaa omalla kiitos moi hei terve
        huomenta eilen tänään huomenna äsken viime ensi viikolla ylihuomenna oot ollut musta minusta mua minua
        sulla mulla onkse keneen kehen kellään saatko voitko tästä tähän mita mika etta sita tama tata sille
        siina nama sina mina hanen myos viela tanaan millainen millaista no
        """.split()
    ),
    Language.SV: frozenset(
        """
        jag du han hon vi ni de dem man mig dig oss er min mitt mina din ditt dina vår vårt våra deras hans
        hennes den det denna detta dessa en ett och eller men att som om när var vart vem vems vad vilken vilket
        vilka hur varför är inte har hade ska skall skulle kan kunde får fick måste bör vill behöver gör blir
        blev av på för från till med utan under över mellan hos efter före innan också bara redan nu alltid
        aldrig någon något några ingen inget alla allt själv egen eget egna ny nytt nya här där finns tack hej
        hejsan god morgon går dag imorgon igår idag förra nästa veckan ar pa far fran nar maste gor i in ut upp
        ner sociala medier genom via vid mot fore sedan hel hela samma annan andra mer mest bra vara bli blivit
        gora gjort ta tar ge ger se ser saga vet nagon nagot inga lagga kora mycket manga ocksa anda aven da dar
        galler raknas fa kring angaende gentemot sadan sadana sjalv pga for over istället istallet nej jo
        va int ti å nån nåt nåra sku mej dej hadd ha e dom sen tre två fyra
        """.split()
    ),
    Language.EN: frozenset(
        """
        i you he she we they me him her us them my your his its our their the a an this that these those and
        or but if when where who whose whom what which how why is are am was were be been do does did done
        has have had can could may might must should would will shall not no of on in at to for from with
        without about by as into over under after before also only already now always never any someone
        anyone anything everything all own new there here please thanks hello hi hey good morning it so
        get got need want
        yesterday today tomorrow last next week ask instead
        """.split()
    ),
}
# How the words begin that staff use of their work, without the dots that a hurried writer leaves out. What two of the
# languages share (museum, register, semester) is left out.
_STEMS: dict[Language, tuple[str, ...]] = {
    Language.FI: tuple(
        """
        kirjasto kunna kunta kaupung museon museot museol museos koulu nuor paivit loma sijai tuura tili kanav kanava
        verkkosiv nettisiv kotisiv sivu vastuu vastaa yllapi hoita hoida yhtey tunnu salasan ohje muistu ilmoi lisaa
        poist tauo tauko laita laito laitt julkai kuva kuvi tarvi tarvits halu haluai perusta lopet vaihda vaihtu
        muokk korjaa kayt tyoaj tyosken asiak asuk palvelu johto johta tilast raport rekister listaa nayta kerro
        uimahal paivako matkail teknis viestin kommentt luvan lupa paatt paato viiko viikk huomen torkuta poissa
        asukka oppila lapse vakava kiito anteeksi perjantai maanantai keskiviik torstai tiistai
        """.split()
    ),
    Language.SV: tuple(
        """
        bibliotek kommun skolan skolor skolas skola ungdom museet uppdat hemsid sidan sidor sida kanal konto ansvar skot
        behov inlagg losen pamin lagg bild borta ledig vecka dagar manad fraga agare beslut godkan oppna stang avslut
        andra andr byt upphor simhall daghem turism sysselsatt arbet anstall kommentar regler riktlinj anvand forbjud
        visa tillsta vikari publicer kontakt uppgift rapport granska lista angra registrera avveckl pausa
        lagga medel
        """.split()
    ),
    Language.EN: tuple(
        """
        librar school youth town council account channel page update post own holiday vacation leave maintain password
        access change clos remind comment photo picture website swim daycare employ tourism responsib contact manage
        handl look run decid allow guideline rule public confiden child pupil staff work week month report delete
        remove pause undo show list start open social media credential permission remov still sick probabl friday monday
        """.split()
    ),
}
_ENDINGS: dict[Language, re.Pattern[str]] = {
    Language.FI: re.compile(
        r"..(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|jen|iden|ien|iin|een|aan|ään|oj[aä]|öjä|v[aä]t|k[oö]|mme|n[uy]t|[st]in)$"
    ),
    Language.SV: re.compile(
        r"..(?:(?:ar|er|or)nas?|ar|are|aren|lagen|erar|eras?|ade|ens|ets|ande|ing|ning(?:en)?|tjänster?|skap|lig"
        r"|iska?|tion(?:en)?|het(?:en)?)$"
    ),
    Language.EN: re.compile(r"..(?:ing|tion|tions|ness|ments?|['’]s|ies|ally|ful)$"),
}
_LETTERS: dict[Language, re.Pattern[str]] = {
    # Doubled vowels; å and clusters; th, wh and vowels side by side.
    Language.FI: re.compile(r"[äö]|yy|aa|uu|ii|ee$|kk"),
    Language.SV: re.compile(r"[åäö]|sj|skö|ck"),
    Language.EN: re.compile(r"th|wh|ou|ea|sh|ed$|ly$"),
}
_NAMES = frozenset(
    "facebook instagram insta youtube tiktok snapchat linkedin discord whatsapp twitter face some".split()
)
"""What is called the same in every language; ``some``, too, is hardly ever the English word here."""
_WORD = re.compile(r"[^\W\d_]+(?:['’](?:s|m|ll|ve|re|d|t)(?![^\W\d_]))?")
_CONTRACTION = re.compile(
    r"(?:i|you|he|she|it|we|they|who|what|where|how|that|there|here|let)['’](?:s|m|ll|ve|re|d)|[a-z]{2,8}n['’]t"
)
"""What only English draws together; the "I" in it would be a word of Swedish as well."""
# Written so that no letter is looked at again and again, however long the word is.
_MARK = re.compile(rf"<[^<>]*>|{IDENTITY_IN_TEXT.pattern}")
_LINK = re.compile(r"https?://\S+|\bwww\.\S+|(?<![\w-])(?<![\w-]\.)[\w-]+(?:\.[\w-]+)+/\S*")
_WEEKDAYS = re.compile(r"\b(?:ma|ti|ke|to|pe|la|su) ?[-–] ?(?:ma|ti|ke|to|pe|la|su)\b", re.IGNORECASE)
"""From one Finnish weekday to another: the "to" in it is Thursday."""
_NO_PROSE = re.compile(r"[<@\d/:]|www")
"""What brackets, handles, ids and links have; most texts have none of it."""
_NAMED = re.compile(r"\d|^\W*(?:slack|teams|console):\w", re.IGNORECASE)
"""What has a digit, or is an identity, is nobody's word."""
_WITHOUT_DOTS = str.maketrans("åäö", "aao")
_LONGEST = 40
_LANGUAGES = tuple(Language)
_ALIAS: Final = 1.5
"""What a command's alias speaks for its language: less than a word of grammar, more than how one word ends."""
MINIMUM_WORDS = 3
"""A question of fewer words does not choose the language of its reply, unless by one that is unmistakable."""
_UNMISTAKABLE: dict[Language, frozenset[str]] = {
    Language.FI: frozenset(
        """
        hei heippa moi moikka moro terve tervehdys huomenta iltaa kiitos kiitti kiitoksia anteeksi joo juu kyllä selvä
        miksi entä apua näkemiin hyvää unohdin eilen huomenna luku kohta näytä sisällysluettelo
        """.split()
    ),
    Language.SV: frozenset(
        """
        hej hejsan tjena tjänare hallå tack tackar förlåt ursäkta nej japp varför hjälp godmorgon hejdå glömde igår
        imorgon och inte int kapitel avsnitt innehållsförteckning
        """.split()
    ),
    Language.EN: frozenset(
        """
        hello hi hey thanks thank thx sorry please yes yeah yep nope why help bye goodbye good morning yesterday
        tomorrow forgot and not chapter section show
        """.split()
    ),
}

_LOANS: Final = frozenset(
    """
    just done sorry thanks thank thx please hello hi hey bye goodbye yes yeah yep nope nice cool ok okay well full
    feed story post live offline online deadline tack hej hejdå
    """.split()
)
"""What is said in the midst of other languages as well: it tells the language only where nothing else does."""
_LOAN_PHRASES: Final = re.compile(
    r"\b(?:up to date|by the way|no (?:problem|stress|worries)|to do|on point|so far)\b", re.I
)


def is_loan(word: str) -> bool:
    """Whether ``word`` is said by who speaks another language."""
    return word.lower() in _LOANS


def detect(text: str, alias: Language | None = None) -> Language | None:
    """The language that ``text`` is in, or None where the signs are not clear. Of under three words one has to be
    unmistakable ("hej", "thanks"). Where the text begins as a command, ``alias`` is the language it is called so in.

    Links, handles and identities do not count as words.
    """
    words = [word.lower() for word in _WORD.findall(_WEEKDAYS.sub("torstai", _prose(text[:1000])))]
    if len(words) < MINIMUM_WORDS:
        found = {language for language, known in _UNMISTAKABLE.items() if not known.isdisjoint(words)}
        found |= {Language.EN for word in words if _CONTRACTION.fullmatch(word)}
        return found.pop() if len(found) == 1 else None
    if alias:
        return _best(words, alias)
    own = [word for word in _WORD.findall(_LOAN_PHRASES.sub(" ", " ".join(words))) if word not in _LOANS]
    if len(own) == len(words):
        return _best(words)
    return _best(own) or (None if _has_grammar(own) else _best(words))


def _best(words: Sequence[str], alias: Language | None = None) -> Language | None:
    """The language that ``words`` speak for most, or None where the signs are not clear."""
    scores = [sum(_weights(word[:_LONGEST])[place] for word in words) for place in range(len(_LANGUAGES))]
    if alias:
        scores[_LANGUAGES.index(alias)] += _ALIAS
    best, second = sorted(scores, reverse=True)[:2]
    if best < 1.0 or best - second < 0.5:
        return None
    return _LANGUAGES[scores.index(best)]


def _has_grammar(words: Sequence[str]) -> bool:
    """Whether one of ``words`` carries grammar in Finnish: what else stands beside it is then no sign of another
    language."""
    return any(word in _FUNCTION_WORDS[Language.FI] for word in words)


def _prose(text: str) -> str:
    """``text`` without what stands in angle brackets, identities, handles, ids, e-mail addresses and links."""
    if not _NO_PROSE.search(text):
        return text
    words = (word for word in _MARK.sub(" ", text).split() if not ("@" in word or _NAMED.search(word)))
    return _LINK.sub(" ", " ".join(words))


@lru_cache(maxsize=4096)
def _weights(word: str) -> tuple[float, ...]:
    """How much a word speaks for each language."""
    return tuple(_weight(word, language) for language in _LANGUAGES)


def _weight(word: str, language: Language) -> float:
    """How much a word speaks for ``language``: what is unmistakable and what carries grammar most, how it is spelled
    least."""
    if word in _UNMISTAKABLE[language]:
        return 3.0
    if word in _FUNCTION_WORDS[language] or (language is Language.EN and _CONTRACTION.fullmatch(word)):
        return 2.0
    if word in _NAMES:
        return 0.0
    if word.translate(_WITHOUT_DOTS).startswith(_STEMS[language]) or _ENDINGS[language].search(word):
        return 1.0
    return 0.5 if _LETTERS[language].search(word) else 0.0
