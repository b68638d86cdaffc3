"""The cost report: each account's figures by the trade's rules, and the sums they add up to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from model.cell import Cell
from model.money import ZERO
from model.production import Production, Thresholds
from model.table import Place, Table, merge
from transforms.figures import add_up, explanation_wanted, figures_of
from transforms.people import fold
from transforms.purchase_orders import Posted, posted
from transforms.records import Record, records
from transforms.results import (
    AccountLine,
    Category,
    CostReport,
    EfcRule,
    Figures,
    Section,
)
from transforms.sections import section_of

NOT_IN_BUDGET = "Not in the budget"
"""The category of accounts that cost something and have no line in the budget."""

_Group = tuple[str, str, Section]


def cost_report(
    budgets: Sequence[Table], logs: Sequence[Table], production: Production
) -> CostReport | None:
    """Work the cost report out from the budget and the purchase order logs.

    Actuals and commitments are the budget's own where it has such columns, else the log's. A row
    that could not be read is in no sum, and is listed. ``None`` without a budget.
    """
    if not budgets:
        return None
    budget = merge(budgets)
    costs = posted(merge(logs)) if logs else {}
    groups = _budgeted(budget, costs, production)
    groups |= _unbudgeted(budget, costs, production)
    categories = tuple(
        _category(group, lines, production.thresholds) for group, lines in groups.items()
    )
    sections = {
        section: figures
        for section in Section
        if (figures := _section(section, categories)) is not None
    }
    return CostReport(
        categories=categories,
        sections=sections,
        grand=add_up(category.figures for category in categories),
        contingency_left=_contingency_left(sections),
        rows_not_totalled=_not_totalled([*budgets, *(logs if _asks_the_log(budget) else ())]),
    )


def _budgeted(
    budget: Table, costs: Mapping[str, Posted], production: Production
) -> dict[_Group, list[AccountLine]]:
    """The budget's lines by category, in the sheet's order. The log's costs go to an account's
    first line, once."""
    groups: dict[_Group, list[AccountLine]] = {}
    left = dict(costs)
    for label, record in records(budget.frame):
        account = _text(record, "account")
        line = _line(
            label, record, budget, left.pop(account, None) if account else None, production
        )
        groups.setdefault(_group(record), []).append(line)
    return groups


def _unbudgeted(
    budget: Table, costs: Mapping[str, Posted], production: Production
) -> dict[_Group, list[AccountLine]]:
    """Accounts that the log names and the budget lacks: never dropped."""
    known = {_text(record, "account") for _, record in records(budget.frame)}
    lines = [
        _unbudgeted_line(account, costs[account], production)
        for account in sorted(costs)
        if account and account not in known and (costs[account].invoiced or costs[account].open)
    ]
    return {("", NOT_IN_BUDGET, Section.OTHER): lines} if lines else {}


def _unbudgeted_line(account: str, cost: Posted, production: Production) -> AccountLine:
    spent = cost.invoiced + cost.open
    figures = Figures(
        original=ZERO,
        approved=ZERO,
        revised=ZERO,
        actual_period=None,
        actual=cost.invoiced,
        commitments=cost.open,
        total_cost=spent,
        etc=ZERO,
        efc=spent,
        variance=-spent,
    )
    return AccountLine(
        account=account,
        description="",
        figures=figures,
        efc_rule=EfcRule.AT_LEAST_BUDGET,
        at=cost.orders[0].account_cell,
        sources={"actual": tuple(cost.invoiced_cells), "commitments": tuple(cost.open_cells)},
        explanation_wanted=explanation_wanted(figures, production.thresholds),
        budgeted=False,
    )


def _line(
    label: int, record: Record, budget: Table, cost: Posted | None, production: Production
) -> AccountLine:
    """One line of the budget, with where its figures come from."""
    place = _place(budget, record)
    account = _text(record, "account")
    given = {name: record.get(name) for name in _MONEY}
    sources: dict[str, tuple[Cell, ...]] = {
        name: (budget.cell(label, field),)
        for name, field in _SOURCES.items()
        if record.get(field) is not None
    }
    for name, field, figure, cells in _from_log(place, cost):
        given[field] = figure
        sources[name] = cells
    figures, rule = figures_of(given, closed=account in production.closed_accounts)
    return AccountLine(
        account=account,
        description=_text(record, "description"),
        figures=figures,
        efc_rule=rule,
        at=budget.cell(label, "account"),
        sources=sources,
        explanation_wanted=explanation_wanted(figures, production.thresholds),
        sheet_notes=_text(record, "notes"),
    )


_SOURCES = {
    "original": "budget",
    "approved": "approved_changes",
    "revised": "revised_budget",
    "actual_period": "actual_period",
    "actual": "actual_to_date",
    "commitments": "commitments",
    "total_cost": "total_cost",
    "etc": "etc",
    "efc": "efc",
    "variance": "variance",
}
"""Our figure's name -> the budget's field."""
_MONEY = tuple(_SOURCES.values())


def _from_log(
    place: Place, cost: Posted | None
) -> list[tuple[str, str, Decimal, tuple[Cell, ...]]]:
    """What the log adds to a line: only figures that the line's own tab has no column for.

    A tab that gives a total cost has both in it, so that the log would count them twice.
    """
    if cost is None or "total_cost" in place.columns:
        return []
    found = [
        ("actual", "actual_to_date", cost.invoiced, tuple(cost.invoiced_cells)),
        ("commitments", "commitments", cost.open, tuple(cost.open_cells)),
    ]
    return [entry for entry in found if entry[1] not in place.columns]


def _category(group: _Group, lines: Sequence[AccountLine], thresholds: Thresholds) -> Category:
    code, name, section = group
    figures = add_up(line.figures for line in lines)
    wanted = explanation_wanted(figures, thresholds)
    return Category(code, name, section, tuple(lines), figures, wanted)


def _group(record: Record) -> _Group:
    """The category that a line is in, by the sheet's own words; lines without one by section."""
    code, name = _text(record, "category_code"), _text(record, "category")
    contingency = _is_contingency(record)
    section = section_of(
        record.get("section"), (code, _text(record, "account")), contingency=contingency
    )
    if contingency:
        return "", section.value, section
    return code, name or section.value, section


