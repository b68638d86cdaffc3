"""The Holds & Drops tab's money: rates, costs and savings, as far as its readers may see them."""

from __future__ import annotations

from collections.abc import Mapping

from model.issue import Cost
from model.report import Content, Entry, Ref
from reports.audience import Audience
from reports.entries import from_cells, live
from reports.holds_columns import FORMULA
from reports.words import sentence
from transforms.results import HoldLine


def money(key: str, hold: HoldLine, audience: Audience) -> dict[str, Entry]:
    """Rate, cost of holds and what a drop saves, as far as these readers may see them."""
    entries: dict[str, Entry] = {}
    rate = hold.daily_rate
    if rate is not None and audience.sees_money(hold.rate_sources):
        entries["daily_rate"] = from_cells(rate, hold.at, *hold.rate_sources)
    costs = {
        "paid_cost": hold.paid_cost,
        "hold_cost": hold.hold_cost,
        "drop_saves": hold.drop_saves,
    }
    seen = {field: cost for field, each in costs.items() if (cost := audience.cost(each))}
    for field, cost in seen.items():
        content = _amount(key, field, cost, hold, rated="daily_rate" in entries)
        entries[field] = from_cells(content, hold.at, *cost.sources, note=cost.formula)
    if told := seen.get("drop_saves") or seen.get("paid_cost"):
        entries[FORMULA] = from_cells(sentence(told.formula), hold.at, *told.sources)
    return entries


_DAYS: Mapping[str, tuple[str, ...]] = {
    "paid_cost": ("work", "hold", "travel"),
    "hold_cost": ("hold",),
    "drop_saves": ("drop_days",),
}
"""The columns of days that a cost is made of."""


def _amount(key: str, field: str, cost: Cost, hold: HoldLine, *, rated: bool) -> Content:
    """Days by rate as a formula where that is how the figure came about; else the figure."""
    if not rated or hold.daily_rate is None:
        return cost.amount
    columns = _DAYS[field]
    days = sum(int(getattr(hold, name)) for name in columns)
    sum_of = "+".join(f"{{{number}}}" for number in range(len(columns)))
    text = f"=({sum_of})*{{{len(columns)}}}" if len(columns) > 1 else "={0}*{1}"
    refs = (*(Ref(key, name) for name in columns), Ref(key, "daily_rate"))
    return live(text, refs, days * hold.daily_rate, cost.amount)
