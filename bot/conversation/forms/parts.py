"""What every form is made of: its fields with the names they have in the texts."""

from __future__ import annotations

from bot.conversation.forms.model import FieldKind, Form, FormField, FormValues, Option
from bot.messages.texts import Texts

_SHORT, _LONG = 300, 2000
"""The longest text in a field of one line, and of several."""


def make_form(
    form_id: str, texts: Texts, subject: tuple[str, ...], fields: tuple[FormField, ...], values: FormValues
) -> Form:
    """The form ``form_id`` about ``subject``, in the language of ``texts``."""
    return Form(
        id=form_id,
        title=texts(f"form-{form_id}"),
        submit=texts("form-submit"),
        cancel=texts("form-cancel"),
        fields=fields,
        language=texts.language,
        subject=(texts.language, *subject),
        values={key: value for key, value in values.items() if value},
    )


def make_field(
    texts: Texts,
    key: str,
    kind: FieldKind,
    *,
    required: bool = False,
    hint: str = "",
    options: tuple[Option, ...] = (),
) -> FormField:
    """The field ``key``; ``hint`` is the key of a text."""
    label = texts(f"field-{key.replace('_', '-')}")
    limit = _LONG if kind is FieldKind.LONG_TEXT else _SHORT
    return FormField(key, kind, label, required, texts(hint) if hint else "", options, limit)
