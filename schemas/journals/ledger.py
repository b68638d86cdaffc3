"""General ledgers: every posting by account, from the accounting system or kept by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from schemas.budget import accounts
from schemas.headings import Header, normal
from schemas.journals import sources
from schemas.journals import words as journal_words
from schemas.journals.checks import outside_production, without
from schemas.journals.journal import Journal
from schemas.journals.ledger_checks import both_sides, splits, unbalanced
from schemas.journals.ledger_fields import EXTRA, FIELDS
from schemas.journals.lines import Lines, Rules
from schemas.journals.petty_cash import titled
from schemas.journals.purchase_orders import numbered
from schemas.journals.twice import invoices
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values.words import fold, listed

_MONEY = ("debit", "credit")
RULES = Rules(
    money=_MONEY,
    payee="vendor",
    keys=("date", "invoice", "po_number", "source"),
    carried=("date", "vendor", "invoice", "source", "po_number"),
    spoken=(),
    accounts=True,
    extra=EXTRA,
)
_CREDIT = listed("c cr credit h haben haber abono k kredit -")


def complete(_sheet: Sheet, _found: Found, lines: Lines) -> None:
    """Turn amounts whose side stands in a column of its own ("CR") into signed ones."""
    if "side" not in lines.columns or "credit" in lines.columns:
        return
    for row in sorted((*lines.records, *lines.totals)):
        side, amount = lines.at("side", row), lines.amount("debit", row)
        if amount is not None and amount > 0 and isinstance(side, str) and fold(side) in _CREDIT:
            lines.put("debit", row, -amount)


JOURNAL = Journal(
    "ledger",
    FIELDS,
    RULES,
    kept=("status",),
    checks=(
        invoices(_MONEY),
        without("account", "posting-without-account", _MONEY, what="posting"),
        without(
            "vendor", "payee-missing", _MONEY, instead=("description", "invoice"), what="posting"
        ),
        outside_production("date"),
        both_sides,
        unbalanced,
        splits,
    ),
    complete=complete,
)

_OWED = listed("terms overdue customer client aging fallig echeance vencimiento")
_OWED |= {"due date", "date due", "days overdue", "0 30", "1 30", "31 60", "current", "amount due"}
"""Headings of lists of what is owed, or is owed to somebody."""
_BOOKED = frozenset(("source", "invoice"))
_BOOKED_OTHERS = listed("period batch je journal check cheque currency set episode location")
_BOOKED_OTHERS |= {"tax code", "check #", "account name", "account description", "sub account"}
_BOOKED_OTHERS |= {"free field", "ff1", "ff2", "running balance", "invoice total", "batch #"}


def enough(sheet: Sheet, header: Header) -> bool:
    """A ledger codes dated amounts to accounts, and says where they come from.

    Debit and credit apart are enough beside dates and accounts; one column of amounts wants a
    source, an invoice or an order too. Without a column of accounts they stand as banners.
    """
    fields = set(header.columns)
    if not {"date", "debit"} <= fields or not fields & {"vendor", "description", "source"}:
        return False
    if _is_refused(sheet, header):
        return False
    others = {normal(heading) for heading in header.others}
    if "account" in fields:
        booked = fields & _BOOKED or others & _BOOKED_OTHERS or any(map(sources.is_headed, others))
        return _are_accounts(sheet, header) and bool("credit" in fields or booked)
    if not fields & _BOOKED and "credit" not in fields:
        return False
    return _banners(sheet, header) > 0


def _is_refused(sheet: Sheet, header: Header) -> bool:
    """Whether a list is of what is owed, or every amount bears an order's number."""
    owed = _OWED & {normal(heading) for heading in header.others}
    booked = {"source", "credit"} & header.columns.keys()
    cash = "credit" not in header.columns and titled(sheet, header)
    return cash or bool(owed and not booked) or _is_order_log(sheet, header)


_REFERENCES = listed("ref reference piece beleg belegnummer belegnr voucher document doc asiento")
_REFERENCES |= {"ref #", "ref no", "reference #", "reference no", "voucher #", "voucher no"}
_REFERENCES |= {"no piece", "n piece", "piece comptable", "beleg nr", "n asiento", "no asiento"}


def settles(sheet: Sheet, header: Header) -> Header:
    """Beside a column for the source, a reference is the invoice's.

    A description that only banners have is the account's name; the postings' own stands further.
    """
    return sources.settled(sheet, _with_reference(_described(sheet, header)))


