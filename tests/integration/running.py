"""Commands as they are typed, and what they leave behind; no tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RULE = "kuka päättää uuden kanavan käyttöönotosta"
WEATHER = "millainen sää huomenna on"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int | str | None
    out: str
    err: str

    @property
    def objects(self) -> list[Any]:
        """Standard output as one JSON value a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    def refuses(self, *words: str) -> bool:
        """Whether the command was refused in one line on standard error that has ``words`` in it."""
        one_line = len(self.err.splitlines()) == 1
        return self.code == 2 and not self.out and one_line and all(word in self.err for word in words)


Run = Callable[..., Ran]


def written(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path
