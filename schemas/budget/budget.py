"""Budgets and cost reports, by account; and topsheets, which have a line a category."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from model.issue import Issue
from model.table import Table
from schemas.budget import accounts, counted
from schemas.budget import film as budget_film
from schemas.budget import table as budget_table
from schemas.budget.columns import names, settle
from schemas.budget.columns.by_place import says_nothing
from schemas.budget.columns.detail_fields import COUNTING, RATES
from schemas.budget.columns.fields import FIELDS, MONEY
from schemas.budget.columns.settled import below
from schemas.budget.totals import checks as budget_checks
from schemas.budget.totals import parts as budget_parts
from schemas.budget.totals import twice
from schemas.heading_forms import variants
from schemas.headings import Header, normal
from schemas.kind import Found, Kind
from schemas.sheet import Sheet

_TOPSHEET = re.compile(
    r"\b(?:top ?sheet|budget summary|bid summary|"
    r"recap (?:du )?devis|summary budget|summary of (?:\w+ )*(?:costs?|budget)|"
    r"cost (?:report )?summary|recapitulati(?:f|on)|devis recapitulatif|resumen|zusammenstellung|"
    r"zusammenfassung|kostenzusammenstellung|deckblatt|hauptkosten)\b"
)
_SUMMARY = re.compile(
    r"(?:(?:budget|costs?|production|devis|ppto|presupuesto|kosten|film|general|d|v|draft|version|rev|"
    r"old|new|final|copy|alt|neu|ancien|nouveau|\w?\d+|de|du|des|la|le|del) )*"
    r"(?:summary|sommaire|recap|recapitulatif|overview|resumen|resume|synthese|ubersicht|"
    r"kostenubersicht|gesamtubersicht|kurzfassung)"
    r"(?: (?:sommaire|summary|budget|costs?|devis|ppto|presupuesto|d|v|draft|version|rev|old|new|"
    r"final|copy|alt|neu|\w?\d+|de|du|des|la|le|del|general))*"
)
"""What a tab is called that sums a budget up."""
_WEAK = re.compile(
    r"amounts?|amt|totals?|costs?|prices?|values?|balance|paid|outstanding|owing|owed|unpaid|"
    r"payable|spent|expenses?|expenditure|betrag|summe|gesamt|kosten|ausgaben|bezahlt|saldo|netto|"
    r"montants?|cout|depenses?|paye|solde|reste|importes?|monto|valor|coste|costo|pagado|saldo|"
    r"prix(?: \w+)?|preis|precio(?: \w+)?|gesamtpreis|"
    r"estimates?|estimated(?: costs?| amount)?|quote|invoiced|left|over|difference|diff|\\$|"
)
"""Headings that any list of amounts may have."""
_TITLE = re.compile(rf"\b(?:{names.TITLES})\b")
_JOURNAL = re.compile(
    r".*\b(?:date|datum|fecha|vendors?|payee|supplier|merchant|lieferant\w*|kreditor|empfanger|"
    r"fournisseurs?|proveedor\w*|beneficiaire|invoice|rechnung\w*|facture|factura|beleg\w*)\b.*|"
    r"check|cheque|envelope|employee|hours|debit|credit|qty|task|owner|status|start|end|due|"
    r"assignee|client|customer|milestone|sku|po|po #|po number|check #|inv #|"
    r"n piece|piece|soll haben|haben|debe|haber|debito|credito"
)
"""Headings of a journal, an order book, a plan of tasks."""
_LOGS = re.compile(
    r"\b(?:po|pos|po (?:log|list|book|register)|purchase orders?|orders?|bdc|bons? de commande|"
    r"commandes|bestellungen|bestellbuch|pedidos|ordenes de compra|petty cash|payroll|"
    r"caja chica|petite caisse|handkasse|nominas?|lohn(?:liste|journal)?)\b"
)
"""Tabs of what was ordered and spent, line by line."""
_BOTH_SIDES = frozenset(("debit", "credit", "soll", "haben", "debe", "haber"))
"""Headings of a ledger's two sides."""
_MANY = 6
_COSTS = frozenset(("etc", "efc", "actual_to_date", "actual_period", "commitments", "total_cost"))
_DIFFERENCES = frozenset(("variance", "approved_changes"))
"""What says nothing without the amounts that it lies between."""
_OPEN = frozenset(("etc", "commitments"))
"""What is open of each order as well: "Pendiente"."""
_FORECAST = frozenset(("etc", "efc", "revised_budget", "variance", "commitments"))


def enough(sheet: Sheet, header: Header) -> bool:
    """A budget names accounts or descriptions, has a column of money or two, and is a film's.

    One that has the columns of a journal (dates, vendors) must have those of a forecast too, and
    more of it than what is open where it has several.
    """
    fields = header.columns
    money = [name for name in MONEY if name in fields and name not in _DIFFERENCES]
    if not money or not {"account", "description"} & fields.keys():
        return False
    if _is_named_otherwise(sheet) or budget_film.is_of_a_day(sheet, header):
        return False
    if len({normal(heading) for heading in header.others} & _BOTH_SIDES) > 1:
        return False
    journal = sum(_JOURNAL.fullmatch(normal(heading)) is not None for heading in header.others)
    forecast = {name for name in _FORECAST & fields.keys() if _says(header, name)}
    if (journal or _is_detailed(header)) and not forecast:
        return False
    if journal > 1 and forecast <= _OPEN:
        return False
    return budget_film.is_films(sheet, header, telling=_is_telling(sheet, header, money))


