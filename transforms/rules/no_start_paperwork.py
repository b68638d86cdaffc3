"""No start paperwork.

Why: payroll cannot pay somebody whose start paperwork it does not have.

Looked at: the cast and crew lists' column for start paperwork, as for `no-deal-memo`; where forms
have columns of their own ("I-9", "W-4"), those that most people have in.

Flags:
    Settings: today = 2026-03-02

    Crew:
    | Department | Position   | Name         | Start Date | End Date   | Start Paperwork |
    | Camera     | DP         | Ida Lindgren | 2026-03-09 | 2026-03-20 | *No*            |

Passes:
    Settings: today = 2026-03-02

    Crew:
    | Department | Position   | Name         | Start Date | End Date   | Start Paperwork |
    | Camera     | DP         | Ida Lindgren | 2026-03-09 | 2026-03-20 | Yes             |
    | Camera     | 1st AC     | Tom Okafor   | 2026-03-10 | 2026-03-20 | No              |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from schemas.people import papers
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.people.paperwork import unsigned
from transforms.rule import Finding, rule


@rule(
    "no-start-paperwork",
    on=(Sheet(("crew", "cast"), fields=("start_paperwork",), also=("crew_grid",)),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def no_start_paperwork(facts: Facts) -> Iterator[Finding]:
    """One finding for each person."""
    yield from unsigned(facts, papers.START, "start paperwork")
