"""Postings that stand twice: an invoice, a receipt, a timecard. Splits and reversals are none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from model.issue import Issue
from model.money import spoken
from model.table import Table
from schemas import issues
from schemas.journals.checks import costs
from schemas.journals.journal import Check
from schemas.journals.lines import Lines
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values.words import fold, is_open

_BATCH = re.compile(
    r"(?:pr|pc|je|gj|tc|env|pay|payroll|petty(?: cash)?|envelope|wk|w/?e|paie|od|cai|caisse|nom|"
    r"nomina|lohn|lg|kasse|ka)(?:[ #.:-]|\d|$)"
)
"""Sources and numbers of batches of many postings: payroll, petty cash, journal entries."""
_Posting = tuple[int, Decimal]
_COUNTED = 3
"""Lines from which a column may be seen to number them."""


def invoices(money: Sequence[str], by: str = "date", what: str = "posting") -> Check:
    """A check that no invoice of a vendor is posted twice.

    Lines of one invoice that agree in ``by`` are its splits, unless one is the same to the letter;
    so are those of several orders, of other amounts, that it is dated alike on. A line with the
    negative amount takes an earlier one back; a payment (the credit side) is no
    cost.
    """

    def check(sheet: Sheet, found: Found, _: Table, lines: Lines) -> list[Issue]:
        if "invoice" not in lines.columns or "vendor" not in lines.columns:
            return []
        made = []
        for postings in _grouped(lines, ("vendor", "invoice"), money, numbered="invoice"):
            invoiced = [one for one in postings if one[1] < 0 or not _is_batch(lines, one[0])]
            standing = _standing(lines, invoiced)
            for row, first in _again(lines, standing, by):
                made.append(_issue(sheet, found, lines, row, first, what))
        return made

    return check


def _is_batch(lines: Lines, row: int) -> bool:
    """Whether a posting's number is a payroll's, an envelope's or a journal's, not an invoice's."""
    said = (lines.at("source", row), lines.at("invoice", row))
    return any(isinstance(text, str) and _BATCH.match(fold(text)) for text in said)


def _grouped(
    lines: Lines, fields: Sequence[str], money: Sequence[str], *, numbered: str = ""
) -> list[list[_Posting]]:
    """Costs that agree in some fields, two or more; ``numbered`` must have a digit."""
    groups: defaultdict[tuple[object, ...], list[_Posting]] = defaultdict(list)
    columns = [lines.columns[name].values for name in fields]
    for row, amount in _signed(lines, money, _repeated(lines, fields[-1])):
        key = tuple(values[row - lines.top] for values in columns)
        if all(value is not None for value in key):
            groups[key].append((row, amount))
    merged: defaultdict[tuple[object, ...], list[_Posting]] = defaultdict(list)
    for key, postings in groups.items():
        merged[tuple(fold(part) if isinstance(part, str) else part for part in key)] += postings
    at = fields.index(numbered) if numbered else 0
    return [
        sorted(postings)
        for key, postings in merged.items()
        if len(postings) > 1 and (not numbered or any(map(str.isdigit, str(key[at]))))
    ]


def _repeated(lines: Lines, name: str) -> list[int]:
    """The records that share a field's value with others."""
    values = lines.of(name)
    if len(set(values) - {None}) == len(values) - values.count(None):
        return []
    counts = Counter(values)
    return [
        row
        for row, value in zip(lines.records, values, strict=True)
        if value is not None and counts[value] > 1
    ]


def _signed(lines: Lines, money: Sequence[str], rows: Sequence[int]) -> list[_Posting]:
    """Some records' costs as signed amounts: a credit is negative."""
    if "credit" not in lines.columns:
        return list(costs(lines, money, rows))
    zero = Decimal(0)
    signed = []
    for row, _ in costs(lines, money, rows):
        debit, credit = lines.amount("debit", row) or zero, lines.amount("credit", row) or zero
        if debit != credit:
            signed.append((row, debit - credit))
    return signed


def _standing(lines: Lines, postings: Sequence[_Posting]) -> list[_Posting]:
    """The costs of an invoice that no line takes back: reversals go with what they reverse.

    Where debits and credits stand apart, a reversal is on the account that it takes back: the
    other side of a posting, or its payment, is none.
    """
    left = list(postings)
    sides = "credit" in lines.columns
    for row, amount in postings:
        if amount >= 0:
            continue
        account = lines.at("account", row)
        same = [
            one for one in left if one[1] == -amount and lines.at("account", one[0]) == account
        ] or [one for one in left if one[1] == -amount and not sides]
        if same:
            left.remove(max(same, key=lambda one: (one[0] < row, one[0])))
        left.remove((row, amount))
    return left


