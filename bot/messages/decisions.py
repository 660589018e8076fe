"""Proposals of channels, as messages: to those whose turn it is, to those whom they concern, and as a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.accounts.platforms import Platform
from bot.domain.channels import Channel
from bot.domain.decisions import Move, Step, Waiting
from bot.messages.model import Block, Bold, Button, Fields, Heading, Message, Paragraph, Quote, Row, Spans, Style, Verb
from bot.messages.parts import (
    actions,
    briefly,
    bullets,
    button,
    fact,
    message,
    more,
    not_told,
    note,
    paragraph,
    people,
    platform_name,
    spans,
)
from bot.messages.texts import Texts
from bot.services.decisions.cases import Case, CaseMoved, CaseWaits
from bot.services.decisions.decisions import Moved

_WEEKS: Final = 52
_NAMED: Final = 10
"""How many channels of a unit are named, and how many proposals are listed."""
_UNDECIDED: Final = 20
"""How many channels are named of which no decision is known."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a reader can do with a proposal: what waits for them (``todo``); as the ICT secretary, say who is to
    authorise or decide (``names``); as the proposer, take it back or put it otherwise, or propose it anew."""

    todo: Waiting | None = None
    names: bool = False
    withdraws: bool = False
    proposes_again: bool = False


def waits(notice: CaseWaits, texts: Texts) -> Message:
    """A proposal, to somebody whose turn it is."""
    found = notice.case
    reader = Reader(names=True) if notice.names else Reader(notice.waits_for)
    return message(
        texts,
        Heading(texts("proposal-ask-decider" if notice.names else f"proposal-ask-{notice.waits_for}")),
        _title(texts, found),
        _words(texts, found),
        _facts(texts, found),
        _duties(texts, found) if notice.waits_for is Waiting.DECIDE else (),
        actions(*_presses(texts, found, reader)),
    )


def to_enter(waiting: Sequence[Case], texts: Texts) -> Message:
    """The decided proposals that wait to be registered, to whoever begins to register a channel; and the way to
    register another one."""
    rows = (
        Row(
            case.proposal.channel.name,
            button(texts, texts("form-register"), Verb.PROPOSAL_FORM, "proposal-enter", case.id, style=Style.PRIMARY),
        )
        for case in waiting[:_NAMED]
    )
    other = button(texts, texts("button-register-other"), Verb.OPEN_FORM, "register", "", "")
    return message(texts, paragraph(texts("proposals-to-enter")), rows, actions(other))


def moved(notice: CaseMoved, texts: Texts) -> Message:
    """What has become of a proposal, to somebody whom that concerns."""
    found = notice.case
    proposal = found.proposal
    return message(
        texts,
        Heading(texts(f"proposal-moved-{proposal.last.what}")),
        paragraph(people(found.person(proposal.last.by)), f": {proposal.channel.name}"),
        _words(texts, found),
        # Of a proposal that has ended, the heading says how it stands.
        paragraph(state(texts, found)) if proposal.waits_for is not None else (),
        actions(button(texts, texts("proposal-show"), Verb.PROPOSAL, found.id)),
    )


def case(found: Case, reader: Reader, texts: Texts) -> Message:
    """All of a proposal: what is proposed, what has been said of it, and what the reader can do."""
    return message(
        texts,
        _title(texts, found),
        paragraph(state(texts, found)),
        _facts(texts, found),
        _duties(texts, found),
        bullets(_step(texts, found, step) for step in found.proposal.steps),
        actions(*_presses(texts, found, reader)),
    )


def to_withdraw(found: Case, texts: Texts) -> Message:
    """Whether the reader takes their proposal back."""
    asked = paragraph(texts("proposal-withdraw-confirm"))
    return message(texts, _title(texts, found), asked, actions(_withdraw(texts, found)))


def moved_on(found: Case, texts: Texts) -> Message:
    """The word that somebody else was quicker, and how the proposal is now."""
    return message(texts, paragraph(texts("proposal-moved-on")), case(found, Reader(), texts).blocks)


def taken(result: Moved, texts: Texts) -> Message:
    """The word that a step was taken, who goes on, and whom it has not reached."""
    proposal = result.case.proposal
    return message(
        texts,
        paragraph(texts(f"proposal-done-{proposal.last.what}", channel=proposal.channel.name)),
        not_told(texts, result.not_told),
        actions(button(texts, texts("proposal-show"), Verb.PROPOSAL, result.case.id)),
    )


def overview(waiting: Sequence[Case], others: Sequence[Case], undecided: Sequence[Channel], texts: Texts) -> Message:
    """The proposals that wait for the reader, the others that they see, and, for whom that concerns, the channels in
    use of which no decision is recorded."""
    blocks: list[Block] = []
    for heading, cases in (("proposals-waiting", waiting), ("proposals-others", others)):
        if cases:
            blocks += [Heading(texts(heading)), *(row(texts, one) for one in cases[:_NAMED])]
            blocks += more(texts, len(cases), _NAMED)
    if not blocks:
        form = button(texts, texts("form-propose"), Verb.PROPOSE, "", "")
        blocks += [paragraph(texts("proposals-none")), *actions(form)]
    if undecided:
        blocks += [Heading(texts("proposals-undecided")), note(texts("proposals-undecided-note"))]
        blocks.append(paragraph(briefly(texts, [channel.name for channel in undecided], _UNDECIDED)))
    return message(texts, blocks)


def row(texts: Texts, found: Case) -> Row:
    """A proposal in a list: what it is, and what it waits for."""
    show = button(texts, texts("button-show-short"), Verb.PROPOSAL, found.id)
    return Row(f"{found.proposal.channel.name}\n{state(texts, found)}", show)


def state(texts: Texts, found: Case) -> str:
    """What a proposal waits for, or what has become of it."""
    proposal = found.proposal
    if proposal.waits_for is None:
        return texts(f"proposal-ended-{proposal.last.what}")
    return texts(f"proposal-waits-{proposal.waits_for}")


def _words(texts: Texts, found: Case) -> Iterator[Block]:
    """What was said at the newest step, if anything was."""
    last = found.proposal.last
    if last.words:
        yield Quote((last.words,), f"{found.person(last.by).label}, {texts(f'proposal-step-{last.what}')}")


def _title(texts: Texts, found: Case) -> Paragraph:
    """Who proposes which channel."""
    channel = found.proposal.channel
    service = f" ({platform_name(texts, Platform(channel.platform, found.service))})"
    return paragraph(people(found.person(found.proposal.by)), ": ", Bold(channel.name), service)


def _facts(texts: Texts, found: Case) -> Fields:
    proposal, channel = found.proposal, found.proposal.channel
    hours = channel.weekly_hours or 0
    facts = [
        fact(texts("field-unit"), channel.unit.in_language(texts.language)),
        fact(texts("field-purpose"), channel.purpose),
        fact(texts("field-audience"), proposal.audience),
        fact(texts("field-maintainers"), people(*map(found.person, channel.maintainer_ids))),
        fact(texts("field-weekly-hours"), texts("proposal-hours", week=hours, year=round(hours * _WEEKS))),
        fact(texts("field-present"), briefly(texts, found.present, _NAMED) or texts("proposal-present-none")),
    ]
    if proposal.why:
        facts.append(fact(texts("field-why"), proposal.why))
    facts.append(fact(texts("field-superior"), people(found.person(proposal.superior))))
    if (step := proposal.step(Move.AUTHORISED)) is not None:
        said = _on_terms(texts, texts("value-date", day=step.on), step.words)
        facts.append(fact(texts("field-authorisation"), people(found.person(step.by)), said))
    if (decision := channel.decision).on is not None:
        made = ", ".join(filter(None, (texts("value-date", day=decision.on), decision.record)))
        said = _on_terms(texts, made, decision.conditions)
        facts.append(fact(texts("field-decision"), people(found.person(decision.by)), said))
        facts.append(fact(texts("field-responsible"), people(found.person(channel.responsible))))
    return Fields(tuple(facts))


def _on_terms(texts: Texts, what: str, conditions: str) -> str:
    """``what`` was given, after the name of who gave it, with its ``conditions`` where there are some."""
    return f" {what}; {texts('proposal-conditions', conditions=conditions)}" if conditions else f" {what}"


def _duties(texts: Texts, found: Case) -> Iterator[Block]:
    """What follows for whoever keeps a channel (guideline 3.2 to 4.9)."""
    if found.duties:
        named = ((duty.replace("_", "-"), texts("duties-section", section=section)) for duty, section in found.duties)
        listed = "; ".join(f"{texts(f'duty-{duty}')} ({section})" for duty, section in named)
        yield note(texts("proposal-duties", duties=listed))


def _step(texts: Texts, found: Case, step: Step) -> Spans:
    what = texts(f"proposal-step-{step.what}") + (f": {step.words}" if step.words else "")
    return spans(f"{texts('value-date', day=step.on)} · ", people(found.person(step.by)), f" · {what}")


def _presses(texts: Texts, found: Case, reader: Reader) -> Iterator[Button]:
    match reader.todo:
        case Waiting.AUTHORISE:
            label = texts("proposal-authorise")
            yield button(texts, label, Verb.PROPOSAL_AUTHORISE, found.id, style=Style.PRIMARY)
            yield _opening(texts, found, "proposal-authorise")
            yield _opening(texts, found, "proposal-refuse", Style.DANGER)
        case Waiting.DECIDE:
            yield _opening(texts, found, "proposal-decide", Style.PRIMARY)
            yield _opening(texts, found, "proposal-ask")
            yield _opening(texts, found, "proposal-decline", Style.DANGER)
        case Waiting.ANSWER:
            yield _opening(texts, found, "proposal-answer", Style.PRIMARY)
        case Waiting.ENTER:
            yield _opening(texts, found, "proposal-enter", Style.PRIMARY)
    if reader.names:
        yield _opening(texts, found, "proposal-name", Style.PLAIN if reader.todo else Style.PRIMARY)
    if reader.withdraws:
        yield _opening(texts, found, "proposal-amend")
        yield replace(_withdraw(texts, found), confirm=texts("proposal-withdraw-confirm"))
    if reader.proposes_again:
        yield button(texts, texts("proposal-again"), Verb.PROPOSE_AGAIN, found.id)


def _withdraw(texts: Texts, found: Case) -> Button:
    return button(texts, texts("proposal-withdraw"), Verb.PROPOSAL_WITHDRAW, found.id)


def _opening(texts: Texts, found: Case, form: str, style: Style = Style.PLAIN) -> Button:
    """The press that opens one of the forms of a proposal."""
    return button(texts, texts(f"form-{form}"), Verb.PROPOSAL_FORM, form, found.id, style=style)
