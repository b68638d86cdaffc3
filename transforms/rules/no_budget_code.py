"""No budget code.

Why: a position without an account is paid from nowhere: its cost is coded by guess, or by nobody,
and no line of the budget is ready for it.

Looked at: the account column of the crew list, for everybody with a position who has not declined.
Where most of a list's codes are the budget's, a code that the budget lacks is told as well;
"2201-05" is 2201's (the setting sub_accounts may keep it apart). A list on which fewer than half of
the positions are coded is one finding, at its first line without a code.

Flags:
    Crew:
    | Department | Position   | Name         | Start Date | Account |
    | Camera     | DP         | Ida Lindgren | 2026-03-02 | 3301    |
    | Camera     | 1st AC     | Tom Okafor   | 2026-03-02 | **      |
    | Grip       | Key Grip   | Sol Ferrer   | 2026-03-02 | 2501    |

Flags:
    Budget:
    | Account | Description | Budget |
    | 2501    | Key Grip    | 40000  |
    | 3301    | DP          | 40000  |

    Crew:
    | Department | Position   | Name         | Start Date | Account |
    | Camera     | DP         | Ida Lindgren | 2026-03-02 | 3301    |
    | Camera     | 1st AC     | Tom Okafor   | 2026-03-02 | *3311*  |
    | Grip       | Key Grip   | Sol Ferrer   | 2026-03-02 | 2501-01 |

Passes:
    Budget:
    | Account | Description | Budget |
    | 2501    | Key Grip    | 40000  |
    | 3301    | DP          | 40000  |

    Crew:
    | Department | Position   | Name         | Start Date | Account | Status   |
    | Camera     | DP         | Ida Lindgren | 2026-03-02 | 3301    |          |
    | Camera     | 1st AC     | Tom Okafor   | 2026-03-02 |         | Declined |
    | Grip       | Key Grip   | Sol Ferrer   | 2026-03-02 | 2501-01 |          |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.issue import Severity, Topic
from model.table import Table
from schemas.values.marks import Booking, booking
from transforms import words
from transforms.costs.levels import KINDS
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.records import Record, records
from transforms.rule import Finding, rule

_MOST = 20
"""Cells that a finding names."""


@rule(
    "no-budget-code",
    on=(Sheet(("crew",), fields=("account",)),),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def no_budget_code(facts: Facts) -> Iterator[Finding]:
    """One finding for each position, or one for a list that is hardly coded at all."""
    crew = facts.table("crew")
    if crew is None or not crew.has("account"):
        return
    people = _lines(crew)
    coded = [(label, record) for label, record in people if record.get("account")]
    blank = [(label, record) for label, record in people if not record.get("account")]
    if len(blank) > len(coded):
        yield _hardly_coded(crew, blank, len(people))
    else:
        yield from (_blank(crew, label, record) for label, record in blank)
    unknown = [each for each in coded if facts.chart.line_of(str(each[1]["account"])) is None]
    if len(unknown) * 2 < len(coded):
        yield from (_unknown(facts, crew, label, record) for label, record in unknown)


def _lines(crew: Table) -> list[tuple[int, Record]]:
    """The positions of lists that have a column for the account, without those that declined."""
    coded = [number for number, place in enumerate(crew.places) if "account" in place.columns]
    return [
        (label, record)
        for label, record in records(crew.frame)
        if record.get("position")
        and record.get("place", 0) in coded
        and booking(record.get("status")) is not Booking.DECLINED
    ]


def _who(record: Record) -> str:
    """A position with its name: "1st AC, Tom Okafor"."""
    return ", ".join(str(record[part]) for part in ("position", "name") if record.get(part))


def _blank(crew: Table, label: int, record: Record) -> Finding:
    return Finding(
        message=f"{_who(record)} has no budget code",
        at=crew.cell(label, "account"),
        related=(crew.cell(label, "position"),),
        subject=str(record.get("name") or record["position"]),
        expected="the account that pays the position",
        suggestion="Type the account of the budget that the position is paid from.",
    )


def _hardly_coded(crew: Table, blank: Sequence[tuple[int, Record]], of: int) -> Finding:
    """One finding for all of a list that somebody has only begun to code."""
    cells = [crew.cell(label, "account") for label, _ in blank]
    return Finding(
        message=f"{len(blank)} of {words.counted(of, 'position')} have no budget code",
        at=cells[0],
        related=tuple(cells[1:_MOST]),
        subject=cells[0].tab,
        expected="the account that pays each position",
        suggestion="Type the account of the budget that each position is paid from.",
    )


def _unknown(facts: Facts, crew: Table, label: int, record: Record) -> Finding:
    code = str(record["account"])
    return Finding(
        message=f"{_who(record)} is coded to {code}, which the budget lacks",
        at=crew.cell(label, "account"),
        related=(crew.cell(label, "position"), *facts.corners(*KINDS)),
        subject=str(record.get("name") or record["position"]),
        expected="an account of the budget",
        suggestion="Correct the account, or add it to the budget.",
    )
