"""What proves that an account is the municipality's, without asking anybody: pure functions over what was read. A proof
holds on the day it was read; whoever keeps one keeps that date."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from bot.activity.links import PageLink, is_linked
from bot.activity.source import SourceKind, SourceRef
from bot.domain.platforms import Platforms, is_within

_SHARED: Final = ("bsky.social", "brid.gy", "mastodon.social")
"""Hosts under which anybody can have a name."""


class Proof(StrEnum):
    """What speaks for an account."""

    WEBSITE_LINKS = "website_links"
    """The website links the account."""
    MUTUAL = "mutual"
    """The website links the account as its own (``rel="me"``), and the account's page links the website likewise."""
    OWN_DOMAIN = "own_domain"
    """The account's name, or the server it is on, is the website's own domain: only who keeps that can give it."""


def proofs_of(
    ref: SourceRef | None,
    url: str,
    website: str,
    website_links: tuple[PageLink, ...],
    profile_links: tuple[PageLink, ...],
    platforms: Platforms,
) -> tuple[Proof, ...]:
    """The proofs for the channel at ``url``: ``website_links`` are those of the page of ``website`` (an address) that
    was read, ``profile_links`` those of the channel's own page (empty where it was not read)."""
    found = []
    if is_linked(website_links, url, platforms):
        found.append(Proof.WEBSITE_LINKS)
    if is_linked(website_links, url, platforms, me_only=True) and links_me(profile_links, website):
        found.append(Proof.MUTUAL)
    if ref is not None and has_own_domain(ref, website):
        found.append(Proof.OWN_DOMAIN)
    return tuple(found)


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
