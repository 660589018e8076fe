"""The bot's texts, written in Fluent, one file a language."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource

from bot.domain.language import Language

# Dates and numbers as they are written in Finland and, for English, in Europe.
_LOCALES = {Language.FI: "fi-FI", Language.SV: "sv-FI", Language.EN: "en-GB"}

Argument = str | int | float | date | datetime


class Texts:
    """The texts in one language."""

    def __init__(self, language: Language, source: str) -> None:
        self.language = language
        # Isolation marks keep mixed directions apart; our languages all run one way, and people copy these texts.
        self._bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
        self._bundle.add_resource(FluentResource(source))
        self._plain: dict[str, str] = {}

    def __call__(self, key: str, /, **arguments: Argument) -> str:
        """The text ``key`` with its placeholders filled in.

        Raises LookupError where there is no such text or a placeholder is not given: both are mistakes in the program.
        """
        if not arguments and key in self._plain:
            return self._plain[key]
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise LookupError(f"the text {key} has no value")
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise LookupError(f"the text {key} in {self.language}: {errors[0]}")
        if not arguments:
            self._plain[key] = str(text)  # most texts have no placeholders, and are said again and again
        return str(text)

    def has(self, key: str) -> bool:
        """Whether there is a text ``key``."""
        return self._bundle.has_message(key)


@cache
def texts_in(language: Language) -> Texts:
    """The texts in ``language``, read once."""
    source = resources.files("bot.texts").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    return Texts(language, source)
