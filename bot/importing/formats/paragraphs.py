"""Gathers a format's runs of text into blocks."""

from dataclasses import dataclass, field, replace

from bot.importing.addresses import is_within, told
from bot.importing.document import BLOCKS, Block, BlockKind, DocumentError, clean, require_size, without_soft_hyphens
from bot.importing.headings.numbering import number_at_start
from bot.importing.headings.titles import whole_title

CELL = " – "
"""What stands between the cells of a table's row, which becomes one list item."""

PLAIN = Block("")


@dataclass(slots=True)
class Paragraphs:
    """Blocks in the making: begin one, add its text, end it. Bounded, whatever a file holds.

    ``opened`` is what the text that comes belongs to: a block without text, plain again after the block has ended.
    """

    opened: Block = PLAIN
    _blocks: list[Block] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _bold: bool = True
    _length: int = 0
    unsaid: dict[str, None] = field(default_factory=dict)
    """The addresses of links that were left out, each with its text, in order."""

    def begin(self, kind: Block) -> None:
        """What is added from here on is a block of this kind, level and number."""
        self.opened = kind

    def add(self, text: str, *, bold: bool = False) -> None:
        """Add text to the block; a line break in it is a line break in a paragraph."""
        self._length += len(text)
        require_size(self._length)
        self._text.append(text)
        self._bold = self._bold and (bold or not text.strip())

    def add_cell(self) -> None:
        """Begin another cell of a table's row."""
        if "".join(self._text).strip():
            self._text.append(CELL)

    @property
    def reached(self) -> int:
        """How far the block has come: where a link begins, for `end_link`."""
        return len(self._text)

    def end_link(self, start: int, address: str, base: str = "") -> None:
        """Tell the address of a link after its text; what cannot be told there is `unsaid`."""
        text = "".join(self._text[start:])
        shown = told(address, text, base)
        if shown and text.strip() and self.opened.kind in (BlockKind.TEXT, BlockKind.ITEM):
            self.add(f" ({shown})")
        elif (shown or (is_within(address) and not base)) and self.opened.kind is not BlockKind.CONTENTS:
            self.unsaid.setdefault(f'the address of the link "{clean(text)}": {clean(shown or address)}')

    def end(self) -> None:
        """End the block, if it has text."""
        text = without_soft_hyphens("".join(self._text))
        if text.strip():
            self._append(replace(self.opened, emphasis=self.opened.emphasis or self._bold), text)
            self.opened = PLAIN
        self._text, self._bold = [], True

    def insert(self, block: Block) -> None:
        """Put a block after those that have ended."""
        self._append(block, block.text)

    def finished(self) -> tuple[Block, ...]:
        """All blocks in order."""
        self.end()
        return tuple(self._blocks)

    def _append(self, block: Block, text: str) -> None:
        lines = [line for line in map(clean, text.split("\n")) if line]
        # A heading may be parted from its text by nothing but a line break.
        headed = block.kind is BlockKind.TEXT and len(lines) > 1 and number_at_start(lines[0]) and whole_title(lines[0])
        pieces = [lines[0], " ".join(lines[1:])] if headed else [" ".join(lines)]
        self._blocks.extend(replace(block, text=piece) for piece in pieces if piece)
        if len(self._blocks) > BLOCKS:
            raise DocumentError(f"has over {BLOCKS} paragraphs: import the guideline alone")
