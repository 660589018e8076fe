"""One family of errors. Those of the family are expected: their text tells a person what is wrong and what to do."""

from __future__ import annotations


class SomebotError(Exception):
    """Base of all expected errors; ``str(error)`` is one line in English for the command line and the log."""


class SettingsError(SomebotError):
    """A setting is missing or malformed."""


class StoreError(SomebotError):
    """The register could not be read or written."""
