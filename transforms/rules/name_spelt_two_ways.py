"""A name spelt two ways.

Why: a slip of the keys makes two people of one, and whoever stands as two has no deal, no rate and
no conflict where the names meet.

Looked at: full names that stand on one sheet and not on another that has nearly the same, and roles
of a day-out-of-days that are nearly a role of the cast list, or whose performer there (in a column,
in the role's place, or beside it in one cell) is nearly the cast list's. They are not taken for one
person; only a role with the same number is joined. Names on one sheet, names of people with
different jobs, and names that differ by a figure are left alone.

Flags:
    Crew List:
    | Department | Position | Name          | Start Date |
    | Camera     | 1st AC   | Tomasz Bielak | 2026-03-02 |
    | Grip       | Key Grip | Mads Holm     | 2026-03-02 |

    Crew Days:
    | Crew             | 3/2 | 3/3 |
    |                  | Mon | Tue |
    | *BEILAK, Tomasz* | SW  | WF  |
    | HOLM, Mads       | SW  | WF  |

Flags:
    Cast List:
    | No. | Role   | Performer   |
    | 1   | GEORGE | Ana Moreno  |
    | 2   | BEN    | Ben Adeyemi |

    DOOD:
    | Cast       | 3/2 | 3/3 |
    |            | Mon | Tue |
    | *1.GEROGE* | SW  | WF  |
    | 2.BEN      | SW  | WF  |

Flags:
    Cast List:
    | No. | Role   | Performer           |
    | 1   | GEORGE | Ana Moreno          |
    | 7   | TUCKER | Desmond Ikeda-Rowe  |

    DOOD:
    | # | Role   | Performer           | 3/2 | 3/3 |
    |   |        |                     | Mon | Tue |
    | 1 | GEORGE | Ana Moreno          | SW  | WF  |
    | 7 | TUCKER | *Desmond Ikeda-Row* | SW  | WF  |

Flags:
    Deal Memos:
    | Name              | Position      | Start Date | End Date   | Rate | Per |
    | CAST (SAG-AFTRA)  |               |            |            |      |     |
    | Vanhoute, Deirdre | Rev. Carver   | 2026-03-02 | 2026-03-03 | 1246 | day |
    | Ferreira, Luis    | Ferry Captain | 2026-03-02 | 2026-03-03 | 1246 | day |
    | CAMERA            |               |            |            |      |     |
    | Lindgren, Ida     | Operator      | 2026-03-02 | 2026-03-03 | 600  | day |

    DOOD:
    | # | Character     | Artist / Shooting Day | 3/2 | 3/3 |
    |   |               |                       | Mon | Tue |
    | 7 | FERRY CAPTAIN | Luis Ferreira         | SW  | WF  |
    | 8 | REV. CARVER   | *Deirdre Vanhoutte*   | SW  | WF  |

Flags:
    Cast List:
    | No. | Role       | Performer      |
    | 1   | GEORGE     | Ana Moreno     |
    | 2   | NURSE HALE | Leticia Wexler |
    | 3   | HATTIE     | Odile Oyelaran |

    DOOD:
    | #    | Character               | 3/2 | 3/3 |
    |      |                         | Mon | Tue |
    | 1    | GEORGE / Ana Moreno     | SW  | WF  |
    | 2    | *NRUSE HALE*            | SW  | WF  |
    | 3    | *HATTIE / Odile Oyelarin*| SW  | WF  |

Passes:
    Cast List:
    | No. | Role   | Performer     |
    | 1   | GEORGE | Walt Duquesne |
    | 7   | TUCKER | Jörg Hölzl    |

    DOOD:
    | # | Role   | Performer       | 3/2 | 3/3 |
    |   |        |                 | Mon | Tue |
    | 1 | GEORGE | Walter Duquesne | SW  | WF  |
    | 7 | TUCKER | Joerg Hoelzl    | SW  | WF  |

Passes:
    Crew List:
    | Department | Position          | Name        | Start Date |
    | Camera     | DP                | Ana Moreno  | 2026-03-02 |
    | Costume    | Costume Designer  | Anna Moreno | 2026-03-02 |

    Crew Days:
    | Crew         | 3/2 | 3/3 |
    |              | Mon | Tue |
    | MORENO, Anna | SW  | WF  |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.people import names
from transforms.rule import Finding, rule


@rule(
    "name-spelt-two-ways",
    on=(Sheet(("crew", "cast")),),
    severity=Severity.WARNING,
    topic=Topic.DATA,
)
def name_spelt_two_ways(facts: Facts) -> Iterator[Finding]:
    """One finding for each pair of spellings."""
    for pair in facts.identities.suspected:
        yield Finding(
            message=f"{pair.at.text} may be {pair.other.text} on {pair.other.cell.tab}, "
            "spelt differently",
            at=pair.at.cell,
            related=(pair.other.cell,),
            subject=pair.other.text,
            expected=f"{pair.other.text}, if it is the same person",
            suggestion="Correct whichever is misspelt; until then they count as two people.",
        )
    yield from _roles(facts)
    yield from _performers(facts)


def _roles(facts: Facts) -> Iterator[Finding]:
    """Roles of the day-out-of-days that look like misspellings of the cast list's."""
    cast = facts.table("cast")
    if cast is None or facts.table("dood") is None:
        return
    seen = set()
    for element, line in facts.roster.slips.items():
        key = (facts.roster.key[element], line)
        if key in seen:
            continue
        seen.add(key)
        role = str(cast.frame.at[line, "role"])
        joined = element in facts.roster.cast
        yield Finding(
            message=f"{facts.shown(element)} may be {role} on the cast list, spelt differently"
            + ("; it is joined by its number" if joined else ""),
            at=facts.dood.element_cell(element),
            related=(cast.cell(line, "role"),),
            subject=role,
            expected=f"{role}, if it is the same role",
            suggestion="Correct whichever is misspelt.",
        )


def _performers(facts: Facts) -> Iterator[Finding]:
    """Performers of the day-out-of-days who look like misspellings of who has the role on a list.

    That is the cast list, or a crew list that has the roles among its positions.
    """
    if facts.table("dood") is None:
        return
    for kind, joined in (("cast", facts.roster.cast), ("crew", facts.roster.crew)):
        table = facts.table(kind)
        if table is None or "name" not in table.frame:
            continue
        for element, field, said in _named(facts):
            for line in joined.get(element, ())[:1]:
                listed = table.frame.at[line, "name"]
                if isinstance(listed, str) and names.misspelt_in_place(said, listed):
                    yield Finding(
                        message=f"{said} is {listed} on the {kind} list, spelt differently",
                        at=facts.dood.element_cell(element, field),
                        related=(table.cell(line, "name"),),
                        subject=listed,
                        expected=listed,
                        suggestion="Correct whichever is misspelt.",
                    )


def _named(facts: Facts) -> Iterator[tuple[int, str, str]]:
    """Whom the elements name: the element, the field, and each name that stands there.

    Where there is no column for performers they stand for their roles, or beside them in one cell.
    """
    elements = facts.dood.elements[["name", "performer"]]
    for label, role, performer in elements.itertuples(name=None):
        if isinstance(performer, str):
            yield label, "performer", performer
        elif isinstance(role, str):
            for said in _BESIDE.split(role):
                yield label, "name", said


_BESIDE = re.compile(r"\s*[/|\n()]\s*|\s+[-–—]\s+")
"""What stands between a role and who plays it: "HATTIE CRANE / Odile Oyelaran"."""
