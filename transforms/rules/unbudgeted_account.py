"""Unbudgeted account.

Why: a cost on an account that the budget lacks is either miscoded or an overage from its first
cent.

Looked at: the accounts of the purchase order log, the ledger, petty cash and payroll against the
budget's, as text, exactly: "110" is not "1101", but "2201-05" is under "2201" (the setting
sub_accounts may keep it apart). Void orders count for nothing; a ledger whose debits are its
credits has accounts that are no costs, and is passed over. The cost report keeps such accounts on
lines of their own. A sheet of which most accounts are none of the budget's uses other codes than
the budget does: that is told once, for information.

Flags:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 0        | Open   |
    | 102  | Foam World  | *2210*  | 2026-03-03 | Foam        | 800    | 300      | Open   |
    | 103  | Foam World  | 2210    | 2026-03-04 | Foam        | 200    | 0        | Open   |

Flags:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    Ledger:
    | Account | Date       | Source | Vendor      | Description | Debit | Credit |
    | 2201-05 | 2026-03-02 | AP-1   | Stage Paint | Paint       | 1200  |        |
    | *2210*  | 2026-03-03 | AP-2   | Foam World  | Foam        | 800   |        |
    | 2210    | 2026-03-04 | AP-3   | Foam World  | Returned    |       | 200    |

Passes:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 0        | Open   |
    | 102  | Foam World  | 2210    | 2026-03-03 | Foam        | 800    | 0        | Void   |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from model.cell import Cell
from model.issue import Cost, Severity, Topic
from model.money import cents, spoken, total
from transforms import words
from transforms.costs.basis import is_double_entry
from transforms.costs.postings import KINDS, Postings
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule

_MOST = 20
"""Cells that a finding names."""
_FEW = 4
"""Accounts of one tab that the budget lacks, before its codes are taken for another chart's."""
_NAMED = 6


@rule(
    "unbudgeted-account",
    on=(
        Sheet(("budget",), also=("budget_detail",)),
        Sheet(("purchase_orders", *(kind for kind in KINDS if kind != "purchase_orders"))),
    ),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def unbudgeted_account(facts: Facts) -> Iterator[Finding]:
    """One finding for each account and kind of sheet, at the first posting that names it."""
    if (report := facts.cost_report) is None:
        return
    headings = {category.code: category.name for category in report.categories if category.code}
    frame = facts.postings.frame
    codes = [code for code in frame["account"].unique() if code and not facts.chart.line_of(code)]
    frame = frame[frame["account"].isin(codes)]
    if is_double_entry(facts.postings.frame.query("kind == 'ledger'")["amount"]):
        frame = frame[frame["kind"] != "ledger"]
    for _, own in frame.groupby("table", sort=True):
        strange = own["account"].unique().tolist()
        if _is_other_chart(facts, own, len(strange)):
            yield _other_chart(facts, own, strange)
            frame = frame.drop(own.index)
    for (_, code, currency), rows in frame.groupby(["kind", "account", "currency"], sort=True):
        yield _finding(facts, rows, str(code), str(currency), headings.get(str(code)))


def _is_other_chart(facts: Facts, own: pd.DataFrame, strange: int) -> bool:
    """Whether most of the accounts that one tab names are none of the budget's."""
    every = facts.postings.frame
    named = every.loc[every["table"] == own["table"].iloc[0], "account"].unique()
    return strange >= _FEW and strange * 2 > sum(map(bool, named))


def _other_chart(facts: Facts, rows: pd.DataFrame, codes: Sequence[str]) -> Finding:
    cells = _cells(facts.postings, rows.drop_duplicates("account"))
    some = ", ".join(codes[:_NAMED]) + (" ..." if len(codes) > _NAMED else "")
    return Finding(
        message=f"{len(codes)} accounts that are named here, most of them, are none of the "
        f"budget's: {some}",
        at=cells[0],
        related=cells[1:_MOST],
        expected="the budget's own accounts",
        suggestion="If these are codes of another chart, nothing is wrong, but their costs cannot "
        "be laid to the budget's lines.",
        severity=Severity.INFO,
    )


def _finding(
    facts: Facts, rows: pd.DataFrame, code: str, currency: str, heading: str | None
) -> Finding:
    money = currency or facts.production.currency
    named = _cells(facts.postings, rows)
    amounts = facts.postings.cells(rows, _MOST)
    orders = rows["kind"].iloc[0] == "purchase_orders"
    number = words.counted(len(named), "purchase order" if orders else "posting")
    amount = total(rows["amount"])
    where = f"; in the budget {code} is the category {heading}" if heading else ""
    return Finding(
        message=f"{number} of {spoken(amount, money)} {'is' if len(named) == 1 else 'are'} on "
        f"account {code}, which the budget lacks{where}",
        at=named[0],
        related=(*named[1:_MOST], *amounts) if orders else named[1:_MOST],
        subject=code,
        cost=None if currency else Cost(cents(amount), _formula(rows, money), amounts),
        expected="an account of the budget",
        suggestion="Correct the account, or add it to the budget.",
    )


def _formula(rows: pd.DataFrame, currency: str) -> str:
    """What a sum is made of: "invoiced USD 300 + open USD 700"."""
    sums = rows.groupby("part")["amount"].sum()
    parts = ("posted", "gross", "fringe", "invoiced", "open", "accrued")
    return " + ".join(f"{part} {spoken(sums[part], currency)}" for part in parts if part in sums)


def _cells(postings: Postings, rows: pd.DataFrame) -> tuple[Cell, ...]:
    """Where the postings name their account."""
    records = rows[["table", "row"]].drop_duplicates().sort_values(["table", "row"])
    return tuple(
        postings.account_cell(table, int(row))
        for table, row in zip(records["table"], records["row"], strict=True)
    )
