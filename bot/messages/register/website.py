"""What was seen on the municipality's website, in words."""

from collections.abc import Sequence
from typing import Final

from bot.domain.accounts.address_book import WebsiteLink
from bot.domain.accounts.lookalikes import Resemblance
from bot.messages.model import Block, Heading, Link, Message, Overflow, Spans, Verb
from bot.messages.parts import actions, button, message, note, paragraph, pick, shorten, spans
from bot.messages.texts import Texts

PAGE: Final = 5
"""How many accounts are shown at once."""
_NAMED: Final = 18
"""Characters of an account's name that a button shows."""
_SHOWN: Final = 100
"""Characters of an address, and of what is written on a link, that are shown."""


def unregistered(
    found: Sequence[tuple[str, WebsiteLink]], likes: Sequence[Resemblance | None], start: int, texts: Texts
) -> Message:
    """The accounts that the website links and nobody has registered, from the one with the number ``start`` (from 0)
    on, with what can be said of each; ``likes`` are the channels that those shown resemble."""
    if not found:
        return message(texts, paragraph(texts("website-nothing")))
    blocks: list[Block] = [Heading(texts("website-heading", count=len(found)))]
    for (key, link), like in zip(found[start : start + PAGE], likes, strict=True):
        blocks.append(paragraph(_account(texts, link)))
        name = link.url.rstrip("/").rpartition("/")[2][:_NAMED]
        if like is not None:
            names = ", ".join(channel.name for channel in like.channels[:2])
            blocks.append(note(texts("website-looks-like", channels=names)))
        not_ours = pick(texts, texts("button-not-ours"), Verb.NOT_OURS, key)
        later = pick(texts, texts("button-linked-later"), Verb.LINKED_LATER, key)
        register = button(texts, texts("button-register-linked", name=name), Verb.REGISTER_LINKED, key)
        blocks += actions(register, Overflow((not_ours, later)))
    if rest := max(len(found) - start - PAGE, 0):
        blocks += actions(button(texts, texts("and-more", count=rest), Verb.WEBSITE_LINKS, str(start + PAGE)))
    return message(texts, blocks)


def link_line(texts: Texts, link: WebsiteLink) -> Spans:
    """Where and when the website was seen to link a channel."""
    return spans(f"{texts('website-seen', on=link.on)} ", Link(shorten(link.page, _SHOWN), link.page))


def _account(texts: Texts, link: WebsiteLink) -> Spans:
    """The account by its address in full, since what is written on a link may say anything, and the page."""
    words = f" {texts('quoted', text=shorten(link.text, _SHOWN))}" if link.text else ""
    return spans(Link(link.url, link.url), f"{words} – ", link_line(texts, link))
