"""Where a channel's updates can be seen: one table from addresses to sources."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from bot.domain.accounts.addresses import Account, account_by_handle, account_of, platform_of
from bot.domain.accounts.platforms import PlatformId, Platforms, is_within


class SourceKind(StrEnum):
    """The kinds of sources; a module each in ``sources``. Instagram and Facebook need the municipality's key."""

    FEED = "feed"
    WORDPRESS = "wordpress"
    APPLE_PODCAST = "apple_podcast"
    SOUNDCLOUD = "soundcloud"
    YOUTUBE = "youtube"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    FLICKR = "flickr"
    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"


NEED_KEY: Final = frozenset({SourceKind.INSTAGRAM, SourceKind.FACEBOOK})
"""The kinds of which nothing is shown without the municipality's key."""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where updates can be seen: ``where`` is a web address, or the account's name as the kind's module wants it."""

    kind: SourceKind
    where: str

    @property
    def service(self) -> str:
        """Who is asked: the platform, or the host where each has its own. What is out, is out for all of a service."""
        if self.kind in (SourceKind.FEED, SourceKind.WORDPRESS):
            return urlsplit(self.where).netloc.lower()
        return self.where.rpartition("@")[2] if self.kind is SourceKind.MASTODON else self.kind.value

    @property
    def is_platform(self) -> bool:
        """Whether the service is a platform, that of many, and not a host of somebody's own."""
        return self.kind not in (SourceKind.FEED, SourceKind.WORDPRESS)


_BY_ACCOUNT: Final[dict[tuple[str, str], tuple[SourceKind, str]]] = {
    ("youtube", "ID"): (SourceKind.YOUTUBE, "{name}"),
    ("youtube", "handle"): (SourceKind.YOUTUBE, "@{name}"),
    ("youtube", "name"): (SourceKind.YOUTUBE, "c/{name}"),
    ("youtube", "user"): (SourceKind.YOUTUBE, "user/{name}"),
    ("bluesky", "handle"): (SourceKind.BLUESKY, "{name}"),
    ("mastodon", "handle"): (SourceKind.MASTODON, "{name}"),
    ("flickr", "handle"): (SourceKind.FLICKR, "{name}"),
    ("instagram", "handle"): (SourceKind.INSTAGRAM, "{name}"),
    ("facebook", "handle"): (SourceKind.FACEBOOK, "{name}"),
    ("facebook", "id"): (SourceKind.FACEBOOK, "{name}"),
    ("podcast", "podcast"): (SourceKind.APPLE_PODCAST, "{name}"),
    ("podcast", "handle"): (SourceKind.SOUNDCLOUD, "{name}"),
}
_MAY_HAVE_A_FEED: Final = frozenset({"website", "blog", "podcast", "other"})
_NAME: Final = re.compile(r"[\w.:-]+(?:@[\w.-]+)?")
"""What may stand in an address that is asked for; no account is called otherwise."""
_NSID: Final = re.compile(r"\d+@n\d\d")


def source_of(url: str, platform: PlatformId, platforms: Platforms, handle: str = "") -> SourceRef | None:
    """The source of a channel on ``platform`` with this address, or ``handle`` where the address names no account. None
    where the platform shows nothing to programs, or what is registered names no account on it.

    A page is worth a look whether or not it links a feed: only looking tells. ``url`` is taken as it was registered,
    since ``http://`` is spoken only where that is what was written.
    """
    account = account_of(url, platforms) if url else None
    if account is None and handle:
        account = account_by_handle(platform, handle, platforms)
    if account is not None and account.platform == platform:
        kind, form = _BY_ACCOUNT.get((account.platform, account.kind), (None, ""))
        if (
            kind is None
            or not _NAME.fullmatch(account.name)
            or (kind is SourceKind.MASTODON and "@" not in account.name)
        ):
            return None
        return SourceRef(kind, form.format(name=_spelled(account)))
    return _of_page(url, account) if platform in _MAY_HAVE_A_FEED else None


def source_at(url: str, platforms: Platforms) -> SourceRef | None:
    """The source at an address that somebody has written down for it: an account, else a feed or a page with one."""
    return source_of(url, platform_of(url, platforms) or "website", platforms) or _of_page(url, None)


def _of_page(url: str, account: Account | None) -> SourceRef | None:
    address = url.strip() if "://" in url else f"https://{url.strip()}"
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    if account is not None or not re.match(r"https?://", address, re.IGNORECASE) or not host:
        return None
    return SourceRef(SourceKind.WORDPRESS if is_within(host, "wordpress.com") else SourceKind.FEED, address)


def _spelled(account: Account) -> str:
    """The account's name as the platform itself needs it."""
    if account.platform == "flickr" and _NSID.fullmatch(account.name):
        return account.name.upper()
    return account.name
