"""The Hot Costs tab: the last day's labour, person by person, against what was budgeted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from model.cell import Cell
from model.production import Production, Sign
from model.report import Content, Entry, Formula, Line, LineStyle, Ref, Report
from reports import words
from reports.audience import Audience
from reports.entries import as_of, from_cells, notes, one_a_tab, place_entry, title
from reports.hot_costs_columns import MONEY, columns
from reports.keys import unique
from reports.withheld import tables_of
from transforms.results import Results
from transforms.times.hot_lines import HotCosts, HotLine, Money

NAME = "hot-costs"
_SUMMED = (
    *("hours", "planned", "hours_variance", "overtime", "double", "triple", "meals", "rest"),
    *("budget", "actual", "variance", "hours_to_date", "to_date"),
)
_NO_DEPARTMENT = "No Department"


def build(results: Results, production: Production, audience: Audience) -> Report:
    """A block a department: a line a person, a subtotal; the grand total."""
    hot = results.hot_costs
    seen = [line for line in hot.lines if audience.sees(line.cells)] if hot else []
    lines: list[Line] = []
    totals: list[Line] = []
    if hot is not None:
        seen = [_without_lists(line, audience) for line in seen]
        seen.sort(key=lambda line: (line.department.lower(), line.cells))
        for name, people in groupby(seen, key=lambda line: line.department):
            block = _block(hot, name or _NO_DEPARTMENT, list(people), production, audience)
            lines += block
            totals.append(block[-1])
    if totals:
        lines.append(_sum("grand-total", "Grand Total", totals, LineStyle.TOTAL))
    priced = any(field in line.entries for line in lines for field in MONEY)
    return Report(
        name=NAME,
        title="Hot Costs",
        columns=[each for each in columns(production.sign) if priced or each.field not in MONEY],
        lines=lines,
        preamble=[
            title("name", f"{production.name}: Hot Costs"),
            as_of("name", audience.as_of),
            *notes("found", "name", _sentences(hot, seen, results, production, audience)),
        ],
        frozen_columns=2,
        fold_after=production.thresholds.resolved_days,
        tab_color="#c05621",
    )


def _without_lists(line: HotLine, audience: Audience) -> HotLine:
    """A line without what only lists say that these readers may not see."""
    if not audience.sees(line.listed):
        line = replace(line, department="", position="")
    if not audience.sees(line.planned_from):
        line = replace(line, planned=None, over_hours=None)
    return line


def _block(
    hot: HotCosts,
    name: str,
    people: Sequence[HotLine],
    production: Production,
    audience: Audience,
) -> list[Line]:
    """A department's banner, its people and its subtotal."""
    day = hot.day.isoformat()
    cells = one_a_tab(cell for line in people for cell in line.cells)
    banner = Line(f"{day}:banner:{name}", {"name": from_cells(name, *cells)}, LineStyle.BANNER)
    keys = unique(f"{day}:{line.person}" for line in people)
    own = [
        _line(key, line, production.sign, audience) for key, line in zip(keys, people, strict=True)
    ]
    return [banner, *own, _sum(f"{day}:total:{name}", f"Total {name}", own, LineStyle.SUBTOTAL)]


def _line(key: str, line: HotLine, sign: Sign, audience: Audience) -> Line:
    hours: Mapping[str, Decimal | int | None] = {
        "hours": _tenth(line.hours),
        **_tiers(line),
        "meals": line.half_hours or None,
        "rest": _tenth(line.rest_taken) or None,
    }
    contents: dict[str, Content] = {
        "name": line.name,
        "call": line.call,
        "wrap": line.wrap,
        **hours,
    }
    entries = {
        field: from_cells(content, *line.cells)
        for field, content in contents.items()
        if content is not None
    }
    if line.position:
        entries["position"] = from_cells(line.position, *line.cells, *line.listed)
    if line.planned is not None:
        sources = (*line.cells, *line.planned_from)
        entries["planned"] = from_cells(_tenth(line.planned), *sources)
        entries["hours_variance"] = _difference(key, "planned", "hours", entries, sign)
    if line.money is not None and audience.sees_money(line.money.sources):
        entries |= _money(key, line.money, line.over, line.cells, sign)
    if line.over_hours is not None:
        to_date = _turned(_tenth(line.over_hours), sign)
        entries["hours_to_date"] = from_cells(to_date, *line.cells, *line.planned_from)
    entries["source"] = place_entry(line.cells[0], audience.book)
    return Line(key, entries)


def _tiers(line: HotLine) -> dict[str, Decimal]:
    """Hours below double time, at double and above, at triple and above."""
    found: dict[str, Decimal] = {}
    for times, count in line.tiers.items():
        field = "overtime" if times < 2 else "double" if times < 3 else "triple"
        found[field] = found.get(field, Decimal(0)) + count
    return {field: _tenth(count) or Decimal(0) for field, count in found.items()}