def _with_reference(header: Header) -> Header:
    """The header with a reference beside the source for the invoice."""
    columns, headings = dict(header.columns), dict(header.headings)
    if "invoice" in columns or normal(headings.get("source", "ref")) in _REFERENCES:
        return header
    for heading, col in header.others.items():
        if normal(heading) in _REFERENCES:
            columns["invoice"], headings["invoice"] = col, heading
            others = {name: at for name, at in header.others.items() if at != col}
            repeated = {name: at for name, at in header.repeated.items() if at != col}
            return replace(
                header, columns=columns, headings=headings, others=others, repeated=repeated
            )
    return header


def _described(sheet: Sheet, header: Header) -> Header:
    """Take the further description where the first one is the account's name.

    It is where it is blank beside every amount, or the same on all of an account's lines.
    """
    columns, further = dict(header.columns), header.repeated.get("description")
    if further is None or "debit" not in columns:
        return header
    first, account = columns["description"], columns.get("account", 0)
    rows = [row for row in _window(sheet, header) if sheet.text(row, further)]
    named = [(sheet.text(row, account), text) for row in rows if (text := sheet.text(row, first))]
    names, codes = set(named), {code for code, _ in named}
    lasting = 1 < len(codes) == len(names) < len(named)
    if not rows or (named and not lasting):
        return header
    others = {name: col for name, col in header.others.items() if col != further}
    heading = sheet.text(header.bottom, further)
    return replace(
        header,
        columns=columns | {"description": further},
        headings=dict(header.headings) | {"description": heading},
        others=others | {header.headings["description"]: columns["description"]},
        repeated={name: at for name, at in header.repeated.items() if name != "description"},
    )


def _is_order_log(sheet: Sheet, header: Header) -> bool:
    """Whether every amount bears an order's number: then it is a purchase order log."""
    columns = header.columns
    if not {"po_number", "debit"} <= columns.keys() or {"credit", "source"} & set(columns):
        return False
    if "invoice" in columns and normal(header.headings.get("debit", "")).startswith("debit"):
        return False
    return numbered(sheet, header, columns["po_number"], columns["debit"]) > 0.8


def _are_accounts(sheet: Sheet, header: Header) -> bool:
    """Whether a column's values are accounts' codes, not one bank's number or categories."""
    col = header.columns["account"]
    codes = [
        code
        for row in _window(sheet, header)
        if (text := sheet.code(row, col))
        and not journal_words.closes(text)
        and (code := text.split(" ")[0].strip(":-"))
    ]
    good = [code for code in codes if accounts.is_code(code) and len(code) <= 16]
    lone = len(set(codes)) == 1 and len(codes) > 3 and len(codes[0]) > 7
    return len(good) * 5 >= len(codes) * 3 and not lone


def _banners(sheet: Sheet, header: Header) -> int:
    """How many accounts stand as banners among or right above the rows."""
    top = min(header.rows, default=1)
    rows: Iterable[int] = (top - 1, *_window(sheet, header))
    columns = [header.columns[name] for name in ("date", "debit")]
    return sum(
        journal_words.account_banner([text for text in sheet.line(row) if text]) is not None
        for row in rows
        if not any(sheet.text(row, col) for col in columns[1:])
    )


def _window(sheet: Sheet, header: Header) -> range:
    return range(header.bottom + 1, min(sheet.height, header.bottom + 80) + 1)


KIND = Kind(
    name="ledger",
    fields=FIELDS,
    enough=enough,
    read=JOURNAL.read,
    kept=JOURNAL.kept,
    settles=settles,
    titles="general ledger|ledger|gl|gl detail|bible|trial balance detail|transactions?|"
    "grand livre|libro mayor|mayor|hauptbuch|journal|buchungen|ecritures|asientos|postings",
    trade=0.0,
    core=("date", "debit credit", "vendor description account source"),
    called="bank(?: account| and card| card| statement)?|bank book|postings?|daybook|"
    "spend|"
    "expenditure|actuals|costs? to date|cost (?:ledger|detail|listing)|account detail|"
    "releve|banque|bank|konto\\w*|kontoauszug|ausgaben|buchhaltung|gastos|egresos|libro|auxiliar|"
    "movimientos|banco|polizas",
    refused=_is_refused,
)
