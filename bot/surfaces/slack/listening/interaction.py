"""One thing that somebody did on purpose, as Slack tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.errors import SomebotError
from bot.surfaces.slack.origin import Origin, mapping

Body = Mapping[str, Any]


class MalformedError(SomebotError):
    """A signed request lacks what Slack always sends."""


@dataclass(frozen=True, slots=True)
class Interaction:
    """What somebody did: who, when, where a reply goes, and what opens a modal. ``text`` is what they typed,
    ``conversation`` where, or where they pressed, ``message`` the time of the message whose button they pressed,
    ``view_id`` the modal that is open; ``at_home`` they pressed it on their home."""

    user_id: str
    at: datetime
    origin: Origin | None
    trigger_id: str
    text: str = ""
    message: str = ""
    view_id: str = ""
    at_home: bool = False
    conversation: str = ""

    @property
    def identity(self) -> str:
        """Who did it, as the register knows them."""
        return f"slack:{self.user_id}"

    @classmethod
    def of(cls, body: Body, at: datetime, text: str = "") -> Interaction:
        """From the body of a request. Raises MalformedError."""
        try:
            view: Body = body.get("view") or {}
            return cls(
                user_id=str(body.get("user_id") or body["user"]["id"]),
                at=at,
                origin=Origin.of(body, at),
                trigger_id=str(body.get("trigger_id") or ""),
                text=text,
                message=str(mapping(body.get("container")).get("message_ts") or ""),
                view_id="" if view.get("type") == "home" else str(view.get("id") or ""),
                at_home=view.get("type") == "home",
                conversation=str(body.get("channel_id") or mapping(body.get("channel")).get("id") or ""),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise MalformedError("somebody did something, and it is not said who") from error
