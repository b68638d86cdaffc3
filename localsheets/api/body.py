"""Reading a request's body, bounded: what is too large is refused before it is there whole."""

from __future__ import annotations

import zlib

from starlette.requests import Request

from localsheets.wire.errors import ApiError, bad

GZIP = 16 + zlib.MAX_WBITS


async def read(request: Request, limit: int) -> bytes:
    """The body's bytes, unpacked if they came as gzip, as Google takes them.

    Raises:
        ApiError: 400 for more than ``limit`` bytes, packed or unpacked, in Google's words.
        ClientDisconnect: the client is gone.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limit:
        raise too_large(limit)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise too_large(limit)
    return _unpacked(request.headers.get("content-encoding", "identity"), bytes(body), limit)


def _unpacked(encoding: str, body: bytes, limit: int) -> bytes:
    if encoding == "identity":
        return body
    if encoding != "gzip":
        raise bad(f"Content-Encoding {encoding!r} is not supported.")
    packed = zlib.decompressobj(GZIP)
    try:
        plain = packed.decompress(body, limit + 1)
    except zlib.error:
        raise bad("The body is not gzip, as its Content-Encoding says.") from None
    if len(plain) > limit:
        raise too_large(limit)
    return plain


def too_large(limit: int) -> ApiError:
    """Google's words for a body beyond its limit."""
    return bad(f"Request payload size exceeds the limit: {limit} bytes.")
