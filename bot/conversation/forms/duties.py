"""The forms with which a channel is exempted from a duty, and with which it is said how duties are kept."""

from collections.abc import Mapping

from bot.conversation.forms.form import FieldKind, Form, FormField, Option
from bot.conversation.forms.making import make_field, make_form
from bot.conversation.forms.opening import FormSpec, Opening
from bot.conversation.turn import Services, Turn
from bot.domain.duties import Standing, standings
from bot.domain.reminders.confirming import confirmable
from bot.messages.duties.standings import duty_name
from bot.services.access import require_granter, require_responsible
from bot.services.committing import channel_of

EXEMPTION, CONFIRM = "exemption", "confirm"


def _by_granter(turn: Turn, opening: Opening) -> None:
    """Raise NotAllowedError unless the person may exempt channels from duties."""
    require_granter(turn.actor)


async def _exemption(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that exempts a channel from one of the duties that are not kept."""
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    asked = services.lookup.asked(services.answers.guideline.duties)
    duties = (one for one in standings(channel, turn.register, asked, turn.today) if one.standing is not Standing.KEPT)
    options = tuple(Option(one.duty, duty_name(texts, one.duty)) for one in duties)
    fields = (
        make_field(texts, "duty", FieldKind.CHOICE, required=True, options=options),
        make_field(texts, "reason", FieldKind.TEXT, required=True, hint="hint-pause-reason"),
        make_field(texts, "end", FieldKind.DATE, required=True, hint="hint-exemption-end"),
    )
    return make_form(EXEMPTION, texts, (channel.id,), fields, opening.values, intro=channel.name)


def _by_responsible(turn: Turn, opening: Opening) -> None:
    """Raise NotAllowedError unless the person answers for the channel."""
    require_responsible(turn.actor, channel_of(turn.register, opening.subject), turn.today)


async def _confirm(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that says of each duty that nobody can read whether it is kept; first, all of them are."""
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    asked = services.lookup.asked(services.answers.guideline.duties)
    stand = standings(channel, turn.register, asked, turn.today)
    duties = tuple(one.duty for one in confirmable(channel, stand))
    fields = tuple(FormField(duty, FieldKind.CHECK, duty_name(texts, duty)) for duty in duties)
    intro = "\n".join((channel.name, texts("confirm-form"), texts("confirm-access")))
    subject = (channel.id, opening.reminder)
    return make_form(CONFIRM, texts, subject, fields, dict.fromkeys(duties, "yes"), intro=intro)


FORMS: Mapping[str, FormSpec] = {
    EXEMPTION: FormSpec(_exemption, _by_granter),
    CONFIRM: FormSpec(_confirm, _by_responsible),
}
