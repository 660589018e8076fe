"""What is seen of channels in their sources, in words."""

from __future__ import annotations

from typing import Final

from bot.activity.model import Failure
from bot.messages.texts import Texts

SERVER: Final = "server"
KINDS: Final = {
    Failure.BAD_ADDRESS: "address",
    Failure.NOT_PUBLIC: "address",
    Failure.INSECURE: "address",
    Failure.NOT_FOUND: "gone",
    Failure.GONE: "gone",
    Failure.NO_FEED: "no-feed",
    Failure.NO_ACCOUNT: "no-account",
    Failure.FORBIDDEN: "forbidden",
    Failure.CERTIFICATE: "certificate",
    Failure.UNREADABLE: "unreadable",
    Failure.TOO_LARGE: "unreadable",
    Failure.REDIRECTS: "unreadable",
    Failure.KEY_REFUSED: "key",
    Failure.KEY_RIGHTS: "key",
    Failure.KEY_LIMIT: "key",
}
"""What a failure is to whoever keeps the register; the others mean that the server does not answer as it should."""


def failure_words(texts: Texts, why: str) -> str:
    """Why a source can not be read."""
    kind = KINDS.get(Failure(why), SERVER) if why in set(Failure) else SERVER
    return texts(f"source-{kind}")
