"""What every form is made of: its fields with the names they have in the texts."""

from collections.abc import Iterable
from dataclasses import replace

from bot.conversation.forms.form import FieldKind, Form, FormField, FormValues, Option
from bot.messages.problems import problem
from bot.messages.texts import Texts, texts_in
from bot.services.register.records.channel_records import Problem

_SHORT, _LONG = 300, 2000
"""The longest text in a field of one line, and of several."""


def make_form(
    form_id: str,
    texts: Texts,
    subject: tuple[str, ...],
    fields: tuple[FormField, ...],
    values: FormValues,
    *,
    intro: str = "",
    submit: str = "form-submit",
) -> Form:
    """The form ``form_id`` about ``subject``, in the language of ``texts``; it takes those of ``values`` that it has
    fields for. ``submit`` is the key of a text."""
    return Form(
        id=form_id,
        title=texts(f"form-{form_id}"),
        submit=texts(submit),
        cancel=texts("form-cancel"),
        fields=fields,
        language=texts.language,
        subject=(texts.language, *subject),
        intro=intro,
        values={field.key: value for field in fields if (value := values.get(field.key))},
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


def successor(texts: Texts, *, required: bool = True) -> tuple[FormField, FormField]:
    """The fields that name who takes over, and the superior who authorises it (guideline 3.5)."""
    return (
        make_field(texts, "to", FieldKind.PERSON, required=required),
        make_field(texts, "authorised_by", FieldKind.PERSON, required=required, hint="hint-authorised"),
    )


def with_problems(form: Form, values: FormValues, problems: Iterable[Problem]) -> Form:
    """``form`` once more, with what was typed and what is wrong with it at each field.

    A problem with something that the form does not ask for is shown at its first field, so that it is seen.
    """
    texts = texts_in(form.language)
    keys = [field.key for field in form.fields]
    errors: dict[str, str] = {}
    for found in problems:
        key = found.field if found.field in keys else keys[0]
        errors.setdefault(key, problem(texts, found))
    intro = "\n".join(filter(None, (form.intro, texts("form-errors"))))
    return replace(form, values=dict(values), errors=errors, intro=intro)
