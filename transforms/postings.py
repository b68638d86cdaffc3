"""What ledger, petty cash and payroll post to each account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from model.money import ZERO, total
from model.table import Table
from transforms.facts import Facts

KINDS = ("ledger", "petty_cash", "payroll")
"""The kinds of sheet that post costs; what each calls them is in :data:`_AMOUNTS`."""
_AMOUNTS = {"ledger": "debit", "petty_cash": "amount", "payroll": "gross"}


@dataclass(frozen=True, slots=True)
class Account:
    """What one sheet posts to an account: the labels of its postings, their net sum."""

    table: Table
    code: str
    labels: tuple[int, ...]
    amount: Decimal


def outside(facts: Facts, budgeted: frozenset[str]) -> Iterator[Account]:
    """The accounts that are posted to and are none of those budgeted, sheet by sheet.

    A sub-account ("2201-05") is its account's. A ledger whose debits are its credits has accounts
    that are no costs, and is passed over.
    """
    for kind in KINDS:
        table = facts.table(kind)
        if table is None or (kind == "ledger" and _is_double(table)):
            continue
        unknown = {
            code
            for code in table.frame["account"].dropna().unique()
            if code not in budgeted and not any(_under(code, known) for known in budgeted)
        }
        for code in sorted(unknown):
            labels = table.frame.index[table.frame["account"] == code].tolist()
            amount = _net(table, labels)
            if amount:
                yield Account(table, code, tuple(labels), amount)


def _under(code: str, account: str) -> bool:
    """Whether a code is a sub-account of an account, by its separator."""
    return code.startswith(account) and code[len(account)] in ".-/ "


def _is_double(table: Table) -> bool:
    """Whether a ledger's debits are its credits."""
    debit, credit = (total(table.frame[name].dropna()) for name in ("debit", "credit"))
    return debit == credit != ZERO


def _net(table: Table, labels: list[int]) -> Decimal:
    """What some postings add up to, credits taken off."""
    amounts = total(table.frame.loc[labels, _AMOUNTS[table.kind]].dropna())
    if table.kind != "ledger":
        return amounts
    return amounts - total(table.frame.loc[labels, "credit"].dropna())
