"""What the municipality's token for Facebook and Instagram may read, and when it ends: for whoever checks a set-up.

https://developers.facebook.com/docs/graph-api/reference/debug_token
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.activity.moments import from_seconds
from bot.activity.sources.graph import Graph
from bot.activity.text import items_of, within

NEEDED: Final = ("instagram_basic", "instagram_manage_insights", "pages_read_engagement", "pages_show_list")
"""For business discovery and published posts, as their pages tell. Of a token by way of a business portfolio,
``ads_management`` or ``ads_read`` may be asked for besides."""
WARN_BEFORE: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class TokenCheck:
    """What a token is good for. ``ends`` is None where it has no end; ``missing`` are the permissions that it lacks,
    ``pages`` the names of the pages that it reaches, ``instagram`` whether one of them has an Instagram account."""

    valid: bool
    ends: datetime | None
    missing: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    instagram: bool = False

    def ends_soon(self, at: datetime) -> bool:
        """Whether it ends within two weeks, or has ended."""
        return self.ends is not None and self.ends - at <= WARN_BEFORE


async def check_token(graph: Graph, token: str, at: datetime) -> TokenCheck:
    """What ``token`` is good for. Raises SourceError where Meta does not say (``KEY_REFUSED``: it has ended)."""
    told = await graph.get("debug_token", at, input_token=token)
    reached = await graph.pages(at) if within(told, "data", "is_valid") else ()
    # Access to data may end before the token does.
    ends = [from_seconds(within(told, "data", name)) for name in ("expires_at", "data_access_expires_at")]
    granted = items_of(told, "data", "scopes")
    return TokenCheck(
        within(told, "data", "is_valid") is True,
        min((end for end in ends if end is not None), default=None),
        tuple(name for name in NEEDED if name not in granted),
        tuple(page.name for page in reached),
        any(page.instagram for page in reached),
    )
