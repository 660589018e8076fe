"""A TOML file of content, with the lines that its keys and texts stand on."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.knowledge.content.findings import Report, read_text
from bot.language.analysis import plain

_LIST = 'must be a list of texts in quotes, such as ["one", "two"]'


@dataclass(frozen=True, slots=True)
class TomlFile:
    """What the file ``path`` holds; nothing where it does not exist or is malformed, as ``report`` then says."""

    path: Path
    report: Report
    values: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""

    @property
    def lines(self) -> list[str]:
        """Its lines: made when something is wrong with one, for some files have tens of thousands."""
        return self.text.splitlines()

    def flat(self) -> Iterator[tuple[str, object]]:
        """Every key with its value; ``3.2 = []`` without quotes is the key ``3.2`` all the same."""
        yield from _flat("", self.values)

    def line(self, text: str, below: str = "") -> int:
        """The line where ``text`` stands as a key, else as a text, found by its look; 0 where it is not found.

        With ``below`` it is looked for as a text only, after the key ``below``."""
        quoted = re.escape(text)
        as_key, as_text = rf"""\s*(?:\[\s*)?["']?{quoted}["']?\s*[\]=.]""", rf""".*["']\s*{quoted}\s*["']"""
        start = self.line(below) if below else 1
        lines = self.lines
        for look in (as_text,) if below else (as_key, as_text):
            given = re.compile(look)
            numbered = enumerate(lines[start - 1 :], start)
            if found := next((number for number, line in numbered if given.match(line)), 0):
                return found
        return 0

    def error(self, text: str, message: str) -> None:
        """Report what must be put right at the key or text ``text``."""
        self.report.error(self.path, self.line(text), message)

    def warning(self, text: str, message: str, below: str = "") -> None:
        """Report what an editor should look at, at the key or text ``text``; for ``below``, see `line`."""
        self.report.warning(self.path, self.line(text, below), message)

    def list_of_texts(self, key: str, value: object) -> list[str]:
        """``value`` where it is a list of texts, else none, which is reported."""
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return value
        self.error(key, f'"{key}" {_LIST}')
        return []

    def tables(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """The lists of texts in each of its tables."""
        tables = {name: table for name, table in self.values.items() if isinstance(table, dict)}
        return {name: {key: self.texts(key, texts) for key, texts in table.items()} for name, table in tables.items()}

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        """The texts of a list, each on one line; empty ones are reported too."""
        given = self.list_of_texts(key, value)
        texts = tuple(text for one in given if (text := " ".join(one.split())))
        if len(texts) < len(given):
            self.warning(key, f'"{key}" has an empty text: remove it')
        elif value == []:
            self.warning(key, f'"{key}" lists nothing: add texts in quotes, or remove it')
        return texts


def tell_repeated(
    texts: Iterable[tuple[TomlFile, str, str]], stands: str = "stands", advice: str = "keep it where it fits best"
) -> None:
    """Report each of ``texts``, which come with their file and the key that they stand at, that reads the same as an
    earlier one: two places can not be told apart by it."""
    seen: dict[str, str] = {}
    for file, key, text in texts:
        normal = plain(text).strip(" ?!.")
        if earlier := seen.get(normal):
            line = max((number for number, line in enumerate(file.lines, 1) if f'"{text}"' in line), default=0)
            message = f'"{text}" {stands} at "{earlier}" already: {advice}'
            file.report.warning(file.path, line or file.line(text), message)
        seen.setdefault(normal, key)


def _flat(prefix: str, values: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{key}.", value)
        else:
            yield f"{prefix}{key}", value


def read_toml(path: Path, report: Report, without: str = "") -> TomlFile:
    """The file ``path``; ``report`` gets what is wrong, by line. It may be missing, unless ``without`` says what then
    does not work."""
    if not path.exists():
        if without:
            report.error(path, 0, f"does not exist: without it {without}")
        return TomlFile(path, report)
    text = read_text(path, report) or ""
    try:
        return TomlFile(path, report, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as problem:
        place = re.search(r"at line (\d+)", str(problem))
        line = int(place[1]) if place else len(text.splitlines())
        report.error(path, line, f"is not valid TOML, {problem}: correct this line; texts stand in quotes")
        return TomlFile(path, report)
