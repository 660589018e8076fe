"""The settings, from the environment and a ``.env`` file. Read once, by the composition root."""

import os
from dataclasses import dataclass, field
from datetime import time, tzinfo
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.calendar.working_time import WorkingTime
from bot.domain.language import Language
from bot.errors import SettingsError
from bot.setting_values import (
    ApiAddress,
    DatabaseAddress,
    DaysOffList,
    Domains,
    EntraId,
    Hosts,
    HourOfReminders,
    MadeUpSecret,
    MonitorAddress,
    Pages,
    PlaygroundAddress,
    References,
    SlashCommand,
    TimeZone,
    secret,
)

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""What HOST is where nobody but this machine is to reach the bot."""
ENV_FILE = ".env"
"""The file of settings in the folder that the bot is started in; the environment comes first."""


class Settings(BaseSettings):
    """What an operator may set. Names in the environment have ``SOME_`` in front unless they are written out here."""

    model_config = SettingsConfigDict(env_prefix="SOME_", env_file=ENV_FILE, extra="ignore", frozen=True)

    host: Annotated[str, Field(validation_alias="HOST", min_length=1)] = "127.0.0.1"
    """The address that the web server listens on; the console accepts only the machine itself."""
    port: Annotated[int, Field(validation_alias="PORT", ge=0, le=65535)] = 3000
    """The port of the web server."""
    database_url: Annotated[DatabaseAddress, Field(validation_alias="DATABASE_URL")] = None
    """The address of a PostgreSQL database (``postgresql://…``) that all is kept in, instead of in the folder."""
    data_dir: Path = Path("data")
    """The folder of the register; the console keeps its own in ``console/`` below it."""
    cache_dir: Path | None = None
    """The folder where what is learnt from the content is kept; unset, `cache`."""
    knowledge_dir: Path = Path(__file__).parent.parent / "knowledge" / "suomussalmi"
    """The folder of the guideline; what every municipality shares is beside the code."""
    ict_secretaries: References = ()
    """People who keep the register, with commas between: identities or e-mail addresses."""
    deciders: References = ()
    """People who decide on channels: the municipal manager and the heads of the areas of responsibility."""
    timezone: TimeZone = "Europe/Helsinki"
    """The municipality's time zone."""
    language: Language = Language.FI
    """The language of replies to those who have not shown another."""
    command: SlashCommand = "/some"
    """The slash command's name."""
    nudge_at: HourOfReminders = time(9)
    """The time of day at which reminders go out, in working hours."""
    days_off: DaysOffList = ()
    """Days on which nobody works, besides weekends and Finland's public holidays, with commas between."""
    update_interval_days: Annotated[int, Field(ge=1, le=366)] = 14
    """The days without an update after which a channel is asked about."""
    email_domains: Domains = ()
    """The domains of the municipality's own e-mail addresses: only these join a person to an account."""
    slack_bot_token: Annotated[SecretStr | None, Field(validation_alias="SLACK_BOT_TOKEN")] = None
    """The token (``xoxb-…``) of the app in the Slack workspace."""
    slack_signing_secret: Annotated[SecretStr | None, Field(validation_alias="SLACK_SIGNING_SECRET")] = None
    """What Slack signs its requests with."""
    slack_app_token: Annotated[SecretStr | None, Field(validation_alias="SLACK_APP_TOKEN")] = None
    """The app-level token (``xapp-…``) for Socket Mode; with it, Slack need not reach the bot from outside."""
    slack_api_url: Annotated[ApiAddress, Field(validation_alias="SLACK_API_URL")] = "https://slack.com/api/"
    """The address of Slack's Web API."""
    internal_hosts: Hosts = ()
    """Private hosts (``host:port``) that sources of channels may be on, with commas between; else only public ones."""
    website: Pages = ()
    """The municipality's pages that link its channels, with commas between; they are read once a week."""
    meta_token: Annotated[SecretStr | None, Field(validation_alias="META_TOKEN")] = None
    """The token of a system user, which lets the bot see when Facebook pages and Instagram accounts were updated."""
    youtube_api_key: Annotated[SecretStr | None, Field(validation_alias="YOUTUBE_API_KEY")] = None
    """A key to YouTube's Data API, a second way to a channel's videos for when its feeds are out."""
    teams_client_id: Annotated[EntraId, Field(validation_alias="TEAMS_CLIENT_ID")] = None
    """The id of the bot's app registration in Entra (Application (client) ID)."""
    teams_client_secret: Annotated[SecretStr | None, Field(validation_alias="TEAMS_CLIENT_SECRET")] = None
    """A client secret of that registration."""
    teams_tenant_id: Annotated[EntraId, Field(validation_alias="TEAMS_TENANT_ID")] = None
    """The municipality's tenant in Entra (Directory (tenant) ID): nobody else's messages are taken in."""
    teams_service_url: Annotated[PlaygroundAddress, Field(validation_alias="TEAMS_SERVICE_URL")] = None
    """The address of a Microsoft 365 Agents Playground on this machine, which signs nothing; unset for Teams itself."""
    question_log_days: Annotated[int, Field(ge=1, le=3660)] = 90
    """How many days what was asked is kept, without names."""
    rate_limit: Annotated[int, Field(ge=0, le=10_000)] = 0
    """How many questions a person may ask in a minute; 0 sets no limit."""

    heartbeat_url: MonitorAddress = None
    """The address of a monitor that hears of each round; it holds a key."""
    metrics_token: MadeUpSecret = None
    """What whoever reads ``/metrics`` from elsewhere sends as the bearer token; unset, only this machine reads them."""

    @property
    def cache(self) -> Path:
        """Where what can be made anew is kept: unless it is set, where the XDG Base Directory Specification has it."""
        users = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 - it never fails
        return self.cache_dir or Path(users) / "somebot"

    @property
    def zone(self) -> tzinfo:
        """The municipality's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def working(self) -> WorkingTime:
        """The municipality's working time."""
        return WorkingTime(self.zone, remind_at=self.nudge_at, days_off=self.days_off)


def has_slack(settings: Settings) -> bool:
    """Whether anything is set that is for Slack."""
    return any(map(secret, (settings.slack_bot_token, settings.slack_signing_secret, settings.slack_app_token)))


@dataclass(frozen=True, slots=True)
class SlackSecrets:
    """What the bot has for Slack: an ``app_token`` for Socket Mode, or else a ``signing_secret`` for HTTP."""

    bot_token: str = field(repr=False)
    signing_secret: str = field(repr=False)
    app_token: str = field(repr=False)


def slack_secrets(settings: Settings) -> SlackSecrets:
    """What is set for Slack.

    Raises SettingsError where something is missing.
    """
    secrets = SlackSecrets(
        secret(settings.slack_bot_token), secret(settings.slack_signing_secret), secret(settings.slack_app_token)
    )
    if not secrets.bot_token:
        raise SettingsError("SLACK_BOT_TOKEN is not set: copy the app's Bot User OAuth Token (OAuth & Permissions)")
    if not (secrets.signing_secret or secrets.app_token):
        raise SettingsError(
            "SLACK_SIGNING_SECRET is not set: copy it from the app's Basic Information, "
            "or set SLACK_APP_TOKEN to use Socket Mode"
        )
    return secrets


def has_teams(settings: Settings) -> bool:
    """Whether anything is set that is for Teams."""
    return bool(settings.teams_client_id or secret(settings.teams_client_secret) or settings.teams_tenant_id)


@dataclass(frozen=True, slots=True)
class TeamsAccess:
    """What the bot is in Teams: the app ``client_id`` with its ``client_secret``, in ``tenant_id``. With
    ``playground``, the address of a Playground on this machine, nothing is signed."""

    client_id: str
    tenant_id: str
    client_secret: str = field(repr=False)
    playground: str | None = None


def teams_access(settings: Settings) -> TeamsAccess:
    """What is set for Teams.

    Raises SettingsError where something is missing, or anybody in the network could write as if from the Playground.
    """
    needed = {
        "TEAMS_CLIENT_ID": settings.teams_client_id,
        "TEAMS_TENANT_ID": settings.teams_tenant_id,
        "TEAMS_CLIENT_SECRET": secret(settings.teams_client_secret) or settings.teams_service_url,
    }
    for name, value in needed.items():
        if not value:
            raise SettingsError(f"{name} is not set: copy it from the bot's app registration in Entra")
    if settings.teams_service_url and settings.host not in LOOPBACK:
        raise SettingsError("TEAMS_SERVICE_URL: the Playground signs nothing: leave HOST unset or set it to 127.0.0.1")
    return TeamsAccess(
        client_id=settings.teams_client_id or "",
        tenant_id=settings.teams_tenant_id or "",
        client_secret=secret(settings.teams_client_secret),
        playground=settings.teams_service_url,
    )


def load_settings() -> Settings:
    """The settings of the environment.

    Raises SettingsError, which names each value that is wrong by its name in the environment.
    """
    try:
        return Settings()
    except UnicodeDecodeError as error:
        raise SettingsError(f".env cannot be read ({error.reason}): write it in UTF-8") from None
    except ValidationError as error:
        raise SettingsError("; ".join(_explain(details) for details in error.errors(include_url=False))) from None


def setting_names() -> frozenset[str]:
    """The names of all settings in the environment."""
    prefix = Settings.model_config["env_prefix"]
    return frozenset(
        str(field.validation_alias or f"{prefix}{name}").upper() for name, field in Settings.model_fields.items()
    )


def _explain(details: ErrorDetails) -> str:
    name = str(details["loc"][0]).upper()
    shown = name if name in setting_names() else f"SOME_{name.removeprefix('SOME_')}"
    return f"{shown}: {details['msg'].removeprefix('Value error, ')}"
