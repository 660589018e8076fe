"""The languages of the bot."""

from enum import StrEnum


class Language(StrEnum):
    """A language that the bot speaks; the value is its ISO 639-1 code."""

    FI = "fi"
    SV = "sv"
    EN = "en"
