"""``guideline.toml``: which guideline this is, in which languages, and the duties it lays down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from bot.domain.guideline import Approval, Edition, Wording
from bot.domain.language import Language
from bot.knowledge.content.findings import Report
from bot.knowledge.content.tomlfile import TomlFile, read_toml

FILE_NAME = "guideline.toml"
_NAME = {
    Language.FI: "Sosiaalisen median ohje",
    Language.SV: "Anvisning för sociala medier",
    Language.EN: "Social media guideline",
}
_MUNICIPALITY = {Language.FI: "Kunta", Language.SV: "Kommunen", Language.EN: "The municipality"}
_KEYS = (
    *("name", "municipality", "version", "status", "approved_on", "approved_by", "wording", "languages"),
    *("review_by", "source", "support", "duties"),
)
_SPOKEN = ", ".join(Language)
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class EditionFile:
    """What ``guideline.toml`` says, defaults filled in; ``duties`` are the ids of subsections, by obligation."""

    edition: Edition
    duties: Mapping[str, str]
    file: TomlFile


def read_edition(path: Path, found: tuple[Language, ...], report: Report) -> EditionFile:
    """Read the file ``path``; whatever is missing or wrong gets its default, and ``report`` what is wrong.

    ``found`` are the languages that have a folder: the languages of the guideline unless the file lists them.
    """
    if not path.exists():
        report.warning(path, 0, "does not exist: create it with name, municipality and version")
    file = read_toml(path, report)
    table = _Table(file)
    languages = table.languages() or found or tuple(Language)[:1]
    edition = Edition(
        name=table.by_language("name", languages, _NAME),
        municipality=table.by_language("municipality", languages, _MUNICIPALITY),
        version=table.text("version") or "",
        status=table.choice("status", Approval.DRAFT),
        wording=table.choice("wording", Wording.SUMMARY),
        languages=languages,
        approved_on=table.date("approved_on"),
        approved_by=table.text("approved_by"),
        review_by=table.date("review_by"),
        source=table.text("source"),
        support=table.by_language("support", languages, {}),
    )
    return EditionFile(edition, table.duties(), file)


class _Table:
    """The file's keys, read one by one, each with its type."""

    def __init__(self, file: TomlFile) -> None:
        self._file = file
        self._values = file.values
        for key in self._values:
            if key not in _KEYS:
                self._file.error(key, f'"{key}" is not known: correct it to one of {", ".join(_KEYS)}, or remove it')

    def text(self, key: str) -> str | None:
        """A text; an empty one counts as not given."""
        value = self._values.get(key)
        if value is None or isinstance(value, str):
            return value or None
        self._file.error(key, f'"{key}" must be a text in quotes')
        return None

    def date(self, key: str) -> date | None:
        value = self._values.get(key)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self._file.error(key, f'"{key}" must be a day without quotes: write it as {key} = 2026-01-31')
        return None

    def choice(self, key: str, default: _Choice) -> _Choice:
        value = self._values.get(key, default)
        options = [*type(default)]
        if value in options:
            return type(default)(value)
        self._file.error(key, f'"{key}" must be one of {", ".join(options)}')
        return default

    def languages(self) -> tuple[Language, ...]:
        """The languages that the file lists, the binding one first; none where it lists none."""
        value = self._values.get("languages", [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._file.error("languages", f'"languages" must be a list of {_SPOKEN}: the binding one first')
            return ()
        for one in value:
            if one not in [*Language]:
                self._file.error("languages", f'the language "{one}" is not spoken here: list only {_SPOKEN}')
            elif value.count(one) > 1:
                self._file.error("languages", f'the language "{one}" is listed twice: keep it once')
        return tuple(dict.fromkeys(Language(one) for one in value if one in [*Language]))

    def by_language(
        self, key: str, languages: tuple[Language, ...], defaults: Mapping[Language, str]
    ) -> dict[Language, str]:
        """A text in every language of the bot, from one text or a table by language; none where there is no default."""
        value = self._values.get(key)
        if value is None:
            return dict(defaults)
        if not isinstance(value, dict):
            text = self.text(key)
            return dict.fromkeys(Language, text) if text else dict(defaults)
        given = self._given_languages(key, value)
        for language in languages:
            if given and language not in given:
                self._file.warning(key, f'"{key}" is missing in {language}: add {language}')
        fallback = next((given[one] for one in (*languages, *given) if one in given), None)
        texts = {one: given.get(one) or fallback or defaults.get(one) for one in Language}
        return {one: text for one, text in texts.items() if text}

    def _given_languages(self, key: str, value: Mapping[str, Any]) -> dict[Language, str]:
        given = {}
        for one, text in value.items():
            if one not in [*Language]:
                self._file.error(key, f'"{one}" in "{key}" is no language spoken here: use only {_SPOKEN}')
            elif not isinstance(text, str) or not text:
                self._file.error(key, f'"{one}" in "{key}" must be a text in quotes')
            else:
                given[Language(one)] = text
        return given

    def duties(self) -> dict[str, str]:
        """The id of each duty's subsection, by name."""
        value = self._values.get("duties", {})
        if not isinstance(value, dict):
            self._file.error("duties", '"duties" must be a table: write [duties], then lines such as updates = "4.5"')
            return {}
        duties = {}
        for name, identifier in value.items():
            if isinstance(identifier, str):
                duties[name] = identifier
            else:
                self._file.error(name, f'the duty "{name}" must be a subsection\'s id in quotes, such as "4.5"')
        return duties
