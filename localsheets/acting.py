"""Who is at work: the account in whose name a call reads or changes a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from localsheets.access import USER


@dataclass(frozen=True, slots=True)
class Actor:
    """An account, and the owner of the spreadsheet that it works on (e-mail addresses)."""

    account: str = USER
    owner: str = USER

    @property
    def bound(self) -> bool:
        """Whether protected ranges bind it: owners, and the one user without accounts, are free."""
        return self.account not in (USER, self.owner)


_ACTOR: ContextVar[Actor] = ContextVar("localsheets actor", default=Actor())  # noqa: B039 - frozen


def actor() -> Actor:
    """Who is at work here and now."""
    return _ACTOR.get()


@contextmanager
def acting(account: str, owner: str) -> Iterator[None]:
    """Let the block's work be done in an account's name."""
    before = _ACTOR.set(Actor(account, owner))
    try:
        yield
    finally:
        _ACTOR.reset(before)
