"""Work on a holiday.

Why: a holiday that is worked is paid at a premium, and crew may have other plans; move the day or
approve the cost.

Looked at: each person's work days on the holidays of the body whose agreement governs the work (a
Saturday's is kept on Friday, a Sunday's on Monday), and everybody's on the public holidays of the
countries that the settings name. No law makes those of the United States anybody's day off: there,
whose agreement lists holidays keeps that list, and Columbus Day is a day like any other.
Sheets of the crew's days worked count like days-out-of-days; daily times tell of holidays on which
those have nobody work. One finding for a day and tab, however many people work; worth knowing only
where all of them are pencilled.

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

from collections.abc import Iterator, Sequence

import pandas as pd

from model.issue import Cost, Severity, Topic
from transforms import words
from transforms.agreements import Agreement, FigureName
from transforms.choices import Holidays
from transforms.citation import cite
from transforms.days.holiday_calendar import Holiday
from transforms.facts import Facts
from transforms.money import pay
from transforms.needs import Sheet
from transforms.people.bookings import weighed_together
from transforms.people.governed import Worker
from transforms.rule import Finding, rule
from transforms.times.days import days_worked


@rule(
    "holiday-work",
    on=(Sheet(("dood", "crew_grid"), also=("times",)), Holidays()),
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
        workers = [facts.workers(int(each)) for each in those["element"]]
        those = those[[_is_kept(facts, each, holiday) for each in workers]]
        if not those.empty:
            yield _describe(facts, those, holiday)
    scheduled = set(days["ordinal"].tolist())
    for day, holiday in kept.items():
        if day not in scheduled:
            yield from _by_times(facts, holiday)


def _by_times(facts: Facts, holiday: Holiday) -> Iterator[Finding]:
    """The finding of a holiday on which daily times alone say that people worked."""
    timed = [
        worked
        for days in facts.once(days_worked).values()
        for worked in days
        if worked.day == holiday.day and _is_kept(facts, [worked.worker], holiday)
    ]
    if timed:
        names = list(dict.fromkeys(worked.name for worked in timed))
        cells = sorted(worked.cells["call"] for worked in timed)
        keeping = [each for worked in timed for each in _keeping(facts, [worked.worker], holiday)]
        yield Finding(
            message=_message(names, holiday, keeping),
            at=cells[0],
            related=tuple(cells[1:]),
            subject=names[0] if len(names) == 1 else holiday.name,
            dates=(holiday.day,),
            clause=_clause(keeping, holiday),
            suggestion="Approve the premium, or mend the date.",
        )


def _describe(facts: Facts, days: pd.DataFrame, holiday: Holiday) -> Finding:
    elements = [int(element) for element in days["element"]]
    names = list(dict.fromkeys(facts.shown(element) for element in elements))
    cells = [facts.mark_cell(int(label)) for label in days.index]
    costs = [_cost(facts, element, holiday) for element in elements]
    gravity, aside = weighed_together(facts, elements)
    keeping = [each for one in elements for each in _keeping(facts, facts.workers(one), holiday)]
    return Finding(
        message=_message(names, holiday, keeping) + aside,
        at=cells[0],
        related=tuple(cells[1:]),
        subject=names[0] if len(names) == 1 else holiday.name,
        dates=(holiday.day,),
        cost=pay.together(costs, facts.production.currency),
        clause=_clause(keeping, holiday),
        suggestion="Move the day, or approve the premium.",
        severity=gravity,
    )


def _message(names: Sequence[str], holiday: Holiday, keeping: Sequence[Agreement]) -> str:
    """Who works on which holiday, and whose it is."""
    verb = "works" if len(names) == 1 else "work"
    bodies = {agreement.body for agreement in keeping}
    keepers = [each for each in holiday.kept_by if each in bodies or each in holiday.public]
    what = f"{holiday.name}, {words.day(holiday.day)} ({words.listed(keepers)})"
    return f"{words.listed(names, 6)} {verb} on {what}"


def _clause(keeping: Sequence[Agreement], holiday: Holiday) -> str:
    """Where the agreements say that the day is a holiday."""
    return "; ".join(
        cite(agreement, agreement.holidays, (holiday.day,))
        for agreement in {each.id: each for each in keeping}.values()
        if agreement.holidays is not None
    )


def _is_kept(facts: Facts, workers: Sequence[Worker], holiday: Holiday) -> bool:
    """Whether a day is a holiday to somebody: by their agreement, else by their country."""
    if _keeping(facts, workers, holiday):
        return True
    return bool(holiday.public) and not _is_left_out(facts, workers, holiday)


def _is_left_out(facts: Facts, workers: Sequence[Worker], holiday: Holiday) -> bool:
    """Whether the agreement over somebody lists holidays without this one of the States alone."""
    states = all(country.partition("-")[0] == "US" for country in holiday.countries)
    own = [each for worker in workers for each in facts.governing.possible(worker)]
    return states and bool(own) and all(each.holidays and each.holidays.days for each in own)


def _keeping(facts: Facts, workers: Sequence[Worker], holiday: Holiday) -> tuple[Agreement, ...]:
    """The agreements by which somebody keeps a holiday."""
    return facts.governing.keeping(workers, holiday.agreements)


def _cost(facts: Facts, element: int, holiday: Holiday) -> Cost | None:
    """What the holiday costs beyond straight time, where the element's own agreement keeps it."""
    agreed = facts.agreed(element, FigureName.HOLIDAY, holiday.day)
    if agreed is None or agreed[0] not in _keeping(facts, facts.workers(element), holiday):
        return None
    extra = agreed[1].value - 1
    return pay.days_at(facts, element, extra, f"holiday at {agreed[1].value} times: {extra} more")