def _money(
    key: str, money: Money, over: Money | None, cells: Sequence[Cell], sign: Sign
) -> dict[str, Entry]:
    """The day in money, and what all days came to."""
    sources = (*cells, *money.sources)
    entries = {
        "budget": from_cells(money.budget, *sources),
        "actual": from_cells(money.actual, *sources),
    }
    entries["variance"] = _difference(key, "budget", "actual", entries, sign)
    if over is not None:
        total = _turned(over.actual - over.budget, sign)
        entries["to_date"] = from_cells(total, *dict.fromkeys((*cells, *over.sources)))
    return entries


def _difference(
    key: str, budgeted: str, actual: str, entries: Mapping[str, Entry], sign: Sign
) -> Entry:
    """Budget less actual as a live formula, or the other way round: as the sign says."""
    first, second = budgeted, actual
    if sign is Sign.OVER_IS_POSITIVE:
        first, second = actual, budgeted
    value = _value(entries[first]) - _value(entries[second])
    sources = dict.fromkeys((*entries[first].sources, *entries[second].sources))
    return from_cells(Formula("={0}-{1}", (Ref(key, first), Ref(key, second)), value), *sources)


def _turned(over: Decimal | None, sign: Sign) -> Decimal | None:
    """An over, as the production's sign has it."""
    return -over if over is not None and sign is Sign.OVER_IS_NEGATIVE else over


def _tenth(hours: Decimal | None) -> Decimal | None:
    return None if hours is None else round(hours, 2)


def _sum(key: str, name: str, lines: Sequence[Line], style: LineStyle) -> Line:
    """The sums of some lines' figures, as live formulas."""
    cells = one_a_tab(cell for line in lines for cell in line.entries["name"].sources)
    entries = {"name": from_cells(name, *cells)}
    for field in _SUMMED:
        own = [line for line in lines if field in line.entries]
        if own:
            refs = tuple(Ref(line.key, field) for line in own)
            text = "=" + "+".join(f"{{{number}}}" for number in range(len(refs)))
            value = sum((_value(line.entries[field]) for line in own), Decimal(0))
            sources = one_a_tab(cell for line in own for cell in line.entries[field].sources)
            entries[field] = from_cells(Formula(text, refs, value), *sources)
    return Line(key, entries, style)


def _value(entry: Entry) -> Decimal:
    content = entry.content
    return Decimal(str(content.value if isinstance(content, Formula) else content))


def _sentences(
    hot: HotCosts | None,
    seen: Sequence[HotLine],
    results: Results,
    production: Production,
    audience: Audience,
) -> Iterator[str]:
    """What there is to know before the table, or why there is none."""
    sheets, hidden = tables_of(results, audience, "times")
    if hidden:
        yield f"Daily times stand in {words.spreadsheets(hidden)} and are not shown here."
    if hot is None or not seen:
        if not sheets and not hidden:
            yield (
                "No sheet of daily times was recognised: call and wrap, a line a person and day, "
                "or production reports."
            )
        elif not hidden:
            yield "No day up to today has a call and a wrap."
        return
    people = words.count(len(seen), "person", "people")
    yield f"{words.day(hot.day)}, the last day with times: {people}."
    yield from _happened(seen)
    if untimed := [name for name, cell in hot.untimed if audience.sees([cell])]:
        yield f"Without a call or a wrap, and so not counted: {words.listed(untimed)}."
    if not any(line.tiers for line in seen):
        yield (
            "Overtime is told where an agreement, or 'hours' in the settings, says when it begins."
        )
    yield from _money_left_out(seen, production, audience)


def _happened(seen: Sequence[HotLine]) -> Iterator[str]:
    """Overtime, late meals and forced calls in a sentence each."""
    late = [line.name for line in seen if line.half_hours]
    forced = [line.name for line in seen if line.rest_taken]
    if late:
        yield f"Meals were late for {words.listed(late)}."
    if forced:
        yield f"Calls were forced for {words.listed(forced)}."


def _money_left_out(
    seen: Sequence[HotLine], production: Production, audience: Audience
) -> Iterator[str]:
    """Say which spreadsheets keep money from being shown, or whose rate is not known."""
    priced = [line.money for line in seen if line.money is not None]
    kept = audience.kept_from(cell for money in priced for cell in money.sources)
    if kept:
        yield f"Rates come from {words.spreadsheets(kept)}, so money is left out here."
        return
    if not priced:
        yield "Nothing is priced: no crew or cast list gives these people's rates."
        return
    yield f"Money in {production.currency}, in whole units, without fringes."
    if unpriced := [line.name for line in seen if line.money is None]:
        yield f"Without a rate, and so in no sum of money: {words.listed(unpriced)}."
