"""What the sheets say today of everything that is compared from run to run, thing by thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

import pandas as pd

from model.cell import Cell
from model.history import Fact, Kind, Money
from model.issue import Cost
from model.money import exact
from model.table import Table
from model.trail import firsts
from transforms.costs.lines import AccountLine, Category, CostReport, Section
from transforms.days.holds import performers
from transforms.days.schedule import shoot_dates
from transforms.facts import Facts
from transforms.money import pay
from transforms.people.names import fold
from transforms.records import Record, records
from transforms.results import Present

SIGNS = {"work": "W", "hold": "H", "travel": "TR", "rehearsal": "R", "fitting": "FT"}
"""What a day may be to a performer; of several at once the first counts."""

MAIN_UNIT = "main unit"
_FIELDS = ("revised", "actual", "commitments", "efc")


def present(facts: Facts) -> tuple[Present, ...]:
    """Everything that is remembered: accounts, performers' days, shooting days, people on lists."""
    found = list(accounts(facts.cost_report)) if facts.cost_report else []
    if facts.table("dood") is not None:
        found += [*_shoots(facts), *_performers(facts)]
    for kind, role in ((Kind.CAST, "role"), (Kind.CREW, "position")):
        table = facts.table(kind.value.removesuffix(" list"))
        if table is not None:
            found += _people(table, kind, role)
    return tuple(found)


def account_key(category: Category, line: AccountLine) -> str:
    """What an account is remembered by: its code, else its words within its category."""
    return tidy(line.account) or tidy(f"{category.code or category.name}: {line.description}")


def accounts(report: CostReport) -> Iterator[Present]:
    """Every account's figures; lines of one account are one account, in whatever order."""
    lines: dict[str, list[AccountLine]] = {}
    sections: dict[str, Section] = {}
    for category in report.categories:
        for line in category.accounts:
            key = account_key(category, line)
            lines.setdefault(key, []).append(line)
            sections[key] = max(sections.get(key, category.section), category.section)
    for key, own in lines.items():
        sums = [
            exact(sum((getattr(line.figures, name) for line in own), Decimal(0)))
            for name in _FIELDS
        ]
        cells = [line.at for line in own]
        cells += [cell for line in own for each in line.sources.values() for cell in firsts(each)]
        names = {tidy(line.description) for line in own} - {""}
        fact = Fact(
            Kind.ACCOUNT,
            key,
            min(names, default=""),
            Money(*sums),
            role=sections[key].value,
            books=_books(cells),
        )
        yield Present(fact, min(line.at for line in own), _one_a_tab(cells))


def _shoots(facts: Facts) -> Iterator[Present]:
    """Each unit's shooting days; the unit with most of them is the main unit, whatever its tab."""
    dood = facts.dood
    staffed = set(dood.elements.loc[sorted(facts.roster.people), "place"])
    units = {
        place: dates
        for place in range(len(dood.places))
        if place in staffed
        and place not in facts.second_versions
        and (dates := shoot_dates(dood, place))
    }
    main = max(units, key=lambda place: (len(units[place]), -place), default=None)
    for place, dates in units.items():
        tab = dood.places[place]
        at = Cell(tab.tab, 1, 1, tab.book)
        days = dood.days[dood.days["place"] == place]
        if not days.empty:
            at = dood.day_cell(int(str(days.index[0])))
        key = MAIN_UNIT if place == main else tidy(tab.tab)
        marks = tuple((when, "W") for when in dates)
        yield Present(
            Fact(Kind.SHOOT, key, tidy(tab.tab), days=marks, books=frozenset({tab.book})),
            at,
            (at,),
        )


def _performers(facts: Facts) -> Iterator[Present]:
    """Each performer's days, of all units together, and what a day of theirs costs."""
    rows: dict[int, list[int]] = {}
    for element, key in performers(facts):
        rows.setdefault(key, []).append(element)
    numbers = {key: _number(facts, elements[0]) for key, elements in rows.items()}
    bearers = Counter(numbers.values())
    days = _days(facts)
    for key, elements in rows.items():
        number, name = numbers[key], tidy(facts.dood.elements.loc[elements[0]]["name"] or "")
        cells = [facts.dood.element_cell(element) for element in elements]
        alone = number if number and bearers[number] == 1 else ""
        rate = pay.rate_of(facts, elements[0])
        yield Present(
            Fact(
                Kind.PERFORMER,
                alone or tidy(facts.roster.key[elements[0]]),
                f"{number}. {name}" if number else name,
                days=days.get(key, ()),
                books=_books(cells),
            ),
            min(cells),
            _one_a_tab(cells),
            Cost(rate.amount, rate.words, rate.sources) if rate else None,
        )


def _number(facts: Facts, element: int) -> str:
    return tidy(facts.dood.elements.loc[element]["element_id"] or "")


def _days(facts: Facts) -> Mapping[int, tuple[tuple[date, str], ...]]:
    """Each key's days in order, with what each is."""
    marks = facts.marks
    sign = pd.Series(None, index=marks.index, dtype="object")
    for atom, letters in SIGNS.items():
        sign = sign.where(~(marks[atom] & sign.isna()), letters)
    said = marks.assign(sign=sign)[sign.notna()]
    rank = said["sign"].map({letters: place for place, letters in enumerate(SIGNS.values())})
    said = said.assign(rank=rank).sort_values(["key", "ordinal", "rank"], kind="stable")
    said = said.drop_duplicates(["key", "ordinal"])
    found: dict[int, list[tuple[date, str]]] = {}
    for key, ordinal, letters in zip(said["key"], said["ordinal"], said["sign"], strict=True):
        found.setdefault(int(key), []).append((date.fromordinal(int(ordinal)), str(letters)))
    return {key: tuple(days) for key, days in found.items()}


def _people(table: Table, kind: Kind, role: str) -> Iterator[Present]:
    """Everybody on a list, once, with all that they do there."""
    lines: dict[str, list[tuple[int, Record]]] = {}
    for label, record in records(table.frame):
        name = tidy(record.get("name") or (record.get(role) if kind is Kind.CAST else "") or "")
        if name:
            lines.setdefault(fold(name), []).append((label, record))
    for key, own in lines.items():
        first = own[0][1]
        roles = {tidy(record.get(role) or "") for _, record in own} - {""}
        cells = [table.cell(label, "name") for label, _ in own]
        name = tidy(first.get("name") or first.get(role) or "")
        fact = Fact(kind, key, name, role=" / ".join(sorted(roles)), books=_books(cells))
        yield Present(fact, min(cells), _one_a_tab(cells))


def tidy(text: object) -> str:
    """A text as it is remembered: one line, no stray spaces, nothing that a file would drop."""
    words = " ".join(str(text).split())
    return "".join(letter for letter in words if letter.isprintable())


def _books(cells: Iterable[Cell]) -> frozenset[str]:
    return frozenset(cell.book for cell in cells)


def _one_a_tab(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    first: dict[tuple[str, str], Cell] = {}
    for cell in sorted(cells):
        first.setdefault((cell.book, cell.tab), cell)
    return tuple(first.values())
