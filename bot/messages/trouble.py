"""An account in trouble, as messages: who has access, what to do, whom to tell, and the log."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.language import Language
from bot.domain.trouble import ReportPage, ReportPages, Trouble, TroubleKind, TroubleNotice
from bot.messages.model import (
    Actions,
    Block,
    Bold,
    Bullets,
    Field,
    Fields,
    Heading,
    Link,
    Message,
    Paragraph,
    Spans,
    Style,
    Text,
    Verb,
)
from bot.messages.parts import as_button_argument, briefly, button, more, note, paragraph, people
from bot.messages.texts import Texts, texts_in
from bot.services.trouble import TroubleView

_NAMED = 8
"""How many channels to tell on, and lines of the log, are shown."""


def or_the_guideline(message: Message, said: str) -> Message:
    """``message``, which asks back, with the press that answers what was ``said`` by the guideline."""
    texts = texts_in(message.language)
    press = button(texts, texts("button-trouble-guideline"), Verb.MEANT, "ask", as_button_argument(said))
    return Message((*message.blocks, Actions((press,))), message.language)


def trouble(view: TroubleView, pages: ReportPages, language: Language) -> Message:
    """The trouble that is open, with what to do; where none is, the presses that open one."""
    texts = texts_in(language)
    blocks: list[Block] = [Heading(texts("trouble-heading", channel=view.channel.name))]
    if view.open is None:
        blocks += _start(texts, view)
    else:
        blocks += _case(texts, view, view.open, pages)
    if view.last is not None and view.last.closed and view.last.learnt:
        blocks.append(note(texts("trouble-learnt", on=view.last.closed, learnt=view.last.learnt)))
    return Message(tuple(blocks), language)


def of_trouble(notice: TroubleNotice, language: Language) -> Message:
    """What the ICT secretary and the channel's people are told where somebody has said that there is trouble."""
    texts = texts_in(language)
    press = button(texts, texts("button-trouble-show"), Verb.TROUBLE, notice.channel.id, style=Style.PRIMARY)
    return Message(
        (
            Heading(texts("trouble-heading", channel=notice.channel.name)),
            Paragraph((*people([notice.by]), Text(f": {texts(f'button-trouble-{notice.what}')}"))),
            paragraph(texts("notice-trouble")),
            Actions((press,)),
        ),
        language,
    )


def _start(texts: Texts, view: TroubleView) -> Iterator[Block]:
    yield paragraph(texts("trouble-what"))
    labels = {kind: texts(f"button-trouble-{kind}") for kind in TroubleKind}
    yield Actions(
        tuple(
            button(texts, label, Verb.TROUBLE_OPEN, view.channel.id, kind, style=Style.PLAIN)
            for kind, label in labels.items()
        )
    )


def _case(texts: Texts, view: TroubleView, case: Trouble, pages: ReportPages) -> Iterator[Block]:
    by = view.people.person(case.by)
    opened = (Text(f"{texts('value-date', day=case.opened)}, "), *people([by]))
    yield Fields(
        (
            Field(texts("trouble-kind"), (Text(texts(f"button-trouble-{case.kind}")),)),
            Field(texts("trouble-opened"), opened),
            Field(texts("trouble-holders"), people(view.holders) or (Text(texts("value-none")),)),
            Field(texts("trouble-told"), people([*map(view.people.person, case.told)]) or (Text(texts("value-none")),)),
        )
    )
    yield Bullets(tuple(_steps(texts, view, case, pages.get((view.channel.platform, case.kind)))))
    yield paragraph(texts(f"trouble-words-{case.kind}", channel=view.channel.name))
    if case.log:
        yield Paragraph((Bold(texts("trouble-log")),))
        yield Bullets(tuple(_log(texts, view, case)))
        yield from more(texts, len(case.log), _NAMED)
    if view.may_handle:
        log = button(texts, texts("button-trouble-log"), Verb.OPEN_FORM, "trouble-log", view.channel.id, "")
        close = button(texts, texts("button-trouble-close"), Verb.OPEN_FORM, "trouble-close", view.channel.id, "")
        yield Actions((log, close))


def _steps(texts: Texts, view: TroubleView, case: Trouble, page: ReportPage | None) -> Iterator[Spans]:
    if page is None:
        yield (Text(texts("verify-step-report")),)
    else:
        found = texts("trouble-address-found", on=page.found) if page.found else texts("trouble-address-unchecked")
        yield Text(f"{texts('trouble-step-report')} "), Link(page.url, page.url), Text(f" ({found})")
    yield (Text(texts(f"trouble-step-{case.kind}")),)
    if view.others:
        named = briefly(texts, [one.name for one in view.others], _NAMED)
        yield (Text(texts("trouble-step-tell", channels=named)),)
    yield (Text(texts("trouble-step-log")),)


def _log(texts: Texts, view: TroubleView, case: Trouble) -> Iterator[Spans]:
    for line in case.log[-_NAMED:]:
        yield (
            Text(f"{texts('value-date', day=line.on)}, "),
            *people([view.people.person(line.by)]),
            Text(f": {line.text}"),
        )
