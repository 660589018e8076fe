"""The composition root: the only place that knows all parts and puts them together."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from datetime import datetime, tzinfo

from bot.app.application import Application
from bot.app.heartbeat import Heartbeat
from bot.app.stores import Stores, open_stores
from bot.app.web import Web
from bot.conversation.handle import Conversation
from bot.conversation.turn import Services
from bot.domain.duties import Asked
from bot.domain.people import Actor, Person, Role
from bot.knowledge.content import common
from bot.knowledge.content.loader import load
from bot.knowledge.content.question_file import FILE_NAME, QuestionFile
from bot.knowledge.search.search import Search
from bot.services.access import Access
from bot.services.activity.documents import SEEN
from bot.services.activity.outside import Nothing, Outside, Website
from bot.services.activity.watching import Watching
from bot.services.activity.website import WebsiteLooks
from bot.services.conversation_references import CONVERSATION_REFERENCES
from bot.services.decisions.cases import PROPOSALS, Cases
from bot.services.decisions.decisions import Decisions
from bot.services.duties.keeping import DutyKeeping
from bot.services.heard import HEARD
from bot.services.interruptions import UNANSWERED, Interruptions
from bot.services.people.absences import Absences
from bot.services.people.requests import DeedRequests
from bot.services.ports import Clock, Store
from bot.services.privacy.erasing import Erasing
from bot.services.privacy.forgetting import Forgetting
from bot.services.privacy.own_data import Privacy
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
from bot.services.register.documents import COLLECTIONS as REGISTER
from bot.services.register.documents import FORMER_ACCESS
from bot.services.register.keeping import RegisterKeeping
from bot.services.register.lists.transfer import Transfer
from bot.services.register.lookup import LookUp
from bot.services.register.people import People
from bot.services.register.staffing import Staffing
from bot.services.reminders.answers import ReminderAnswers
from bot.services.reminders.documents import ABSENCES, HANDOVERS, REMINDERS, SPELLS, SWITCHES
from bot.services.reminders.entries import OUTBOX
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.punctuality import ROUNDS_GONE, Punctuality
from bot.services.reminders.rounds import ReminderRounds, Rules
from bot.services.reminders.switching import ReminderSwitch
from bot.services.report.reports import Reports
from bot.services.trouble import TROUBLES, Troubles
from bot.setting_values import secret
from bot.settings import Settings
from bot.storage.embedded.stores import LOCK_TIMEOUT
from bot.surfaces.surface import Surface, Surfaces

OPERATOR = Actor(Person("operator", "operator"), frozenset({Role.ICT_SECRETARY}))
"""Whoever runs commands on the machine: on whose behalf imports are made."""

KEPT = (
    *REGISTER,
    FORMER_ACCESS,
    *SEEN,
    OUTBOX,
    SPELLS,
    REMINDERS,
    ABSENCES,
    HANDOVERS,
    TROUBLES,
    PROPOSALS,
    SWITCHES,
    ROUNDS_GONE,
    CONVERSATION_REFERENCES,
    HEARD,
)
"""The collections of what is kept: the register, what was seen outside, the work in hand, where people are written to,
and what came from where."""

FORGETTING = (*QUESTIONS, UNANSWERED)
"""The collections of the store that forgets: questions, and who waits for a reply."""


class SystemClock:
    """The machine's clock, in the municipality's time zone."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """The present, aware."""
        return datetime.now(self._zone)


def assemble(
    settings: Settings,
    stores: Stores,
    *,
    clock: Clock | None = None,
    answers: Answers | None = None,
    outside: Outside | None = None,
    website: Website | None = None,
) -> Application:
    """The bot on ``stores``. Notices wait in an outbox for the surfaces that are added. The console and tests have a
    clock of their own, tests share the answers, which take half a second to learn; nothing connects here. Without an
    ``outside``, no sources are looked at, and without a ``website`` no pages.

    Raises KnowledgeError and the errors of the content files.
    """
    if answers is None:
        guideline = load(settings.knowledge_dir)
        answers = Answers(guideline, Search(guideline))
    platforms, words = common.platforms(settings.knowledge_dir), common.words(settings.knowledge_dir)
    (
        common.commands(),
        common.cues(),
        common.intents(),
        common.dialogue(),
    )  # read now: what is wrong with them is said now
    access = Access(settings.ict_secretaries, settings.deciders)
    store: Store = stores.kept
    questions: Store = stores.questions
    erasing = Erasing(access, stores.rewrite)
    working, surfaces = settings.working, Surfaces()
    outbox = Outbox(store, access, surfaces, opening=working.next_opening)
    keeping = RegisterKeeping(store, platforms, outbox)
    website_looks = WebsiteLooks(store, website, platforms)
    asked = Asked.by(answers.guideline.duties, settings.update_interval_days, platforms)
    rules = Rules(working, settings.update_interval_days, asked)
    reminder_rounds = ReminderRounds(store, access, outbox, rules, questions, website_looks)
    log, entries = QuestionLog(questions, settings.question_log_days), Entries(questions, answers.guideline)
    open_questions = OpenQuestions(questions, store, access, outbox, answers, entries)
    gaps = Gaps(questions, answers.guideline, log, entries, open_questions)
    watching = Watching(store, outside or Nothing(), access, outbox, working, website_looks)
    services = Services(
        answers=answers,
        asking=Asking(answers, entries, log),
        question_log=log,
        open_questions=open_questions,
        entries=entries,
        gaps=gaps,
        known_questions=KnownQuestionKeeping(
            entries, answers.guideline, QuestionFile(settings.knowledge_dir / FILE_NAME)
        ),
        lookup=LookUp(
            store, access, settings.update_interval_days, platforms, settings.website, settings.email_domains
        ),
        reports=Reports(store, questions, gaps),
        keeping=keeping,
        duties=DutyKeeping(store),
        troubles=Troubles(store, access, outbox),
        staffing=Staffing(store, access, outbox),
        people=People(store, settings.email_domains, access, surfaces),
        rounds=reminder_rounds,
        watching=watching,
        website=website_looks,
        reminder_answers=ReminderAnswers(store, reminder_rounds, access, outbox),
        reminder_switch=ReminderSwitch(store, reminder_rounds, outbox),
        absences=Absences(store, outbox),
        agreements=Agreements(store, access, outbox),
        requests=DeedRequests(store, access, outbox),
        decisions=Decisions(store, access, outbox, keeping, Cases.under(answers.guideline, platforms)),
        privacy=Privacy(store, questions, erasing),
        platforms=platforms,
        command=settings.command,
    )
    return Application(
        settings=settings,
        clock=clock or SystemClock(settings.zone),
        store=store,
        questions=questions,
        guideline=answers.guideline,
        conversation=Conversation(services, access, words, settings.language, RateLimit(settings.rate_limit)),
        services=services,
        transfer=Transfer(store, platforms),
        outbox=outbox,
        claims=stores.claims,
        interruptions=Interruptions(questions, store, outbox),
        forgetting=Forgetting(store, questions, settings.question_log_days, erasing),
        surfaces=surfaces,
        punctuality=Punctuality(store, access, outbox, working),
        leading=stores.leading,
        heartbeat=Heartbeat(url) if (url := secret(settings.heartbeat_url)) else None,
    )


Opening = Callable[[Application], AbstractAsyncContextManager[Surface]]
"""Opens a surface of the application, connected, for as long as its block runs."""


@asynccontextmanager
async def build(
    settings: Settings,
    *openings: Opening,
    clock: Clock | None = None,
    answers: Answers | None = None,
    read_only: bool = False,
    inside_only: bool = False,
    lock_timeout: float = LOCK_TIMEOUT,
) -> AsyncIterator[Application]:
    """The bot on the stores that the settings name, which are let go of at the end, with the surfaces that
    ``openings`` open. It can reach people there; nobody is listened to, and nothing goes on by itself, yet. With
    ``inside_only``, sources are looked at on internal hosts alone.

    Raises StoreError where a store cannot be opened, another writer being waited for for ``lock_timeout`` seconds, and
    what the openings raise.
    """
    stores = await open_stores(
        settings, kept=KEPT, questions=FORGETTING, read_only=read_only, lock_timeout=lock_timeout
    )
    async with AsyncExitStack() as leaving:
        leaving.push_async_callback(stores.close)
        web = Web(settings, common.platforms(settings.knowledge_dir), inside_only=inside_only)
        leaving.push_async_callback(web.close)
        application = assemble(settings, stores, clock=clock, answers=answers, outside=web, website=web)
        if stores.leading is not None:
            stores.leading.on_news = application.outbox.posted
        leaving.push_async_callback(application.settle)
        for opening in openings:
            application.surfaces.add(await leaving.enter_async_context(opening(application)))
        yield application
