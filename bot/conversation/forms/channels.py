"""The form with which anybody asks whether an account is ours."""

from collections.abc import Mapping

from bot.conversation.forms.form import FieldKind, Form
from bot.conversation.forms.making import make_field, make_form
from bot.conversation.forms.opening import FormSpec, Opening, by_anybody
from bot.conversation.turn import Services, Turn

VERIFY = "verify"


async def _verify(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form for the account, which may be written as an address, a handle or a name."""
    texts = turn.texts
    account = make_field(texts, "account", FieldKind.TEXT, required=True, hint="hint-account")
    return make_form(VERIFY, texts, (), (account,), opening.values, submit="form-verify-submit")


FORMS: Mapping[str, FormSpec] = {VERIFY: FormSpec(_verify, by_anybody)}
