"""``serve``: the bot itself."""

import argparse
import asyncio
import gc
import logging
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Final

from bot.apart import StoppedError, end_work, work_apart
from bot.app.application import Application
from bot.app.bootstrap import Opening, build
from bot.app.metrics import serve_metrics
from bot.app.running import at_work, beside
from bot.app.workspaces import workspaces
from bot.commands.command import DONE, Commands, declare
from bot.doctor.configuration import roles
from bot.doctor.disk import lasting
from bot.doctor.finding import Mark
from bot.errors import SettingsError, log_failure
from bot.knowledge.content import common
from bot.memory import give_back, keep_together
from bot.messages.texts import read_all_texts
from bot.setting_values import secret
from bot.settings import LOOPBACK, Settings
from bot.surfaces.web import require_free, serve, web_application

logger = logging.getLogger(__name__)

GARBAGE: Final = 20_000
"""How many new objects are looked through for garbage at a time: a reply makes thousands, and leaves hardly any."""
GARBAGE_ROUNDS: Final = (20, 20)
"""After so many times those are looked through that were left, and after so many of those, all."""
FIRST_THINGS_FIRST: Final = 5.0
"""Seconds in which what has waited for the start has the processor to itself: learning takes it for two or three."""


def add(commands: Commands) -> None:
    """Declare ``serve``."""
    serving = declare(commands, "serve", run, "run the bot until it is stopped")
    serving.add_argument("--console", action="store_true", help="with a local web page for trying it")


async def run(settings: Settings, options: argparse.Namespace) -> int:
    """Run the bot until it is told to stop. Raises SettingsError where there is nothing to serve."""
    openings = workspaces(settings)
    if not (options.console or openings):
        raise SettingsError(
            "no surface is set up: set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN), or "
            "TEAMS_CLIENT_ID, TEAMS_CLIENT_SECRET and TEAMS_TENANT_ID, "
            "or run `serve --console` to try the bot on this machine"
        )
    if options.console and settings.host not in LOOPBACK:
        raise SettingsError("HOST: the console is for this machine only; leave HOST unset or set it to 127.0.0.1")
    keep_together()
    work_apart()
    _tell_of_the_guideline(settings)
    if not openings:  # whoever tries the bot out hears it at once; a supervisor's restart may overlap by a little
        require_free(settings.host, settings.port)
    async with AsyncExitStack() as leaving:
        leaving.callback(end_work)
        applications: list[Application] = []
        if openings:
            if not settings.database_url:
                _tell_of_the_disk(settings)
            _tell_of_the_roles(settings)
            applications.append(await leaving.enter_async_context(_working(settings, openings)))
        if options.console:
            from bot.app.sandbox import build_sandbox  # with all of the console's libraries

            # The guideline is the same, and is learnt once.
            answers = applications[0].services.answers if applications else None
            applications.append(await leaving.enter_async_context(build_sandbox(settings, answers)))
        app = web_application(
            [store for application in applications for store in application.stores],
            [surface for application in applications for surface in application.surfaces],
            [application.leading.limits for application in applications if application.leading is not None],
        )
        if openings:
            serve_metrics(app, applications[0], secret(settings.metrics_token))
        # What was built stays for good. Kept out of the garbage collector's full rounds, it cannot make them stop the
        # event loop for longer than the 20 ms that people would not notice.
        gc.collect()
        gc.freeze()
        gc.set_threshold(GARBAGE, *GARBAGE_ROUNDS)
        await leaving.enter_async_context(beside(_get_ready(applications)))
        if options.console:
            await serve(app, settings.host, settings.port, url_path="/console/", tell=_tell_where)
        else:
            await serve(app, settings.host, settings.port)
    return DONE


async def _get_ready(applications: Sequence[Application]) -> None:
    """Do what somebody would have to wait for who speaks to the bot first: read each language's texts, which takes
    longer than the event loop may be held up, and learn what people want and what answers them."""
    await asyncio.to_thread(read_all_texts)
    await asyncio.sleep(FIRST_THINGS_FIRST)
    for application in applications:
        try:
            await application.conversation.learn()
        except StoppedError:
            return
        except Exception as error:  # whoever asks gets an apology, and commands are done all the same
            log_failure(logger, "Nothing can be learnt from the content", error)
    gc.collect()
    give_back()
    gc.freeze()  # as above: what was learnt stays for good


@asynccontextmanager
async def _working(settings: Settings, openings: Sequence[Opening]) -> AsyncIterator[Application]:
    """The one application behind all workspaces."""
    async with build(settings, *openings) as application, at_work(application):
        yield application


def _tell_where(url: str) -> None:
    print(f"Somebot can be tried out now: open {url} in a browser. To stop it, press Ctrl+C.", flush=True)


def _tell_of_the_disk(settings: Settings) -> None:
    disk = lasting(settings.data_dir, os.environ)
    if disk.mark is not Mark.OK:
        logger.warning("The register is on a disk that does not last", extra={"why": disk.found, "advice": disk.advice})


def _tell_of_the_roles(settings: Settings) -> None:
    for role in roles(settings):
        if role.mark is not Mark.OK:
            told = {"setting": role.subject, "why": role.found, "advice": role.advice}
            logger.warning("Somebody has no role whom the bot relies on", extra=told)


def _tell_of_the_guideline(settings: Settings) -> None:
    if files := common.repeated(settings.knowledge_dir):
        logger.warning(
            "The guideline's folder repeats what comes with the bot: `knowledge check` says what to remove",
            extra={"files": ", ".join(path.name for path in files)},
        )
