"""Replies to those whose account is in trouble."""

from collections.abc import Collection, Mapping

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import accounts as forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.table import subject_of
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, done, private
from bot.domain.channels import ChannelId
from bot.domain.trouble import TroubleKind
from bot.knowledge.content import common
from bot.knowledge.content.wording.cues import SETTLED
from bot.language.lexicon import words_of
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.register.channels import which_channel
from bot.messages.trouble import (
    cases,
    clicked,
    ending,
    fake,
    noticed_by_guest,
    or_the_guideline,
    shut_out,
    taken_back,
    trouble,
)
from bot.services.trouble import NoTroubleError
from bot.understanding.commands import Intent
from bot.understanding.reading import Happened

_FEW = 6
"""How many words say at most that it is over, and nothing else."""
_OFFERED = 10
"""How many channels are offered where none was named."""


async def _trouble(services: Services, turn: Spoken) -> Outcome:
    """What to do about what was told, and about the account that was named; where none was, which is meant."""
    happened = turn.reading.happened
    secretaries = services.lookup.secretaries(turn.register, turn.actor)
    if happened is Happened.CLICKED:
        return private(clicked(secretaries, turn.text if turn.actor.may_keep_channels else "", turn.texts))
    if not turn.actor.may_keep_channels:
        return private(noticed_by_guest(turn.texts))
    query = turn.reading.query
    meant = () if query.is_empty else services.look_up(turn, query).channels
    if happened is Happened.CASES:
        return private(cases(await services.troubles.open_cases(turn.actor, turn.at), turn.texts))
    if happened is Happened.OVER:
        return private(await _over(services, turn, {view.channel.id for view in meant}))
    if len(meant) == 1:
        shown = _cannot_log_in if happened is Happened.SHUT_OUT else _shown
        return private(or_the_guideline(await shown(services, turn, meant[0].channel.id), turn.text))
    if happened is Happened.FAKE:
        is_told_whose = bool(query.units or query.scope or query.names)
        imitated = [view.channel for view in meant[:_OFFERED]] if is_told_whose else []
        return private(or_the_guideline(fake(imitated, secretaries, turn.text, turn.texts), turn.text))
    offered = meant or services.own_channels(turn)
    if happened is Happened.SHUT_OUT and not offered:
        return private(or_the_guideline(shut_out(None, secretaries, turn.text, turn.texts), turn.text))
    asked = say(turn.language, "trouble-name-it")
    if offered:
        verb = Verb.SHUT_OUT if happened is Happened.SHUT_OUT else Verb.TROUBLE
        asked = which_channel(offered[:_OFFERED], "trouble-which", verb, lambda channel: (channel,), turn.texts)
    return Outcome(or_the_guideline(asked, turn.text), asks_channel=True)


async def settled(services: Services, turn: Spoken) -> Outcome | None:
    """The case that is over, where a few words say that something is in order again, and an account of the person's is
    in trouble; None else."""
    words = words_of(turn.text)
    is_said = len(words) <= _FEW and "?" not in turn.text and SETTLED in common.cues().find(words).names
    if not is_said or not turn.reading.query.is_empty or not turn.actor.may_keep_channels:
        return None
    found = await services.troubles.open_cases(turn.actor, turn.at)
    own = [view for view in found if any(map(view.may_take_back, view.open))]
    return private(ending(own[0], turn.texts)) if len(own) == 1 else None


async def _over(services: Services, turn: Turn, named: Collection[ChannelId]) -> Message:
    """The case that is over, or was a false alarm, to be closed by whoever may; of several, or of others', the list."""
    found = await services.troubles.open_cases(turn.actor, turn.at)
    about = [view for view in found if view.channel.id in named] or found
    own = [view for view in about if any(map(view.may_take_back, view.open))]
    if len(own) == 1:
        return ending(own[0], turn.texts)
    return cases(own or about, turn.texts)


async def _press_trouble(services: Services, turn: Turn, channel_id: str) -> Outcome:
    return private(await _shown(services, turn, channel_id))


async def _press_shut_out(services: Services, turn: Turn, channel_id: str) -> Outcome:
    return private(await _cannot_log_in(services, turn, channel_id))


async def _open(services: Services, turn: Turn, channel_id: str, kind: str) -> Outcome:
    """The account is in trouble from now on."""
    if kind not in set(TroubleKind):
        raise StaleActionError
    await services.troubles.open(turn.actor, channel_id, TroubleKind(kind), turn.at)
    view = await services.troubles.view(turn.actor, channel_id, turn.at)
    return private(trouble(view, common.report_pages(), turn.texts, reported=TroubleKind(kind)))


async def _take_back(services: Services, turn: Turn, channel_id: str, kind: str) -> Outcome:
    """The alarm was a false one."""
    try:
        told = await services.troubles.take_back(turn.actor, channel_id, kind, turn.at)
    except NoTroubleError:
        return private(say(turn.language, "trouble-over"))
    return private(taken_back(told, turn.texts))


async def _submit_words(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Note what was done; or, with what was learnt, that it is over."""
    channel_id, kind = forms.about(*subject_of(submitted, 1))
    closes = submitted.form_id == forms.CLOSE
    with FieldReader(submitted.values) as values:
        words = values.text("learnt" if closes else "text")
    keep = services.troubles.close if closes else services.troubles.log
    try:
        await keep(turn.actor, channel_id, kind, words, turn.at)
    except NoTroubleError:
        return done(say(turn.language, "trouble-over"))
    if closes:
        return done(say(turn.language, "trouble-closed", channel=turn.register.channels[channel_id].name))
    return done(await _shown(services, turn, channel_id))


async def _shown(services: Services, turn: Turn, channel_id: str) -> Message:
    view = await services.troubles.view(turn.actor, channel_id, turn.at)
    is_fake = isinstance(turn, Spoken) and turn.reading.happened is Happened.FAKE
    likely = TroubleKind.FAKE if is_fake else TroubleKind.HIJACKED
    return trouble(view, common.report_pages(), turn.texts, likely=likely)


async def _cannot_log_in(services: Services, turn: Turn, channel_id: str) -> Message:
    view = await services.troubles.view(turn.actor, channel_id, turn.at)
    said = turn.text if isinstance(turn, Spoken) else ""
    return shut_out(view, services.lookup.secretaries(turn.register, turn.actor), said, turn.texts)


REPLIES: Mapping[Intent, Reply] = {Intent.TROUBLE: _trouble}
PRESSES: Mapping[Verb, Press] = {
    Verb.TROUBLE: _press_trouble,
    Verb.TROUBLE_OPEN: _open,
    Verb.TROUBLE_BACK: _take_back,
    Verb.SHUT_OUT: _press_shut_out,
}
SUBMISSIONS: Mapping[str, Submission] = {forms.LOG: _submit_words, forms.CLOSE: _submit_words}
