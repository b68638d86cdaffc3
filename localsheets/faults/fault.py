"""One fault: what happens, and which calls it meets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, fields
from fnmatch import fnmatchcase
from typing import Any

KINDS: Mapping[str, str] = {
    "429": "quota exceeded, in the words and details recorded of Google",
    "500": "an internal error",
    "502": "Google's page of HTML, which is no JSON",
    "503": "the service is unavailable",
    "401": "the token has expired",
    "403": "the caller has no permission",
    "read-only": "403 for what writes; reading works",
    "cut": "the connection ends without an answer",
    "half": "the connection ends in the middle of the answer, after the call was applied",
    "slow": "the answer takes `seconds` longer",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens (``kind``, one of :data:`KINDS`) and to which calls; by default to every one.

    ``name``, ``path``, ``spreadsheet`` and ``account`` are patterns (``*``, ``?``, ``[...]``);
    ``name`` is the method's in Google's documentation: ``spreadsheets.values.*``.
    """

    kind: str
    after: bool = False
    """After the call has been applied, rather than instead."""
    seconds: float = 0.0
    """How much longer a "slow" answer takes."""
    method: str = "*"
    """The HTTP verb."""
    name: str = "*"
    path: str = "*"
    spreadsheet: str = "*"
    """The spreadsheet's id."""
    account: str = "*"
    """The caller's e-mail address."""
    skip: int = 0
    """Fitting calls that it lets pass first."""
    times: int | None = None
    """How many calls it meets; ``None`` for all."""
    chance: float = 1.0
    """How probably it meets a fitting call."""
    seed: int = 0
    """Where chance starts: the same seed meets the same calls."""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"There is no fault {self.kind!r}; there are {', '.join(KINDS)}.")
        if (self.kind == "slow") != (self.seconds > 0):
            raise ValueError("A fault has seconds if it is slow, and only then.")
        if not 0 <= self.chance <= 1:
            raise ValueError("chance lies between 0 and 1.")
        if self.skip < 0 or (self.times is not None and self.times < 1):
            raise ValueError("skip is 0 or more, times is 1 or more.")

    def __str__(self) -> str:
        return f"{self.kind} after" if self.after else self.kind

    def fits(self, call: Asked) -> bool:
        """Whether a call is one of those that are meant."""
        return (
            (call.writes or self.kind != "read-only")
            and fnmatchcase(call.method, self.method.upper())
            and fnmatchcase(call.name, self.name)
            and fnmatchcase(call.path, self.path)
            and fnmatchcase(call.spreadsheet, self.spreadsheet)
            and fnmatchcase(call.account, self.account)
        )

    def json(self) -> dict[str, Any]:
        """What differs from the defaults."""
        plain = {part.name: part.default for part in fields(self) if part.default is not MISSING}
        given = asdict(self)
        return {name: value for name, value in given.items() if plain.get(name, "") != value}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a fault can tell calls apart by."""

    method: str
    name: str
    path: str
    spreadsheet: str
    account: str
    writes: bool


def read(given: Any) -> Fault:
    """A fault from JSON.

    Raises:
        ValueError: it is none; the message says why.
    """
    if not isinstance(given, dict):
        raise ValueError("A fault is a JSON object.")  # noqa: TRY004 - a value, not a type of ours
    kinds = {"after": bool, "seconds": (int, float), "chance": (int, float)}
    kinds |= {"skip": int, "times": (int, type(None)), "seed": int}
    names = {part.name for part in fields(Fault)}
    for name, value in given.items():
        if name not in names:
            raise ValueError(f"A fault has no {name!r}; it has {', '.join(sorted(names))}.")
        wanted: Any = kinds.get(name, str)
        if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
            raise ValueError(f"{name} cannot be {value!r}.")
    if "kind" not in given:
        raise ValueError(f"A fault has a kind, one of {', '.join(KINDS)}.")
    return Fault(**given)
