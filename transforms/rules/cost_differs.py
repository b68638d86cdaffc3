"""Cost differs from the sheets behind it.

Why: the budget's actual and commitments are typed or imported; where the ledger or the order log
say otherwise, one of the two is wrong, and so are the estimate and the variance made from it.

Looked at: the budget's own columns for actual to date, commitments and total cost, account by
account, against the ledger, or where there is none what orders were invoiced for, petty cash and
payroll (these may lack some cost: a budget that has more than they do is flagged only where all
three are there), and against the open part of the orders. Sub-accounts count in their account. A
difference of up to two is a matter of rounding, and for information.

Flags:
    Budget:
    | Account | Description  | Budget | Actual to Date | Commitments |
    | 2201    | Art Director | 40000  | *1200*         | *900*       |
    | 2202    | Set Designer | 20000  | 500            | 300         |

    Ledger:
    | Account | Date       | Source | Vendor      | PO # | Description | Debit | Credit |
    | 2201    | 2026-03-02 | AP-1   | Stage Paint | 101  | Paint       | 1200  |        |
    | 2201-05 | 2026-03-03 | AP-2   | Stage Paint | 101  | Brushes     | 50.25 |        |
    | 2202    | 2026-03-03 | AP-3   | Foam World  | 102  | Foam        | 600   |        |
    | 2202    | 2026-03-04 | AP-4   | Foam World  | 102  | Returned    |       | 100    |

    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-02-02 | Paint       | 2000   | 1200     | Open   |
    | 102  | Foam World  | 2202    | 2026-02-03 | Foam        | 800    | 500      | Open   |

Flags:
    Budget:
    | Account | Description  | Budget | Actual to Date |
    | 2201    | Art Director | 40000  | *1200*         |
    | 2202    | Set Designer | 20000  | 9000           |

    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-02-02 | Paint       | 2000   | 1500     | Open   |
    | 102  | Foam World  | 2202    | 2026-02-03 | Foam        | 800    | 500      | Open   |

Passes:
    Budget:
    | Account | Description  | Budget | Actual to Date | Commitments |
    | 2201    | Art Director | 40000  | 1250.25        | 749.75      |
    | 2202    | Set Designer | 20000  |                |             |

    Ledger:
    | Account | Date       | Source | Vendor      | PO # | Description | Debit | Credit |
    | 2201    | 2026-03-02 | AP-1   | Stage Paint | 101  | Paint       | 1200  |        |
    | 2201-05 | 2026-03-03 | AP-2   | Stage Paint | 101  | Brushes     | 50.25 |        |

    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-02-02 | Paint       | 2000   | 1200     | Open   |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from model.issue import Cost, Severity, Topic
from model.money import cents, spoken
from transforms.costs.basis import spoken_sheets
from transforms.costs.comparison import Difference, differences
from transforms.costs.overages import named, with_tabs
from transforms.costs.postings import KINDS
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule

_ROUNDING = Decimal(2)
_WORDS: Mapping[str, str] = {
    "actual_to_date": "actual to date",
    "commitments": "commitments",
    "total_cost": "total cost",
}


@rule("cost-differs", on=("budget", Sheet(KINDS)), severity=Severity.WARNING, topic=Topic.MONEY)
def cost_differs(facts: Facts) -> Iterator[Finding]:
    """One finding for each account and column, at the budget's own cell."""
    lines, _ = facts.budget
    for found in differences(lines, facts.costs):
        yield _finding(facts, found)


def _finding(facts: Facts, found: Difference) -> Finding:
    currency, basis = facts.production.currency, facts.costs.basis
    orders = ("purchase_orders",) if found.field != "actual_to_date" else ()
    kinds = dict.fromkeys((*(basis.actual if found.field != "commitments" else ()), *orders))
    stated, posted = spoken(found.stated, currency), spoken(found.posted, currency)
    off = spoken(abs(found.more), currency)
    name = f"{found.line.account} {found.line.description}".strip()
    cells = named(found.cells)
    return Finding(
        message=f"{name}: {_WORDS[found.field]} is {stated} in the budget and {posted} by "
        f"{spoken_sheets(tuple(kinds))}, {off} {'more' if found.more > 0 else 'less'}"
        f"{_besides(facts, found)}",
        at=found.at,
        related=with_tabs(cells, facts.corners(*kinds)),
        subject=found.line.account,
        cost=Cost(cents(abs(found.more)), f"{posted} - {stated}", (found.at, *cells)),
        expected=posted,
        suggestion="Find what is missing or posted twice; mend the sheet that is wrong.",
        severity=Severity.INFO if abs(found.more) <= _ROUNDING else None,
    )


def _besides(facts: Facts, found: Difference) -> str:
    """What the other sheets hold in currencies that no rate converts: it may be the difference."""
    cost = facts.costs.lines.get(found.line.account)
    left = [
        spoken(other.amount, other.currency)
        for other in (cost.abroad if cost else ())
        if other.converted is None and other.figure in ("actual", "commitments")
    ]
    return f"; besides {' and '.join(left)}, which no rate converts" if left else ""
