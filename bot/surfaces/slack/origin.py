"""Where a form was opened from: travels in the modal, so that its outcome finds the way back, also over a restart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final

URL_LIFE: Final = timedelta(minutes=30)
"""How long a ``response_url`` works (https://docs.slack.dev/interactivity/handling-user-interaction)."""
_SCHEME: Final = "slack:"


def mapping(value: object) -> Mapping[str, Any]:
    """``value`` where it is an object; an empty one where it is not."""
    return value if isinstance(value, Mapping) else {}


def place_of(conversation: object, moment: object) -> str:
    """The name of the place where a message stands: what a notice that has arrived is found by again."""
    return f"{_SCHEME}{conversation}/{moment}"


def conversation_and_moment(place: str) -> tuple[str, str]:
    """What ``place_of`` was made of."""
    conversation, _, moment = place.removeprefix(_SCHEME).partition("/")
    return conversation, moment


@dataclass(frozen=True, slots=True)
class Origin:
    """A command or a press: the address to reply to, until when that works (aware), and the thread it came from.

    ``on_message`` is true where a button on a message was pressed, which a reply can then take the place of, and
    ``ephemeral`` where only the person saw that message. ``direct`` is the conversation of two in which it stood for
    both to see, the bot's own with the person as a rule: there is nobody to hide a reply from, and it should last.
    """

    url: str
    until: datetime
    thread: str = ""
    on_message: bool = False
    ephemeral: bool = False
    direct: str = ""

    @classmethod
    def of(cls, body: Mapping[str, Any], at: datetime) -> Origin | None:
        """The origin of what came in at that time; None where there is nothing to reply to, as in a modal."""
        url = str(body.get("response_url") or "")
        if not url:
            return None
        message, container, channel = (mapping(body.get(key)) for key in ("message", "container", "channel"))
        on_message, ephemeral = body.get("type") == "block_actions", bool(container.get("is_ephemeral"))
        place = str(channel.get("id") or "")
        # Of a message that only the person sees, Slack sends nothing but where it stands.
        thread = str(message.get("thread_ts") or container.get("thread_ts") or "")
        return cls(
            url=url,
            until=at + URL_LIFE,
            thread="" if thread == message.get("ts") else thread,  # what a thread begins with stands outside of it
            on_message=on_message,
            ephemeral=ephemeral,
            direct=place if on_message and not ephemeral and place.startswith("D") else "",
        )

    @property
    def replies_to(self) -> str:
        """The place of the message in whose thread the pressed one stands; empty outside of the bot's own
        conversations."""
        return place_of(self.direct, self.thread) if self.direct and self.thread else ""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Origin:
        """What ``to_json`` wrote. Raises KeyError, TypeError and ValueError."""
        return cls(
            url=str(value["url"]),
            until=datetime.fromisoformat(value["until"]),
            thread=str(value["thread"]),
            on_message=bool(value["on_message"]),
            ephemeral=bool(value["ephemeral"]),
            direct=str(value.get("direct") or ""),
        )

    def to_json(self) -> dict[str, object]:
        """As plain JSON."""
        return {**asdict(self), "until": self.until.isoformat()}
