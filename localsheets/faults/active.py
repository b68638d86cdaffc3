"""The faults that a server has at the moment, and what they do to a call."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from localsheets.faults.fault import Asked, Fault


@dataclass(slots=True)
class ActiveFault:
    """A fault in force; used as a context manager it is removed at the block's end."""

    id: int
    fault: Fault
    faults: Faults = field(repr=False)
    seen: int = 0
    """Calls that fitted it."""
    met: int = 0
    """Calls that it happened to."""
    dice: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.fault.seed)  # noqa: S311 - to be the same each time

    def meets(self, call: Asked) -> bool:
        """Whether it happens to a call; counts it."""
        if not self.fault.fits(call):
            return False
        self.seen += 1
        if self.seen <= self.fault.skip or self.met == self.fault.times:
            return False
        if self.dice.random() >= self.fault.chance:
            return False
        self.met += 1
        return True

    def remove(self) -> None:
        """Take it out of force."""
        self.faults.remove(self.id)

    def json(self) -> dict[str, Any]:
        """As the control endpoint shows it."""
        return {"id": self.id, **self.fault.json(), "seen": self.seen, "met": self.met}

    def __enter__(self) -> ActiveFault:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(KeyError):  # removed in the block
            self.remove()


@dataclass(slots=True)
class Met:
    """What happens to one call: how much slower it is, and how it ends if not well."""

    before: float = 0.0
    after: float = 0.0
    end: Fault | None = None
    names: list[str] = field(default_factory=list)

    def take(self, fault: Fault) -> None:
        """Let another fault happen."""
        self.names.append(str(fault))
        if fault.kind != "slow":
            self.end = fault
        elif fault.after:
            self.after += fault.seconds
        else:
            self.before += fault.seconds


class Faults:
    """Every fault in force. Safe from several threads."""

    def __init__(self) -> None:
        self._active: dict[int, ActiveFault] = {}
        self._lock = threading.Lock()
        self._last = 0

    def add(self, kind: str, **which: Any) -> ActiveFault:
        """Put a fault in force: ``add("503", after=True, times=1, name="spreadsheets.*")``.

        The names are those of :class:`Fault`.

        Raises:
            ValueError: there is no such fault.
        """
        return self.put(Fault(kind, **which))

    def put(self, fault: Fault) -> ActiveFault:
        """The same for a fault that is made already."""
        with self._lock:
            self._last += 1
            active = ActiveFault(self._last, fault, self)
            self._active[active.id] = active
            return active

    def remove(self, number: int) -> None:
        """Take one out of force; a ``KeyError`` if it is not."""
        with self._lock:
            del self._active[number]

    def clear(self) -> None:
        """Take all out of force."""
        with self._lock:
            self._active.clear()

    def __len__(self) -> int:
        return len(self._active)

    def __iter__(self) -> Iterator[ActiveFault]:
        with self._lock:
            return iter(list(self._active.values()))

    def meet(self, call: Asked) -> Met:
        """What happens to a call: every slowness that fits, and the first other fault."""
        met = Met()
        with self._lock:
            for active in self._active.values():
                if met.end is not None and active.fault.kind != "slow":
                    continue
                if active.meets(call):
                    met.take(active.fault)
        return met
