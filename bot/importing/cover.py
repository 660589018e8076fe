"""A document's beginning: its name, and what its first lines say of the municipality, the approval, the version."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.importing.approval import LINE, approval_in, day_in, draft_in, is_body, is_draft, tells_of_approval
from bot.importing.document import Block, BlockKind, Fact
from bot.importing.headings.titles import names_guideline, plain_title, whole_title
from bot.importing.outline import Main, OutlineHeading, OutlinePart

FRONT: Final = 15
"""How many short lines above the first sentence are looked at: more is a list of something."""

MOST: Final = 200
"""How many lines with a day in them are looked at."""

_NAME = r"[A-ZÅÄÖ][\wåäö-]+"
_MUNICIPALITY = re.compile(
    rf"(?P<fi>(?-i:{_NAME})n (?P<kind>kunta|kunnan|kaupunki|kaupungin|kuntayhtymä|kuntayhtymän))(?!\w)|"
    rf"(?P<sv>(?-i:{_NAME}(?: {_NAME})?) (?:kommun|stad|samkommun))s?(?!\w)|"
    r"(?P<en>(?:City|Town|Municipality|County|Village|Township|Borough) of "
    rf"(?-i:{_NAME}(?: (?!Social|Media){_NAME})?))",
    re.IGNORECASE,
)
_WHOLE = {"kunnan": "kunta", "kaupungin": "kaupunki", "kuntayhtymän": "kuntayhtymä"}
_UNNAMED = frozenset(["tämän", "kunnan", "oman", "koko", "jokaisen", "meidän", "vår", "denna", "hela", "varje", "er"])
_VERSION = re.compile(r"(?:versio(?:numero)?|version(?:snummer)?)\s*:?\s*(\d+(?:\.\d+)*)(?!\w)", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:johdanto|inledning|introduction|esipuhe|förord|foreword|preface|tiivistelmä|sammanfattning|summary)|"
    r"(?:dnro|diarien\w+|dnr|liite|bilaga|appendix|§)\W.*|\d+\s*§.*|.*\d+\s*\(\s*\d+\s*\)|"
    r"[\w -]*(?:kontoret|kansliet|förvaltningen|avdelningen|enheten|toimisto|palvelut|yksikkö|viestintä|department)",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:\w+:?\s*){0,2}[\d./-]{6,10}|\d{1,2}\.? \w+ \d{4}|\w+ \d{4}")


@dataclass(frozen=True, slots=True)
class Cover:
    """What a document's beginning says, and the lines of it that are no text."""

    title: str
    facts: tuple[Fact, ...]
    left_out: tuple[str, ...]


def take_cover(mains: Sequence[Main], frames: Sequence[str]) -> Cover:
    """Take the document's name, and lines such as its date, out of the text before the first section.

    ``frames`` are the running lines that were left out of the pages: they may name the municipality too.
    """
    preamble = [] if mains[0].heading.title else mains[0].parts
    texts = [_text(part) for part in preamble]
    front = texts[: _front(preamble)]
    furniture = [*_take_furniture(preamble)]
    title = _take_title(preamble) if len(preamble) + len(mains) > 2 else ""
    furniture += _take_furniture(preamble)  # in a text without lines, what stood before the title
    lines = [*furniture, *front, *frames]
    facts = [
        *(draft_in(lines) or approval_in([*texts, *frames, *_dated(mains)])),
        *_municipality([title, *lines]),
        *_version(lines),
    ]
    told = {fact.line for fact in facts}
    return Cover(title, tuple(facts), tuple(line for line in furniture if line not in told))


def _take_furniture(preamble: list[OutlinePart]) -> Iterator[str]:
    """Take the lines that are neither text nor name out of a cover."""
    for part in [part for part in preamble[: _front(preamble)] if _is_furniture(_text(part))]:
        preamble.remove(part)
        yield _text(part)


def _front(parts: Sequence[OutlinePart]) -> int:
    """How many of the first parts are short lines, as on a cover; a heading with text below it is none."""
    count = 0
    while count < min(len(parts), FRONT) and _is_short(parts[count]):
        count += 1
    while 0 < count < len(parts) and isinstance(parts[count - 1], OutlineHeading):
        count -= 1
    return count


def _is_short(part: OutlinePart) -> bool:
    text = _text(part)
    is_item = isinstance(part, Block) and part.kind is BlockKind.ITEM
    return not is_item and (whole_title(plain_title(text)) or _is_furniture(text))


