"""``manifest slack``: what Slack wants to know of the app."""

from __future__ import annotations

import argparse

from bot.commands.command import DONE, Commands, declare, declare_group
from bot.settings import Settings
from bot.surfaces.slack.manifest import PLACEHOLDER, manifest_yaml


def add(commands: Commands) -> None:
    """Declare ``manifest slack``."""
    manifests = declare_group(commands, "manifest", "WORKSPACE", "what a workspace wants to know of the app")
    printing = declare(manifests, "slack", _print, "the app's manifest for Slack, to be pasted there")
    printing.add_argument(
        "--url", metavar="URL", help=f"the address by which Slack reaches the bot, such as {PLACEHOLDER}"
    )


async def _print(settings: Settings, options: argparse.Namespace) -> int:
    content = manifest_yaml(
        address=options.url,
        command=settings.command,
        language=settings.language,
        by_email=bool(settings.email_domains),
    )
    print(content)
    return DONE
