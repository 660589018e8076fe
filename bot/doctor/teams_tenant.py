"""Teams: whether Entra gives the bot a token, and the service answers. Nothing is sent to anybody."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Final

from bot.doctor.configuration import people
from bot.doctor.finding import Finding, error, ok, warning
from bot.domain.people import is_email
from bot.errors import SettingsError
from bot.settings import Settings, has_teams, teams_access

_NAME: Final = "Teams"
_SECRET: Final = "TEAMS_CLIENT_SECRET"  # noqa: S105 - the setting's name


async def teams(settings: Settings, *, login: str = "", service_url: str = "") -> AsyncIterator[Finding]:
    """All that can be said of the set-up in Teams; ``login`` is where tokens are given, and
    ``service_url`` where messages are taken, in the place of Microsoft's own."""
    if not has_teams(settings):
        yield ok(_NAME, "is not set up (TEAMS_CLIENT_ID is unset)")
        return
    try:
        access = teams_access(settings)
    except SettingsError as problem:
        yield error(_NAME, str(problem))
        return
    yield _secretaries(settings)
    for finding in _package(settings, access.client_id):
        yield finding
    from aiohttp import ClientSession

    from bot.surfaces.teams.connection import LOGIN, SERVICE_URL, AppToken, Connector, ConnectorError, no_token

    async with ClientSession() as session:
        if access.playground:
            yield warning(
                _NAME, f"is the Playground at {access.playground}", "unset TEAMS_SERVICE_URL for Teams itself"
            )
        else:
            token = AppToken(session, access.client_id, access.client_secret, access.tenant_id, login=login or LOGIN)
            try:
                await token.get()
                yield ok(_SECRET, "is taken: Entra gives the bot a token")
            except ConnectorError as problem:
                if problem.status:
                    what = "copy a new client secret, and the ids, from the app registration"
                    yield error(_SECRET, f"Entra gives no token for it ({problem.code or problem.status})", what)
                else:
                    yield error(_SECRET, f"Entra cannot be reached ({problem.code})", "let the machine reach it")
        service = service_url or access.playground or SERVICE_URL
        if await Connector(session, no_token).is_up(service):
            yield ok(_NAME, f"answers at {service}")
        else:
            yield error(_NAME, f"does not answer at {service}", "let the machine reach it on its port")


def _secretaries(settings: Settings) -> Finding:
    """Whether somebody with an account in Teams keeps the register; by an address, only one of our own domains does."""
    here = [
        one
        for one in people(settings)["SOME_ICT_SECRETARIES"]
        if one.startswith("teams:") or (is_email(one) and one.rpartition("@")[2] in settings.email_domains)
    ]
    if here:
        return ok("SOME_ICT_SECRETARIES", f"{len(here)} of them can be in Teams")
    return warning("SOME_ICT_SECRETARIES", "nobody in Teams keeps the register", "name an address, or teams:OBJECT-ID")


def _package(settings: Settings, client_id: str) -> Iterator[Finding]:
    """Whether the package that was written here is what the settings say now; Teams does not tell which one it has."""
    from bot.surfaces.teams.manifest import PACKAGE, manifest, read_manifest, website_of

    file = Path(PACKAGE)
    written = read_manifest(file.read_bytes()) if file.is_file() else None
    if written is None:
        return
    website, command, language = website_of(written), settings.command, settings.language
    now = manifest(client_id=client_id, website=website, command=command, language=language, earlier=written)
    if now == written:
        yield ok(PACKAGE, f"is in step with the settings: Teams should have version {written['version']}")
    else:
        yield warning(PACKAGE, "was written with other settings", "write it anew by manifest teams, and upload it")
