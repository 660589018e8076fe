"""What has been kept for long enough, collection by collection: the keys of the documents to forget."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, TypeVar

from bot.domain.channels import Confirmed, FormerAccess, Status
from bot.domain.decisions import Proposal
from bot.domain.duties import ACCESS, CONFIRMED_FOR
from bot.domain.people import PersonId
from bot.services.activity.documents import OUTAGES, SOURCES, WEBSITE_LINKS, WEBSITE_VISITS
from bot.services.conversation_references import CONVERSATION_REFERENCES
from bot.services.decisions.cases import PROPOSALS
from bot.services.interruptions import UNANSWERED
from bot.services.ports import Collection, State
from bot.services.questions.documents import ANSWERED_KEPT, ASKED, OPEN, OpenQuestion
from bot.services.register.documents import CHANNELS, FORMER_ACCESS, PEOPLE, register_of
from bot.services.reminders import outbox as outboxes
from bot.services.reminders import rounds
from bot.services.reminders.documents import ABSENCES, HANDOVERS, REMINDERS, SPELLS
from bot.services.reminders.entries import OUTBOX, Stage, outbox_key
from bot.services.trouble import TROUBLES

T = TypeVar("T")

UNANSWERED_KEPT: Final = timedelta(days=180)
"""How long a question is kept that nobody has answered, with the name of who asked."""
INTERRUPTED_KEPT: Final = timedelta(days=1)
"""How long it is known who waits for a reply, where no start of the bot has told them that none will come."""
TROUBLES_KEPT: Final = timedelta(days=730)
"""How long it is known what was done about an account in trouble, and what was learnt."""
PROPOSALS_KEPT: Final = timedelta(days=90)
"""How long a hand-over that was proposed can be accepted."""
SETTLED_KEPT: Final = timedelta(days=180)
"""How long a proposal of a channel is kept that has come to its end: until then it can be asked why."""
UNSETTLED_KEPT: Final = timedelta(days=365)
"""How long one is kept that nobody goes on with."""
OUTAGES_KEPT: Final = timedelta(days=365)
"""How long it is known of a service that it is out, in case nobody looks at it any more."""
WEBSITE_KEPT: Final = timedelta(days=365)
"""How long it is known what the website once linked, and what was said of that."""
LEFT_KEPT: Final = timedelta(days=730)
"""How long somebody is known by name who has left and keeps nothing: until then it can be asked who it was."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When it is looked at (``at``, aware, in the municipality's time zone), and for how many days the log of questions
    is kept."""

    at: datetime
    log_days: int

    @property
    def today(self) -> date:
        """The date in the municipality's time zone."""
        return self.at.date()


Outdated = Callable[[State, Moment], Iterable[str]]
"""The keys of the documents of one collection that are outdated at a moment."""


def _each(collection: Collection[T], is_outdated: Callable[[T, Moment], bool]) -> Outdated:
    """For documents that tell by themselves, whatever else is kept."""
    return lambda state, moment: (key for key, one in state.of(collection).items() if is_outdated(one, moment))


asked: Final = _each(ASKED, lambda one, moment: one.on < moment.today - timedelta(days=moment.log_days - 1))
"""Questions in the log, of which the last days are kept."""
reminders: Final = _each(REMINDERS, lambda one, moment: moment.today - one.day > rounds.KEPT)
"""Messages whose buttons nobody will press any more."""
absences: Final = _each(ABSENCES, lambda one, moment: one.days.end < moment.today)
"""Absences that are over."""
handovers: Final = _each(HANDOVERS, lambda one, moment: moment.today - one.asked > PROPOSALS_KEPT)
"""Proposals that nobody has answered."""
troubles: Final = _each(
    TROUBLES, lambda one, moment: one.closed is not None and moment.today - one.closed > TROUBLES_KEPT
)
"""Accounts that were in trouble long ago."""
outages: Final = _each(OUTAGES, lambda one, moment: moment.at - one.since > OUTAGES_KEPT)
"""Outages of services none of whose sources are looked at any more."""
website_links: Final = _each(WEBSITE_LINKS, lambda one, moment: moment.today - one.on > WEBSITE_KEPT)
"""What the website does not link any more."""
website_visits: Final = _each(WEBSITE_VISITS, lambda one, moment: moment.at - one.at > WEBSITE_KEPT)
"""Looks at pages that are not set any more."""
unanswered: Final = _each(UNANSWERED, lambda one, moment: moment.at - one.since > INTERRUPTED_KEPT)
"""Those whom nobody answers any more."""


