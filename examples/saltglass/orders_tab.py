"""The PO Log tab: purchase orders by date, with the faults that such logs have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from openpyxl.workbook import Workbook

from saltglass import calendar, figures
from saltglass.figures import Order
from saltglass.layout import Layout
from saltglass.page import CENTS, US_DATE, Formula, Look, Page, Value, add_page

TAB = "PO Log"
COLUMNS = {
    "po_number": 1,
    "date": 2,
    "vendor": 3,
    "account": 4,
    "description": 5,
    "amount": 6,
    "invoiced": 7,
    "status": 9,
}
OTHER = {"Open": 8, "Requested By": 10}
_HEADINGS = (
    "PO #",
    "Date",
    "Vendor",
    "Acct",
    "Description",
    "Amount",
    "Invoiced",
    "Open",
    "Status",
    "Requested By",
)
UNKNOWN_ACCOUNT = "2905"
TEXT_AMOUNT = "Main lighting package"
"""The description of the order whose amount was typed as text."""
_INK = "8D4B00"
_WHO = ("B. Hathersby", "C. Oakhanger", "G. Pinchbeck", "Art Dept.", "Transpo", "Locations")


@dataclass(frozen=True, slots=True)
class Fault:
    """An order that is not as it should be; ``key`` finds its row."""

    key: str
    order: Order
    amount: Value
    """What stands in the amount's cell."""
    counts: bool = True
    struck: bool = False


FAULTS = (
    Fault(
        "unknown account",
        Order(
            UNKNOWN_ACCOUNT,
            "Selvage & Thrum",
            "Ageing and dyeing, storm multiples",
            Decimal("3860.25"),
            Decimal(0),
            date(2026, 3, 6),
        ),
        Decimal("3860.25"),
    ),
    Fault(
        "no account",
        Order(
            "",
            "Ferrous & Daughters",
            "Gantry safety rail (who ordered?)",
            Decimal(1275),
            Decimal(0),
            date(2026, 3, 11),
        ),
        Decimal(1275),
    ),
    Fault(
        "error",
        Order(
            "3602",
            "Harrow Point Harbor Trust",
            "Night mooring, per survey sheet",
            Decimal(0),
            Decimal(0),
            date(2026, 3, 12),
        ),
        "#REF!",
        counts=False,
    ),
    Fault(
        "credit",
        Order(
            "2903",
            "Selvage & Thrum",
            "Credit, returned oilskins",
            Decimal(-350),
            Decimal(-350),
            date(2026, 3, 9),
        ),
        "(350.00)",
    ),
    Fault(
        "cancelled",
        Order(
            "3002",
            "Ondine Marine Hire",
            "Second lantern boat (cancelled)",
            Decimal("22640.00"),
            Decimal(0),
            date(2026, 2, 19),
        ),
        Decimal("22640.00"),
        counts=False,
        struck=True,
    ),
)


def write(workbook: Workbook) -> tuple[Page, Layout]:
    """Write the PO Log tab."""
    page = add_page(workbook, TAB, _INK)
    layout = Layout(TAB, "purchase_orders", header_rows=(4,), columns=COLUMNS, other_columns=OTHER)
    page.put(
        1, 1, f"{calendar.TITLE.upper()}  -  PURCHASE ORDER LOG", Look(True, size=14, color=_INK)
    )
    page.sheet.merge_cells("A1:F1")
    page.put(2, 1, f"{calendar.COMPANY}, through 03/14/26", Look(color="5F6368"))
    look = Look(bold=True, color="FFFFFF", fill=_INK, align="center", line="box")
    page.row(4, _HEADINGS, look)
    lines = numbered()
    row = 5
    for place, (number, line) in enumerate(lines.items()):
        if place == len(lines) // 2:
            layout.excluded["blank"].append(row)
            row += 1
        _order(page, row, number, line)
        page.put(row, 10, _WHO[place % len(_WHO)], Look())
        _count(layout, row, number, line)
        row += 1
    page.widths([10, 10, 29, 7, 39, 13, 13, 13, 11, 15])
    page.sheet.freeze_panes = "A5"
    page.print_landscape("4:4")
    return page, layout


def numbered() -> dict[str, Fault]:
    """PO number -> the order and how it was entered, faulty ones among the others, by date."""
    plain = [Fault("", order, _typed(order)) for order in figures.orders()]
    lines = sorted([*plain, *FAULTS], key=lambda line: (line.order.date, line.key))
    return {f"SG-{number}": line for number, line in enumerate(lines, start=1001)}


def _typed(order: Order) -> Value:
    return f"${order.amount:,.2f}" if order.description == TEXT_AMOUNT else order.amount


def _order(page: Page, row: int, number: str, line: Fault) -> None:
    order = line.order
    color = "9AA0A6" if line.struck else "202124"
    text = Look(strike=line.struck, color=color)
    money = replace(text, format=CENTS, align="right")
    page.put(row, 1, number, text)
    page.put(row, 2, order.date, replace(text, format=US_DATE, align="center"))
    page.put(row, 3, order.vendor, text)
    page.put(row, 4, order.account or None, replace(text, format="@", align="center"))
    page.put(row, 5, order.description, text)
    page.put(row, 6, line.amount, money)
    page.put(row, 7, order.invoiced, money)
    if not isinstance(line.amount, str):
        page.put(row, 8, Formula(f"=F{row}-G{row}", order.open), money)
    page.put(row, 9, _status(line), replace(text, align="center"))


def _status(line: Fault) -> str:
    if line.struck:
        return "Cancelled"
    if not line.order.invoiced:
        return "Open"
    return "Partial" if line.order.open else "Closed"


def _count(layout: Layout, row: int, number: str, line: Fault) -> None:
    """Note the row as a record, or why it is none."""
    if line.struck:
        layout.excluded["struck"].append(row)
        return
    if not line.counts:
        layout.excluded["unreadable"].append(row)
    layout.records.append(row)
    if line.counts:
        layout.totals["amount"] += line.order.amount
        layout.totals["invoiced"] += line.order.invoiced
    layout.rows[number] = row
    layout.rows[line.key or line.order.description] = row
