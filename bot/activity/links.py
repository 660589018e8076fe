"""What a website's pages link: the addresses of accounts, for *linked from the website, seen* and for channels that
nobody has registered; and what that proves of whose an account is, without asking anybody. A proof holds on the day it
was read; whoever keeps one keeps that date."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from bot.activity.source import SourceKind, SourceRef
from bot.domain.accounts.addresses import Account, account_of
from bot.domain.accounts.platforms import Platforms, is_within

_SHARING: Final = ("/share", "/sharer", "/intent/", "/sharing/", "/dialog/", "/submit", "/pin/create")

_SHARED: Final = ("bsky.social", "brid.gy", "mastodon.social")
"""Hosts under which anybody can have a name."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link of a page: where it leads, what is written on it, and whether the page says "that is me"
    (``rel="me"``)."""

    url: str
    text: str = ""
    me: bool = False


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page of a website, at the address where it came from in the end, and what it links."""

    url: str
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class LinkedAccount:
    """An account that a page links."""

    account: Account
    link: PageLink


class Proof(StrEnum):
    """What speaks for an account, besides that the website links it."""

    MUTUAL = "mutual"
    """The website links the account as its own (``rel="me"``), and the account's page links the website likewise."""
    OWN_DOMAIN = "own_domain"
    """The account's name, or the server it is on, is the website's own domain: only who keeps that can give it."""


def accounts_in(links: Iterable[PageLink], platforms: Platforms) -> tuple[LinkedAccount, ...]:
    """The accounts on known platforms among ``links``, each once; buttons for sharing a page lead to none."""
    found: dict[str, LinkedAccount] = {}
    for link in links:
        account = None if is_for_sharing(link) else account_of(link.url, platforms)
        if account is not None:
            first = found.get(account.key, LinkedAccount(account, link)).link
            found[account.key] = LinkedAccount(account, replace(first, me=first.me or link.me))
    return tuple(found.values())


def is_for_sharing(link: PageLink) -> bool:
    """Whether the link is a button that passes a page on: it leads to a platform, and to nobody's account."""
    return any(part in urlsplit(link.url).path.lower() for part in _SHARING)


def links_me(links: Iterable[PageLink], website: str) -> bool:
    """Whether one of ``links`` with ``rel="me"`` leads to the website's host."""
    return any(link.me and _host(link.url) == _host(website) for link in links) and bool(_host(website))


def has_own_domain(ref: SourceRef, website: str) -> bool:
    """Whether the account is named by the website's own domain: ``kunta.fi`` on Bluesky, ``name@some.kunta.fi`` on
    Mastodon."""
    domain = _host(website)
    if ref.kind is SourceKind.BLUESKY:
        name = ref.where
    elif ref.kind is SourceKind.MASTODON:
        name = ref.where.rpartition("@")[2]
    else:
        return False
    return bool(domain) and domain not in _SHARED and is_within(name, domain)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
