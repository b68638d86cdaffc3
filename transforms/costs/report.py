"""The cost report: each account's figures by the trade's rules, and the sums they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from model.cell import Cell
from model.money import ZERO
from model.production import Production, Thresholds
from model.table import Table
from transforms.costs.budget_lines import FIGURES, BudgetLine, text
from transforms.costs.figures import add_up, explanation_wanted, figures_of
from transforms.costs.lines import (
    AccountLine,
    Basis,
    Category,
    CostReport,
    Figures,
    Level,
    Section,
)
from transforms.costs.roll_up import Cost, Costs
from transforms.costs.sections import section_of
from transforms.people.joining import fold
from transforms.records import Record

NOT_IN_BUDGET = "Not in the budget"
"""The category of accounts that cost something and have no line in the budget."""

NO_ACCOUNT = "No account"
"""The category of costs that name no account."""

_Group = tuple[str, str, Section]
_FROM_COSTS = (
    ("actual_to_date", "actual"),
    ("commitments", "commitments"),
    ("actual_period", "actual_period"),
)
"""The budget's field -> the figure that the journals have for it."""


def cost_report(
    budget: Sequence[BudgetLine],
    levels: tuple[Level, ...],
    costs: Costs,
    production: Production,
    tables: Mapping[str, Sequence[Table]],
) -> CostReport | None:
    """Work the cost report out from the budget's lines and what was spent and ordered.

    Actuals and commitments are the budget's own where it has such columns, else the journals'. A
    row that could not be read is in no sum, and is listed. ``None`` without a budget. ``tables``
    are all sheets of budget and costs, by kind.
    """
    if not levels:
        return None
    groups = _budgeted(budget, costs, production) | _unbudgeted(costs, production)
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
        rows_not_totalled=_not_totalled(_summed(budget, levels, costs, tables)),
        levels=levels,
        basis=costs.basis,
        from_costs=frozenset(figure for own in budget for _, figure in _asked(own, costs.basis)),
    )


def _budgeted(
    budget: Sequence[BudgetLine], costs: Costs, production: Production
) -> dict[_Group, list[AccountLine]]:
    """The budget's lines by category, in the sheet's order. An account's costs go to its first
    line, once."""
    groups: dict[_Group, list[AccountLine]] = {}
    left = dict(costs.lines)
    for own in budget:
        line = _line(own, left.pop(own.account, None), costs.basis, production)
        groups.setdefault(_group(own.record), []).append(line)
    return groups


def _unbudgeted(costs: Costs, production: Production) -> dict[_Group, list[AccountLine]]:
    """Costs on accounts that the budget lacks, and on none: never dropped."""
    dated = costs.basis.period is not None
    unknown = [
        _unbudgeted_line(account, cost, production, dated=dated)
        for account, cost in costs.unknown.items()
    ]
    uncoded = costs.uncoded
    lone = [_unbudgeted_line("", uncoded, production, dated=dated)] if uncoded else []
    groups = {NOT_IN_BUDGET: unknown, NO_ACCOUNT: lone}
    return {("", name, Section.OTHER): lines for name, lines in groups.items() if lines}


def _unbudgeted_line(
    account: str, cost: Cost, production: Production, *, dated: bool
) -> AccountLine:
    given = dict.fromkeys(FIGURES) | {
        "actual_to_date": cost.amount("actual"),
        "commitments": cost.amount("commitments"),
        "actual_period": cost.amount("actual_period") if dated else None,
    }
    figures, rule = figures_of(given, closed=account in production.closed_accounts)
    return AccountLine(
        account=account,
        description="" if account else "Costs that name no account",
        figures=figures,
        efc_rule=rule,
        at=cost.at,
        sources=dict(cost.trails),
        abroad=cost.abroad,
        explanation_wanted=explanation_wanted(figures, production.thresholds),
        budgeted=False,
    )


def _line(own: BudgetLine, cost: Cost | None, basis: Basis, production: Production) -> AccountLine:
    """One line of the budget, with where its figures come from."""
    given = dict(own.given)
    sources: dict[str, Sequence[Cell]] = {FIGURES[name]: cells for name, cells in own.cells.items()}
    abroad = list(own.abroad)
    asked = dict(_asked(own, basis))
    if given["efc"] is not None and asked.keys() & {"actual_to_date", "commitments"}:
        given["etc"] = None  # the sheet's ETC goes with the costs that it has itself
    for field, figure in asked.items():
        given[field] = cost.amount(figure) if cost else ZERO
        if cost and cost.trail(figure):
            sources[figure] = cost.trail(figure)
        abroad += [other for other in cost.abroad if other.figure == figure] if cost else ()
    figures, rule = figures_of(given, closed=own.account in production.closed_accounts)
    return AccountLine(
        account=own.account,
        description=own.description,
        figures=figures,
        efc_rule=rule,
        at=own.at,
        sources=sources,
        abroad=tuple(abroad),
        explanation_wanted=explanation_wanted(figures, production.thresholds),
        sheet_notes=text(own.record, "notes"),
    )


def _asked(own: BudgetLine, basis: Basis) -> Iterator[tuple[str, str]]:
    """The figures that the journals give a line: only those that its own tab has no column for.

    A tab that gives a total cost has both in it, so that the journals would count them twice. The
    period's cost is the journals' where the actual is, or where there is a ledger.
    """
    spent = "total_cost" not in own.columns and "actual_to_date" not in own.columns
    for field, figure in _FROM_COSTS:
        if field in own.columns:
            continue
        if field == "actual_period":
            if basis.period is not None and (spent or "ledger" in basis.actual):
                yield field, figure
        elif "total_cost" not in own.columns:
            yield field, figure


def _category(group: _Group, lines: Sequence[AccountLine], thresholds: Thresholds) -> Category:
    code, name, section = group
    figures = add_up(line.figures for line in lines)
    wanted = explanation_wanted(figures, thresholds)
    return Category(code, name, section, tuple(lines), figures, wanted)


def _group(record: Record) -> _Group:
    """The category that a line is in, by the sheet's own words; lines without one by section."""
    code, name = text(record, "category_code"), text(record, "category")
    contingency = _is_contingency(record)
    section = section_of(
        record.get("section"), (code, text(record, "account")), contingency=contingency
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


def _summed(
    budget: Sequence[BudgetLine],
    levels: Sequence[Level],
    costs: Costs,
    tables: Mapping[str, Sequence[Table]],
) -> Iterator[Table]:
    """The sheets whose rows the sums are of."""
    for level in levels:
        if level.taken:
            yield from tables[level.kind]
    fields = {field for own in budget for field, _ in _asked(own, costs.basis)}
    if fields or not budget:
        logs = ("purchase_orders",) if costs.basis.orders else ()
        for kind in dict.fromkeys((*costs.basis.actual, *logs)):
            yield from tables.get(kind, ())


def _not_totalled(tables: Iterable[Table]) -> tuple[Cell, ...]:
    """The tables' rows that could not be read."""
    return tuple(
        Cell(table.place.tab, row, min(table.place.columns.values(), default=1), table.place.book)
        for table in tables
        for row in table.excluded.get("unreadable", ())
    )
