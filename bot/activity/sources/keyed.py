"""A platform's interface that is asked with a key."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from yarl import URL

from bot.activity.fetcher import Fetcher, Response
from bot.activity.model import Failure, SourceError


class Keyed:
    """Asks the interface at ``base``; ``value_of`` reads its answers, and raises SourceError for its errors. When the
    key is refused or used up, nothing more is asked for as long as the other side wishes, else for ``rest``."""

    def __init__(self, fetcher: Fetcher, base: str, value_of: Callable[[Response], Any], rest: timedelta) -> None:
        self._fetcher, self._base, self._value_of, self._rest = fetcher, base, value_of, rest
        self._closed_until: datetime | None = None
        self._closed = Failure.KEY_REFUSED

    async def get(self, path: str, at: datetime, secret: Mapping[str, str], params: Mapping[str, str]) -> Any:
        """The value at ``path``; the key goes in the headers ``secret`` only. Raises SourceError."""
        if self._closed_until is not None and at < self._closed_until:
            raise SourceError(self._closed, self._closed_until - at)
        url = str(URL(f"{self._base}/{path}").with_query(params))
        answer = await self._fetcher.get(url, at, secret=secret, any_status=True)
        try:
            return self._value_of(answer)
        except SourceError as error:
            if error.failure in (Failure.KEY_REFUSED, Failure.KEY_LIMIT):
                self._closed, self._closed_until = error.failure, at + (error.retry_after or self._rest)
            raise
