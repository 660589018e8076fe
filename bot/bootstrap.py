"""The composition root: the only place that knows all parts and puts them together."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, tzinfo
from importlib import resources

from bot.conversation.handle import Conversation
from bot.conversation.turn import Services
from bot.domain.guideline import Guideline
from bot.domain.people import Actor, Person, Role
from bot.knowledge.loader import load
from bot.knowledge.search import Search
from bot.knowledge.vocabulary import load_platforms, load_words
from bot.messages.notices import render
from bot.services.access import Access
from bot.services.answers import Answers
from bot.services.delivery import Delivery, Reason, Unreachable
from bot.services.lookup import LookUp
from bot.services.notices import Notice
from bot.services.people import People
from bot.services.ports import Clock, Notifier, RegisterStore
from bot.services.register import RegisterKeeping
from bot.services.staffing import Staffing
from bot.services.transfer import Transfer
from bot.settings import Settings
from bot.storage.tinydb import LOCK_TIMEOUT, TinyRegisterStore
from bot.surfaces.console.clock import MovableClock
from bot.surfaces.console.console import Console
from bot.surfaces.console.notifier import ConsoleNotifier
from bot.surfaces.console.sessions import Sessions

OPERATOR = Actor(Person("operator", "operator"), frozenset({Role.ICT_SECRETARY}))
"""Whoever runs commands on the machine: on whose behalf imports are made."""


class SystemClock:
    """The machine's clock, in the municipality's time zone."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """The present, aware."""
        return datetime.now(self._zone)


class NoNotifier:
    """Reaches nobody: on the command line there is no workspace to bring a notice to."""

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        """Say that nobody was reached."""
        return self.refusal(person)

    def refusal(self, person: Person) -> Unreachable:
        """The same, before trying."""
        return Unreachable(Reason.NO_SURFACE)


@dataclass(frozen=True, slots=True)
class Application:
    """The bot, put together."""

    settings: Settings
    clock: Clock
    store: RegisterStore
    guideline: Guideline
    conversation: Conversation
    services: Services
    transfer: Transfer


def assemble(
    settings: Settings, store: RegisterStore, *, clock: Clock | None = None, notifier: Notifier | None = None
) -> Application:
    """The bot on ``store``. Tests replace the clock and the notifier; nothing connects here.

    Raises KnowledgeError and the errors of the content files.
    """
    guideline = load(settings.knowledge_dir)
    platforms = load_platforms(settings.knowledge_dir / "platforms.toml")
    words = load_words(settings.knowledge_dir / "words.toml")
    access = Access(settings.ict_secretaries, settings.deciders)
    notifier = notifier or NoNotifier()
    services = Services(
        answers=Answers(guideline, Search(guideline), store, access, notifier),
        lookup=LookUp(store, access, settings.update_interval_days, platforms),
        keeping=RegisterKeeping(store, platforms, notifier),
        staffing=Staffing(store, access, notifier),
        people=People(store),
        platforms=platforms,
        command=settings.command,
    )
    return Application(
        settings=settings,
        clock=clock or SystemClock(settings.zone),
        store=store,
        guideline=guideline,
        conversation=Conversation(services, access, words, settings.language),
        services=services,
        transfer=Transfer(store, platforms),
    )


@asynccontextmanager
async def build(
    settings: Settings, *, read_only: bool = False, lock_timeout: float = LOCK_TIMEOUT
) -> AsyncIterator[Application]:
    """The bot on the embedded store in the settings' folder, which is let go of at the end.

    Raises StoreError where the store cannot be opened; another writer is waited for for ``lock_timeout`` seconds.
    """
    store = await TinyRegisterStore.open(settings.data_dir, read_only=read_only, lock_timeout=lock_timeout)
    try:
        yield assemble(settings, store)
    finally:
        await store.close()


@asynccontextmanager
async def build_console(settings: Settings) -> AsyncIterator[tuple[Application, Console]]:
    """The bot for the console: a store of its own, filled with the sample register when it is empty, and a clock that
    can be moved. The personas have the roles; nobody of the settings has."""
    own = settings.model_copy(
        update={
            "data_dir": settings.data_dir / "console",
            "ict_secretaries": ("console:ict-secretary",),
            "deciders": ("console:manager",),
        }
    )
    store = await TinyRegisterStore.open(own.data_dir)
    try:
        clock = MovableClock(SystemClock(own.zone))
        sessions = Sessions(own.language)
        notifier = ConsoleNotifier(sessions=sessions, render_notice=render)
        application = assemble(own, store, clock=clock, notifier=notifier)
        await _seed(application)
        console = Console(
            handle=application.conversation.handle,
            person_of=application.services.people.by_identity,
            clock=clock,
            sessions=sessions,
            command=own.command,
        )
        yield application, console
    finally:
        await store.close()


async def _seed(application: Application) -> None:
    register = await application.store.read()
    if register.channels:
        return
    sample = resources.files("bot.surfaces.console").joinpath("sample_register.json").read_text(encoding="utf-8")
    await application.transfer.import_document(OPERATOR, json.loads(sample), application.clock.now())
