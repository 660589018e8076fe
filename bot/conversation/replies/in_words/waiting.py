"""What waits for somebody's answer: a reminder, or what others have asked of them; and what its buttons say."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.conversation.forms import decisions as forms
from bot.conversation.replies.in_words import plain_answers
from bot.conversation.turn import Services, Spoken
from bot.domain.decisions import Waiting
from bot.domain.language import Language
from bot.domain.register import ChannelQuery
from bot.domain.reminders.notice import ReminderNotice
from bot.messages.model import Action, Button, Pick, Verb, presses
from bot.messages.notices import render
from bot.services.decisions.cases import CaseWaits
from bot.services.decisions.rights import todo
from bot.services.notices import AuthorisationNamed, CoverAgreed, HandoverAsked, Notice
from bot.understanding.learnt.answer_model import Said

_TO_SAY: Final = {Waiting.AUTHORISE, Waiting.DECIDE}
"""What of a proposal is a yes or a no."""
_VERBS: Final = {
    Verb.COVER_ACCEPT: Said.YES,
    Verb.COVER_DECLINE: Said.NO,
    Verb.HANDOVER_ACCEPT: Said.YES,
    Verb.HANDOVER_DECLINE: Said.NO,
    Verb.HANDOVER_DENY: Said.DENIED,
    Verb.PROPOSAL_AUTHORISE: Said.YES,
}
_FORMS: Final = {
    forms.DECIDE: Said.YES,
    forms.DECLINE: Said.NO,
    forms.REFUSE: Said.NO,
    forms.ASK: Said.MORE,
    forms.AUTHORISE: Said.TERMS,
}
"""What the buttons of what was asked say."""
_NEAREST: Final = {Said.DENIED: Said.NO, Said.NO: Said.DENIED, Said.TERMS: Said.YES}
"""What an answer says where there is no button of its own for it; a yes on conditions only opens a form."""


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits: the ``reminder``, if any, and what others have ``asked``."""

    reminder: ReminderNotice | None
    asked: tuple[Notice, ...]

    @property
    def all(self) -> tuple[Notice, ...]:
        """All of it, what others asked first."""
        return (*self.asked, *((self.reminder,) if self.reminder else ()))


async def waiting_for(services: Services, turn: Spoken) -> Waits:
    """What waits for the person."""
    return Waits(await plain_answers.asked(services, turn), await _asked(services, turn))


async def _asked(services: Services, turn: Spoken) -> tuple[Notice, ...]:
    """What others have asked of the person and waits for their yes or no."""
    if not turn.actor.may_keep_channels:
        return ()
    cases = await services.decisions.seen_by(turn.actor, turn.register)
    found = [CaseWaits(case, what) for case in cases if (what := todo(turn.actor, case.proposal)) in _TO_SAY and what]
    return (*await services.agreements.asked(turn.register, turn.actor, turn.at), *found)


def is_about(notice: Notice, query: ChannelQuery) -> bool:
    """Whether what was asked is about a channel on a service that is named."""
    match notice:
        case CoverAgreed(channels=channels):
            services = {one.platform for one in channels}
        case HandoverAsked(channel=channel) | AuthorisationNamed(channel=channel):
            services = {channel.platform}
        case CaseWaits(case=case):
            services = {case.proposal.channel.platform}
        case _:
            services = set()
    return not services.isdisjoint(query.platforms)


def presses_of(notice: Notice, language: Language) -> Iterable[Button | Pick]:
    """Everything that something happens by in the message of ``notice``."""
    return presses(render(notice, language))


def action_of(notice: Notice, said: Said, language: Language) -> Action | None:
    """What the button of ``notice`` does that says the same."""
    buttons = {_says(one.action): one.action for one in presses_of(notice, language)}
    nearest = _NEAREST.get(said)
    if said is Said.TERMS and nearest and (yes := buttons.get(nearest)) and yes.verb is not Verb.PROPOSAL_FORM:
        return buttons.get(said)
    return buttons.get(said) or (buttons.get(nearest) if nearest else None)


def _says(action: Action) -> Said | None:
    return _VERBS.get(action.verb) or (_FORMS.get(action.args[0]) if action.verb is Verb.PROPOSAL_FORM else None)
