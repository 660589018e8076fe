"""The workspace: whether Slack knows the bot, what the bot may do there, and whether the settings' people are in it."""

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from slack_sdk.errors import SlackApiError

from bot.app.stores import open_stores
from bot.doctor.configuration import APP_TOKEN, TOKEN, app_token, can_be_in_slack, people, signing_secret, token
from bot.doctor.content import read_register
from bot.doctor.finding import Finding, Mark, error, ok, warning
from bot.domain.people import Standing, is_email
from bot.domain.register import Register
from bot.errors import SettingsError, StoreError
from bot.services.heard import HEARD, LastHeard, heard_in
from bot.services.ports import Clock
from bot.setting_values import secret
from bot.settings import Settings, has_slack
from bot.surfaces.slack.arrivals import COMMANDS, OTHER, STARTED, WHERE, advice, called_otherwise
from bot.surfaces.slack.connection import Connection, answer_of, code_of, connect
from bot.surfaces.slack.directory import GONE, Directory
from bot.surfaces.slack.listening.socket import address_of_a_socket
from bot.surfaces.slack.scopes import scopes_for
from bot.surfaces.slack.surface import SCHEME
from bot.surfaces.slack.token_health import MISSING_SCOPE, UNANSWERED, WRONG_TOKEN, advice_on

_NOTICEABLE, _REFUSED = timedelta(seconds=60), timedelta(minutes=5)
"""How far the clock may differ from Slack's: beyond the second, Slack's signatures are refused."""
_KINDS: Final = {
    Standing.BOT: "is a bot",
    Standing.GUEST: "is a guest",
    Standing.STRANGER: "belongs to another workspace",
    Standing.CLOSED: "has an account that is deactivated",
}
_NAMED: Final = 10
"""How many of the register's people who are not in the workspace are named."""


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
            async for finding in _keepers(connection, settings, clock):
                yield finding
            for finding in await _arrivals(settings):
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
        return warning("clock", f"could not be compared with Slack's ({code_of(problem)})", _advice(problem))
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
                yield warning(name, f"{shown} could not be looked up ({code_of(problem)})", _advice(problem))
                continue
            if why:
                yield error(name, f"{shown} {why}", "name somebody of the staff, or leave them out")
            else:
                found += 1
    if found:
        yield ok("people", f"{found} from the settings found among the workspace's staff")


async def _keepers(connection: Connection, settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    try:
        register = await read_register(settings)
    except StoreError:  # which is a finding of its own
        return
    async for finding in keepers(Directory(connection), register, clock.now().date()):
        yield finding


async def _arrivals(settings: Settings) -> list[Finding]:
    try:
        stores = await open_stores(settings, kept=(HEARD,), read_only=True)
        try:
            last = heard_in(await stores.kept.read(), SCHEME)
        finally:
            await stores.close()
    except StoreError:  # which is a finding of its own
        return []
    return list(arrivals(last, settings.command)) if STARTED in last else []


def arrivals(last: Mapping[str, LastHeard], command: str) -> Iterator[Finding]:
    """What has come from Slack to the bot, and where to look for what never did: Slack cannot be asked."""
    other = called_otherwise(last, command)
    if other:
        yield error(
            "SOME_COMMAND",
            f"is {command}, and the command that came from Slack on {last[OTHER].on} is {other}",
            "let the two be the same: Slash Commands in the app's settings, or SOME_COMMAND and a restart",
        )
    for kind in WHERE:
        if kind in last:
            yield ok(f"Slack's {kind}", f"the last day on which one came is {last[kind].on}")
        elif not (kind == COMMANDS and other):
            yield warning(f"Slack's {kind}", "none has ever come to the bot", advice(kind, command))


def _advice(problem: BaseException) -> str:
    """What to do about what Slack did not tell."""
    code = code_of(problem)
    if code == MISSING_SCOPE and isinstance(problem, SlackApiError):
        needed = answer_of(problem).get("needed") or "that is needed"
        return f"give the app the scope {needed} (OAuth & Permissions), and install it again"
    return advice_on(code) if code in WRONG_TOKEN else "try again"


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
    return _KINDS.get(directory.read(answer["user"]).standing)


async def keepers(directory: Directory, register: Register, today: date) -> AsyncIterator[Finding]:
    """How many of those who keep channels have an account among the workspace's staff, by which they are reached."""
    ids = {person for channel in register.listed() for person in (channel.responsible, *channel.maintainer_ids)}
    people = [person for person in map(register.person, sorted(ids)) if not person.has_left(today)]
    if not people:
        return
    known: set[str] = set()
    try:
        async for users in directory.everybody():
            accounts = (profile.account for profile in map(directory.read, users) if profile.belongs)
            known.update(one for account in accounts for one in (account.identity, account.email))
    except UNANSWERED as problem:
        yield warning("register's people", f"could not be looked up ({code_of(problem)})", _advice(problem))
        return
    lost = [one for one in people if known.isdisjoint({*one.identities, (one.email or "").lower() or None})]
    found = f"{len(people) - len(lost)} of {len(people)} who keep channels are among the workspace's staff"
    if not lost:
        yield ok("register's people", found)
        return
    more = f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
    names = ", ".join(person.label for person in lost[:_NAMED])
    advice = "hand their channels over, or correct who they are; addresses are looked up with SOME_EMAIL_DOMAINS alone"
    yield warning("register's people", f"{found}; not found: {names}{more}", advice)
