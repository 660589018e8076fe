"""Slack's mark-up in what people type becomes plain words and identities, before anything else sees it
(https://docs.slack.dev/messaging/formatting-message-text)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from bot.messages.model import Action

_PERSON: Final = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_BEFORE: Final = re.compile(r"[\w./:@>-]")
_AFTER: Final = re.compile(r"[\w-]")
"""What beside a mention would be taken for a part of the identity, as the ending in "<@U0123ABCD>lle"."""
_LINK: Final = re.compile(r"<((?:https?|mailto):[^|<>]+)(?:\|[^<>]*)?>")
_CONVERSATION: Final = re.compile(r"<#[A-Z0-9]+(?:\|([^<>]*))?>")
_SPECIAL: Final = re.compile(r"<!(?:[^|<>]*)(?:\|([^<>]*))?>")
_ESCAPES: Final = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ESCAPE: Final = re.compile("|".join(_ESCAPES))


def words_of(text: str) -> str:
    """What somebody typed: people as identities (``slack:U0123ABCD``), links as addresses, conversations as names,
    nobody called, Slack's three escapes undone."""
    if "<" not in text and "&" not in text:
        return text
    text = _LINK.sub(lambda found: found[1].removeprefix("mailto:"), text)
    text = _CONVERSATION.sub(lambda found: f"#{found[1]}" if found[1] else "", text)
    text = _SPECIAL.sub(lambda found: found[1] or "", text)
    return with_identities(_ESCAPE.sub(lambda found: _ESCAPES[found[0]], text))


def words_in(message: Mapping[str, Any]) -> str:
    """What is written in a message: its text, else the words in its blocks and attachments, as messages of apps have
    them, and those that somebody has passed on; empty where there is only a picture."""
    if text := words_of(str(message.get("text") or "")).strip():
        return text
    parts = list(_texts(message.get("blocks")))
    for attachment in message.get("attachments") or ():
        if isinstance(attachment, Mapping):
            own = [str(attachment.get(key) or "") for key in ("pretext", "title", "text")]
            said = [*own, *_texts(attachment.get("blocks")), *_texts(attachment.get("message_blocks"))]
            parts += said if any(map(str.strip, said)) else [str(attachment.get("fallback") or "")]
    return words_of("\n".join(part for part in parts if part.strip())).strip()


def _texts(node: object) -> Iterator[str]:
    """The texts in blocks, in their order; of what is on one line, in one piece."""
    match node:
        case {"type": "rich_text_section" | "rich_text_quote" | "rich_text_preformatted", "elements": [*elements]}:
            yield "".join(_element(one) for one in elements if isinstance(one, Mapping))
        case {"type": "plain_text" | "mrkdwn", "text": str(text)}:
            yield text
        case Mapping():
            for child in node.values():
                yield from _texts(child)
        case [*children]:
            for child in children:
                yield from _texts(child)


def _element(element: Mapping[str, Any]) -> str:
    if element.get("type") == "user":
        return f"<@{element.get('user_id')}>"
    return str(element.get("text") or element.get("url") or "")


def with_identities(text: str) -> str:
    """``text`` with an identity in place of each mention of a person, and a space where a letter stands beside it."""
    return _PERSON.sub(_identity, text) if "<@" in text else text


def in_words(action: Action) -> Action:
    """``action`` with identities in the texts that it carries: buttons of older messages have mentions in them."""
    return replace(action, args=tuple(map(with_identities, action.args)))


def _identity(found: re.Match[str]) -> str:
    before = _BEFORE.match(found.string, max(found.start() - 1, 0), found.start())
    after = _AFTER.match(found.string, found.end())
    return f"{' ' if before else ''}slack:{found[1]}{' ' if after else ''}"
