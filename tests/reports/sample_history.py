"""What the sample's spreadsheets remember: how things stood on 23 and 27 February and 2 March.

Since then, on 4 March: the boat was built twice (2203), Supporting was invoiced, account 2299 went,
HELEN moved a day, MARTIN is held longer, a gaffer came and a runner went.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from model.cell import Cell
from model.history import Fact, History, Kind, Memory, Money, Record, history_of
from model.issue import Cost
from tests.reports.sample_cost import cost_report
from transforms.history.present import accounts
from transforms.results import Present

FIRST, SECOND, THIRD = date(2026, 2, 23), date(2026, 2, 27), date(2026, 3, 2)


def days(text: str) -> tuple[tuple[date, str], ...]:
    """Days of March from "2W 3W 4H"."""
    return tuple((date(2026, 3, int(each[:-1])), each[-1]) for each in text.split())


def performer(number: str, name: str, text: str, book: str) -> Fact:
    books = frozenset({book})
    return Fact(Kind.PERFORMER, number, f"{number}. {name}", days=days(text), books=books)


def shoot(text: str, book: str) -> Fact:
    return Fact(Kind.SHOOT, "main unit", "DOOD", days=days(text), books=frozenset({book}))


def crew(name: str, role: str, book: str) -> Fact:
    return Fact(Kind.CREW, name.lower(), name, role=role, books=frozenset({book}))


def present(money: str, schedule: str) -> tuple[Present, ...]:
    """How things stand on 4 March."""
    rate = Cost(Decimal(1000), "day rate USD 1,000", (Cell("Deals", 5, 7, money),))
    facts = [
        (shoot("2W 3W 4W 5W 6W 9W 10W 11W 12W 13W", schedule), 6, None),
        (performer("1", "HELEN", "2W 3W 4W 5W 6W 9W 10W 11W 12W 13W", schedule), 8, None),
        (performer("2", "MARTIN", "3W 4H 5H 6H 9H 10H 11H 12H 13W", schedule), 9, rate),
        (performer("3", "THE BOATMAN", "5W", schedule), 10, None),
    ]
    scheduled = [_present(fact, Cell("DOOD", row, 1, schedule), cost) for fact, row, cost in facts]
    return (*accounts(cost_report(money)), *scheduled)


def _present(fact: Fact, at: Cell, rate: Cost | None = None) -> Present:
    return Present(fact, at, (at,), rate)


def memory(money: str, schedule: str, *, secret: bool) -> Memory:
    """What a spreadsheet remembers: with ``secret``, nothing of the budget."""
    records = [
        *(() if secret else _money(money)),
        Record(FIRST, shoot("2W 3W 4W 5W 6W 9W 10W 11W 12W 16W", schedule)),
        Record(FIRST, performer("1", "HELEN", "2W 3W 4W 5W 6W 9W 10W 11W 12W 16W", schedule)),
        Record(FIRST, performer("2", "MARTIN", "3W 4H 5H 6H 9H 10H 11W", schedule)),
        Record(FIRST, performer("3", "THE BOATMAN", "5W", schedule)),
        Record(FIRST, performer("4", "A GULL", "5W", schedule)),
    ]
    return Memory(history_of(records), frozenset({"account:1402"}))


def _money(book: str) -> Iterator[Record]:
    """The accounts as they were: 2203 within its budget, 2299 still there."""
    for each in accounts(cost_report(book)):
        yield Record(FIRST, _then(each.fact))
    gone = Money(Decimal(5000), Decimal(0), Decimal(0), Decimal(5000))
    books = frozenset({book})
    yield Record(FIRST, Fact(Kind.ACCOUNT, "2299", "Paint", gone, role="Production", books=books))
    supporting = next(a.fact for a in accounts(cost_report(book)) if a.fact.key == "1402")
    own = supporting.money or gone
    yield Record(THIRD, replace(supporting, money=replace(own, efc=Decimal(50000))))


def _then(fact: Fact) -> Fact:
    if fact.money is None:
        return fact
    then = {"2203": "8000", "1402": "48000"}.get(fact.key)
    efc = Decimal(then) if then else fact.money.efc
    return replace(fact, money=replace(fact.money, efc=efc, actual=fact.money.actual / 2))


NOTHING = Memory(History())