def _again(lines: Lines, standing: Sequence[_Posting], by: str) -> list[tuple[int, int]]:
    """The rows that post an invoice again, with the row of the earlier posting."""
    seen: dict[tuple[object, ...], int] = {}
    again = []
    standing = sorted(standing, key=lambda one: (str(lines.at("date", one[0]) or ""), one[0]))
    first_said = next((said for row, _ in standing if (said := lines.at(by, row))), None)
    first_row = standing[0][0] if standing else 0
    for place, (row, amount) in enumerate(standing):
        said = lines.at(by, row)
        key = (said, lines.at("account", row), lines.at("description", row), amount)
        if key in seen:
            again.append((row, seen[key]))
        elif said is not None and said != first_said:
            alike = [one for one, other in standing[:place] if other == amount]
            if by == "date" or alike or _differ(lines, "invoice_date", row, first_row):
                again.append((row, alike[0] if alike else first_row))
        seen.setdefault(key, row)
    return again


def _differ(lines: Lines, name: str, row: int, first: int) -> bool:
    """Whether a field says one thing on a row and another on an earlier one."""
    one, other = lines.at(name, row), lines.at(name, first)
    return one is not None and other is not None and one != other


def _issue(sheet: Sheet, found: Found, lines: Lines, row: int, first: int, what: str) -> Issue:
    """The issue of an invoice that is posted again."""
    col = found.header.columns.get("invoice", lines.extra.get("invoice", 1))
    number, vendor = lines.at("invoice", row), lines.at("vendor", row)
    return issues.make(
        "invoice-listed-twice",
        f"Invoice {number} of {vendor} has a {what} on row {first} already.",
        sheet.cell(row, col),
        related=(sheet.cell(first, col),),
        subject=str(vendor),
        expected="one posting an invoice, or its splits on one date",
        suggestion="Reverse the line that is left over, or mend the invoice's number.",
    )


def alike(
    code: str, fields: Sequence[str], money: Sequence[str], at: Sequence[str], what: str
) -> Check:
    """A check that no two records agree in all of some fields, of which the first must be filled.

    ``at`` are the fields at whose cell the later one is shown, the first that the sheet has. A
    running count of the lines tells none from another, but of two round ones beside each other:
    those are two fares, or two fees of a car park. Under one paper's number a description may
    say the same in fewer words, and a voucher's own number tells nothing beside its bill's.
    """

    def check(sheet: Sheet, found: Found, _: Table, lines: Lines) -> list[Issue]:
        counts = [name for name in fields if _is_count(lines, name)]
        there = [name for name in fields if name in lines.columns and name not in counts]
        columns = found.header.columns
        col = next((columns[name] for name in at if name in columns), None)
        if col is None or not set(fields[:2]) <= set(there):
            return []
        papers = [name for name in _PAPERS if name in there]
        exact = [name for name in there if not papers or name not in (*papers, "description")]
        alike = [lines.columns[name].values for name in exact]
        seen: dict[tuple[object, ...], list[int]] = {}
        made = []
        for row, amount in costs(lines, money):
            said = (lines.at(name, row) for name in papers)
            number = next((each for each in said if any(map(str.isdigit, str(each or "")))), None)
            key = (*(values[row - lines.top] for values in alike), number)
            if key[0] is None or key[1] is None or is_open(str(key[0])):
                continue
            earlier = seen.setdefault(key, [])
            like = (one for one in earlier if not papers or _says_so(lines, one, row, number))
            first = next(like, 0)
            fares = counts and number is None and row == first + 1 and amount == int(amount)
            if first and not fares:
                made.append(_alike(sheet, code, what, (row, first, col), amount))
            if not first:
                earlier.append(row)
        return made

    return check


_PAPERS = ("bill", "receipt")
"""What numbers a paper, its shop's own number first."""


def _says_so(lines: Lines, one: int, other: int, number: object) -> bool:
    """Whether two lines' descriptions say the same, under one number in fewer words perhaps."""
    if "description" not in lines.columns:
        return True
    first, second = (lines.at("description", row) for row in (one, other))
    words = [set(re.findall(r"\w+", fold(str(said or "")))) for said in (first, second)]
    return first == second or (number is not None and all(words) and _is_within(*words))


def _is_within(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def _is_count(lines: Lines, name: str) -> bool:
    """Whether a column numbers the lines one by one, anew in each envelope perhaps."""
    said = [str(value) for value in lines.of(name) if value is not None]
    numbers = [int(text) for text in said if text.isdecimal()]
    following = sum(after in (before + 1, 1) for before, after in pairwise(numbers))
    return len(numbers) == len(said) > _COUNTED and following == len(numbers) - 1


def _alike(sheet: Sheet, code: str, what: str, at: tuple[int, int, int], amount: Decimal) -> Issue:
    row, first, col = at
    return issues.make(
        code,
        f"The {what} of {spoken(amount, sheet.production.currency)} stands on row {first} already.",
        sheet.cell(row, col),
        related=(sheet.cell(first, col),),
        expected=f"one line for each {what}",
        suggestion="Delete the line that is left over.",
    )
