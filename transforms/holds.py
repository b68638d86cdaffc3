"""Holds: each performer's work, hold and travel days, and what a drop would save."""

from __future__ import annotations

from datetime import date

import pandas as pd

from model.issue import Cost
from transforms import pay, words, work_days
from transforms.drops import Gap, best_drops, limit
from transforms.facts import Facts
from transforms.records import Record, records
from transforms.results import HoldLine


def holds(facts: Facts) -> tuple[HoldLine, ...]:
    """One line a performer, in the order of the sheet.

    Performers are the elements of the tabs that the cast list is about; without a cast list, all
    that may be people.
    """
    counted = _counts(facts.marks)
    best = facts.once(best_drops)
    lines, seen = [], set()
    for element, key in performers(facts):
        if key not in seen and key in counted:
            seen.add(key)
            lines.append(_line(facts, element, counted[key], best.get(key)))
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
        and (place in places if places else element in facts.roster.people)
    ]


def _counts(marks: pd.DataFrame) -> dict[int, Record]:
    """Days of each kind by key, and the first and last work day (day numbers; missing if none)."""
    columns = {}
    held = work_days.held_or_worked(marks)
    for kind, days in (("work", held), ("hold", held), ("travel", marks), ("drop", marks)):
        days = days[days[kind]].drop_duplicates(["key", "ordinal"])
        columns[kind] = days.groupby("key")["ordinal"].size()
    work = marks[marks["work"]].groupby("key")["ordinal"]
    counts = pd.DataFrame(columns, index=sorted(marks["key"].unique())).fillna(0).astype("int64")
    return dict(records(counts.assign(first=work.min(), last=work.max())))


def _line(facts: Facts, element: int, days: Record, best: Gap | None) -> HoldLine:
    rate = pay.rate_of(facts, element)
    held = int(days["hold"])
    saves = hold_saving(facts, element, best) if best else None
    people = {deal.name for deal in facts.deals.get(element, ()) if deal.table.kind == "cast"}
    record = facts.dood.elements.loc[element]
    return HoldLine(
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
        drop=(date.fromordinal(best.last), date.fromordinal(best.next)) if best else None,
        drop_days=best.holds if best else 0,
        drop_saves=saves,
        remark=_remark(facts, element, days, best),
    )


def hold_saving(facts: Facts, element: int, gap: Gap) -> Cost | None:
    """What dropping over a gap saves: its hold days at the day rate."""
    return pay.days_at(facts, element, gap.holds, words.counted(gap.holds, "hold day") + " saved")


def _remark(facts: Facts, element: int, days: Record, best: Gap | None) -> str:
    """Why a figure is missing."""
    if not days["hold"]:
        return ""
    limits = limit(facts, element)
    remarks = []
    if pay.rate_of(facts, element) is None:
        remarks.append("no day rate on a cast list")
    if limits is None:
        remarks.append("no agreement chosen that says how long a drop must last")
    elif best is None:
        used_up = limits.allowed is not None and days["drop"] >= limits.allowed.value
        remarks.append(
            "already dropped as often as is allowed"
            if used_up
            else f"no gap of more than {limits.days.value} calendar days"
        )
    return "; ".join(remarks)


def _day(ordinal: float | None) -> date | None:
    return None if ordinal is None else date.fromordinal(int(ordinal))
