"""The settings by themselves, without asking anybody."""

import difflib
import ipaddress
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from dotenv import dotenv_values

from bot.doctor.disk import platform_of
from bot.doctor.finding import Finding, Mark, error, ok, warning
from bot.domain.people import is_email
from bot.setting_values import secret
from bot.settings import Settings, has_slack, has_teams, setting_names

TOKEN, SECRET, APP_TOKEN = "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN"
_OURS: Final = ("SOME_", "SLACK_", "TEAMS_")
_CLOSE: Final = 0.85
_OTHER_TOKENS: Final = {
    "xoxp-": "a user's token",
    "xapp-": "an app-level token",
    "xoxa-": "a workspace token of old",
    "xoxe": "a token that ends after some hours (token rotation is on, and cannot be turned off: make the app anew)",
}
_QUOTES: Final = "\"'`“”‘’"


def names(environment: Iterable[str], file: Path) -> Iterator[Finding]:
    """Settings that nobody reads, in the environment or in the file ``.env``: most likely typing errors."""
    known = setting_names()
    in_file = {name.upper() for name in dotenv_values(file)} if file.is_file() else set()
    written = {name.upper() for name in environment if name.upper().startswith(_OURS)} | in_file
    unknown = sorted(written - known)
    found = False
    for name in unknown:
        close = difflib.get_close_matches(name, known, n=1, cutoff=_CLOSE)
        if close or name.startswith(_OURS):
            found = True
            yield warning(name, "is no setting of Somebot, and ignored", f"did you mean {close[0]}?" if close else "")
    if not found:
        yield ok("settings", f"{len(written & known)} set, all of them known")


def roles(settings: Settings) -> Iterator[Finding]:
    """Whether anybody keeps the register, and addresses that give nobody their role; one mistake is told once."""
    keepers, outside = secretaries(settings), list(addresses(settings))
    if keepers.mark is Mark.OK or all(one.subject != keepers.subject for one in outside):
        yield keepers
    yield from outside


def secretaries(settings: Settings) -> Finding:
    """Whether anybody keeps the register."""
    name = "SOME_ICT_SECRETARIES"
    if not has_slack(settings):
        return ok(name, f"{len(settings.ict_secretaries)} people; the console has people of its own")
    here = [reference for reference in settings.ict_secretaries if can_be_in_slack(reference, settings)]
    if not here:
        return error(name, "nobody in Slack keeps the register, or gets what staff ask", "name the ICT secretary")
    return ok(name, "1 person" if len(here) == 1 else f"{len(here)} people")


def addresses(settings: Settings) -> Iterator[Finding]:
    """E-mail addresses that give nobody their role, since they are of no domain of the municipality's."""
    for name, references in people(settings).items():
        for reference in references:
            if is_email(reference) and not _is_ours(reference, settings):
                domain = reference.rpartition("@")[2]
                advice = f"add {domain} to SOME_EMAIL_DOMAINS if it is the municipality's, else name an identity (U…)"
                yield error(name, f"{reference} is outside SOME_EMAIL_DOMAINS, and gives nobody the role", advice)


def people(settings: Settings) -> dict[str, tuple[str, ...]]:
    """The people whom the settings name, by the setting."""
    return {"SOME_ICT_SECRETARIES": settings.ict_secretaries, "SOME_DECIDERS": settings.deciders}


def can_be_in_slack(reference: str, settings: Settings) -> bool:
    """Whether an account in Slack can have the role that the settings give to ``reference``."""
    return reference.startswith("slack:") or (is_email(reference) and _is_ours(reference, settings))


def app_token(settings: Settings) -> Finding:
    """The form of the token for Socket Mode."""
    text = secret(settings.slack_app_token)
    copy = "copy the app-level token with connections:write (Basic Information, App-Level Tokens)"
    if _is_quoted(text):
        return error(APP_TOKEN, "is in quotation marks", "write it without")
    if not text.startswith("xapp-"):
        return error(APP_TOKEN, "is no app-level token: those begin with xapp", copy)
    if secret(settings.slack_signing_secret):
        return warning(APP_TOKEN, f"is used, and {SECRET} is not", "leave one of them out")
    return ok(APP_TOKEN, "has the form of an app-level token")


def listening(settings: Settings, environment: Mapping[str, str]) -> Finding:
    """Whether anybody from outside can reach the bot."""
    where = f"{settings.host}, port {settings.port}"
    comes = "Slack" if has_slack(settings) and not secret(settings.slack_app_token) else ""
    comes = comes or ("Teams" if has_teams(settings) and not settings.teams_service_url else "")
    if not comes or not _is_loopback(settings.host):
        return ok("HOST", f"listens on {where}")
    if platform := platform_of(environment):
        return error("HOST", f"listens on {where}: {platform} does not reach that", "set HOST to 0.0.0.0")
    return ok("HOST", f"listens on {where}: a proxy or a tunnel on this machine has to pass {comes}'s requests on")


def metrics(settings: Settings) -> Finding:
    """Who may read the figures of the bot."""
    name = "SOME_METRICS_TOKEN"
    if secret(settings.metrics_token):
        return ok(name, "is set: /metrics are for whoever sends it")
    return ok(name, "is not set: /metrics are for this machine alone")


def heartbeat(settings: Settings) -> Finding:
    """Whether anybody outside notices when the rounds end. The monitor is not tried: that would be a beat."""
    name = "SOME_HEARTBEAT_URL"
    if secret(settings.heartbeat_url):
        return ok(name, "is set: that monitor hears of each round, every hour")
    return ok(name, "is not set: no monitor outside notices when the rounds end")


def token(settings: Settings) -> Finding:
    """The form of the bot's token."""
    text = secret(settings.slack_bot_token)
    copy = "copy the Bot User OAuth Token (OAuth & Permissions)"
    if not text:
        return error(TOKEN, "is not set", copy)
    if _is_quoted(text):
        return error(TOKEN, "is in quotation marks", "write it without")
    for beginning, what in _OTHER_TOKENS.items():
        if text.startswith(beginning):
            return error(TOKEN, f"is {what}", copy)
    if not text.startswith("xoxb-"):
        return error(TOKEN, "is no bot's token: those begin with xoxb", copy)
    return ok(TOKEN, "has the form of a bot's token")


def signing_secret(settings: Settings) -> Finding:
    """The form of the signing secret, which only a request of Slack's can prove right."""
    text = secret(settings.slack_signing_secret)
    copy = "copy the Signing Secret (Basic Information, App Credentials)"
    if not text:
        return error(SECRET, "is not set", copy)
    if _is_quoted(text):
        return error(SECRET, "is in quotation marks", "write it without")
    if not re.fullmatch(r"[0-9a-f]{32}", text):
        return error(SECRET, "is no signing secret: those are 32 digits and letters from a to f", copy)
    return ok(SECRET, "has the form of one; whether it is the right one, /readyz tells after Slack's first request")


def _is_quoted(text: str) -> bool:
    return text[0] in _QUOTES or text[-1] in _QUOTES


def _is_ours(address: str, settings: Settings) -> bool:
    return address.rpartition("@")[2] in settings.email_domains


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
