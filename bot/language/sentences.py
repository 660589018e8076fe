"""Where a text's sentences begin."""

import re
from typing import Final

PASSAGE_WORDS: Final = 60
"""How many words can be quoted, and so how long a piece of text may be."""

AND: Final = "ja|sekä|och|samt|and"
"""What joins words and clauses, as the choices of a pattern."""
BUT: Final = "mutta|mut|men|but"
"""What sets a clause against another."""

# Abbreviations that another word follows. Those that can also end a sentence (ym., jne., osv., etc.) are not here, nor
# those that are words as well (no., so.): the capital letter after them decides.
_ABBREVIATIONS = """
    esim mm ks kts vrt ts ns nk ko huom puh toim nro n s v prof toht tri
    t.ex bl.a d.v.s dvs s.k jfr kl nr ca resp inkl
    e.g i.e cf vs mr mrs ms dr approx incl
"""
_LEADING = frozenset(_ABBREVIATIONS.split())
_BOUNDARY = re.compile(r"""(?<=[.!?…])["'”’»)\]]*\s+(?=["'“”‘»«(\[]*[^\W_])""")
_OPENING = "\"'“”‘»«(["


def sentences(text: str) -> list[str]:
    """The sentences of ``text`` in order; a line break always ends one, an abbreviation or a date does not."""
    return [sentence for line in text.splitlines() for sentence in _of_line(line.strip()) if sentence]


def _of_line(line: str) -> list[str]:
    found = []
    start = 0
    for boundary in _BOUNDARY.finditer(line):
        if _ends(line[start : boundary.start()], line[boundary.end() :]):
            found.append(line[start : boundary.end()].rstrip())
            start = boundary.end()
    return [*found, line[start:]]


def _ends(before: str, after: str) -> bool:
    """Whether a sentence ends between a full stop (or ! or ?) and what follows it."""
    following = after.lstrip(_OPENING)[:1]
    if following.islower():
        return False
    if not before.endswith("."):
        return True
    last = before[:-1].rsplit(maxsplit=1)[-1].lstrip(_OPENING) if before[:-1].strip() else ""
    if last.casefold() in _LEADING or (len(last) == 1 and last.isupper()):
        return False
    is_number = last.replace(".", "").isdigit()
    # "1.1. 2023" is a date, "3. Turvallisuus" a numbered heading.
    return not (is_number and (following.isdigit() or last == before[:-1].strip()))
