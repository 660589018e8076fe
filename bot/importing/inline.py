"""Lists that a text holds in one line, and what stands between them."""

import re
from collections.abc import Iterator

from bot.importing.document import Block, BlockKind
from bot.language.sentences import sentences

GUESSED = 9
"""The level of a heading that only its place before a list shows: below all that a format or a number marks."""

_MARK = re.compile(r"(?:(?<=\s)|^)[*•●▪■◦‣\uf0b7\uf0a7]\s*(?=[^\W_])")
_FEWEST = 2
_LEAD_WORDS = 3
_NEXT_SENTENCE = re.compile(r"(?<=[a-zåäö.)]) (?=[A-ZÅÄÖ])")
_BACK_MATTER = re.compile(r"(?:Lähteet|Liitteet|Källor|Bilagor|Sources|References|Appendices)(?::|$|(?=\s[-–]))")


def unrolled(block: Block) -> list[Block]:
    """``block`` as its paragraphs and list items, where its text holds bullets in mid-line; else as it is."""
    if block.kind is BlockKind.HEADING:
        return [block]
    marks = list(_MARK.finditer(block.text))
    if len(marks) < _FEWEST:
        return [*_back_matter(block)]
    lead = block.text[: marks[0].start()].strip()
    if block.kind is BlockKind.ITEM:
        return [block if not lead else Block(lead, BlockKind.ITEM), *_items(block.text, marks, headed=False)]
    *paragraph, last = sentences(lead) or [""]
    headed = _is_lead(last)
    found = [Block(" ".join(paragraph)), Block(last, BlockKind.HEADING, GUESSED)] if headed else [Block(lead)]
    return [one for one in [*found, *_items(block.text, marks, headed=headed)] if one.text]


def _items(text: str, marks: list[re.Match[str]], *, headed: bool) -> Iterator[Block]:
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        item = text[mark.end() : end].strip()
        if end == len(text):
            yield from _last_item(item)
        elif headed and (split := _next_lead(item)):
            yield Block(item[:split].rstrip(), BlockKind.ITEM)
            yield Block(item[split:], BlockKind.HEADING, GUESSED)
        else:
            yield Block(item, BlockKind.ITEM)


def _last_item(item: str) -> Iterator[Block]:
    """The last item, and the paragraph that runs on after it: an item in small letters ends before a capital."""
    ends = _NEXT_SENTENCE.search(item) if item[:1].islower() else None
    yield Block(item[: ends.start()] if ends else item, BlockKind.ITEM)
    if ends:
        yield from _back_matter(Block(item[ends.end() :]))


def _back_matter(block: Block) -> Iterator[Block]:
    found = _BACK_MATTER.match(block.text)
    if not found:
        yield block
        return
    yield Block(found[0].rstrip(":"), BlockKind.HEADING, GUESSED)
    if rest := block.text[found.end() :].strip():
        yield Block(rest, block.kind)


def _is_lead(text: str) -> bool:
    """Whether ``text`` looks like a heading of the list that follows: one to three words, no full stop."""
    return 0 < len(text.split()) <= _LEAD_WORDS and text[0].isupper() and text[-1].isalnum()


def _next_lead(item: str) -> int:
    """Where the heading of the next list begins at the end of ``item``: names alone, after small letters; 0 if none."""
    words = item.split(" ")
    tail = 0
    while tail < min(_LEAD_WORDS, len(words) - 1) and words[-1 - tail][:1].isupper() and words[-1 - tail].isalnum():
        tail += 1
    return len(item) - len(" ".join(words[-tail:])) if tail and item[0].islower() else 0
