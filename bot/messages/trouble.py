"""An account in trouble, as messages: who has access, what to do, whom to tell, and the log."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.trouble import ReportPage, ReportPages, Trouble, TroubleKind, TroubleNotice
from bot.messages.model import Block, Bold, Fields, Heading, Link, Message, Spans, Style, Verb
from bot.messages.parts import (
    actions,
    as_button_argument,
    briefly,
    bullets,
    button,
    fact,
    message,
    more,
    note,
    paragraph,
    people,
    spans,
)
from bot.messages.texts import Texts, texts_in
from bot.services.trouble import TroubleView

_NAMED = 8
"""How many channels to tell on, and lines of the log, are shown."""


def or_the_guideline(asked: Message, said: str) -> Message:
    """``asked``, a question back, with the press that answers what was ``said`` by the guideline."""
    texts = texts_in(asked.language)
    press = button(texts, texts("button-trouble-guideline"), Verb.MEANT, "ask", as_button_argument(said))
    return message(texts, asked.blocks, actions(press))


def trouble(view: TroubleView, pages: ReportPages, texts: Texts) -> Message:
    """The trouble that is open, with what to do; where none is, the presses that open one."""
    last = view.last
    return message(
        texts,
        Heading(texts("trouble-heading", channel=view.channel.name)),
        _start(texts, view) if view.open is None else _case(texts, view, view.open, pages),
        note(texts("trouble-learnt", on=last.closed, learnt=last.learnt))
        if last is not None and last.closed and last.learnt
        else (),
    )


def of_trouble(notice: TroubleNotice, texts: Texts) -> Message:
    """What the ICT secretary and the channel's people are told where somebody has said that there is trouble."""
    return message(
        texts,
        Heading(texts("trouble-heading", channel=notice.channel.name)),
        paragraph(people(notice.by), f": {texts(f'button-trouble-{notice.what}')}"),
        paragraph(texts("notice-trouble")),
        actions(button(texts, texts("button-trouble-show"), Verb.TROUBLE, notice.channel.id, style=Style.PRIMARY)),
    )


def _start(texts: Texts, view: TroubleView) -> Iterator[Block]:
    yield paragraph(texts("trouble-what"))
    labels = {kind: texts(f"button-trouble-{kind}") for kind in TroubleKind}
    yield from actions(
        *(button(texts, label, Verb.TROUBLE_OPEN, view.channel.id, kind) for kind, label in labels.items())
    )


def _case(texts: Texts, view: TroubleView, case: Trouble, pages: ReportPages) -> Iterator[Block]:
    by = view.people.person(case.by)
    yield Fields(
        (
            fact(texts("trouble-kind"), texts(f"button-trouble-{case.kind}")),
            fact(texts("trouble-opened"), f"{texts('value-date', day=case.opened)}, ", people(by)),
            fact(texts("trouble-holders"), people(*view.holders) or texts("value-none")),
            fact(texts("trouble-told"), people(*map(view.people.person, case.told)) or texts("value-none")),
        )
    )
    yield bullets(_steps(texts, view, case, pages.get((view.channel.platform, case.kind))))
    yield paragraph(texts(f"trouble-words-{case.kind}", channel=view.channel.name))
    if case.log:
        yield paragraph(Bold(texts("trouble-log")))
        yield bullets(_log(texts, view, case))
        yield from more(texts, len(case.log), _NAMED)
    if view.may_handle:
        yield from actions(
            button(texts, texts("button-trouble-log"), Verb.OPEN_FORM, "trouble-log", view.channel.id, ""),
            button(texts, texts("button-trouble-close"), Verb.OPEN_FORM, "trouble-close", view.channel.id, ""),
        )


def _steps(texts: Texts, view: TroubleView, case: Trouble, page: ReportPage | None) -> Iterator[Spans]:
    if page is None:
        yield spans(texts("verify-step-report"))
    else:
        found = texts("trouble-address-found", on=page.found) if page.found else texts("trouble-address-unchecked")
        yield spans(f"{texts('trouble-step-report')} ", Link(page.url, page.url), f" ({found})")
    yield spans(texts(f"trouble-step-{case.kind}"))
    if view.others:
        named = briefly(texts, [one.name for one in view.others], _NAMED)
        yield spans(texts("trouble-step-tell", channels=named))
    yield spans(texts("trouble-step-log"))


def _log(texts: Texts, view: TroubleView, case: Trouble) -> Iterator[Spans]:
    for line in case.log[-_NAMED:]:
        by = view.people.person(line.by)
        yield spans(f"{texts('value-date', day=line.on)}, ", people(by), f": {line.text}")