def _is_furniture(text: str) -> bool:
    """Whether a line of the cover is no text and no name: a municipality, a body, a day, a draft, a reference."""
    if names_guideline(text) and not tells_of_approval(text):
        return False
    kinds = (_MUNICIPALITY, _VERSION, _NO_NAME, _DATED)
    if len(text) > LINE or (text.endswith(".") and not _DATED.fullmatch(text)):
        return False
    return any(kind.fullmatch(text) for kind in kinds) or is_body(text) or is_draft(text) or tells_of_approval(text)


def _text(part: OutlinePart) -> str:
    return part.title if isinstance(part, OutlineHeading) else part.text


def _dated(mains: Sequence[Main]) -> Iterator[str]:
    """The short lines of the first and the last section that have a day: without, one tells how posts are approved."""
    ends = (*mains[:2], *mains[2:][-1:])
    texts = (part.text for main in ends for part in main.parts if isinstance(part, Block) and len(part.text) <= LINE)
    dated = (text for text in texts if re.search(r"\d{4}", text) and day_in(text))
    yield from itertools.islice(dated, MOST)  # a table of thousands of days says nothing of the document


def _municipality(lines: Sequence[str]) -> Iterator[Fact]:
    for line in lines:
        for found in _MUNICIPALITY.finditer(line[:LINE]):
            name = (found["fi"] or found["sv"] or found["en"]).split()
            if name[0].casefold() in _UNNAMED:
                continue
            if found["fi"]:
                name[-1] = _WHOLE.get(name[-1].casefold(), name[-1].casefold())
            yield Fact("municipality", " ".join(_cased(word, last=word is name[-1]) for word in name), line)
            return


def _cased(word: str, *, last: bool) -> str:
    """A word of a name that is written in capitals as it is usually written."""
    return (word.casefold() if last else word.capitalize()) if word.isupper() and len(word) > 1 else word


def _version(lines: Sequence[str]) -> Iterator[Fact]:
    found = ((_VERSION.search(line), line) for line in lines)
    yield from [Fact("version", version[1], line) for version, line in found if version][:1]


def _take_title(preamble: list[OutlinePart]) -> str:
    """The document's name, taken out of the text before the first section; empty where none shows.

    Its title style, else its first heading, else a line that is called like a guideline, else its first run of
    capitals, else a short first line.
    """
    headings = [part for part in preamble if isinstance(part, OutlineHeading)]
    chosen = next((one for one in headings if one.level == 0), None) or next(iter(headings), None)
    if chosen:
        preamble.remove(chosen)
        return chosen.title
    blocks = [part for part in preamble if isinstance(part, Block)]
    lines = [block for block in blocks[:FRONT] if _is_short(block)]
    line = next((one for one in lines if names_guideline(one.text)), None)
    line = line or next((one for one in blocks if _capitals(one.text)), None)
    line = line or (lines[0] if lines and lines[0] is preamble[0] else None)
    if line is None:
        return ""
    run = _capitals(line.text)
    if run is None or line.text.isupper():
        return _taken(preamble, line)
    start, end = run
    place = preamble.index(line)
    rest = [line.text[:start].strip(), line.text[end:].strip()]
    preamble[place : place + 1] = [Block(text, line.kind) for text in rest if text]
    return line.text[start:end]


def _taken(preamble: list[OutlinePart], line: Block) -> str:
    """Take the ``line`` out, and those next to it that go on in capitals as it does."""
    first = last = preamble.index(line)
    while last + 1 < len(preamble) and line.text.isupper() and _text(preamble[last + 1]).isupper():
        last += 1
    while first and line.text.isupper() and _text(preamble[first - 1]).isupper():
        first -= 1
    title = " ".join(map(_text, preamble[first : last + 1]))
    del preamble[first : last + 1]
    return plain_title(title)


def _capitals(text: str) -> tuple[int, int] | None:
    """Where the first run of at least two words in capitals stands in ``text``, 10 letters or more."""
    words = text.split(" ")
    start = position = 0
    run: list[str] = []
    for word in [*words, ""]:
        if word.isupper() and len(word) > 1:
            start = start if run else position
            run.append(word)
        elif len(run) > 1 and len("".join(run)) >= 10:
            return start, start + len(" ".join(run))
        else:
            run = []
        position += len(word) + 1
    return None
