"""A sheet of cells, whatever kind of file it is in, as rows of the register; and the register as sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from string import ascii_uppercase

from bot.domain.accounts.addresses import normalise_url
from bot.domain.language import Language
from bot.errors import SomebotError
from bot.lists.columns import SameColumnTwiceError, channel_fields, people_fields
from bot.services.register.fields import CHANNEL_FIELDS, PERSON_FIELDS, FieldKind, RecordField
from bot.services.register.lists.listings import Kind, ListedRow, Listing
from bot.services.register.records.cells import WORDS, as_text, as_word
from bot.services.register.records.channel_records import Problem

Cell = str | float | date | None

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELLS = 1_000_000
MAX_CHARACTERS = 50 * 1024 * 1024
"""Of all cells together: a workbook says a long text once, and may show it in each cell."""

_NAMES = {
    "channel": {Language.FI: "Kanavat", Language.SV: "Kanaler", Language.EN: "Channels"},
    "person": {Language.FI: "Henkilöt", Language.SV: "Personer", Language.EN: "People"},
}
_MAIL = "mailto:"
_PEOPLE = frozenset(column.key for column in CHANNEL_FIELDS if column.kind in (FieldKind.PERSON, FieldKind.PEOPLE))
_REQUIRED = tuple(column for column in CHANNEL_FIELDS if column.required)


class UnreadableFileError(SomebotError):
    """A file is not a list that can be imported; one line says why."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """The cells of one line of a sheet, as text; ``number`` is what the program that made the file calls it. ``links``
    are the targets of the links behind them, where there are any."""

    number: int
    cells: tuple[str, ...]
    links: tuple[str, ...] = ()

    def at(self, place: int) -> str:
        """The text at that place, without space around it."""
        return self.cells[place].strip() if place < len(self.cells) else ""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it."""
        return not any(cell.strip() for cell in self.cells)


class Budget:
    """What all lines of a file together may hold, counted while they are read."""

    def __init__(self, path: object) -> None:
        self._path = path
        self._lines = self._cells = self._characters = 0

    def take(self, line: SheetLine) -> SheetLine:
        """``line``, which is one more. Raises UnreadableFileError where that is too much for a list of channels."""
        self._lines += 1
        self._cells += len(line.cells)
        self._characters += sum(map(len, (*line.cells, *line.links)))
        if self._lines > MAX_ROWS:
            raise UnreadableFileError(f"{self._path}: has more than {MAX_ROWS} lines: this is no list of channels")
        if self._cells > MAX_CELLS or self._characters > MAX_CHARACTERS:
            raise UnreadableFileError(f"{self._path}: has more in its cells than a list of channels holds")
        return line


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines of text. ``name`` is empty where there is only one; ``named_cells``: whether its cells are called C7."""

    lines: tuple[SheetLine, ...]
    name: str = ""
    named_cells: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What an export writes as a sheet: headers, and a row of cells for each channel or person."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Header:
    """A line of headers, and what its columns mean."""

    line: SheetLine
    kind: Kind
    fields: Mapping[int, str]


@dataclass(slots=True)
class _Found:
    channels: list[ListedRow] = field(default_factory=list)
    people: list[ListedRow] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    headers: list[_Header] = field(default_factory=list)


def listing_from(sheets: Sequence[Sheet], path: object) -> Listing:
    """The rows of all sheets that have a line of headers. Raises UnreadableFileError; ``path`` is for its text."""
    found = _Found()
    for sheet in sheets:
        _read(sheet, found, path)
    if not found.headers:
        wanted = ", ".join(f'"{column.fi}"' for column in _REQUIRED)
        raise UnreadableFileError(f"{path}: has no line of headers: name the columns, at least {wanted}")
    if not found.channels and not found.people:
        raise UnreadableFileError(f"{path}: has headers and no rows below them: there is nothing to import")
    return Listing(tuple(found.channels), tuple(found.people), tuple(found.left_alone), whole=False)


def _read(sheet: Sheet, found: _Found, path: object) -> None:
    header: _Header | None = None
    for line in sheet.lines:
        if line.is_blank:
            continue
        new = _header(line, header, path)
        if new is not None:
            header = new
            found.headers.append(new)
            found.left_alone.extend(_unread_columns(sheet, new))
        elif header is not None:
            (found.channels if header.kind == "channel" else found.people).append(_row(sheet, header, line))
    if header is None and sheet.name and any(not line.is_blank for line in sheet.lines):
        found.left_alone.append(f'sheet "{sheet.name}"')


def _header(line: SheetLine, current: _Header | None, path: object) -> _Header | None:
    """The headers in ``line``, where it is a line of them; one list of people may follow the channels."""
    if current is not None and current.kind == "person":
        return None
    if people := people_fields(line.cells):
        return _Header(line, "person", people)
    if current is not None:
        return None
    try:
        fields = channel_fields(line.cells)
    except SameColumnTwiceError as error:
        first, second = error.args
        raise UnreadableFileError(
            f'{path}: line {line.number}: the columns "{first}" and "{second}" mean the same: rename or remove one'
        ) from error
    if len(fields) < 2:
        return None
    missing = [column for column in _REQUIRED if column.key not in fields.values()]
    if missing:
        names = ", ".join(f'"{column.fi}" ({column.key})' for column in missing)
        raise UnreadableFileError(f"{path}: the headers in line {line.number} lack {names}: add these columns")
    return _Header(line, "channel", fields)


def _unread_columns(sheet: Sheet, header: _Header) -> Iterator[str]:
    for place, text in enumerate(header.line.cells):
        if text.strip() and place not in header.fields:
            yield f'column "{" ".join(text.split())}"{_cell_name(sheet, place, header.line)}'


def _row(sheet: Sheet, header: _Header, line: SheetLine) -> ListedRow:
    values = {field: line.at(place) for place, field in header.fields.items()} | _linked(header, line)
    return ListedRow(
        line.number, values, header.kind, _places(sheet, header, line), tuple(_faults(sheet, header, line))
    )


def _linked(header: _Header, line: SheetLine) -> dict[str, str]:
    """What is read from behind the cells: the address, where none is written out ("Facebook-sivu", which is a link); a
    person's e-mail address behind a name."""
    behind = {field: line.links[place] for place, field in header.fields.items() if place < len(line.links)}
    written = {field: line.at(place) for place, field in header.fields.items()}
    found = {
        field: link[len(_MAIL) :].partition("?")[0]
        for field, link in behind.items()
        if field in _PEOPLE and link.lower().startswith(_MAIL) and "@" not in written[field]
    }
    if header.kind == "channel" and normalise_url(written.get("url", "")) is None:
        own = [behind.get("url", ""), *behind.values()] if not written.get("url") else [behind.get("url", "")]
        web = [link for link in own if link.lower().startswith(("https://", "http://"))]
        found |= {"url": web[0]} if web else {}
    return found


