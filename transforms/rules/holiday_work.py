"""Work on a holiday.

Why: a holiday that is worked is paid at a premium, and crew may have other plans; move the day or
approve the cost.

Looked at: each person's work days on the holidays of the body whose agreement governs the work (a
Saturday's is kept on Friday, a Sunday's on Monday), and everybody's on the public holidays of the
countries that the settings name. No law makes those of the United States anybody's day off: there,
whose agreement lists holidays keeps that list, and Columbus Day is a day like any other.
Sheets of the crew's days worked count like days-out-of-days. One finding for a day and tab, however
many people work; worth knowing only where all of them are pencilled.

Flags:
    Settings: agreements = sag-aftra-theatrical-2023

    DOOD:
    | Cast  | 5/22 | 5/25 | 5/26 |
    |       | Fri  | Mon  | Tue  |
    | 1.ANA | SW   | *W*  | WF   |
    | 2.BEN | SW   | WF   |      |

Passes:
    Settings: agreements = sag-aftra-theatrical-2023

    DOOD:
    | Cast  | 5/22 | 5/25 | 5/26 |
    |       | Fri  | Mon  | Tue  |
    | 1.ANA | SW   | H    | WF   |
    | 2.BEN | SW   | /    | WF   |

Passes:
    Settings: agreements = sag-aftra-theatrical-2023

    DOOD:
    | Cast  | 5/22 | 5/25 | 5/26 |
    |       | Fri  | Mon  | Tue  |
    | 1.ANA | SW   | W    | WF   |

    Cast:
    | No. | Role | Performer   | Union     |
    | 1   | ANA  | Ana Moreno  | non-union |

Passes:
    Settings: agreements = sag-aftra-theatrical-2023; holidays = US

    DOOD:
    | Cast  | 10/9 | 10/12 | 10/13 |
    |       | Fri  | Mon   | Tue   |
    | 1.ANA | SW   | W     | WF    |
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from model.issue import Cost, Severity, Topic
from transforms import words
from transforms.agreements import Agreement, FigureName
from transforms.citation import cite
from transforms.days.holiday_calendar import Holiday
from transforms.facts import Facts
from transforms.money import pay
from transforms.needs import Holidays, Sheet
from transforms.people.bookings import weighed_together
from transforms.rule import Finding, rule


@rule(
    "holiday-work",
    on=(Sheet(("dood", "crew_grid")), Holidays()),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def holiday_work(facts: Facts) -> Iterator[Finding]:
    """One finding for each holiday and tab on which anybody works."""
    kept = {when.toordinal(): holiday for when, holiday in facts.holidays.items()}
    marks = facts.attendance
    days = marks[marks["work"] & marks["human"] & marks["ordinal"].isin(list(kept))]
    for _, those in days.groupby(["ordinal", "place"]):
        holiday = kept[int(those["ordinal"].iloc[0])]
        those = those[[_is_kept(facts, int(each), holiday) for each in those["element"]]]
        if not those.empty:
            yield _describe(facts, those, holiday)


def _describe(facts: Facts, days: pd.DataFrame, holiday: Holiday) -> Finding:
    elements = [int(element) for element in days["element"]]
    names = list(dict.fromkeys(facts.shown(element) for element in elements))
    cells = [facts.mark_cell(int(label)) for label in days.index]
    costs = [_cost(facts, element, holiday) for element in elements]
    verb = "works" if len(names) == 1 else "work"
    gravity, aside = weighed_together(facts, elements)
    governing = {
        each.id: each for one in elements for each in _keeping(facts, one, holiday)
    }.values()
    bodies = {agreement.body for agreement in governing}
    keepers = [each for each in holiday.kept_by if each in bodies or each in holiday.public]
    what = f"{holiday.name}, {words.day(holiday.day)} ({words.listed(keepers)})"
    return Finding(
        message=f"{words.listed(names, 6)} {verb} on {what}{aside}",
        at=cells[0],
        related=tuple(cells[1:]),
        subject=names[0] if len(names) == 1 else holiday.name,
        dates=(holiday.day,),
        cost=pay.together(costs, facts.production.currency),
        clause="; ".join(
            cite(agreement, agreement.holidays, (holiday.day,))
            for agreement in governing
            if agreement.holidays is not None
        ),
        suggestion="Move the day, or approve the premium.",
        severity=gravity,
    )


def _is_kept(facts: Facts, element: int, holiday: Holiday) -> bool:
    """Whether a day is a holiday to an element: by its agreement, else by its country."""
    if _keeping(facts, element, holiday):
        return True
    return bool(holiday.public) and not _is_left_out(facts, element, holiday)


def _is_left_out(facts: Facts, element: int, holiday: Holiday) -> bool:
    """Whether the agreement over an element lists holidays without this one of the States alone."""
    states = all(country.partition("-")[0] == "US" for country in holiday.countries)
    own = [each for worker in facts.workers(element) for each in facts.governing.possible(worker)]
    return states and bool(own) and all(each.holidays and each.holidays.days for each in own)


def _keeping(facts: Facts, element: int, holiday: Holiday) -> tuple[Agreement, ...]:
    """The agreements by which an element keeps a holiday."""
    return facts.governing.keeping(facts.workers(element), holiday.agreements)


def _cost(facts: Facts, element: int, holiday: Holiday) -> Cost | None:
    """What the holiday costs beyond straight time, where the element's own agreement keeps it."""
    agreed = facts.agreed(element, FigureName.HOLIDAY, holiday.day)
    if agreed is None or agreed[0] not in _keeping(facts, element, holiday):
        return None
    extra = agreed[1].value - 1
    return pay.days_at(facts, element, extra, f"holiday at {agreed[1].value} times: {extra} more")
