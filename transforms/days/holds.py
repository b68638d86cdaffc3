"""Holds: each performer's work, hold and travel days, and what a drop would save."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from model.issue import Cost
from transforms import words
from transforms.days import work_days
from transforms.days.drop_words import no_rate, why_legal, why_none
from transforms.days.drops import Gap, best_drops, longest_gaps
from transforms.facts import Facts
from transforms.money import pay
from transforms.records import Record, records
from transforms.results import HoldLine


def holds(facts: Facts) -> tuple[HoldLine, ...]:
    """One line a performer, in the order of the sheet.

    Performers are the elements of the tabs that the cast list is about; without a cast list, all
    that may be people.
    """
    counted = _counts(facts.marks)
    lines, seen = [], set()
    for element, key in performers(facts):
        if key not in seen and key in counted:
            seen.add(key)
            lines.append(_line(facts, element, key, counted[key]))
    return tuple(lines)


def performers(facts: Facts) -> list[tuple[int, int]]:
    """Elements and their keys, as far as they are performers; of two versions the first counts."""
    places = facts.roster.cast_places
    keys = facts.marks.drop_duplicates("element").set_index("element")["key"].to_dict()
    elements = facts.dood.elements.sort_index()
    return [
        (element, int(keys[element]))
        for element, place in zip(elements.index.tolist(), elements["place"], strict=True)
        if element in keys
        and place not in facts.second_versions
        and element not in facts.roster.aside
        and (place in places if places else element in facts.roster.people)
    ]


def _counts(marks: pd.DataFrame) -> dict[int, Record]:
    """Days of each kind by key, and the first and last work day (day numbers; missing if none)."""
    marks = marks.assign(paid=marks["work"] | marks["hold"] | marks["travel"])
    held = work_days.held_or_worked(marks)
    columns = {}
    for kind in ("work", "hold", "travel", "drop", "paid"):
        days = held if kind in ("work", "hold") else marks
        days = days[days[kind]].drop_duplicates(["key", "ordinal"])
        columns[kind] = days.groupby("key")["ordinal"].size()
    work = marks[marks["work"]].groupby("key")["ordinal"]
    counts = pd.DataFrame(columns, index=sorted(marks["key"].unique())).fillna(0).astype("int64")
    return dict(records(counts.assign(first=work.min(), last=work.max())))


def _line(facts: Facts, element: int, key: int, days: Record) -> HoldLine:
    rate = pay.rate_of(facts, element)
    held, paid = int(days["hold"]), int(days["paid"])
    people = {deal.name for deal in facts.deals.get(element, ()) if deal.table.kind == "cast"}
    record = facts.dood.elements.loc[element]
    line = HoldLine(
        element_id=str(record["element_id"] or ""),
        name=str(record["name"] or ""),
        performer=people.pop() if len(people) == 1 else None,
        work=int(days["work"]),
        hold=held,
        travel=int(days["travel"]),
        start=_day(days["first"]),
        finish=_day(days["last"]),
        at=facts.dood.element_cell(element),
        daily_rate=rate.amount if rate else None,
        rate_sources=rate.sources if rate else (),
        hold_cost=pay.days_at(facts, element, held, words.counted(held, "hold day")),
        by_the_week=any(deal.rate_unit == "week" for deal in facts.deals.get(element, ())),
        paid=paid,
        paid_cost=pay.days_at(facts, element, paid, words.counted(paid, "paid day")),
        no_rate=no_rate(facts, element) if paid else "",
    )
    return _with_drop(facts, element, key, line, drops=int(days["drop"]))


def _with_drop(facts: Facts, element: int, key: int, line: HoldLine, drops: int) -> HoldLine:
    """The line with its best legal drop; else with why there is none, where anything is held."""
    best = facts.once(best_drops).get(key)
    if best is None:
        longest = facts.once(longest_gaps).get(key)
        no_drop = why_none(facts, element, drops, longest) if line.hold else ""
        return replace(line, no_drop=no_drop)
    legal, clause = why_legal(facts, best)
    return replace(
        line,
        drop=(date.fromordinal(best.last), date.fromordinal(best.next)),
        drop_days=best.holds,
        drop_saves=hold_saving(facts, element, best),
        drop_legal=legal,
        clause=clause,
    )


def hold_saving(facts: Facts, element: int, gap: Gap) -> Cost | None:
    """What dropping over a gap saves: its hold days at the day rate."""
    return pay.days_at(facts, element, gap.holds, words.counted(gap.holds, "hold day") + " saved")


def _day(ordinal: float | None) -> date | None:
    return None if ordinal is None else date.fromordinal(int(ordinal))
