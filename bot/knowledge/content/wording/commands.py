"""``commands.toml``: what the sub-commands are called in each language, what each takes, and for whom it is."""

from collections.abc import Mapping
from pathlib import Path

from bot.domain.language import Language
from bot.knowledge.content.findings import Report
from bot.knowledge.content.tomlfile import read_toml

_BESIDE = frozenset({"takes", "who", "args", "chooses"})


def read_commands(path: Path, report: Report) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """What is said of each sub-command, by the name of its intent; ``report`` gets what is wrong, by line."""
    file = read_toml(path, report, without="no sub-command is known")
    for name, said in file.tables().items():
        if said.keys() - _BESIDE != {*Language}:
            file.error(name, f'"{name}" has names in {", ".join(Language)}, and beside them only {sorted(_BESIDE)}')
    return file.tables()
