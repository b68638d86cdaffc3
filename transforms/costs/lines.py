"""The cost report as it is computed: accounts, categories, totals, and what they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from model.cell import Cell
from model.money import ZERO
from model.production import Accruals, Rate
from model.trail import Trail


class EfcRule(StrEnum):
    """Which rule produced an account's EFC; each figure says so."""

    ETC_GIVEN = "total cost + the sheet's ETC"
    EFC_GIVEN = "the sheet's EFC"
    CLOSED = "account closed: total cost"
    AT_LEAST_BUDGET = "the larger of revised budget and total cost"


class Section(StrEnum):
    """The parts of a budget, in the order in which they are totalled."""

    ABOVE_THE_LINE = "Above the Line"
    PRODUCTION = "Production"
    POST = "Post Production"
    OTHER = "Other"
    CONTINGENCY = "Contingency"


@dataclass(frozen=True, slots=True)
class Figures:
    """The cost report's columns, for one account or the sum of several. Major units, exact.

    ``variance`` is always revised budget less EFC (an over is negative); which way round it is
    shown is the report's business. ``None`` where the sheets do not say.
    """

    original: Decimal
    approved: Decimal
    revised: Decimal
    actual_period: Decimal | None
    actual: Decimal
    commitments: Decimal
    total_cost: Decimal
    etc: Decimal
    efc: Decimal
    variance: Decimal

    @property
    def percent_used(self) -> Decimal | None:
        """Total cost as a fraction of the revised budget; ``None`` where there is no budget."""
        return self.total_cost / self.revised if self.revised else None


@dataclass(frozen=True, slots=True)
class Abroad:
    """What an account's figure ("actual", "commitments", "original") holds in another currency.

    ``converted`` is in the production's, by ``rate``, and part of the figure; both are ``None``
    where the settings have no rate: then the amount is in no figure.
    """

    figure: str
    currency: str
    amount: Decimal
    converted: Decimal | None
    rate: Rate | None
    cells: Trail


@dataclass(frozen=True, slots=True)
class Basis:
    """Which sheets the costs come from, so that none counts twice."""

    actual: tuple[str, ...] = ()
    """The kinds of sheet whose postings are the actual."""
    explaining: tuple[str, ...] = ()
    """Kinds whose postings are in those of ``actual`` already, and are not added."""
    orders: bool = False
    """Whether there is a log of orders, whose open part is the commitments."""
    accruals: Accruals = Accruals.IN_COMMITMENTS
    accrued: Decimal = ZERO
    """Costs that are incurred and not posted."""
    accrued_cells: Trail = field(default_factory=Trail)
    period: tuple[date, date] | None = None
    """The days of "actual this period"; ``None`` where no posting bears a date."""
    undated: Decimal = ZERO
    """Actual costs without a date, which are in no period."""
    undated_cells: Trail = field(default_factory=Trail)
    balance_accounts: tuple[str, ...] = ()
    """Accounts of a double-entry ledger that the budget lacks: taken for no costs."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account of the cost report, with the cells that its figures come from."""

    account: str
    description: str
    figures: Figures
    efc_rule: EfcRule
    at: Cell
    """The account's line in the budget (or the first cost that names it, where unbudgeted)."""
    sources: Mapping[str, Sequence[Cell]] = field(default_factory=dict)
    """A figure's name -> its cells."""
    abroad: tuple[Abroad, ...] = ()
    """What its figures hold, or leave out, in other currencies."""
    explanation_wanted: bool = False
    budgeted: bool = True
    sheet_notes: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """A category of accounts ("2200 Set Design"), with its sum."""

    code: str
    name: str
    section: Section
    accounts: tuple[AccountLine, ...]
    figures: Figures
    explanation_wanted: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the budget as the sheets have it; ``kind`` is that of its tabs.

    ``budget`` is the sum of its lines. ``why`` says why it is the one that was taken.
    """

    kind: str
    budget: Decimal
    taken: bool
    why: str
    cells: tuple[Cell, ...]
    """The first cell of each of its tabs."""


@dataclass(frozen=True, slots=True)
class CostReport:
    """The cost report: categories in the budget's own order, and the totals they add up to."""

    categories: tuple[Category, ...]
    sections: Mapping[Section, Figures]
    grand: Figures
    contingency_left: Decimal | None
    """Contingency's revised budget less what went against it; ``None`` without such a line."""
    rows_not_totalled: tuple[Cell, ...] = ()
    """Rows with errors, left out of every sum."""
    levels: tuple[Level, ...] = ()
    """The budget's levels, from the top; one of them was taken."""
    basis: Basis = field(default_factory=Basis)
    """What the costs come from, where the budget itself has no column for them."""
    from_costs: frozenset[str] = frozenset()
    """The figures that some line has from there: "actual", "actual_period", "commitments"."""
