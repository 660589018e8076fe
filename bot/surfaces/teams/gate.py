"""The gate: only what the Bot Connector service has signed for this bot, in the municipality's own tenant, comes in
(https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication)."""

import asyncio
import logging
import math
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, Final, Protocol

import aiohttp
import jwt

from bot.surfaces.door import RefusedError

logger = logging.getLogger(__name__)

METADATA: Final = "https://login.botframework.com/v1/.well-known/openidconfiguration"
ISSUER: Final = "https://api.botframework.com"
CHANNEL: Final = "msteams"
"""What the service calls Teams; it signs for other channels too, with keys that are not endorsed for this one."""
LEEWAY: Final = timedelta(minutes=5)
"""How far the clocks may be apart."""
KEPT: Final = timedelta(days=1)
"""How long the keys are believed."""
BRAKE: Final = timedelta(minutes=5)
"""How often the keys are asked for at most, or anybody could make us ask by naming keys that do not exist."""
_LONGEST_TOKEN: Final = 8_192
_TIMEOUT: Final = aiohttp.ClientTimeout(total=5)
_ALGORITHM: Final = "RS256"

_UNREADABLE: Final = (aiohttp.ClientError, TimeoutError, ValueError, LookupError, TypeError, jwt.PyJWTError)


class UntrustedError(RefusedError):
    """What came is not from Teams, or not for us."""

    def __init__(self, why: str, status: HTTPStatus = HTTPStatus.UNAUTHORIZED) -> None:
        super().__init__(why, status)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key of the service, and the channels for which it may sign."""

    key: jwt.PyJWK
    endorsements: frozenset[str]


class SigningKeys:
    """The keys that the service publishes at ``metadata``, asked for when one is needed. While they are asked for, the
    event loop goes on; where that fails, those of before are good for as long as the service does not answer."""

    def __init__(self, session: aiohttp.ClientSession, metadata: str = METADATA) -> None:
        self._session = session
        self._metadata = metadata
        self._by_id: dict[str, SigningKey] = {}
        self._fetched: datetime | None = None
        self._tried: datetime | None = None
        self._turn = asyncio.Lock()

    async def get(self, key_id: str, at: datetime) -> SigningKey:
        """The key with this id. Raises UntrustedError where the service has none."""
        if not self._is_fresh(key_id, at):
            async with self._turn:
                if not self._is_fresh(key_id, at) and _is_past(self._tried, BRAKE, at):
                    self._tried = at
                    await self._fetch(at)
        if key_id not in self._by_id:
            raise UntrustedError("unknown key")
        return self._by_id[key_id]

    async def _fetch(self, at: datetime) -> None:
        try:
            where = (await self._read(self._metadata))["jwks_uri"]
            self._by_id = dict(_signing_keys((await self._read(where))["keys"]))
            self._fetched = at
        except _UNREADABLE as error:
            logger.warning("The signing keys of Teams could not be read", extra={"why": type(error).__name__})

    async def _read(self, address: str) -> Any:
        async with self._session.get(address, timeout=_TIMEOUT, allow_redirects=False) as answer:
            answer.raise_for_status()
            return await answer.json(content_type=None)

    def _is_fresh(self, key_id: str, at: datetime) -> bool:
        return key_id in self._by_id and not _is_past(self._fetched, KEPT, at)


def _is_past(since: datetime | None, how_long: timedelta, at: datetime) -> bool:
    return since is None or at - since > how_long


def _signing_keys(published: object) -> Iterator[tuple[str, SigningKey]]:
    """The keys among what is ``published``; what is none does not keep the others away."""
    for key in published if isinstance(published, list) else ():
        match key:
            case {"kty": "RSA", "kid": str(key_id)}:
                endorsements = key.get("endorsements")
                with suppress(jwt.PyJWTError, ValueError, TypeError):
                    usable = jwt.PyJWK(key, algorithm=_ALGORITHM)
                    yield key_id, SigningKey(usable, frozenset(endorsements if isinstance(endorsements, list) else ()))


@dataclass(frozen=True, slots=True)
class Trust:
    """What may come with a valid token: activities from the ``service_url`` that the token names, which is where the
    answers go, for one of the ``channels`` that its key is endorsed for, of people in one of the ``tenants``."""

    service_url: str
    channels: frozenset[str]
    tenants: frozenset[str]

    def check(self, activity: Mapping[str, Any]) -> None:
        """Whether ``activity`` is such. Raises UntrustedError."""
        service_url = activity.get("serviceUrl")
        if activity.get("channelId") != CHANNEL or CHANNEL not in self.channels:
            raise UntrustedError("the key is not endorsed for the channel")
        if not isinstance(service_url, str) or service_url.rstrip("/") != self.service_url.rstrip("/"):
            raise UntrustedError("another serviceUrl")
        if tenant_of(activity).lower() not in self.tenants:
            raise UntrustedError("another tenant", HTTPStatus.FORBIDDEN)


class ActivityGate(Protocol):
    """Says what may come with a request."""

    async def trust(self, authorization: str, at: datetime) -> Trust:
        """What may come with the header ``authorization``; the body is not read before. Raises UntrustedError."""
        ...


class TokenGate:
    """Lets in what is signed for the bot with ``app_id``, and comes from one of ``tenants``."""

    def __init__(self, app_id: str, tenants: frozenset[str], keys: SigningKeys) -> None:
        self._app_id = app_id
        self._tenants = tenants
        self._keys = keys

    async def trust(self, authorization: str, at: datetime) -> Trust:
        """What may come with the token in the header ``authorization``. Raises UntrustedError."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not 0 < len(token) <= _LONGEST_TOKEN or not token.isascii():
            raise UntrustedError("no token")
        try:
            key = await self._keys.get(_key_id(token), at)
            claims = self._claims(token, key)
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError, LookupError) as error:
            raise UntrustedError(type(error).__name__) from None
        _check_times(claims, at)
        service_url = claims.get("serviceurl")
        if not isinstance(service_url, str) or not service_url:
            raise UntrustedError("no serviceurl")
        return Trust(service_url, key.endorsements, self._tenants)

    def _claims(self, token: str, key: SigningKey) -> Mapping[str, Any]:
        # Times are checked against our own clock, which tests can set.
        found: Mapping[str, Any] = jwt.decode(
            token,
            key.key,
            algorithms=[_ALGORITHM],
            audience=self._app_id,
            issuer=ISSUER,
            options={
                "require": ["exp", "iss", "aud"],
                "strict_aud": True,
                "verify_exp": False,
                "verify_nbf": False,
                "verify_iat": False,
            },
        )
        return found


