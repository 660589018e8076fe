"""What people are told of the channels' sources without having asked."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.activity.model import Failure, Result
from bot.domain.channels import ChannelId


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What the first look at the source of ``channel``, called ``name``, has found: the source's own ``title`` and the
    day of its newest update, or ``why`` there is nothing to see."""

    channel: ChannelId
    name: str
    result: Result
    title: str = ""
    newest: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class SourcesFound:
    """What can be seen of the channels that the reader has registered or imported."""

    looks: tuple[FirstLook, ...]
    kind: Literal["sources_found"] = "sources_found"


@dataclass(frozen=True, slots=True)
class ServiceOut:
    """A service is out ``since`` that day, so that nothing is seen of so many ``channels``, and nobody is asked about
    them meanwhile."""

    service: str
    since: date
    why: Failure
    channels: int
    kind: Literal["service_out"] = "service_out"


SourceNotice = ServiceOut | SourcesFound
