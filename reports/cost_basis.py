"""Where the cost report's costs come from, in words: which sheets, which period, which budget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model.money import spoken
from model.production import Accruals, Production
from model.report import Entry, Line, LineStyle
from reports import words
from reports.entries import from_cells, note, one_a_tab, spacer
from reports.other_currencies import unconverted
from reports.withheld import cost_cells
from transforms.costs.basis import spoken_sheets
from transforms.costs.lines import Basis, CostReport, Level

LEVELS: Mapping[str, str] = {
    "budget_topsheet": "Topsheet",
    "budget": "Accounts",
    "budget_detail": "Detail",
}
"""A level of the budget, as the page names it."""


def preamble(report: CostReport, production: Production) -> Iterator[Line]:
    """What a reader must know before the figures, a sentence a line."""
    cells = one_a_tab(cost_cells(report))
    for number, text in enumerate(sentences(report, production), 1):
        yield note(f"basis-{number}", "account", text, cells)


def sentences(report: CostReport, production: Production) -> Iterator[str]:
    """Which sheets gave which figure, and what is in none."""
    basis, currency = report.basis, production.currency
    if basis.actual or basis.orders:
        own = not {"actual", "commitments"} & report.from_costs
        said = [_own(basis)] if own else [_actual(report), _commitments(report, currency)]
        yield " ".join(filter(None, said))
    if "actual_period" in report.from_costs and basis.period is not None:
        text = f"Actual this period: {words.span(*basis.period)}"
        if basis.undated:
            text += f"; {spoken(basis.undated, currency)} of the actual bear no date"
            text += ", and are in no period"
        yield f"{text}."
    if basis.balance_accounts and "actual" in report.from_costs:
        codes = words.listed([code or "none" for code in basis.balance_accounts])
        yield (
            f"The ledger keeps both sides: its accounts that the budget lacks ({codes}) are taken "
            "for cash and payables, and are in no line."
        )
    yield from unconverted(report)
    if len(report.levels) > 1:
        yield _taken(report.levels)


def _own(basis: Basis) -> str:
    """Both from the budget, and what they are held to."""
    kinds = dict.fromkeys((*basis.actual, *(("purchase_orders",) if basis.orders else ())))
    sheets = spoken_sheets(tuple(kinds))
    return f"Actual to date and commitments are the budget's own, compared with {sheets}."


def _actual(report: CostReport) -> str:
    """What the actual is, and what it is not added to."""
    basis = report.basis
    sheets = spoken_sheets(basis.actual)
    if "actual" not in report.from_costs:
        if not sheets:
            return ""
        return f"Actual to date is the budget's own column, compared with {sheets}."
    if basis.explaining:
        explain = spoken_sheets(basis.explaining)
        return f"Actual to date is the ledger; {explain} explain it and are not added again."
    return f"Actual to date is {sheets}." if sheets else "No sheet says what was spent."


def _commitments(report: CostReport, currency: str) -> str:
    """What the commitments are, and where accruals stand."""
    basis = report.basis
    if not basis.orders:
        return ""
    if "commitments" not in report.from_costs:
        return "Commitments are the budget's own column, compared with the order log."
    text = "Commitments are the open part of orders"
    if not basis.accrued:
        return f"{text}."
    amount = spoken(basis.accrued, currency)
    return f"{text}; {amount} accrued (incurred, not posted) stand in {_where(basis)}."


def _where(basis: Basis) -> str:
    here = basis.accruals is Accruals.IN_COMMITMENTS
    return "Commitments" if here else "Actual to Date"


def _taken(levels: tuple[Level, ...]) -> str:
    """Which level of the budget counts, and why."""
    (chosen,) = (level for level in levels if level.taken)
    tabs = words.listed(list(dict.fromkeys(cell.tab for cell in chosen.cells)))
    return (
        f"The budget is kept on {len(levels)} levels. Counted: {LEVELS[chosen.kind]} ({tabs}), "
        f"since {chosen.why}. All are compared at the foot of the page, "
        "and line by line in Data Issues."
    )


def levels(report: CostReport) -> list[Line]:
    """Each level of the budget with its sum and what it differs by; nothing where there is one."""
    if len(report.levels) < 2:
        return []
    (chosen,) = (level for level in report.levels if level.taken)
    banner = Line("levels", {"account": Entry("Levels of the budget")}, LineStyle.BANNER)
    return [spacer("levels"), banner, *(_level(each, chosen) for each in report.levels)]


def _level(level: Level, chosen: Level) -> Line:
    tabs = words.listed(list(dict.fromkeys(cell.tab for cell in level.cells)))
    off = level.budget - chosen.budget
    if level.taken:
        said = "counted"
    elif off:
        said = f"{abs(off):,.2f} {'more' if off > 0 else 'less'} than what is counted"
    else:
        said = "adds up to the same"
    return Line(
        f"level:{level.kind}",
        {
            "account": Entry(LEVELS[level.kind]),
            "description": from_cells(f"{tabs}: {said}", *level.cells),
            "original": from_cells(level.budget, *level.cells),
        },
    )
