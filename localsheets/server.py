"""What a running server is: where, what it holds, what it was asked, what it keeps to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from localsheets.accounts import Accounts, share
from localsheets.faults import Faults, Quota
from localsheets.log import RequestLog
from localsheets.workbooks import Workbooks

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey


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
    """The bearer token of whoever owns everything; ``None`` on this machine alone."""
    local: bool = True
    """Whether only this machine can reach it."""
    accounts: Accounts = field(default_factory=Accounts)
    """Who else may call, by bearer token."""
    limits: Limits = field(default_factory=Limits)
    quota: Quota | None = None
    """How many calls a minute it answers; ``None`` for any number."""
    faults: Faults = field(default_factory=Faults)
    """Faults in force."""
    requests: RequestLog = field(default_factory=RequestLog)
    """What it was asked, newest last."""

    keys: dict[str, tuple[str, RSAPublicKey]] = field(default_factory=dict, repr=False)
    """Service accounts' keys (``keys.py``): number -> (e-mail address, public key)."""

    @property
    def open(self) -> bool:
        """Whether its page and its control endpoint are for whoever works on this machine."""
        return self.local and self.token is None

    def share(self, spreadsheet_id: str, email: str, role: str) -> None:
        """Give an account a role on a spreadsheet: owner, writer, commenter, reader, none."""
        share(self.workbooks, spreadsheet_id, email, role)
