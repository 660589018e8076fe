"""A sheet of cells, whatever kind of file it is in, as rows of the register; and the register as sheets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from openpyxl.utils import get_column_letter

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
_SHIFTED = "has more cells than there are headers: a separator inside a cell needs quotation marks around the cell"
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
    """A line of headers of a sheet, and what its columns mean."""

    sheet: Sheet
    line: SheetLine
    kind: Kind
    fields: Mapping[int, str]

    def column(self, place: int, line: SheetLine) -> str:
        """The column's header, with the name of its cell in ``line`` where cells have names."""
        cell = f" ({get_column_letter(place + 1)}{line.number})" if self.sheet.named_cells else ""
        return f'column "{" ".join(self.line.cells[place].split())}"{cell}'


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
        new = _header(sheet, line, header, path)
        if new is not None:
            header = new
            found.headers.append(new)
            unread = (place for place, text in enumerate(line.cells) if text.strip() and place not in new.fields)
            found.left_alone.extend(new.column(place, line) for place in unread)
        elif header is not None:
            (found.channels if header.kind == "channel" else found.people).append(_row(header, line))
    if header is None and sheet.name and any(not line.is_blank for line in sheet.lines):
        found.left_alone.append(f'sheet "{sheet.name}"')


def _header(sheet: Sheet, line: SheetLine, current: _Header | None, path: object) -> _Header | None:
    """The headers in ``line``, where it is a line of them; one list of people may follow the channels."""
    if current is not None and current.kind == "person":
        return None
    if people := people_fields(line.cells):
        return _Header(sheet, line, "person", people)
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
    return _Header(sheet, line, "channel", fields)


def _row(header: _Header, line: SheetLine) -> ListedRow:
    written = {field: line.at(place) for place, field in header.fields.items()}
    # A file without cells of its own shifts all that follows a separator which is not in quotation marks.
    beyond = () if header.sheet.named_cells else line.cells[len(header.line.cells) :]
    faults = (Problem("", "malformed", _SHIFTED),) if any(map(str.strip, beyond)) else ()
    values = written | _linked(header, line, written)
    return ListedRow(line.number, values, header.kind, _places(header, line), faults)


def _linked(header: _Header, line: SheetLine, written: Mapping[str, str]) -> dict[str, str]:
    """What is read from behind the cells: the address, where none is written out ("Facebook-sivu", which is a link); a
    person's e-mail address behind a name."""
    behind = {field: line.links[place] for place, field in header.fields.items() if place < len(line.links)}
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


def _places(header: _Header, line: SheetLine) -> Callable[[str], str]:
    places = {field: place for place, field in header.fields.items()}
    where = f'sheet "{header.sheet.name}", line {line.number}' if header.sheet.name else f"line {line.number}"

    def place_of(field: str) -> str:
        return f"{where}, {header.column(places[field], line) if field in places else field}" if field else where

    return place_of


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