def _faults(sheet: Sheet, header: _Header, line: SheetLine) -> Iterator[Problem]:
    """A file without cells of its own shifts all that follows a separator which is not in quotation marks."""
    if not sheet.named_cells and any(cell.strip() for cell in line.cells[len(header.line.cells) :]):
        text = "has more cells than there are headers: a separator inside a cell needs quotation marks around the cell"
        yield Problem("", "malformed", text)


def _places(sheet: Sheet, header: _Header, line: SheetLine) -> Callable[[str], str]:
    columns = {field: place for place, field in header.fields.items()}
    where = f'sheet "{sheet.name}", line {line.number}' if sheet.name else f"line {line.number}"

    def place_of(field: str) -> str:
        place = columns.get(field)
        if place is None:
            return where if not field else f"{where}, {field}"
        return f'{where}, column "{" ".join(header.line.cells[place].split())}"{_cell_name(sheet, place, line)}'

    return place_of


def _cell_name(sheet: Sheet, place: int, line: SheetLine) -> str:
    if not sheet.named_cells:
        return ""
    first, second = divmod(place, len(ascii_uppercase))
    return f" ({ascii_uppercase[first - 1] if first else ''}{ascii_uppercase[second]}{line.number})"


def tables_of(document: Mapping[str, object], language: Language) -> tuple[Table, Table]:
    """The channels and the people of a JSON document, for people who read ``language``."""
    return (
        _table("channel", CHANNEL_FIELDS, document["channels"], language),
        _table("person", PERSON_FIELDS, document["people"], language),
    )


def _table(kind: Kind, columns: Sequence[RecordField], records: object, language: Language) -> Table:
    assert isinstance(records, Iterable)  # noqa: S101 - it is what our own export gives
    return Table(
        name=_NAMES[kind][language],
        headers=tuple(column.header(language) for column in columns),
        rows=tuple(tuple(_cell(column, record[column.key], language) for column in columns) for record in records),
    )


def _cell(column: RecordField, value: object, language: Language) -> Cell:
    match column.kind:
        case FieldKind.DATE if isinstance(value, str):
            return date.fromisoformat(value)
        case FieldKind.NUMBER if isinstance(value, int | float):
            return value
        case FieldKind.CHOICE if isinstance(value, str) and value in WORDS:
            return as_word(value, language)
        case _:
            return as_text(value, language)
