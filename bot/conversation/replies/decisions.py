"""Replies on the way from a wish to a channel: to who proposes, authorises, decides, and enters it in the register."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import decisions as forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.making import with_problems
from bot.conversation.forms.name_taken import warned_of_name
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.table import open_form, subject_of
from bot.conversation.replies.register.changes import found_at_the_address, not_ticked, record_of_form
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, private, replacing
from bot.domain.channels import Status
from bot.domain.decisions import ENDS, Proposal
from bot.domain.people import Role
from bot.messages import decisions as messages
from bot.messages.decisions import Reader
from bot.messages.model import Verb
from bot.messages.register import changes as register_messages
from bot.messages.register import channels as channel_messages
from bot.messages.register import maintainers as maintainer_messages
from bot.services.access import require_somebody_here
from bot.services.decisions.decisions import Moved, Verdict
from bot.services.decisions.rights import todo
from bot.services.register.records.channel_records import InvalidInputError
from bot.understanding.commands import Intent

_DUTIES = ("planned_and_strategic", "decision_on_use", "named_maintainers")
"""The duties that somebody who starts a channel meets first (guideline 3.1, 3.2, 4.1)."""


async def _propose(services: Services, turn: Spoken) -> Outcome:
    """How a channel is started, and the way to the form; of a channel that there is, what else may be wanted."""
    query = turn.reading.query
    if not query.sought and (query.names or (query.platforms and query.units)):
        found = services.look_up(turn, query).channels
        if found:
            return private(channel_messages.already_there(found, turn.actor, turn.text, turn.texts))
    duties = (services.answers.duty(name, turn.language) for name in _DUTIES)
    passages = [passage for passage in duties if passage is not None]
    secretaries = services.lookup.secretaries(turn.register, turn.actor)
    own = () if turn.actor.is_guest else services.own_channels(turn)
    units = query.units or tuple(dict.fromkeys(view.channel.unit.fi for view in own))
    reply = maintainer_messages.propose(
        turn.text,
        passages,
        secretaries,
        turn.texts,
        form=(next(iter(units), ""), next(iter(query.platforms), "")) if turn.actor.may_keep_channels else None,
    )
    return private(reply)


async def _decide(services: Services, turn: Spoken) -> Outcome:
    """What waits for the person, and which proposals they see; for those who decide and for the ICT secretary, also the
    channels in use of which no decision is recorded. Whoever says that a channel was decided on, and decides on none
    here, is told how one is started."""
    require_somebody_here(turn.actor)
    seen = await services.decisions.seen_by(turn.actor)
    if not (seen or turn.actor.roles & {Role.DECIDER, Role.ICT_SECRETARY} or turn.reading.query.is_empty):
        return await _propose(services, turn)
    waiting = [one for one in seen if todo(turn.actor, one.proposal)]
    others = [one for one in seen if not todo(turn.actor, one.proposal)]
    channels = turn.register.listed() if turn.actor.roles & {Role.DECIDER, Role.ICT_SECRETARY} else ()
    undecided = [
        channel
        for channel in channels
        if channel.status_on(turn.today) is Status.IN_USE
        and channel.decision.on is None
        and not channel.decision.record
    ]
    return private(messages.overview(waiting, others, undecided, turn.texts))


async def _open_propose(services: Services, turn: Turn, unit: str, platform: str) -> Outcome:
    opening = Opening(unit, values={"platform": platform})
    return private(await open_form(services, turn, forms.PROPOSE, opening))


async def _propose_again(services: Services, turn: Turn, key: str) -> Outcome:
    """Open the form with what an earlier proposal said."""
    values = forms.wish_of(turn.register, (await services.decisions.case(turn.actor, key)).proposal)
    return private(await open_form(services, turn, forms.PROPOSE, Opening(values["unit"], values=values)))


async def _submit_propose(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Propose the channel. What was typed is shown again where something is wrong, with the channels of its unit."""
    try:
        return _taken(turn, await services.decisions.propose(turn.actor, submitted.values, turn.at))
    except InvalidInputError as error:
        subject_of(submitted, 1)
        form = await open_form(services, turn, forms.PROPOSE, Opening(submitted.values.get("unit", "").strip()))
        return private(with_problems(form, submitted.values, error.problems))


