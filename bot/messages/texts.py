"""The bot's texts, written in Fluent, one file a language."""

import re
from datetime import date, datetime
from functools import cache, lru_cache, partial
from importlib import resources
from typing import Any, Final

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from bot.domain.language import Language

# Dates and numbers as they are written in Finland and, for English, in Europe.
_LOCALES = {Language.FI: "fi-FI", Language.SV: "sv-FI", Language.EN: "en-GB"}

_KEPT = 2_048

Argument = str | int | float | date | datetime


def _clock(language: Language, at: datetime) -> str:
    """A time of day as it is written: 9.00 in Finland, in Swedish too; 09:00 in English."""
    return f"{at:%H:%M}" if language is Language.EN else f"{at.hour}.{at:%M}"


_FROM_TO: Final = re.compile(r"(?P<from>from )?(?P<day>\d[^–]*?)(?: ?– ?| to )(?P=day)")


def _one_day(text: str) -> str:
    """``text`` with the day said once that is the first and the last one: "on 4 May", not "from 4 May to 4 May"."""
    return _FROM_TO.sub(lambda match: f"on {match['day']}" if match["from"] else match["day"], text)


class Texts:
    """The texts in one language."""

    def __init__(self, language: Language, source: str) -> None:
        self.language = language
        # Isolation marks keep mixed directions apart; our languages all run one way, and people copy these texts.
        functions: dict[str, Any] = {
            "CLOCK": partial(_clock, language),
            "DAYS": self._days,
            "FROM_TO": self._from_to,
        }
        self._bundle = FluentBundle([_LOCALES[language]], functions, use_isolating=False)
        # Where in the file each word stands nobody asks: it would take as much memory again as the texts do.
        self._bundle.add_resource(FluentParser(with_spans=False).parse(source))
        # The same is said again and again; to write a date takes Fluent longer than all else that a look-up does.
        self._said = lru_cache(maxsize=_KEPT, typed=True)(self._say)

    def __call__(self, key: str, /, **arguments: Argument) -> str:
        """The text ``key`` with its placeholders filled in.

        Raises LookupError where there is no such text or a placeholder is not given: both are mistakes in the program.
        """
        # A text may be somebody's name: nothing to keep.
        if arguments and any(isinstance(value, str) for value in arguments.values()):
            return self._say(key, **arguments)
        return self._said(key, **arguments)

    def _days(self, start: date, end: date) -> str:
        """Days from one to another, both included, as they are written: one day is one date."""
        first, last = self("value-date", day=start), self("value-date", day=end)
        dash = " – " if self.language is Language.EN else "–"
        return first if first == last else f"{first}{dash}{last}"

    def _from_to(self, start: date, end: date) -> str:
        """The same within a sentence in English."""
        first, last = self("value-date", day=start), self("value-date", day=end)
        return f"on {first}" if first == last else f"from {first} to {last}"

    def _say(self, key: str, /, **arguments: Argument) -> str:
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise LookupError(f"the text {key} has no value")
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise LookupError(f"the text {key} in {self.language}: {errors[0]}")
        is_one_day = "end" in arguments and arguments.get("start") == arguments["end"]
        return _one_day(str(text)) if is_one_day else str(text)


@cache
def texts_in(language: Language) -> Texts:
    """The texts in ``language``, read once."""
    source = resources.files("bot.texts").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    return Texts(language, source)


def read_all_texts() -> None:
    """Read the texts in every language, so that `texts_in` has them at once."""
    for language in Language:
        texts_in(language)
