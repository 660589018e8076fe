"""``serve``: the bot itself."""

from __future__ import annotations

import argparse
import gc

from bot.bootstrap import build_console
from bot.commands.command import DONE, Commands, declare
from bot.errors import SettingsError
from bot.settings import Settings
from bot.surfaces.console.app import add_console
from bot.surfaces.web import serve, web_application


def add(commands: Commands) -> None:
    """Declare ``serve``."""
    serving = declare(commands, "serve", run, "run the bot until it is stopped")
    serving.add_argument("--console", action="store_true", help="with a local web page for trying it")


async def run(settings: Settings, options: argparse.Namespace) -> int:
    """Run the bot until it is told to stop. Raises SettingsError where there is nothing to serve."""
    if not options.console:
        raise SettingsError("no surface is set up: run `serve --console` to try the bot on this machine")
    if settings.host not in ("127.0.0.1", "localhost", "::1"):
        raise SettingsError("HOST: the console is for this machine only; leave HOST unset or set it to 127.0.0.1")
    async with build_console(settings) as (application, console):
        app = web_application([application.store])
        add_console(app, console)
        # What was built stays for good. Kept out of the garbage collector's full rounds, it cannot make them stop the
        # event loop for longer than the 20 ms that people would not notice.
        gc.collect()
        gc.freeze()
        await serve(app, settings.host, settings.port, url_path="/console/")
    return DONE
