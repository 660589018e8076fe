"""Documents made by chance, and what must be true of each that is imported; no tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from bot.domain.language import Language
from bot.importing.formats.any_format import read
from bot.importing.placing import fill
from bot.importing.sectioning import sections_of
from bot.importing.writing import files_of
from bot.knowledge.content.loader import check
from tests.guideline_files import Parts, heading, item, text, title
from tests.guideline_files.markup import html, markdown, plain
from tests.guideline_files.office import docx, odt
from tests.guideline_files.pdf import pdf
from tests.unit.importing.support import reported, words, words_of

FORMATS: dict[str, Callable[[Parts], bytes]] = {
    "md": markdown,
    "html": html,
    "docx": docx,
    "odt": odt,
    "txt": plain,
    "pdf": pdf,
}
COVER = ["Tuntsan kunta", "Kommunstyrelsen", "LUONNOS", "14.4.2025", "Someohje", "Versio 2", "Valtuusto 1.2.2024 § 7"]
TITLES = ["Kuvat", "Luo uusi sivu", "Luo uusi tili", "Toimi näin:", "Liitteet", "KANAVAT JA TILIT", "Tavoitteet ¶"]
NUMBERS = ["", "1. ", "2. ", "3 ", "1.1 ", "2.1 ", "1.0 ", "2.0 ", "II "]
SENTENCES = [
    "Kunta kertoo palveluistaan kanavissaan ja vastaa kysymyksiin.",
    "1.1 Ohjetta noudatetaan kaikissa yksiköissä aina.",
    "Kuvaan tarvitaan lupa: *kysy ensin *odota vastausta.",
    "Ohje on hyväksytty kunnanhallituksessa 1.2.2023.",
    "Katso lisää sivulta https://kunta.example/some_ohje.",
    "Muista – aina [näin] ja noin & #some {#3.2}",
    "Lähteet: opas, laki 306/2019",
]
CONTENTS = ["Sisällys", "1. Kuvat ..... 2", "2. Luo uusi sivu ..... 3", "Lähteet … 4", "....", "9"]

HEADINGS = st.builds(
    lambda number, name, level: heading(f"{number}{name}", level),
    st.sampled_from(NUMBERS),
    st.sampled_from(TITLES),
    st.sampled_from([1, 1, 2, 3]),
)
PARTS = st.one_of(
    HEADINGS, HEADINGS, st.sampled_from(SENTENCES).map(text), st.sampled_from([*SENTENCES, "kuva", "ääni"]).map(item)
)
DOCUMENTS = st.builds(
    lambda cover, named, contents, parts, end: [
        *map(text, cover),
        *([title("Tuntsan somelinjaukset")] if named else []),
        *(map(text, CONTENTS) if contents else ()),
        *parts,
        text(end),
    ],
    st.lists(st.sampled_from(COVER), max_size=3),
    st.booleans(),
    st.booleans(),
    st.lists(PARTS, max_size=14),
    st.sampled_from(SENTENCES),
)


def require_nothing_lost(suffix: str, parts: Parts) -> None:
    """Import the ``parts`` as a document: each word is in a section or told, and the files have no fault."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / f"ohje.{suffix}"
        source.write_bytes(FORMATS[suffix](parts))
        found = sections_of(read(source), Language.FI)
        to = Path(folder) / "to"
        to.mkdir()
        # Reads the files back and compares every title and text.
        fill(to, files_of(found, Language.FI, source.name), found.sections, Language.FI)
        _, findings = check(to)
        assert findings == ()
    kept = {*words_of(found.sections), *words(reported(found))}
    kept |= {"II"}  # numbers of chapters and pages are not told one by one
    assert [word for part in parts for word in words(part.text) if word.isalpha() and word not in kept] == []
