"""An internet on loopback, with a certificate for the names that the platforms have."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.support.internet import Internet, certificate_in

NAMES = (
    *("*.kunta.example", "kunta.example", "www.youtube.com", "public.api.bsky.app", "bsky.app", "www.flickr.com"),
    *("itunes.apple.com", "soundcloud.com", "feeds.soundcloud.com", "graph.facebook.com", "www.googleapis.com"),
    *("museo.wordpress.com", "evil.example"),
)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate_in(tmp_path_factory.mktemp("certificate"), *NAMES)


@pytest_asyncio.fixture
async def internet() -> AsyncIterator[Internet]:
    """Without TLS."""
    async with Internet() as servers:
        yield servers


@pytest_asyncio.fixture
async def secure_internet(certificate: Path) -> AsyncIterator[Internet]:
    """With and without TLS."""
    async with Internet(certificate) as servers:
        yield servers
