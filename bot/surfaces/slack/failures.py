"""What goes wrong with a request: what Slack would never send, and what nobody foresaw."""

from __future__ import annotations

import logging

from bot import errors
from bot.errors import SomebotError

logger = logging.getLogger(__name__)


class MalformedError(SomebotError):
    """A signed request lacks what Slack always sends."""


def log_failure(what: str, error: BaseException) -> None:
    """Log ``what`` did not work, and where ``error`` happened, without its words."""
    errors.log_failure(logger, what, error)
