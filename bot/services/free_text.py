"""What people may write into what is kept for good: nothing that is somebody's own."""

from bot.language.health import tells_of_health
from bot.language.redaction import sensitive
from bot.services.register.records.channel_records import Problem, require_none
from bot.services.register.records.record_parts import HEALTH, SENSITIVE


def require_nothing_personal(**texts: str) -> None:
    """Raise InvalidInputError, field by field, where one of ``texts`` carries a personal identity code or a password:
    the register's history stays as it is."""
    require_none(Problem(field, "sensitive", SENSITIVE) for field, text in texts.items() if sensitive(text))


def require_nothing_of_health(**texts: str) -> None:
    """Raise InvalidInputError where one of ``texts`` is personal, or tells of somebody's health, as reasons may."""
    require_nothing_personal(**texts)
    require_none(Problem(field, "health", HEALTH) for field, text in texts.items() if tells_of_health(text))
