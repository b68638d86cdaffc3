"""Not on the cast list.

Why: somebody whom the day-out-of-days schedules and the cast list lacks has no deal, no contact
and no paperwork that anybody could find.

Looked at: the elements of each day-out-of-days that is about the cast list's people: one that
agrees with it on at least one number and name. A number that the list gives to another role counts
as not listed; a name that looks misspelt is for name-spelt-two-ways. Doubles, stand-ins, stunts,
lines for many ("EXTRAS"), crew without a number ("Stunt Coordinator") and whatever stands below a
banner for others ("OTHER ELEMENTS", "ANIMALS") are seldom on a cast list, and are left alone.

Flags:
    Cast List:
    | No. | Role | Performer  |
    | 1   | ANA  | Ana Moreno |
    | 2   | BEN  | Ben Adeyemi |

    DOOD:
    | Cast     | 3/2 | 3/3 |
    |          | Mon | Tue |
    | 1.ANA    | SW  | WF  |
    | *3.CARL* | SW  | WF  |
    | *2.DORA* | SWF |     |

Passes:
    Cast List:
    | No. | Role       | Performer  |
    | 1   | ANA MORENO | Ana Moreno |
    |     | Carl       | Carl Ruiz  |

    DOOD:
    | Cast     | 3/2 | 3/3 |
    |          | Mon | Tue |
    | 1.ANA    | SW  | WF  |
    | 3.CARL   | SW  | WF  |

    Picture Vehicles:
    | Vehicle  | 3/2 | 3/3 |
    |          | Mon | Tue |
    | 2.TAXI   | SW  | WF  |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from schemas.people import film_jobs
from schemas.values.doubles import without_stunt
from transforms.facts import Facts
from transforms.people.cast_join import doubles_of, is_numbered
from transforms.people.names import fold
from transforms.records import Record, records
from transforms.rule import Finding, rule


@rule("cast-not-listed", on=("dood", "cast"), severity=Severity.WARNING, topic=Topic.CONFLICT)
def cast_not_listed(facts: Facts) -> Iterator[Finding]:
    """One finding for each element, where it first stands."""
    roster, dood, seen = facts.roster, facts.dood, set()
    cast = facts.table("cast")
    holders = {
        str(record["element_id"]).strip(): label
        for label, record in records(cast.frame if cast is not None else dood.elements[:0])
        if record.get("element_id")
    }
    doubles = doubles_of(list(records(dood.elements)))
    for element, record in records(dood.elements):
        key = roster.key[element]
        if element in roster.many | roster.aside or element in doubles or _is_no_role(record):
            continue
        if element in roster.crew and not is_numbered(record):
            continue
        if record["place"] not in roster.cast_places or element in roster.cast or key in seen:
            continue
        if dood.element_cell(element) in facts.doubted:
            continue
        seen.add(key)
        holder = holders.get(str(record["element_id"] or "").strip())
        taken = (cast.cell(holder, "role"),) if cast is not None and holder is not None else ()
        name = facts.shown(element)
        yield Finding(
            message=f"{name} is in the day-out-of-days but not on the cast list"
            + (f", which gives number {record['element_id']} to another role" if taken else ""),
            at=dood.element_cell(element),
            related=taken,
            subject=name,
            suggestion="Add the role to the cast list, or correct its number or name.",
        )


def _is_no_role(record: Record) -> bool:
    """Whether an element is a stunt performer, or a job of the crew's that bears no number."""
    said = str(record["name"] or "")
    if without_stunt(said) is not None or not set(fold(said).split()) - {"stunt", "stunts"}:
        return True
    return not is_numbered(record) and film_jobs.is_film_job(said)
