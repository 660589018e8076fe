"""The forms for accounts: whether one is ours, and the log of one that is in trouble."""

from collections.abc import Mapping
from functools import partial

from bot.conversation.forms.form import FieldKind, Form
from bot.conversation.forms.making import make_field, make_form
from bot.conversation.forms.opening import FormSpec, Opening, by_anybody
from bot.conversation.turn import Services, Turn
from bot.domain.channels import ChannelId
from bot.services.access import require_keeper
from bot.services.committing import channel_of

VERIFY, LOG, CLOSE = "verify", "trouble-log", "trouble-close"


async def _verify(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form for the account, which may be written as an address, a handle or a name."""
    texts = turn.texts
    account = make_field(texts, "account", FieldKind.TEXT, required=True, hint="hint-account")
    return make_form(VERIFY, texts, (), (account,), opening.values, submit="form-verify-submit")


async def _saying(form_id: str, key: str, services: Services, turn: Turn, opening: Opening) -> Form:
    """The form for what was done, such as who was told, or for what was learnt."""
    texts, channel = turn.texts, channel_of(turn.register, about(opening.subject)[0])
    words = make_field(texts, key, FieldKind.TEXT, required=True, hint="hint-trouble")
    return make_form(form_id, texts, (opening.subject,), (words,), opening.values, intro=channel.name)


def about(subject: str) -> tuple[ChannelId, str]:
    """The channel that the form is about, and which of its troubles; none is named in forms from before there could be
    several, and then any is meant."""
    channel_id, _, kind = subject.partition("/")
    return channel_id, kind


def _by_keeper(turn: Turn, opening: Opening) -> None:
    require_keeper(turn.actor, channel_of(turn.register, about(opening.subject)[0]))


FORMS: Mapping[str, FormSpec] = {
    VERIFY: FormSpec(_verify, by_anybody),
    LOG: FormSpec(partial(_saying, LOG, "text"), _by_keeper),
    CLOSE: FormSpec(partial(_saying, CLOSE, "learnt"), _by_keeper),
}