class PlaygroundGate:
    """Lets everything in that says it comes from ``service_url``, an address of this machine: the Microsoft 365 Agents
    Playground signs nothing."""

    def __init__(self, service_url: str, tenants: frozenset[str]) -> None:
        self._trust = Trust(service_url, frozenset({CHANNEL}), tenants)

    async def trust(self, authorization: str, at: datetime) -> Trust:
        """The same for everybody."""
        return self._trust


def tenant_of(activity: Mapping[str, Any]) -> str:
    """The tenant that an activity comes from; empty where it does not say."""
    for name, key in (("channelData", "tenant"), ("conversation", "tenantId")):
        part = activity.get(name)
        found = part.get(key) if isinstance(part, Mapping) else None
        found = found.get("id") if isinstance(found, Mapping) else found
        if isinstance(found, str) and found:
            return found
    return ""


def _key_id(token: str) -> str:
    header = jwt.get_unverified_header(token)
    if header.get("alg") != _ALGORITHM:
        raise UntrustedError("another algorithm")
    return str(header.get("kid"))


def _check_times(claims: Mapping[str, Any], at: datetime) -> None:
    now, leeway = at.timestamp(), LEEWAY.total_seconds()
    if _seconds(claims["exp"]) <= now - leeway:
        raise UntrustedError("expired")
    for name in ("nbf", "iat"):
        if name in claims and _seconds(claims[name]) > now + leeway:
            raise UntrustedError("not yet valid")


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise UntrustedError("a time that is none")
    return value
