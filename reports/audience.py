"""Who reads a spreadsheet's reports, and so what may stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from model.cell import Cell
from model.issue import Cost, Issue


@dataclass(frozen=True, slots=True)
class Audience:
    """The readers of one spreadsheet, which reports they get and what must be kept from them."""

    book: str
    """The spreadsheet that the reports are written to."""
    restricted: frozenset[str]
    """Names of the spreadsheets that are shared with few."""
    wanted: tuple[str, ...]
    """Names of the reports that go to this spreadsheet."""
    as_of: datetime
    """The run's moment, aware, in the production's time zone."""
    allowed: frozenset[str] = frozenset()
    """Restricted spreadsheets whose contents the settings allow here by name."""

    @property
    def forbidden(self) -> frozenset[str]:
        """The spreadsheets that nothing may be shown of here."""
        return self.restricted - self.allowed - {self.book}

    def sees(self, cells: Iterable[Cell]) -> bool:
        """Whether all of these cells may be shown here."""
        return self.kept_from(cells) == ()

    def kept_from(self, cells: Iterable[Cell]) -> tuple[str, ...]:
        """The restricted spreadsheets that some of these cells stand in, sorted."""
        return tuple(sorted({cell.book for cell in cells} & self.forbidden))

    def sees_issue(self, issue: Issue) -> bool:
        """Whether the fact itself may be shown here, its money apart."""
        return not issue.books & self.forbidden

    def cost(self, cost: Cost | None) -> Cost | None:
        """The money at stake, where it may be shown here; and its account, where that may be.

        An account that a deal names may be shown where the deal may, its category in a restricted
        budget not.
        """
        if cost is None or not self.sees_money(cost.sources):
            return None
        if self.sees(cost.account_sources):
            return cost
        named, *_ = cost.account_sources
        shown = tuple(cell for cell in cost.account_sources if self.sees([cell]))
        account = cost.account if named in shown else ""
        return replace(cost, account=account, category="", account_sources=shown if account else ())

    def sees_money(self, sources: Iterable[Cell]) -> bool:
        """Whether a figure may be shown here.

        A figure that does not say where it comes from is shown only where nothing is kept back:
        it may come from anywhere.
        """
        cells = tuple(sources)
        return self.sees(cells) if cells else not self.forbidden
