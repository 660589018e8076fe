"""How a form is opened: on what, by whom, and how it is made."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.conversation.forms.form import Form, FormValues
from bot.conversation.turn import Services, Turn
from bot.services.access import require_ict_secretary, require_keeper
from bot.services.committing import channel_of


@dataclass(frozen=True, slots=True)
class Opening:
    """What a form is opened on: the id of its ``subject`` (a channel, a person, a question, an entry), the key of the
    ``reminder`` that it answers, and the values that are filled in already; each empty where there is none."""

    subject: str = ""
    reminder: str = ""
    values: FormValues = field(default_factory=dict)


Build = Callable[[Services, Turn, Opening], Awaitable[Form]]
MayOpen = Callable[[Turn, Opening], None]


def by_anybody(turn: Turn, opening: Opening) -> None:
    """Everybody may open the form: whether it is for them is seen when it is made, or by what it does."""


def by_ict_secretary(turn: Turn, opening: Opening) -> None:
    """Raise NotAllowedError unless the person keeps the register."""
    require_ict_secretary(turn.actor)


def by_keeper(turn: Turn, opening: Opening) -> None:
    """Raise NotAllowedError unless the person keeps the channel that the form is about."""
    require_keeper(turn.actor, channel_of(turn.register, opening.subject))


def by_keeper_or_cover(turn: Turn, opening: Opening) -> None:
    """Raise NotAllowedError unless the person keeps the channel that the form is about, or stands in today."""
    require_keeper(turn.actor, channel_of(turn.register, opening.subject), turn.today)


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A form that there is. ``build`` makes it as it is opened now, for whoever it is; ``may_open`` raises
    NotAllowedError for those who may neither open it nor send it in. What was filled in where ``is_draft`` is shown
    again also where nothing could be stored: it took a while to write."""

    build: Build
    may_open: MayOpen = by_ict_secretary
    is_draft: bool = False
