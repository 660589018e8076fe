"""What went wrong and was not expected: a reference for the user, the whole of it for the log."""

from __future__ import annotations

import logging
import secrets

from bot.errors import without_words

logger = logging.getLogger(__name__)


def log_failure(what: str, error: Exception) -> str:
    """Log where ``error`` happened, without its words, and give the reference that it can be found by.

    ``what`` says what did not work; never what somebody typed.
    """
    reference = secrets.token_hex(4)
    logger.error("The console could not %s", what, extra={"reference": reference, **without_words(error)})
    return reference
