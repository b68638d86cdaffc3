"""A name matched in spite of a difference.

Why: people stand as Bob on one sheet and as Robert on another. Where nobody else can be meant they
are taken for one person, so that deals, days and conflicts come together; whoever knows them can
see it here and say so if they are two.

Looked at: full names on crew and cast lists, payrolls and days-out-of-days. Short forms of given
names, initials, middle names and second surnames left out, names in another order. Two names on
one sheet are never joined, nor two with different jobs, nor one that could be either of two.

Flags:
    Crew List:
    | Department | Position | Name         | Start Date |
    | Grip       | Key Grip | Bob Lindgren | 2026-03-02 |
    | Grip       | Best Boy | Tom Okafor   | 2026-03-02 |

    Crew Days:
    | Crew               | 3/2 | 3/3 |
    |                    | Mon | Tue |
    | *LINDGREN, Robert* | SW  | WF  |
    | OKAFOR, Tom        | SW  | WF  |

Passes:
    Crew List:
    | Department | Position | Name            | Start Date |
    | Grip       | Key Grip | Bob Lindgren    | 2026-03-02 |
    | Grip       | Best Boy | Robert Lindgren | 2026-03-02 |
    | Camera     | 1st AC   | Tom Hart Sr.    | 2026-03-02 |

    Crew Days:
    | Crew        | 3/2 | 3/3 |
    |             | Mon | Tue |
    | LINDGREN, R | SW  | WF  |
    | Tom Hart Jr | SW  | WF  |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule


@rule(
    "name-matched-loosely",
    on=(Sheet(("crew", "cast")),),
    severity=Severity.INFO,
    topic=Topic.DATA,
)
def name_matched_loosely(facts: Facts) -> Iterator[Finding]:
    """One finding for each pair of spellings that were taken for one person."""
    for pair in facts.identities.loose:
        yield Finding(
            message=f"{pair.at.text} is taken for {pair.other.text} on {pair.other.cell.tab}, in "
            f"spite of {pair.why}",
            at=pair.at.cell,
            related=(pair.other.cell,),
            subject=pair.other.text,
            suggestion="Spell the name the same on both sheets; if they are two people, give each "
            "a middle name or an initial.",
        )
