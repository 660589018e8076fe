"""An account in trouble, as messages: who has access, what to do, whom to tell, and the log."""

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.channels import Channel
from bot.domain.people import Person
from bot.domain.trouble import FalseAlarm, ReportPage, ReportPages, Trouble, TroubleKind, TroubleNotice, TroubleOver
from bot.messages.model import Block, Bold, Button, Fields, Heading, Link, Message, Row, Spans, Style, Verb
from bot.messages.parts import (
    Words,
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


def trouble(
    view: TroubleView,
    pages: ReportPages,
    texts: Texts,
    *,
    reported: TroubleKind | None = None,
    likely: TroubleKind = TroubleKind.HIJACKED,
) -> Message:
    """The troubles that are open, with what to do, and the presses that open another one, the ``likely`` one first.
    ``reported`` is what has just been told of; of all others it is said that nobody has been told anew."""
    last = view.last
    return message(
        texts,
        Heading(texts("trouble-heading", channel=view.channel.name)),
        () if reported else _known(texts, view),
        (block for case in view.open for block in _case(texts, view, case, pages)),
        () if reported else _start(texts, view, likely),
        note(texts("trouble-learnt", on=last.closed, learnt=last.learnt)) if last is not None and last.closed else (),
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


def of_false_alarm(notice: FalseAlarm, texts: Texts) -> Message:
    """What those are told who were told of a trouble that is none."""
    return message(
        texts,
        Heading(texts("trouble-false-heading", channel=notice.channel.name)),
        paragraph(people(notice.by), f": {texts('trouble-false', what=texts(f'button-trouble-{notice.what}'))}"),
    )


def of_trouble_over(notice: TroubleOver, texts: Texts) -> Message:
    """What those are told who were told of a trouble that is over."""
    return message(
        texts,
        Heading(texts("trouble-ended-heading", channel=notice.channel.name)),
        paragraph(people(notice.by), f": {texts('trouble-ended', what=texts(f'button-trouble-{notice.what}'))}"),
    )


def ending(view: TroubleView, texts: Texts) -> Message:
    """What is open, with the presses that close it, for whoever says that it is over or was none."""
    blocks: list[Block] = [
        Heading(texts("trouble-heading", channel=view.channel.name)),
        paragraph(texts("trouble-end")),
    ]
    for case in filter(view.may_take_back, view.open):
        blocks += (paragraph(_what(texts, (case,))), *actions(*_endings(texts, view, case)))
    return message(texts, blocks)


def taken_back(told: Sequence[Person], texts: Texts) -> Message:
    """To who took an alarm back: that it is, and who hears of it."""
    words = paragraph(f"{texts('trouble-back-told')} ", people(*told)) if told else ()
    return message(texts, paragraph(texts("trouble-back")), words)


def cases(views: Sequence[TroubleView], texts: Texts) -> Message:
    """The accounts that are in trouble now, a row each."""
    if not views:
        return message(texts, paragraph(texts("trouble-none")))
    rows = (
        Row(
            f"{view.channel.name}: {_what(texts, view.open)}",
            button(texts, texts("button-show-short"), Verb.TROUBLE, view.channel.id),
        )
        for view in views
    )
    return message(texts, Heading(texts("trouble-cases")), rows)


def in_trouble(views: Sequence[TroubleView], texts: Texts) -> str:
    """A word that the accounts of ``views`` are in trouble, for whoever looks their channels up."""
    return " ".join(texts("trouble-open-word", channel=one.channel.name, what=_what(texts, one.open)) for one in views)


def shut_out(view: TroubleView | None, secretaries: Sequence[Person], said: str, texts: Texts) -> Message:
    """What to do where somebody can not log in, to the account of ``view`` if it is known which: nobody is alarmed."""
    channel = view.channel if view else None
    others = [one for one in view.holders if one.id != view.reader] if view else []
    steps: list[Words] = [texts("shut-out-step-reset")]
    steps.append(
        spans(f"{texts('shut-out-step-others')} ", people(*others)) if others else texts("shut-out-step-maintainer")
    )
    steps.append(spans(texts("shut-out-step-secretary"), ": " if secretaries else "", people(*secretaries)))
    steps.append(texts("shut-out-step-secret"))
    asked = as_button_argument(said) or texts("button-trouble-shut-out")
    presses = []
    if secretaries:
        ask = texts("button-shut-out-ask")
        presses.append(button(texts, ask, Verb.REQUEST, "", channel.id if channel else "", asked))
    if channel:
        presses.append(button(texts, texts("button-trouble-suspect"), Verb.TROUBLE, channel.id))
    return message(
        texts,
        Heading(f"{texts('button-trouble-shut-out')}: {channel.name}" if channel else texts("button-trouble-shut-out")),
        _known(texts, view),
        bullets(steps),
        paragraph(texts("shut-out-suspect" if channel else "shut-out-other")),
        actions(*presses),
    )


def fake(offered: Sequence[Channel], secretaries: Sequence[Person], said: str, texts: Texts) -> Message:
    """What to do about an account that pretends to be the municipality, or somebody of it: it is no channel of ours;
    ``offered`` are the channels that it may imitate."""
    rows = (Row(one.name, button(texts, texts("button-choose"), Verb.TROUBLE, one.id)) for one in offered)
    return message(
        texts,
        paragraph(texts("verify-impostor")),
        _against_fakes(texts, secretaries),
        _telling(texts, secretaries, said),
        paragraph(texts("trouble-fake-which" if offered else "trouble-fake-name-it")),
        rows,
    )


def clicked(secretaries: Sequence[Person], said: str, texts: Texts) -> Message:
    """What to do, at once, where a scam's link was opened or a fraudster was given a password."""
    steps = (texts(f"clicked-step-{step}") for step in ("support", "password", "bank", "channel"))
    return message(texts, paragraph(Bold(texts("clicked"))), bullets(steps), _telling(texts, secretaries, said))


def noticed_by_guest(texts: Texts) -> Message:
    """To somebody who is not of the staff: what to do, and whom to tell, without names."""
    steps = (texts("verify-step-no-reply"), texts("verify-step-screenshot"), texts("verify-step-tell-unnamed"))
    return message(texts, paragraph(texts("trouble-guest")), bullets(steps))


def _against_fakes(texts: Texts, secretaries: Sequence[Person]) -> Block:
    whom = (
        spans(f"{texts('verify-step-tell')} ", people(*secretaries))
        if secretaries
        else texts("verify-step-tell-unnamed")
    )
    steps = (texts("verify-step-no-reply"), texts("verify-step-screenshot"), texts("verify-step-report"))
    return bullets((*steps, whom))


def _telling(texts: Texts, secretaries: Sequence[Person], said: str) -> Iterator[Block]:
    """The press that tells the ICT secretary what was ``said``."""
    if secretaries and said:
        press = button(texts, texts("verify-tell-secretary"), Verb.REQUEST, "", "", as_button_argument(said))
        yield from actions(press)


def _known(texts: Texts, view: TroubleView | None) -> Iterator[Block]:
    """That what is open has been told of already, and nobody is told anew."""
    if view and view.open:
        yield note(texts("trouble-known", what=_what(texts, view.open)))


def _what(texts: Texts, open_cases: Iterable[Trouble]) -> str:
    """What has happened to a channel's account, and since when."""
    return "; ".join(
        f"{texts(f'button-trouble-{case.kind}')} ({texts('value-date', day=case.opened)})" for case in open_cases
    )


def _start(texts: Texts, view: TroubleView, likely: TroubleKind) -> Iterator[Block]:
    yield paragraph(texts("trouble-what-else") if view.open else texts("trouble-what"))
    happened = {case.kind for case in view.open}
    left = [kind for kind in sorted(TroubleKind, key=lambda kind: kind is not likely) if kind not in happened]
    if left and view.to_tell:
        yield paragraph(f"{texts('trouble-will-tell')} ", people(*view.to_tell))
    yield from actions(
        *(button(texts, texts(f"button-trouble-{one}"), Verb.TROUBLE_OPEN, view.channel.id, one) for one in left),
        button(texts, texts("button-trouble-shut-out"), Verb.SHUT_OUT, view.channel.id),
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
    yield from actions(*_presses(texts, view, case))


def _presses(texts: Texts, view: TroubleView, case: Trouble) -> Iterator[Button]:
    """What the reader may do about the case."""
    if view.may_handle:
        yield _form(texts, "trouble-log", view, case)
    yield from _endings(texts, view, case)


def _form(texts: Texts, form: str, view: TroubleView, case: Trouble) -> Button:
    label = _of(texts, f"button-{form}", view, case)
    return button(texts, label, Verb.OPEN_FORM, form, f"{view.channel.id}/{case.kind}", "")


def _endings(texts: Texts, view: TroubleView, case: Trouble) -> Iterator[Button]:
    """The presses that close the case, as far as the reader may."""
    if view.may_handle:
        yield _form(texts, "trouble-close", view, case)
    if view.may_take_back(case):
        label = _of(texts, "button-trouble-back", view, case)
        yield button(texts, label, Verb.TROUBLE_BACK, view.channel.id, case.kind)


def _of(texts: Texts, key: str, view: TroubleView, case: Trouble) -> str:
    """The label of a press; where several cases are open, with which of them it is about."""
    return texts(key) if len(view.open) == 1 else f"{texts(key)}: {texts(f'button-trouble-{case.kind}')}"


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
    if view.may_handle:
        yield spans(texts("trouble-step-log"))


def _log(texts: Texts, view: TroubleView, case: Trouble) -> Iterator[Spans]:
    for line in case.log[-_NAMED:]:
        by = view.people.person(line.by)
        yield spans(f"{texts('value-date', day=line.on)}, ", people(by), f": {line.text}")
