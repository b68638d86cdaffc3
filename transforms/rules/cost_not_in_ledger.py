"""Cost that the ledger has not posted.

Why: where there is a ledger, it is the actual; what payroll, petty cash or orders say beyond it is
in no figure of the cost report until somebody posts or accrues it.

Looked at: account by account, what orders were invoiced for, petty cash and payroll's gross (its
fringe may be posted to an account of its own) against the ledger's net sum together with what the
cost report takes for accrued. Ledgers hold costs of other kinds too, so more in the ledger is
nothing to flag. A ledger whose debits are its credits is asked like any other.

Flags:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |
    | 2202    | Set Designer | 20000  |

    Payroll:
    | Week Ending | Name    | Account | Hours | Gross  | Fringe |
    | 2026-02-28  | Ann Lee | 2201    | 50    | *1000* | 210    |
    | 2026-03-07  | Ann Lee | 2201    | 50    | 1000   | 210    |

    Ledger:
    | Account | Date       | Source | Vendor  | Description | Debit | Credit |
    | 2201    | 2026-03-02 | PR-1   | Payroll | Week 1      | 1000  |        |
    | 2202    | 2026-03-02 | AP-1   | Foam    | Foam        | 300   |        |

Passes:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    Payroll:
    | Week Ending | Name    | Account | Hours | Gross | Fringe |
    | 2026-02-28  | Ann Lee | 2201    | 50    | 1000  | 210    |

    Ledger:
    | Account | Date       | Source | Vendor  | Description | Debit | Credit |
    | 2201    | 2026-03-02 | PR-1   | Payroll | Week 1      | 1000  |        |
    | 2299    | 2026-03-02 | PR-1   | Payroll | Fringes     | 210   |        |
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pandas as pd

from model.issue import Cost, Severity, Topic
from model.money import cents, spoken, total
from transforms.costs.basis import spoken_sheets
from transforms.costs.overages import with_tabs
from transforms.costs.postings import KINDS
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule

_PARTS = ("invoiced", "posted", "gross")
_MOST = 20
"""Cells that a finding names."""


@rule(
    "cost-not-in-ledger",
    on=("budget", "ledger", Sheet(KINDS[1:])),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def cost_not_in_ledger(facts: Facts) -> Iterator[Finding]:
    """One finding for each account of the budget, at the first of its postings."""
    frame = facts.postings.frame
    frame = frame[(frame["currency"] == "") & (frame["account"] != "")]
    codes = frame["account"].unique()
    lines = frame["account"].map({code: facts.chart.line_of(code) for code in codes})
    booked = (frame["kind"] == "ledger") | (frame["part"] == "accrued")
    told = ~booked & frame["part"].isin(_PARTS)
    posted = frame[booked].groupby(lines[booked])["amount"].sum()
    for account, rows in frame[told].groupby(lines[told], sort=True):
        in_ledger = posted.get(account, 0)
        if total(rows["amount"]) > in_ledger:
            yield _finding(facts, str(account), rows, total([in_ledger]))


def _finding(facts: Facts, account: str, rows: pd.DataFrame, posted: Decimal) -> Finding:
    currency, said = facts.production.currency, total(rows["amount"])
    kinds = tuple(kind for kind in KINDS if kind in set(rows["kind"]))
    cells = facts.postings.cells(rows, _MOST)
    off = said - posted
    verb = "says" if len(kinds) == 1 and kinds[0] != "petty_cash" else "say"
    return Finding(
        message=f"{spoken_sheets(kinds)[0].upper()}{spoken_sheets(kinds)[1:]} {verb} "
        f"{spoken(said, currency)} on account {account}; the ledger has posted "
        f"{spoken(posted, currency)} there, {spoken(off, currency)} less",
        at=cells[0],
        related=with_tabs(cells, facts.corners("ledger"))[1:],
        subject=account,
        cost=Cost(cents(off), f"{spoken(said, currency)} - {spoken(posted, currency)}", cells),
        expected="a posting in the ledger for each of them",
        suggestion="Post what is missing, or accrue it; check the accounts that it was coded to.",
    )
