"""From the lines of pages to paragraphs, list items and lines of their own; divided words are mended."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.importing.document import Block, BlockKind
from bot.importing.formats.pages import FLOWING, Page, PageLine, is_flowing
from bot.importing.headings.numbering import begins_with_capital, is_bare_number, number_at_start

FULL: Final = 0.9
"""A line is full where the next word would have made it longer than this share of the usual width; letters differ in
width, so that full lines differ in length."""
NARROWEST: Final = 40
"""No column of text is narrower, in characters."""

BULLETS = "•●○▪■□◦‣⁃∙·➢►✓❖\x7f\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"
_ITEM = re.compile(rf"(?:[*{BULLETS}]\s*|[-–—o+]\s+)(?=\S)")
_WITHIN = re.compile(rf"(?<=\S)\s+[*{BULLETS}]\s*(?=\w)")
_BARE_BULLET = re.compile(rf"[*{BULLETS}–—o-]")
_LIST_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[a-zåäö]\))\s+\S")
_ENDS = re.compile(r"""[.!?:;]["'”’»)\]]*$""")
_DIVIDED = re.compile(r"(\w+)[-‐]$")
_WORDS_AFTER_HYPHEN = frozenset(
    ["ja", "tai", "eli", "sekä", "kuin", "että", "och", "eller", "samt", "som", "and", "or", "to"]
)


def blocks_of(pages: Iterable[Page]) -> tuple[Block, ...]:
    """The paragraphs and list items of ``pages``; a line that looks like a heading stays a block of its own."""
    pages = [*pages]
    lines = [line for page in pages for line in _with_joined_marks(page)]
    return tuple(_Joiner(lines, flowing=is_flowing(pages)).blocks())


def _with_joined_marks(page: Page) -> list[PageLine]:
    """Bullets and numbers that stand alone on their line, put before the line that they belong to."""
    joined: list[PageLine] = []
    mark = ""
    for line in page:
        if mark and line.text:
            joined.append(replace(line, text=f"{mark} {line.text}"))
            mark = ""
        elif line.text and (_BARE_BULLET.fullmatch(line.text) or _is_heading_number(line.text)):
            mark = line.text
        elif not (mark and not line.text):
            joined.append(line)
    return [*joined, PageLine(mark)] if mark else joined


def _is_heading_number(text: str) -> bool:
    return is_bare_number(text) and not text.isdecimal()


class _Joiner:
    def __init__(self, lines: Sequence[PageLine], *, flowing: bool) -> None:
        self._lines = lines
        self._flowing = flowing
        lengths = sorted(len(line.text) for line in lines if len(line.text) > 20)
        self._width = max(NARROWEST, lengths[len(lengths) * 9 // 10] if lengths else 0)
        # Where lists run on in mid-line, a bullet at the start of a line is there by chance.
        self._lists_run_on = sum(len(_WITHIN.findall(line.text)) for line in lines) > 1
        self._known = frozenset(
            word.casefold() for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text) if len(word) > 3
        )

    def blocks(self) -> Iterator[Block]:
        gathered: list[PageLine] = []
        gap = gap_above = False
        for line in self._lines:
            if not line.text:
                gap = bool(gathered)
                continue
            if gathered and self._breaks(gathered, line, gap=gap):
                yield self._block(gathered, gap=gap_above)
                gathered, gap_above = [], gap
            gathered.append(line)
            gap = False
        if gathered:
            yield self._block(gathered, gap=gap_above)

    def _breaks(self, gathered: Sequence[PageLine], after: PageLine, *, gap: bool) -> bool:
        before = gathered[-1]
        if not gap and _divided(before.text) and after.text[:1].isalnum():
            return False
        if _ITEM.match(after.text) and not (self._lists_run_on and self._is_full(before, after)):
            return True
        if before.emphasis != after.emphasis or self._begins_numbered(before, after):
            return True
        goes_on = after.text[:1].islower() and not _ENDS.search(before.text)
        if gap or (self._flowing and len(before.text) > FLOWING):
            return not goes_on or (gap and not self._is_full(before, after))
        if goes_on and not _is_own_heading(gathered, self._width):
            return False
        return not self._is_full(before, after)

    def _begins_numbered(self, before: PageLine, after: PageLine) -> bool:
        """Whether ``after`` begins with a number of its own; a sentence can have one at the start of a line too."""
        number = number_at_start(after.text)
        if number and begins_with_capital(after.text[number.end :]):
            return True
        in_sentence = self._is_full(before, after) and not _ENDS.search(before.text)
        return bool(_LIST_NUMBER.match(after.text)) and not in_sentence

    def _is_full(self, line: PageLine, after: PageLine) -> bool:
        """Whether ``line`` ends where it does for lack of room: the first word of ``after`` did not fit."""
        word = after.text.split(" ", 1)[0]
        return len(line.text) + 1 + len(word) > FULL * self._width

    def _block(self, lines: Sequence[PageLine], *, gap: bool) -> Block:
        joined = [self._mended(before.text, after.text) for before, after in itertools.pairwise(lines)]
        pieces = zip([*joined, f"{lines[-1].text} "], lines, strict=True)
        text = "".join(_with_addresses(piece, line.linked) for piece, line in pieces).rstrip()
        emphasis = all(line.emphasis for line in lines)
        item = _ITEM.match(text)
        if item:
            return Block(text[item.end() :], BlockKind.ITEM, gap=gap)
        return Block(text, emphasis=emphasis, gap=gap)

    def _mended(self, before: str, after: str) -> str:
        """The line ``before`` so that ``after`` can follow it: with a space, or with a divided word put together."""
        if before.endswith("\u00ad"):
            return before[:-1]
        divided, rest = _divided(before), re.match(r"\w+", after)
        if not divided or not rest or rest[0].casefold() in _WORDS_AFTER_HYPHEN:
            return f"{before} "
        return before if self._keeps_hyphen(divided, rest[0]) else before[:-1]

    def _keeps_hyphen(self, first: str, second: str) -> bool:
        if not second[:1].islower() or first[-1:].isdecimal() or first.isupper():
            return True
        if (first + second).casefold() in self._known:
            return False
        # "linja-auto": a compound has its hyphen between two equal vowels.
        same_vowel = first[-1:].casefold() == second[:1] and second[:1] in "aeiouyäö"
        return same_vowel or f"{first}-{second}".casefold() in self._known


def _with_addresses(piece: str, linked: str) -> str:
    """A line with its addresses at its end, or before the word that goes on in the next line."""
    if not linked:
        return piece
    if piece.endswith(" "):
        return f"{piece}{linked} "
    before, _, word = piece.rpartition(" ")
    return f"{before} {linked} {word}"


def _divided(line: str) -> str:
    """The first part of a word that the end of ``line`` divides with a hyphen; empty where it divides none."""
    found = _DIVIDED.search(line[-60:])
    return found[1] if found else ""


def _is_own_heading(lines: Sequence[PageLine], width: int) -> bool:
    """Whether what is gathered is a heading in one short line, after which even small letters begin something new."""
    return len(lines) == 1 and number_at_start(lines[0].text) is not None and len(lines[0].text) < width / 3
