"""The Budget tab: a cost report as a production accountant keeps it, formulas and all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from saltglass import calendar, figures
from saltglass.figures import Account, Category
from saltglass.layout import Layout
from saltglass.page import MONEY, VARIANCE, Formula, Look, Page, Value, add_page

TAB = "Budget"
WRONG_TOTAL = ("2700", Decimal(12500))
"""The category whose original budget was typed over, and by how much it is too high."""
OVER = ("2803", "3002")
"""Accounts whose EFC is past both thresholds."""
NUMBER_CODES = frozenset({"2103", "3101", "3603"})
"""Accounts whose code somebody typed as a number."""
TRAILING = frozenset({"2203", "4402"})
DASHES = frozenset({"2004", "3402", "4701"})
"""Accounts where a lone dash stands for no approved change."""

COLUMNS = {
    "account": 1,
    "description": 2,
    "budget": 4,
    "approved_changes": 5,
    "revised_budget": 6,
    "actual_period": 7,
    "actual_to_date": 8,
    "commitments": 9,
    "total_cost": 10,
    "etc": 11,
    "efc": 12,
    "variance": 13,
    "notes": 14,
}
LAST_PERIOD = 15
"""Hidden: last period's EFC, kept from week to week."""
_MONEY_FIELDS = tuple(list(COLUMNS)[2:-1])
_HEADINGS = {
    1: "Acct",
    2: "Description",
    4: "Original Budget",
    5: "Approved Changes",
    6: "Revised Budget",
    7: "Actual This Period",
    8: "Actual to Date",
    9: "Commitments",
    10: "Total Cost",
    11: "ETC",
    12: "EFC",
    13: "(Over)/Under",
    14: "Notes",
    15: "Last Period EFC",
}
_TIERS = (("BUDGET", 4, 6), ("COST TO DATE", 7, 10), ("FORECAST", 11, 13))
_OF: dict[str, Callable[[Account], Decimal]] = {
    "budget": lambda a: a.original,
    "approved_changes": lambda a: a.approved,
    "revised_budget": lambda a: a.revised,
    "actual_period": lambda a: a.period,
    "actual_to_date": lambda a: a.actual,
    "commitments": lambda a: a.commitments,
    "total_cost": lambda a: a.total_cost,
    "etc": lambda a: a.etc,
    "efc": lambda a: a.efc,
    "variance": lambda a: a.variance,
}
_FORMULAS = {
    "revised_budget": "=SUM(D{row}:E{row})",
    "total_cost": "=H{row}+I{row}",
    "efc": "=J{row}+K{row}",
    "variance": "=F{row}-L{row}",
}
_NOTE = Look(italic=True, color="5F6368", align="left", indent=1)
_INK, _PALE, _MID = "1F3A4D", "E8EEF2", "CFDAE2"


@dataclass(slots=True)
class _Writer:
    """The tab in the making: the next row, and where sums stand."""

    page: Page
    layout: Layout
    row: int = 1
    section_rows: list[int] = field(default_factory=list)
    ranges: list[tuple[int, int]] = field(default_factory=list)
    """The account rows of the section being written."""
    lines: list[Account] = field(default_factory=list)
    everything: list[Account] = field(default_factory=list)


def write(workbook: Workbook) -> tuple[Page, Layout]:
    """Write the Budget tab."""
    page = add_page(workbook, TAB, "1F3A4D")
    layout = Layout(TAB, "budget", columns=COLUMNS, other_columns={"Last Period EFC": LAST_PERIOD})
    writer = _Writer(page, layout)
    _front_matter(writer)
    for section, categories in figures.sections().items():
        _section(writer, section, categories)
    _foot(writer)
    _shape(writer)
    return page, layout


