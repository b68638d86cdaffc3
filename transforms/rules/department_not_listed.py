"""A department of the settings that the crew list has not.

Why: the agreement that the settings give to it governs nobody, so that rules on that agreement pass
its people over.

Looked at: each department under `department_agreements` in the settings, against the departments
of the crew list; the word "department" and how it is written make no difference.

Flags:
    Settings: agreements = iatse-basic-2024; department_agreements = Gripp: iatse-basic-2024

    Crew List:
    | *Department* | Position | Name       | Phone    |
    | Grip         | Key Grip | Bo Sanders | 555-0101 |
    | Grip         | Best Boy | Jo Willard | 555-0102 |

Passes:
    Settings: agreements = iatse-basic-2024; department_agreements = grip: iatse-basic-2024

    Crew List:
    | Department      | Position | Name       | Phone    |
    | GRIP DEPARTMENT | Key Grip | Bo Sanders | 555-0101 |
    | GRIP DEPARTMENT | Best Boy | Jo Willard | 555-0102 |
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.facts import Facts
from transforms.people.deals import listed
from transforms.people.governed import team
from transforms.rule import Finding, rule


@rule("department-not-listed", on=("crew",), severity=Severity.WARNING, topic=Topic.DATA)
def department_not_listed(facts: Facts) -> Iterator[Finding]:
    """One finding for each department of the settings that nobody on the crew list is in."""
    table = facts.table("crew")
    crew = listed(table).values() if table is not None else ()
    known = {team(deal.department): deal.department for deal in crew if deal.department}
    for name in facts.production.department_agreements:
        if team(name) in known:
            continue
        near = difflib.get_close_matches(team(name), known, 1)
        meant = f"Perhaps {known[near[0]]!r} was meant; write it" if near else "Write it"
        yield Finding(
            message=f"The settings give the department {name!r} an agreement; nobody is in it",
            at=facts.corners("crew")[0],
            expected="a department of the crew list under 'department_agreements'",
            suggestion=f"{meant} in the settings as the crew list does.",
        )
