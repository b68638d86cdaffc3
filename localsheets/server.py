"""What a running server is: where, what it holds, what it was asked, what it keeps to."""

from __future__ import annotations

from dataclasses import dataclass, field

from localsheets.api.log import RequestLog
from localsheets.faults import Faults, Quota
from localsheets.workbooks import Workbooks


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a call. Cells of a spreadsheet are bounded by Google's ten million."""

    body: int = 64 * 1024 * 1024
    """Bytes of a request's body."""
    seconds: float = 180.0
    """Google's own limit for one call."""


@dataclass(slots=True)
class Server:
    """A running server."""

    url: str
    workbooks: Workbooks
    token: str | None = None
    """The bearer token that everybody must have; ``None`` on this machine alone."""
    limits: Limits = field(default_factory=Limits)
    quota: Quota | None = None
    """How many calls a minute it answers; ``None`` for any number."""
    faults: Faults = field(default_factory=Faults)
    """Faults in force."""
    requests: RequestLog = field(default_factory=RequestLog)
    """What it was asked, newest last."""
