"""What the next seven days bring: the schedule's days, people who come and go, papers that end."""

from __future__ import annotations

from datetime import timedelta

from transforms.ahead import lists, people, units
from transforms.facts import Facts
from transforms.results import Ahead

DAYS_AHEAD = 7


def ahead(facts: Facts) -> tuple[Ahead, ...]:
    """Everything from the run's date on, by day, then in the order of its kind."""
    today = facts.production.today
    days = frozenset(today + timedelta(days=number) for number in range(DAYS_AHEAD))
    found = list(lists.events(facts, days))
    if facts.table("dood") is not None:
        found += [*units.events(facts, days), *people.events(facts, days)]
    return tuple(sorted(found, key=lambda each: (each.day, each.what.rank, each.who, each.at)))
