"""The ICT secretary's week: what in the register wants attention, each with the button that deals with it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from bot.domain.reminders.notice import BrokenSource, ChannelName, NotReachable, SecretaryDigest
from bot.messages.model import Block, Bold, Button, Heading, Row, Spans, Verb
from bot.messages.parts import actions, begin, briefly, bullets, button, more, paragraph, spans
from bot.messages.register.activity import failure_words
from bot.messages.texts import Texts

_One = TypeVar("_One")


def week(texts: Texts, key: str, digest: SecretaryDigest, shown: int) -> Iterator[Block]:
    """What wants attention, the first ``shown`` of each kind, each with the button that deals with it."""
    yield Heading(texts("digest-heading"))
    look, staff = partial(_look_at, texts, digest), partial(_staff, texts, key, digest)
    yield from _group(texts, "state-idle", digest.idle, look, shown)
    yield from _group(texts, "digest-unconfirmed", digest.unconfirmed, look, shown)
    yield from _group(texts, "digest-broken", digest.unknown, look, shown)
    yield from _group(texts, "audit-orphaned", digest.orphaned, staff, shown)
    yield from _group(texts, "audit-single-maintainer", digest.single_maintainer, staff, shown)
    yield from _group(texts, "digest-unreachable", digest.unreachable, partial(_reach, texts, key, digest), shown)
    yield from _to_go_through(texts, digest, shown)
    everything = button(texts, texts("button-audit"), Verb.SAY, texts("audit-command"))
    yield from actions(everything, pause_button(texts, key))


def pause_button(texts: Texts, key: str) -> Button:
    """The button that lets nobody get reminders for some days."""
    return button(texts, texts("button-reminders-pause"), Verb.REMINDER_FORM, "nudges-pause", key, "")


def _group(
    texts: Texts, title: str, found: Sequence[_One], line: Callable[[_One], Block], shown: int
) -> Iterator[Block]:
    if found:
        yield paragraph(Bold(f"{begin(texts(title))} ({len(found)})"))
    yield from map(line, found[:shown])
    yield from more(texts, len(found), shown)


def _look_at(texts: Texts, digest: SecretaryDigest, channel: ChannelName) -> Block:
    if channel.id in digest.settled:
        return _done(texts, channel.name)
    why = f": {failure_words(texts, channel.why)}" if isinstance(channel, BrokenSource) else ""
    return Row(f"{channel.name}{why}", button(texts, texts("button-show-short"), Verb.OWNER, channel.id))


def _staff(texts: Texts, key: str, digest: SecretaryDigest, channel: ChannelName) -> Block:
    if channel.id in digest.staffed:
        return _done(texts, channel.name)
    label = texts("button-name-maintainers")
    return Row(channel.name, button(texts, label, Verb.REMINDER_FORM, "maintainers", key, channel.id))


def _reach(texts: Texts, key: str, digest: SecretaryDigest, one: NotReachable) -> Block:
    name, person = one.person.label, one.person.id
    if person in digest.settled:
        return _done(texts, name)
    left = button(texts, texts("button-left"), Verb.REMINDER_FORM, "left", key, person)
    return Row(f"{name}: {texts(f'unreachable-{one.reason}')}", left)


def _done(texts: Texts, name: str) -> Block:
    return paragraph(f"✓ {name}: {texts('digest-done')}")


def _to_go_through(texts: Texts, digest: SecretaryDigest, shown: int) -> Iterator[Block]:
    """What the website, the access of those who keep a channel no more and the open questions ask for: one block each
    of lines and of buttons, since a digest of all kinds is as long as a message may be."""
    lines: list[Spans] = []
    buttons: list[Button] = []
    for title, channels in (("digest-not-linked", digest.website.not_linked), ("digest-access", digest.access)):
        if channels:
            named = briefly(texts, [channel.name for channel in channels], shown)
            lines.append(spans(Bold(f"{texts(title)} ({len(channels)})"), f": {named}"))
    if digest.website.unregistered:
        lines.append(spans(texts("digest-unregistered", count=digest.website.unregistered)))
        buttons.append(button(texts, texts("button-website"), Verb.WEBSITE_LINKS, "0"))
    if digest.questions:
        lines.append(spans(texts("digest-questions", count=digest.questions)))
        buttons.append(button(texts, texts("button-questions"), Verb.SAY, texts("questions-command")))
    if lines:
        yield bullets(lines) if len(lines) > 1 else paragraph(lines[0])
    yield from actions(*buttons)
