"""One family of errors. Those of the family are expected: their text tells a person what is wrong and what to do."""

import logging
import secrets
import traceback


class SomebotError(Exception):
    """Base of all expected errors; ``str(error)`` is one line in English for the command line and the log."""


class SettingsError(SomebotError):
    """A setting is missing or malformed."""


class StoreError(SomebotError):
    """The register could not be read or written."""


def without_words(error: BaseException) -> dict[str, str]:
    """What a log may hold of an error: its kind and where it happened. The message of an unforeseen one is left out,
    since it may quote what somebody typed; those of our own family never do."""
    told = {"error": type(error).__name__, "trace": "".join(traceback.format_tb(error.__traceback__))}
    return {**told, "detail": str(error)} if isinstance(error, SomebotError) else told


def log_failure(logger: logging.Logger, what: str, error: BaseException) -> str:
    """Log ``what`` did not work and where ``error`` happened, without its words; the reference that it is found by in
    the log, for the person who met it. ``what`` never says what somebody typed."""
    reference = secrets.token_hex(4)
    logger.error(what, extra={"reference": reference, **without_words(error)})
    return reference
