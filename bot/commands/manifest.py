"""``manifest slack``: what Slack wants to know of the app."""

from __future__ import annotations

import argparse

from bot.commands.command import DONE, Commands, declare, declare_group
from bot.settings import Settings


def add(commands: Commands) -> None:
    """Declare ``manifest slack``."""
    manifests = declare_group(commands, "manifest", "WORKSPACE", "what a workspace wants to know of the app")
    printing = declare(manifests, "slack", _print, "the app's manifest for Slack, to be pasted there")
    way = printing.add_mutually_exclusive_group()
    way.add_argument("--socket", action="store_true", help="Socket Mode: the bot goes to Slack, not Slack to it")
    way.add_argument("--url", metavar="URL", help="the address by which Slack reaches the bot; it begins with https://")


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
