"""The languages of the bot."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language that the bot speaks; the value is its ISO 639-1 code."""

    FI = "fi"
    SV = "sv"
    EN = "en"
