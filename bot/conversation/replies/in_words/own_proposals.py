"""Replies to what somebody says of a proposal of their own: they take it back, once they have said so twice; put it
otherwise, in its form; or want to know how it stands."""

from collections.abc import Sequence
from typing import Final

from bot.conversation.exchange import Outcome
from bot.conversation.forms import decisions as forms
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.table import open_form
from bot.conversation.replies.decisions import show
from bot.conversation.turn import Services, Spoken, private
from bot.knowledge.content import common
from bot.language.lexicon import words_of
from bot.messages import decisions as messages
from bot.services.decisions.cases import Case
from bot.understanding.commands import Intent
from bot.understanding.said.renaming import renamed

_BEGINS: Final = 4
"""Letters of a service's name that any ending may follow."""


async def told(services: Services, turn: Spoken) -> Outcome | None:
    """What comes of it; None where nothing is said of a proposal, or they have made none."""
    words, (_, name) = words_of(turn.text), renamed(turn.text)
    cues = common.cues().find(words).names
    is_back, is_other = not cues.isdisjoint(("proposal_back", "regrets")), "proposal_other" in cues or bool(name)
    is_asked = "proposal_stands" in cues or ("my_proposal" in cues and turn.reading.intent is Intent.DECIDE)
    if turn.meant or not turn.actor.may_keep_channels or not (is_back or is_other or is_asked):
        return None
    seen = await services.decisions.seen_by(turn.actor, turn.register)
    own = [case for case in seen if case.proposal.by == turn.actor.person.id]
    is_told = not cues.isdisjoint(("my_proposal", "propose")) or bool(name and turn.reading.query.is_empty)
    named = [one for one in own if _is_named(services, one, words)]
    own = [] if turn.reading.query.names else named or own * is_told
    found = [one for one in own if one.proposal.waits_for] or own
    if len(found) != 1:
        return private(messages.overview((), found, (), turn.texts)) if found else None
    (case,) = found
    if is_back and case.proposal.is_open:
        return private(messages.to_withdraw(case, turn.texts))
    if is_other and case.proposal.is_open:
        opening = Opening(case.id, values={"name": name} if name else {})
        return private(await open_form(services, turn, forms.AMEND, opening))
    return await show(services, turn, case.id)


def _is_named(services: Services, case: Case, words: Sequence[str]) -> bool:
    """Whether the service is named that the channel would be on."""
    service = services.platforms.get(case.proposal.channel.platform)
    names = words_of(" ".join((service.name, *service.nicknames))) if service else ()
    return any(word == name or (len(name) >= _BEGINS and word.startswith(name)) for word in words for name in names)
