"""From an outline to the guideline's sections, each word of it kept."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.domain.guideline import BulletList, Prose, Section, Subsection
from bot.domain.language import Language
from bot.importing.cover import take_cover
from bot.importing.document import SECTIONS, SUBSECTIONS, Block, BlockKind, Document, DocumentError, Doubt, Sections
from bot.importing.headings.candidates import own_number
from bot.importing.headings.chain import follows
from bot.importing.headings.numbering import number_at_start
from bot.importing.languages import in_language
from bot.importing.outline import Main, OutlineHeading, outline_of
from bot.language.sentences import PASSAGE_WORDS, sentences

PREAMBLE = {Language.FI: "Johdanto", Language.SV: "Inledning", Language.EN: "Introduction"}
"""What the text before the first heading is called where the document has no title."""

WHOLE = {Language.FI: "Ohje", Language.SV: "Anvisning", Language.EN: "Guideline"}
"""What a text without headings is called where the document has no title."""

_LISTED = re.compile(r"(?:\d{1,2}[.)]|[a-zåäö]\)) \S")


def sections_of(document: Document, language: Language) -> Sections:
    """The sections of ``document``; raises DocumentError where it has none, or more than a guideline can have."""
    if not document.blocks:
        raise DocumentError("holds no text: if its pages are scanned pictures, run text recognition (OCR) on it first")
    document = in_language(document, language)
    outline = outline_of(document.blocks)
    cover = take_cover(outline.mains, [text for text in document.left_out if text.startswith('"')])
    mains = [main for main in outline.mains if main.parts or main.heading.title]
    if not mains:
        raise DocumentError("holds nothing but lines of a cover: is it the whole guideline?")
    if len(mains) > SECTIONS:
        raise DocumentError(f"has {len(mains)} main headings, over {SECTIONS}: give the guideline alone")
    doubts = [*(Doubt("", text) for text in document.doubts), *outline.doubts]
    sections = tuple(
        _section(main, cover.title or (WHOLE if main.number else PREAMBLE)[language], doubts) for main in mains
    )
    count = sum(len(section.subsections) for section in sections)
    if count > SUBSECTIONS:
        raise DocumentError(f"has {count} headings, over {SUBSECTIONS}: give the guideline alone")
    told = ("the table of contents",) if outline.contents else ()
    left_out = (*document.left_out, *told, *(f'the line "{line}"' for line in cover.left_out))
    return Sections(cover.title, sections, tuple(doubts), left_out, outline.contents, cover.facts)


@dataclass(slots=True)
class _Group:
    heading: OutlineHeading
    blocks: list[Block] = field(default_factory=list)


def _section(main: Main, unnamed: str, doubts: list[Doubt]) -> Section:
    """``unnamed`` is what the text before the first heading is called, or a text without headings."""
    identifier = str(main.number)
    title = main.heading.title or unnamed
    if not main.heading.sure:
        doubts.append(_guessed_end(identifier, main.heading))
    groups = [_Group(main.heading)]
    ahead = deque(part.places for part in main.parts if isinstance(part, OutlineHeading) and part.places)
    last: tuple[int, ...] = (main.number,)
    for part in main.parts:
        if isinstance(part, OutlineHeading):
            last = ahead.popleft() if part.places else last
            groups.append(_Group(part))
            doubts.extend(_doubts_of(identifier, part, main.heading))
        elif (places := _paragraph_number(part, last)) and (not ahead or places < ahead[0]):
            last = places
            above = groups[-1].heading.title or title
            text = Block(" ".join(filter(None, (part.number, part.text))))
            groups.append(_Group(OutlineHeading(above, places), [text]))
        else:
            groups[-1].blocks.append(part)
    if not any(group.blocks for group in groups[1:]) and not groups[0].blocks:
        doubts.append(Doubt(identifier, f'there is no text below the heading "{title}"'))
    return _divided(Section(identifier, title, tuple(_subsections(identifier, title, _filled(groups, title)))))


def _paragraph_number(block: Block, last: tuple[int, ...]) -> tuple[int, ...]:
    """The number such as 1.2 that a paragraph without a heading has and that follows on ``last``; else empty."""
    number = own_number(block)
    return number.places if number and len(number.places) > 1 and follows(number.places, last) else ()


def _doubts_of(identifier: str, heading: OutlineHeading, main: OutlineHeading) -> Iterator[Doubt]:
    if heading.places and not heading.sure:
        yield _guessed_end(identifier, heading)
    elif not heading.places and not heading.sure:
        yield Doubt(identifier, f'"{heading.title}" was taken for a heading')
    elif not heading.places and main.places and 0 < heading.level <= main.level:
        why = "has no number" if number_at_start(heading.title) is None else "has a number that does not count on"
        yield Doubt(identifier, f'the heading "{heading.title}" {why}: it was put into this section')


def _guessed_end(identifier: str, heading: OutlineHeading) -> Doubt:
    return Doubt(identifier, f'the heading "{heading.title}" was taken to end before "{heading.following} …"')


def _filled(groups: Sequence[_Group], title: str) -> Iterator[_Group]:
    """The groups that have text. A heading right above another is put before its title; one above nothing is text."""
    above: list[str] = []
    for place, group in enumerate(groups):
        following = groups[place + 1] if place + 1 < len(groups) else None
        if group.blocks:
            heading = group.heading if place else OutlineHeading(title)
            full = ": ".join([*above, heading.title])
            yield _Group(OutlineHeading(full, heading.places, heading.level), group.blocks)
            above = []
        elif not place and following:
            continue  # the section's own title, and its first sub-heading at once
        elif following and _is_below(following.heading, group.heading):
            above.append(group.heading.title)
        else:
            shown = group.heading if place else OutlineHeading(title)
            text = ": ".join([*above, shown.title])
            yield _Group(OutlineHeading(text, shown.places, shown.level), [Block(text)])
            above = []


def _is_below(one: OutlineHeading, other: OutlineHeading) -> bool:
    if one.places and other.places:
        return len(one.places) > len(other.places)
    return one.level > other.level


def _subsections(section: str, title: str, groups: Iterator[_Group]) -> Iterator[Subsection]:
    filled = [*groups]
    numbered = any(len(group.heading.places) > 1 for group in filled)
    previous, extra = section, 0
    for place, group in enumerate(filled):
        places = group.heading.places
        # What stands before 3.0 has ids from 3.0-1 on, and ids go up: there, 3.0 is counted among them.
        if len(places) > 1 and not (extra and previous == section and places[-1] == 0):
            previous, extra = ".".join(map(str, places)), 0
            identifier = previous
        elif place == 0 and group.heading.title == title:
            identifier = section
        else:
            extra += 1
            start = f"{section}.0" if previous == section and numbered else previous
            identifier = f"{start}-{extra}" if numbered else f"{section}.{extra}"
        yield Subsection(identifier, group.heading.title, tuple(_body(group.blocks)))


def _body(blocks: Sequence[Block]) -> Iterator[Prose | BulletList]:
    items: list[str] = []
    for block in blocks:
        text = " ".join(filter(None, (block.number, block.text)))
        if block.kind is BlockKind.ITEM or _LISTED.match(text):
            items.append(text)
            continue
        if items:
            yield BulletList(tuple(items))
            items = []
        yield Prose(text)
    if items:
        yield BulletList(tuple(items))


def _divided(section: Section) -> Section:
    """``section`` with a subsection a paragraph, a list going with the paragraph above it.

    A paragraph longer than an answer's quote is divided between sentences. Each piece keeps the section's title, since
    one of our own would be an invented one.
    """
    pieces = [*_pieces(section.subsections[0].body)]
    if [one.id for one in section.subsections] != [section.id] or len(pieces) < 2:
        return section
    made = (Subsection(f"{section.id}.{place}", section.title, piece) for place, piece in enumerate(pieces, 1))
    return Section(section.id, section.title, tuple(made))


def shares_title(section: Section, subsection: Subsection) -> bool:
    """Whether the subsection is one that `_divided` made, with no title of its own."""
    return subsection.id != section.id and subsection.title == section.title


def _pieces(body: Sequence[Prose | BulletList]) -> Iterator[tuple[Prose | BulletList, ...]]:
    gathered: tuple[Prose | BulletList, ...] = ()
    for part in body:
        if isinstance(part, BulletList):
            gathered = (*gathered, part)
            continue
        *whole, last = _within_quote(part)
        if gathered:
            yield gathered
        yield from ((one,) for one in whole)
        gathered = (last,)
    yield gathered


def _within_quote(paragraph: Prose) -> list[Prose]:
    groups: list[list[str]] = [[]]
    words = 0
    for sentence in sentences(paragraph.text):
        length = len(sentence.split())
        if groups[-1] and words + length > PASSAGE_WORDS:
            groups.append([])
            words = 0
        groups[-1].append(sentence)
        words += length
    return [Prose(" ".join(group)) for group in groups]