def _is_outdated_question(one: OpenQuestion, moment: Moment) -> bool:
    since, patience = (one.given.at, ANSWERED_KEPT) if one.given else (one.at, UNANSWERED_KEPT)
    return moment.at - since > patience


open_questions: Final = _each(OPEN, _is_outdated_question)
"""Questions that were answered a while ago, and those that nobody has answered for long."""


def _is_outdated_proposal(one: Proposal, moment: Moment) -> bool:
    return moment.today - one.last.on > (UNSETTLED_KEPT if one.waits_for else SETTLED_KEPT)


proposals: Final = _each(PROPOSALS, _is_outdated_proposal)
"""Proposals of channels that came to their end long ago, and those that nobody goes on with."""


def outbox(state: State, moment: Moment) -> Iterator[str]:
    """Notices that were settled long ago; one that its round has yet to take back is still needed."""
    taken_back = {outbox_key(key) for key in state.of(REMINDERS)}
    for key, one in state.of(OUTBOX).items():
        is_needed = one.stage is Stage.EXPIRED and key in taken_back
        if one.settled_at is not None and moment.at - one.settled_at > outboxes.KEPT and not is_needed:
            yield key


def spells(state: State, moment: Moment) -> Iterator[str]:
    """What was told of spells that are over."""
    register = register_of(state)
    for key, one in state.of(SPELLS).items():
        if not rounds.goes_on(one, register) and all(moment.today - told.on > rounds.KEPT for told in one.told):
            yield key


def people(state: State, moment: Moment) -> Iterator[PersonId]:
    """People who left long ago and keep nothing any more; they are erased, not only removed: history names them too."""
    register = register_of(state)
    for key, one in state.of(PEOPLE).items():
        is_long_gone = one.left_on is not None and moment.today - one.left_on > LEFT_KEPT
        if is_long_gone and not one.is_erased and not register.kept_by(key):
            yield key


def former_access(state: State, moment: Moment) -> Iterator[str]:
    """Access that was taken away, unless the person still keeps the channel by the register or had it when this was
    confirmed last: then it would be asked about again. What was settled by a confirmation is kept while that holds,
    so that it is open again where the confirmation is taken back. And of channels that nobody uses any more: whoever
    retires one says who takes the rights away."""
    channels = state.of(CHANNELS)
    for key, one in state.of(FORMER_ACCESS).items():
        channel = channels.get(one.channel)
        if channel is None or channel.status is Status.RETIRED:
            yield key
        elif one.taken is not None and not channel.is_kept_by(one.person):
            said = channel.confirmation_of(ACCESS)
            if said is None or not (said.is_of(one.person) or _may_be_taken_back(one, said, moment.today)):
                yield key


def _may_be_taken_back(one: FormerAccess, said: Confirmed, today: date) -> bool:
    return one.by_confirmation and one.taken == said.on and today <= said.on + CONFIRMED_FOR


def sources(state: State, moment: Moment) -> Iterator[str]:
    """Sources of channels that nobody looks at any more."""
    channels = state.of(CHANNELS)
    return (key for key in state.of(SOURCES) if key not in channels or channels[key].status is Status.RETIRED)


def conversation_references(state: State, moment: Moment) -> Iterator[str]:
    """Where those were written to who work here no longer."""
    register = register_of(state)
    for key, one in state.of(CONVERSATION_REFERENCES).items():
        person = register.person_by_reference(one.identity)
        if person is not None and person.has_left(moment.today):
            yield key