def _is_contingency(record: Record) -> bool:
    """Whether a line is the contingency, and not an account that has the word in its name."""
    described = fold(record.get("description"))
    return (
        "contingency" in fold(record.get("category")).split()
        or described.startswith("contingency")
        or (bool(record.get("special")) and "contingency" in described.split())
    )


def _section(section: Section, categories: Sequence[Category]) -> Figures | None:
    parts = [category.figures for category in categories if category.section is section]
    return add_up(parts) if parts else None


def _contingency_left(sections: Mapping[Section, Figures]) -> Decimal | None:
    """Contingency's revised budget less what went against it."""
    contingency = sections.get(Section.CONTINGENCY)
    return contingency.revised - contingency.total_cost if contingency else None


def _asks_the_log(budget: Table) -> bool:
    """Whether any of the budget's tabs leaves a cost to the purchase order log."""
    return any(
        "total_cost" not in place.columns
        and not {"actual_to_date", "commitments"} <= set(place.columns)
        for place in budget.places
    )


def _not_totalled(tables: Sequence[Table]) -> tuple[Cell, ...]:
    """The tables' rows that could not be read."""
    return tuple(
        Cell(table.place.tab, row, min(table.place.columns.values(), default=1), table.place.book)
        for table in tables
        for row in table.excluded.get("unreadable", ())
    )


def _place(table: Table, record: Record) -> Place:
    """The tab that a record comes from."""
    return table.places[int(record["place"])] if len(table.places) > 1 else table.place


def _text(record: Record, field: str) -> str:
    return str(record.get(field) or "").strip()
