"""What the values of settings may be, and what is said of those that may not."""

import re
from datetime import time
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_settings import NoDecode

from bot.activity.destinations import internal_hosts
from bot.domain.calendar.working_time import CLOSES, OPENS, DaysOff, parse_days_off
from bot.domain.people import parse_reference

_MONITOR = re.compile(r"(https://[^\s/?#@]+|http://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?)([/?][^\s#]*)?")
_SECRET_FROM = 16
"""The fewest characters of a secret that an operator makes up."""


def _split(value: object) -> object:
    return tuple(part for part in re.split(r"[\s,]+", value) if part) if isinstance(value, str) else value


def _reference(value: str) -> str:
    reference = parse_reference(value)
    if reference is None:
        raise ValueError(f"{value!r} is no identity (U0123ABCD, slack:U…, console:…) and no e-mail address")
    return reference


def _time_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"{value!r} is no time zone; write one such as Europe/Helsinki") from error
    return value


def _domains(value: object) -> object:
    parts = _split(value.lower() if isinstance(value, str) else value)
    return tuple(str(part).removeprefix("@") for part in parts) if isinstance(parts, tuple) else parts


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
        raise ValueError(f"{value!r} is no address; leave it unset for Slack itself")
    return value if value.endswith("/") else f"{value}/"


def _entra_id(value: str | None) -> str | None:
    if value and not re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", value):
        raise ValueError("it is no id in Entra; those look like 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")
    return value.lower() if value else None


def _playground(value: str | None) -> str | None:
    if value and not re.fullmatch(r"http://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?(/[^\s?#@]*)?", value):
        raise ValueError("it is no address of this machine; leave it unset for Teams itself")
    return value or None


def _pages(value: tuple[str, ...]) -> tuple[str, ...]:
    for page in value:
        if not re.fullmatch(r"https?://[^\s/@]+(/\S*)?", page):
            raise ValueError(f"{page!r} is no address; write one such as https://www.kunta.fi/some")
    return value


def _command(value: str) -> str:
    if not re.fullmatch(r"/[a-z0-9_-]{1,31}", value):
        raise ValueError(f"{value!r} is no slash command; write one such as /some")
    return value


def _postgresql(value: SecretStr | None) -> SecretStr | None:
    text = secret(value)
    if text and not text.startswith(("postgresql://", "postgres://")):
        raise ValueError("it is no address of a PostgreSQL database; those begin with postgresql://")
    return value if text else None


def _long_enough(value: SecretStr | None) -> SecretStr | None:
    text = secret(value)
    if text and len(text) < _SECRET_FROM:
        raise ValueError(
            f"it is easily guessed; write at least {_SECRET_FROM} characters, such as `openssl rand -hex 32` makes"
        )
    return value if text else None


def _heartbeat(value: SecretStr | None) -> SecretStr | None:
    """Nothing of the address is in the error: it holds a key."""
    text = secret(value)
    try:
        is_one = not text or (bool(_MONITOR.fullmatch(text)) and urlsplit(text).port != 0)
    except ValueError:  # a port that is none
        is_one = False
    if not is_one:
        raise ValueError("it is no address of a monitor; those begin with https://, or http:// on this machine")
    return value if text else None


def _hosts(value: tuple[str, ...]) -> tuple[str, ...]:
    internal_hosts(value)
    return value


def _in_working_hours(value: time) -> time:
    if value.tzinfo is not None or not OPENS <= value < CLOSES:
        raise ValueError(f"{value:%H:%M} is not in working hours; write a time from {OPENS:%H:%M} to {CLOSES:%H:%M}")
    return value


def _days_off(value: object) -> object:
    if not isinstance(value, str):
        return value
    return tuple(parse_days_off(part) for part in re.split(r"[\s,]+", value) if part)


def secret(value: SecretStr | None) -> str:
    """What is kept in ``value``; empty where it is not set."""
    return value.get_secret_value().strip() if value else ""


_Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]

References = Annotated[tuple[Annotated[str, AfterValidator(_reference)], ...], NoDecode, BeforeValidator(_split)]
"""People, by identity or e-mail address, with commas between."""
Domains = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_domains)]
"""Domains of e-mail addresses, with commas between."""
DaysOffList = Annotated[tuple[DaysOff, ...], NoDecode, BeforeValidator(_days_off)]
"""Days on which nobody works, with commas between."""
Hosts = Annotated[_Listed, AfterValidator(_hosts)]
"""Private hosts, each ``host:port``, with commas between."""
Pages = Annotated[_Listed, AfterValidator(_pages)]
"""Addresses of web pages, with commas between."""
TimeZone = Annotated[str, AfterValidator(_time_zone)]
"""The name of a time zone (IANA)."""
SlashCommand = Annotated[str, AfterValidator(_command)]
"""The name of a slash command."""
HourOfReminders = Annotated[time, AfterValidator(_in_working_hours)]
"""A time of day in working hours, without a time zone: the municipality's is meant."""
ApiAddress = Annotated[str, AfterValidator(_web_address)]
"""The address of a Web API; it ends in a slash."""
EntraId = Annotated[str | None, AfterValidator(_entra_id)]
"""An id in Entra, in small letters."""
PlaygroundAddress = Annotated[str | None, AfterValidator(_playground)]
"""An address of this machine."""
DatabaseAddress = Annotated[SecretStr | None, AfterValidator(_postgresql)]
"""The address of a PostgreSQL database, which may hold a password."""
MonitorAddress = Annotated[SecretStr | None, AfterValidator(_heartbeat)]
"""The address of a monitor, which holds a key."""
MadeUpSecret = Annotated[SecretStr | None, AfterValidator(_long_enough)]
"""A secret that an operator makes up."""
