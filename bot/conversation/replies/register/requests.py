"""Replies to who asks the ICT secretary to do what they may not do themselves."""

from collections.abc import Mapping

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Pressed
from bot.conversation.forms import register as register_forms
from bot.conversation.forms.said import as_carried, values_of_swap, values_requested
from bot.conversation.forms.table import FORMS
from bot.conversation.turn import Press, Services, Spoken, Turn, private
from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import Channel
from bot.language.redaction import secrets_in
from bot.messages.model import Action, Verb
from bot.messages.parts import message, paragraph, refuse_secrets
from bot.messages.problems import what_is_wanted
from bot.services.people.requests import Wanted


def of_refused(turn: Turn, platforms: Platforms) -> Wanted | None:
    """What a request would ask for that asks for what was refused; None where nothing is known of it."""
    match turn.incoming.content:
        case Pressed(Action(Verb.OPEN_FORM, (form, subject, _))) if form in FORMS:
            return Wanted(form, turn.register.channels.get(subject))
    if not isinstance(turn, Spoken):
        return None
    form = turn.reading.intent.value if turn.reading.intent in FORMS else ""
    form = register_forms.of_change(turn.reading.staffs) if form == register_forms.EDIT else form
    form = register_forms.RESUME if turn.reading.ends_pause else form
    form = register_forms.MAINTAINERS if values_of_swap(turn) else form
    values = values_requested(turn, platforms) if form else {}
    return Wanted(form, _channel_meant(turn), turn.text, as_carried(values))


def _channel_meant(turn: Spoken) -> Channel | None:
    """The one channel that was named; of several, or where none was, the one that is the person's own. None where
    there is no such one."""
    query, person = turn.reading.query, turn.actor.person.id
    named = turn.register.listed() if query.is_empty else turn.register.find(query)
    if len(named) == 1 and not query.is_empty:
        return named[0]
    own = [channel for channel in named if channel.is_kept_by(person)]
    return own[0] if len(own) == 1 else None


async def _request(services: Services, turn: Turn, form: str, channel: str, words: str, values: str = "") -> Outcome:
    """Ask the ICT secretaries. Buttons of older messages carry no values."""
    if form and form not in FORMS:
        raise StaleActionError
    if secrets := secrets_in(words):
        return private(refuse_secrets(turn.language, secrets))
    not_told = await services.requests.request(turn.actor, form, channel, words, turn.at, values)
    said = turn.texts("request-not-sent" if not_told else "request-sent")
    wanted = Wanted(form, turn.register.channels.get(channel), words, values)
    return private(message(turn.texts, paragraph(said), what_is_wanted(wanted, turn.texts)))


PRESSES: Mapping[Verb, Press] = {Verb.REQUEST: _request}
