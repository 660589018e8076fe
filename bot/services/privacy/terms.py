"""How long each thing is kept, by what it goes, and why it is there: one row for all that the bot has anywhere."""

from __future__ import annotations

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
from bot.services.ports import Collection, State
from bot.services.privacy import outdated
from bot.services.privacy.outdated import Moment
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


Outdated = Callable[[State, Moment], Iterable[str]]
Owners = Callable[[Any], Iterable[Person | str]]


def _no_one(document: Any) -> Iterable[Person | str]:
    return ()


@dataclass(frozen=True, slots=True)
class Term:
    """How long something is kept, by what it goes, and why it is there. Of a ``collection``: the keys that are
    ``outdated`` at a moment, and the ``owners`` of a document, people or what names them: it goes when theirs go, while
    others only name people in passing."""

    name: str
    how_long: str
    by: By
    why: str
    collection: Collection[Any] | None = None
    outdated: Outdated | None = None
    owners: Owners = _no_one


def _of_outbox(entry: OutboxEntry) -> Iterable[Person]:
    return (entry.person, entry.notice.person) if isinstance(entry.notice, NotReached) else (entry.person,)


TERMS: Final = (
    Term(
        CHANNELS.name,
        "for good, also retired; whose they were, by an id",
        By.ERASE,
        "the register of channels with the people behind each (guideline 3.3)",
        CHANNELS,
    ),
    Term(
        FORMER_ACCESS.name,
        "until somebody says that the access is taken away, half a year longer where all access was confirmed, or the "
        "channel is retired; by an id",
        By.ROUND,
        "so that nobody gets into a channel's account who keeps it no more",
        FORMER_ACCESS,
        outdated.former_access,
    ),
    Term(
        PEOPLE.name,
        f"as long as they work here, and {outdated.LEFT_KEPT.days} days after they have left and keep nothing",
        By.ROUND,
        "to show who is behind a channel and to reach them",
        PEOPLE,
        outdated.people,
    ),
    Term(
        SOURCES.name,
        "as long as the channel is in the register and not retired; what a public feed or account says of itself",
        By.ROUND,
        "so that nobody is asked what can be seen",
        SOURCES,
        outdated.sources,
    ),
    Term(
        OUTAGES.name,
        f"until the service can be read again, at most {outdated.OUTAGES_KEPT.days} days; nobody is in them",
        By.ROUND,
        "so that a service's outage is told once, and is nobody's fault",
        OUTAGES,
        outdated.outages,
    ),
    Term(
        WEBSITE_LINKS.name,
        f"{outdated.WEBSITE_KEPT.days} days after the website has linked it last; public accounts, ours or not",
        By.ROUND,
        "so that it is seen which channels the website links, and no account stays unknown (guideline 4.4)",
        WEBSITE_LINKS,
        outdated.website_links,
    ),
    Term(
        WEBSITE_VISITS.name,
        f"{outdated.WEBSITE_KEPT.days} days after the last look; nobody is in them",
        By.ROUND,
        "so that the website is read once a week",
        WEBSITE_VISITS,
        outdated.website_visits,
    ),
    Term(
        OUTBOX.name,
        f"{outbox.KEPT.days} days after a notice has gone out, or could not",
        By.ROUND,
        "so that no notice is lost or comes twice",
        OUTBOX,
        outdated.outbox,
        _of_outbox,
    ),
    Term(
        SPELLS.name,
        f"until the channel is updated, and {rounds.KEPT.days} days after the last word of it",
        By.ROUND,
        "so that nobody is reminded too often",
        SPELLS,
        outdated.spells,
    ),
    Term(
        REMINDERS.name,
        f"{rounds.KEPT.days} days",
        By.ROUND,
        "so that the buttons of a reminder go on working",
        REMINDERS,
        outdated.reminders,
        lambda one: (one.person,),
    ),
    Term(
        ABSENCES.name,
        "until they are over; never with a reason",
        By.ROUND,
        "so that nobody is reminded while away (guideline 4.8)",
        ABSENCES,
        outdated.absences,
        lambda one: (one.person,),
    ),
    Term(
        HANDOVERS.name,
        f"until they are answered, at most {outdated.PROPOSALS_KEPT.days} days",
        By.ROUND,
        "so that a channel can be handed over (guideline 3.5)",
        HANDOVERS,
        outdated.handovers,
        lambda one: (one.by, one.to),
    ),
    Term(
        PROPOSALS.name,
        f"{outdated.SETTLED_KEPT.days} days after they are declined, taken back or entered in the register, "
        f"{outdated.UNSETTLED_KEPT.days} days without a word",
        By.ROUND,
        "so that a channel is authorised and decided on before it is taken into use (guideline 3.2, 3.5)",
        PROPOSALS,
        outdated.proposals,
        lambda one: (one.by,),
    ),
    Term(
        TROUBLES.name,
        f"{outdated.TROUBLES_KEPT.days} days after they were closed; who said so, was told and noted what was done",
        By.ROUND,
        "so that an account in trouble is dealt with, and it is known what was learnt",
        TROUBLES,
        outdated.troubles,
    ),
    Term(
        SWITCHES.name,
        f"pauses of all reminders {rounds.PAUSES_KEPT.days} days after their end; nobody is in them",
        By.ROUND,
        "so that days without reminders do not count",
        SWITCHES,
    ),
    Term(
        ROUNDS_GONE.name,
        "the newest alone; nobody is in it",
        By.ROUND,
        "so that the ICT secretary hears of days without reminders",
        ROUNDS_GONE,
    ),
    Term(
        HEARD.name,
        "the newest day of each kind alone; nobody is in it",
        By.ROUND,
        "so that a part of the app in Slack that never sends anything is noticed",
        HEARD,
    ),
    Term(
        CONVERSATION_REFERENCES.name,
        "until they take the app away, block it or have left; an account and its conversation with the bot",
        By.ROUND,
        "so that reminders reach people in Teams, which lets nobody be written to otherwise",
        CONVERSATION_REFERENCES,
        outdated.conversation_references,
        lambda one: (one.identity,),
    ),
    Term(
        ASKED.name,
        "SOME_QUESTION_LOG_DAYS days; without names, redacted",
        By.ROUND,
        "to see what staff ask and get no answer to",
        ASKED,
        outdated.asked,
    ),
    Term(
        OPEN.name,
        f"{ANSWERED_KEPT.days} days after the answer, {outdated.UNANSWERED_KEPT.days} days without one; redacted, with "
        "the name of who asked",
        By.ROUND,
        "so that the answer reaches who asked (guideline 3.4)",
        OPEN,
        outdated.open_questions,
        lambda one: (one.asker,),
    ),
    Term(
        UNANSWERED.name,
        f"until the reply has gone out, or the bot has started again, at most {outdated.INTERRUPTED_KEPT.days} day; an "
        "account, and nothing of what was said",
        By.ROUND,
        "so that nobody waits for a reply that a stop has cut off",
        UNANSWERED,
        outdated.unanswered,
        lambda one: (one.identity,),
    ),
    Term(
        ENTRIES.name,
        "for good, with the id of who wrote them",
        By.SECRETARY,
        "answers of the ICT secretary, for those who ask next",
        ENTRIES,
    ),
    Term(
        "history",
        "for good; people by their ids only",
        By.ERASE,
        "who changed what in the register, and to take changes back",
    ),
    Term(
        "claims",
        f"an hour in a database, the newest {REMEMBERED} in files; digests, nobody is in them",
        By.NEWER,
        "so that what a workspace sends again is done once, by whichever process and after a restart",
    ),
    Term("logs", "as long as the host keeps them; without names and texts of people", By.OPERATOR, "to find faults"),
    Term("backups", "until they are deleted", By.OPERATOR, "to get back what a machine has lost"),
    Term("replaced-…", "until it is deleted", By.OPERATOR, "what a restore has replaced, in case it was the wrong one"),
    Term("version-1", "until it is deleted", By.OPERATOR, "the files from before an update that changed their form"),
)

BY_COLLECTION: Final = {term.collection.name: term for term in TERMS if term.collection}
