"""The console's own texts, in Fluent files beside this module."""

from functools import cache
from importlib import resources

from bot.domain.language import Language
from bot.messages.texts import Texts


@cache
def phrases_in(language: Language) -> Texts:
    """The console's texts in ``language``, read once."""
    source = resources.files("bot.surfaces.console").joinpath(f"texts/{language}.ftl").read_text(encoding="utf-8")
    return Texts(language, source)