def _says(header: Header, name: str) -> bool:
    """Whether a field's heading says anything: one told by its place alone proves nothing."""
    return not says_nothing(header.headings.get(name, ""))


def _is_named_otherwise(sheet: Sheet) -> bool:
    """Whether the tab is called a journal or a log of orders, and no budget."""
    name = normal(sheet.grid.tab)
    return _LOGS.search(name) is not None and _TITLE.search(name) is None


def _is_detailed(header: Header) -> bool:
    """Whether a header has the columns of a detail, which is a kind of its own."""
    others = {wording for heading in header.others for wording, _ in variants(heading)}
    return "description" in header.columns and bool(others & RATES) and bool(others & COUNTING)


def _is_telling(sheet: Sheet, header: Header, money: Sequence[str]) -> bool:
    """Whether a heading or the title speaks of a budget, and not of amounts alone."""
    told = (name for name in money if _says(header, name))
    if any(_WEAK.fullmatch(normal(header.headings.get(name, ""))) is None for name in told):
        return True
    return any(_TITLE.search(normal(text)) for text in budget_film.titles(sheet, header))


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a budget or a topsheet, its lines held to their own arithmetic."""
    budget = budget_table.read(sheet, found, FIELDS)
    wrong = budget_parts.check(sheet, found, budget.lines)
    broken, further = budget_checks.identities(sheet, found, budget.lines)
    further += twice.listed_twice(sheet, found, budget.lines)
    told = budget.with_wrong([*wrong, *broken])
    return counted.told(sheet, found, budget.table), [*told, *further]


def is_topsheet(sheet: Sheet, header: Header) -> bool:
    """Whether a budget is a topsheet by its title or by its heading "Category Description".

    A summary of all accounts ("Resumen por cuentas") is a budget.
    """
    titles = budget_film.titles(sheet, header)
    named = any(_TOPSHEET.search(normal(text)) for text in titles)
    named = named or _SUMMARY.fullmatch(normal(sheet.grid.tab)) is not None
    named = named or normal(header.headings.get("description", "")) == "category description"
    codes = _codes(sheet, header)
    return _has_categories_alone(header, codes) or (named and not _has_accounts(codes))


def _codes(sheet: Sheet, header: Header) -> list[str]:
    """The lines' codes, "" for a line without; words alone are no line."""
    col = header.columns.get("account")
    if col is None:
        return []
    lines = [row for row in below(sheet, header) if sum(map(bool, sheet.line(row))) > 1]
    return [accounts.bare(sheet.code(row, col)) for row in lines]


def _has_accounts(codes: Sequence[str]) -> bool:
    """Whether most lines' codes are accounts, several a category: 01.01, 01.02, 02.01."""
    found = [accounts.category_of(code) for code in codes if accounts.is_code(code)]
    many = Counter(category for category in found if category)
    several = [count for count in many.values() if count > 1]
    return len(found) >= _MANY and len(several) > 1 and sum(several) * 2 > len(found)


def _has_categories_alone(header: Header, codes: Sequence[str]) -> bool:
    """Whether the lines' codes are all of categories, as the chart writes them: 10.00, 1100, A.

    Sections of letters alone are a commercial's topsheet. Otherwise a cost report may well be kept
    by categories; it is a topsheet where it states budgets alone.
    """
    letters = [code for code in codes if len(code) == 1 and code.isalpha()]
    if len(letters) >= _MANY and len(letters) == sum(map(bool, codes)):
        return True
    if _COSTS & header.columns.keys():
        return False
    found = [code for code in codes if any(map(str.isdigit, code)) and accounts.is_code(code)]
    heads = list(filter(accounts.is_category, found))
    return len(found) >= _MANY and len(heads) == len(found)


def _is_kind(name: str, sheet: Sheet, header: Header) -> bool:
    """Whether the settings call the tab so; else whether it looks like a topsheet or not."""
    told = sheet.override is not None and sheet.override.kind is not None
    looks = is_topsheet(sheet, header) == (name == "budget_topsheet")
    return (told or looks) and enough(sheet, header)


KIND = Kind(
    name="budget",
    fields=FIELDS,
    enough=lambda sheet, header: _is_kind("budget", sheet, header),
    read=read,
    titles=names.TITLES,
    settles=settle.settle,
    kept=counted.NAMES,
)
TOPSHEET = Kind(
    name="budget_topsheet",
    fields=FIELDS,
    enough=lambda sheet, header: _is_kind("budget_topsheet", sheet, header),
    read=read,
    titles="budget|top ?sheet|summary|recap|recapitulati(?:f|on)|sommaire|resumen|zusammenstellung|"
    "zusammenfassung|ubersicht kalk|a z",
    settles=settle.settle,
    alike="budget",
)