async def _submit_amend(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    (key,) = subject_of(submitted, 1)
    return _taken(turn, await services.decisions.propose(turn.actor, submitted.values, turn.at, key))


async def show(services: Services, turn: Turn, key: str) -> Outcome:
    """All of a proposal, with what the person can do."""
    found = await services.decisions.case(turn.actor, key)
    return private(messages.case(found, _reader(turn, found.proposal), turn.texts))


async def _open(services: Services, turn: Turn, form_id: str, key: str) -> Outcome:
    return private(await open_form(services, turn, form_id, Opening(key)))


async def _authorise(services: Services, turn: Turn, key: str) -> Outcome:
    return _taken(turn, await services.decisions.authorise(turn.actor, key, "", turn.at))


async def _withdraw(services: Services, turn: Turn, key: str) -> Outcome:
    return _taken(turn, await services.decisions.withdraw(turn.actor, key, turn.at))


async def _submit_words(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Take the step that the form is for, with what was written."""
    (key,) = subject_of(submitted, 1)
    take = {
        forms.AUTHORISE: services.decisions.authorise,
        forms.REFUSE: services.decisions.refuse,
        forms.ASK: services.decisions.ask,
        forms.ANSWER: services.decisions.answer,
        forms.DECLINE: services.decisions.decline,
    }[submitted.form_id]
    with FieldReader(submitted.values) as values:
        words = values.text("words")
    return _taken(turn, await take(turn.actor, key, words, turn.at))


async def _submit_decide(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    (key,) = subject_of(submitted, 1)
    with FieldReader(submitted.values) as values:
        on, record = values.day("decision_on"), values.text("decision_record")
        verdict = Verdict(on, record, values.person("responsible"), submitted.values.get("conditions", ""))
    return _taken(turn, await services.decisions.decide(turn.actor, key, verdict, turn.at))


async def _submit_name(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    (key,) = subject_of(submitted, 1)
    with FieldReader(submitted.values) as values:
        named = values.person("named")
    return _taken(turn, await services.decisions.name(turn.actor, key, named, turn.at))


async def _submit_enter(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Enter the channel in the register, once it was shown what is found at its address, which the subject tells."""
    (key,) = subject_of(replace(submitted, subject=submitted.subject[:2]), 1)
    record = record_of_form(submitted.values) | not_ticked(submitted.values)
    draft = await services.decisions.draft(turn.actor, key, record, turn.at)
    shown = await warned_of_name(services, turn, submitted)
    if found := shown or await found_at_the_address(services, turn, submitted, draft):
        return private(found)
    result = await services.decisions.enter(turn.actor, key, record, turn.at)
    tried = await services.watching.expect(turn.actor.person, [result.channel.id], turn.at)
    return replacing(register_messages.changed("registered", result, turn.texts, tried=tried > 0))


def _reader(turn: Turn, proposal: Proposal) -> Reader:
    """What the person can do with the proposal."""
    is_by, is_open = proposal.by == turn.actor.person.id, proposal.is_open
    return Reader(
        todo=todo(turn.actor, proposal),
        names=is_open and turn.actor.is_ict_secretary,
        withdraws=is_open and is_by,
        proposes_again=is_by and proposal.waits_for is None and proposal.last.what in ENDS,
    )


def _taken(turn: Turn, result: Moved) -> Outcome:
    """What comes of a step, in place of the message that it was taken from."""
    return replacing(messages.taken(result, turn.texts))


REPLIES: Mapping[Intent, Reply] = {Intent.PROPOSE: _propose, Intent.DECIDE: _decide}
PRESSES: Mapping[Verb, Press] = {
    Verb.PROPOSE: _open_propose,
    Verb.PROPOSE_AGAIN: _propose_again,
    Verb.PROPOSAL: show,
    Verb.PROPOSAL_FORM: _open,
    Verb.PROPOSAL_AUTHORISE: _authorise,
    Verb.PROPOSAL_WITHDRAW: _withdraw,
}
SUBMISSIONS: Mapping[str, Submission] = {
    forms.PROPOSE: _submit_propose,
    forms.AMEND: _submit_amend,
    forms.AUTHORISE: _submit_words,
    forms.REFUSE: _submit_words,
    forms.ASK: _submit_words,
    forms.ANSWER: _submit_words,
    forms.DECLINE: _submit_words,
    forms.DECIDE: _submit_decide,
    forms.NAME: _submit_name,
    forms.ENTER: _submit_enter,
}
