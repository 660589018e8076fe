"""Who and what is in the fake's workspace, and what people there see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.contract.block_kit_limits import walk

Json = dict[str, Any]

TEAM, OTHER_TEAM = "T0TEAM001", "T0OTHER01"
APP, BOT, BOT_USER = "A0SOMEBOT", "B0SOMEBOT", "U0SOMEBOT"
SLACKBOT = "USLACKBOT"
"""Slack's own, which ``users.info`` does not call a bot."""
GENERAL, ELSEWHERE = "C0GENERAL", "C0NOTHERE"


@dataclass
class User:
    """Somebody with an account, or somebody of another workspace."""

    id: str
    name: str
    email: str | None = None
    locale: str = "fi-FI"
    team: str = TEAM
    deleted: bool = False
    is_bot: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    enterprise: str = ""
    """The enterprise whose workspace this is somebody of, where there is one."""

    def as_json(self, *, locale: bool, email: bool) -> Json:
        """The object that ``users.info`` and the events give."""
        profile = {
            "real_name": self.name,
            "real_name_normalized": self.name,
            "display_name": self.name,
            "display_name_normalized": self.name,
            "team": self.team,
            **({"email": self.email} if email and self.email else {}),
        }
        user: Json = {
            "id": self.id,
            "team_id": self.team,
            "name": self.id.lower(),
            "real_name": self.name,
            "deleted": self.deleted,
            "profile": profile,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": 1_760_000_000,
        }
        if not self.deleted:
            user |= {"tz": "Europe/Helsinki", "is_admin": False, "is_owner": False}
            user |= {"is_restricted": self.is_restricted, "is_ultra_restricted": self.is_ultra_restricted}
        if self.enterprise:
            user["enterprise_user"] = {"id": self.id, "enterprise_id": self.enterprise, "teams": [self.team]}
        elif self.team != TEAM:
            user["is_stranger"] = True
        return {**user, "locale": self.locale} if locale else user


@dataclass
class Place:
    """A conversation: a channel, or a direct message of the bot with somebody. The bot posts where it is a member.
    In one that is ``shared`` people of other organisations read along (Slack Connect): events say so, commands and
    presses do not."""

    id: str
    members: set[str]
    shared: bool = False

    @property
    def is_direct(self) -> bool:
        return self.id.startswith("D")


@dataclass
class Shown:
    """A message that people see: everybody in ``place``, or ``only_to`` one person. ``way`` says how it came."""

    place: str
    ts: str
    text: str
    blocks: list[Json]
    way: str
    thread: str | None = None
    only_to: str | None = None
    edits: int = 0
    deleted: bool = False

    @property
    def words(self) -> str:
        """All that is to read in it, its buttons too."""
        return "\n".join([self.text, *words(self.blocks)])

    @property
    def called(self) -> list[str]:
        """The people who are called to it: the look of their names, and a notification."""
        return [str(node["user_id"]) for node in walk(self.blocks) if node.get("type") == "user"]

    @property
    def buttons(self) -> list[Json]:
        """The buttons, and what the lists offer, each as the list would send it."""
        return [pressed for block in self.blocks for pressed in pressable(block)]

    @property
    def labels(self) -> list[str]:
        return [button["text"]["text"] for button in self.buttons]

    def button(self, label: str, row: str = "") -> Json:
        """The button with ``label`` in its words or in its row's, of the row that has ``row`` in its own; or the first
        thing that the list with that label offers."""
        blocks = [block for block in self.blocks if not row or row in _text_of(block)]
        found = [one for block in blocks for one in pressable(block) if label in one["text"]["text"]]
        found += [one for block in blocks if label in _text_of(block) for one in pressable(block)]
        found += [one for block in blocks for one in pressable(block) if label in one.get("list", "")]
        assert found, f"no button {label!r} in {self.words!r}"
        return found[0]


def _text_of(block: Json) -> str:
    return str((block.get("text") or {}).get("text") or "")


