"""Replies to those whose account is in trouble."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import trouble as forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.table import subject_of
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, done, private
from bot.domain.trouble import TroubleKind
from bot.knowledge.content import common
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.register.channels import which_channel
from bot.messages.trouble import or_the_guideline, trouble
from bot.services.access import require_somebody_here
from bot.services.trouble import NoTroubleError
from bot.understanding.commands import Intent

_OFFERED = 10
"""How many channels are offered where none was named."""


async def _trouble(services: Services, turn: Spoken) -> Outcome:
    """What to do about the account that was named; where none was, which is meant, or what the guideline says."""
    require_somebody_here(turn.actor)
    query = turn.reading.query
    meant = services.look_up(turn, query).channels if not query.is_empty else ()
    if len(meant) == 1:
        return private(await _shown(services, turn, meant[0].channel.id))
    offered = meant or services.own_channels(turn)
    asked = say(turn.language, "trouble-name-it")
    if offered:
        shown = offered[:_OFFERED]
        asked = which_channel(shown, "trouble-which", Verb.TROUBLE, lambda channel: (channel,), turn.texts)
    return private(or_the_guideline(asked, turn.text))


async def _press_trouble(services: Services, turn: Turn, channel_id: str) -> Outcome:
    return private(await _shown(services, turn, channel_id))


async def _open(services: Services, turn: Turn, channel_id: str, kind: str) -> Outcome:
    """The account is in trouble from now on."""
    if kind not in set(TroubleKind):
        raise StaleActionError
    await services.troubles.open(turn.actor, channel_id, TroubleKind(kind), turn.at)
    return private(await _shown(services, turn, channel_id))


async def _submit_words(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Note what was done; or, with what was learnt, that it is over."""
    (channel_id,) = subject_of(submitted, 1)
    closes = submitted.form_id == forms.CLOSE
    with FieldReader(submitted.values) as values:
        words = values.text("learnt" if closes else "text")
    keep = services.troubles.close if closes else services.troubles.log
    try:
        await keep(turn.actor, channel_id, words, turn.at)
    except NoTroubleError:
        return done(say(turn.language, "trouble-over"))
    if closes:
        return done(say(turn.language, "trouble-closed", channel=turn.register.channels[channel_id].name))
    return done(await _shown(services, turn, channel_id))


async def _shown(services: Services, turn: Turn, channel_id: str) -> Message:
    view = await services.troubles.view(turn.actor, channel_id, turn.at)
    return trouble(view, common.report_pages(), turn.texts)


REPLIES: Mapping[Intent, Reply] = {Intent.TROUBLE: _trouble}
PRESSES: Mapping[Verb, Press] = {Verb.TROUBLE: _press_trouble, Verb.TROUBLE_OPEN: _open}
SUBMISSIONS: Mapping[str, Submission] = {forms.LOG: _submit_words, forms.CLOSE: _submit_words}
