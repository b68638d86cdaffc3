"""Cost differs from the sheets behind it.

Why: the budget's actual and commitments are typed or imported; where the ledger or the order log
say otherwise, one of the two is wrong, and so are the estimate and the variance made from it.

Looked at: the budget's own columns for actual to date, commitments and total cost, account by
account, against the ledger, or where there is none what orders were invoiced for, petty cash and
payroll (these may lack some cost: a budget that has more than they do is flagged only where all
three are there), and against the open part of the orders, on the accounts that anything was
ordered for. A commitment that leaves out what is left of orders invoiced all but whole is right
as well. Sub-accounts count in their account. A difference of up to two is a matter of rounding,
and for information.

A ledger that has less than the budget on most accounts is an export of a period, or of some
accounts: it is told as not checked, and only what it has beyond the budget is flagged, in the
column of the period where that is what it holds. Where most accounts differ for another reason, as
when the ledger is a week further on than the report, that is one finding.

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

Flags:
    Budget:
    | Account | Description  | Budget | Actual this Period | Actual to Date |
    | 2201    | Art Director | 40000  | 1200               | 9000           |
    | 2202    | Set Designer | 20000  | 300                | 4100           |
    | 2203    | Assistants   | 12000  | 0                  | 800            |
    | 2204    | Materials    | 9000   | *150*              | 2500           |
    | 2205    | Rentals      | 8000   | 80                 | 80             |

    Ledger:
    | Account | Date       | Source | Vendor      | Description | Debit | Credit |
    | 2201    | 2026-03-02 | PR-7   | Payroll     | Week 7      | 1200  |        |
    | 2202    | 2026-03-03 | PR-7   | Payroll     | Week 7      | 300   |        |
    | 2204    | 2026-03-04 | AP-2   | Stage Paint | Brushes     | 450   |        |
    | 2205    | 2026-03-04 | AP-3   | Foam World  | Tools       | 80    |        |

Passes:
    Budget:
    | Account | Description    | Budget | Actual to Date | Commitments |
    | 3320    | Camera Package | 16000  | 15600          | 0           |

    Ledger:
    | Account | Date       | Source | Vendor    | PO # | Description | Debit | Credit |
    | 3320    | 2026-03-02 | AP-1   | Rose City | 103  | Camera      | 7800  |        |
    | 3320    | 2026-03-12 | AP-2   | Rose City | 103  | Camera      | 7800  |        |

    PO Log:
    | PO # | Vendor    | Account | Date       | Description | Amount | Invoiced | Status |
    | 103  | Rose City | 3320    | 2026-02-02 | Camera      | 15600  | 7800     | Closed |
    | 103  | Rose City | 3320    |            | 2nd half    |        | 7800     | Closed |

Passes:
    Budget:
    | Account | Description  | Budget | Actual to Date | Commitments |
    | 2201    | Art Director | 40000  | 1910.50        | 0           |
    | 2202    | Set Designer | 20000  | 940            | 300         |

    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced |
    | 101  | Stage Paint | 2201    | 2026-02-02 | Paint       | 2000   | 1910.50  |
    | 102  | Stage Paint | 2202    | 2026-02-02 | Paint       | 1000   | 940      |
    | 103  | Stage Paint | 2202    | 2026-02-02 | Paint       | 300    |          |

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

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from model.issue import Cost, Severity, Topic
from model.money import cents, spoken, total
from transforms.costs.basis import spoken_sheets
from transforms.costs.comparison import Difference, differences
from transforms.costs.extract import FEW
from transforms.costs.overages import named, with_tabs
from transforms.costs.postings import KINDS
from transforms.costs.remains import are_some, remains
from transforms.facts import Facts
from transforms.needs import Sheet, WholeLedger
from transforms.rule import Finding, rule

_ROUNDING = Decimal(2)
_WORDS: Mapping[str, str] = {
    "actual_to_date": "actual to date",
    "actual_period": "actual this period",
    "commitments": "commitments",
    "total_cost": "total cost",
}


@rule(
    "cost-differs",
    on=("budget", Sheet(KINDS), WholeLedger(required=False)),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def cost_differs(facts: Facts) -> Iterator[Finding]:
    """One finding for each account and column, at the budget's own cell."""
    lines, _ = facts.budget
    columns: dict[str, list[Difference]] = defaultdict(list)
    frame = facts.postings.frame
    orders = frame.loc[frame["kind"] == "purchase_orders", "account"].unique()
    ordered = {line for code in orders if (line := facts.chart.line_of(code))}
    left = remains(facts.postings, facts.chart)
    for found in differences(lines, facts.costs, facts.ledger_part, ordered):
        open_ = left.get(found.line.account, ()) if found.field == "commitments" else ()
        if not (open_ and are_some(found.more, open_)):
            columns[found.field].append(found)
    for name, own in columns.items():
        stated = {line.account for line in lines if line.given[name]}
        if len(own) > FEW and len(own) * 2 > len(stated | {found.line.account for found in own}):
            yield _most(facts, own)
        else:
            yield from (_finding(facts, found) for found in own)


def _most(facts: Facts, found: Sequence[Difference]) -> Finding:
    """All that is to be said where the column and the sheets behind it do not go together."""
    first, currency = found[0], facts.production.currency
    stated, posted = (
        spoken(total(getattr(one, side) for one in found), currency)
        for side in ("stated", "posted")
    )
    return Finding(
        message=f"{_WORDS[first.field][0].upper()}{_WORDS[first.field][1:]} differs on "
        f"{len(found)} accounts, which is most of them: {stated} in the budget and {posted} by "
        f"{spoken_sheets(_kinds(facts, first))}",
        at=first.at,
        related=(*(one.at for one in found[1:]), *facts.corners(*_kinds(facts, first))),
        expected="the same costs on both, up to the same day",
        suggestion="See whether both are of one day, and whether all costs are on these sheets.",
    )


def _finding(facts: Facts, found: Difference) -> Finding:
    currency, kinds = facts.production.currency, _kinds(facts, found)
    stated, posted = spoken(found.stated, currency), spoken(found.posted, currency)
    off = spoken(abs(found.more), currency)
    name = f"{found.line.account} {found.line.description}".strip()
    cells = named(found.cells)
    return Finding(
        message=f"{name}: {_WORDS[found.field]} is {stated} in the budget and {posted} by "
        f"{spoken_sheets(kinds)}, {off} {'more' if found.more > 0 else 'less'}"
        f"{_besides(facts, found)}",
        at=found.at,
        related=with_tabs(cells, facts.corners(*kinds)),
        subject=found.line.account,
        cost=Cost(cents(abs(found.more)), f"{posted} - {stated}", (found.at, *cells)),
        expected=posted,
        suggestion="Find what is missing or posted twice; mend the sheet that is wrong.",
        severity=Severity.INFO if abs(found.more) <= _ROUNDING else None,
    )


def _kinds(facts: Facts, found: Difference) -> tuple[str, ...]:
    """The kinds of sheet that a figure was compared with."""
    spent = facts.costs.basis.actual if found.field != "commitments" else ()
    orders = ("purchase_orders",) if found.field in ("commitments", "total_cost") else ()
    return tuple(dict.fromkeys((*spent, *orders)))


def _besides(facts: Facts, found: Difference) -> str:
    """What the other sheets hold in currencies that no rate converts: it may be the difference."""
    cost = facts.costs.lines.get(found.line.account)
    left = [
        spoken(other.amount, other.currency)
        for other in (cost.abroad if cost else ())
        if other.converted is None and other.figure in ("actual", "commitments")
    ]
    return f"; besides {' and '.join(left)}, which no rate converts" if left else ""
