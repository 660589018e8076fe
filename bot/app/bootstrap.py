"""The composition root: the only place that knows all parts and puts them together.

What Slack needs is imported where there is a workspace: the console and most commands start a tenth of a second sooner.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, tzinfo
from importlib import resources
from typing import TYPE_CHECKING

from bot.app.application import Application
from bot.app.running import at_work, beside, rounds
from bot.conversation.handle import Conversation
from bot.conversation.turn import Services
from bot.domain.delivery import Delivery, Reason, Unreachable
from bot.domain.people import Actor, Person, Role
from bot.knowledge.content.loader import load
from bot.knowledge.content.words import load_platforms, load_words
from bot.knowledge.search.search import Search
from bot.messages.notices import render
from bot.services.access import Access
from bot.services.notices import Notice
from bot.services.ports import Clock, DocumentStore, Notifier, RegisterStore, SurfaceNotifier
from bot.services.questions.answers import Answers
from bot.services.questions.asking import Asking
from bot.services.questions.documents import COLLECTIONS as QUESTIONS
from bot.services.questions.entries import Entries
from bot.services.questions.gaps import Gaps
from bot.services.questions.known_questions import KnownQuestionKeeping
from bot.services.questions.log import QuestionLog
from bot.services.questions.open import OpenQuestions
from bot.services.rate_limit import RateLimit
from bot.services.register.agreements import Agreements
from bot.services.register.keeping import RegisterKeeping
from bot.services.register.lookup import LookUp
from bot.services.register.people import People
from bot.services.register.staffing import Staffing
from bot.services.register.transfer import Transfer
from bot.services.reminders.answers import ReminderAnswers
from bot.services.reminders.documents import ABSENCES, HANDOVERS, REMINDERS, SPELLS, SWITCHES
from bot.services.reminders.outbox import OUTBOX, Outbox
from bot.services.reminders.rounds import ReminderRounds, Rules
from bot.settings import Settings, has_slack, slack_secrets
from bot.storage.embedded import LOCK_TIMEOUT
from bot.storage.memory import MemoryDocumentStore
from bot.storage.question_file import QuestionFile
from bot.storage.stores import EmbeddedStores
from bot.surfaces.console.clock import MovableClock
from bot.surfaces.console.console import Console
from bot.surfaces.console.notifier import ConsoleNotifier
from bot.surfaces.console.sessions import Sessions

if TYPE_CHECKING:
    from bot.surfaces.slack.app import SlackSurface

OPERATOR = Actor(Person("operator", "operator"), frozenset({Role.ICT_SECRETARY}))
"""Whoever runs commands on the machine: on whose behalf imports are made."""

WORK = (OUTBOX, SPELLS, REMINDERS, ABSENCES, HANDOVERS, SWITCHES)
"""The collections of the work in hand."""


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

    async def prepare(self, person: Person, notice: Notice, at: datetime) -> Unreachable:
        """The same, where a surface is asked."""
        return self.refusal(person)

    def refusal(self, person: Person) -> Unreachable:
        """The same, before trying."""
        return Unreachable(Reason.NO_SURFACE)


def assemble(
    settings: Settings,
    store: RegisterStore,
    *,
    work: DocumentStore | None = None,
    questions: DocumentStore | None = None,
    clock: Clock | None = None,
    surface: SurfaceNotifier | None = None,
    notifier: Notifier | None = None,
    answers: Answers | None = None,
) -> Application:
    """The bot on ``store``, and on ``work`` and ``questions``, in memory where they are left out.

    Notices wait in an outbox for ``surface``. Tests replace the clock, and the notifier, which then takes them at once,
    and share the answers, which take half a second to learn; nothing connects here.

    Raises KnowledgeError and the errors of the content files.
    """
    if answers is None:
        guideline = load(settings.knowledge_dir)
        answers = Answers(guideline, Search(guideline))
    platforms = load_platforms(settings.knowledge_dir / "platforms.toml")
    words = load_words(settings.knowledge_dir / "words.toml")
    access = Access(settings.ict_secretaries, settings.deciders)
    work, questions = work or MemoryDocumentStore(), questions or MemoryDocumentStore()
    working = settings.working
    outbox = Outbox(work, store, access, surface or NoNotifier(), opening=working.next_opening)
    notifier = notifier or (outbox if surface else NoNotifier())
    keeping = RegisterKeeping(store, platforms, notifier)
    reminder_rounds = ReminderRounds(
        work, store, access, outbox, Rules(working, settings.update_interval_days), questions
    )
    log, entries = QuestionLog(questions, settings.question_log_days), Entries(questions, answers.guideline)
    open_questions = OpenQuestions(questions, store, access, notifier, answers, entries)
    services = Services(
        answers=answers,
        asking=Asking(answers, entries, log),
        question_log=log,
        open_questions=open_questions,
        entries=entries,
        gaps=Gaps(questions, answers.guideline, log, entries, open_questions),
        known_questions=KnownQuestionKeeping(
            entries, answers.guideline, QuestionFile(settings.knowledge_dir / "questions.jsonl")
        ),
        lookup=LookUp(store, access, settings.update_interval_days, platforms),
        keeping=keeping,
        staffing=Staffing(store, access, notifier),
        people=People(store, settings.email_domains),
        rounds=reminder_rounds,
        reminder_answers=ReminderAnswers(work, store, reminder_rounds, keeping, access, notifier),
        agreements=Agreements(work, store, access, notifier),
        platforms=platforms,
        command=settings.command,
    )
    return Application(
        settings=settings,
        clock=clock or SystemClock(settings.zone),
        store=store,
        work=work,
        questions=questions,
        guideline=answers.guideline,
        conversation=Conversation(services, access, words, settings.language, RateLimit(settings.rate_limit)),
        services=services,
        transfer=Transfer(store, platforms),
        outbox=outbox,
        reaches_people=surface is not None,
    )


@asynccontextmanager
async def build(
    settings: Settings, *, read_only: bool = False, lock_timeout: float = LOCK_TIMEOUT
) -> AsyncIterator[Application]:
    """The bot on the embedded stores in the settings' folder, which are let go of at the end.

    Raises StoreError where a store cannot be opened; another writer is waited for for ``lock_timeout`` seconds.
    """
    stores = await EmbeddedStores.open(
        settings.data_dir, work=WORK, questions=QUESTIONS, read_only=read_only, lock_timeout=lock_timeout
    )
    async with AsyncExitStack() as leaving:
        leaving.push_async_callback(stores.close)
        application = assemble(settings, stores.register, work=stores.work, questions=stores.questions)
        leaving.push_async_callback(application.settle)
        yield application


@asynccontextmanager
async def build_sending(settings: Settings, *, lock_timeout: float = LOCK_TIMEOUT) -> AsyncIterator[Application]:
    """The bot with a way to the people of the workspace that is set up, if one is, listening to nobody.

    Raises SettingsError where a surface refuses its settings, and StoreError.
    """
    async with AsyncExitStack() as opened:
        surface = None
        if has_slack(settings):
            from bot.surfaces.slack.connection import connect
            from bot.surfaces.slack.directory import Directory
            from bot.surfaces.slack.notifier import SlackNotifier

            connection = await opened.enter_async_context(connect(slack_secrets(settings)[0], settings.slack_api_url))
            surface = SlackNotifier(connection, Directory(connection), render, settings.language)
        stores = await EmbeddedStores.open(settings.data_dir, work=WORK, questions=QUESTIONS, lock_timeout=lock_timeout)
        opened.push_async_callback(stores.close)
        yield assemble(settings, stores.register, work=stores.work, questions=stores.questions, surface=surface)


@asynccontextmanager
async def build_console(settings: Settings) -> AsyncIterator[tuple[Application, Console]]:
    """The bot for the console: stores of its own, with the sample register where there is none, and a clock that can be
    moved. The personas have the roles; nobody of the settings has."""
    own = settings.model_copy(
        update={
            "data_dir": settings.data_dir / "console",
            "ict_secretaries": ("console:ict-secretary",),
            "deciders": ("console:manager",),
        }
    )
    stores = await EmbeddedStores.open(own.data_dir, work=WORK, questions=QUESTIONS)
    async with AsyncExitStack() as leaving:
        leaving.push_async_callback(stores.close)
        clock = MovableClock(SystemClock(own.zone))
        sessions = Sessions(own.language)
        notifier = ConsoleNotifier(sessions=sessions, render_notice=render)
        application = assemble(
            own, stores.register, work=stores.work, questions=stores.questions, clock=clock, surface=notifier
        )
        leaving.push_async_callback(application.settle)
        await _seed(application)
        await application.start(clock.now())
        console = Console(
            handle=application.conversation.handle,
            person_of=application.services.people.by_identity,
            deliver=application.deliver,
            pass_time=application.pass_time,
            clock=clock,
            sessions=sessions,
            command=own.command,
        )
        async with rounds(application, application.go_round_and_deliver):
            yield application, console


@asynccontextmanager
async def build_slack(settings: Settings) -> AsyncIterator[tuple[Application, SlackSurface]]:
    """The bot for a Slack workspace, with its outbox being worked off.

    Raises SettingsError where the settings for Slack are incomplete or Slack refuses them, and StoreError.
    """
    from bot.surfaces.slack.app import slack_surface
    from bot.surfaces.slack.connection import connect
    from bot.surfaces.slack.directory import Directory
    from bot.surfaces.slack.notifier import SlackNotifier

    token, signing_secret = slack_secrets(settings)
    async with connect(token, settings.slack_api_url) as connection:
        stores = await EmbeddedStores.open(settings.data_dir, work=WORK, questions=QUESTIONS)
        async with AsyncExitStack() as leaving:
            leaving.push_async_callback(stores.close)
            directory = Directory(connection)
            notifier = SlackNotifier(connection, directory, render, settings.language)
            application = assemble(
                settings, stores.register, work=stores.work, questions=stores.questions, surface=notifier
            )
            leaving.push_async_callback(application.settle)
            surface = slack_surface(
                connection,
                directory,
                signing_secret=signing_secret,
                handle=application.conversation.handle,
                people=application.services.people,
                staffing=application.services.staffing,
                clock=application.clock,
                command=settings.command,
                language=settings.language,
            )
            await application.start(application.clock.now())
            async with at_work(application), beside(surface.keep_up()):
                yield application, surface
                await surface.drain()


async def _seed(application: Application) -> None:
    register = await application.store.read()
    if register.channels:
        return
    sample = resources.files("bot.surfaces.console").joinpath("sample_register.json").read_text(encoding="utf-8")
    await application.transfer.import_document(OPERATOR, json.loads(sample), application.clock.now())