def _front_matter(writer: _Writer) -> None:
    """Title and key/value rows, then the two-tier heading."""
    page = writer.page
    page.put(1, 1, calendar.TITLE.upper(), Look(bold=True, size=16, color=_INK))
    page.put(2, 1, "WEEKLY COST REPORT No. 2", Look(bold=True, size=11, color=_INK))
    page.sheet.merge_cells("A1:F1")
    page.sheet.merge_cells("A2:F2")
    key, value = Look(color="5F6368"), Look(bold=True)
    facts: tuple[tuple[str, str, str, Value], ...] = (
        ("Company:", calendar.COMPANY, "Period ending:", calendar.COST_DATE),
        ("Prepared by:", "Production Accounting", "Currency:", "USD"),
    )
    for row, (left, text, right, figure) in enumerate(facts, start=3):
        page.put(row, 1, left, key)
        page.put(row, 2, text, value)
        page.put(row, 8, right, key)
        page.put(row, 10, figure, Look(bold=True, format="mm/dd/yyyy", align="left"))
    tier = Look(bold=True, color="FFFFFF", fill=_INK, align="center")
    for col in range(1, LAST_PERIOD + 1):
        page.put(6, col, None, tier)
        page.put(7, col, _HEADINGS.get(col), Look(bold=True, fill=_MID, align="center", wrap=True))
    for text, first, last in _TIERS:
        page.put(6, first, text, tier)
        page.sheet.merge_cells(start_row=6, start_column=first, end_row=6, end_column=last)
    writer.layout.header_rows = (6, 7)
    writer.row = 8


def _section(writer: _Writer, section: str, categories: Sequence[Category]) -> None:
    """A section: its banner, its categories, its total."""
    writer.ranges, writer.lines = [], []
    _banner(writer, section, Look(bold=True, size=10, color="FFFFFF", fill=_INK))
    for category in categories:
        _category(writer, category)
    look = Look(bold=True, fill=_MID, line="medium", format=MONEY)
    writer.section_rows.append(writer.row)
    _total(writer, f"TOTAL {section}", writer.lines, writer.ranges, look)
    writer.everything += writer.lines
    _blank(writer)


def _category(writer: _Writer, category: Category) -> None:
    _banner(
        writer,
        f"{category.code}  {category.name}",
        Look(bold=True, color=_INK, fill=_PALE),
    )
    first = writer.row
    for account in category.accounts:
        _account(writer, account)
    writer.ranges.append((first, writer.row - 1))
    writer.lines += category.accounts
    look = Look(bold=True, line="thin", format=MONEY)
    stated_row = writer.row
    label = (
        f"Total {category.name.title().replace('Atl ', 'ATL ')}"
        if category.code < "3000"
        else f"Total {category.code}"
    )
    writer.layout.rows[f"Total {category.code}"] = stated_row
    _total(writer, label, category.accounts, [(first, writer.row - 1)], look)
    if category.code == WRONG_TOTAL[0]:
        wrong = sum((a.original for a in category.accounts), WRONG_TOTAL[1])
        name = writer.page.put(stated_row, COLUMNS["budget"], wrong, look)
        del writer.page.cached[name]
    if category.code == "3000":
        note = "Note: ONDINE hull repair under survey; insurer's share not yet taken into the EFC."
        writer.page.put(writer.row, 2, note, Look(italic=True, color="80868B"))
        writer.layout.excluded["note"].append(writer.row)
        writer.row += 1
    _blank(writer)


def _account(writer: _Writer, account: Account) -> None:
    """One account's line: figures typed, sums as formulas."""
    page, row = writer.page, writer.row
    code: str | int = account.code
    if account.code in NUMBER_CODES:
        code = int(account.code)
    elif account.code in TRAILING:
        code = account.code + " "
    description = (
        account.description.replace(" & ", "\u00a0& ") if row % 9 == 0 else (account.description)
    )
    page.put(row, 1, code, Look(format="@" if isinstance(code, str) else "0", align="left"))
    page.put(row, 2, description, Look())
    for name in _MONEY_FIELDS:
        amount = _OF[name](account)
        value: Formula | Decimal | str = amount
        if name in _FORMULAS:
            value = Formula(_FORMULAS[name].format(row=row), amount)
        elif name == "approved_changes" and account.code in DASHES:
            value = "-"
        shown = VARIANCE if name == "variance" else MONEY
        page.put(row, COLUMNS[name], value, Look(format=shown, align="right"))
        writer.layout.totals[name] += amount
    page.put(row, COLUMNS["notes"], account.notes or None, _NOTE)
    page.put(row, LAST_PERIOD, account.revised, Look(format=MONEY, color="9AA0A6"))
    writer.layout.rows[account.code] = row
    writer.layout.records.append(row)
    writer.row += 1


