"""What the next seven days bring: the schedule's days, people who come and go, papers that end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from transforms.ahead import lists, people, units
from transforms.facts import Facts
from transforms.results import Ahead, Happening

DAYS_AHEAD = 7


def ahead(facts: Facts) -> tuple[Ahead, ...]:
    """Everything from the run's date on, by day, then in the order of its kind."""
    today = facts.production.today
    days = frozenset(today + timedelta(days=number) for number in range(DAYS_AHEAD))
    found = list(lists.events(facts, days))
    if facts.table("dood") is not None:
        found += [*units.events(facts, days), *people.events(facts, days)]
    found = _one_where_both(found)
    return tuple(sorted(found, key=lambda each: (each.day, each.what.rank, each.who, each.at)))


def _one_where_both(found: list[Ahead]) -> list[Ahead]:
    """Somebody who starts and wraps on one day is one line."""
    ends = {(each.day, each.who, each.at) for each in found if each.what is Happening.FINISH}
    starts = {(each.day, each.who, each.at) for each in found if each.what is Happening.START}
    both, told = ends & starts, []
    for each in found:
        alone = (each.day, each.who, each.at) not in both
        if alone or each.what not in (Happening.START, Happening.FINISH):
            told.append(each)
        elif each.what is Happening.START:
            told.append(replace(each, what=Happening.ONLY_DAY))
    return told
