"""What Teams sends, read: who did what, and where the answer goes
(https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.domain.language import Language
from bot.surfaces.door import RefusedError

SCHEME: Final = "teams:"
_LONGEST_ID: Final = 1_000
_LANGUAGES: Final = {language.value: language for language in Language}
_ESCAPES: Final = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&"}
_ESCAPE: Final = re.compile("|".join(_ESCAPES))
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_OBJECT_ID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_POSTED_CARD: Final = '<span class="inline-compose-card"'
"""What a card looks like in a text that somebody posted through a message extension: they said nothing to the bot."""


@dataclass(frozen=True, slots=True)
class TeamsConversation:
    """A conversation: its ``id`` and ``kind`` (``personal``, ``groupChat``, ``channel``), the ``service_url`` by which
    it is written to, and the ``tenant`` that it is in."""

    service_url: str
    id: str
    kind: str
    tenant: str

    @property
    def is_personal(self) -> bool:
        """Whether nobody is there but one person and the bot."""
        return self.kind == "personal"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who did something: their ``id`` in the conversation, which is the bot's own for them, and the ``object_id`` that
    they have in the directory; empty for whoever is in none, such as an anonymous guest of a meeting."""

    id: str
    object_id: str
    name: str

    @property
    def identity(self) -> str:
        """How the register knows them."""
        return identity_of(self.object_id or self.id)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody who is called in a text, by the mark-up that stands for them there."""

    id: str
    markup: str
    name: str


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that happened. ``value`` is what a card, a dialog or a message extension brings; ``reply_to`` is the
    message whose button was pressed; ``is_targeted`` says that only the sender saw what they wrote."""

    type: str
    name: str
    action: str
    id: str
    place: TeamsConversation
    sender: Sender
    bot: str
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    locale: Language | None = None
    value: Mapping[str, Any] = field(default_factory=dict)
    reply_to: str = ""
    is_targeted: bool = False

    @property
    def key(self) -> str:
        """What tells it from all others: the same when it is sent again. Empty where Teams gave it no id."""
        return f"{self.place.id}/{self.id}" if self.id else ""

    @property
    def is_posted_card(self) -> bool:
        """Whether this is a card that somebody has posted through a message extension, and no words."""
        return _POSTED_CARD in self.text

    @classmethod
    def of(cls, body: Mapping[str, Any], tenant: str) -> Activity:
        """From the body of a request whose ``tenant`` has been checked. Raises RefusedError where it says
        neither what it is nor where."""
        conversation, sender, recipient = (_part(body, name) for name in ("conversation", "from", "recipient"))
        id_, kind = _text(body, "id"), _text(conversation, "conversationType") or "personal"
        place = TeamsConversation(
            _text(body, "serviceUrl"), _thread(_text(conversation, "id"), kind, id_), kind, tenant
        )
        if not (_text(body, "type") and place.id and place.service_url):
            raise RefusedError("malformed")
        return cls(
            type=_text(body, "type"),
            name=_text(body, "name"),
            action=_text(body, "action"),
            id=id_,
            place=place,
            sender=Sender(_text(sender, "id"), _object_id(sender), _text(sender, "name")),
            bot=_text(recipient, "id"),
            text=body["text"] if isinstance(body.get("text"), str) else "",
            mentions=tuple(_mentions(body)),
            locale=_LANGUAGES.get(_text(body, "locale")[:2].lower()),
            value=_part(body, "value"),
            reply_to=_text(body, "replyToId"),
            is_targeted=recipient.get("isTargeted") is True,
        )

    @property
    def people(self) -> tuple[Mention, ...]:
        """Those who are called besides the bot."""
        return tuple(one for one in self.mentions if one.id != self.bot)

    def words(self, identities: Mapping[str, str]) -> str:
        """What was said to the bot, without its own mention; for each person who is called, by their id here, what
        ``identities`` has, else their name."""
        text = self.text
        for mention in self.mentions:
            known = "" if mention.id == self.bot else f" {identities.get(mention.id) or mention.name} "
            text = text.replace(mention.markup, known, 1)
        return " ".join(_unescaped(text).split())


def identity_of(object_id: str) -> str:
    """How the register knows the account with ``object_id``."""
    return (
        f"{SCHEME}{object_id.lower() if _OBJECT_ID.fullmatch(object_id) else re.sub(r'[^!-~]|[<>,;]', '', object_id)}"
    )


def object_id_of(identity: str) -> str | None:
    """The id that ``identity`` has in the directory; None where it is none of Teams'."""
    found = identity.removeprefix(SCHEME)
    return found if identity.startswith(SCHEME) and _OBJECT_ID.fullmatch(found) else None


def words_of_message(value: Mapping[str, Any]) -> str:
    """The words of the message on which somebody opened the message extension."""
    content = _part(_part(value, "messagePayload"), "body").get("content")
    return " ".join(_unescaped(_TAG.sub(" ", content)).split()) if isinstance(content, str) else ""


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES[found[0]], text)


def _thread(conversation: str, kind: str, message: str) -> str:
    """The thread that a message in a channel is in, or begins."""
    begins = kind == "channel" and conversation and message and ";messageid=" not in conversation
    return f"{conversation};messageid={message}" if begins else conversation


def _mentions(body: Mapping[str, Any]) -> Iterator[Mention]:
    entities = body.get("entities")
    for entity in entities if isinstance(entities, list) else ():
        if isinstance(entity, Mapping) and entity.get("type") == "mention" and (markup := _text(entity, "text")):
            mentioned = _part(entity, "mentioned")
            yield Mention(_text(mentioned, "id"), markup, _text(mentioned, "name"))


def _object_id(sender: Mapping[str, Any]) -> str:
    found = _text(sender, "aadObjectId")
    return found if _OBJECT_ID.fullmatch(found) else ""


def _part(of: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = of.get(name)
    return found if isinstance(found, Mapping) else {}


def _text(of: Mapping[str, Any], name: str) -> str:
    found = of.get(name)
    return found if isinstance(found, str) and len(found) <= _LONGEST_ID else ""
