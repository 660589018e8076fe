"""Replies where somebody hands over what is another's: one maintainer goes, and another comes in their place."""

from bot.conversation.exchange import Outcome
from bot.conversation.forms import register as register_forms
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.said import as_carried, values_of_swap, with_name_not_known
from bot.conversation.forms.table import open_form
from bot.conversation.turn import Services, Spoken, private
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.messages.register import channels as channel_messages
from bot.services.access import require_ict_secretary


async def swapped(services: Services, turn: Spoken) -> Outcome | None:
    """Open the form of the maintainers with who goes and who comes; where no channel is named, the one that hands over
    all that somebody keeps. None where nobody else's channel is handed over."""
    values = values_of_swap(turn)
    if not values:
        return None
    require_ict_secretary(turn.actor)
    query = turn.reading.query
    gives = turn.register.person_by_reference(values["remove"])
    if query.is_empty and gives:
        to = {"to": values.get("add", ""), "authorised_by": values.get("authorised_by", "")}
        form = await open_form(services, turn, register_forms.HANDOVER_ALL, Opening(gives.id, values=to))
        return private(with_name_not_known(form, turn))
    found = services.look_up(turn, query).channels
    if len(found) == 1 and not query.sought:
        opening = Opening(found[0].channel.id, values=values)
        form = await open_form(services, turn, register_forms.MAINTAINERS, opening)
        return private(with_name_not_known(form, turn))
    if not found:
        return private(say(turn.language, "nothing-to-choose"))
    return private(
        channel_messages.which_channel(
            found,
            "maintainers-which",
            Verb.OPEN_FORM,
            lambda channel: (register_forms.MAINTAINERS, channel, "", as_carried(values)),
            turn.texts,
            query.sought,
        )
    )
