"""The platforms that channels are on: their names, nicknames and addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PlatformId = str


@dataclass(frozen=True, slots=True)
class Platform:
    """A service such as Instagram.

    ``nicknames`` are what people call it, in any language, in lower case. ``hosts`` are the domains of its addresses
    without ``www.``; a platform without hosts (a website, a blog) is never recognised by address.
    """

    id: PlatformId
    name: str
    nicknames: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


Platforms = Mapping[PlatformId, Platform]
