"""The ICT secretary's week: what in the register wants attention, each with the button that deals with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from bot.domain.channels import ChannelId
from bot.domain.reminders.notice import ChannelName, SecretaryDigest
from bot.messages.model import Actions, Block, Bold, Bullets, Button, Heading, Paragraph, Row, Spans, Text, Verb
from bot.messages.parts import briefly, button, more, paragraph
from bot.messages.register.activity import failure_words
from bot.messages.texts import Texts


def week(texts: Texts, key: str, digest: SecretaryDigest, shown: int) -> Iterator[Block]:
    """What wants attention, the first ``shown`` of each kind, each with the button that deals with it."""
    yield Heading(texts("digest-heading"))
    show = partial(_show, texts)
    name = partial(_name_maintainers, texts, key)
    yield from _group(texts, texts("state-idle"), digest.idle, show, digest.settled, shown)
    yield from _group(texts, texts("digest-unconfirmed"), digest.unconfirmed, show, digest.settled, shown)
    yield from _broken(texts, digest, shown)
    yield from _group(texts, texts("audit-orphaned"), digest.orphaned, name, digest.staffed, shown)
    yield from _group(texts, texts("audit-single-maintainer"), digest.single_maintainer, name, digest.staffed, shown)
    yield from _unreachable(texts, key, digest, shown)
    yield from _to_go_through(texts, digest, shown)
    everything = button(texts, texts("button-audit"), Verb.SAY, texts("audit-command"))
    yield Actions((everything, pause_button(texts, key)))


def _to_go_through(texts: Texts, digest: SecretaryDigest, shown: int) -> Iterator[Block]:
    """What the website, the access of those who keep a channel no more and the open questions ask for: one block each
    of lines and of buttons, since a digest of all kinds is as long as a message may be."""
    lines: list[Spans] = []
    buttons: list[Button] = []
    if not_linked := digest.website.not_linked:
        named = briefly(texts, [channel.name for channel in not_linked], shown)
        lines.append((Bold(f"{texts('digest-not-linked')} ({len(not_linked)})"), Text(f": {named}")))
    if digest.access:
        named = briefly(texts, [channel.name for channel in digest.access], shown)
        lines.append((Bold(f"{texts('digest-access')} ({len(digest.access)})"), Text(f": {named}")))
    if digest.website.unregistered:
        lines.append((Text(texts("digest-unregistered", count=digest.website.unregistered)),))
        buttons.append(button(texts, texts("button-website"), Verb.WEBSITE_LINKS, "0"))
    if digest.questions:
        lines.append((Text(texts("digest-questions", count=digest.questions)),))
        buttons.append(button(texts, texts("button-questions"), Verb.SAY, texts("questions-command")))
    if lines:
        yield Bullets(tuple(lines)) if len(lines) > 1 else Paragraph(lines[0])
    if buttons:
        yield Actions(tuple(buttons))


def pause_button(texts: Texts, key: str) -> Button:
    """The button that lets nobody get reminders for some days."""
    return button(texts, texts("button-reminders-pause"), Verb.REMINDER_FORM, "nudges-pause", key, "")


def _group(
    texts: Texts,
    title: str,
    channels: Sequence[ChannelName],
    deal: Callable[[ChannelName], Button],
    done: Collection[ChannelId],
    shown: int,
) -> Iterator[Block]:
    """The channels of one kind, each with the button that deals with it until it has been seen to."""
    if not channels:
        return
    yield Paragraph((Bold(f"{title[:1].upper()}{title[1:]} ({len(channels)})"),))
    for channel in channels[:shown]:
        yield _done(texts, channel.name) if channel.id in done else Row(channel.name, deal(channel))
    yield from more(texts, len(channels), shown)


def _broken(texts: Texts, digest: SecretaryDigest, shown: int) -> Iterator[Block]:
    """The channels whose sources have failed for days, each with why."""
    sources = digest.unknown
    if sources:
        yield Paragraph((Bold(f"{texts('digest-broken')} ({len(sources)})"),))
    for one in sources[:shown]:
        done = one.id in digest.settled
        why = f"{one.name}: {failure_words(texts, one.why)}"
        yield _done(texts, one.name) if done else Row(why, _show(texts, one))
    yield from more(texts, len(sources), shown)


def _show(texts: Texts, channel: ChannelName) -> Button:
    return button(texts, texts("button-show-short"), Verb.OWNER, channel.id)


def _name_maintainers(texts: Texts, key: str, channel: ChannelName) -> Button:
    return button(texts, texts("button-name-maintainers"), Verb.REMINDER_FORM, "maintainers", key, channel.id)


def _unreachable(texts: Texts, key: str, digest: SecretaryDigest, shown: int) -> Iterator[Block]:
    found = digest.unreachable
    if not found:
        return
    yield Paragraph((Bold(f"{texts('digest-unreachable')} ({len(found)})"),))
    for one in found[:shown]:
        name, why = one.person.label, texts(f"unreachable-{one.reason}")
        left = button(texts, texts("button-left"), Verb.REMINDER_FORM, "left", key, one.person.id)
        yield _done(texts, name) if one.person.id in digest.settled else Row(f"{name}: {why}", left)
    yield from more(texts, len(found), shown)


def _done(texts: Texts, name: str) -> Paragraph:
    return paragraph(f"✓ {name}: {texts('digest-done')}")
