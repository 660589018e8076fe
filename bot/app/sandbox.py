"""The sandbox behind the console: an application of its own, so that nobody who tries the bot writes into the register
or sends anything to anybody, and time can be moved there alone."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from typing import Final

from bot.app.application import Application
from bot.app.bootstrap import OPERATOR, Opening, SystemClock, build
from bot.app.running import looking, rounds
from bot.domain.language import Language
from bot.services.questions.answers import Answers
from bot.services.register.documents import register_of
from bot.settings import Settings
from bot.surfaces.console.clock import MovableClock
from bot.surfaces.console.console import Console
from bot.surfaces.console.directory import accounts
from bot.surfaces.console.personas import SCHEME
from bot.surfaces.console.sessions import Sessions
from bot.surfaces.console.surface import ConsoleSurface
from bot.surfaces.surface import Surface

_PATIENCE: Final = 2.0
"""Seconds to wait for another writer: whoever sits before the page has started it twice."""


@asynccontextmanager
async def build_sandbox(settings: Settings, answers: Answers | None = None) -> AsyncIterator[Application]:
    """The bot with the console alone: stores of its own below the data folder, with the sample register where there is
    none, and a clock that can be moved. The personas have the roles; nobody of the settings has. Sources are looked at
    on internal hosts only: the sample's addresses may be somebody's. ``answers`` are given where the same guideline is
    learnt already.

    Raises StoreError where its stores cannot be opened.
    """
    own = settings.model_copy(
        update={
            "data_dir": settings.data_dir / "console",
            "database_url": None,
            "heartbeat_url": None,
            "ict_secretaries": ("console:ict-secretary",),
            "deciders": ("console:manager",),
        }
    )
    clock = MovableClock(SystemClock(own.zone))
    async with build(
        own, _console(clock), clock=clock, answers=answers, inside_only=True, lock_timeout=_PATIENCE
    ) as application:
        await _seed(application)
        await application.services.people.take_in(accounts(own.language))
        await application.start(clock.now())
        async with rounds(application, application.go_round_and_deliver), looking(application):
            yield application


def _console(clock: MovableClock) -> Opening:
    @asynccontextmanager
    async def opening(application: Application) -> AsyncIterator[Surface]:
        bot = application.seen_from(SCHEME)

        async def introduce(language: Language) -> None:
            await bot.people.take_in(accounts(language))

        yield ConsoleSurface(
            Console(
                handle=bot.handle,
                person_of=bot.people.by_identity,
                deliver=application.deliver,
                pass_time=application.pass_time,
                introduce=introduce,
                clock=clock,
                sessions=Sessions(bot.language),
                command=bot.command,
            )
        )

    return opening


async def _seed(application: Application) -> None:
    register = register_of(await application.store.read())
    if register.channels:
        return
    sample = resources.files("bot.surfaces.console").joinpath("sample_register.json").read_text(encoding="utf-8")
    await application.transfer.import_document(OPERATOR, json.loads(sample), application.clock.now())
