"""Parts that several messages are made of."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bot.domain.accounts.platforms import Platform
from bot.domain.channels import Channel
from bot.domain.guideline import Approval, Edition, Section, Wording
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.reminders.notice import ReminderLine
from bot.language.redaction import Secret
from bot.messages.model import (
    Action,
    Actions,
    Block,
    Bold,
    Bullets,
    Button,
    Control,
    Field,
    Link,
    Message,
    Note,
    Paragraph,
    PersonSpan,
    Pick,
    Span,
    Spans,
    Style,
    Text,
    Verb,
)
from bot.messages.texts import Argument, Texts, texts_in

_BUTTON_TEXT_LIMIT = 600
"""Characters of a person's words that a button carries; even when all are escaped they fit a button's value."""
_KINDS = frozenset({"website", "podcast", "blog", "other"})
"""The services that have no name of their own."""
_LABEL_LIMIT = 75
"""The longest label of a button that every surface shows (Slack: block elements, button ``text``)."""

Words = str | Span | Spans
"""What a line of a message is written of; a string is plain text."""


def message(texts: Texts, *parts: Block | Iterable[Block]) -> Message:
    """A message in the language of ``texts``; each of its parts is one block, several, or none."""
    blocks: list[Block] = []
    for part in parts:
        blocks += (part,) if isinstance(part, Block) else part
    return Message(tuple(blocks), texts.language)


def say(language: Language, key: str, **arguments: Argument) -> Message:
    """A message of one text."""
    texts = texts_in(language)
    return message(texts, paragraph(texts(key, **arguments)))


def spans(*words: Words) -> Spans:
    """``words`` one after another."""
    line: list[Span] = []
    for one in words:
        match one:
            case str():
                line.append(Text(one))
            case tuple():
                line += one
            case _:
                line.append(one)
    return tuple(line)


def joined(several: Iterable[Spans]) -> Spans:
    """``several`` with commas between them."""
    line: Spans = ()
    for one in several:
        line = (*line, Text(", "), *one) if line else one
    return line


def paragraph(*words: Words) -> Paragraph:
    """Running text."""
    return Paragraph(spans(*words))


def note(*words: Words) -> Note:
    """Small print."""
    return Note(spans(*words))


def bullets(items: Iterable[Words]) -> Bullets:
    """A list, an item each."""
    return Bullets(tuple(map(spans, items)))


def fact(label: str, *words: Words) -> Field:
    """A label and what stands beside it."""
    return Field(label, spans(*words))


def actions(*controls: Control) -> tuple[Actions, ...]:
    """Controls that belong together; nothing where there are none."""
    return (Actions(controls),) if controls else ()


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


def briefly(texts: Texts, names: Sequence[str], shown: int) -> str:
    """The first ``shown`` of ``names``, and how many others there are."""
    rest = f" {texts('and-more', count=len(names) - shown)}" if len(names) > shown else ""
    return ", ".join(names[:shown]) + rest


def more(texts: Texts, count: int, shown: int) -> Iterator[Note]:
    """How many there are beside those that are ``shown``."""
    if count > shown:
        yield note(texts("and-more", count=count - shown))


def not_told(texts: Texts, persons: Sequence[Person]) -> Iterator[Note]:
    """Whom the word of it has not reached, if anybody."""
    if persons:
        yield note(texts("not-told", names=names(persons)))


def begin(words: str) -> str:
    """``words`` as the beginning of a line."""
    return words[:1].upper() + words[1:]


def people(*persons: Person) -> Spans:
    """The names of ``persons`` with commas between them."""
    return joined((PersonSpan(one.id, one.label, identities=one.identities),) for one in persons)


def names(persons: Iterable[Person]) -> str:
    """The names of ``persons`` as plain text."""
    return ", ".join(person.label for person in persons)


def platform_name(texts: Texts, platform: Platform) -> str:
    """What the service is called: by its own name, or by the word for its kind."""
    return texts(f"platform-{platform.id}") if platform.id in _KINDS else platform.name


def channel_name(channel: Channel | ReminderLine) -> Spans:
    """The channel's name, linked to it where it has an address."""
    return (Link(channel.name, channel.url),) if channel.url else (Bold(channel.name),)


def section_name(section: Section) -> str:
    """A main section as people know it: its number and title."""
    return f"{section.id} {section.title}"


def edition_note(texts: Texts, edition: Edition, written: Language) -> Note:
    """What the reader should know of the text in the language ``written``: whose guideline it is, a draft or approved,
    a summary, a translation."""
    language = texts.language
    name, municipality = in_language(edition.name, language), in_language(edition.municipality, language)
    words = [texts("edition", name=name, municipality=municipality)]
    if edition.status is Approval.DRAFT or edition.approved_on is not None:
        words.append(approval(texts, edition))
    if edition.wording is Wording.SUMMARY:
        words.append(texts("edition-summary"))
    if written is not edition.languages[0]:
        words.append(texts("edition-translation", binding=texts(f"language-{edition.languages[0]}")))
    return note(" ".join(words))


def source_note(texts: Texts, section: Section, edition: Edition, written: Language) -> Note:
    """In one line where a passage is from, and what the reader should know of its text in the language ``written``."""
    words = [texts("answer-cite-section", section=section_name(section))]
    if edition.status is Approval.DRAFT:
        words.append(texts("source-draft"))
    elif edition.approved_on is not None:
        words.append(texts("source-approved", on=edition.approved_on))
    if edition.wording is Wording.SUMMARY:
        words.append(texts("source-summary"))
    if written is not edition.languages[0]:
        words.append(texts("source-translation", binding=texts(f"language-{edition.languages[0]}")))
    return note(" · ".join(words))


def approval(texts: Texts, edition: Edition) -> str:
    """Whether the guideline is approved, since when and by whom, as far as that is known."""
    if edition.status is Approval.DRAFT:
        return texts("edition-draft")
    if edition.approved_on is None:
        return texts("edition-approved-unknown")
    if edition.approved_by is None:
        return texts("edition-approved-on", on=edition.approved_on)
    return texts("edition-approved", on=edition.approved_on, by=edition.approved_by)


def warning(texts: Texts, secrets: Collection[Secret]) -> Paragraph:
    """What was found in a message that nobody should have sent, by its name, and what to do about it."""
    found = next(iter(secrets)) if len(secrets) == 1 else "both"
    return paragraph(texts("personal-found", found=found))


def refuse_secrets(language: Language, secrets: Collection[Secret]) -> Message:
    """The same, where nothing else is done with the message."""
    texts = texts_in(language)
    return message(texts, warning(texts, secrets), paragraph(texts("personal-again")))


def elsewhere(texts: Texts, written: Language) -> Iterator[Note]:
    """The word that what is quoted is in another language than the reply, where it is."""
    if written is not texts.language:
        yield note(texts("text-elsewhere", language=texts(f"in-language-{written}")))


def in_language(spellings: Mapping[Language, str], language: Language) -> str:
    """What is spelled in ``language``, else in whichever is given; empty where none is."""
    return spellings.get(language) or next(iter(spellings.values()), "")
