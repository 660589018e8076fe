"""``manifest slack`` and ``manifest teams``: what a workspace wants to know of the app."""

import argparse
from pathlib import Path

from bot.commands.command import DONE, READABLE, Commands, declare, declare_group
from bot.errors import SettingsError
from bot.settings import Settings
from bot.whole_files import write_whole


def add(commands: Commands) -> None:
    """Declare ``manifest slack`` and ``manifest teams``."""
    manifests = declare_group(commands, "manifest", "WORKSPACE", "what a workspace wants to know of the app")
    printing = declare(manifests, "slack", _print, "the app's manifest for Slack, to be pasted there")
    way = printing.add_mutually_exclusive_group()
    way.add_argument("--socket", action="store_true", help="Socket Mode: the bot goes to Slack, not Slack to it")
    way.add_argument("--url", metavar="URL", help="the address by which Slack reaches the bot; it begins with https://")
    packing = declare(manifests, "teams", _pack, "the app's package for Microsoft Teams, to be uploaded there")
    packing.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help="the zip to be written, in the place of that of before"
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
    from bot.surfaces.teams.manifest import PACKAGE, PLACEHOLDER, manifest, package, read_manifest, website_of

    if not settings.teams_client_id:
        raise SettingsError("TEAMS_CLIENT_ID is not set: copy it from the bot's app registration in Entra")
    file = options.file or Path(PACKAGE)
    earlier = read_manifest(file.read_bytes()) if file.is_file() else None
    content = manifest(
        client_id=settings.teams_client_id,
        website=options.website or (website_of(earlier) if earlier else PLACEHOLDER),
        command=settings.command,
        language=settings.language,
        earlier=earlier,
    )
    packed = package(content)
    try:
        write_whole(file, packed, READABLE)
    except OSError as error:
        raise SettingsError(f"{file} cannot be written ({error.strerror})") from error
    if website_of(content) == PLACEHOLDER:
        print(f"{PLACEHOLDER} IS A PLACEHOLDER: give the page that tells staff of the bot with `--website https://…`")
    print(f"{file}: version {content['version']}; upload it in the Teams admin center, under Manage apps")
    return DONE
