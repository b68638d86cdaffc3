"""Service accounts: key files that google-auth takes, and tokens that the server gives for them.

A client then needs nothing patched but the API's address: its credentials ask this server, which
the key names as its ``token_uri``, for a bearer token.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    from localsheets.server import Server

Json = dict[str, Any]

ROBOT = "robot@localsheets.iam.gserviceaccount.com"
GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
LIFETIME = 3599
"""Seconds that a token is said to live, as Google says; end one with ``accounts.revoke``."""
TOKEN_PATH = "/token"  # noqa: S105 - a path


class GrantError(Exception):
    """A token is refused; the message says why."""


def service_account_key(server: Server, path: str | Path, email: str = ROBOT) -> None:
    """Write a service account's key file for a running server, which will give tokens for it.

    Among configured accounts it is one more, which spreadsheets have to be shared with.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    number = secrets.token_hex(20)
    server.keys[number] = (email, key.public_key())
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    made = {
        "type": "service_account",
        "project_id": "localsheets",
        "private_key_id": number,
        "private_key": pem.decode(),
        "client_email": email,
        "client_id": "1",
        "token_uri": server.url + TOKEN_PATH,
    }
    Path(path).touch(mode=0o600)
    Path(path).write_text(json.dumps(made, indent=2), encoding="utf-8")


def grant(server: Server, body: bytes) -> Json:
    """The answer to a request for a token, in OAuth's form (RFC 7523).

    Raises:
        GrantError: it is not signed by a key of :func:`service_account_key`, or has expired.
    """
    form = parse_qs(body.decode("utf-8", "replace"))
    if form.get("grant_type") != [GRANT]:
        raise GrantError("Only service accounts are given tokens here.")
    email = _signer(server, form.get("assertion", [""])[0])
    if server.accounts:
        token = server.accounts.issue(email)
    else:  # everybody is the one user, who may have to bear the server's token
        token = server.token or secrets.token_urlsafe()
    return {"access_token": token, "expires_in": LIFETIME, "token_type": "Bearer"}


def _signer(server: Server, assertion: str) -> str:
    """The account that signed a JSON web token."""
    signed, _, seal = assertion.rpartition(".")
    head, _, claims = signed.partition(".")
    known = server.keys.get(str(_json(head).get("kid")))
    if known is None:
        raise GrantError("The key is not of this server; it has to be made while it runs.")
    email, key = known
    _verify(key, signed.encode(), _bytes(seal))
    said = _json(claims)
    if said.get("iss") != email:
        raise GrantError(f"The key is {email}'s, not {said.get('iss')}'s.")
    ends = said.get("exp")
    if not isinstance(ends, (int, float)) or ends < time.time():
        raise GrantError("Invalid JWT: it has expired.")
    return email


def _verify(key: RSAPublicKey, signed: bytes, seal: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.hashes import SHA256

    try:
        key.verify(seal, signed, PKCS1v15(), SHA256())
    except InvalidSignature:
        raise GrantError("Invalid JWT Signature.") from None


def _json(part: str) -> Json:
    try:
        found = json.loads(_bytes(part))
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise GrantError("The assertion is no JSON web token.")
    return found


def _bytes(part: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except (binascii.Error, ValueError):
        raise GrantError("The assertion is no JSON web token.") from None
