"""Double-booked.

Why: nobody, and nothing, can be in two places on one day. One of the two units has to give way, or
the sheet is wrong.

Looked at: work on two day-out-of-days, or on two rows of the same one, on one day; a person is
known by the cast list's full name, or by number and name. Two units of the crew list whose dates
overlap count as well. Two roles of one performer in the same unit are no conflict, nor is a row for
the days before a drop and another for those after the pick-up, nor a line that stands for many
("EXTRAS", "COPS (x4)"), nor a double who bears the number of whom they double for. Tabs that part a
schedule by episodes are one unit's, unless they number its shooting days apart. A name that no
number and no second name tells from another is a warning; a travel day against a work day, a line
without an end date, somebody who is only pencilled and one whom a note lets go to the other unit
are worth knowing, and one who declined is not counted. Two tabs with mostly the same people on the
same days are two versions of one schedule, and one finding.

Flags:
    Main Unit:
    | Cast        | 3/2 | 3/3 | 3/4 |
    |             | Mon | Tue | Wed |
    | 1.ANA MOREN | SW  | *W* | WF  |
    | 2.BEN       | SW  | W   | WF  |

    2nd Unit:
    | Cast        | 3/2 | 3/3 | 3/4 |
    |             | Mon | Tue | Wed |
    | 1.ANA MOREN |     | SWF |     |

Flags:
    Crew:
    | Department | Position  | Name        | Unit | Start Date | End Date   |
    | Camera     | Operator  | Ida Lindgren | Main | 2026-03-02 | 2026-03-20 |
    | Camera     | Operator  | *Ida Lindgren* | 2nd  | 2026-03-16 | 2026-03-27 |
    | Grip       | Key Grip  | Tom Okafor  | Main | 2026-03-02 | 2026-03-13 |
    | Grip       | Key Grip  | Tom Okafor  | 2nd  | 2026-03-16 | 2026-03-27 |

Flags:
    Crew Days - Main:
    | Position | Name         | 3/2 | 3/3 | 3/4 |
    | Gaffer   | Sol Ferrer   | W   | W   | W   |
    | Boom Op  | Ida Lindgren | W   | pen | *W* |

    Crew Days - 2nd Unit:
    | Position | Name         | 3/2 | 3/3 | 3/4 |
    | Key Grip | Tom Okafor   | W   | W   | W   |
    | Boom Op  | Ida Lindgren |     | W   | W   |

Flags:
    Crew Days:
    | Position | Name         | 3/2 | 3/3 | 3/4 | 3/5 |
    | 2641 TRAILHEAD - shoot 3/2 and 3/3 |
    | Gaffer   | Sol Ferrer   | X   | *X* |     |     |
    | Boom Op  | Ida Lindgren | X   | X   |     |     |
    | 2643 GLASS HOUR music video |
    | Gaffer   | Sol Ferrer   |     | X   | X   | X   |
    | Boom Op  | Ida Lindgren |     | 1H  | X   | X   |

Passes:
    Crew List:
    | Position  | Name         | Unit  | Start Date | End Date   |
    | Gaffer    | Sol Ferrer   | Main  | 2026-03-02 | 2026-03-20 |
    | Focus     | Ida Lindgren | MU/2U | 2026-03-02 | 2026-03-20 |

    Crew Days - Main:
    | Position | Name         | 3/2 | 3/3 | 3/4 |
    | Gaffer   | Sol Ferrer   | W   | W   | W   |
    | Focus    | Ida Lindgren | W   | W   |     |

    Crew Days - 2nd Unit:
    | Position | Name         | 3/2 | 3/3 | 3/4 |
    | Key Grip | Tom Okafor   | W   | W   | W   |
    | Focus    | Ida Lindgren |     |     | W   |

Passes:
    Main Unit:
    | Cast    | 3/2 | 3/3 | 3/4 | 3/5 |
    |         | Mon | Tue | Wed | Thu |
    | 1.ANA   | SW  | WD  |     |     |
    | 1.ANA   |     |     |     | PWF |
    | 2.BEN   | SW  | H   | WF  |     |

    2nd Unit:
    | Cast    | 3/2 | 3/3 | 3/4 | 3/5 |
    |         | Mon | Tue | Wed | Thu |
    | 7.ANA   | SW  | WF  |     |     |
    | 2.BEN   |     | SWF |     |     |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

import pandas as pd

from model.issue import Severity, Topic
from transforms import words
from transforms.days import lent
from transforms.days.crew_units import by_list_and_grid, on_two_units
from transforms.days.lent import Mark
from transforms.days.units import is_of_episodes
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.people.bookings import weighed
from transforms.rule import Finding, rule


@rule(
    "double-booked",
    on=(Sheet(("dood", "crew", "crew_grid")),),
    severity=Severity.ERROR,
    topic=Topic.CONFLICT,
)
def double_booked(facts: Facts) -> Iterator[Finding]:
    """One finding for each run of days on which the same rows clash."""
    if facts.table("dood") is not None:
        for other, one in facts.second_versions.items():
            yield _one_schedule_twice(facts, one, other)
        for clash in _clashes(facts.booked, _of_one_unit(facts)):
            yield _on_days(facts, clash)
    for clash in lent.clashes(facts):
        yield _on_days(facts, clash)
    yield from by_list_and_grid(facts)
    if (crew := facts.table("crew")) is not None and crew.has("unit"):
        yield from on_two_units(facts)


def _of_one_unit(facts: Facts) -> list[int]:
    """The places of tabs that part one unit's schedule by episodes or blocks.

    A day that two of them give different shooting-day numbers is shot by two units.
    """
    of_episodes = [
        number for number, place in enumerate(facts.dood.places) if is_of_episodes(place.tab)
    ]
    days = facts.dood.days
    counted = days[days["place"].isin(of_episodes) & days["shoot_day"].notna()]
    apart = counted.groupby("date")["shoot_day"].transform("nunique") > 1
    return [place for place in of_episodes if place not in set(counted.loc[apart, "place"])]


def _one_schedule_twice(facts: Facts, one: int, other: int) -> Finding:
    """Say once, and not for every person and day, that one schedule stands on two tabs."""
    elements = facts.dood.elements
    at, first = (
        facts.dood.element_cell(int(elements.index[elements["place"] == place][0]))
        for place in (other, one)
    )
    return Finding(
        message=f"{at.tab} looks like another version of {first.tab}: most people work on both on "
        "the same days. Each is checked for itself, and holds are counted from "
        f"{first.tab} alone",
        at=at,
        related=(first,),
        subject=at.tab,
        severity=Severity.WARNING,
        suggestion="Say in the settings which of the two tabs to ignore.",
    )


def _clashes(marks: pd.DataFrame, episodes: list[int]) -> Iterator[list[Mark]]:
    """The marks of each clash: one person, the same rows, days that follow each other.

    Each in the order of the sheets; the clashes by person and day. ``episodes`` are the places of
    tabs that part one unit's schedule by episodes.
    """
    busy = marks[(marks["work"] | marks["travel"]) & ~marks["many"]]
    busy = busy[busy.duplicated(["person", "ordinal"], keep=False)]
    unit = busy["place"].where(~busy["place"].isin(episodes), -1)
    units = unit.groupby([busy["person"], busy["ordinal"]]).transform("nunique")
    apart = (units > 1) | busy.duplicated(["key", "place", "ordinal"], keep=False)
    busy = busy[apart]
    busy = busy[~busy["element"].isin(_copies(marks, set(busy["element"])))]
    busy = busy[busy.duplicated(["person", "ordinal"], keep=False)]
    busy = busy[busy.groupby(["person", "ordinal"])["work"].transform("any")]
    if busy.empty:
        return
    rows = busy.groupby(["person", "ordinal"])["element"]
    same = ["person", "low", "high", "total"]
    runs = pd.DataFrame({"low": rows.min(), "high": rows.max(), "total": rows.sum()})
    runs = runs.reset_index().sort_values([*same, "ordinal"], kind="stable")
    follows = (runs[same] == runs[same].shift()).all(axis="columns") & (
        runs["ordinal"] == runs["ordinal"].shift() + 1
    )
    runs["clash"] = (~follows).cumsum()
    labelled = busy.reset_index(names="label").merge(runs, on=["person", "ordinal"])
    labelled = labelled.sort_values(["clash", "place", "row", "col"], kind="stable")
    columns = (labelled[name].tolist() for name in ("clash", "label", "element", "ordinal", "work"))
    rows_of = zip(*columns, strict=True)
    for _, clash in groupby(rows_of, key=itemgetter(0)):
        yield [Mark(*mark[1:]) for mark in clash]


def _copies(marks: pd.DataFrame, elements: set[int]) -> set[int]:
    """The rows among some that are an earlier row of their tab over again, mark for mark.

    A line that was copied books nobody twice; the data issues tell it.
    """
    seen: set[tuple[object, ...]] = set()
    found: set[int] = set()
    asked = marks[marks["element"].isin(elements)].sort_values(["element", "ordinal"])
    for (element, key, place), theirs in asked.groupby(["element", "key", "place"], sort=True):
        said = (key, place, *zip(theirs["ordinal"], theirs["work"], theirs["travel"], strict=True))
        if said in seen:
            found.add(int(str(element)))
        seen.add(said)
    return found


def _on_days(facts: Facts, clash: list[Mark]) -> Finding:
    """Describe one clash of days."""
    days = sorted({mark.ordinal for mark in clash})
    dates = tuple(date.fromordinal(day) for day in days)
    elements = list(dict.fromkeys(mark.element for mark in clash))
    cells = [facts.mark_cell(mark.label) for mark in clash]
    tabs = list(dict.fromkeys(cell.tab for cell in cells))
    alone = "for two units" if len(elements) == 1 else "on two rows"
    where = f"on {words.listed(tabs)}" if len(tabs) > 1 else alone
    name = facts.shown(elements[0])
    roles = list(dict.fromkeys(facts.shown(element) for element in elements))
    known_as = f" (as {words.listed(roles)})" if len(roles) > 1 else ""
    travelling = {mark.ordinal for mark in clash if not mark.work}
    both_work = bool(set(days) - travelling)
    what = "works" if both_work else "travels and works"
    gravity, aside = weighed(facts, elements, _gravity(facts, elements, both_work=both_work))
    return Finding(
        message=f"{name}{known_as} {what} {where} on {words.days(dates)}{aside}",
        at=cells[0],
        related=tuple(cells[1:]),
        subject=name,
        dates=dates,
        severity=gravity,
        suggestion="Take one of the two off, or correct the row that is wrong.",
    )


def _gravity(facts: Facts, elements: list[int], *, both_work: bool) -> Severity | None:
    """Less than an error where it is not certain: unproven, or travel."""
    if not both_work:
        return Severity.INFO
    scheduled = {element for element in elements if element >= 0}
    sure = not scheduled or facts.roster.sure.issuperset(scheduled)
    return None if sure else Severity.WARNING
