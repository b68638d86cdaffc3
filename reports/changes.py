"""The Changes tab: what moved since the last run, in days, people and money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from model.cell import Cell
from model.history import Fact, Kind
from model.production import Production
from model.report import Column, Content, Entry, Formula, Line, LineStyle, Ref, Report, Role, Style
from reports.audience import Audience
from reports.change_words import said
from reports.changes_preamble import preamble
from reports.entries import as_of, from_cells, notes, one_a_tab, place_entry, title
from reports.moved import Moved, moved
from transforms.history.changes import Change, efc, paid_days
from transforms.results import Results

NAME = "changes"
TITLES = {
    Kind.SHOOT: "Shooting days",
    Kind.PERFORMER: "Performers",
    Kind.CAST: "Cast list",
    Kind.CREW: "Crew list",
    Kind.ACCOUNT: "Budget",
}
"""What the blocks are called, in their order."""
_COUNTED = {Kind.SHOOT: "Shooting Days", Kind.PERFORMER: "Paid Days", Kind.ACCOUNT: "EFC"}
"""What a block's columns Before and After hold."""


def build(results: Results, production: Production, audience: Audience) -> Report:
    """A line a thing that moved, by kind; one sentence where nothing did."""
    found = moved(results, production, audience)
    return Report(
        name=NAME,
        title="Changes",
        columns=list(_columns()),
        lines=list(_blocks(found, audience)),
        preamble=[
            title("what", f"{production.name}: Changes"),
            as_of("what", audience.as_of),
            *notes("changes", "what", preamble(found, results, production, audience)),
        ],
        frozen_columns=1,
        tab_color="#6a4c93",
    )


def _columns() -> Iterator[Column]:
    yield Column("what", "Who or What", Style.WRAPPED, width=200)
    yield Column("change", "What Changed", Style.WRAPPED, width=420)
    yield Column("before", "Before", Style.MONEY, width=95, note="Paid or shooting days, or EFC.")
    yield Column("after", "Now", Style.MONEY, width=95, note="Paid or shooting days, or EFC.")
    yield Column(
        "effect",
        "Adds to Cost (Saves)",
        Style.MONEY,
        width=100,
        note=(
            "What the change adds to the cost, in parentheses what it saves. A performer's days "
            "at the deal's day rate; a budget line by its EFC. Blank where there is no price."
        ),
    )
    yield Column("source", "Source", width=110, note="Where it stands now, as a link.")
    yield Column("note", "Note", Style.PERSON, Role.PERSON, width=190, note="Yours: what to do.")


def _blocks(found: Moved, audience: Audience) -> Iterator[Line]:
    for kind, name in TITLES.items():
        own = [change for change in found.changes if change.fact.kind is kind]
        if own:
            yield _banner(kind, name)
            lines = [_line(change, audience) for change in own]
            yield from lines
            yield from _total(kind, name, lines, own)


def _banner(kind: Kind, name: str) -> Line:
    counted = _COUNTED.get(kind)
    entries = {"what": Entry(name)}
    if counted:
        entries |= {field: Entry(counted, style=Style.COUNT) for field in ("before", "after")}
    return Line(f"banner:{kind}", entries, LineStyle.BANNER)


def _line(change: Change, audience: Audience) -> Line:
    fact, cells = change.fact, _cells(change)
    entries = {
        "what": from_cells(called(fact), *cells),
        "change": from_cells(said(change), *cells),
        **_before_and_after(change, cells),
    }
    effect = _effect(change, cells, audience)
    if effect is not None:
        entries["effect"] = effect
    if change.present is not None:
        entries["source"] = place_entry(change.present.at, audience.book)
    return Line(key_of(fact), entries, level=1)


def key_of(fact: Fact) -> str:
    """What a change's line is found again by, for as long as it is told."""
    return f"{fact.kind}:{fact.key}"


def called(fact: Fact) -> str:
    """How a thing is called: an account with its code, a unit by what it is."""
    if fact.kind is Kind.ACCOUNT and fact.name and not fact.key.endswith(fact.name):
        return f"{fact.key} {fact.name}"
    if fact.kind is Kind.SHOOT:
        return fact.key.capitalize() if fact.key.islower() else fact.key
    return fact.name or fact.key


def _cells(change: Change) -> tuple[Cell, ...]:
    """Where a change comes from: today's cells, and the spreadsheets of what went."""
    books = change.before.books if change.before else frozenset()
    gone = tuple(Cell("", 1, 1, book) for book in sorted(books))
    return (*(change.present.sources if change.present else ()), *gone)


def _before_and_after(change: Change, cells: Sequence[Cell]) -> dict[str, Entry]:
    kind = change.fact.kind
    if kind not in _COUNTED:
        return {}
    entries = {}
    for field, fact in (("before", change.before), ("after", change.after)):
        if fact is not None:
            style = Style.MONEY if kind is Kind.ACCOUNT else Style.COUNT
            entries[field] = from_cells(_count(fact), *cells, style=style)
    return entries


def _count(fact: Fact) -> Decimal | int:
    if fact.kind is Kind.ACCOUNT:
        return efc(fact)
    return len(fact.days) if fact.kind is Kind.SHOOT else paid_days(fact)


def _effect(change: Change, cells: Sequence[Cell], audience: Audience) -> Entry | None:
    """What it adds to the cost, as far as these readers may see it."""
    if change.fact.kind is Kind.ACCOUNT:
        return from_cells(_difference(change), *cells)
    cost = audience.cost(change.cost)
    return from_cells(cost.amount, *cells, *cost.sources, note=cost.formula) if cost else None


def _difference(change: Change) -> Content:
    """The EFC now less the EFC before, live; a figure where one of the two is not there."""
    if change.before is None or change.after is None:
        return change.effect
    key = key_of(change.fact)
    return Formula("={0}-{1}", (Ref(key, "after"), Ref(key, "before")), change.effect)


def _total(
    kind: Kind, name: str, lines: Sequence[Line], changes: Sequence[Change]
) -> Iterator[Line]:
    """The sum of a block's effects, where it has any; the budget's EFC before and after, too."""
    priced = [line.entries["effect"] for line in lines if "effect" in line.entries]
    if not priced:
        return
    cells = one_a_tab(cell for line in lines for e in line.entries.values() for cell in e.sources)
    fields = ("before", "after", "effect") if kind is Kind.ACCOUNT else ("effect",)
    entries = {"what": from_cells(f"Total {name.lower()}", *cells)}
    for field in fields:
        figure = sum((_value(line, field) for line in lines), Decimal(0))
        refs = (Ref(lines[0].key, field), Ref(lines[-1].key, field))
        entries[field] = from_cells(Formula("=SUM({0}:{1})", refs, figure), *cells)
    if kind is not Kind.ACCOUNT and len(priced) < len(changes):
        rest = len(changes) - len(priced)
        text = f"{rest} without a day rate, or without a day more or fewer."
        entries["change"] = from_cells(text, *cells)
    yield Line(f"total:{kind}", entries, LineStyle.SUBTOTAL)


def _value(line: Line, field: str) -> Decimal:
    content = line.entries[field].content if field in line.entries else None
    figure = content.value if isinstance(content, Formula) else content
    return Decimal(str(figure)) if figure is not None else Decimal(0)
