"""What goes into a conversation and what comes out of it, on every surface alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.conversation.forms.form import Form, FormValues
from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import ChannelId
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.register import Register
from bot.messages.model import Action, Message
from bot.understanding.commands import Intent
from bot.understanding.reading import Reading


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody typed, without the command's name."""

    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody's words that are a question on the guideline, whatever else they could be read as."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that somebody pressed."""

    action: Action


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form that somebody sent in."""

    form_id: str
    subject: tuple[str, ...]
    values: FormValues


Content = Said | Asked | Pressed | Submitted


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that a person did, on any surface.

    ``locale`` is the language of the person's surface, ``guest`` whether the surface says that this is a guest or a
    person of another workspace, ``private`` whether only this person sees the reply, ``alone`` whether nobody else is
    there to share it with, and ``overheard`` whether people of other workspaces read along, who ``may_be_overheard``
    where the surface cannot tell. ``conversation`` names the
    place where that is, so that what was just said there counts; nothing counts where it is empty. ``replies_to`` is
    the place of the message that it replies to, named as a notifier names the place where something has arrived; empty
    where the surface does not tell. ``at`` is aware.
    """

    person: Person
    content: Content
    at: datetime
    locale: Language | None = None
    guest: bool = False
    private: bool = True
    alone: bool = False
    conversation: str = ""
    replies_to: str = ""
    overheard: bool = False
    may_be_overheard: bool = False


class Visibility(StrEnum):
    """Who sees the reply: the person alone, or everybody in the conversation."""

    PRIVATE = "private"
    CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True)
class Understood:
    """How a text was read, for ``say --json`` and for measuring; worked out when it is looked at."""

    reading: Reading
    register: Register
    platforms: Platforms

    @property
    def intent(self) -> Intent:
        """What was wanted."""
        return self.reading.intent

    @property
    def channels(self) -> tuple[ChannelId, ...]:
        """The channels that were meant, best first."""
        reading = self.reading
        if reading.intent is Intent.VERIFY:
            found = self.register.at_address(reading.address, self.platforms, reading.query.platforms)
        elif reading.query.is_empty and reading.intent is not Intent.CHANNELS:
            found = ()
        else:
            found = self.register.find(reading.query)
        return tuple(channel.id for channel in found)

    @property
    def args(self) -> Mapping[str, str | int]:
        """What else was said."""
        return self.reading.args


@dataclass(frozen=True, slots=True)
class Updating:
    """That an update of ``channels`` ``on`` that day was ``noted``, or that it was asked which of them was updated."""

    channels: tuple[ChannelId, ...]
    on: date
    noted: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """The reply: a message, or a form to fill in (again, when it has errors).

    ``replaces`` is true when the reply takes the place of the message whose button was pressed, ``done`` when a form
    has done what it is for and goes, while the message that it was opened from stays. ``part`` is the id of the part of
    the guideline that answered, if one did; ``updating`` is the update that the reply tells of, or asks about.
    ``asks_channel``: it asks which channel's account was told of.
    """

    reply: Message | Form
    visibility: Visibility = Visibility.PRIVATE
    replaces: bool = False
    done: bool = False
    understood: Understood | None = None
    part: str = ""
    updating: Updating | None = None
    asks_channel: bool = False
