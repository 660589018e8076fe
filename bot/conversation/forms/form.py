"""The neutral form: fields of a closed set of kinds, their values, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.language import Language
from bot.services.register.fields import FieldKind

__all__ = ["FieldErrors", "FieldKind", "Form", "FormField", "FormValues", "Option"]


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values that a choice offers."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: ``key`` names it in the values, ``hint`` says how to fill it in, ``limit`` is in characters; ``group``
    is the heading of the fields from this one on, where they are others than those above."""

    key: str
    kind: FieldKind
    label: str
    required: bool = False
    hint: str = ""
    options: tuple[Option, ...] = ()
    limit: int = 300
    group: str = ""


FormValues = Mapping[str, str]
FieldErrors = Mapping[str, str]
"""What is wrong, in the person's language, by the key of the field it is wrong in."""


@dataclass(frozen=True, slots=True)
class Form:
    """Something to fill in. ``id`` says which form it is and ``subject`` what it is about (its language, a channel's id
    and version); both come back untouched with the values. ``errors`` is not empty when it is shown again to be
    mended."""

    id: str
    title: str
    submit: str
    cancel: str
    fields: tuple[FormField, ...]
    language: Language
    subject: tuple[str, ...] = ()
    intro: str = ""
    values: FormValues = field(default_factory=dict)
    errors: FieldErrors = field(default_factory=dict)

    @property
    def general_errors(self) -> list[str]:
        """What is wrong with the whole, and in none of the fields."""
        keys = {field.key for field in self.fields}
        return [error for key, error in self.errors.items() if key not in keys]
