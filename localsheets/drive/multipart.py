"""An upload in parts: what is said of a file, and the file.

Python's own reader of such bodies is made for mail and takes a carriage return at the end of a file
for part of the line's end. Here a file arrives byte for byte, whichever ends the lines around it
have (Google's own client writes bare line feeds).
"""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its type ("text/csv") and its content."""

    kind: str
    content: bytes


def parts(content_type: str, body: bytes) -> list[Part]:
    """The parts of a multipart body; none where it is no such thing."""
    boundary = _parameter(content_type)
    mark = b"--" + boundary.encode("latin-1", "replace")
    start = body.find(mark)
    if not boundary or start < 0:
        return []
    end = b"\r\n" if body[start + len(mark) :].startswith(b"\r\n") else b"\n"
    pieces = (end + body[start:]).split(end + mark)[1:]
    return [_part(piece, end) for piece in pieces if not piece.startswith(b"--")]


def _parameter(content_type: str) -> str:
    message = Message()
    message["Content-Type"] = content_type
    return str(message.get_boundary(""))


def _part(piece: bytes, end: bytes) -> Part:
    head, _, content = piece.removeprefix(end).partition(end + end)
    kind = "text/plain"
    for line in head.split(end):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-type":
            kind = value.partition(b";")[0].strip().decode("latin-1").lower()
    return Part(kind, content)
