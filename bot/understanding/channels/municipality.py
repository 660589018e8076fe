"""Whether a text speaks of the whole municipality's channels, rather than of the municipality."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.lexicon import Kind, words_of
from bot.understanding.channels.pairing import Place

_LINKS = frozenset(words_of("of the for on to för till av på åt i from municipality kunta"))
"""What may stand between a platform and the municipality after it: ``instagram of the town``."""

_HAS = frozenset(words_of("kunnalla kaupungilla"))
"""Who has something: on all its channels, not on those of the whole municipality alone."""


def means_the_municipality(words: Sequence[str], found: Sequence[Place]) -> bool:
    """Whether a word for the municipality qualifies a channel: ``kunnan uusi instagram``, ``instagram of the town``."""
    platforms = {index for index, meaning in found if meaning.kind is Kind.PLATFORM}
    channels = platforms | {index for index, meaning in found if meaning.kind is Kind.NOUN}
    for index, meaning in found:
        if meaning.kind is Kind.MAIN and any(index <= place <= index + 2 for place in channels):
            return True
        if (
            meaning.kind is Kind.MUNICIPALITY
            and words[index] not in _HAS
            and _is_beside(words, index, platforms, channels)
        ):
            return True
    return False


def _is_beside(words: Sequence[str], index: int, platforms: set[int], channels: set[int]) -> bool:
    if any(index <= place <= index + 3 for place in platforms):
        return True
    before = index - 1
    while before > max(0, index - 4) and (words[before] in _LINKS or before in channels - platforms):
        before -= 1
    return before in platforms
