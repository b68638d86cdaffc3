"""Something wrong or worth knowing in a production's sheets, at a cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from model.cell import Cell


class Severity(StrEnum):
    """By consequence: an error changes a figure or a conflict; a warning may; info does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest, so that sorting by rank puts what to mend first on top."""
        return list(Severity).index(self)


class Topic(StrEnum):
    """What an issue is about, which says on which report tab it belongs."""

    DATA = "data"
    """The sheet itself: a cell that cannot be read, arithmetic or grammar that does not hold."""
    CONFLICT = "conflict"
    """The schedule: people, days, deals."""
    MONEY = "money"
    """The budget: an account over, a cost without a budget."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Money at stake. ``formula`` shows how ``amount`` came about, from the cells in ``sources``.

    Kept apart from the issue's message, because a rate may come from a restricted spreadsheet
    where the conflict itself does not. ``account`` and ``category`` are those of the budget that it
    would hit, as the cells in ``account_sources`` say, that of the account first; "" where no sheet
    says.
    """

    amount: Decimal
    formula: str
    sources: tuple[Cell, ...] = ()
    account: str = ""
    category: str = ""
    account_sources: tuple[Cell, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All the cells that it comes from."""
        return (*self.sources, *self.account_sources)

    @property
    def explained(self) -> str:
        """The formula, and what of the budget the amount would hit."""
        hit = ", ".join(filter(None, (self.account, self.category)))
        return f"{self.formula}; would hit {hit}" if hit else self.formula


@dataclass(frozen=True, slots=True)
class Issue:
    """A data problem or a conflict: located, explained in plain words, sorted by value.

    ``message`` states the fact, in words of the trade, and quotes nothing but what stands in
    ``at`` and ``related`` (never a figure that only ``cost.sources`` hold, and never a phone,
    e-mail or address). ``expected`` and ``suggestion`` say what should stand there and what to do.
    ``subject`` is who or what it is about ("ANA MORENO", "2200").
    """

    code: str
    severity: Severity
    message: str
    at: Cell
    related: tuple[Cell, ...] = ()
    topic: Topic = Topic.DATA
    subject: str | None = None
    dates: tuple[date, ...] = ()
    cost: Cost | None = None
    expected: str = ""
    suggestion: str = ""
    clause: str = ""
    """The agreement's clause and source behind the figure, where there is one."""

    @property
    def order(self) -> tuple[int, str, str, int, int, str, str]:
        """A total order: gravest first, then where it stands."""
        at = self.at
        return (self.severity.rank, at.book, at.tab, at.row, at.col, self.code, self.message)

    @property
    def books(self) -> frozenset[str]:
        """The spreadsheets that the fact itself comes from (its cost apart)."""
        return frozenset(cell.book for cell in (self.at, *self.related))
