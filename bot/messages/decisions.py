"""Proposals of channels, as messages: to those whose turn it is, to those whom they concern, and as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.accounts.platforms import Platform
from bot.domain.channels import Channel
from bot.domain.decisions import Move, Step, Waiting
from bot.domain.language import Language
from bot.messages.model import (
    Actions,
    Block,
    Bold,
    Bullets,
    Button,
    Field,
    Fields,
    Heading,
    Message,
    Paragraph,
    Quote,
    Row,
    Spans,
    Style,
    Text,
    Verb,
)
from bot.messages.parts import briefly, button, more, names, note, paragraph, people, platform_name
from bot.messages.texts import Texts, texts_in
from bot.services.decisions.cases import Case, CaseMoved, CaseNotice, CaseWaits
from bot.services.decisions.decisions import Moved

_WEEKS: Final = 52
_NAMED: Final = 10
"""How many channels of a unit are named, and how many proposals are listed."""
_UNDECIDED: Final = 20
"""How many channels are named of which no decision is known."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a reader can do with a proposal: what waits for them (``todo``); as the ICT secretary, say who is to
    authorise or decide (``names``); as the proposer, take it back or propose it anew."""

    todo: Waiting | None = None
    names: bool = False
    withdraws: bool = False
    proposes_again: bool = False


def of_proposal(notice: CaseNotice, language: Language) -> Message:
    """``notice`` in the language of the person who gets it."""
    return _waits(notice, language) if isinstance(notice, CaseWaits) else _moved(notice, language)


def case(found: Case, reader: Reader, language: Language) -> Message:
    """All of a proposal: what is proposed, what has been said of it, and what the reader can do."""
    texts = texts_in(language)
    blocks = [_title(texts, found), paragraph(state(texts, found)), _facts(texts, found), *_duties(texts, found)]
    steps = tuple(_step(texts, found, step) for step in found.proposal.steps)
    return Message((*blocks, Bullets(steps), *_controls(texts, found, reader)), language)


def moved_on(found: Case, language: Language) -> Message:
    """The word that somebody else was quicker, and how the proposal is now."""
    shown = case(found, Reader(), language)
    return Message((paragraph(texts_in(language)("proposal-moved-on")), *shown.blocks), language)


def taken(result: Moved, language: Language) -> Message:
    """The word that a step was taken, who goes on, and whom it has not reached."""
    texts, last = texts_in(language), result.case.proposal.last.what
    blocks: list[Block] = [paragraph(texts(f"proposal-done-{last}", channel=result.case.proposal.channel.name))]
    if result.not_told:
        blocks.append(note(texts("not-told", names=names(result.not_told))))
    show = button(texts, texts("proposal-show"), Verb.PROPOSAL, result.case.id)
    return Message((*blocks, Actions((show,))), language)


def overview(
    waiting: Sequence[Case], others: Sequence[Case], undecided: Sequence[Channel], language: Language
) -> Message:
    """The proposals that wait for the reader, the others that they see, and, for whom that concerns, the channels in
    use of which no decision is recorded."""
    texts = texts_in(language)
    blocks: list[Block] = []
    for heading, cases in (("proposals-waiting", waiting), ("proposals-others", others)):
        if cases:
            blocks += [Heading(texts(heading)), *(row(texts, one) for one in cases[:_NAMED])]
            blocks += more(texts, len(cases), _NAMED)
    if not blocks:
        form = button(texts, texts("form-propose"), Verb.PROPOSE, "", "")
        blocks += [paragraph(texts("proposals-none")), Actions((form,))]
    if undecided:
        blocks += [Heading(texts("proposals-undecided")), note(texts("proposals-undecided-note"))]
        blocks.append(paragraph(briefly(texts, [channel.name for channel in undecided], _UNDECIDED)))
    return Message(tuple(blocks), language)


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


def _waits(notice: CaseWaits, language: Language) -> Message:
    texts, found = texts_in(language), notice.case
    heading = texts("proposal-ask-decider" if notice.names else f"proposal-ask-{notice.waits_for}")
    blocks: list[Block] = [Heading(heading), _title(texts, found), *_words(texts, found)]
    blocks += [_facts(texts, found), *(_duties(texts, found) if notice.waits_for is Waiting.DECIDE else ())]
    reader = Reader(names=True) if notice.names else Reader(notice.waits_for)
    return Message((*blocks, *_controls(texts, found, reader)), language)


def _moved(notice: CaseMoved, language: Language) -> Message:
    texts, found = texts_in(language), notice.case
    heading = Heading(texts(f"proposal-moved-{found.proposal.last.what}"))
    show = button(texts, texts("proposal-show"), Verb.PROPOSAL, found.id)
    by = Paragraph((*people([found.person(found.proposal.last.by)]), Text(f": {found.proposal.channel.name}")))
    # Of a proposal that has ended, the heading says how it stands.
    waits = (paragraph(state(texts, found)),) if found.proposal.waits_for is not None else ()
    return Message((heading, by, *_words(texts, found), *waits, Actions((show,))), language)


def _words(texts: Texts, found: Case) -> Iterator[Block]:
    """What was said at the newest step, if anything was."""
    last = found.proposal.last
    if last.words:
        yield Quote((last.words,), f"{found.person(last.by).label}, {texts(f'proposal-step-{last.what}')}")


def _title(texts: Texts, found: Case) -> Paragraph:
    """Who proposes which channel."""
    channel = found.proposal.channel
    service = Text(f" ({platform_name(texts, Platform(channel.platform, found.service))})")
    return Paragraph((*people([found.person(found.proposal.by)]), Text(": "), Bold(channel.name), service))


def _facts(texts: Texts, found: Case) -> Fields:
    proposal, channel = found.proposal, found.proposal.channel
    hours = channel.weekly_hours or 0
    facts: list[tuple[str, Spans]] = [
        ("field-unit", (Text(channel.unit.in_language(texts.language)),)),
        ("field-purpose", (Text(channel.purpose),)),
        ("field-audience", (Text(proposal.audience),)),
        ("field-maintainers", people([found.person(one) for one in channel.maintainer_ids])),
        ("field-weekly-hours", (Text(texts("proposal-hours", week=hours, year=round(hours * _WEEKS))),)),
        ("field-present", (Text(briefly(texts, found.present, _NAMED) or texts("proposal-present-none")),)),
    ]
    if proposal.why:
        facts.append(("field-why", (Text(proposal.why),)))
    facts.append(("field-superior", people([found.person(proposal.superior)])))
    if (step := proposal.step(Move.AUTHORISED)) is not None:
        said = _on_terms(texts, texts("value-date", day=step.on), step.words)
        facts.append(("field-authorisation", (*people([found.person(step.by)]), Text(said))))
    if (decision := channel.decision).on is not None:
        made = ", ".join(filter(None, (texts("value-date", day=decision.on), decision.record)))
        said = _on_terms(texts, made, decision.conditions)
        facts.append(("field-decision", (*people([found.person(decision.by)]), Text(said))))
        facts.append(("field-responsible", people([found.person(channel.responsible)])))
    return Fields(tuple(Field(texts(label), value) for label, value in facts))


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
    words = f": {step.words}" if step.words else ""
    day = f"{texts('value-date', day=step.on)} · "
    return (Text(day), *people([found.person(step.by)]), Text(f" · {texts(f'proposal-step-{step.what}')}{words}"))


def _controls(texts: Texts, found: Case, reader: Reader) -> Iterator[Block]:
    presses = tuple(_presses(texts, found, reader))
    if presses:
        yield Actions(presses)


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
        withdraw = button(texts, texts("proposal-withdraw"), Verb.PROPOSAL_WITHDRAW, found.id)
        yield replace(withdraw, confirm=texts("proposal-withdraw-confirm"))
    if reader.proposes_again:
        yield button(texts, texts("proposal-again"), Verb.PROPOSE_AGAIN, found.id)


def _opening(texts: Texts, found: Case, form: str, style: Style = Style.PLAIN) -> Button:
    """The press that opens one of the forms of a proposal."""
    return button(texts, texts(f"form-{form}"), Verb.PROPOSAL_FORM, form, found.id, style=style)
