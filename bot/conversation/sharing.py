"""Sharing: what somebody was told is said again for everybody, with who asked what.

What only the municipality's own people may know is not said where others read along. Where the surface cannot tell
whether they do, and less would be said to them, whoever shares is asked.
"""

from dataclasses import replace
from typing import Final, Protocol

from bot.conversation.exchange import Outcome
from bot.conversation.turn import Turn, replacing, shared
from bot.domain.language import Language
from bot.messages.model import Actions, Block, Message
from bot.messages.questions.answers import with_asker
from bot.messages.sharing import who_reads

WITH_ALL: Final = "all"
"""Shared as the person was told it, who has said that only the municipality's own people read it."""
PUBLIC: Final = "public"
"""Shared as anybody may know it."""


class SayAgain(Protocol):
    """Gives the reply to a text once more; nothing is counted or kept where it is only to be ``looked_at``."""

    async def __call__(self, turn: Turn, text: str, *, looked_at: bool = False) -> Outcome:
        """Raises StaleActionError where the text does something."""
        ...


async def share(say_again: SayAgain, turn: Turn, args: tuple[str, ...], language: Language | None) -> Outcome:
    """What somebody was told when they said the first of ``args``, for everybody; the second is what they answered
    where they were asked who reads it, in the place of what they were told: so it is shared once. Raises
    StaleActionError."""
    text, how = (*args, "", "")[:2]
    incoming = turn.incoming
    person = replace(incoming.person, language=language or incoming.person.language)
    is_public = incoming.overheard or how == PUBLIC
    for_all = replace(turn, incoming=replace(incoming, person=person, private=False, overheard=is_public))
    if incoming.may_be_overheard and how not in (WITH_ALL, PUBLIC) and not is_public:
        for_anybody = replace(for_all, incoming=replace(for_all.incoming, overheard=True))
        own = await say_again(for_all, text, looked_at=True)
        if _words(own) != _words(await say_again(for_anybody, text, looked_at=True)):
            return replacing(who_reads(text, (WITH_ALL, PUBLIC), own.reply.language))
    outcome = await say_again(for_all, text)
    if isinstance(outcome.reply, Message):
        outcome = replace(outcome, reply=with_asker(outcome.reply, incoming.person, text))
    return shared(outcome)


def _words(outcome: Outcome) -> tuple[Block, ...]:
    """What the reply says, whatever can be pressed below it."""
    blocks = outcome.reply.blocks if isinstance(outcome.reply, Message) else ()
    return tuple(block for block in blocks if not isinstance(block, Actions))