def _total(
    writer: _Writer,
    label: str,
    accounts: Sequence[Account],
    ranges: Sequence[tuple[int, int]],
    look: Look,
) -> None:
    """A row of live sums over one or several runs of account rows."""
    page, row = writer.page, writer.row
    for col in range(1, COLUMNS["notes"] + 1):
        page.put(row, col, None, look)
    page.put(row, 2, label, look)
    for name in _MONEY_FIELDS:
        letter = get_column_letter(COLUMNS[name])
        parts = ",".join(f"{letter}{top}:{letter}{bottom}" for top, bottom in ranges)
        amount = sum((_OF[name](account) for account in accounts), Decimal(0))
        shown = replace(look, format=VARIANCE) if name == "variance" else look
        page.put(row, COLUMNS[name], Formula(f"=SUM({parts})", amount), shown)
    writer.layout.excluded["subtotal"].append(row)
    writer.row += 1


def _foot(writer: _Writer) -> None:
    """Contingency, bond and the grand total, below the accounts and without codes of their own."""
    sums = {name: sum((of(a) for a in writer.everything), Decimal(0)) for name, of in _OF.items()}
    special = {name: Decimal(0) for name in _MONEY_FIELDS}
    sections = "+".join(f"D{row}" for row in writer.section_rows)
    first = writer.row
    for label, share, spent in (
        ("CONTINGENCY (10%)", "0.1", Decimal(0)),
        ("COMPLETION BOND (2.2%)", "0.022", Decimal("0.5")),
    ):
        amount = (sums["budget"] * Decimal(share)).quantize(Decimal(1), ROUND_HALF_UP)
        paid = (amount * spent).quantize(Decimal(1), ROUND_HALF_UP)
        _special(writer, label, Formula(f"=ROUND({share}*({sections}),0)", amount), paid, special)
    look = Look(bold=True, size=10, color="FFFFFF", fill=_INK, line="double", format=MONEY)
    page, row = writer.page, writer.row + 1
    writer.layout.excluded["blank"].append(writer.row)
    for col in range(1, COLUMNS["notes"] + 1):
        page.put(row, col, None, look)
    page.put(row, 2, "GRAND TOTAL", look)
    for name in _MONEY_FIELDS:
        letter = get_column_letter(COLUMNS[name])
        rows = [*writer.section_rows, *range(first, writer.row)]
        text = "=" + "+".join(f"{letter}{place}" for place in rows)
        page.put(row, COLUMNS[name], Formula(text, sums[name] + special[name]), look)
    writer.layout.excluded["subtotal"].append(row)
    writer.layout.rows["Grand total"] = row
    writer.row = row + 1


def _special(
    writer: _Writer, label: str, budget: Formula, paid: Decimal, special: dict[str, Decimal]
) -> None:
    """A line that stands outside the accounts, spent to ``paid`` and expected to be used up."""
    page, row = writer.page, writer.row
    look = Look(bold=True, fill=_PALE, format=MONEY)
    amounts = {
        "budget": budget.value,
        "approved_changes": Decimal(0),
        "revised_budget": budget.value,
        "actual_period": Decimal(0),
        "actual_to_date": paid,
        "commitments": Decimal(0),
        "total_cost": paid,
        "etc": budget.value - paid,
        "efc": budget.value,
        "variance": Decimal(0),
    }
    for col in range(1, COLUMNS["notes"] + 1):
        page.put(row, col, None, look)
    page.put(row, 2, label, look)
    for name, amount in amounts.items():
        value: Formula | Decimal = amount
        if name == "budget":
            value = budget
        elif name == "etc":
            value = Formula(f"=F{row}-J{row}", amount)
        elif name in _FORMULAS:
            value = Formula(_FORMULAS[name].format(row=row), amount)
        page.put(row, COLUMNS[name], value, look)
        special[name] += amount
        writer.layout.special_totals[name] += amount
    writer.layout.excluded["special"].append(row)
    writer.row += 1


def _banner(writer: _Writer, text: str, look: Look) -> None:
    for col in range(1, COLUMNS["notes"] + 1):
        writer.page.put(writer.row, col, None, look)
    writer.page.put(writer.row, 1, text, look)
    writer.layout.excluded["banner"].append(writer.row)
    writer.row += 1


def _blank(writer: _Writer) -> None:
    writer.layout.excluded["blank"].append(writer.row)
    writer.row += 1


def _shape(writer: _Writer) -> None:
    """Widths, the frozen heading, the hidden column, the printed page."""
    page = writer.page
    page.widths([10, 31, 1.5, 12, 11, 12, 12, 12, 12, 12, 12, 12, 12, 46, 13])
    page.sheet.column_dimensions["O"].hidden = True
    page.sheet.row_dimensions[7].height = 26
    page.sheet.freeze_panes = "D8"
    page.print_landscape("6:7")
