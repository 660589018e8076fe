"""Which part of a document is in the language that is imported: some hold the guideline twice, one after the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.domain.language import Language
from bot.importing.document import Block, BlockKind, Document
from bot.language.detection import detect

WORDS: Final = 8
"""A text of fewer words does not tell its language surely enough."""
FEWEST: Final = 3
SHARE: Final = 0.2
"""Fewer paragraphs than these in another language are quotations of it."""
ALIKE: Final = 0.9
"""What part of the paragraphs on either side of a boundary has to be in the side's own language."""

_NAMES = {Language.FI: "Finnish", Language.SV: "Swedish", Language.EN: "English"}


def in_language(document: Document, language: Language) -> Document:
    """``document`` without a part in another language before or after, which is told; raises nothing."""
    told = [(place, found) for place, block in enumerate(document.blocks) if (found := _language(block))]
    others = Counter(found for _, found in told if found is not language)
    other, count = others.most_common(1)[0] if others else (language, 0)
    if count < max(FEWEST, SHARE * len(told)):
        return document
    name, advice = _NAMES[other], f"with --lang {other}"
    if count == len(told):
        return _doubted(document, f"the text seems to be in {name}: import it {advice}")
    span = _span(document.blocks, told, language)
    if span is None:
        return _doubted(document, f"{count} paragraphs seem to be in {name}: import a document of one language alone")
    rest = [block for place, block in enumerate(document.blocks) if place not in span]
    out = f'the part in {name}, {len(rest)} paragraphs from "{rest[0].text[:60]}" on: import it as well, {advice}'
    blocks = document.blocks[span.start : span.stop]
    return replace(document, blocks=blocks, left_out=(*document.left_out, out))


def _language(block: Block) -> Language | None:
    return detect(block.text) if len(block.text.split()) >= WORDS else None


def _doubted(document: Document, doubt: str) -> Document:
    return replace(document, doubts=(*document.doubts, doubt))


def _span(blocks: Sequence[Block], told: Sequence[tuple[int, Language]], language: Language) -> range | None:
    """The blocks in ``language``, where they are the first or the last part of a document; None where they are not."""
    own = [found is language for _, found in told]
    total = sum(own)
    before, best = 0, (0, 0, True)
    for split in range(1, len(own)):
        before += own[split - 1]
        first = before + (len(own) - split) - (total - before)
        best = max(best, (first, split, True), (len(own) - first, split, False))
    score, split, is_first = best
    if score < ALIKE * len(own):
        return None
    cut = told[split - 1][0] + 1
    # What stands above the first sentence of the second part is its heading; the end of a list is of the first.
    while cut < told[split][0] and blocks[cut].kind is BlockKind.ITEM:
        cut += 1
    return range(cut) if is_first else range(cut, len(blocks))
