"""What went wrong and was not expected: a reference for the user, the whole of it for the log."""

from __future__ import annotations

import logging

from bot import errors

logger = logging.getLogger(__name__)


def log_failure(what: str, error: Exception) -> str:
    """Log where ``error`` happened, without its words, and give the reference that it can be found by.

    ``what`` says what did not work; never what somebody typed.
    """
    return errors.log_failure(logger, f"The console could not {what}", error)
