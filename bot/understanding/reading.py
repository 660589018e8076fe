"""How a text was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from bot.domain.accounts.addresses import normalise_url
from bot.domain.language import Language
from bot.domain.register import ChannelQuery, Narrowing
from bot.knowledge.content import common
from bot.language.days.dates import Half
from bot.language.days.spans import Span
from bot.language.days.unread import Unread
from bot.understanding.aliases import Found
from bot.understanding.commands import Intent
from bot.understanding.plain_answers import PlainAnswer
from bot.understanding.said.roles import Roles
from bot.understanding.said.told_apart import ToldOf

DECISION: Final = "decision"
"""What is asked about a channel by who wants to know who decided on it, or when."""


LAST_UPDATED: Final = "last_updated"
"""What is asked about a channel by who wants to know when it was updated, or why it is quiet."""


class Further(StrEnum):
    """Where somebody goes from the part of the guideline that was answered with, or open."""

    WHERE = "where"
    WHY = "why"
    NEXT = "next"
    PREVIOUS = "previous"


class Staffs(StrEnum):
    """Somebody becomes a channel's maintainer, authorised by who says so or by somebody else; or is one no more; or
    becomes the person responsible for it."""

    ADD = "add"
    AUTHORISE = "authorise"
    REMOVE = "remove"
    RESPONSIBLE = "responsible"

    @property
    def is_of_maintainers(self) -> bool:
        """Whether it is the maintainers that change."""
        return self is not Staffs.RESPONSIBLE


class PauseChange(StrEnum):
    """What changes of a pause that is agreed: its first day, its last, or both by as much."""

    START = "start"
    END = "end"
    BOTH = "both"


class Happened(StrEnum):
    """What is told of an account in trouble that asks for something else than an alarm about one channel: a scam's link
    was opened; the alarm was false, or it is over; which accounts are in trouble is asked; nobody gets in, as far as is
    said by no one's deed; an account pretends to be the municipality's."""

    CLICKED = "clicked"
    OVER = "over"
    CASES = "cases"
    SHUT_OUT = "shut_out"
    FAKE = "fake"


class Leaving(StrEnum):
    """What is said of somebody's leaving beside that they do: it is asked whether they have left, it is not certain, or
    it is the speaker."""

    ASKED = "asked"
    UNSURE = "unsure"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class OfAbsence:
    """What is said of an absence beside its days."""

    plain: bool = False
    """It is told in few words and by its days alone, and by nobody else's name before them."""
    moved: bool = False
    """One that is noted goes to other days, ``sooner`` ones or later."""
    sooner: bool = False
    starts: bool = False
    """One that is noted begins on another day, ``ends`` on another; else ``moved`` is all of it."""
    ends: bool = False
    corrects: bool = False
    """What was just said of one was not right."""
    is_back: bool = False
    """Somebody says that they are back, and not that an absence does not take place."""
    of_other: bool = False
    """It may be somebody else who is away: one whom the text begins with."""
    until_told: bool = False
    """Its end is not known."""
    names_cover: bool = False
    """It is said who stands in."""
    covers: bool | None = None
    """Whether the speaker stands in for somebody else, where that is said."""
    asks_for_cover: bool = False
    """It is asked who looks after a channel while its maintainer is away."""
    own: bool = False
    """It is the speaker's own absences that are asked about."""
    is_over: bool = False
    is_remote: bool = False
    """It is none: somebody works elsewhere."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text was read: what is meant, and what was said of it."""

    intent: Intent
    query: ChannelQuery = field(default_factory=ChannelQuery)
    language: Language | None = None
    """None where the text does not tell."""
    address: str = ""
    """The first URL or handle as it was typed."""
    people: tuple[str, ...] = ()
    """References as `parse_reference` gives them: of those who are mentioned, or, where somebody is asked for whom a
    form or list is about, called by name."""
    dates: Span | None = None
    missing: Half | None = None
    """The half of ``dates`` that was left open or not read."""
    unread: tuple[Unread, ...] = ()
    """What speaks of a day and was not read."""
    days: int | None = None
    when: str = ""
    """The day of an update as the person would put it."""
    rest: str = ""
    """What the text says besides the command, addresses and people."""
    close: tuple[Intent, ...] = ()
    """Intents that it may have just as well."""
    narrowed: Narrowing | None = None
    """Which of the channels a list is to show."""
    beyond: bool = False
    """Whether a list was asked for by what no list is narrowed by."""
    part: str = ""
    """The number of the part of the guideline to be read, or words that may be its title."""
    further: Further | None = None
    """Where it goes from the ``part`` that was before it."""
    added: str = ""
    """What it adds to the question before it."""
    aspects: tuple[str, ...] = ()
    """What is asked about the guideline itself: whether it is approved, where it is from; of a channel, its
    `DECISION`."""
    advice: tuple[str, ...] = ()
    """What the bot advises by itself beside what the guideline says: of threats, of hijacked accounts."""
    is_question: bool = True
    """False where a command failed, or what was said only goes on from before."""
    mood: str = ""
    """What small talk expresses."""
    answer: PlainAnswer | None = None
    """What a bare yes, no or day says to somebody who was asked."""
    apart: tuple[ToldOf, ...] = ()
    """What was told of each of the channels that were named."""
    wished: Language | None = None
    """The language that the bot is wished to speak."""
    everything: bool = False
    """All channels were updated, or ``both``."""
    both: bool = False
    ends_pause: bool = False
    changes_pause: PauseChange | None = None
    of_reminders: bool = False
    """Whether it is all reminders that are to rest."""
    staffs: Staffs | None = None
    """Who becomes or is no more what, where a change is of people."""
    roles: Roles = field(default_factory=Roles)
    """What each of the people is to be, where a change is of people."""
    happened: Happened | None = None
    """What is told of an account in trouble."""
    reminds_others: bool = False
    """Whether somebody else is to be reminded."""
    details: Mapping[str, str] = field(default_factory=dict)
    """What a channel is to be from now on, by the fields of its form."""
    strangers: tuple[str, ...] = ()
    """Words by which somebody may be called, as they were typed."""
    failed: Found | None = None
    """The command that the text begins with and does not fit."""
    guessed: bool = False
    """The intent is told by examples alone, and by no rule or command."""
    absence: OfAbsence = field(default_factory=OfAbsence)
    leaving: Leaving | None = None

    @property
    def args(self) -> Mapping[str, str | int]:
        """What was said besides the intent, ready for JSON: what the intent takes, where the text has it."""
        person = next(iter(self.people), "")
        is_url = normalise_url(self.address) is not None
        given: Mapping[str, str | int | None] = {
            "platform": next(iter(self.query.platforms), ""),
            "unit": next(iter(self.query.units), ""),
            "url": self.address if is_url else "",
            "handle": "" if is_url else self.address.removeprefix("@"),
            "when": self.when,
            "from": self.dates.start.isoformat() if self.dates else "",
            "to": person if self.intent is Intent.HANDOVER else self.dates.end.isoformat() if self.dates else "",
            "days": self.days,
            "cover": person,
            "part": self.part,
        }
        takes = common.commands().get(self.intent, {}).get("args", ())
        return {key: value for key in takes if (value := given[key])}
