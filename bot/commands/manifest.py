"""``manifest slack`` and ``manifest teams``: what a workspace wants to know of the app."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.commands.command import DONE, Commands, declare, declare_group
from bot.errors import SettingsError
from bot.settings import Settings
from bot.whole_files import write_whole

READABLE = 0o644
"""For everybody on the machine: there is no secret in a manifest."""


def add(commands: Commands) -> None:
    """Declare ``manifest slack`` and ``manifest teams``."""
    manifests = declare_group(commands, "manifest", "WORKSPACE", "what a workspace wants to know of the app")
    printing = declare(manifests, "slack", _print, "the app's manifest for Slack, to be pasted there")
    way = printing.add_mutually_exclusive_group()
    way.add_argument("--socket", action="store_true", help="Socket Mode: the bot goes to Slack, not Slack to it")
    way.add_argument("--url", metavar="URL", help="the address by which Slack reaches the bot; it begins with https://")
    packing = declare(manifests, "teams", _pack, "the app's package for Microsoft Teams, to be uploaded there")
    packing.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, default=Path("somebot-teams.zip"), help="the zip to be written"
    )
    packing.add_argument(
        "--website", metavar="URL", help="the page that tells staff of the bot and of their personal data"
    )


async def _print(settings: Settings, options: argparse.Namespace) -> int:
    from bot.surfaces.slack.manifest import manifest_yaml  # with all of Slack's libraries

    content = manifest_yaml(
        address=options.url,
        command=settings.command,
        language=settings.language,
        by_email=bool(settings.email_domains),
        socket=options.socket,
    )
    print(content)
    return DONE


async def _pack(settings: Settings, options: argparse.Namespace) -> int:
    from bot.surfaces.teams.manifest import PLACEHOLDER, package

    if not settings.teams_client_id:
        raise SettingsError("TEAMS_CLIENT_ID is not set: copy it from the bot's app registration in Entra")
    content = package(
        client_id=settings.teams_client_id,
        website=options.website or PLACEHOLDER,
        command=settings.command,
        language=settings.language,
    )
    try:
        write_whole(options.file, content, READABLE)
    except OSError as error:
        raise SettingsError(f"{options.file} cannot be written ({error.strerror})") from error
    if not options.website:
        print(f"{PLACEHOLDER} IS A PLACEHOLDER: give the page that tells staff of the bot with `--website https://…`")
    print(f"{options.file}: upload it in the Teams admin center, under Manage apps")
    return DONE
