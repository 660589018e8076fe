"""Whether somebody is still to be found in files; no tests."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bot.domain.people import Person


def traces(folder: Path, person: Person) -> list[str]:
    """The files in ``folder``, and in archives there, that have anything of ``person`` in them."""
    pattern = pattern_of(person)
    return [name for name, content in _files(folder) if pattern.search(content)]


def is_named(person: Person, document: object) -> bool:
    """Whether ``document`` has anything of ``person`` in it."""
    return pattern_of(person).search(repr(document).encode()) is not None


def pattern_of(person: Person) -> re.Pattern[bytes]:
    """What names the person: the id, the accounts, the address and the name, as whole words."""
    words = {person.id, *person.identities, *(one.partition(":")[2] for one in person.identities)}
    words |= {word for word in (person.email, person.display_name) if word}
    return re.compile(b"|".join(rb"(?<![\w@-])%s(?![\w@-])" % re.escape(word.encode()) for word in words), re.I)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        yield str(path.relative_to(folder)), path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path.name}: {name}", archive.read(name)