def pressable(block: Json) -> Iterator[Json]:
    """What can be pressed in ``block``: its buttons, and each option of its lists."""
    for node in walk(block):
        if node.get("type") == "button":
            yield node
        elif node.get("type") in ("static_select", "overflow"):
            kept = {"type": node["type"], "action_id": node["action_id"], "block_id": block["block_id"]}
            kept["list"] = node.get("placeholder", {}).get("text", "")
            yield from ({**kept, "text": option["text"], "selected_option": option} for option in node["options"])


def words(blocks: Iterable[Json]) -> Iterator[str]:
    """All texts in ``blocks``, those of pictures too, in the order of reading."""
    said = (node.get(name) for node in walk(list(blocks)) for name in ("text", "alt_text"))
    return (text for text in said if isinstance(text, str))


@dataclass
class Workspace:
    """The people, the places, and all that was shown."""

    users: dict[str, User] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    enterprise: str = ""
    """The enterprise that the workspace belongs to, where it belongs to one."""
    _numbers: Iterator[int] = field(default_factory=lambda: count(100))

    def add(self, *users: User) -> None:
        for user in users:
            self.users[user.id] = user
            if not user.deleted:
                self.places[GENERAL].members.add(user.id)

    def ts(self) -> str:
        """A time stamp that no other message has."""
        return f"1764000000.{next(self._numbers):06}"

    def direct(self, user: str) -> Place:
        """The bot's direct message with ``user``."""
        place = Place(f"D{user[1:]}", {BOT_USER, user})
        return self.places.setdefault(place.id, place)

    def find(self, place: str, ts: str) -> Shown | None:
        """The message at ``ts``, unless it was only shown to one person, or is gone."""
        for shown in self.shown:
            if (shown.place, shown.ts, shown.only_to, shown.deleted) == (place, ts, None, False):
                return shown
        return None

    def has_thread(self, place: str, ts: str) -> bool:
        """Whether somebody has replied to the message at ``ts``, for others to see."""
        return any((one.place, one.thread, one.only_to, one.deleted) == (place, ts, None, False) for one in self.shown)

    def seen_by(self, user: str) -> list[Shown]:
        """What ``user`` sees now, in the order of its first appearance."""
        return [
            shown
            for shown in self.shown
            if not shown.deleted
            and (shown.only_to == user or (shown.only_to is None and user in self.places[shown.place].members))
        ]


def usual_workspace() -> Workspace:
    """The people of the small register of the tests, and one of each kind of stranger."""
    workspace = Workspace()
    workspace.places = {
        GENERAL: Place(GENERAL, {BOT_USER}),
        ELSEWHERE: Place(ELSEWHERE, set()),
    }
    workspace.add(
        User(BOT_USER, "Somebot", is_bot=True),
        User(SLACKBOT, "Slackbot"),
        User("U0STAFF01", "Työntekijä", "tyontekija@esimerkki.fi"),
        User("U0STAFF02", "Medarbetare", "medarbetare@esimerkki.fi", locale="sv-SE"),
        User("U0STAFF03", "Employee", "employee@esimerkki.fi", locale="en-GB"),
        User("U0ICT0001", "ICT-sihteeri", "ict@esimerkki.fi"),
        User("U0BOSS001", "Kunnanjohtaja", "kunnanjohtaja@esimerkki.fi"),
        User("U0LIBHEAD", "Kirjastotoimenjohtaja", "kirjasto@esimerkki.fi"),
        User("U0LIB0001", "Kirjaston ylläpitäjä 1", "kirjasto1@esimerkki.fi"),
        User("U0LIB0002", "Kirjaston ylläpitäjä 2", "kirjasto2@esimerkki.fi"),
        User("U0GUEST01", "Vieras", "vieras@muualla.fi", is_restricted=True),
        User("U0GUEST02", "Yhden kanavan vieras", "vieras2@muualla.fi", is_ultra_restricted=True),
        User("U0ALIEN01", "Naapurikunnasta", "ict@esimerkki.fi", team=OTHER_TEAM),
        User("U0GONE001", "Lähtenyt", "lahtenyt@esimerkki.fi", deleted=True),
        User("U0ROBOT01", "Toinen botti", is_bot=True),
    )
    return workspace
