"""The detail of a budget: so many, of what, at which rate. Read, but in no sum of accounts."""

from __future__ import annotations

import re

from model.issue import Issue
from model.table import Table
from schemas.budget import film as budget_film
from schemas.budget import table as budget_table
from schemas.budget.columns import detail_settle
from schemas.budget.columns.detail_fields import FIELDS
from schemas.budget.totals import detail_checks as budget_detail_checks
from schemas.budget.totals import twice
from schemas.headings import Header, normal
from schemas.kind import Found, Kind
from schemas.sheet import Sheet

_UNFIT = frozenset(("efc", "etc", "commitments", "revised_budget"))
_FORMS = re.compile(r"invoice|quotation|purchase order|rechnung|factura|facture|quote|angebot")


def enough(sheet: Sheet, header: Header) -> bool:
    """A detail has a rate, how many of what, what that comes to, and lines of a film."""
    fields = set(header.columns)
    if sheet.override and sheet.override.kind:
        return "description" in fields and bool(fields & {"budget", "subtotal", "rate"})
    counted = fields & {"quantity", "unit", "times"}
    if not {"rate", "description"} <= fields or not counted or fields & _UNFIT:
        return False
    if not fields & {"subtotal", "budget"} or budget_film.is_of_a_day(sheet, header):
        return False
    titles = [normal(text) for text in budget_film.titles(sheet, header)]
    telling = "times" in fields or any(
        re.search(r"\b(?:budget|detail|kalkulation|devis|presupuesto)\b", text) for text in titles
    )
    if any(_FORMS.search(text) for text in titles):
        telling = False
    return budget_film.is_films(sheet, header, telling=telling)


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a detail's lines; a heading with an account gives it to the lines below."""
    budget = budget_table.read(sheet, found, FIELDS)
    wrong = budget_detail_checks.products(sheet, found, budget.lines)
    wrong += budget_detail_checks.account_totals(sheet, found, budget.lines, wrong)
    again = twice.numbered_twice(sheet, found, budget.lines)
    return budget.table, [*budget.with_wrong(wrong), *again]


KIND = Kind(
    name="budget_detail",
    fields=FIELDS,
    enough=enough,
    read=read,
    titles="budget detail|detail|budget details|line items|detaille|kalkulation",
    settles=detail_settle.settle,
)
