"""How to add what a rule lacks, in plain words: which tab with which columns, which setting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

COLUMNS: Mapping[str, str] = {
    "budget": "Account, Description, Budget, Actual to Date, Commitments, ETC",
    "budget_detail": "Account, Description, Amount, Units, X, Rate, Subtotal",
    "crew": "Department, Position, Name, Start Date, End Date, Rate",
    "cast": "No., Role, Performer, Start Date, End Date, Deal",
    "dood": "elements down (1.ANA), dates across, a code a day (SW, W, H, WF)",
    "crew_grid": "Name, Position, then a column a date",
    "purchase_orders": "PO #, Vendor, Account, Date, Amount, Invoiced, Status",
    "ledger": "Date, Account, Vendor, Description, Debit, Credit",
    "petty_cash": "Date, Vendor, Description, Account, Amount",
    "payroll": "Week Ending, Name, Position, Account, Hours, Gross",
    "times": "Date, Name, Call, Meal Out, Meal In, Wrap",
    "one_liner": "Scene, I/E, Set, D/N, Pages, Cast, Location, Shoot Day, Date",
    "equipment": "Description, Vendor, Start Date, End Date, Returned",
    "permits": "Permit #, Location, Authority, Valid From, Expires, Status",
    "insurance": "Cover, Insurer, Policy #, Limit, Valid From, Expires",
}
"""The columns that a tab of a kind is known by, as people would head them."""

FIELDS: Mapping[str, str] = {
    "deal_memo": "Deal Memo",
    "start_paperwork": "Start Paperwork",
    "start_date": "Start Date",
    "invoiced": "Invoiced",
    "invoice_date": "Invoice Date",
    "po_number": "PO #",
    "date": "Date",
    "account": "Account",
    "unit": "Unit",
    "rate": "Rate",
    "quantity": "Amount",
    "location": "Location",
    "filming_from": "Filming From",
    "set": "Set",
    "cast": "Cast",
    "day_night": "D/N",
    "end_date": "Expires",
    "serial": "Serial #",
    "returned": "Returned",
    "ticket_expires": "Cert Expires",
    "limit": "Limit",
    "call": "Call",
    "wrap": "Wrap",
    "meal1_start": "Meal Out",
    "meal1_end": "Meal In",
    "birth_date": "Date of Birth",
    "hours_limit": "Licence Max",
    "age": "Age",
}
"""A heading to give a column for a field."""

NAME_IT = "A tab that you have and that was not recognised can be named in the settings."
"""What goes for every tab that is lacking."""

BELOW: Mapping[str, str] = {
    "deal_memo": "yes, no or the date of the signature",
    "start_paperwork": "yes, no or the date on which it came back",
    "unit": "Main, 2nd ...",
}
"""What to type below a heading, where that is not plain."""


def tab(kinds: Sequence[str], headings: Sequence[str] = ()) -> str:
    """How to add a tab of one of some kinds; ``headings`` are columns that it must have, too.

    Of several kinds the columns of the first will do as an example.
    """
    columns = COLUMNS.get(kinds[0], "")
    if not columns:
        return "add a tab of it"
    whole = ", ".join([columns, *(name for name in headings if name not in columns)])
    return f"add a tab with {whole}" if len(kinds) == 1 else f"add one, such as a tab with {whole}"


def column(fields: tuple[str, ...]) -> str:
    """How to add columns to a list that is there."""
    below = [BELOW[name] for name in fields if name in BELOW]
    return f"add the column, with {' and '.join(below)} below it" if below else "add the column"
