"""The service's signing keys and the documents that publish them; tokens of every kind, good and bad."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.surfaces.teams.gate import ISSUER

Json = dict[str, Any]

APP_ID = "a5f0c1de-0000-4000-8000-00000000b07a"
TENANT = "7e0a17aa-0000-4000-8000-0000000000fe"
SERVICE_URL = "https://smba.trafficmanager.net/emea/"


@cache
def private_key(name: str) -> rsa.RSAPrivateKey:
    """A key of its own for each name; made once, as that takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def published(name: str, *endorsements: str, key_id: str | None = None) -> Json:
    """A key as the service publishes it."""
    key: Json = jwt.algorithms.RSAAlgorithm.to_jwk(private_key(name).public_key(), as_dict=True)
    return {**key, "kid": key_id or name, "use": "sig", "endorsements": list(endorsements)}


def claims(at: datetime, **different: Any) -> Json:
    """What a good token claims, but for what is ``different``; None leaves a claim out."""
    good = {
        "iss": ISSUER,
        "aud": APP_ID,
        "iat": int(at.timestamp()),
        "nbf": int(at.timestamp()),
        "exp": int((at + timedelta(hours=1)).timestamp()),
        "serviceurl": SERVICE_URL,
    }
    return {key: value for key, value in {**good, **different}.items() if value is not None}


def bearer(at: datetime, *, key: str = "one", key_id: str | None = None, **different: Any) -> str:
    """The header of a signed request."""
    return f"Bearer {jwt.encode(claims(at, **different), private_key(key), 'RS256', headers={'kid': key_id or key})}"


def unsigned(at: datetime) -> str:
    """A token that says that it is not signed."""
    return f"Bearer {_coded({'alg': 'none', 'kid': 'one'})}.{_coded(claims(at))}."


def confused(at: datetime) -> str:
    """A token whose secret is the public key, as if that were one."""
    pem = private_key("one").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    body = f"{_coded({'alg': 'HS256', 'kid': 'one'})}.{_coded(claims(at))}"
    signature = base64.urlsafe_b64encode(hmac.new(pem, body.encode(), hashlib.sha256).digest()).rstrip(b"=").decode()
    return f"Bearer {body}.{signature}"


def altered(token: str, **different: Any) -> str:
    """``token`` with other claims under the signature that it had."""
    header, body, signature = token.split(".")
    claimed = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    return f"{header}.{_coded({**claimed, **different})}.{signature}"


def _coded(part: Json) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


class Issuer:
    """Publishes ``keys``, and counts how often it was asked for them. ``status`` other than 200 is what it answers."""

    def __init__(self) -> None:
        self.keys = [published("one", "msteams")]
        self.asked = 0
        self.status = 200

    def add_to(self, app: web.Application) -> None:
        app.router.add_get("/metadata", self._metadata)
        app.router.add_get("/keys", self._keys)

    async def _metadata(self, request: web.Request) -> web.Response:
        self.asked += 1
        return web.json_response({"jwks_uri": str(request.url.with_path("/keys"))}, status=self.status)

    async def _keys(self, request: web.Request) -> web.Response:
        return web.json_response({"keys": self.keys})
