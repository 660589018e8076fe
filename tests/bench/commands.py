"""The slash commands that are sent: what people ask, made from the small register of the tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import cycle
from urllib.parse import urlencode

from tests.fake_slack.sending import command
from tests.fake_slack.workspace import GENERAL
from tests.support.bot_in_memory import REGISTER

_ASKING = (
    *("kuka omistaa", "kuka vastaa kanavasta", "kuka hoitaa kanavaa", "kuka ylläpitää kanavaa", "omistaja"),
    *("kenellä on tunnukset kanavaan", "kenen vastuulla on", "kuka päivittää kanavaa", "vastuuhenkilö"),
    *("keneltä voi kysyä kanavasta", "vem äger", "vem sköter", "vem ansvarar för", "ägare", "vem uppdaterar"),
    *("vem har hand om", "vem sköter om kanalen", "vem är ansvarig för", "who owns", "who runs", "who manages"),
    *("owner", "who is behind", "who is responsible for", "who looks after", "who updates", "who maintains"),
    *("who posts on", "who is in charge of", "whom do I ask about"),
)


def owner_texts(count: int) -> list[str]:
    """``count`` different questions for who is behind a channel."""
    names = [channel["name"] for channel in json.loads(REGISTER.read_text(encoding="utf-8"))["channels"]]
    texts = [f"{asking} {name}" for asking in _ASKING for name in names]
    assert len(set(texts)) >= count
    return texts[:count]


def bodies(texts: Iterable[str], users: Sequence[str], response_url: Callable[[str, str], str]) -> tuple[str, ...]:
    """Slash commands with ``texts``, of each user in turn, as Slack sends them; ``response_url`` gives each an address
    to reply to, for a user and a place."""
    return tuple(
        urlencode(command(user, text, place=GENERAL, response_url=response_url(user, GENERAL), trigger="1.2.3"))
        for text, user in zip(texts, cycle(users), strict=False)
    )
