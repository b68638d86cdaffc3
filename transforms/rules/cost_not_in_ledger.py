"""Cost that the ledger has not posted.

Why: where there is a ledger, it is the actual; what payroll, petty cash or orders say beyond it is
in no figure of the cost report until somebody posts or accrues it.

Looked at: account by account, what orders were invoiced for, petty cash and payroll's gross (its
fringe may be posted to an account of its own) against the ledger's net sum together with what the
cost report takes for accrued. Ledgers hold costs of other kinds too, so more in the ledger is
nothing to flag. A ledger whose debits are its credits is asked like any other. Where the lines
whose amounts the ledger has nowhere on the account make up the difference, they are told, else all;
where there is none, each was posted, and a credit note is no cost that lacks. What is dated after
the ledger's last posting cannot be in it yet. Where the ledger names envelopes of petty cash by
their numbers, one that it does not name is told as a whole.

Flags:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |
    | 2202    | Set Designer | 20000  |

    Payroll:
    | Week Ending | Name    | Account | Hours | Gross  | Fringe |
    | 2026-02-28  | Ann Lee | 2201    | 50    | 1000   | 210    |
    | 2026-03-07  | Ann Lee | 2201    | 50    | *1000* | 210    |

    Ledger:
    | Account | Date       | Source | Vendor  | Description | Debit | Credit |
    | 2201    | 2026-03-02 | PR-1   | Payroll | Week 1      | 1000  |        |
    | 2202    | 2026-03-09 | AP-1   | Foam    | Foam        | 300   |        |

Flags:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    Petty Cash:
    | Envelope | Date       | Vendor    | Description | Account | Amount  |
    | PC-1     | 2026-03-02 | Ace       | Tape        | 2201    | 24.10   |
    | PC-2     | 2026-03-05 | Hardware  | Rope        | 2201    | *61.50* |

    Ledger:
    | Account | Date       | Source | Vendor | Description | Debit | Credit |
    | 2201    | 2026-03-09 | PC-1   | Ace    | Tape        | 24.10 |        |

Flags:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    Petty Cash:
    | Envelope | Custodian | Date       | Vendor    | Account | Amount  |
    | PC-1     | Ann Lee   | 2026-03-02 | Ace       | 2201    | 24.10   |
    | PC-2     | Ann Lee   | 2026-03-03 | Ace       | 2201    | 12.00   |
    | PC-3     | Ben Ode   | 2026-03-05 | Hardware  | 2201    | *61.50* |
    | PC-4     | Ann Lee   | 2026-03-12 | Ace       | 2201    | 8.00    |

    Ledger:
    | Account | Date       | Source | Vendor  | Description     | Debit  | Credit |
    | 2201    | 2026-03-09 | PC     | Ann Lee | Petty cash PC-1 | 24.10  |        |
    | 2201    | 2026-03-09 | PC     | Ann Lee | Petty cash PC-2 | 12.00  |        |
    | 2201    | 2026-03-09 | AP     | Lumber  | Timber          | 900.00 |        |

Passes:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    PO Log:
    | PO # | Vendor | Account | Date       | Description | Amount | Invoiced |
    | 101  | Basin  | 2201    | 2026-03-02 | Mooring     | 2500   | 2500     |

    Ledger:
    | Account | Date       | Source | Vendor | Description | Debit | Credit |
    | 2201    | 2026-03-02 | AP-1   | Basin  | Mooring     | 2500  |        |
    | 2201    | 2026-03-09 | CN-1   | Basin  | Half a day  |       | 250    |

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

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import pandas as pd

from model.issue import Cost, Severity, Topic
from model.money import cents, spoken, total
from transforms.costs.basis import spoken_sheets
from transforms.costs.envelopes import Envelope, among, last_posting, unposted
from transforms.costs.overages import with_tabs
from transforms.costs.postings import KINDS
from transforms.facts import Facts
from transforms.needs import Sheet, WholeLedger
from transforms.rule import Finding, rule

_PARTS = ("invoiced", "posted", "gross")
_MOST = 20
"""Cells that a finding names."""


@rule(
    "cost-not-in-ledger",
    on=("budget", "ledger", WholeLedger(), Sheet(KINDS[1:])),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def cost_not_in_ledger(facts: Facts) -> Iterator[Finding]:
    """One finding for each envelope left out; for each account, at the first of its postings."""
    envelopes = unposted(facts)
    yield from (_left_out(facts, envelope) for envelope in envelopes)
    frame, last = facts.postings.frame, last_posting(facts)
    frame = frame[(frame["currency"] == "") & (frame["account"] != "")]
    late = [last is not None and isinstance(day, date) and day > last for day in frame["date"]]
    frame = frame[~(pd.Series(late, frame.index, dtype=bool) | among(frame, facts, envelopes))]
    codes = frame["account"].unique()
    lines = frame["account"].map({code: facts.chart.line_of(code) for code in codes})
    booked = (frame["kind"] == "ledger") | (frame["part"] == "accrued")
    told = ~booked & frame["part"].isin(_PARTS)
    ledger = frame[booked].groupby(lines[booked])["amount"]
    posted, amounts = ledger.sum(), ledger.agg(list)
    for account, rows in frame[told].groupby(lines[told], sort=True):
        in_ledger = posted.get(account, 0)
        if total(rows["amount"]) > in_ledger:
            alone = _alone(rows, _standing(amounts.get(account, [])))
            if alone.empty:
                continue
            missing = total(rows["amount"]) - in_ledger
            shown = alone if total(alone["amount"]) == missing else rows
            yield _finding(facts, str(account), rows, shown, total([in_ledger]))


def _left_out(facts: Facts, envelope: Envelope) -> Finding:
    amount = spoken(envelope.amount, facts.production.currency)
    whose = f" ({envelope.custodian})" if envelope.custodian else ""
    return Finding(
        message=f"Envelope {envelope.number}{whose} of {amount} is not in the ledger, which names "
        "the others by their numbers",
        at=envelope.cells[0],
        related=with_tabs(envelope.cells, facts.corners("ledger"))[1:],
        subject=envelope.custodian or envelope.number,
        dates=tuple(sorted(set(envelope.dates))),
        cost=Cost(cents(envelope.amount), f"envelope {envelope.number}", envelope.cells),
        expected="a posting in the ledger",
        suggestion="Post the envelope, or accrue it.",
    )


def _standing(amounts: Iterable[Decimal]) -> Counter[Decimal]:
    """An account's postings without those that were reversed to the cent: how many of each."""
    left: Counter[Decimal] = Counter()
    for amount in amounts:
        if left[-amount]:
            left[-amount] -= 1
        else:
            left[amount] += 1
    return left


def _alone(rows: pd.DataFrame, left: Counter[Decimal]) -> pd.DataFrame:
    """The lines to whose amount no posting of the account is ``left``; each is some line's."""
    kept = []
    for amount in rows["amount"]:
        kept.append(not left[amount])
        left[amount] -= bool(left[amount])
    return rows[kept]


def _finding(
    facts: Facts, account: str, rows: pd.DataFrame, shown: pd.DataFrame, posted: Decimal
) -> Finding:
    currency, said = facts.production.currency, total(rows["amount"])
    kinds = tuple(kind for kind in KINDS if kind in set(rows["kind"]))
    cells = facts.postings.cells(shown, _MOST)
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
