"""How long each thing is kept, by what it goes, and why it is there: one row for all that the bot has anywhere."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from bot.domain.people import Person
from bot.services.activity.documents import OUTAGES, SOURCES, WEBSITE_LINKS, WEBSITE_VISITS
from bot.services.claims import REMEMBERED
from bot.services.conversation_references import CONVERSATION_REFERENCES
from bot.services.decisions.cases import PROPOSALS
from bot.services.heard import HEARD
from bot.services.interruptions import UNANSWERED
from bot.services.notices import NotReached
from bot.services.ports import Collection
from bot.services.privacy import outdated
from bot.services.privacy.outdated import Outdated
from bot.services.questions.documents import ANSWERED_KEPT, ASKED, ENTRIES, OPEN
from bot.services.register.documents import CHANNELS, FORMER_ACCESS, PEOPLE
from bot.services.reminders import outbox, rounds
from bot.services.reminders.documents import ABSENCES, HANDOVERS, REMINDERS, SPELLS, SWITCHES
from bot.services.reminders.entries import OUTBOX, OutboxEntry
from bot.services.reminders.punctuality import ROUNDS_GONE
from bot.services.trouble import TROUBLES


class By(StrEnum):
    """What makes an end of it."""

    ROUND = "the hourly round"
    ERASE = "people erase"
    SECRETARY = "the ICT secretary"
    OPERATOR = "the operator"
    NEWER = "newer ones"


Owners = Callable[[Any], Iterable[Person | str]]


def _no_one(document: Any) -> Iterable[Person | str]:
    return ()


@dataclass(frozen=True, slots=True)
class Term:
    """How long something is kept, by what it goes, and why it is there. Of a collection: the keys that are ``outdated``
    at a moment, and the ``owners`` of a document, people or what names them: it goes when theirs go, while others only
    name people in passing."""

    of: Collection[Any] | str
    how_long: str
    why: str
    outdated: Outdated | None = None
    owners: Owners = _no_one
    by: By = By.ROUND

    @property
    def name(self) -> str:
        """What it is called."""
        return self.of if isinstance(self.of, str) else self.of.name


def _of_outbox(entry: OutboxEntry) -> Iterable[Person]:
    return (entry.person, entry.notice.person) if isinstance(entry.notice, NotReached) else (entry.person,)


TERMS: Final = (
    Term(
        CHANNELS,
        "for good, also retired; whose they were, by an id",
        "the register of channels with the people behind each (guideline 3.3)",
        by=By.ERASE,
    ),
    Term(
        FORMER_ACCESS,
        "until somebody says that the access is taken away, half a year longer where all access was confirmed, or the "
        "channel is retired; by an id",
        "so that nobody gets into a channel's account who keeps it no more",
        outdated.former_access,
    ),
    Term(
        PEOPLE,
        f"as long as they work here, and {outdated.LEFT_KEPT.days} days after they have left and keep nothing",
        "to show who is behind a channel and to reach them",
        outdated.people,
    ),
    Term(
        SOURCES,
        "as long as the channel is in the register and not retired; what a public feed or account says of itself",
        "so that nobody is asked what can be seen",
        outdated.sources,
    ),
    Term(
        OUTAGES,
        f"until the service can be read again, at most {outdated.OUTAGES_KEPT.days} days; nobody is in them",
        "so that a service's outage is told once, and is nobody's fault",
        outdated.outages,
    ),
    Term(
        WEBSITE_LINKS,
        f"{outdated.WEBSITE_KEPT.days} days after the website has linked it last; public accounts, ours or not",
        "so that it is seen which channels the website links, and no account stays unknown (guideline 4.4)",
        outdated.website_links,
    ),
    Term(
        WEBSITE_VISITS,
        f"{outdated.WEBSITE_KEPT.days} days after the last look; nobody is in them",
        "so that the website is read once a week",
        outdated.website_visits,
    ),
    Term(
        OUTBOX,
        f"{outbox.KEPT.days} days after a notice has gone out, or could not",
        "so that no notice is lost or comes twice",
        outdated.outbox,
        _of_outbox,
    ),
    Term(
        SPELLS,
        f"until the channel is updated, and {rounds.KEPT.days} days after the last word of it",
        "so that nobody is reminded too often",
        outdated.spells,
    ),
    Term(
        REMINDERS,
        f"{rounds.KEPT.days} days",
        "so that the buttons of a reminder go on working",
        outdated.reminders,
        lambda one: (one.person,),
    ),
    Term(
        ABSENCES,
        "until they are over; never with a reason",
        "so that nobody is reminded while away (guideline 4.8)",
        outdated.absences,
        lambda one: (one.person,),
    ),
    Term(
        HANDOVERS,
        f"until they are answered, at most {outdated.PROPOSALS_KEPT.days} days",
        "so that a channel can be handed over (guideline 3.5)",
        outdated.handovers,
        lambda one: (one.by, one.to),
    ),
    Term(
        PROPOSALS,
        f"{outdated.SETTLED_KEPT.days} days after they are declined, taken back or entered in the register, "
        f"{outdated.UNSETTLED_KEPT.days} days without a word",
        "so that a channel is authorised and decided on before it is taken into use (guideline 3.2, 3.5)",
        outdated.proposals,
        lambda one: (one.by,),
    ),
    Term(
        TROUBLES,
        f"{outdated.TROUBLES_KEPT.days} days after they were closed; who said so, was told and noted what was done",
        "so that an account in trouble is dealt with, and it is known what was learnt",
        outdated.troubles,
    ),
    Term(
        SWITCHES,
        f"pauses of all reminders {rounds.PAUSES_KEPT.days} days after their end; nobody is in them",
        "so that days without reminders do not count",
    ),
    Term(
        ROUNDS_GONE,
        "the newest alone; nobody is in it",
        "so that the ICT secretary hears of days without reminders",
    ),
    Term(
        HEARD,
        "the newest day of each kind alone; nobody is in it",
        "so that a part of the app in Slack that never sends anything is noticed",
        by=By.NEWER,
    ),
    Term(
        CONVERSATION_REFERENCES,
        "until they take the app away, block it or have left; an account and its conversation with the bot",
        "so that reminders reach people in Teams, which lets nobody be written to otherwise",
        outdated.conversation_references,
        lambda one: (one.identity,),
    ),
    Term(
        ASKED,
        "SOME_QUESTION_LOG_DAYS days; without names, redacted",
        "to see what staff ask and get no answer to",
        outdated.asked,
    ),
    Term(
        OPEN,
        f"{ANSWERED_KEPT.days} days after the answer, {outdated.UNANSWERED_KEPT.days} days without one; redacted, with "
        "the name of who asked",
        "so that the answer reaches who asked (guideline 3.4)",
        outdated.open_questions,
        lambda one: (one.asker,),
    ),
    Term(
        UNANSWERED,
        f"until the reply has gone out, or the bot has started again, at most {outdated.INTERRUPTED_KEPT.days} day; an "
        "account, and nothing of what was said",
        "so that nobody waits for a reply that a stop has cut off",
        outdated.unanswered,
        lambda one: (one.identity,),
    ),
    Term(
        ENTRIES,
        "for good, with the id of who wrote them",
        "answers of the ICT secretary, for those who ask next",
        by=By.SECRETARY,
    ),
    Term(
        "history",
        "for good; people by their ids only",
        "who changed what in the register, and to take changes back",
        by=By.ERASE,
    ),
    Term(
        "claims",
        f"an hour in a database, the newest {REMEMBERED} in files; digests, nobody is in them",
        "so that what a workspace sends again is done once, by whichever process and after a restart",
        by=By.NEWER,
    ),
    Term("logs", "as long as the host keeps them; without names and texts of people", "to find faults", by=By.OPERATOR),
    Term("backups", "until they are deleted", "to get back what a machine has lost", by=By.OPERATOR),
    Term(
        "replaced-…", "until it is deleted", "what a restore has replaced, in case it was the wrong one", by=By.OPERATOR
    ),
    Term("version-1", "until it is deleted", "the files from before an update that changed their form", by=By.OPERATOR),
)

BY_COLLECTION: Final = {term.name: term for term in TERMS if not isinstance(term.of, str)}
