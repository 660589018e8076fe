"""What those concerned are told of a change to a channel that somebody else has made, or has taken back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from bot.domain.channels import Channel
from bot.domain.people import Person


class Part(StrEnum):
    """What somebody is to a channel."""

    MAINTAINER = "maintainer"
    RESPONSIBLE = "responsible"


@dataclass(frozen=True, slots=True)
class NoLongerKeeper:
    """``by`` has entered that the reader is no longer what they were to the channel."""

    channel: Channel
    by: Person
    was: Part
    kind: Literal["no_longer_keeper"] = "no_longer_keeper"


@dataclass(frozen=True, slots=True)
class AuthorisationTakenBack:
    """``by`` has taken back the note that the reader, a superior, has authorised ``person`` to maintain the channel."""

    channel: Channel
    by: Person
    person: Person
    kind: Literal["authorisation_taken_back"] = "authorisation_taken_back"


@dataclass(frozen=True, slots=True)
class ChannelRests:
    """``by`` has entered that a channel of the reader's rests from ``start`` to ``end``, both included; where these are
    None, that it does not any more, or after all."""

    channel: Channel
    by: Person
    start: date | None = None
    end: date | None = None
    kind: Literal["channel_rests"] = "channel_rests"


@dataclass(frozen=True, slots=True)
class ChannelKept:
    """``by`` has taken back that the channel is retired: nobody is to remove the access to it."""

    channel: Channel
    by: Person
    kind: Literal["channel_kept"] = "channel_kept"


@dataclass(frozen=True, slots=True)
class PersonStays:
    """A person of whom the reader was told that they leave works here after all, or again."""

    person: Person
    channels: tuple[Channel, ...]
    kind: Literal["person_stays"] = "person_stays"


ChangeNotice = NoLongerKeeper | AuthorisationTakenBack | ChannelRests | ChannelKept | PersonStays
