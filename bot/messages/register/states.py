"""How channels do, and what was last known of them, in words."""

from bot.domain.accounts.addresses import split_url
from bot.domain.channels import Status
from bot.domain.evidence import Evidence, EvidenceKind, State
from bot.messages.model import Link, Spans
from bot.messages.parts import people, spans
from bot.messages.register.activity import failure_words
from bot.messages.texts import Texts
from bot.services.register.lookup import ChannelView


def state_words(texts: Texts, state: State) -> str:
    """A state in words."""
    return texts(f"state-{state}")


def _how_it_does(texts: Texts, view: ChannelView) -> str:
    evidence = view.last_evidence
    if view.state is State.ACTIVE and evidence is not None and evidence.kind is EvidenceKind.REGISTERED:
        return texts("channel-is-new")  # in time, but nobody has seen or told of an update
    if view.state is not None:
        return state_words(texts, view.state)
    if view.status is Status.PAUSED and view.pause is not None:
        return texts("status-paused-until", day=view.pause.end)
    return texts(f"status-{view.status.replace('_', '-')}")


def brief_state(texts: Texts, view: ChannelView) -> str:
    """How a channel does, and that it is to rest, in brackets, where that is worth a word."""
    words = [] if view.state is State.ACTIVE else [_how_it_does(texts, view)]
    words += _pause_ahead(texts, view)
    return f" ({', '.join(words)})" if words else ""


def _pause_ahead(texts: Texts, view: ChannelView) -> list[str]:
    """That the channel is to rest on days that lie ahead; nothing where it rests now, or is not to."""
    if view.pause is None or view.status is Status.PAUSED:
        return []
    return [texts("status-pause-ahead", start=view.pause.start, end=view.pause.end)]


def state_and_due(texts: Texts, view: ChannelView) -> str:
    """How the channel does, and the day by which it wants its next update, unless it rests then, or why its source can
    not tell."""
    ahead = _pause_ahead(texts, view)
    words = ", ".join((_how_it_does(texts, view), *ahead))
    if view.next_due and not (view.pause and view.next_due in view.pause):
        return f"{words} – {texts('next-due', day=view.next_due)}"
    fails = view.source is not None and view.source.fails and view.responsible is not None
    return f"{words} ({failure_words(texts, view.source.why)})" if view.source and fails else words


def decided(texts: Texts, view: ChannelView) -> Spans:
    """Who has decided to take the channel into use, when, and the number of the record, as far as it is known; its
    conditions are for those who keep it."""
    decision = view.channel.decision
    day = texts("value-date", day=decision.on) if decision.on else ""
    record = ", ".join(filter(None, (day, decision.record)))
    if not view.decider:
        return spans(record) if record else ()
    return spans(people(view.decider), *([f" {record}"] if record else []))


def last_known(texts: Texts, view: ChannelView) -> Spans:
    """The last that is known of updates; where it was seen, with the way there."""
    words, evidence, source = _evidence_words(texts, view.last_evidence), view.last_evidence, view.source
    if evidence is None or evidence.kind is not EvidenceKind.SEEN or source is None:
        return spans(words)
    place = next((one for one in (source.link, source.where, view.channel.url) if split_url(one)[0]), "")
    return spans(f"{words} (", Link(split_url(place)[0], place), ")") if place else spans(words)


def _evidence_words(texts: Texts, evidence: Evidence | None) -> str:
    return texts(f"evidence-{evidence.kind}", on=evidence.on) if evidence else texts("evidence-none")
