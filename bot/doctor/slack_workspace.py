"""The workspace: whether Slack knows the bot, what the bot may do there, and whether the settings' people are in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Final

from slack_sdk.errors import SlackApiError

from bot.doctor.configuration import APP_TOKEN, TOKEN, app_token, can_be_in_slack, people, signing_secret, token
from bot.doctor.finding import Finding, Mark, error, ok, warning
from bot.domain.people import is_email
from bot.errors import SettingsError
from bot.services.ports import Clock
from bot.settings import Settings, has_slack, secret
from bot.surfaces.slack.connection import UNANSWERED, Connection, code_of, connect
from bot.surfaces.slack.directory import GONE, Directory
from bot.surfaces.slack.listening.socket import address_of_a_socket
from bot.surfaces.slack.scopes import scopes_for

_NOTICEABLE, _REFUSED = timedelta(seconds=60), timedelta(minutes=5)
"""How far the clock may differ from Slack's: beyond the second, Slack's signatures are refused."""
_KINDS: Final = {
    "is_bot": "is a bot",
    "is_workflow_bot": "is a bot",
    "is_restricted": "is a guest",
    "is_ultra_restricted": "is a guest",
}


async def slack(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """All that can be said of the set-up in Slack. Nothing is sent to anybody."""
    if not has_slack(settings):
        yield ok("Slack", f"is not set up ({TOKEN} is unset)")
        return
    form = token(settings)
    yield form
    over_socket = secret(settings.slack_app_token)
    yield app_token(settings) if over_socket else signing_secret(settings)
    if form.mark is not Mark.OK:
        return
    try:
        async with connect(secret(settings.slack_bot_token), settings.slack_api_url) as connection:
            workspace = connection.workspace
            yield ok("Slack", f"knows the bot as {workspace.bot_user_id} in the workspace {workspace.team_id}")
            for finding in scopes(workspace.scopes, by_email=bool(settings.email_domains)):
                yield finding
            if over_socket:
                await address_of_a_socket(connection, over_socket)
                yield ok(APP_TOKEN, "opens a connection: nobody has to reach the bot from outside")
            yield await _clock(connection, clock)
            async for finding in _people(connection, settings):
                yield finding
    except SettingsError as problem:
        yield error("Slack", str(problem))


def scopes(held: frozenset[str], *, by_email: bool) -> Iterator[Finding]:
    """What the token may do, against what the bot does."""
    if not held:
        yield warning("scopes", "Slack does not say what the token may do", "try again")
        return
    used = scopes_for(by_email=by_email)
    missing = [scope for scope in used if scope.name not in held]
    for scope in missing:
        yield error("scopes", f"{scope.name} is missing: {scope.without}", "add it, and install the app again")
    needless = sorted(held - {scope.name for scope in used})
    if needless:
        advice = "remove what no other use of the app needs, and install it again"
        yield warning("scopes", f"the bot does not need {', '.join(needless)}", advice)
    if not missing and not needless:
        yield ok("scopes", f"just the {len(used)} that are needed")


def skew(ours: datetime, slacks: datetime) -> Finding:
    """How far the machine's clock is from Slack's."""
    ahead = (ours - slacks).total_seconds()
    apart = timedelta(seconds=abs(ahead))
    how = f"the machine's clock is {abs(ahead):.0f} s {'ahead of' if ahead > 0 else 'behind'} Slack's"
    advice = "let the machine set its clock from the network (NTP)"
    if apart > _REFUSED:
        return error("clock", f"{how}: every request of Slack's is refused", advice)
    return warning("clock", how, advice) if apart > _NOTICEABLE else ok("clock", "agrees with Slack's")


async def _clock(connection: Connection, clock: Clock) -> Finding:
    try:
        answer = await connection.client.auth_test()
        told = next((text for name, text in answer.headers.items() if name.lower() == "date"), "")
        return skew(clock.now(), parsedate_to_datetime(str(told)))
    except UNANSWERED as problem:
        return warning("clock", f"could not be compared with Slack's ({code_of(problem)})", "try again")
    except ValueError:
        return warning("clock", "could not be compared with Slack's, which told no time", "try again")


async def _people(connection: Connection, settings: Settings) -> AsyncIterator[Finding]:
    found = 0
    directory = Directory(connection)
    for name, references in people(settings).items():
        for reference in references:
            if not can_be_in_slack(reference, settings):
                continue
            shown = reference.removeprefix("slack:")
            try:
                why = await _why_not(connection, directory, reference)
            except UNANSWERED as problem:
                yield warning(name, f"{shown} could not be looked up ({code_of(problem)})", "try again")
                continue
            if why:
                yield error(name, f"{shown} {why}", "name somebody of the staff, or leave them out")
            else:
                found += 1
    if found:
        yield ok("people", f"{found} from the settings found among the workspace's staff")


async def _why_not(connection: Connection, directory: Directory, reference: str) -> str | None:
    """Why ``reference`` is nobody of the staff; None where it is somebody. Raises what the connection raises."""
    try:
        if is_email(reference):
            answer = await connection.client.users_lookupByEmail(email=reference)
        else:
            answer = await connection.client.users_info(user=reference.removeprefix("slack:"))
    except SlackApiError as problem:
        if code_of(problem) in GONE:
            return "is not in the workspace"
        raise
    user: Mapping[str, Any] = answer["user"]
    profile = directory.read(user)
    if profile.belongs:
        return None
    if profile.deactivated:
        return "has an account that is deactivated"
    return next((words for flag, words in _KINDS.items() if user.get(flag)), "belongs to another workspace")
