"""Parts that several messages are made of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.channels import Channel
from bot.domain.guideline import Approval, Edition, Section, Wording
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import (
    Action,
    Bold,
    Button,
    Link,
    Message,
    Note,
    Paragraph,
    PersonSpan,
    Pick,
    Spans,
    Style,
    Text,
    Verb,
)
from bot.messages.texts import Argument, Texts, texts_in

_BUTTON_TEXT_LIMIT = 600
"""Characters of a person's words that a button carries; even when all are escaped they fit a button's value."""
_LABEL_LIMIT = 75
"""The longest label of a button that every surface shows (Slack: block elements, button ``text``)."""


def say(language: Language, key: str, **arguments: Argument) -> Message:
    """A message of one text."""
    return Message((paragraph(texts_in(language)(key, **arguments)),), language)


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Text(text),))


def note(text: str) -> Note:
    """Small print of plain text."""
    return Note((Text(text),))


def button(texts: Texts, label: str, verb: Verb, *args: str, style: Style = Style.PLAIN) -> Button:
    """A button whose reply is in the language of ``texts``."""
    return Button(shorten(label, _LABEL_LIMIT), Action(verb, args, texts.language), style)


def pick(texts: Texts, label: str, verb: Verb, *args: str) -> Pick:
    """One of the things that a list offers; the reply is in the language of ``texts``."""
    return Pick(shorten(label, _LABEL_LIMIT), Action(verb, args, texts.language))


def shorten(text: str, limit: int) -> str:
    """``text``, or as many of its first words as fit ``limit`` characters with an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def as_button_argument(text: str) -> str:
    """A person's words short and clean enough to be carried by a button."""
    if not text.isprintable():
        text = "".join(c for c in text if unicodedata.category(c)[0] != "C" or c in "\n ")
    return text.strip()[:_BUTTON_TEXT_LIMIT]


def people(persons: Sequence[Person], *, notify: bool = False) -> Spans:
    """The names of ``persons`` with commas between them."""
    spans: list[Text | PersonSpan] = []
    for person in persons:
        if spans:
            spans.append(Text(", "))
        spans.append(PersonSpan(person.id, person.label, notify, person.identities))
    return tuple(spans)


def names(persons: Iterable[Person]) -> str:
    """The names of ``persons`` as plain text."""
    return ", ".join(person.label for person in persons)


def channel_name(channel: Channel) -> Spans:
    """The channel's name, linked to it where it has an address."""
    return (Link(channel.name, channel.url),) if channel.url else (Bold(channel.name),)


def section_name(section: Section) -> str:
    """A main section as people know it: its number and title."""
    return f"{section.id} {section.title}"


def edition_note(texts: Texts, edition: Edition) -> Note:
    """What the reader should know of the text: whose guideline it is, a draft or approved, a summary, a translation."""
    language = texts.language
    words = [
        texts(
            "edition",
            name=_in_language(edition.name, language),
            municipality=_in_language(edition.municipality, language),
        )
    ]
    if edition.status is Approval.DRAFT:
        words.append(texts("edition-draft"))
    elif edition.approved_on is not None:
        words.append(texts("edition-approved", on=edition.approved_on, by=edition.approved_by or "–"))
    if edition.wording is Wording.SUMMARY:
        words.append(texts("edition-summary"))
    if language is not edition.languages[0]:
        words.append(texts("edition-translation", binding=texts(f"language-{edition.languages[0]}")))
    return note(" ".join(words))


def source_note(texts: Texts, section: Section, edition: Edition) -> Note:
    """In one line where a passage is from, and what the reader should know of its text."""
    words = [texts("answer-cite-section", section=section_name(section))]
    if edition.status is Approval.DRAFT:
        words.append(texts("source-draft"))
    elif edition.approved_on is not None:
        words.append(texts("source-approved", on=edition.approved_on))
    if edition.wording is Wording.SUMMARY:
        words.append(texts("source-summary"))
    if texts.language is not edition.languages[0]:
        words.append(texts("source-translation", binding=texts(f"language-{edition.languages[0]}")))
    return note(" · ".join(words))


def _in_language(spellings: Mapping[Language, str], language: Language) -> str:
    return spellings.get(language) or next(iter(spellings.values()), "")
